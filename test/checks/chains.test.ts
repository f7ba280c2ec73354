import { expect, test } from 'vitest';
import { readChecks } from '../../src/checks/read-checks.ts';
import { CHECKS_FOLDER } from '../../src/checks/rules-folder.ts';
import { askOf, checklistOf, linesOf, readLines, rulesPath } from '../rules-tables.ts';

const CHECKS = (await readChecks(CHECKS_FOLDER)).filter(({ id }) => id === 'admin-logon-success-elsewhere');
const OFFICE = await readLines(rulesPath('office.csv'));

/** Servers beside those of the office, with addresses; `logs`: those whose own logs were given. */
function servers(names: readonly string[], logs: readonly string[] = names): string {
  return [
    ...names.flatMap((name, n) => [`terminals,terminal=${name},role=server`, `addresses,terminal=${name},terminal_address=10.1.0.${20 + n}`]),
    ...logs.map(
      (name) =>
        `recordings,input=3,recorded_by=${name}.midori.example.jp,records=9,first_record_id=1,last_record_id=9,first_at=2026-11-08 23:00,last_at=2026-11-14 01:00`,
    ),
  ].join('\n');
}

const MORI = 'account=adm-mori,domain=MIDORI,sid=1101';
const SATO = 'account=sato,domain=MIDORI,sid=1201';
const BY_MORI = 'acting_sid=S-1-5-21-7-8-9-1101';
const BY_SATO = 'acting_sid=S-1-5-21-7-8-9-1201';

/** What the check says, with the trail of each finding. */
async function trailsOf(text: string) {
  const { results } = await checklistOf([...OFFICE, ...linesOf(text)], CHECKS);
  return (results[0]?.findings ?? []).map((finding) => ({
    from: finding.terminal,
    level: finding.level,
    because: finding.levelBecause,
    ends: finding.trailEnd,
    hops: finding.originHops,
    chain: finding.chain,
    ...(finding.originInferred ? { inferred: true } : {}),
    ...(finding.credentialsChanged ? { credentialsChanged: true } : {}),
  }));
}

test('from an admin terminal to a server and on to a second and a third: nothing to review', async () => {
  expect(
    await trailsOf(`
      ${servers(['SRV1', 'SRV2', 'SRV3'])}
      4624,at=10:00,${MORI},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5001
      4624,at=10:10,${MORI},type=10,from=10.1.0.20,by=SRV2,input=3,logon_id=5002
      4624,at=10:20,${MORI},type=10,from=10.1.0.21,by=SRV3,input=3,logon_id=5003`),
  ).toEqual([
    { from: 'SRV1', level: 'note', because: 'continued-from-admin-terminal', ends: 'admin-terminal', hops: 1, chain: 'ADM01 → SRV1 → SRV2' },
    { from: 'SRV2', level: 'note', because: 'continued-from-admin-terminal', ends: 'admin-terminal', hops: 2, chain: 'ADM01 → SRV1 → SRV2 → SRV3' },
  ]);
});

test('the clock of a domain controller may be behind that of the server whose session asked it, by two minutes', async () => {
  const trails = await trailsOf(`
    ${servers(['SRV1'])}
    4624,at=10:02,${MORI},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5001
    4768,at=10:00:30,${MORI},from=10.1.0.20
    4768,at=09:00,${MORI},from=10.1.0.20`);
  expect(trails.map(({ level, chain }) => [level, chain])).toEqual([
    ['review', 'SRV1'],
    ['note', 'ADM01 → SRV1'],
  ]);
});

test("from a user's PC to a server and on to a domain controller: to review, with where it began", async () => {
  expect(
    await trailsOf(`
      ${servers(['SRV1'])}
      4624,at=10:00,${MORI},type=10,from=10.1.2.1,by=SRV1,input=3,logon_id=5001
      4768,at=10:10,${MORI},from=10.1.0.20
      4624,at=10:10:01,${MORI},from=10.1.0.20`),
  ).toEqual([
    { from: 'PC01', level: 'review', because: 'not-an-admin-terminal', ends: 'user-terminal', hops: 0, chain: 'PC01 → SRV1' },
    { from: 'SRV1', level: 'review', because: 'began-elsewhere', ends: 'user-terminal', hops: 1, chain: 'PC01 → SRV1 → DC01' },
  ]);
});

test("with the domain controllers' logs alone, the admin terminal's own ticket for the server is the link, and is called inferred", async () => {
  expect(
    await trailsOf(`
      ${servers(['SRV1', 'SRV2'], [])}
      4769,at=10:00,account=adm-mori,domain=MIDORI.EXAMPLE.JP,from=10.1.1.1,service=SRV1$
      4768,at=10:00:02,${MORI},from=10.1.0.20
      4769,at=10:30,account=adm-mori,domain=MIDORI.EXAMPLE.JP,from=10.1.0.20,service=TERMSRV/srv2.midori.example.jp
      4768,at=10:30:02,${MORI},from=10.1.0.21`),
  ).toEqual([
    { from: 'SRV1', level: 'note', because: 'continued-from-admin-terminal', ends: 'admin-terminal', hops: 1, chain: 'ADM01 → SRV1', inferred: true },
    {
      from: 'SRV2',
      level: 'note',
      because: 'continued-from-admin-terminal',
      ends: 'admin-terminal',
      hops: 2,
      chain: 'ADM01 → SRV1 → SRV2',
      inferred: true,
    },
  ]);
});

test("where the server's own log is given, it says who came, and no ticket does: here nobody did", async () => {
  expect(
    await trailsOf(`
      ${servers(['SRV1'])}
      4624,at=08:00,account=sato,domain=MIDORI,sid=1201,from=10.1.2.2,by=SRV1,input=3,logon_id=4001
      4769,at=10:00,account=adm-mori,domain=MIDORI.EXAMPLE.JP,from=10.1.1.1,service=SRV1$
      4768,at=10:00:02,${MORI},from=10.1.0.20`),
  ).toEqual([{ from: 'SRV1', level: 'review', because: 'not-an-admin-terminal', ends: 'server', hops: 0, chain: 'SRV1' }]);
});

test('from a server whose log was not given, and for which no ticket was asked: the trail ends there, and says so', async () => {
  expect(
    await trailsOf(`
      ${servers(['SRV1', 'SRV2'], ['SRV2'])}
      4624,at=10:00,${MORI},type=10,from=10.1.0.20,by=SRV2,input=3,logon_id=5001
      4768,at=10:01,${MORI},from=10.1.0.21`),
  ).toEqual([
    { from: 'SRV1', level: 'review', because: 'not-an-admin-terminal', ends: 'server-without-log', hops: 0, chain: 'SRV1 → SRV2' },
    { from: 'SRV2', level: 'review', because: 'not-an-admin-terminal', ends: 'server-without-log', hops: 1, chain: 'SRV1 → SRV2' },
  ]);
});

test("credentials that change on the way are kept in the chain: a clerk's session from a PC, runas at the server", async () => {
  expect(
    await trailsOf(`
      ${servers(['SRV1'])}
      4624,at=10:00,${SATO},type=10,from=10.1.2.1,by=SRV1,input=3,logon_id=5001
      4624,at=10:05,${MORI},type=2,from=loopback,by=SRV1,input=3,logon_id=6001,${BY_SATO},acting_logon_id=5001
      4768,at=10:06,${MORI},from=10.1.0.20`),
  ).toEqual([
    { from: 'SRV1', level: 'review', because: 'began-elsewhere', ends: 'user-terminal', hops: 1, chain: 'PC01 → SRV1', credentialsChanged: true },
  ]);
});

test("the same from an admin terminal, where the administrator's everyday account came first: nothing to review, but marked", async () => {
  expect(
    await trailsOf(`
      ${servers(['SRV1'])}
      4624,at=10:00,${SATO},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5001
      4648,at=10:05,${MORI},by=SRV1,input=3,${BY_SATO},acting_logon_id=5001,target_server=dc01
      4624,at=10:05:01,${MORI},from=10.1.0.20`),
  ).toEqual([
    {
      from: 'SRV1',
      level: 'note',
      because: 'continued-from-admin-terminal',
      ends: 'admin-terminal',
      hops: 1,
      chain: 'ADM01 → SRV1 → DC01',
      credentialsChanged: true,
    },
  ]);
});

test("runas at a user's PC: it began there, by another account", async () => {
  expect(
    await trailsOf(`
      4624,at=10:00,${SATO},type=2,by=PC01,input=3,logon_id=5001
      4624,at=10:05,${MORI},type=2,by=PC01,input=3,logon_id=6001,${BY_SATO},acting_logon_id=5001`),
  ).toEqual([
    {
      from: 'PC01',
      level: 'review',
      because: 'not-an-admin-terminal',
      ends: 'user-terminal',
      hops: 0,
      chain: 'PC01',
      credentialsChanged: true,
    },
  ]);
});

test('a session ends with its boot: a number that is given again is another session', async () => {
  const story = `
    ${servers(['SRV1'])}
    4624,at=10:00,${MORI},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5001
    4608,at=11:00,by=SRV1,input=3
    4624,at=11:30,${MORI},type=4,by=SRV1,input=3,logon_id=5001
    4768,at=11:31,${MORI},from=10.1.0.20`;
  expect(await trailsOf(story)).toEqual([
    { from: 'SRV1', level: 'review', because: 'not-an-admin-terminal', ends: 'server', hops: 0, chain: 'SRV1' },
  ]);
  const sessions = await askOf([...OFFICE, ...linesOf(story)], 'select logon_id, logon_type, open_until from logon_sessions order by started_at');
  expect(sessions).toEqual([
    { logon_id: 5001, logon_type: 10, open_until: new Date('2026-11-09T11:00:00Z') },
    { logon_id: 5001, logon_type: 4, open_until: new Date('2026-11-09T21:30:00Z') },
  ]);
});

test('a session that was ended (4634, 4647) is no beginning of what comes later', async () => {
  const [before, after] = await Promise.all(
    ['10:20', '10:40'].map((at) =>
      trailsOf(`
        ${servers(['SRV1'])}
        4624,at=10:00,${MORI},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5001
        4634,at=10:30,${MORI},by=SRV1,input=3,logon_id=5001
        4768,at=${at},${MORI},from=10.1.0.20`),
    ),
  );
  expect(before?.map(({ because }) => because)).toEqual(['continued-from-admin-terminal']);
  expect(after?.map(({ because }) => because)).toEqual(['not-an-admin-terminal']);
});

test('the elevated and the filtered token of one logon are one session, privileged by a 4672 before or after it', async () => {
  const sessions = await askOf(
    [
      ...OFFICE,
      ...linesOf(`
        ${servers(['SRV1', 'SRV2'])}
        4624,at=10:00:00,${MORI},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5001,linked_logon_id=5002
        4624,at=10:00:00,${MORI},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5002,linked_logon_id=5001
        4672,at=10:00:00,${MORI},by=SRV1,input=3,logon_id=5001
        4634,at=10:30:00,${MORI},by=SRV1,input=3,logon_id=5002
        4672,at=10:05:00,${MORI},by=SRV2,input=3,logon_id=7001
        4624,at=10:05:01,${MORI},from=10.1.1.1,by=SRV2,input=3,logon_id=7001
        4624,at=10:09:01,${MORI},from=10.1.1.1,by=SRV2,input=3,logon_id=7002`),
    ],
    'select logon_id, twin_logon_id, records, privileged, ended_at from logon_sessions order by started_at',
  );
  expect(sessions).toEqual([
    { logon_id: 5001, twin_logon_id: 5002, records: 2, privileged: true, ended_at: new Date('2026-11-09T10:30:00Z') },
    { logon_id: 7001, twin_logon_id: null, records: 1, privileged: true, ended_at: null },
    { logon_id: 7002, twin_logon_id: null, records: 1, privileged: false, ended_at: null },
  ]);
});

test("two possible parents, one of them from a user's PC: not excused", async () => {
  expect(
    await trailsOf(`
      ${servers(['SRV1'])}
      4624,at=09:00,${MORI},type=10,from=10.1.2.1,by=SRV1,input=3,logon_id=5001
      4624,at=10:00,${MORI},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5002
      4768,at=10:10,${MORI},from=10.1.0.20`),
  ).toEqual([
    { from: 'PC01', level: 'review', because: 'not-an-admin-terminal', ends: 'user-terminal', hops: 0, chain: 'PC01 → SRV1' },
    { from: 'SRV1', level: 'review', because: 'origin-doubted', ends: 'user-terminal', hops: 1, chain: 'PC01 → SRV1' },
  ]);
});

test('the same two hops back, behind two servers', async () => {
  const trails = await trailsOf(`
    ${servers(['SRV1', 'SRV2', 'SRV3'])}
    4624,at=09:00,${MORI},type=10,from=10.1.2.1,by=SRV1,input=3,logon_id=5001
    4624,at=09:05,${MORI},type=10,from=10.1.0.20,by=SRV3,input=3,logon_id=5002
    4624,at=09:30,${MORI},type=10,from=10.1.1.1,by=SRV2,input=3,logon_id=5003
    4624,at=09:35,${MORI},type=10,from=10.1.0.21,by=SRV3,input=3,logon_id=5004
    4768,at=10:10,${MORI},from=10.1.0.22`);
  expect(trails.find(({ from }) => from === 'SRV3')).toEqual({
    from: 'SRV3',
    level: 'review',
    because: 'origin-doubted',
    ends: 'user-terminal',
    hops: 2,
    chain: 'PC01 → SRV1 → SRV3',
  });
});

test('two servers that reach for each other lead nowhere, and no round is run for ever', async () => {
  const trails = await trailsOf(`
    ${servers(['SRV1', 'SRV2'])}
    4624,at=10:00,${MORI},type=10,from=10.1.0.21,by=SRV1,input=3,logon_id=5001
    4624,at=10:00,${MORI},type=10,from=10.1.0.20,by=SRV2,input=3,logon_id=5002
    4624,at=10:01,${MORI},type=10,from=10.1.0.21,by=SRV1,input=3,logon_id=5003
    4624,at=10:02,${MORI},type=10,from=10.1.0.20,by=SRV2,input=3,logon_id=5004
    4768,at=10:03,${MORI},from=10.1.0.20`);
  expect(trails.map(({ level, ends }) => [level, ends])).toEqual([
    ['review', 'server'],
    ['review', 'server'],
  ]);
});

test('six sessions are followed back; behind a seventh the trail is said to go on', async () => {
  const names = ['SRV1', 'SRV2', 'SRV3', 'SRV4', 'SRV5', 'SRV6', 'SRV7'];
  const hops = names.map(
    (name, n) => `4624,at=10:0${n},${MORI},type=10,from=${n === 0 ? '10.1.1.1' : `10.1.0.${19 + n}`},by=${name},input=3,logon_id=${5000 + n}`,
  );
  const six = await trailsOf(`${servers(names)}\n${hops.slice(0, 6).join('\n')}\n4768,at=10:30,${MORI},from=10.1.0.25`);
  expect(six.find(({ from }) => from === 'SRV6')).toMatchObject({ level: 'note', hops: 6, chain: 'ADM01 → SRV1 → SRV2 → SRV3 → SRV4 → SRV5 → SRV6' });
  const seven = await trailsOf(`${servers(names)}\n${hops.join('\n')}\n4768,at=10:30,${MORI},from=10.1.0.26`);
  expect(seven.find(({ from }) => from === 'SRV7')).toMatchObject({ level: 'review', because: 'not-an-admin-terminal', ends: 'too-many-hops' });
});

test("a user's PC on the way is no admin terminal, even where an admin terminal began it", async () => {
  expect(
    await trailsOf(`
      4624,at=10:00,${MORI},type=10,from=10.1.1.1,by=PC01,input=3,logon_id=5001
      4648,at=10:05,${MORI},by=PC01,input=3,${BY_MORI},acting_logon_id=5001,target_server=dc01
      4624,at=10:05:01,${MORI},from=10.1.2.1`),
  ).toEqual([{ from: 'PC01', level: 'review', because: 'not-an-admin-terminal', ends: 'admin-terminal', hops: 1, chain: 'ADM01 → PC01 → DC01' }]);
});

test('a remote desktop that was left disconnected at a server: its tickets of the next morning go on with it, until the log shows an end', async () => {
  const left = `
      ${servers(['SRV1'])}
      4634,at=09:00,account=FS01$,sid=1010,by=SRV1,input=3,logon_id=4001
      4624,at=10:00,${MORI},type=10,from=10.1.1.1,by=SRV1,input=3,logon_id=5001
      4768,at=2026-11-10 06:18,${MORI},from=10.1.0.20`;
  expect(await trailsOf(left)).toMatchObject([{ from: 'SRV1', level: 'note', because: 'continued-from-admin-terminal' }]);
  expect(await trailsOf(`${left}\n4634,at=20:00,${MORI},by=SRV1,input=3,logon_id=5001`)).toMatchObject([{ from: 'SRV1', level: 'review' }]);
  expect(await trailsOf(`${left}\n1102,at=21:00,by=SRV1.midori.example.jp,input=3`)).toMatchObject([{ from: 'SRV1', level: 'review' }]);
});
