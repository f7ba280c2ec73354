import { expect, test } from 'vitest';
import { readChecks } from '../../src/checks/read-checks.ts';
import { CHECKS_FOLDER } from '../../src/checks/rules-folder.ts';
import { checklistOf, linesOf, readLines, rulesPath } from '../rules-tables.ts';

const CHECKS = (await readChecks(CHECKS_FOLDER)).filter(({ id }) => id.startsWith('admin-logon-'));
const OFFICE = await readLines(rulesPath('office.csv'));

/** Two servers, a second admin terminal, and the logs of these and of the first. */
const PLACES = [
  ...['SRV1', 'SRV2'].flatMap((name, n) => [
    `terminals,terminal=${name},role=server`,
    `addresses,terminal=${name},terminal_address=10.1.0.${20 + n}`,
  ]),
  'terminals,terminal=ADM02,role=user terminal,admin_terminal=true',
  'addresses,terminal=ADM02,terminal_address=10.1.1.2',
  ...['SRV1', 'SRV2', 'ADM01', 'ADM02'].map(
    (name) =>
      `recordings,input=3,recorded_by=${name}.midori.example.jp,records=9,first_record_id=1,last_record_id=9,first_at=2026-11-08 23:00,last_at=2026-11-14 01:00`,
  ),
].join('\n');

const MORI = 'account=adm-mori,domain=MIDORI,sid=1101';
const SATO = 'account=sato,domain=MIDORI,sid=1201';
const BY_SATO = 'acting_account=sato,acting_domain=MIDORI,acting_sid=S-1-5-21-7-8-9-1201';

/** What the checks of administrators say, with the trail of each finding. */
async function trailsOf(text: string) {
  const { results } = await checklistOf([...OFFICE, ...linesOf(`${PLACES}\n${text}`)], CHECKS);
  return results.flatMap(({ check, findings }) =>
    findings.map((finding) => ({
      ...(check.id === 'admin-logon-failure-elsewhere' ? { failed: true } : {}),
      from: finding.terminal,
      level: finding.level,
      because: finding.levelBecause,
      ends: finding.trailEnd,
      chain: finding.chain,
      ...(finding.credentialsChanged ? { credentialsChanged: true } : {}),
    })),
  );
}

/** The everyday account at the admin terminal: at its keyboard, or by remote desktop from elsewhere. */
function everyday(from: string): string {
  return from === 'keyboard'
    ? `4624,at=10:00,${SATO},type=2,by=ADM01,input=3,logon_id=5001`
    : `4624,at=10:00,${SATO},type=10,from=${from},by=ADM01,input=3,logon_id=5001`;
}

/** What it does there with the administrator's credentials. */
const USED = {
  runas: `4624,at=10:05,${MORI},type=2,from=loopback,by=ADM01,input=3,logon_id=6001,${BY_SATO},acting_logon_id=5001`,
  'the prompt for elevation': `4624,at=10:05,${MORI},type=2,from=loopback,by=ADM01,input=3,logon_id=6001,acting_account=ADM01$,acting_sid=S-1-5-18,acting_logon_id=999,logon_process=CredPro,process=C:\\Windows\\System32\\consent.exe
    4768,at=10:05,${MORI},from=10.1.1.1`,
  'runas /netonly': `4624,at=10:05,${SATO},type=9,by=ADM01,input=3,logon_id=6001,outbound_account=adm-mori,${BY_SATO},acting_logon_id=5001
    4768,at=10:06,${MORI},from=10.1.1.1`,
  'credentials given': `4648,at=10:05,${MORI},by=ADM01,input=3,${BY_SATO},acting_logon_id=5001,target_server=dc01
    4624,at=10:05:01,${MORI},from=10.1.1.1`,
};

test.each(Object.entries(USED))(
  "an everyday account by remote desktop from a user's PC to an admin terminal, and there %s: began at the PC",
  async (_, used) => {
    const trails = await trailsOf(`${everyday('10.1.2.1')}\n${used}`);
    expect(trails).toMatchObject([{ from: 'ADM01', level: 'review', because: 'began-elsewhere', ends: 'user-terminal', credentialsChanged: true }]);
    expect(trails[0]?.chain).toMatch(/^PC01 → ADM01/);
  },
);

test.each(Object.entries(USED))('the same by a person at the keyboard, or from another admin terminal (%s): nothing', async (_, used) => {
  expect(await trailsOf(`${everyday('keyboard')}\n${used}`)).toEqual([]);
  expect(await trailsOf(`${everyday('10.1.1.2')}\n${used}`)).toEqual([]);
});

test("an administrator by remote desktop from a user's PC to an admin terminal, and on to two servers: each began at the PC", async () => {
  expect(
    await trailsOf(`
      4624,at=10:00,${MORI},type=10,from=10.1.2.1,by=ADM01,input=3,logon_id=5001
      4624,at=10:10,${MORI},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5002
      4624,at=10:20,${MORI},type=10,from=10.1.0.20,by=SRV2,input=3,logon_id=5003`),
  ).toEqual([
    { from: 'PC01', level: 'review', because: 'not-an-admin-terminal', ends: 'user-terminal', chain: 'PC01 → ADM01' },
    { from: 'ADM01', level: 'review', because: 'began-elsewhere', ends: 'user-terminal', chain: 'PC01 → ADM01 → SRV1' },
    { from: 'SRV1', level: 'review', because: 'began-elsewhere', ends: 'user-terminal', chain: 'PC01 → ADM01 → SRV1 → SRV2' },
  ]);
});

test('from one admin terminal to another and on: nothing to review', async () => {
  const trails = await trailsOf(`
    4624,at=09:00,${MORI},type=2,by=ADM02,input=3,logon_id=4001
    4624,at=10:00,${MORI},type=10,from=10.1.1.2,by=ADM01,input=3,logon_id=5001
    4624,at=10:10,${MORI},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5002
    4768,at=10:20,${MORI},from=10.1.0.20`);
  expect(trails.map(({ from, level }) => [from, level])).toEqual([['SRV1', 'note']]);
});

test('at the keyboard and by remote desktop from a PC at once: doubted, until that session has ended', async () => {
  const both = `
    4624,at=09:00,${MORI},type=2,by=ADM01,input=3,logon_id=4001
    4624,at=10:00,${MORI},type=10,from=10.1.2.1,by=ADM01,input=3,logon_id=5001`;
  const doubted = await trailsOf(`${both}\n4624,at=10:10,${MORI},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5002`);
  expect(doubted).toMatchObject([{ from: 'PC01' }, { from: 'ADM01', level: 'review', because: 'origin-doubted', ends: 'user-terminal' }]);
  const ended = await trailsOf(`${both}
    4634,at=10:05,${MORI},by=ADM01,input=3,logon_id=5001
    4624,at=10:10,${MORI},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5002`);
  expect(ended).toMatchObject([{ from: 'PC01' }]);
});

test('a share of the admin terminal that was opened from a PC leads nobody to it', async () => {
  const trails = await trailsOf(`
    4624,at=10:00,${MORI},type=3,from=10.1.2.1,by=ADM01,input=3,logon_id=5001
    4624,at=10:10,${MORI},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5002`);
  expect(trails.map(({ from }) => from)).toEqual(['PC01']);
});

test('the everyday account comes over a server: from a PC it began there, from a server without log nobody knows', async () => {
  const overServer = `
    4624,at=10:00,${SATO},type=10,from=10.1.0.20,by=ADM01,input=3,logon_id=5001
    ${USED.runas}`;
  expect(await trailsOf(`4624,at=09:50,${SATO},type=10,from=10.1.2.1,by=SRV1,input=3,logon_id=4001\n${overServer}`)).toMatchObject([
    { from: 'ADM01', level: 'review', because: 'began-elsewhere', ends: 'user-terminal', chain: 'PC01 → SRV1 → ADM01' },
  ]);
  expect(await trailsOf(`4624,at=09:50,${SATO},type=10,from=10.1.1.2,by=SRV1,input=3,logon_id=4001\n${overServer}`)).toEqual([]);
  expect(await trailsOf(overServer.replace('10.1.0.20', '10.1.0.10'))).toMatchObject([
    { from: 'ADM01', level: 'review', because: 'began-elsewhere', ends: 'server-without-log', chain: 'FS01 → ADM01' },
  ]);
});

test.each([
  ['10.1.1.1', 'note', 'continued-from-admin-terminal', 'admin-terminal'],
  ['10.1.2.1', 'review', 'began-elsewhere', 'user-terminal'],
] as const)(
  'a password mistyped from one server to the next follows the chain as a success does (from %s)',
  async (address, level, because, ends) => {
    const trails = await trailsOf(`
    4624,at=10:00,${MORI},type=10,from=${address},by=SRV1,input=3,logon_id=5001
    4625,at=10:10,account=adm-mori,domain=MIDORI,type=3,from=10.1.0.20,by=SRV2,input=3`);
    expect(trails.filter(({ failed }) => failed)).toMatchObject([{ failed: true, from: 'SRV1', level, because, ends }]);
  },
);

test('the prompt for elevation belongs to whoever connected last: from the PC until somebody unlocks the screen at the keyboard', async () => {
  const story = (prompted: string) => `
    4624,at=09:00,${SATO},type=2,by=ADM01,input=3,logon_id=4001
    4624,at=10:00,${SATO},type=10,from=10.1.2.1,by=ADM01,input=3,logon_id=5001
    4778,at=10:00:02,account=sato,domain=MIDORI,logon_id=4001,from=10.1.2.1,named=PC01,by=ADM01,input=3
    4624,at=12:00,${SATO},type=7,by=ADM01,input=3,logon_id=5003
    ${USED['the prompt for elevation'].replaceAll('10:05', prompted)}`;
  expect(await trailsOf(story('09:30'))).toEqual([]);
  expect(await trailsOf(story('11:00'))).toMatchObject([{ from: 'ADM01', level: 'review', because: 'began-elsewhere', chain: 'PC01 → ADM01' }]);
  expect(await trailsOf(story('13:00'))).toEqual([]);
});

test.each([
  [
    '10.1.2.1',
    [{ from: 'ADM01', level: 'review', because: 'began-elsewhere', ends: 'user-terminal', chain: 'PC01 → ADM01', credentialsChanged: true }],
  ],
  ['keyboard', []],
] as const)('credentials given at an admin terminal for a server of which no log tells, by a session from %s', async (from, trails) => {
  const given = `4648,at=10:05,${MORI},by=ADM01,input=3,${BY_SATO},acting_logon_id=5001,target_server=nas01`;
  const atWork = `4624,at=09:00,${MORI},type=2,by=ADM02,input=3,logon_id=4001`;
  expect(await trailsOf(`${atWork}\n${everyday(from)}\n${given}`)).toEqual(trails);
});

test('many failures at a server are to review, wherever the session began', async () => {
  const trails = await trailsOf(`
    4624,at=10:00,${MORI},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5001
    4771,at=10:10,times=12,every=20,account=adm-mori,sid=1101,from=10.1.0.20`);
  expect(trails).toMatchObject([{ failed: true, from: 'SRV1', level: 'review', because: 'administrator' }]);
});
