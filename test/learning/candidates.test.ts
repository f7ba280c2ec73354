import { describe, expect, test } from 'vitest';
import { readChecks } from '../../src/checks/read-checks.ts';
import { CHECKS_FOLDER, LEARN_FOLDER, MODELS_FOLDER } from '../../src/checks/rules-folder.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { askCandidates, type Candidate, type Learned } from '../../src/learning/candidates.ts';
import { isListableName } from '../../src/settings/config-schema.ts';
import { linesOf, openWith, readLines, rulesPath } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));
/** FS01 keeps its own log; the week of office.csv begins on Monday, 2026-11-09. */
const PLACES = `
  terminals,terminal=FS01,role=server
  terminals,terminal=BK01,role=server
  addresses,terminal=BK01,terminal_address=10.1.0.32
  recordings,input=3,recorded_by=FS01.midori.example.jp,records=9,first_record_id=1,last_record_id=9,first_at=2026-11-08 23:00,last_at=2026-11-14 01:00
  service,account=svc-backup,sid=1801,display_name=Backup
  person,account=yoyaku,sid=1802`;
const BACKUP = 'account=svc-backup,domain=MIDORI,sid=1801';
/** Days of Japan, in UTC. */
const CALENDAR = ['08', '09', '10', '11', '12', '13', '14']
  .map(
    (day, n) =>
      `calendar,local_day=2026-11-${day},starts_at=2026-11-${String(n + 7).padStart(2, '0')} 15:00,ends_at=2026-11-${day} 15:00,is_holiday=false`,
  )
  .join('\n');
const DAYS = ['09', '10', '11', '12', '13'];

async function learnedFrom(text: string): Promise<Learned> {
  const engine = await openWith([...OFFICE, ...linesOf(`${PLACES}\n${CALENDAR}\n${text}`)], MODELS_FOLDER, LEARN_FOLDER);
  try {
    const facts = { madeBy: 'test', organisation: 'midori', network: 'office', configuration: null, showUnknownNames: true, acknowledgements: null };
    const run = { ...facts, notApplicable: new Map<string, string>(), now: new Date('2026-11-16T00:00:00Z') };
    return await askCandidates(engine, await runChecks(engine, await readChecks(CHECKS_FOLDER), run), isListableName);
  } finally {
    await engine.close();
  }
}

/** Every night at the same time from BK01 into FS01. */
function nightly(cells: string, days = DAYS, time = '13:00'): string {
  return days.map((day, n) => `4624,at=2026-11-${day} ${time}:0${n},${cells},type=3,from=10.1.0.32,by=FS01,input=3,logon_id=70${day}`).join('\n');
}

function briefly({ candidates }: Learned): readonly string[] {
  return candidates.map(({ account, place, rhythm, days, objections }: Candidate) =>
    [account, place, rhythm.kind, `${days} days`, ...objections.map(({ code, sign }) => (sign === null ? code : sign.sign))].join(' '),
  );
}

describe('proposed is', () => {
  test('a service account that comes from one terminal every night, with where it goes and when', async () => {
    const { candidates } = await learnedFrom(nightly(BACKUP));
    expect(candidates).toMatchObject([
      {
        account: 'svc-backup',
        terminal: 'BK01',
        targets: ['FS01'],
        logonTypes: ['3'],
        rhythm: { kind: 'daily', minuteOfDay: 22 * 60 },
        days: 5,
        records: 5,
        failures: 0,
        firstAt: new Date('2026-11-09T13:00:00Z'),
        lastAt: new Date('2026-11-13T13:00:04Z'),
        looksLike: 'service-account',
        objections: [],
      },
    ]);
  });

  test('one that begins at midnight, a little before or after', async () => {
    const text = DAYS.map(
      (day, n) => `4624,at=2026-11-${day} ${n % 2 === 0 ? '14:57' : '15:04'},${BACKUP},type=3,from=10.1.0.32,by=FS01,input=3,logon_id=71${day}`,
    ).join('\n');
    const [one] = (await learnedFrom(text)).candidates;
    expect(one?.rhythm.kind).toBe('daily');
  });

  test('one at a steady interval, whose pause is told', async () => {
    const text = DAYS.map((day) => `4624,at=2026-11-${day} 00:05,${BACKUP},type=3,from=10.1.0.32,by=FS01,input=3,times=40,every=1800`).join('\n');
    const [one] = (await learnedFrom(text)).candidates;
    expect(one?.rhythm).toEqual({ kind: 'interval', seconds: 1800 });
    expect(one?.objections).toEqual([]);
  });

  test('an account of a person by the directory that logs on as a task', async () => {
    const text = DAYS.map(
      (day) => `4624,at=2026-11-${day} 13:00,account=yoyaku,domain=MIDORI,sid=1802,type=4,by=FS01,input=3,logon_id=72${day}`,
    ).join('\n');
    const [one] = (await learnedFrom(text)).candidates;
    expect(one).toMatchObject({ account: 'yoyaku', terminal: 'FS01', looksLike: 'batch-logon', objections: [] });
  });
});

describe('no candidate at all is', () => {
  test('a person who comes every morning', async () => {
    expect(briefly(await learnedFrom(nightly('account=yoyaku,domain=MIDORI,sid=1802')))).toEqual([]);
  });

  test('what was there on two days', async () => {
    expect(briefly(await learnedFrom(nightly(BACKUP, ['09', '10'])))).toEqual([]);
  });
});

describe('not proposed, with the reason, is', () => {
  test('an administrator', async () => {
    expect(briefly(await learnedFrom(nightly('account=adm-mori,domain=MIDORI,sid=1101').replaceAll('type=3', 'type=4')))).toEqual([
      'adm-mori BK01 daily 5 days administrator to-review',
    ]);
  });

  test('a member of an operator group', async () => {
    const text = `service,account=svc-op,sid=1803,privilege=operator,privileged_by=Backup Operators\n${nightly('account=svc-op,domain=MIDORI,sid=1803')}`;
    const { candidates } = await learnedFrom(text);
    expect(candidates.map(({ objections, privilegedBy }) => [objections[0]?.code, privilegedBy])).toEqual([['privileged', 'Backup Operators']]);
  });

  test('an account that asked for weak tickets, as tools do that break passwords', async () => {
    const roast = ['a', 'b', 'c', 'd', 'e', 'f'].map(
      (name, n) => `4769,at=2026-11-11 02:00:0${n},account=svc-backup,domain=MIDORI,from=10.1.0.32,service=sql-${name},ticket_encryption=0x17`,
    );
    const learned = await learnedFrom(`${nightly(BACKUP)}\n${roast.join('\n')}`);
    expect(briefly(learned)).toEqual(['svc-backup BK01 daily 5 days kerberoast']);
  });

  test('whatever comes from a place where passwords were sprayed', async () => {
    const spray = Array.from(
      { length: 12 },
      (_, n) => `4771,at=2026-11-11 02:00:0${n % 10},account=name${n},domain=MIDORI,from=10.1.0.32,why=wrong-password`,
    ).join('\n');
    const names = Array.from({ length: 12 }, (_, n) => `person,account=name${n},sid=19${String(n).padStart(2, '0')}`).join('\n');
    const [one] = (await learnedFrom(`${names}\n${nightly(BACKUP)}\n${spray}`)).candidates;
    expect(one?.objections.map(({ sign }) => sign?.sign)).toContain('spray');
  });

  test('whatever comes from a terminal at which a check asks about somebody', async () => {
    const failures = '4771,at=2026-11-11 02:00,account=sato,domain=MIDORI,from=10.1.0.32,why=wrong-password,times=11,every=1200';
    expect(briefly(await learnedFrom(`${nightly(BACKUP)}\n${failures}`))).toEqual(['svc-backup BK01 daily 5 days to-review']);
  });

  test('what happened beside the clearing of the log that tells of it', async () => {
    const learned = await learnedFrom(`${nightly(BACKUP)}\n1102,at=2026-11-11 13:04,by=FS01,input=3`);
    expect(briefly(learned)).toEqual(['svc-backup BK01 daily 5 days log-cleared']);
  });

  test('an account that a person uses there too', async () => {
    const learned = await learnedFrom(`${nightly(BACKUP)}\n4624,at=2026-11-10 02:00,${BACKUP},type=10,from=10.1.0.32,by=FS01,input=3,logon_id=7777`);
    expect(briefly(learned)).toEqual(['svc-backup BK01 daily 5 days person-too']);
  });

  test('an address that no known terminal holds', async () => {
    const learned = await learnedFrom(nightly(BACKUP).replaceAll('10.1.0.32', '10.1.0.77'));
    expect(briefly(learned)).toEqual(['svc-backup 10.1.0.77 daily 5 days place-unknown']);
  });

  test('an account that the directory lacks', async () => {
    const [one] = (await learnedFrom(nightly('account=svc-x,domain=MIDORI,sid=1899'))).candidates;
    expect(one?.objections.map(({ code }) => code)).toContain('not-in-directory');
  });

  test('an account that fails often', async () => {
    const failures = DAYS.map((day) => `4771,at=2026-11-${day} 05:00,account=svc-backup,domain=MIDORI,from=10.1.0.32,why=wrong-password`).join('\n');
    const [one] = (await learnedFrom(`${nightly(BACKUP)}\n${failures}`)).candidates;
    expect(one?.objections.map(({ code }) => code)).toContain('fails-often');
  });

  test('a name that would stand for others', async () => {
    const learned = await learnedFrom(`service,account=svc*,sid=1804\n${nightly('account=svc*,domain=MIDORI,sid=1804')}`);
    expect(briefly(learned)).toEqual(['svc* BK01 daily 5 days name-unfit']);
  });
});

test('what the configuration lists already is counted and not proposed again', async () => {
  const { candidates, alreadyKnown } = await learnedFrom(`known_automation,account_like=svc-%,purpose=backup\n${nightly(BACKUP)}`);
  expect([candidates, alreadyKnown]).toEqual([[], 1]);
});

test('the effect is what the entry would label', async () => {
  // At a user's PC a rhythm of a person's account is to be reviewed, unless somebody knows what it is.
  const steady = DAYS.map(
    (day) => `4624,at=2026-11-${day} 00:05,account=yoyaku,domain=MIDORI,sid=1802,type=4,by=FS01,input=3,times=40,every=1800`,
  ).join('\n');
  const [one] = (await learnedFrom(steady)).candidates;
  expect(one).toMatchObject({ account: 'yoyaku', objections: [], labelled: 1, labelledReviews: 1 });
  const { candidates, alreadyKnown, toReview } = await learnedFrom(`known_automation,account_like=yoyaku,terminal_like=FS01,purpose=x\n${steady}`);
  expect([candidates, alreadyKnown, toReview]).toEqual([[], 1, 0]);
});
