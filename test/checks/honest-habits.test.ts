import { beforeAll, describe, expect, test } from 'vitest';
import { askOf, linesOf, readLines, rulesPath } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));

/** What honest weeks hold, each beside the attack that looks like it. Accounts that are honest are named so. */
const WEEK = linesOf(`
4769,at=2026-11-09 00:40,account=PC01$,sid=1021,from=10.1.2.1,service=FS01$
4769,at=2026-11-09 00:40,account=PC02$,sid=1022,from=10.1.2.2,service=FS01$,by=DC02,input=2
# Two change places at one PC within a second; a session is taken over without anybody's password.
4624,at=01:00:00,account=honest-next,domain=MIDORI,type=2,by=FS01,input=3
4779,at=01:00:03,account=first,domain=MIDORI,by=FS01,input=3
4778,at=01:00:03.5,account=honest-next,domain=MIDORI,by=FS01,input=3
4779,at=02:00:03,account=first,domain=MIDORI,by=FS01,input=3
4778,at=02:00:03.5,account=taken,domain=MIDORI,by=FS01,input=3
# A logon script by the address of a domain controller, and an old program, day by day; the same once.
person,account=honest-script,sid=1401
4768,at=00:30,times=4,every=86400,account=honest-script,domain=MIDORI,sid=1401,from=10.1.2.1
${['09', '10', '11'].map((day) => `4624,at=2026-11-${day} 03:00,account=honest-script,domain=MIDORI,sid=1401,from=10.1.2.1,named=PC01,logon_process=NtLmSsp,key_length=128\n4769,at=2026-11-${day} 03:00:04,account=honest-script,domain=MIDORI,from=10.1.2.1,service=svc-tax,ticket_encryption=0x17`).join('\n')}
person,account=roaster,sid=1402
4624,at=03:00,account=roaster,domain=MIDORI,sid=1402,from=10.1.2.2,named=PC02,logon_process=NtLmSsp,key_length=128
4769,at=03:00:04,account=roaster,domain=MIDORI,from=10.1.2.2,service=svc-tax,ticket_encryption=0x17
# The built-in administrator at the keyboard of a server, and not.
4624,at=04:00,account=Administrator,domain=MIDORI,sid=500,type=10,from=10.1.1.1,by=MAIL01,input=7
4624,at=04:10,account=Administrator,domain=MIDORI,sid=500,from=loopback,authentication_package=Kerberos,logon_process=Kerberos,by=MAIL01,input=7
4624,at=04:10,account=Administrator,domain=MIDORI,sid=500,from=loopback,authentication_package=Kerberos,logon_process=Kerberos,by=FS01,input=3
# A computer is joined to the domain; another stranger is not.
terminals,terminal=PC09,role=user terminal
person,account=honest-joiner,sid=1403
4624,at=05:01,account=honest-joiner,domain=MIDORI,sid=1403,from=10.1.2.9,named=DESKTOP-1,logon_process=NtLmSsp,key_length=128
4741,at=05:03,account=PC09$,sid=1099,acting_account=honest-joiner,acting_sid=S-1-5-21-7-8-9-1403
4624,at=09:01,account=honest-joiner,domain=MIDORI,sid=1403,from=10.1.2.8,named=DESKTOP-2,logon_process=NtLmSsp,key_length=128
# An account made for a new employee, and one of somebody who has been there: reset, and used from where they were reset.
4624,at=06:00,account=op-kudo,domain=MIDORI,sid=1110,from=10.1.2.1,logon_id=7001
person,account=honest-new,sid=1404
person,account=victim,sid=1405
4720,at=06:01,account=honest-new,sid=1404,acting_account=op-kudo,acting_sid=S-1-5-21-7-8-9-1110,acting_logon_id=7001
4724,at=06:01:01,account=honest-new,sid=1404,acting_account=op-kudo,acting_sid=S-1-5-21-7-8-9-1110,acting_logon_id=7001
4724,at=06:02,account=victim,sid=1405,acting_account=op-kudo,acting_sid=S-1-5-21-7-8-9-1110,acting_logon_id=7001
4768,at=06:10,account=honest-new,domain=MIDORI,sid=1404,from=10.1.2.1
4768,at=06:11,account=victim,domain=MIDORI,sid=1405,from=10.1.2.1
# An account of another domain, in the second week of logs; one of this domain without any ticket.
settings,name=session_days,value=2
4769,at=2026-11-13 01:00,account=honest-neighbour,domain=OTHER.EXAMPLE,from=10.7.7.7,service=FS01$
4624,at=2026-11-13 01:00:01,account=honest-neighbour,domain=OTHER.EXAMPLE,sid=S-1-5-21-4-4-4-1100,from=10.7.7.7,logon_process=Kerberos,by=FS01,input=3
4624,at=2026-11-13 01:10,account=honest-neighbour,domain=OTHER.EXAMPLE,sid=S-1-5-21-4-4-4-1100,from=10.7.7.7,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
person,account=forged,sid=1406
4624,at=2026-11-13 01:00:01,account=forged,domain=MIDORI,sid=1406,from=10.1.2.2,logon_process=Kerberos,by=FS01,input=3
# A session from before the logs renews its ticket; its owner is back the days after. The same of one who never comes.
person,account=honest-renewed,sid=1408
4769,at=2026-11-10 04:00,account=honest-renewed,domain=MIDORI,from=10.1.2.3,service=FS01$
4768,at=2026-11-10 23:30,times=3,every=86400,account=honest-renewed,domain=MIDORI,sid=1408,from=10.1.2.3
# A second card (or IPv6): the PC is at work at one address, and was at the other the day before. A name that was borrowed.
4769,at=2026-11-10 06:00,account=PC02$,sid=1022,from=fd12::2,service=FS01$
4769,at=2026-11-11 22:00,account=PC02$,sid=1022,from=10.1.2.2,service=FS01$
person,account=honest-dual,sid=1409
4624,at=2026-11-11 22:10,account=honest-dual,domain=MIDORI,sid=1409,from=fd12::2,named=PC02,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
person,account=borrowed,sid=1410
4624,at=2026-11-11 22:10,account=borrowed,domain=MIDORI,sid=1410,from=fd12::99,named=PC02,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
# Where five people come over three days nobody is at home: another one's password is typed there. The PC of one is that one's.
${[1, 2, 3, 4, 5].map((n) => `4768,at=2026-11-${['09', '09', '10', '10', '11'][n - 1]} 08:0${n},account=visitor${n},domain=MIDORI,sid=150${n},from=10.1.2.4`).join('\n')}
${[1, 2, 3, 4, 5].map((n) => `person,account=visitor${n},sid=150${n}`).join('\n')}
person,account=sits-at-1,sid=1411
4768,at=00:35,account=sits-at-1,domain=MIDORI,sid=1411,from=10.1.2.1
person,account=honest-presenter,sid=1412
4768,at=00:36,account=honest-presenter,domain=MIDORI,sid=1412,from=10.1.2.3
4624,at=2026-11-11 09:00,account=honest-presenter,domain=MIDORI,sid=1412,from=10.1.2.4,named=PC04,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
person,account=stolen,sid=1413
4768,at=00:37,account=stolen,domain=MIDORI,sid=1413,from=10.1.2.3
4624,at=2026-11-11 09:10,account=stolen,domain=MIDORI,sid=1413,from=10.1.2.1,named=PC01,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
# Exchange looks after its own mailboxes; another program does the same.
person,account=HealthMailbox1a2b,sid=1421
person,account=program,sid=1422
4624,at=10:00,times=20,every=300,account=HealthMailbox1a2b,domain=MIDORI,sid=1421,from=10.1.0.10,type=8,by=FS01,input=3
4624,at=10:01,times=20,every=300,account=program,domain=MIDORI,sid=1422,from=10.1.0.10,type=8,by=FS01,input=3
# A printer scans to a folder day by day; the same account from a PC where it has no ticket.
terminals,terminal=MFP01
addresses,terminal=MFP01,terminal_address=10.1.3.1
person,account=scan,sid=1407
4624,at=2026-11-11 01:20,times=3,every=86400,account=scan,domain=MIDORI,sid=1407,from=10.1.3.1,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
4624,at=2026-11-13 01:30,account=scan,domain=MIDORI,sid=1407,from=10.1.2.2,named=PC02,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
`);

test('what the weeks before the period show is no finding of it', async () => {
  const rows = await askOf(
    [
      ...OFFICE,
      ...linesOf(`period,asked_from=2026-11-12,asked_until=2026-11-14
person,account=early,sid=1401
4769,at=2026-11-10 12:00,times=2,every=172800,account=early,domain=MIDORI,from=10.1.2.2,service=FS01$`),
    ],
    'select because, occurred_at from program_signs order by occurred_at, because',
  );
  expect(rows.map(({ because }) => because)).toEqual(['ticket-never-issued']);
});

describe('what honest people do beside the attack that looks like it', () => {
  let rows: readonly Readonly<Record<string, unknown>>[];
  beforeAll(async () => {
    rows = await askOf(
      [...OFFICE, ...WEEK],
      'select because, strength, account, named, terminal, terminal_address from program_signs order by occurred_at, account',
    );
  });
  const told = (because: string, of: (row: Readonly<Record<string, unknown>>) => unknown = (row) => row.account): readonly string[] =>
    rows.filter((row) => row.because === because).map((row) => `${of(row)}: ${row.strength}`);

  test('who changes places at a PC has typed a password just before; a stolen session has none', () => {
    expect(told('session-taken-over')).toEqual(['taken: strong']);
  });
  test('an old program and a logon script of every day are no roasting; once they are', () => {
    expect(told('kerberoast')).toEqual(['roaster: strong']);
  });
  test('a server speaks with itself for the administrator who sits at it', () => {
    expect(told('kerberos-loopback', (row) => row.terminal)).toEqual(['FS01: strong']);
  });
  test('a computer that is being joined to the domain is unknown without a word against it', () => {
    expect(told('unknown-machine', (row) => row.named)).toEqual(['DESKTOP-1: beside', 'DESKTOP-2: weak']);
  });
  test('the password of a new account is set by whoever prepares the PC', () => {
    expect(told('reset-then-used')).toEqual(['honest-new: weak', 'victim: strong']);
  });
  test('an account of another domain has its tickets from there', () => {
    expect(told('ticket-never-issued')).toEqual(['forged: strong']);
    expect(told('no-ticket-from-there')).not.toContain('honest-neighbour: weak');
  });
  test('a computer may have two addresses', () => {
    expect(told('contradicted-name')).toEqual(['borrowed: weak']);
  });
  test("a meeting room's PC is nobody's", () => {
    expect(told('account-of-another')).toContain('stolen: weak');
    expect(told('account-of-another').filter((one) => one.startsWith('honest-presenter'))).toEqual([]);
  });
  test('Exchange asks its own mailboxes at a regular interval', () => {
    expect([...new Set(told('regular-interval'))]).toEqual(['HealthMailbox1a2b: beside', 'program: weak']);
  });
  test('a printer takes no tickets', () => {
    expect(told('no-ticket-from-there', (row) => (row.account === 'scan' ? row.terminal : '')).filter((one) => !one.startsWith(':'))).toEqual([
      'MFP01: beside',
      'MFP01: beside',
      'MFP01: beside',
      'PC02: weak',
    ]);
  });
});
