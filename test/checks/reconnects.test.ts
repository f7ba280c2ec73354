import { expect, test } from 'vitest';
import { readChecks } from '../../src/checks/read-checks.ts';
import { CHECKS_FOLDER } from '../../src/checks/rules-folder.ts';
import { sentenceOf } from '../../src/report/sentence.ts';
import { checklistOf, linesOf, readLines, rulesPath } from '../rules-tables.ts';

const CHECKS = (await readChecks(CHECKS_FOLDER)).filter(({ id }) => id === 'admin-logon-success-elsewhere');
const OFFICE = await readLines(rulesPath('office.csv'));

const PLACES = [
  'terminals,terminal=SRV1,role=server',
  'addresses,terminal=SRV1,terminal_address=10.1.0.20',
  ...['SRV1', 'ADM01'].map(
    (name) =>
      `recordings,input=3,recorded_by=${name}.midori.example.jp,records=9,first_record_id=1,last_record_id=9,first_at=2026-11-08 23:00,last_at=2026-11-14 01:00`,
  ),
].join('\n');

const MORI = 'account=adm-mori,domain=MIDORI';
const SATO = 'account=sato,domain=MIDORI';
const BY_SATO = 'acting_account=sato,acting_domain=MIDORI,acting_sid=S-1-5-21-7-8-9-1201';

async function findingsOf(text: string) {
  const { results } = await checklistOf([...OFFICE, ...linesOf(`${PLACES}\n${text}`)], CHECKS);
  return results[0]?.findings ?? [];
}

async function trailsOf(text: string) {
  return (await findingsOf(text)).map(({ terminal, level, levelBecause, chain, count }) => ({
    from: terminal,
    level,
    because: levelBecause,
    chain,
    count,
  }));
}

/** An administrator's session at a server, begun from the admin terminal. */
const BEGUN = `4624,at=09:00,${MORI},sid=1101,type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5001`;

test("an administrator's session that is connected again from a user's PC is a finding there, and what goes on from it is doubted", async () => {
  const taken = `${BEGUN}\n4778,at=14:00,${MORI},logon_id=5001,from=10.1.2.1,named=PC01,by=SRV1,input=3`;
  expect(await trailsOf(`${taken}\n4768,at=14:10,${MORI},sid=1101,from=10.1.0.20`)).toEqual([
    { from: 'PC01', level: 'review', because: 'not-an-admin-terminal', chain: 'PC01 → SRV1', count: 1 },
    { from: 'SRV1', level: 'review', because: 'origin-doubted', chain: 'PC01 → SRV1', count: 1 },
  ]);
  const [finding] = await findingsOf(taken);
  const check = CHECKS[0];
  if (finding === undefined || check === undefined) throw new Error('nothing found');
  const options = { language: 'en', timezone: 'Asia/Tokyo' } as const;
  expect(sentenceOf(check.sentence, finding, options)).toMatch(/^adm-mori .* connected to an open session again from PC01, which nothing proves/);
});

test('connected again from the admin terminal, or at its own: nothing to review', async () => {
  expect(await trailsOf(`${BEGUN}\n4778,at=14:00,${MORI},logon_id=5001,from=10.1.1.1,named=ADM01,by=SRV1,input=3`)).toEqual([]);
  const atKeyboard = `4624,at=09:00,${MORI},sid=1101,type=2,by=ADM01,input=3,logon_id=5001`;
  expect(await trailsOf(`${atKeyboard}\n4778,at=14:00,${MORI},logon_id=5001,from=loopback,named=ADM01,by=ADM01,input=3`)).toEqual([]);
});

test('the logon by remote desktop seconds before tells of it: one row, and its address counts, not the one that the client gives of itself', async () => {
  const [from, again] = ['10.1.1.1', '192.168.7.7'];
  expect(
    await trailsOf(`4624,at=09:00:00,${MORI},sid=1101,type=10,from=${from},by=SRV1,input=3,logon_id=5001
    4778,at=09:00:02,${MORI},logon_id=5001,from=${again},named=ADM01,by=SRV1,input=3
    4768,at=09:10,${MORI},sid=1101,from=10.1.0.20`),
  ).toMatchObject([{ from: 'SRV1', level: 'note', because: 'continued-from-admin-terminal' }]);
});

test("an everyday account's session, begun at the admin terminal's keyboard and connected again from a user's PC: runas in it began at the PC, before it did not", async () => {
  const story = (used: string) => `
    4624,at=09:00,${SATO},sid=1201,type=2,by=ADM01,input=3,logon_id=5001
    4624,at=${used},${MORI},sid=1101,type=2,from=loopback,by=ADM01,input=3,logon_id=6001,${BY_SATO},acting_logon_id=5001
    4778,at=13:00,${SATO},logon_id=5001,from=10.1.2.1,named=PC01,by=ADM01,input=3`;
  expect(await trailsOf(story('12:00'))).toEqual([]);
  expect(await trailsOf(story('14:00'))).toMatchObject([{ from: 'ADM01', level: 'review', because: 'began-elsewhere', chain: 'PC01 → ADM01' }]);
  // Back at the keyboard.
  expect(await trailsOf(`${story('15:00')}\n4778,at=14:30,${SATO},logon_id=5001,from=loopback,named=ADM01,by=ADM01,input=3`)).toEqual([]);
});

test('whose client calls itself otherwise than its address is not taken for the admin terminal', async () => {
  expect(await trailsOf(`4778,at=14:00,${MORI},logon_id=5001,from=10.1.1.1,named=PC01,by=SRV1,input=3`)).toMatchObject([
    { from: 'ADM01', level: 'review', because: 'admin-terminal-doubted' },
  ]);
});

test('an account that is no administrator may connect again from wherever it likes', async () => {
  expect(await trailsOf(`4778,at=14:00,${SATO},logon_id=5001,from=10.1.2.1,named=PC01,by=SRV1,input=3`)).toEqual([]);
});
