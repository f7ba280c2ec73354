import { describe, expect, test } from 'vitest';
import type { Checklist, CheckResult } from '../../src/checks/checklist.ts';
import { QUESTION_PARTS } from '../../src/checks/coverage.ts';
import { gapWords } from '../../src/report/words/gaps.ts';
import { askOf, checklistOf, type Line, linesOf, readLines, rulesPath, toldOnce } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));
const ADMIN_CHECKS = ['admin-logon-success-elsewhere', 'admin-logon-failure-elsewhere'];
const FAILURE_CHECKS = ['admin-logon-failure-elsewhere', 'user-terminal-logon-failure', 'logon-failure-elsewhere'];
const LOGON_CHECKS = [...ADMIN_CHECKS, 'user-terminal-logon-failure', 'logon-failure-elsewhere'];
const DC02_LOG = 'recordings,input=2';
const LONGER = [
  ...OFFICE.map((line) => line.map((cell) => cell.replace('first_at=2026-11-08', 'first_at=2026-10-31'))),
  ...linesOf(`
    4769,account=FS01$,sid=1010,from=10.1.0.10,service=DC01$
    4769,account=FS01$,sid=1010,from=10.1.0.10,service=DC02$,by=DC02
    4672,account=Administrator,sid=500,logon_id=1
    4672,account=Administrator,sid=500,logon_id=2,by=DC02
    4723,account=sato,sid=1201`),
];
const ALL_CHECKS = [...ADMIN_CHECKS, 'user-terminal-logon-failure', 'admin-terminal-mail-web', 'suspicious-outbound', 'logon-failure-elsewhere'];

test('a quiet office is clean by every check', async () => {
  const { results, coverage } = await checklistOf(OFFICE);
  expect(toldOnce(results).map(({ check, outcome, noted, gaps }) => ({ id: check.id, outcome, noted, gaps }))).toEqual(
    ALL_CHECKS.map((id) => ({ id, outcome: 'clean', noted: 0, gaps: [] })),
  );
  const ofLogs = coverage.filter((line) => !QUESTION_PARTS.slice(0, 4).includes(line.evidence));
  expect(new Set(ofLogs.map((line) => line.state))).toEqual(new Set(['covered']));
});

test('failures alone leave slow sprays over servers unsought, which users of servers are told from by where they log on', async () => {
  const { results } = await checklistOf(OFFICE.filter(([kind]) => kind !== '4768'));
  const { outcome, gaps } = resultOf(results, 'logon-failure-elsewhere');
  expect([outcome, gaps.map((gap) => gap.code)]).toEqual(['partly assessed', ['slow-sprays-not-sought']]);
});

test('notes alone are clean, and counted', async () => {
  const { results } = await checklistOf([...OFFICE, ...linesOf('4771,account=sato,sid=1201,from=10.1.2.1')]);
  expect(resultOf(results, 'user-terminal-logon-failure')).toMatchObject({ outcome: 'clean', toReview: 0, noted: 1 });
});

test('one row at review is found, whatever is missing besides, and what is missing is listed', async () => {
  const lines = [...without(OFFICE, 'recordings,input=2'), ...linesOf('4768,account=adm-mori,sid=1101,from=10.1.2.1')];
  const result = resultOf((await checklistOf(lines)).results, 'admin-logon-success-elsewhere');
  expect(result).toMatchObject({ outcome: 'found', toReview: 1, noted: 0 });
  expect(result.gaps.map((gap) => gap.code)).toEqual(['no-recorder-log']);
});

describe('signs of programs', () => {
  const signsNotSought = async (lines: readonly Line[]) => {
    const { outcome, gaps } = resultOf((await checklistOf(lines)).results, 'non-human-logon');
    return [outcome, ...gaps.map((gap) => gap.code)];
  };

  test('that the logs could not show leave the check partly assessed', async () => {
    expect(await signsNotSought(OFFICE)).toEqual([
      'partly assessed',
      'forged-tickets-not-sought',
      'service-tickets-not-recorded',
      'service-tickets-not-recorded',
      'privileged-sessions-not-recorded',
      'privileged-sessions-not-recorded',
      'account-changes-not-recorded',
    ]);
  });

  test('are all looked for in logs of two weeks with service tickets and privileged sessions', async () => {
    expect(await signsNotSought(LONGER)).toEqual(['clean']);
  });

  test.each([
    ['forged-tickets-not-sought', changed(LONGER, DC02_LOG, 'first_at=2026-11-08 23:00')],
    ['service-tickets-not-recorded', without(LONGER, '4769,account=FS01$,sid=1010,from=10.1.0.10,service=DC02$,by=DC02')],
    ['privileged-sessions-not-recorded', without(LONGER, '4672,account=Administrator,sid=500,logon_id=2,by=DC02')],
    ['account-changes-not-recorded', without(LONGER, '4723,account=sato,sid=1201')],
  ])('are not all looked for where one domain controller lacks what it takes: %s', async (code, lines) => {
    expect(await signsNotSought(lines)).toEqual(['partly assessed', code]);
  });

  test('need failures as well as successes to be recorded', async () => {
    const [outcome, ...gaps] = await signsNotSought(without(OFFICE, '4771,at=2026-11-08 23:11,account=FS01$,sid=1010,from=10.1.0.10,by=DC02'));
    expect([outcome, gaps.includes('no-failures-recorded')]).toEqual(['not assessed', true]);
  });
});

describe('a proxy log', () => {
  const PROXY_LOG = 'proxy_inputs';
  const SECOND = linesOf('proxy_inputs,input=2,file=b.log,first_at=2026-11-12,last_at=2026-11-14 00:30');

  test.each([
    ['that begins too late', changed(OFFICE, PROXY_LOG, 'first_at=2026-11-09 12:00:01'), 'proxy-span-short', null],
    ['that ends too early', changed(OFFICE, PROXY_LOG, 'last_at=2026-11-13 11:59:59'), 'proxy-span-short', null],
    ['with more than a day between two files', [...changed(OFFICE, PROXY_LOG, 'last_at=2026-11-10 23:59:59'), ...SECOND], 'proxy-span-short', null],
    ['with lines that nobody understands', changed(OFFICE, PROXY_LOG, 'bad_lines=2'), 'proxy-lines-lost', 'access.log'],
    ['that was cut short', changed(OFFICE, PROXY_LOG, 'cut_short=true'), 'proxy-lines-lost', 'access.log'],
    [
      'beside one of the store that is damaged',
      [...OFFICE, ...linesOf('proxy_inputs,input=2,file=b.log,requests=0,bad_lines=900,cut_short=true')],
      'proxy-lines-lost',
      'b.log',
    ],
    ['of another week', changed(OFFICE, PROXY_LOG, 'first_at=2026-11-01', 'last_at=2026-11-08'), 'no-proxy-log', null],
  ])('%s leaves suspicious traffic not assessed', async (_, lines, code, about) => {
    const { outcome, gaps } = resultOf((await checklistOf(lines)).results, 'suspicious-outbound');
    expect([outcome, gaps.map((gap) => [gap.code, gap.about])]).toEqual(['not assessed', [[code, about]]]);
  });

  test.each([
    ['with less than a day between two files', [...changed(OFFICE, PROXY_LOG, 'last_at=2026-11-11 00:00:01'), ...SECOND]],
    ['whose last line was being written', changed(OFFICE, PROXY_LOG, 'bad_lines=1')],
  ])('%s is whole', async (_, lines) => {
    expect(resultOf((await checklistOf(lines)).results, 'suspicious-outbound')).toMatchObject({ outcome: 'clean', gaps: [] });
  });
});

describe('large uploads', () => {
  const sizes = async (rows: string) => {
    const { outcome, gaps } = resultOf((await checklistOf([...OFFICE, ...linesOf(rows)])).results, 'suspicious-outbound');
    return [outcome, ...gaps.map(({ code, about, count }) => [code, about, count])];
  };
  const SIZED = 'proxy,at=09:00,host=a.example,from=10.1.2.1,bytes_sent=500,times=19,every=60';

  test.each([
    ['every request says how much was sent', SIZED],
    ['a single line does not say it', `${SIZED}\nproxy,at=10:00,host=a.example,from=10.1.2.1`],
    ['what the proxy refused does not say it', `${SIZED}\nproxy,at=10:00,host=a.example,from=10.1.2.1,status=403,times=9,every=60`],
    ['a log before the period did not say it', `${SIZED}\nproxy,at=2026-11-02 10:00,host=a.example,from=10.1.2.1,times=9,every=60`],
  ])('are looked for where %s', async (_, rows) => {
    expect(await sizes(rows)).toEqual(['clean']);
  });

  test('are not looked for where one request in ten does not say how much was sent', async () => {
    const rows = `${SIZED}\nproxy,at=10:00,host=a.example,from=10.1.2.1,times=3,every=60`;
    expect(await sizes(rows)).toEqual(['partly assessed', ['uploads-not-logged', 'access.log', 3]]);
  });
});

interface Missing {
  readonly what: string;
  readonly lines: readonly Line[];
  readonly code: string;
  readonly checks: readonly string[];
  /** Checks of which a part cannot be asked. */
  readonly inPart?: readonly string[];
}

const DC02_PULSE = [
  '4768,at=00:10,account=FS01$,sid=1010,from=10.1.0.10,by=DC02',
  '4771,at=2026-11-08 23:11,account=FS01$,sid=1010,from=10.1.0.10,by=DC02',
] as const;

const MISSING: readonly Missing[] = [
  {
    what: 'no directory',
    lines: without(OFFICE, 'directories', 'person', 'administrator', 'computer'),
    code: 'no-directory',
    checks: LOGON_CHECKS,
  },
  {
    what: 'a directory that lacks something about administrators',
    lines: [...OFFICE, ...linesOf('directory_gaps,affects=administrators')],
    code: 'directory-incomplete',
    checks: ADMIN_CHECKS,
  },
  {
    what: 'a directory that lacks addresses',
    lines: [...OFFICE, ...linesOf('directory_gaps,affects=addresses')],
    code: 'directory-incomplete',
    checks: ['user-terminal-logon-failure'],
  },
  {
    what: 'a directory that lacks computers, perhaps a domain controller',
    lines: [...OFFICE, ...linesOf('directory_gaps,affects=terminals')],
    code: 'directory-incomplete',
    checks: [...LOGON_CHECKS, 'admin-terminal-mail-web'],
  },
  {
    what: 'a directory taken a month and a minute before the last record',
    lines: changed(OFFICE, 'directories', 'taken_at=2026-10-14 23:59'),
    code: 'directory-too-old',
    checks: ADMIN_CHECKS,
  },
  {
    what: 'a domain controller of another domain',
    lines: [...without(OFFICE, DC02_PULSE[0]), ...linesOf('4768,account=kato,domain=HIGASHI,sid=S-1-5-21-4-5-6-1201,from=10.1.0.10,by=DC02')],
    code: 'directory-of-another-domain',
    checks: ADMIN_CHECKS,
  },
  {
    what: 'an account of the domain that is not in the snapshot',
    lines: [...OFFICE, ...linesOf('4768,account=new,domain=MIDORI,sid=1999,from=10.1.2.1')],
    code: 'accounts-not-in-directory',
    checks: ADMIN_CHECKS,
  },
  {
    what: 'no admin terminal',
    lines: changed(OFFICE, 'terminals,terminal=ADM01', 'admin_terminal=false'),
    code: 'no-admin-terminals',
    checks: [...ADMIN_CHECKS, 'admin-terminal-mail-web'],
  },
  {
    what: 'no user terminal',
    lines: OFFICE.map((line) => line.map((cell) => (cell === 'role=user terminal' ? 'role=server' : cell))),
    code: 'no-user-terminals',
    checks: ['user-terminal-logon-failure'],
  },
  { what: 'no log of a domain controller', lines: without(OFFICE, DC02_LOG, ...DC02_PULSE), code: 'no-recorder-log', checks: LOGON_CHECKS },
  {
    what: 'no failure recorded at one domain controller',
    lines: without(OFFICE, DC02_PULSE[1]),
    code: 'no-failures-recorded',
    checks: FAILURE_CHECKS,
  },
  {
    what: 'only its own failures recorded at one domain controller, as by default',
    lines: [...without(OFFICE, DC02_PULSE[1]), ...linesOf('4625,account=FS01$,domain=MIDORI,from=10.1.0.10,by=DC02')],
    code: 'no-domain-failures-recorded',
    checks: FAILURE_CHECKS,
  },
  {
    what: 'no success recorded at one domain controller',
    lines: without(OFFICE, DC02_PULSE[0]),
    code: 'no-successes-recorded',
    checks: ['admin-logon-success-elsewhere'],
  },
  {
    what: 'only its own successes recorded at one domain controller',
    lines: [...without(OFFICE, DC02_PULSE[0]), ...linesOf('4624,account=FS01$,domain=MIDORI,sid=1010,from=10.1.0.10,by=DC02')],
    code: 'no-domain-successes-recorded',
    checks: ['admin-logon-success-elsewhere'],
  },
  {
    what: 'a cleared log',
    lines: [...OFFICE, ...linesOf('1102,at=12:00,by=DC02,acting_account=mori,acting_domain=MIDORI')],
    code: 'log-cleared',
    checks: LOGON_CHECKS,
  },
  {
    what: 'a clock set by more than five minutes',
    lines: [...OFFICE, ...linesOf('4616,at=12:00,by=DC02,former_time=2026-11-09 11:54:59,new_time=2026-11-09 12:00')],
    code: 'clock-changed',
    checks: LOGON_CHECKS,
  },
  {
    what: 'records whose times go back',
    lines: changed(changed(OFFICE, DC02_LOG, 'clock_back_at=2026-11-10 09:00'), DC02_LOG, 'clock_back_seconds=301'),
    code: 'clock-changed',
    checks: LOGON_CHECKS,
  },
  {
    what: 'recording of failures switched off, and on for something else',
    lines: [
      ...OFFICE,
      ...linesOf(`
        4719,at=12:00,by=DC02,policy_subcategory={0CCE9242-69AE-11D9-BED3-505054503030},policy_change=%%8450
        4719,at=13:00,by=DC02,policy_subcategory={0CCE9215-69AE-11D9-BED3-505054503030},policy_change=%%8451`),
    ],
    code: 'policy-changed',
    checks: FAILURE_CHECKS,
  },
  {
    what: 'a log that begins too late',
    lines: changed(OFFICE, DC02_LOG, 'first_at=2026-11-09 12:00:01'),
    code: 'span-short',
    checks: LOGON_CHECKS,
  },
  {
    what: 'a hole in the record ids of a log that is no filtered export',
    lines: changed(OFFICE, DC02_LOG, 'records=960', 'id_holes=2', 'holes_from_at=2026-11-10 01:00', 'holes_until_at=2026-11-10 02:00'),
    code: 'records-missing',
    checks: LOGON_CHECKS,
  },
  {
    what: 'holes all over the record ids, with privileged sessions that lack their logon',
    lines: [...changed(OFFICE, DC02_LOG, 'records=900'), ...sessions(20, 17)],
    code: 'records-lost-throughout',
    checks: LOGON_CHECKS,
  },
  {
    what: 'holes all over the record ids, with two privileged sessions that lack their logon',
    lines: [...changed(OFFICE, DC02_LOG, 'records=900'), ...sessions(20, 18)],
    code: 'filtered-or-lost',
    checks: LOGON_CHECKS,
  },
  {
    what: 'holes all over the record ids of a log with further kinds of event, and few sessions to tell by',
    lines: [...changed(changed(OFFICE, DC02_LOG, 'records=900'), 'inputs,input=2', 'out_of_scope=10'), ...sessions(20, 20)],
    code: 'filtered-or-lost',
    checks: LOGON_CHECKS,
  },
  {
    what: 'a log whose beginning was overwritten',
    lines: changed(OFFICE, DC02_LOG, 'first_at=2026-11-09 12:00:01', 'first_record_id=501', 'records=500'),
    code: 'log-wrapped',
    checks: LOGON_CHECKS,
  },
  {
    what: 'a log that begins too late and was filtered, so that its ids prove nothing',
    lines: changed(OFFICE, DC02_LOG, 'first_at=2026-11-09 12:00:01', 'first_record_id=501', 'records=40'),
    code: 'span-short',
    checks: LOGON_CHECKS,
  },
  {
    what: 'a log that begins too late, with its having been cleared',
    lines: [
      ...changed(OFFICE, DC02_LOG, 'first_at=2026-11-09 12:00:01', 'first_record_id=501', 'records=500'),
      ...linesOf('1102,at=12:00:01,by=DC02'),
    ],
    code: 'span-short',
    checks: LOGON_CHECKS,
  },
  { what: 'a log that ends too early', lines: changed(OFFICE, DC02_LOG, 'last_at=2026-11-13 11:59:59'), code: 'span-short', checks: LOGON_CHECKS },
  {
    what: 'record ids that no file holds',
    lines: [
      ...changed(OFFICE, DC02_LOG, 'last_at=2026-11-11 08:00'),
      ...linesOf(`
        inputs,input=4,file=DC02-2.evtx,path=logs/DC02-2.evtx
        recordings,input=4,recorded_by=DC02.midori.example.jp,records=500,first_record_id=1006,last_record_id=1505,first_at=2026-11-11 08:05,last_at=2026-11-14 01:00`),
    ],
    code: 'span-short',
    checks: LOGON_CHECKS,
  },
  {
    what: 'a filtered log with more than a day of silence in it',
    lines: [
      ...changed(OFFICE, DC02_LOG, 'records=900'),
      ...linesOf(`
        4768,at=2026-11-12 00:09,account=FS01$,sid=1010,from=10.1.0.10,by=DC02
        4768,at=2026-11-13 00:08,account=FS01$,sid=1010,from=10.1.0.10,by=DC02`),
    ],
    code: 'span-short',
    checks: LOGON_CHECKS,
  },
  { what: 'damaged records', lines: changed(OFFICE, 'inputs,input=2', 'damaged=3'), code: 'records-damaged', checks: LOGON_CHECKS },
  {
    what: 'damage in a file of which nothing could be read',
    lines: [...OFFICE, ...linesOf('inputs,input=4,file=broken.evtx,path=logs/broken.evtx\ndamage,input=4,kind=chunk-signature,records_lost=40')],
    code: 'records-damaged',
    checks: LOGON_CHECKS,
  },
  {
    what: 'a file that ends in the middle of a chunk, nobody knows how many records early',
    lines: [...OFFICE, ...linesOf('damage,input=2,kind=chunk-cut-short,records_lost=0')],
    code: 'records-damaged',
    checks: LOGON_CHECKS,
  },
  {
    what: 'an unreadable file',
    lines: [...OFFICE, ...linesOf('inputs,input=4,file=notes.evtx,path=logs/notes.evtx,readable=false,problem=not-evtx')],
    code: 'file-unreadable',
    checks: LOGON_CHECKS,
  },
  {
    what: 'an attempt without a result',
    lines: [...OFFICE, ...linesOf('4768,account=sato,sid=1201,from=10.1.2.1,succeeded=NULL')],
    code: 'results-unknown',
    checks: LOGON_CHECKS,
  },
  {
    what: 'nothing read',
    lines: without(OFFICE, 'recordings', '4768', '4771'),
    code: 'no-input',
    checks: LOGON_CHECKS,
    inPart: ['suspicious-outbound'],
  },
];

test.each([
  ['log-cleared', '1102,at=12:00,by=DC02,acting_account=mori,acting_domain=MIDORI', 'MIDORI\\mori'],
  ['log-cleared', '1102,at=12:00,by=DC02,acting_account=mori', 'mori'],
  ['log-cleared', '1102,at=12:00,by=DC02', null],
  [
    'policy-changed',
    '4719,at=12:00,by=DC02,acting_account=DC02$,acting_domain=MIDORI,policy_subcategory={0CCE9242-69AE-11D9-BED3-505054503030},policy_change=%%8450',
    'MIDORI\\DC02$',
  ],
  ['clock-changed', '4616,at=12:00,by=DC02,acting_account=mori,former_time=2026-11-09 11:00,new_time=2026-11-09 12:00', 'mori'],
])('who did it stands beside what was done: %s', async (code, line, doneBy) => {
  const gaps = gapsIn(await checklistOf([...OFFICE, ...linesOf(line)]));
  expect([...new Set(gaps.filter((gap) => gap.code === code).map((gap) => gap.doneBy))]).toEqual([doneBy]);
});

describe.each(MISSING)('$what', ({ lines, code, checks, inPart = [] }) => {
  test(`turns clean into not assessed: ${code}`, async () => {
    const checklist = await checklistOf(lines);
    const outcomes = toldOnce(checklist.results).map(({ check, outcome, gaps }) => [check.id, outcome, gaps.some((gap) => gap.code === code)]);
    expect(outcomes).toEqual(
      ALL_CHECKS.map((id) => (checks.includes(id) ? [id, 'not assessed', true] : [id, inPart.includes(id) ? 'partly assessed' : 'clean', false])),
    );
    expect(gapsIn(checklist).find((gap) => gapWords(gap.code).remedy === null)).toBeUndefined();
    // Nothing that was found missing may lack its line of coverage.
    expect(gapsIn(checklist).length).toBe(
      (await askOf(lines, `select * from coverage_gaps where evidence not in (${QUESTION_PARTS.map((part) => `'${part}'`).join(', ')})`)).length,
    );
  });
});

test.each([
  {
    what: 'a filtered log that never falls silent',
    lines: [
      ...changed(OFFICE, DC02_LOG, 'records=900'),
      ...['10', '11', '12', '13'].flatMap((day) => linesOf(`4768,at=2026-11-${day} 00:00,account=FS01$,sid=1010,from=10.1.0.10,by=DC02`)),
    ],
  },
  {
    what: 'a filtered log with further kinds of event in which every privileged session has its logon',
    lines: [...changed(changed(OFFICE, DC02_LOG, 'records=900'), 'inputs,input=2', 'out_of_scope=10'), ...sessions(60, 60)],
  },
  {
    what: 'a filtered log that was cut between a privileged session and its logon',
    lines: [...changed(OFFICE, DC02_LOG, 'records=900'), ...sessions(60, 59)],
  },
  { what: 'a quiet night and a day off in a complete log', lines: OFFICE },
  {
    what: 'a hole in the record ids that another export fills',
    lines: [
      ...changed(OFFICE, DC02_LOG, 'records=960', 'id_holes=2', 'holes_from_at=2026-11-10 01:00', 'holes_until_at=2026-11-10 02:00'),
      ...linesOf(
        'recordings,input=3,recorded_by=DC02.midori.example.jp,records=200,first_record_id=301,last_record_id=500,first_at=2026-11-10,last_at=2026-11-10 12:00,id_holes=0',
      ),
    ],
  },
  {
    what: 'a computer that was set up anew under its old name',
    lines: [...OFFICE, ...linesOf('4768,account=PC01$,domain=MIDORI,sid=9901,from=10.1.2.1')],
  },
  { what: 'a directory taken a month before the last record', lines: changed(OFFICE, 'directories', 'taken_at=2026-10-15 01:00') },
  {
    what: 'two files that overlap',
    lines: [
      ...changed(OFFICE, DC02_LOG, 'last_at=2026-11-11 08:00'),
      ...linesOf(
        'recordings,input=3,recorded_by=dc02.midori.example.jp,records=700,first_record_id=901,last_record_id=1600,first_at=2026-11-11 07:00,last_at=2026-11-14 01:00',
      ),
    ],
  },
  {
    what: 'a wrong checksum over records that were all read',
    lines: [...OFFICE, ...linesOf('damage,input=2,kind=chunk-data-checksum,records_lost=0')],
  },
  {
    what: 'a clock set by five minutes',
    lines: [...OFFICE, ...linesOf('4616,at=12:00,by=DC02,former_time=2026-11-09 11:55,new_time=2026-11-09 12:00')],
  },
  {
    what: 'a clock set before the period',
    lines: [...OFFICE, ...linesOf('4616,at=2026-11-08 12:00,by=DC02,former_time=2026-11-01,new_time=2026-11-08 12:00')],
  },
  { what: 'a log cleared before the period', lines: [...OFFICE, ...linesOf('1102,at=2026-11-08 23:30,by=DC02')] },
  {
    what: 'recording switched off and on again before the period',
    lines: [
      ...OFFICE,
      ...linesOf(`
        4719,at=2026-11-08 12:00,by=DC02,policy_subcategory={0CCE9242-69AE-11D9-BED3-505054503030},policy_change=%%8450
        4719,at=2026-11-08 13:00,by=DC02,policy_subcategory={0CCE9242-69AE-11D9-BED3-505054503030},policy_change=%%8451`),
    ],
  },
  {
    what: 'a domain controller whose name is longer than its account',
    lines: OFFICE.map((line) =>
      line.map((cell) =>
        cell.replace('terminal=DC02', 'terminal=DOMAINCONTROL-0').replace('by=DC02', 'by=domaincontrol-02').replace('=DC02.', '=domaincontrol-02.'),
      ),
    ),
  },
])('$what is no gap', async ({ lines }) => {
  const checklist = await checklistOf(lines);
  expect(gapsIn(checklist)).toEqual([]);
  expect(toldOnce(checklist.results).map((result) => result.outcome)).toEqual(ALL_CHECKS.map(() => 'clean'));
});

test('the log of a member server alone assesses nothing, and says whose logs are missing', async () => {
  const lines = [
    ...without(OFFICE, 'recordings', '4768', '4771'),
    ...linesOf(`
      recordings,input=1,recorded_by=FS01.midori.example.jp,records=50,first_record_id=1,last_record_id=50,first_at=2026-11-08 23:00,last_at=2026-11-14 01:00
      4624,account=sato,domain=MIDORI,sid=1201,from=10.1.2.1,by=FS01
      4625,at=10:00,account=adm-mori,domain=MIDORI,from=10.1.2.1,by=FS01`),
  ];
  const { results } = await checklistOf(lines);
  const logons = toldOnce(results).filter(({ check }) => LOGON_CHECKS.includes(check.id));
  expect(logons.map(({ outcome }) => outcome)).toEqual(['not assessed', 'found', 'not assessed', 'not assessed']);
  for (const { gaps } of logons) {
    expect(gaps.filter((gap) => gap.code === 'no-recorder-log').map((gap) => gap.about)).toEqual([
      'dc01.midori.example.jp',
      'dc02.midori.example.jp',
    ]);
  }
});

test('the span covered is what the logs of all domain controllers share', async () => {
  const { results } = await checklistOf(changed(OFFICE, DC02_LOG, 'first_at=2026-11-09 06:00'));
  expect(resultOf(results, 'logon-failure-elsewhere')).toMatchObject({
    outcome: 'clean',
    coveredFrom: new Date('2026-11-09T06:00:00Z'),
    coveredUntil: new Date('2026-11-14T00:00:00Z'),
  });
});

/** Gaps that a check stops for; signs that could not be looked for are none. */
function gapsIn({ coverage }: Checklist) {
  return coverage.filter((line) => !QUESTION_PARTS.includes(line.evidence)).flatMap((line) => line.gaps);
}

function resultOf(results: readonly CheckResult[], id: string): CheckResult {
  const result = results.find(({ check }) => check.id === id);
  if (result === undefined) throw new Error(`${id} did not run`);
  return result;
}

/** Privileged sessions at DC02, every day some, of which so many have their logon. */
function sessions(privileged: number, begun: number): readonly Line[] {
  const session = (eventId: number, at: number) =>
    linesOf(
      `${eventId},at=2026-11-${String(9 + (at % 5)).padStart(2, '0')} 00:${10 + Math.floor(at / 5)},account=FS01$,sid=1010,logon_id=${5000 + at},by=DC02,input=2`,
    );
  const several = (eventId: number, count: number) => Array.from({ length: count }, (_, at) => session(eventId, at)).flat();
  return [...several(4672, privileged), ...several(4624, begun).map((line) => [...line, 'logon_type=3', 'from=10.1.0.10'])];
}

/** The lines that do not begin with any of these. */
function without(lines: readonly Line[], ...beginnings: readonly string[]): readonly Line[] {
  const kept = lines.filter((line) => !beginnings.some((beginning) => begins(line, beginning)));
  if (kept.length === lines.length) throw new Error(`no line begins with ${beginnings.join(' or ')}`);
  return kept;
}

/** The line that begins so gets another cell, which wins over one of the same column. */
function changed(lines: readonly Line[], beginning: string, ...cells: readonly string[]): readonly Line[] {
  if (!lines.some((line) => begins(line, beginning))) throw new Error(`no line begins with ${beginning}`);
  const columns = cells.map((cell) => `${cell.split('=', 1)[0]}=`);
  const kept = (line: Line) => line.filter((other) => !columns.some((column) => other.startsWith(column)));
  return lines.map((line) => (begins(line, beginning) ? [...kept(line), ...cells] : line));
}

function begins(line: Line, beginning: string): boolean {
  return `${line.join(',')},`.startsWith(`${beginning},`);
}

describe('one day of the week', () => {
  const DAY = askedFor('2026-11-11', '2026-11-12');

  test('is clean without a failure where the same log has failures on other days', async () => {
    const { results } = await checklistOf([...DAY, ...linesOf('4768,at=2026-11-11 00:10,account=FS01$,sid=1010,from=10.1.0.10')]);
    expect(toldOnce(results).map(({ outcome, gaps }) => [outcome, gaps])).toEqual(ALL_CHECKS.map(() => ['clean', []]));
  });

  test('of which no log has a record is not assessed because the logs do not reach it, and not because auditing is off', async () => {
    const { results } = await checklistOf(askedFor('2026-11-18', '2026-11-19'));
    for (const { check, outcome, gaps } of toldOnce(results)) {
      expect(outcome).toBe('not assessed');
      if (!LOGON_CHECKS.includes(check.id)) continue;
      expect(new Set(gaps.map((gap) => gap.code))).toEqual(new Set(['span-short']));
    }
  });
});

function askedFor(from: string, until: string): readonly Line[] {
  return changed(changed(OFFICE, 'period', `asked_from=${from}`), 'period', `asked_until=${until}`);
}
