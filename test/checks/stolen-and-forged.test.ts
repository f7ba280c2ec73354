import { beforeAll, describe, expect, test } from 'vitest';
import { askOf, linesOf, readLines, rulesPath } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));

/**
 * Logs from Sunday 23:00 on; two days without a session or ticket are none. PC01's own log is given, PC03's until Wednesday.
 * Every account is one case; what is honest is named so.
 */
const WEEK = linesOf(`
settings,name=session_days,value=2
recordings,input=5,recorded_by=PC01.midori.example.jp,records=100,first_record_id=1,last_record_id=100,first_at=2026-11-08 23:00,last_at=2026-11-14 01:00
recordings,input=6,recorded_by=PC03.midori.example.jp,records=100,first_record_id=1,last_record_id=100,first_at=2026-11-08 23:00,last_at=2026-11-11 01:00
4624,at=00:20,account=owner1,domain=MIDORI,sid=1301,type=2,by=PC01,input=5
4624,at=00:20,account=owner3,domain=MIDORI,sid=1303,type=2,by=PC03,input=6
person,account=owner1,sid=1301
person,account=owner2,sid=1302
person,account=owner3,sid=1303
person,account=owner4,sid=1304
4768,at=00:30,account=owner1,domain=MIDORI,sid=1301,from=10.1.2.1
4768,at=00:30,account=owner2,domain=MIDORI,sid=1302,from=10.1.2.2
4768,at=00:30,account=owner3,domain=MIDORI,sid=1303,from=10.1.2.3
4768,at=00:30,account=owner4,domain=MIDORI,sid=1304,from=10.1.2.4
# Computers show which address is theirs, and that both domain controllers record tickets for services.
4769,at=00:40,account=PC01$,domain=MIDORI,sid=1021,from=10.1.2.1,service=FS01$
4769,at=00:40,account=PC02$,domain=MIDORI,sid=1022,from=10.1.2.2,service=FS01$,by=DC02,input=2
# NTLM from PC01: no session by its own log.
person,account=never-there,sid=1311
4624,at=2026-11-12 10:00,account=never-there,domain=MIDORI,sid=1311,from=10.1.2.1,named=PC01,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
person,account=long-ago,sid=1312
4624,at=05:00,account=long-ago,domain=MIDORI,sid=1312,type=2,by=PC01,input=5
4624,at=2026-11-12 10:01,account=long-ago,domain=MIDORI,sid=1312,from=10.1.2.1,named=PC01,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
person,account=honest-session,sid=1313
4624,at=2026-11-11 05:00,account=honest-session,domain=MIDORI,sid=1313,type=7,by=PC01,input=5
4769,at=2026-11-11 05:00,account=honest-session,domain=MIDORI,sid=1313,from=10.1.2.1,service=FS01$
4768,at=2026-11-11 05:00,account=honest-session,domain=MIDORI,sid=1313,from=10.1.2.1
4624,at=2026-11-12 10:02,account=honest-session,domain=MIDORI,sid=1313,from=10.1.2.1,named=PC01,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
person,account=honest-early,sid=1314
4624,at=2026-11-09 10:03,account=honest-early,domain=MIDORI,sid=1314,from=10.1.2.1,named=PC01,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
person,account=log-ended,sid=1315
4624,at=2026-11-12 10:04,account=log-ended,domain=MIDORI,sid=1315,from=10.1.2.3,named=PC03,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
person,account=log-not-given,sid=1316
4624,at=2026-11-12 10:05,account=log-not-given,domain=MIDORI,sid=1316,from=10.1.2.2,named=PC02,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
4624,at=2026-11-12 10:06,account=honest-local,domain=FS01,sid=S-1-5-21-5-5-5-1001,from=10.1.2.1,named=PC01,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
# NTLM from PC04: no ticket from there.
person,account=ticket-long-ago,sid=1321
4768,at=06:00,account=ticket-long-ago,domain=MIDORI,sid=1321,from=10.1.2.4
4624,at=2026-11-12 10:10,account=ticket-long-ago,domain=MIDORI,sid=1321,from=10.1.2.4,named=PC04,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
person,account=honest-ticket,sid=1322
4768,at=2026-11-11 06:00,account=honest-ticket,domain=MIDORI,sid=1322,from=10.1.2.4,by=DC02,input=2
4624,at=2026-11-12 10:11,account=honest-ticket,domain=MIDORI,sid=1322,from=10.1.2.4,named=PC04,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
person,account=honest-service-ticket,sid=1323
4768,at=2026-11-10 06:00,account=honest-service-ticket,domain=MIDORI,sid=1323,from=10.1.2.2
4769,at=2026-11-11 06:00,account=honest-service-ticket,domain=MIDORI,sid=1323,from=10.1.2.4,service=FS01$
4624,at=2026-11-12 10:12,account=honest-service-ticket,domain=MIDORI,sid=1323,from=10.1.2.4,named=PC04,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
# From what is no computer of the domain, which is told and counts for nothing.
person,account=honest-mac,sid=1325
4624,at=2026-11-12 10:13,account=honest-mac,domain=MIDORI,sid=1325,from=10.9.9.7,named=MACBOOK-AIR,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
# Tickets that no domain controller issued.
person,account=forged,sid=1331
4769,at=2026-11-12 11:00,account=forged,domain=MIDORI,sid=1331,from=10.1.0.10,service=FS01$
person,account=forged-first-used-late,sid=1332
4624,at=2026-11-10 12:00,account=forged-first-used-late,domain=MIDORI,sid=1332,from=10.1.0.1,logon_process=Kerberos,by=FS02,input=3
person,account=honest-issued,sid=1333
4768,at=2026-11-11 11:00,account=honest-issued,domain=MIDORI,sid=1333,from=10.1.1.1,by=DC02,input=2
4769,at=2026-11-12 11:02,account=honest-issued,domain=MIDORI,sid=1333,from=10.1.0.10,service=FS01$
person,account=honest-from-cloud,sid=1334
4769,at=2026-11-11 11:00,account=honest-from-cloud,domain=MIDORI,sid=1334,from=10.1.1.1,service=krbtgt
4769,at=2026-11-12 11:03,account=honest-from-cloud,domain=MIDORI,sid=1334,from=10.1.0.10,service=FS01$
person,account=honest-from-before,sid=1335
4769,at=2026-11-09 09:00,account=honest-from-before,domain=MIDORI,sid=1335,from=10.1.0.10,service=FS01$
4769,at=2026-11-10 06:00,account=honest-from-before,domain=MIDORI,sid=1335,from=10.1.0.10,service=FS01$
service,account=honest-service,sid=1336
4769,at=2026-11-10 12:00,account=honest-service,domain=MIDORI,sid=1336,from=10.1.0.10,service=FS01$
# At another person's PC: by NTLM on the second day of the logs, and by a ticket that was issued elsewhere.
person,account=hash-elsewhere,sid=1341
4768,at=2026-11-09 01:00,account=hash-elsewhere,domain=MIDORI,sid=1341,from=10.1.1.1
4624,at=2026-11-10 02:00,account=hash-elsewhere,domain=MIDORI,sid=1341,from=10.1.2.2,named=PC02,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
4624,at=2026-11-10 20:00,account=hash-elsewhere,domain=MIDORI,sid=1341,from=10.1.2.2,named=PC02,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
person,account=ticket-elsewhere,sid=1342
4768,at=2026-11-09 01:00,account=ticket-elsewhere,domain=MIDORI,sid=1342,from=10.1.1.1
4769,at=2026-11-10 02:00,account=ticket-elsewhere,domain=MIDORI,sid=1342,from=10.1.2.2,service=FS01$
4624,at=2026-11-10 02:01,account=ticket-elsewhere,domain=MIDORI,sid=1342,from=10.1.2.2,logon_process=Kerberos,by=FS01,input=3
person,account=honest-saved-password,sid=1343
4768,at=2026-11-09 01:00,account=honest-saved-password,domain=MIDORI,sid=1343,from=10.1.1.1
4624,at=2026-11-09 02:30,account=honest-saved-password,domain=MIDORI,sid=1343,from=10.1.2.2,named=PC02,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
4624,at=2026-11-10 02:30,account=honest-saved-password,domain=MIDORI,sid=1343,from=10.1.2.2,named=PC02,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
person,account=honest-guest-with-ticket,sid=1344
4768,at=2026-11-09 01:00,account=honest-guest-with-ticket,domain=MIDORI,sid=1344,from=10.1.1.1
4768,at=2026-11-10 02:39,account=honest-guest-with-ticket,domain=MIDORI,sid=1344,from=10.1.2.2
4769,at=2026-11-10 02:39,account=honest-guest-with-ticket,domain=MIDORI,sid=1344,from=10.1.2.2,service=FS01$
4624,at=2026-11-10 02:40,account=honest-guest-with-ticket,domain=MIDORI,sid=1344,from=10.1.2.2,logon_process=Kerberos,by=FS01,input=3
# Kerberos at FS01 without a ticket for it.
person,account=silver,sid=1351
4768,at=2026-11-12 01:00,account=silver,domain=MIDORI,sid=1351,from=10.1.1.1
4769,at=2026-11-12 01:01,account=silver,domain=MIDORI,sid=1351,from=10.1.1.1,service=DC01$
4624,at=2026-11-12 03:00,account=silver,domain=MIDORI,sid=1351,from=10.9.9.9,logon_process=Kerberos,by=FS01,input=3
person,account=silver-perhaps,sid=1352
4768,at=2026-11-12 01:00,account=silver-perhaps,domain=MIDORI,sid=1352,from=10.1.1.1
4769,at=2026-11-12 01:01,account=silver-perhaps,domain=MIDORI,sid=1352,from=10.1.1.1,service=svc-web
4624,at=2026-11-12 03:01,account=silver-perhaps,domain=MIDORI,sid=1352,from=10.1.1.1,logon_process=Kerberos,by=FS01,input=3
person,account=honest-other-address,sid=1353
4768,at=2026-11-12 01:00,account=honest-other-address,domain=MIDORI,sid=1353,from=10.1.1.1
4769,at=2026-11-12 01:01,account=honest-other-address,domain=MIDORI,sid=1353,from=10.1.1.1,service=FS01$,by=DC02,input=2
4624,at=2026-11-12 03:02,account=honest-other-address,domain=MIDORI,sid=1353,from=fe80::17,logon_process=Kerberos,by=FS01,input=3
person,account=honest-slow-clock,sid=1354
4768,at=2026-11-12 03:01:00,account=honest-slow-clock,domain=MIDORI,sid=1354,from=10.1.1.1
4769,at=2026-11-12 03:01:01,account=honest-slow-clock,domain=MIDORI,sid=1354,from=10.1.1.1,service=FS01$
4624,at=2026-11-12 02:57,account=honest-slow-clock,domain=MIDORI,sid=1354,from=10.1.1.1,logon_process=Kerberos,by=FS01,input=3
# A computer's account by NTLM: from another PC, from nowhere, from its own address.
4624,at=2026-11-12 04:00,account=DC02$,domain=MIDORI,sid=1002,from=10.1.2.1,named=DC02,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
4624,at=2026-11-12 04:01,account=FS01$,domain=MIDORI,sid=1010,from=10.9.9.8,named=FS01,logon_process=NtLmSsp,key_length=128
4624,at=2026-11-12 04:02,account=PC02$,domain=MIDORI,sid=1022,from=10.1.2.2,named=PC02,logon_process=NtLmSsp,key_length=128,by=FS01,input=3
# Weakly encrypted tickets: five services one after the other; the same ones every day; four.
4768,at=2026-11-09 00:50,times=5,every=86400,account=roaster,domain=MIDORI,from=10.1.2.4
4768,at=2026-11-09 00:50,times=5,every=86400,account=honest-old-program,domain=MIDORI,from=10.1.2.4
4769,at=2026-11-09 01:00,account=roaster,domain=MIDORI,from=10.1.2.4,service=sql1,ticket_encryption=0x17
4769,at=2026-11-10 01:00,account=roaster,domain=MIDORI,from=10.1.2.4,service=sql2,ticket_encryption=0x17
4769,at=2026-11-10 04:00,account=roaster,domain=MIDORI,from=10.1.2.4,service=sql3,ticket_encryption=0x17
4769,at=2026-11-11 01:00,account=roaster,domain=MIDORI,from=10.1.2.4,service=sql4,ticket_encryption=0x17
4769,at=2026-11-12 01:00,account=roaster,domain=MIDORI,from=10.1.2.4,service=sql5,ticket_encryption=0x17
${[1, 2, 3, 4, 5].map((n) => `4769,at=2026-11-09 0${n}:00,times=4,every=86400,account=honest-old-program,domain=MIDORI,from=10.1.2.4,service=sql${n},ticket_encryption=0x17`).join('\n')}
${[1, 2, 3, 4].map((n) => `4769,at=2026-11-09 0${n}:10,account=honest-four,domain=MIDORI,from=10.1.2.4,service=sql${n},ticket_encryption=0x17`).join('\n')}
`);

type Told = readonly string[];

/** `account: strength` of every record with the sign. */
function toldOf(rows: readonly Readonly<Record<string, unknown>>[], because: string): Told {
  return rows.filter((row) => row.because === because).map(({ account, strength }) => `${account}: ${strength}`);
}

describe('uses of an account that nothing before them explains', () => {
  let rows: readonly Readonly<Record<string, unknown>>[];
  beforeAll(async () => {
    rows = await askOf(
      [...OFFICE, ...WEEK],
      'select because, account, strength, occurred_at from program_signs order by occurred_at, because, account',
    );
  });

  test.each([
    ['no-session-there', ['never-there: strong', 'long-ago: strong']],
    [
      'no-ticket-from-there',
      [
        'hash-elsewhere: weak',
        ...['never-there: weak', 'long-ago: weak', 'log-ended: weak', 'log-not-given: weak', 'ticket-long-ago: weak', 'honest-mac: beside'],
      ],
    ],
    ['account-of-another', ['hash-elsewhere: weak', 'ticket-elsewhere: weak']],
    ['ticket-not-issued-there', ['ticket-elsewhere: weak']],
    ['ticket-never-issued', ['forged-first-used-late: strong', 'forged: strong']],
    ['no-service-ticket', ['forged-first-used-late: weak', 'silver: strong', 'silver-perhaps: weak']],
    ['relayed-computer', ['DC02$: strong', 'FS01$: weak']],
    ['kerberoast-slow', ['roaster: strong', 'roaster: strong', 'roaster: strong', 'roaster: strong', 'roaster: strong']],
  ])('%s', (because, told) => expect(toldOf(rows, because)).toEqual(told));
});

describe('what no domain controller issued is said only where the logs of all of them are whole', () => {
  /** Each a network of its own, so that one run answers all. */
  const NETWORKS: Readonly<Record<string, readonly (typeof OFFICE)[number][]>> = {
    'whole logs': OFFICE,
    'the log of a server was cleared': [...OFFICE, ...linesOf('1102,at=2026-11-11 04:00,by=FS01,input=3')],
    'the log of one is missing': without(/^recordings,input=2|by=DC02/),
    'the log of one was cleared': [...OFFICE, ...linesOf('1102,at=2026-11-11 04:00')],
    'records of one are missing': without(/^recordings,input=2/).concat(
      linesOf(
        'recordings,input=2,recorded_by=DC02.midori.example.jp,records=990,first_record_id=1,last_record_id=1000,id_holes=1,holes_from_at=2026-11-10,holes_until_at=2026-11-11,first_at=2026-11-08 23:00,last_at=2026-11-14 01:00',
      ),
    ),
    'no directory says which they are': without(/^(directories|terminals|person|administrator|computer)/),
    'one records no ticket-granting tickets': without(/^4768.*by=DC02/).concat(linesOf('4776,at=00:10,account=FS01$,named=FS01,by=DC02,input=2')),
  };

  test('and their tickets are recorded', async () => {
    const tickets = linesOf(
      '4769,at=00:40,account=PC01$,sid=1021,from=10.1.2.1,service=FS01$\n4769,at=00:41,account=PC01$,sid=1021,from=10.1.2.1,service=FS01$,by=DC02,input=2',
    );
    const [whole = [], ...others] = Object.entries(NETWORKS).map(([network, lines]) =>
      [...lines, ...tickets].map((cells) => inNetwork(cells, network)),
    );
    const rows = await askOf([...whole, ...others.flat()], 'select network, issues, service_tickets from whole_tickets order by network');
    expect(rows.map(({ network, issues, service_tickets: services }) => `${network}: ${issues} ${services}`)).toEqual([
      'one records no ticket-granting tickets: false true',
      'the log of a server was cleared: true true',
      'whole logs: true true',
    ]);
  });
});

function without(pattern: RegExp): (typeof OFFICE)[number][] {
  return OFFICE.filter((cells) => !pattern.test(cells.join(',')));
}

/** Files and the period are those of the whole run. */
function inNetwork(cells: (typeof OFFICE)[number], network: string): (typeof OFFICE)[number] {
  return cells[0] === 'inputs' || cells[0] === 'period' ? cells : [...cells, `network=${network}`];
}
