import { expect, test } from 'vitest';
import { NameMask } from '../../src/checks/name-mask.ts';
import { INCIDENT_FOLDER, MODELS_FOLDER } from '../../src/checks/rules-folder.ts';
import { askIncident, type IncidentAnswers } from '../../src/incident/ask-incident.ts';
import { linesOf, openWith, readLines, rulesPath } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));

/** PCs and servers of known addresses, each with its own log: PC11 is 10.1.2.11, SRV1 is 10.1.0.21. */
const MACHINES = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ name: `PC1${n}`, role: 'user terminal', address: `10.1.2.1${n}` })),
  ...[1, 2].map((n) => ({ name: `SRV${n}`, role: 'server', address: `10.1.0.2${n}` })),
]
  .map(
    ({ name, role, address }) => `terminals,terminal=${name},role=${role}
      addresses,terminal=${name},terminal_address=${address}
      recordings,input=3,recorded_by=${name}.midori.example.jp,records=9,first_record_id=1,last_record_id=9,first_at=2026-11-08 23:00,last_at=2026-11-14 01:00`,
  )
  .join('\n');

const MORI = 'account=adm-mori,domain=MIDORI,sid=1101';
const SATO = 'account=sato,domain=MIDORI,sid=1201';

async function answersFor(suspect: string, text: string): Promise<IncidentAnswers> {
  const lines = [...OFFICE, ...linesOf(`${MACHINES}\n${suspect}\n${text}`)];
  const engine = await openWith(lines, MODELS_FOLDER, INCIDENT_FOLDER);
  try {
    return await askIncident(engine, NameMask.showingAll());
  } finally {
    await engine.close();
  }
}

const PC11 = 'suspects,network=office,kind=terminal,value=PC11';

function path({ steps }: IncidentAnswers): readonly string[] {
  return steps.map(
    ({ hop, source, account, target, strength }) =>
      `${hop} ${source.replace('terminal ', '')} ${account} ${target.replace('terminal ', '')}${strength === 'strong' ? '' : ` (${strength})`}`,
  );
}

test('follows remote desktop from PC to PC, forward in time', async () => {
  const answers = await answersFor(
    PC11,
    `4624,at=10:00,${SATO},type=10,from=10.1.2.11,by=PC12,input=3,logon_id=5001
     4624,at=10:10,${SATO},type=10,from=10.1.2.12,by=PC13,input=3,logon_id=5002
     4624,at=09:50,${SATO},type=10,from=10.1.2.13,by=PC14,input=3,logon_id=5003`,
  );
  expect(path(answers)).toEqual(['1 PC11 sato PC12', '2 PC12 sato PC13']);
  expect(answers.next.map(({ place, reason }) => `${place} ${reason}`)).toEqual(['terminal PC12 strong', 'terminal PC13 strong']);
});

test('what happened before --since is no spread', async () => {
  const answers = await answersFor(
    `${PC11},since_at=10:05`,
    `4624,at=10:00,${SATO},type=10,from=10.1.2.11,by=PC12,input=3,logon_id=5001
     4624,at=10:10,${SATO},type=10,from=10.1.2.12,by=PC13,input=3,logon_id=5002`,
  );
  expect(path(answers)).toEqual([]);
});

test('a file server that everybody uses passes nothing on', async () => {
  const answers = await answersFor(
    PC11,
    `4624,at=10:00,${SATO},type=3,from=10.1.2.11,by=SRV1,input=3,logon_id=5001
     4624,at=10:10,account=kato,domain=MIDORI,sid=1202,type=3,from=10.1.0.21,by=PC13,input=3,logon_id=5002`,
  );
  expect(path(answers)).toEqual(['1 PC11 sato SRV1 (weak)']);
  expect(answers.next.map(({ reason }) => reason)).toEqual(['server']);
});

test('a privileged network logon to a PC is strong, and an administrator is seen', async () => {
  const answers = await answersFor(
    PC11,
    `4624,at=10:00,${MORI},type=3,from=10.1.2.11,by=PC12,input=3,logon_id=5001
     4672,at=10:00,${MORI},by=PC12,input=3,logon_id=5001`,
  );
  expect(path(answers)).toEqual(['1 PC11 adm-mori PC12']);
  expect(answers.steps[0]).toMatchObject({ kind: 'privileged-network', administrator: true, privileged: true });
  expect(answers.next[0]).toMatchObject({ place: 'terminal PC12', reason: 'strong-administrator' });
  expect(answers.administrators.map(({ account, how, place }) => `${account} ${how} ${place}`)).toEqual([
    'adm-mori used terminal PC11',
    'adm-mori came terminal PC12',
  ]);
});

test('from a server only the account that came is followed', async () => {
  const answers = await answersFor(
    PC11,
    `4624,at=10:00,${SATO},type=10,from=10.1.2.11,by=SRV1,input=3,logon_id=5001
     4624,at=10:10,account=kato,domain=MIDORI,sid=1202,type=10,from=10.1.0.21,by=PC13,input=3,logon_id=5002
     4624,at=10:20,${SATO},type=10,from=10.1.0.21,by=PC14,input=3,logon_id=5003`,
  );
  expect(path(answers)).toEqual(['1 PC11 sato SRV1', '2 SRV1 sato PC14']);
});

test('credentials used on the suspect (4648) are a step, under the account whose they are', async () => {
  const answers = await answersFor(
    PC11,
    `4648,at=10:00,${MORI},by=PC11,input=3,acting_logon_id=5001,acting_sid=S-1-5-21-7-8-9-1201,target_server=SRV1.midori.example.jp`,
  );
  expect(path(answers)).toEqual(['1 PC11 adm-mori SRV1']);
  expect(answers.steps[0]).toMatchObject({ kind: 'credentials-used', administrator: true });
});

test('at most six logons are followed', async () => {
  const chain = [1, 2, 3, 4, 5, 6, 7].map((n) => `4624,at=10:0${n},${SATO},type=10,from=10.1.2.1${n},by=PC1${n + 1},input=3,logon_id=500${n}`);
  const answers = await answersFor(PC11, chain.join('\n'));
  expect(Math.max(...answers.reached.map(({ hop }) => hop))).toBe(6);
});

test('tickets and network logons of a domain controller are no spread', async () => {
  const answers = await answersFor(
    PC11,
    `4768,at=10:00,${SATO},from=10.1.2.11
     4769,at=10:00:01,${SATO},from=10.1.2.11,service=DC01$
     4624,at=10:00:02,${SATO},type=3,from=10.1.2.11`,
  );
  expect(path(answers)).toEqual([]);
});

test('a ticket for a PC without log is a step, marked as inferred', async () => {
  const answers = await answersFor(
    PC11,
    `terminals,terminal=PC99,role=user terminal\n4768,at=09:59,${SATO},from=10.1.2.11\n4769,at=10:00:01,${SATO},from=10.1.2.11,service=PC99$`,
  );
  expect(path(answers)).toEqual(['1 PC11 sato PC99']);
  expect(answers.steps[0]?.inferred).toBe(true);
});

test('a suspect account is followed from where it was used, and nobody else', async () => {
  const answers = await answersFor(
    'suspects,network=office,kind=account,value=sato',
    `4768,at=10:00,${SATO},from=10.1.2.11
     4624,at=10:10,${SATO},type=10,from=10.1.2.11,by=PC12,input=3,logon_id=5001
     4624,at=10:20,account=kato,domain=MIDORI,sid=1202,type=10,from=10.1.2.11,by=PC13,input=3,logon_id=5002`,
  );
  expect(answers.places.map(({ place, kind }) => `${kind} ${place}`)).toEqual(['account terminal PC11']);
  expect(path(answers)).toEqual(['1 PC11 sato PC12']);
});

test('both terminals that held a suspect address are named', async () => {
  const answers = await answersFor(
    'suspects,network=office,kind=address,value=10.1.9.9',
    `computer,account=PC11$,account_sid=S-1-5-21-7-8-9-3011
     computer,account=PC12$,account_sid=S-1-5-21-7-8-9-3012
     4768,at=08:00,account=PC11$,domain=MIDORI,sid=3011,from=10.1.9.9
     4768,at=08:10,${SATO},from=10.1.9.9
     4768,at=2026-11-11 08:00,account=PC12$,domain=MIDORI,sid=3012,from=10.1.9.9
     4768,at=2026-11-11 08:10,${SATO},from=10.1.9.9`,
  );
  expect(answers.places.map(({ place }) => place)).toEqual(['terminal PC11', 'terminal PC12']);
});

test('an account with twenty thousand logons gets a bounded answer with its count', async () => {
  const answers = await answersFor(
    'suspects,network=office,kind=account,value=sato',
    `4624,at=06:00,${SATO},type=3,from=10.1.2.11,by=SRV1,input=3,logon_id=5001,times=20000,every=1`,
  );
  expect(answers.places).toEqual([expect.objectContaining({ place: 'terminal PC11', records: 20000 })]);
  expect(answers.steps).toEqual([expect.objectContaining({ logons: 20000, strength: 'weak' })]);
  expect(answers.presence.length).toBeLessThan(60);
});

test('who logged on to the suspect is told one step back, and is to be looked at', async () => {
  const answers = await answersFor(
    PC11,
    `4624,at=09:50,${SATO},type=10,from=10.1.2.13,by=PC14,input=3,logon_id=5004
     4624,at=10:00,${SATO},type=10,from=10.1.2.14,by=PC11,input=3,logon_id=5001
     4624,at=10:10,${SATO},type=10,from=10.1.2.11,by=PC12,input=3,logon_id=5002`,
  );
  expect(path(answers)).toEqual(['0 PC14 sato PC11', '1 PC11 sato PC12']);
  expect(answers.next.map(({ place, reason }) => `${place} ${reason}`)).toEqual(['terminal PC12 strong', 'terminal PC14 came-from']);
});

test('credentials of many accounts used on the suspect stand in its timeline, and it is not called unrecorded', async () => {
  const uses = ['abe', 'ito', 'ueda'].map(
    (account, n) =>
      `4648,at=10:0${n},account=${account},domain=MIDORI,by=PC11,input=3,acting_logon_id=5001,acting_sid=S-1-5-21-7-8-9-1201,target_server=PC11`,
  );
  const answers = await answersFor(PC11, uses.join('\n'));
  expect(answers.places).toEqual([expect.objectContaining({ place: 'terminal PC11', records: 3 })]);
  expect(answers.presence.map(({ kind, account }) => `${kind} ${account}`)).toEqual(['credentials abe', 'credentials ito', 'credentials ueda']);
});

test('an account that was made an administrator, used, and deleted counts as one at that time', async () => {
  const group = 'account=Domain Admins,account_domain=MIDORI,sid=512,member_sid=S-1-5-21-7-8-9-4101,acting_account=adm-mori,acting_domain=MIDORI';
  const { administrators } = await answersFor(
    'suspects,network=office,kind=account,value=tmpadm',
    `4720,at=09:00,account=tmpadm,account_domain=MIDORI,sid=4101
     4768,at=09:01,account=tmpadm,domain=MIDORI,sid=4101,from=10.1.2.12
     4728,at=09:05,${group}
     4768,at=09:10,account=tmpadm,domain=MIDORI,sid=4101,from=10.1.2.11
     4729,at=09:15,${group}
     4726,at=09:16,account=tmpadm,account_domain=MIDORI,sid=4101`,
  );
  expect(administrators.map(({ account, how, place, privilegedBy, changedBy }) => [account, how, place, privilegedBy, changedBy])).toEqual([
    ['tmpadm', 'made', 'terminal DC01', 'Domain Admins', 'MIDORI\\adm-mori'],
    ['tmpadm', 'used', 'terminal PC11', 'Domain Admins', null],
  ]);
});

test("an administrator's credentials put into another's session at the suspect involve an administrator, whom no other record names", async () => {
  const { administrators } = await answersFor(
    PC11,
    `4624,at=10:00,${SATO},type=9,logon_process=seclogo,from=loopback,by=PC11,input=3,logon_id=5001,outbound_account=adm-hara,acting_account=sato,acting_domain=MIDORI,acting_sid=S-1-5-21-7-8-9-1201,acting_logon_id=5000
     4624,at=10:01,${SATO},type=9,logon_process=seclogo,from=loopback,by=PC11,input=3,logon_id=5002,outbound_account=abe,acting_account=sato,acting_domain=MIDORI,acting_sid=S-1-5-21-7-8-9-1201,acting_logon_id=5000`,
  );
  expect(administrators.map(({ account, place, how }) => [account, place, how])).toEqual([['adm-hara', 'terminal PC11', 'credentials']]);
});

test('a step tells whether its account had been at the source in the weeks of the store before', async () => {
  const stored = ['DC01', 'DC02', 'PC12', 'PC13'].map((by) => `stored,at=2026-10-26 00:00,times=12,every=86400,by=${by}`).join('\n');
  const steps = `4624,at=10:00,${SATO},type=10,from=10.1.2.11,by=PC12,input=3,logon_id=5001
     4624,at=10:10,${SATO},type=10,from=10.1.2.12,by=PC13,input=3,logon_id=5002`;
  const told = async (lines: string) => (await answersFor(PC11, lines)).steps.map(({ source, baseline }) => [source, baseline]);
  expect(await told(`${steps}\n${stored}\nhome,at=2026-10-27 01:00,account=sato,sid=1201,from=10.1.2.11`)).toEqual([
    ['terminal PC11', 'known'],
    ['terminal PC12', 'new'],
  ]);
  expect(await told(steps)).toEqual([
    ['terminal PC11', null],
    ['terminal PC12', null],
  ]);
});
