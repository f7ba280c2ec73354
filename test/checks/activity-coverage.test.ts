import { expect, test } from 'vitest';
import { checklistOf, type Line, linesOf, readLines, rulesPath } from '../rules-tables.ts';

const OFFICE = (await readLines(rulesPath('office.csv'))).filter(([kind]) => kind !== 'proxy_inputs');
const OWN_LOG = linesOf(`
  inputs,input=4,file=ADM01.evtx,path=logs/ADM01.evtx
  recordings,input=4,recorded_by=ADM01.midori.example.jp,records=500,first_record_id=1,last_record_id=500,first_at=2026-11-08 23:30,last_at=2026-11-14 01:00`);
const STARTS = linesOf(String.raw`4688,at=08:30,by=ADM01,input=4,process=C:\Windows\System32\mmc.exe`);
const PROXY = linesOf('proxy_inputs,first_at=2026-11-08 23:00,last_at=2026-11-14 00:30');
const SECOND = linesOf('terminals,terminal=ADM02,role=user terminal,admin_terminal=true');

/** Outcome of the check and its gaps: code, what it is about, from, until. */
async function outcomeOf(...lines: readonly (readonly Line[])[]) {
  const { results, coverage } = await checklistOf([OFFICE, ...lines].flat());
  const result = results.find(({ check }) => check.id === 'admin-terminal-mail-web');
  const gaps = result?.gaps.map(({ code, about, from, until }) =>
    [code, about, from?.toISOString().slice(5, 16), until?.toISOString().slice(5, 16)].filter((part) => part !== undefined),
  );
  const states = coverage.filter((line) => line.evidence === 'admin-terminal-activity').map((line) => line.state);
  return { outcome: result?.outcome, gaps, states };
}

test.each([
  ['its own log with starts of programs', [OWN_LOG, STARTS]],
  ['a proxy log', [PROXY]],
  ['both', [OWN_LOG, STARTS, PROXY]],
  ['a log without starts, and a proxy log', [OWN_LOG, PROXY]],
  [
    'proxy logs that follow each other',
    [linesOf('proxy_inputs,first_at=2026-11-08 23:00,last_at=2026-11-11 23:00\nproxy_inputs,input=2,first_at=2026-11-12 08:00,last_at=2026-11-14')],
  ],
])('%s covers an admin terminal', async (_, lines) => {
  expect(await outcomeOf(...lines)).toEqual({ outcome: 'clean', gaps: [], states: ['covered'] });
});

test.each([
  ['nothing', [], ['no-terminal-activity', 'ADM01'], 'missing'],
  ['a log without any start', [OWN_LOG], ['no-process-starts', 'ADM01'], 'missing'],
  [
    'a log that ends early',
    [
      linesOf(
        OWN_LOG.map((line) => line.join(','))
          .join('\n')
          .replace('2026-11-14 01:00', '2026-11-12 00:00'),
      ),
      STARTS,
    ],
    ['span-short', 'ADM01.midori.example.jp', '11-12T00:00', '11-14T00:00'],
    'partly',
  ],
  [
    'a log that was cleared',
    [OWN_LOG, STARTS, linesOf('1102,at=10:00,by=ADM01,input=4')],
    ['log-cleared', 'ADM01.midori.example.jp', '11-09T10:00', '11-09T10:00'],
    'partly',
  ],
  [
    'a proxy log that begins late',
    [linesOf('proxy_inputs,first_at=2026-11-10,last_at=2026-11-14')],
    ['proxy-span-short', null, '11-09T00:00', '11-10T00:00'],
    'partly',
  ],
  [
    'proxy logs with a hole',
    [linesOf('proxy_inputs,first_at=2026-11-08 23:00,last_at=2026-11-10\nproxy_inputs,input=2,first_at=2026-11-12,last_at=2026-11-14')],
    ['proxy-span-short', null, '11-10T00:00', '11-12T00:00'],
    'partly',
  ],
  ['a proxy log of other days', [linesOf('proxy_inputs,first_at=2026-11-01,last_at=2026-11-07')], ['no-terminal-activity', 'ADM01'], 'missing'],
  ['a proxy log without a request', [linesOf('proxy_inputs,requests=0')], ['no-terminal-activity', 'ADM01'], 'missing'],
  [
    'a proxy log with bad lines',
    [linesOf('proxy_inputs,first_at=2026-11-08 23:00,last_at=2026-11-14,bad_lines=2')],
    ['proxy-lines-lost', 'access.log'],
    'partly',
  ],
])('%s does not, and is said', async (_, lines, gap, state) => {
  expect(await outcomeOf(...lines)).toEqual({ outcome: 'not assessed', gaps: [gap], states: [state] });
});

test('one admin terminal of two is covered: the other one is named', async () => {
  expect(await outcomeOf(OWN_LOG, STARTS, SECOND)).toEqual({
    outcome: 'not assessed',
    gaps: [['no-terminal-activity', 'ADM02']],
    states: ['covered', 'missing'],
  });
});

test('what is found is found, whatever is not covered', async () => {
  const browser = linesOf(String.raw`4688,at=09:00,by=ADM01,input=4,process=C:\Program Files\Google\Chrome\Application\chrome.exe`);
  expect(await outcomeOf(OWN_LOG, browser, SECOND)).toMatchObject({ outcome: 'found', gaps: [['no-terminal-activity', 'ADM02']] });
});

test('without admin terminals the question means nothing', async () => {
  const { results } = await checklistOf([...OFFICE.filter((line) => !line.includes('admin_terminal=true')), ...PROXY]);
  expect(results.find(({ check }) => check.id === 'admin-terminal-mail-web')).toMatchObject({
    outcome: 'not assessed',
    gaps: [{ code: 'no-admin-terminals' }],
  });
});
