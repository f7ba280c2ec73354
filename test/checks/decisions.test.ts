import { expect, test } from 'vitest';
import type { Checklist } from '../../src/checks/checklist.ts';
import { askOf, checklistOf, type Line, linesOf, readLines, rulesPath, toldOnce } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));
const DISPUTED = 'admin_disputed=true,admin_said_by=inventory,admin_denied_by=group';

/** The office, where the sources disagree on ADM01. */
function disputedOffice(admin: boolean): readonly Line[] {
  const rest = OFFICE.filter((line) => !(line[0] === 'terminals' && line[1] === 'terminal=ADM01'));
  return [...rest, ...linesOf(`terminals,terminal=ADM01,role=user terminal,admin_terminal=${admin},${DISPUTED}`)];
}

function reviewed({ results }: Checklist): readonly (readonly [string, string | null, string | null])[] {
  return toldOnce(results).flatMap(({ findings }) =>
    findings.filter((one) => one.level === 'review').map((one) => [one.check, one.terminal, one.levelBecause] as const),
  );
}

test('an administrator at a disputed admin terminal is reviewed, however sure the terminal is', async () => {
  const attempts = linesOf(`
    4768,at=09:00,account=adm-mori,domain=MIDORI,sid=1101,from=10.1.1.1
    4771,at=10:00,account=adm-hara,sid=1102,from=10.1.1.1
    4771,at=11:00,account=sato,sid=1201,from=10.1.1.1`);
  expect(reviewed(await checklistOf([...OFFICE, ...attempts]))).toEqual([]);
  const checklist = await checklistOf([...disputedOffice(true), ...attempts]);
  expect(reviewed(checklist)).toEqual([
    ['admin-logon-success-elsewhere', 'ADM01', 'admin-terminal-doubted'],
    ['admin-logon-failure-elsewhere', 'ADM01', 'admin-terminal-doubted'],
  ]);
  expect(checklist.terminals).toMatchObject({
    ...{ known: 10, adminTerminals: 1 },
    disputed: [{ network: 'office', terminal: 'ADM01', adminTerminal: true, saidBy: ['inventory'], deniedBy: ['group'] }],
  });
});

test('a terminal that the inventory calls none is none, whatever else says so', async () => {
  const lines = linesOf(
    'terminals,terminal=ADM02,role=user terminal,admin_terminal=true\n4768,account=adm-mori,domain=MIDORI,sid=1101,from=10.1.1.1',
  );
  expect(reviewed(await checklistOf([...disputedOffice(false), ...lines]))).toEqual([
    ['admin-logon-success-elsewhere', 'ADM01', 'not-an-admin-terminal'],
  ]);
});

test('a reach from a disputed admin terminal excuses nothing at the server', async () => {
  const attempts = linesOf(`
    4769,at=09:00,account=adm-mori,domain=MIDORI.EXAMPLE.JP,from=10.1.1.1,service=FS01$
    4768,at=09:01,account=adm-mori,domain=MIDORI,sid=1101,from=10.1.0.10`);
  expect(reviewed(await checklistOf([...OFFICE, ...attempts]))).toEqual([]);
  expect(reviewed(await checklistOf([...disputedOffice(true), ...attempts]))).toEqual([['admin-logon-success-elsewhere', 'FS01', 'began-elsewhere']]);
});

test('a person whom the organisation calls an administrator is one by every check', async () => {
  const attempts = linesOf('4768,account=gyomu,domain=MIDORI,sid=1301,from=10.1.2.1\n4771,account=gyomu,sid=1301,from=10.1.2.1');
  const as = (kind: string) => checklistOf([...OFFICE, ...linesOf(`${kind},account=gyomu,sid=1301,privileged_by=adlogon.yaml`), ...attempts]);
  expect(reviewed(await as('person'))).toEqual([]);
  expect(reviewed(await as('administrator'))).toEqual([
    ['admin-logon-success-elsewhere', 'PC01', 'not-an-admin-terminal'],
    ['admin-logon-failure-elsewhere', 'PC01', 'administrator'],
  ]);
});

test('an account of another domain that is known by its SID alone is an administrator under the name of the record', async () => {
  const lines = linesOf(`
    administrator,account=NULL,domain=NULL,domain_dns=NULL,kind=foreign,sid=S-1-5-21-9-9-9-1105,privileged_by=adlogon.yaml
    4624,account=boss,domain=PREF,sid=S-1-5-21-9-9-9-1105,from=10.1.2.1`);
  const { results } = await checklistOf([...OFFICE, ...lines]);
  expect(results[0]?.findings).toMatchObject([{ account: 'boss', level: 'review', privilegedBy: 'adlogon.yaml' }]);
});

const NO_DIRECTORY = OFFICE.filter(([kind = '', ...cells]) => kind !== 'directories' && !cells.includes('role=domain controller'));
const EXPECTED = 'expected_recorders,network=office,recorder';

test('the log of an expected recorder that is not there is missing, with and without a directory', async () => {
  const fileServer = linesOf(`${EXPECTED}=FS01,recorded_by=FS01.midori.example.jp`);
  for (const office of [OFFICE, NO_DIRECTORY]) {
    const { results, coverage } = await checklistOf([...office, ...fileServer]);
    expect(coverage.filter((line) => line.recordedBy === 'fs01.midori.example.jp').map((line) => [line.evidence, line.state])).toEqual([
      ['logon-successes', 'missing'],
      ['logon-failures', 'missing'],
    ]);
    const failures = results.find(({ check }) => check.id === 'user-terminal-logon-failure');
    expect([failures?.outcome, failures?.gaps.map(({ code, about }) => [code, about])]).toEqual([
      'not assessed',
      [['no-recorder-log', 'fs01.midori.example.jp']],
    ]);
  }
});

test('an expected recorder is the one whose log is there, by its short name', async () => {
  const expected = linesOf(`${EXPECTED}=DC01,recorded_by=dc01\n${EXPECTED}=DC02,recorded_by=dc02`);
  const rows = await askOf([...NO_DIRECTORY, ...expected], 'select recorded_by, expected, records from recorders order by recorder');
  expect(rows).toEqual([
    { recorded_by: 'DC01.midori.example.jp', expected: true, records: 1000 },
    { recorded_by: 'DC02.midori.example.jp', expected: true, records: 1000 },
  ]);
});

test('without a directory the expected recorders say whose logs there are to be', async () => {
  const outcomeOf = async (lines: readonly Line[]) =>
    (await checklistOf(lines)).results.find(({ check }) => check.id === 'user-terminal-logon-failure')?.outcome;
  expect(await outcomeOf(NO_DIRECTORY)).toBe('not assessed');
  expect(await outcomeOf([...NO_DIRECTORY, ...linesOf(`${EXPECTED}=DC01,recorded_by=DC01`)])).toBe('clean');
});

test('an expected recorder does not make the other logs less important where no domain controller is named', async () => {
  const rows = await askOf(
    [...NO_DIRECTORY, ...linesOf(`${EXPECTED}=DC01,recorded_by=DC01`)],
    'select recorder, expected from recorders order by recorder',
  );
  expect(rows).toEqual([
    { recorder: 'DC01', expected: true },
    { recorder: 'DC02', expected: true },
  ]);
});
