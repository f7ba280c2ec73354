import { expect, test } from 'vitest';
import { askOf, type Line, linesOf } from '../rules-tables.ts';

const OFFICE = linesOf(`
  directories
  terminals,terminal=DC01,role=domain controller
  terminals,terminal=GW01,role=server
  terminals,terminal=PC01,role=user terminal
  terminals,terminal=PC02,role=user terminal
  terminals,terminal=PC03,role=user terminal
  addresses,terminal=GW01,terminal_address=10.1.0.10
  addresses,terminal=PC01,terminal_address=10.1.2.1
  addresses,terminal=PC02,terminal_address=10.1.2.2
  addresses,terminal=PC03,terminal_address=10.1.2.3
  inputs,input=1,file=DC01.evtx
  period,asked_from=2026-11-09,asked_until=2026-11-14
  person,account=chief,sid=1100
  4768,at=2026-11-09 00:00,account=chief,domain=MIDORI,sid=1100,from=10.1.9.9
`);
const [GATEWAY, PC] = ['10.1.0.10', '10.1.2.1'];

test('a slow spray at a PC is of eight accounts that never log on there, within 48 hours', async () => {
  expect(await crowds(strangers(8, PC, 60))).toEqual(['slow-spray 8 1']);
  expect(await crowds(strangers(7, PC, 60))).toEqual([]);
  expect(await crowds(strangers(8, PC, 420))).toEqual([]);
});

test('whoever logs on there before or afterwards is no stranger', async () => {
  const regular = linesOf(`4768,at=2026-11-08 23:00,account=p8,domain=MIDORI,sid=1208,from=${PC}`);
  expect(await crowds([...strangers(8, PC, 60), ...regular])).toEqual([]);
  const guessed = linesOf(`4768,at=2026-11-10 10:00,account=p9,domain=MIDORI,sid=1209,from=${PC}`);
  expect(await crowds([...strangers(9, PC, 60), ...guessed]), 'the one whose password was guessed belongs to it').toEqual(['slow-spray 9 1']);
  expect(await crowds([...strangers(8, PC, 60), ...linesOf(`4768,at=2026-11-10 10:00,account=p8,domain=MIDORI,sid=1208,from=${PC}`)])).toEqual([]);
});

test('whoever logged on there in the weeks of the store before is no stranger', async () => {
  const before = (n: number) =>
    linesOf(
      `logon_hours,organisation=midori,network=office,hour=2026-10-20 01:00,recorded_by=DC01,account=p${n},account_domain=MIDORI,account_sid=S-1-5-21-7-8-9-${1200 + n},logon_type=10,succeeded=true,terminal_address=${PC},terminal_address_kind=ordinary,first_at=2026-10-20 01:05,last_at=2026-10-20 01:06,records=2`,
    );
  expect(await crowds([...strangers(8, PC, 60), ...before(8)])).toEqual([]);
  expect(await crowds([...strangers(8, PC, 60), ...before(9)])).toEqual(['slow-spray 8 1']);
});

test('who types it rightly at another terminal within minutes has moved there, and is told with a slow spray that others make', async () => {
  const at = (n: number, minutes: number, event = '4768') =>
    linesOf(
      `${event},at=2026-11-09 ${String(n).padStart(2, '0')}:${String(minutes).padStart(2, '0')},account=p${n},domain=MIDORI,sid=${1200 + n},from=10.1.2.2`,
    );
  expect(await crowds([...strangers(8, PC, 60), ...at(8, 10)])).toEqual([]);
  expect(await crowds([...strangers(8, PC, 60), ...at(8, 11)])).toEqual(['slow-spray 8 1']);
  expect(await crowds([...strangers(8, PC, 60), ...at(8, 5, '4624,type=3')]), 'a network logon is of every minute').toEqual(['slow-spray 8 1']);
  expect(await crowds([...strangers(9, PC, 60), ...at(8, 5)])).toEqual(['slow-spray 9 1']);
});

test('a program that goes on all day with an old password is no stranger', async () => {
  const retried = Array.from({ length: 8 }, (_, i) => `4771,at=2026-11-09 0${i}:05,times=11,every=300,account=p${i + 1},sid=${1201 + i},from=${PC}`);
  expect(await crowds([...people(8), ...linesOf(retried.join('\n'))])).toEqual([]);
});

test('where two hundred log on, nine strangers are of every day and ten are a slow spray', async () => {
  const regulars = Array.from({ length: 200 }, (_, i) => `4768,at=2026-11-08 23:00,account=r${i},domain=MIDORI,sid=${2000 + i},from=${GATEWAY}`);
  const persons = Array.from({ length: 200 }, (_, i) => `person,account=r${i},sid=${2000 + i}`);
  const town = linesOf([...persons, ...regulars].join('\n'));
  expect(await crowds([...town, ...strangers(9, GATEWAY, 60)])).toEqual([]);
  expect(await crowds([...town, ...strangers(10, GATEWAY, 60)])).toEqual(['slow-spray 10 1']);
});

test('at a server, names that nobody has are no strangers: many people mistype their names there', async () => {
  const named = (address: string) =>
    linesOf(
      Array.from({ length: 9 }, (_, i) => `4768,at=2026-11-09 0${i}:30,account=typo${i},domain=MIDORI,why=no-such-account,from=${address}`).join(
        '\n',
      ),
    );
  expect(await crowds(named(GATEWAY))).toEqual([]);
  expect(await crowds(named(PC))).toEqual(['slow-spray 9 1']);
});

test('a log of failures alone cannot tell strangers at a server, but can at a PC', async () => {
  const failuresAlone = OFFICE.filter(([table]) => table !== '4768');
  expect(await crowds(strangers(9, GATEWAY, 60), failuresAlone)).toEqual([]);
  expect(await crowds(strangers(9, PC, 60), failuresAlone)).toEqual(['slow-spray 9 1']);
});

test('a spray over terminals is of ten strangers at three places within a minute', async () => {
  const at = (accounts: number, places: number, seconds: number) => [
    ...people(accounts),
    ...linesOf(
      Array.from({ length: accounts }, (_, i) => {
        const second = String(i * seconds).padStart(2, '0');
        return `4771,at=2026-11-09 03:00:${second},account=p${i + 1},sid=${1201 + i},from=10.1.2.${1 + (i % places)}`;
      }).join('\n'),
    ),
  ];
  const wide = (rows: readonly string[]) => rows.filter((row) => row.startsWith('spread'));
  expect(wide(await crowds(at(12, 3, 2)))).toEqual(['spread-spray 12 3']);
  expect(wide(await crowds(at(9, 3, 2)))).toEqual([]);
  expect(wide(await crowds(at(12, 2, 2)))).toEqual([]);
});

test('so is one of twenty within 48 hours, few at each of several user terminals, and of more where many people log on', async () => {
  const few = (accounts: number, places: number, minutes = 100) => strangers(accounts, (i) => `10.1.2.${1 + (i % places)}`, minutes);
  expect(await slowAndSpread(few(20, 3))).toEqual([20]);
  expect(await slowAndSpread(few(19, 3))).toEqual([0]);
  expect(await slowAndSpread(few(14, 2)), 'at two terminals').toEqual([0]);
  expect(await slowAndSpread(few(20, 3, 200)), 'over more than 48 hours').toEqual([0]);
  expect(await slowAndSpread(few(30, 3)), 'each a slow spray of its own').toEqual([0]);
  const homes = Array.from({ length: 401 }, (_, i) => `4768,at=2026-11-09 00:30,account=r${i},domain=MIDORI,sid=${2000 + i},from=${PC}`);
  const others = linesOf([...homes, ...homes.map((_, i) => `person,account=r${i},sid=${2000 + i}`)].join('\n'));
  expect(await slowAndSpread([...few(20, 3), ...others]), 'five in a hundred of 401 people are more than 20').toEqual([0]);
  expect(await slowAndSpread([...few(21, 3), ...others])).toEqual([21]);
  const atHome = linesOf(`4768,at=2026-11-12 23:00,account=p1,domain=MIDORI,sid=1201,from=${PC}`);
  expect(await slowAndSpread([...few(20, 3), ...atHome]), 'one logs on there on another day').toEqual([0]);
  const moved = linesOf('4768,at=2026-11-09 01:10,account=p1,domain=MIDORI,sid=1201,from=10.1.2.9');
  expect(await slowAndSpread([...few(20, 3), ...moved]), 'one logs on at another terminal at once').toEqual([0]);
});

test('names that nobody has, mistyped at many terminals, are no spray over them', async () => {
  const typos = Array.from(
    { length: 21 },
    (_, i) => `4768,at=2026-11-1${i % 2} 0${i % 10}:30,account=typo${i},why=no-such-account,from=10.1.2.${1 + (i % 3)}`,
  );
  expect(await slowAndSpread(linesOf(typos.join('\n')))).toEqual([0]);
});

test('five who mistype at one place and log on at once are no spray; a guess that comes true amid one is part of it', async () => {
  const mistyped = (count: number) =>
    linesOf(
      Array.from({ length: count }, (_, i) => `4768,at=2026-11-09 01:0${i}:30,account=p${i + 1},domain=MIDORI,sid=${1201 + i},from=${PC}`).join('\n'),
    );
  const sprayed = async (lines: readonly Line[]) =>
    (await askOf([...OFFICE, ...lines], "select count(*) as moments from crowded_attempts where because = 'spray'")).map(({ moments }) =>
      Number(moments),
    );
  expect(await sprayed([...strangers(5, PC, 1), ...mistyped(5)])).toEqual([0]);
  expect(await sprayed([...strangers(5, PC, 1), ...mistyped(1)])).toEqual([5]);
  expect(await sprayed([...strangers(9, PC, 1), ...mistyped(5)]), 'fewer strangers than people of the place, and than a spray').toEqual([0]);
  expect(await sprayed([...strangers(9, PC, 1), ...mistyped(4)])).toEqual([9]);
});

test("computers that fail at their own place are no spray, their accounts tried from another's PC are", async () => {
  const computers = Array.from({ length: 8 }, (_, i) => `computer,account=PC3${i}$,sid=${1301 + i}\nterminals,terminal=PC3${i},role=user terminal`);
  const tried = (from: (i: number) => string) =>
    linesOf(
      [...computers, ...Array.from({ length: 8 }, (_, i) => `4771,at=2026-11-09 0${i}:00,account=PC3${i}$,sid=${1301 + i},from=${from(i)}`)].join(
        '\n',
      ),
    );
  expect(await crowds(tried(() => GATEWAY))).toEqual([]);
  expect(await crowds(tried(() => '10.9.9.9'))).toEqual([]);
  expect(await crowds(tried(() => PC))).toEqual(['slow-spray 8 1']);
});

/** So many people, from p1 on. */
function people(count: number): readonly Line[] {
  return linesOf(Array.from({ length: count }, (_, i) => `person,account=p${i + 1},sid=${1201 + i}`).join('\n'));
}

/** So many people who fail once each from an address, or each from one of their own, so many minutes apart. */
function strangers(count: number, address: string | ((i: number) => string), minutes: number): readonly Line[] {
  const begins = Date.UTC(2026, 10, 9, 1);
  const tried = Array.from({ length: count }, (_, i) => {
    const at = new Date(begins + i * minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
    return `4771,at=${at},account=p${i + 1},sid=${1201 + i},from=${typeof address === 'string' ? address : address(i)}`;
  });
  return [...people(count), ...linesOf(tried.join('\n'))];
}

/** How many accounts the model of slow sprays over many terminals tells. */
async function slowAndSpread(lines: readonly Line[]): Promise<readonly number[]> {
  const rows = await askOf([...OFFICE, ...lines], 'select count(distinct account_number) as accounts from slow_spread_crowds');
  return rows.map(({ accounts }) => Number(accounts));
}

/** What the model of strangers tells: which crowd, of how many accounts, at how many places. */
async function crowds(lines: readonly Line[], office = OFFICE): Promise<readonly string[]> {
  const rows = await askOf(
    [...office, ...lines],
    'select because, count(distinct account_number) as accounts, count(distinct place) as places from stranger_crowds group by because order by because',
  );
  return rows.map(({ because, accounts, places }) => `${because} ${accounts} ${places}`);
}
