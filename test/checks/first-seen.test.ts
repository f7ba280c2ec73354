import { describe, expect, test } from 'vitest';
import { readChecks } from '../../src/checks/read-checks.ts';
import { CHECKS_FOLDER } from '../../src/checks/rules-folder.ts';
import { signsOf } from '../../src/report/signs-text.ts';
import { askOf, checklistOf, type Line, linesOf, readLines, rulesPath } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));
const CHECKS = (await readChecks(CHECKS_FOLDER)).filter(({ id }) => id === 'non-human-logon' || id === 'user-terminal-logon-failure');
/** Twelve days of every log, in which sato is at home at PC01 and abe at PC02; abe still is. */
const WEEKS = linesOf(`
  stored,at=2026-10-26 00:00,times=12,every=86400,by=DC01
  stored,at=2026-10-26 00:00,times=12,every=86400,by=DC02
  stored,at=2026-10-26 00:00,times=12,every=86400,by=FS01
  home,at=2026-10-26 00:00,times=9,every=86400,account=sato,sid=1201,from=10.1.2.1
  home,at=2026-10-26 00:00,times=9,every=86400,account=abe,sid=1202,from=10.1.2.2
  4768,at=2026-11-10 00:20,account=abe,domain=MIDORI,sid=1202,from=10.1.2.2
`);
const AT_HOME = linesOf('4768,at=2026-11-10 00:10,account=sato,domain=MIDORI,sid=1201,from=10.1.2.1');

describe('whether an account is new at a terminal', () => {
  const pairOf = async (lines: readonly Line[], place = 'terminal PC02') => {
    const rows = await askOf(
      lines,
      `select first_seen, first_seen_anywhere, known_days from first_seen
      where place = '${place}' and account_number not in (select account_number from recorded_accounts where account = 'abe')`,
    );
    return rows.map((row) => [row.first_seen, row.first_seen_anywhere, row.known_days]);
  };
  const elsewhere = linesOf('4768,at=2026-11-10 01:00,account=sato,domain=MIDORI,sid=1201,from=10.1.2.2');

  test('new, known, and new everywhere', async () => {
    expect(await pairOf([...OFFICE, ...WEEKS, ...elsewhere])).toEqual([[true, false, 0]]);
    expect(await pairOf([...OFFICE, ...WEEKS, ...AT_HOME], 'terminal PC01')).toEqual([[false, false, 9]]);
    const nobody = linesOf('4768,at=2026-11-10 01:00,account=ueda,domain=MIDORI,sid=1204,from=10.1.2.2');
    expect(await pairOf([...OFFICE, ...WEEKS, ...nobody])).toEqual([[true, true, 0]]);
  });

  test('too few days say nothing', async () => {
    const few = WEEKS.map((line) => line.map((cell) => cell.replace('times=12', 'times=9')));
    expect(await pairOf([...OFFICE, ...few, ...elsewhere])).toEqual([]);
  });

  test('a domain controller whose log the weeks before lack may have known it', async () => {
    const without = WEEKS.filter((line) => !line.includes('by=DC02'));
    expect(await pairOf([...OFFICE, ...without, ...elsewhere])).toEqual([[null, false, 0]]);
    expect(await pairOf([...OFFICE, ...without, ...AT_HOME], 'terminal PC01'), 'what is known stays known').toEqual([[false, false, 9]]);
  });

  test('what only a machine recorded whose log is new to the store cannot be said', async () => {
    const keyboard = linesOf('4624,at=2026-11-10 01:00,account=sato,domain=MIDORI,sid=1201,type=2,by=PC02,input=3');
    expect(await pairOf([...OFFICE, ...WEEKS, ...keyboard])).toEqual([[null, false, 0]]);
    expect(await pairOf([...OFFICE, ...WEEKS, ...keyboard, ...elsewhere])).toEqual([[true, false, 0]]);
  });

  test('an address at which the account was known without its terminal', async () => {
    const unnamed = linesOf('home,at=2026-10-27 05:00,account=sato,sid=1201,from=10.1.2.99');
    const named = linesOf(`
      lease,terminal=PC03,terminal_address=10.1.2.99,held_from=2026-11-09 20:00,held_until=2026-11-11 00:00
      4768,at=2026-11-10 01:00,account=sato,domain=MIDORI,sid=1201,from=10.1.2.99`);
    expect(await pairOf([...OFFICE, ...WEEKS, ...named], 'terminal PC03')).toEqual([[true, false, 0]]);
    expect(await pairOf([...OFFICE, ...WEEKS, ...unnamed, ...named], 'terminal PC03')).toEqual([[null, false, 0]]);
  });

  test('an address of which nobody knows the terminal', async () => {
    const visitor = linesOf('4768,at=2026-11-10 01:00,account=sato,domain=MIDORI,sid=1201,from=10.9.9.9');
    expect(await pairOf([...OFFICE, ...WEEKS, ...visitor], 'address 10.9.9.9')).toEqual([[null, false, 0]]);
  });
});

describe('what a finding says of it', () => {
  const wordOf = async (lines: readonly Line[]) => {
    const { results } = await checklistOf([...OFFICE, ...WEEKS, ...lines], CHECKS);
    return results.flatMap(({ findings }) =>
      findings.map(({ account, baseline }) => [account, baseline?.state, baseline?.newAnywhere, baseline?.days]),
    );
  };

  test('a mistyped password at the own PC and at another', async () => {
    expect(await wordOf(linesOf('4771,at=2026-11-10 00:05,account=sato,domain=MIDORI,sid=1201,from=10.1.2.1'))).toEqual([
      ['sato', 'known', false, 12],
    ]);
    expect(await wordOf(linesOf('4771,at=2026-11-10 00:05,account=sato,domain=MIDORI,sid=1201,from=10.1.2.2'))).toEqual([['sato', 'new', false, 12]]);
  });

  test('a name that nobody has is at home nowhere', async () => {
    expect(await wordOf(linesOf('4771,at=2026-11-10 00:05,account=satoo,why=no-such-account,from=10.1.2.2'))).toEqual([
      ['satoo', undefined, undefined, undefined],
    ]);
  });
});

describe('the first time at the PC of another', () => {
  /** A ticket, and NTLM that names no machine: one weak sign. */
  const weak = (account: string, sid: number, from: string) =>
    linesOf(`
      4768,at=2026-11-10 04:59,account=${account},domain=MIDORI,sid=${sid},from=${from}
      4624,at=2026-11-10 05:00,account=${account},domain=MIDORI,sid=${sid},from=${from},logon_process=NtLmSsp,key_length=128,by=FS01,input=3`);
  const judged = async (lines: readonly Line[]) => {
    const { results } = await checklistOf([...OFFICE, ...lines], CHECKS);
    return results.flatMap(({ findings }) =>
      findings.map((one) => [
        one.level,
        one.account,
        signsOf(one)
          .map(({ sign }) => sign)
          .join(' '),
      ]),
    );
  };

  test('adds to a weak sign, with its numbers, and is none alone', async () => {
    const lines = [...WEEKS, ...AT_HOME, ...weak('sato', 1201, '10.1.2.2')];
    expect(await judged(lines)).toEqual([['review', 'sato', 'no-machine-name first-time']]);
    const signs = await askOf([...OFFICE, ...lines], "select measured, within_seconds, named from program_signs where because = 'first-time'");
    expect(signs).toEqual([{ measured: 1, within_seconds: 12, named: 'PC01' }]);
    expect(await judged([...WEEKS, ...AT_HOME, ...linesOf('4768,at=2026-11-10 05:00,account=sato,domain=MIDORI,sid=1201,from=10.1.2.2')])).toEqual(
      [],
    );
  });

  test('at a server of the domain, too, and not at a storage', async () => {
    expect(await judged([...WEEKS, ...AT_HOME, ...weak('sato', 1201, '10.1.0.10')])).toEqual([['review', 'sato', 'no-machine-name first-time']]);
    const storage = linesOf(`
      terminals,terminal=NAS01,role=server,known_by=inventory
      addresses,terminal=NAS01,terminal_address=10.1.0.77`);
    expect(await judged([...WEEKS, ...AT_HOME, ...storage, ...weak('sato', 1201, '10.1.0.77')])).toEqual([['note', 'sato', 'no-machine-name']]);
  });

  test.each([
    ['who is new', weak('ueda', 1204, '10.1.2.2')],
    ['who has moved, and was not at home any more', weak('sato', 1201, '10.1.2.2')],
    ['at a PC of nobody', [...AT_HOME, ...weak('sato', 1201, '10.1.2.3')]],
    ['at a PC of many', [...AT_HOME, ...many('10.1.2.2', [1203, 1204, 1205]), ...weak('sato', 1201, '10.1.2.2')]],
    [
      'who helps everybody',
      [...AT_HOME, ...['10.1.2.3', '10.1.2.4', '10.1.0.10'].flatMap((from) => many(from, [1201])), ...weak('sato', 1201, '10.1.2.2')],
    ],
  ])('says nothing: %s', async (_, lines) => {
    const rows = await judged([...WEEKS, ...lines]);
    expect(rows.map(([level, , signs]) => [level, signs])).toEqual([['note', 'no-machine-name']]);
  });

  test('nor where another source names the terminal at home', async () => {
    const address = linesOf('lease,terminal=PC01,terminal_address=10.1.2.2,held_from=2026-11-10 02:00,held_until=2026-11-11 00:00');
    const rows = await judged([...WEEKS, ...AT_HOME, ...address, ...weak('sato', 1201, '10.1.2.2')]);
    expect(rows.every(([level, , signs]) => level === 'note' && !String(signs).includes('first-time'))).toBe(true);
  });
});

/** Known there by one day, and seen in the period at a terminal of their own. */
function many(from: string, sids: readonly number[]): readonly Line[] {
  const names = new Map([
    [1201, 'sato'],
    [1203, 'ito'],
    [1204, 'ueda'],
    [1205, 'endo'],
  ]);
  return sids.flatMap((sid) =>
    linesOf(`
      home,at=2026-10-27 03:00,account=${names.get(sid)},sid=${sid},from=${from}
      4768,at=2026-11-10 00:30,account=${names.get(sid)},domain=MIDORI,sid=${sid},from=10.1.2.${sid - 1200}`),
  );
}
