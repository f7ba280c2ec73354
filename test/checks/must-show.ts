import { expect } from 'vitest';
import { type Audited, auditOf, type Found, type Row } from './real-audits.ts';

/** What adlogon shows of one log: its audit, and its rows and attempts as `adlogon query` answers them. */
export type Shown = Audited & { readonly rows: readonly Row[] };

/** Words of a line that do not hold, for all that the rest of it does; the test prints them. */
export interface Exception {
  readonly words: string;
  readonly because: string;
}

type Holds = (shown: Shown) => void | Promise<void>;

/** A line of the manifest, word for word, how it is seen to hold, and what of it does not. */
type Line = readonly [line: string, holds: Holds, except?: Exception];

type Where = Partial<Row>;

/** The rows of one table with these values, in order of time. */
function rowsOf({ rows }: Shown, where: Where, table = 'logon_events'): readonly Row[] {
  const found = rows.filter((row) => row.table === table && Object.entries(where).every(([column, value]) => row[column] === value));
  return found.toSorted((a, b) => secondsOf(a) - secondsOf(b) || Number(a.record_id) - Number(b.record_id));
}

/** When a record was written, in seconds, to the millisecond. */
function secondsOf({ occurred_at }: Row): number {
  return Date.parse(`${String(occurred_at).replace(' ', 'T').slice(0, 23)}Z`) / 1000;
}

/** From the first of some rows to the last, in seconds. */
function span(rows: readonly Row[]): number {
  const times = rows.map(secondsOf);
  return Math.max(...times) - Math.min(...times);
}

/** How many different values a column has. */
function distinct(rows: readonly Row[], column: string): number {
  return new Set(rows.map((row) => row[column])).size;
}

function all(...holds: readonly Holds[]): Holds {
  return async (shown) => {
    for (const one of holds) await one(shown);
  };
}

/** So many rows with these values. */
function rows(count: number, where: Where, table?: string): Holds {
  return (shown) => expect(rowsOf(shown, where, table)).toHaveLength(count);
}

function changes(count: number, where: Where): Holds {
  return rows(count, where, 'account_changes');
}

/** The log was cleared: by whom, and as a gap of what was looked at. */
function cleared(acting_account: string): Holds {
  return all(rows(1, { event_id: 1102, acting_account }, 'log_changes'), gap('log-cleared'));
}

function recordedBy(...names: readonly string[]): Holds {
  return ({ recorders }) => expect(recorders.map((one) => one.recordedBy)).toEqual(expect.arrayContaining([...names]));
}

function gap(code: string): Holds {
  return ({ checklist }) => expect(checklist.flatMap(({ gaps }) => gaps)).toContainEqual(expect.objectContaining({ code }));
}

/** A finding with these properties, to review unless said otherwise, whose signs are among others these. */
function finding(properties: Partial<Found>, ...signs: readonly string[]): Holds {
  const expected = {
    level: 'review',
    ...properties,
    ...(signs.length > 0 ? { signs: expect.arrayContaining(signs.map((sign) => expect.objectContaining({ sign }))) } : {}),
  };
  return ({ findings }) => expect(findings).toContainEqual(expect.objectContaining(expected));
}

/** Nothing is found about an account; about anything, when none is named. */
function noFinding(account?: string): Holds {
  return ({ findings }) => expect(findings.filter((one) => account === undefined || one.account === account)).toEqual([]);
}

/** What became of the records of the file: all are told of, and so many are damaged. */
function read(records: number, damaged = 0): Holds {
  return ({ inputs, sumsAgree }) => {
    expect(inputs).toMatchObject([{ records, damaged, problem: null }]);
    expect(sumsAgree).toBe(true);
  };
}

function damage(kind: string, count: number): Holds {
  return (shown) => expect(shown.damage.filter((one) => one.kind === kind)).toHaveLength(count);
}

/** Whole, but nothing in it is of the Security log: no row, no finding, and no check is passed. */
const ofNoConcern: Holds = ({ inputs, rows, findings, checklist }) => {
  expect(inputs.map(({ stored, records, outOfScope, damaged }) => [stored, records - outOfScope - damaged])).toEqual([[0, 0]]);
  expect(rows.filter(({ table }) => table !== 'inputs')).toEqual([]);
  expect(findings).toEqual([]);
  expect(checklist.map(({ outcome }) => outcome)).toEqual(checklist.map(() => 'not assessed'));
};

/** At least one row with these values. */
function someRows(where: Where, table?: string): Holds {
  return (shown) => expect(rowsOf(shown, where, table)).not.toEqual([]);
}

/** A change of the clock (4616) that takes it back by so many days, and its gap. */
function clockBack(days: number): Holds {
  return all(gap('clock-changed'), (shown) => {
    const back = rowsOf(shown, { event_id: 4616 }, 'log_changes').map(
      ({ former_time, new_time }) => (Date.parse(String(former_time)) - Date.parse(String(new_time))) / 86_400_000,
    );
    expect(back.filter((one) => Math.abs(one - days) < 0.1)).not.toEqual([]);
  });
}

/** What two audits of the same must have in common. */
function countOf({ check, account, count, level }: Found): readonly (string | number | null)[] {
  return [check, account, count, level];
}

const ANONYMOUS = { event_id: 4624, account: 'ANONYMOUS LOGON' };
const BY_NTLM = { event_id: 4624, logon_type: 3, ntlm_version: 'NTLM V2' };
const BY_WEB_SERVER = { account: 'IEUser', acting_account: 'svc01', process: String.raw`C:\Windows\System32\inetsrv\w3wp.exe` };
const GUESSED = {
  event_id: 4625,
  logon_type: 3,
  authentication_package: 'NTLM',
  terminal_address: '98.122.240.33',
  terminal_name: 'DESKTOP-OUPA0T1',
};
const GUESSER = { terminal_address: '10.23.123.11', terminal_address_recorded: '::ffff:10.23.123.11' };
const RUN_AS = { account: 'user', acting_account: 'test', logon_type: 2, terminal_address_recorded: '::1', status_code: '0xC000006A' };
const RDP_NOT_ALLOWED = { account: 'anit.ghosh', account_domain: 'PRAIVACYMATRIX', event_id: 4625, logon_type: 10, status_code: '0xC000015B' };

/** Every log of the manifest, and its lines in order. Joined by a space they are `mustShow`. */
export const MUST_SHOW: Readonly<Record<string, readonly Line[]>> = {
  'v01-dc-rdp-logon': [
    ['DC dc.windomain.local.', recordedBy('dc.windomain.local')],
    [
      String.raw`WINDOMAIN\vagrant (has 4672) logs on by RDP from 192.168.38.1, client name "silversurfer" (only 4778 carries that name; 4624 WorkstationName is the DC itself);`,
      all(
        rows(3, { event_id: 4672, account: 'vagrant', account_domain: 'WINDOMAIN' }),
        rows(2, { event_id: 4624, account: 'vagrant', logon_type: 10, terminal_address: '192.168.38.1', terminal_name: 'DC' }),
        rows(1, { terminal_name: 'silversurfer' }),
        rows(1, { terminal_name: 'silversurfer', event_id: 4778, account: 'vagrant', terminal_address: '192.168.38.1' }),
      ),
    ],
    [
      'first an NTLM type 3 pre-authentication, then a type 10 pair (elevated + filtered token = ONE logon).',
      (shown) => {
        const remote = rowsOf(shown, { event_id: 4624, account: 'vagrant', terminal_address: '192.168.38.1' });
        expect(remote.map((row) => [row.logon_type, row.authentication_package, row.elevated])).toEqual([
          [3, 'NTLM', true],
          [10, 'Negotiate', true],
          [10, 'Negotiate', false],
        ]);
        expect(remote[1]).toMatchObject({ linked_logon_id: remote[2]?.logon_id, logon_id: remote[2]?.linked_logon_id });
      },
    ],
    ['Log cleared by vagrant.', cleared('vagrant')],
    ['File header says 1 chunk but 10 chunks / 789 records are present.', read(789)],
  ],
  'v02-win10-domain-pc': [
    [
      'User PC DESKTOP-23PS6ES joins praivacymatrix.com mid-log.',
      (shown) => {
        const named = rowsOf(shown, {}, 'recordings').toSorted((a, b) => Number(a.first_record_id) - Number(b.first_record_id));
        expect(named.map((row) => row.recorded_by).slice(-2)).toEqual(['DESKTOP-23PS6ES', 'DESKTOP-23PS6ES.praivacymatrix.com']);
      },
    ],
    [
      String.raw`Report: 46 failed logons; PRAIVACYMATRIX\anit.ghosh refused by RDP 16 x with 0xc000015b (right password, no RDP right), domain Administrator used interactively/RDP on a user PC; failures from server PM over fe80:: IPv6; misspelled domain "privacymatrix"; a user name that contains "privacymatrix/administrator".`,
      all(
        rows(46, { event_id: 4625 }),
        ({ findings }) => {
          const failures = findings.filter(({ check }) => check === 'logon-failure-elsewhere');
          expect(failures.reduce((sum, { count }) => sum + count, 0)).toBe(46);
        },
        rows(16, { ...RDP_NOT_ALLOWED, failure_reason: 'logon-type-not-granted' }),
        finding({ account: 'anit.ghosh', accountDomain: 'PRAIVACYMATRIX', reasons: expect.arrayContaining(['logon-type-not-granted']) }),
        rows(16, { event_id: 4624, account: 'Administrator', account_domain: 'PRAIVACYMATRIX', logon_type: 11 }),
        rows(1, { event_id: 4624, account: 'Administrator', account_domain: 'PRAIVACYMATRIX', logon_type: 10 }),
        rows(5, { event_id: 4625, terminal_name: 'PM', terminal_address: 'fe80::1941:f3d6:f94d:95bb' }),
        finding({ account: 'Administrator', accountDomain: 'PRAIVACYMATRIX', count: 4, terminalAddress: 'fe80::1941:f3d6:f94d:95bb' }),
        finding({ accountDomain: 'privacymatrix', account: 'Administrator', count: 3, reasons: ['no-such-account'] }),
        rows(1, { event_id: 4625, account_recorded: 'privacymatrix/administrator' }),
        // Masked in reports: a name that nobody has may be a password.
        finding({ account: 'unknown name 1 (27 characters)', count: 1 }),
      ),
    ],
    [
      '6 x 4625 with EMPTY account, Kerberos, 0xc0000133 are the machine account (clock skew), not a person.',
      all(
        rows(6, { event_id: 4625, account: null, authentication_package: 'Kerberos', status_code: '0xC0000133', failure_reason: 'clocks-differ' }),
        ({ findings }) => {
          const nameless = findings.filter(({ account }) => account === null);
          expect(nameless.map(({ level, terminal, reasons }) => [level, terminal, reasons])).toEqual(
            nameless.map(() => ['note', 'DESKTOP-23PS6ES', ['clocks-differ']]),
          );
          expect(nameless.reduce((sum, { count }) => sum + count, 0)).toBe(6);
        },
      ),
    ],
    [
      'Type 10 with IpAddress 0.0.0.0.',
      (shown) => {
        const remote = rowsOf(shown, { logon_type: 10, terminal_address_recorded: '0.0.0.0' });
        expect(remote).toHaveLength(31);
        expect(new Set(remote.map((row) => row.terminal_address))).toEqual(new Set([null]));
        // From nobody knows where: not from the machine that recorded it.
        expect(new Set(rowsOf(shown, { logon_type: 10 }, 'attempts').map((row) => row.terminal))).toEqual(new Set([null]));
      },
    ],
    [
      'CredProvider attempt logs BOTH a type 11 and a type 2 failure.',
      (shown) => {
        const asked = { event_id: 4625, account: 'Administrator', status_code: '0xC000006A', terminal_address_recorded: '::1' };
        const [cached, local] = [11, 2].map((logon_type) => rowsOf(shown, { ...asked, logon_type }));
        expect(cached).toHaveLength(4);
        expect(local).toHaveLength(4);
        // One attempt each; but for the pair that lies more than a second apart they are counted once.
        const asAdministrator = shown.findings.filter(({ account, terminal }) => account === 'Administrator' && terminal === 'DESKTOP-23PS6ES');
        expect(asAdministrator.reduce((sum, { logons }) => sum + logons, 0)).toBe(5);
      },
    ],
    ['Clock jumps back 196 days.', clockBack(196)],
  ],
  'v03-application-log-4625-trap': [
    ['Application log of the same PC.', all(read(816), ofNoConcern, gap('no-input'))],
    [
      '22 records have EventID 4625 but come from Microsoft-Windows-EventSystem: zero logon failures must be reported.',
      all(rows(0, { event_id: 4625 }), noFinding()),
    ],
  ],
  'v04-server-rdp-guessing-lockout': [
    ['Host df1-vm.', recordedBy('df1-vm')],
    [
      '23 failed NTLM type 3 logons from 98.122.240.33, workstation DESKTOP-OUPA0T1: Sarah 10, Jonathan 6, "Jonathan " (trailing space, 0xc0000064) 2, df1admin 5; Sarah locked out 2026-07-01T03:14:50Z (4740, caller DESKTOP-OUPA0T1 in TargetDomainName).',
      all(
        rows(23, GUESSED),
        rows(10, { ...GUESSED, account_recorded: 'Sarah' }),
        rows(6, { ...GUESSED, account_recorded: 'Jonathan' }),
        rows(2, { ...GUESSED, account_recorded: 'Jonathan ', account: 'Jonathan', status_code: '0xC0000064' }),
        rows(5, { ...GUESSED, account_recorded: 'df1admin' }),
        ({ findings }) => {
          const failures = findings.filter(
            ({ check, terminalAddress }) => check === 'logon-failure-elsewhere' && terminalAddress === '98.122.240.33',
          );
          expect(failures.reduce((sum, { count }) => sum + count, 0)).toBe(23);
        },
        finding({ account: 'Sarah', check: 'non-human-logon', count: 10, terminalAddress: '98.122.240.33' }, 'brute-force'),
        (shown) => {
          const [locked, ...others] = rowsOf(shown, { event_id: 4740 });
          expect(others).toEqual([]);
          expect(locked).toMatchObject({
            account: 'Sarah',
            terminal_name: 'DESKTOP-OUPA0T1',
            occurred_at: expect.stringMatching(/^2026-07-01 03:14:50/),
          });
        },
      ),
    ],
    [
      'Successful logons by the same three from the same source.',
      all(
        ...['Sarah', 'Jonathan', 'df1admin'].map((account) =>
          someRows({ event_id: 4624, account, terminal_address: '98.122.240.33', terminal_name: 'DESKTOP-OUPA0T1' }),
        ),
      ),
    ],
    [
      'Failures carry TargetDomainName MicrosoftAccount, successes df1-vm.',
      all(rows(23, { ...GUESSED, account_domain: 'MicrosoftAccount' }), (shown) => {
        const remote = rowsOf(shown, { event_id: 4624, terminal_address: '98.122.240.33' }).filter((row) => row.account !== 'ANONYMOUS LOGON');
        expect(new Set(remote.map((row) => row.account_domain))).toEqual(new Set(['df1-vm']));
      }),
    ],
    [
      'df1admin (4672) creates users and is an administrator.',
      all(
        someRows({ event_id: 4672, account: 'df1admin' }),
        changes(2, { event_id: 4720, acting_account: 'df1admin' }),
        finding({ account: 'df1admin' }, 'built-in-administrator', 'built-in-renamed'),
      ),
    ],
  ],
  'v05-workstation-runas-guessing': [
    [
      'TestComputer: 15 failed type 2 logons of "user" by "test" via seclogo from ::1, each with a 4776 failure 0xc000006a one record before; 8 later successes.',
      all(
        recordedBy('TestComputer'),
        rows(15, { ...RUN_AS, event_id: 4625, logon_process: 'seclogo' }),
        (shown) => {
          const asked = rowsOf(shown, { event_id: 4776, account: 'user', status_code: '0xC000006A' }).map((row) => Number(row.record_id) + 1);
          expect(asked).toEqual(rowsOf(shown, { ...RUN_AS, event_id: 4625 }).map((row) => Number(row.record_id)));
        },
        ({ findings }) => {
          const failures = findings.filter(
            ({ account, terminal, reasons }) => account === 'user' && terminal === 'TESTCOMPUTER' && reasons[0] === 'wrong-password',
          );
          expect(failures.reduce((sum, { count }) => sum + count, 0)).toBe(15);
        },
        (shown) => {
          const succeeded = rowsOf(shown, { event_id: 4624, account: 'user', logon_type: 2, acting_account: 'test' });
          expect(succeeded).toHaveLength(8);
          const [failed] = rowsOf(shown, { event_id: 4625 });
          expect(succeeded.filter((row) => secondsOf(row) > secondsOf(failed ?? {}))).toHaveLength(7);
        },
      ),
      { words: '8 later successes', because: 'one of the eight came seven minutes before the first failure: seven are later' },
    ],
    [
      'Log cleared by test, audit policy changed 14 times.',
      all(cleared('test'), rows(14, { event_id: 4719, acting_account: 'test' }, 'log_changes')),
    ],
    ['Header says 5 chunks, 10 present.', read(739)],
  ],
  'v06-password-spray-4648': [
    [
      'DESKTOP-JR78RLP, user jwrig, 294 x 4648 with 41 target accounts against 172.16.144.128 in 5 min 15 s (no 4625 exists: the source host logs only 4648).',
      all(
        recordedBy('DESKTOP-JR78RLP'),
        (shown) => {
          const used = rowsOf(shown, { event_id: 4648, acting_account: 'jwrig', terminal_address: '172.16.144.128' });
          expect(used).toHaveLength(294);
          expect(distinct(used, 'account')).toBe(41);
          expect(Math.round(span(used))).toBe(5 * 60 + 15);
        },
        rows(0, { event_id: 4625 }),
        gap('no-failures-recorded'),
        finding({ account: 'jwrig', terminal: 'DESKTOP-JR78RLP', count: 294 }, 'credentials', 'log-cleared'),
      ),
    ],
    [
      'Log cleared just before by jwrig.',
      all(cleared('jwrig'), (shown) => {
        const [first] = rowsOf(shown, { event_id: 4648 });
        const [clearing] = rowsOf(shown, { event_id: 1102 }, 'log_changes');
        expect(Number(first?.record_id) - Number(clearing?.record_id)).toBe(1);
      }),
    ],
    ['21 duplicate records lie in chunk slack and must not be counted.', read(295)],
  ],
  'v07-kerberos-guessing-many-names': [
    [
      'rootdc1: 49 x 4768 and 2 x 4771 from ::ffff:10.23.123.11 (= 10.23.123.11) in 8 s, 51 account names.',
      all(
        recordedBy('rootdc1.offsec.lan'),
        rows(49, { ...GUESSER, event_id: 4768 }),
        rows(2, { ...GUESSER, event_id: 4771 }),
        (shown) => {
          expect(distinct(rowsOf(shown, GUESSER), 'account')).toBe(51);
          expect(span(rowsOf(shown, GUESSER))).toBeLessThan(8);
        },
        finding({ check: 'non-human-logon', account: null, count: 49, terminalAddress: '10.23.123.11' }, 'fast-accounts', 'spray'),
      ),
      {
        words: 'in 8 s',
        because: 'the 51 names were asked for within 1.5 s, as the times of the manifest itself say; 8 s is the span of the whole file',
      },
    ],
    [
      '46 x Status 0x6 (unknown user), 1 x 0x12 (disabled/locked: administrator), 2 x 4771 0x18 (wrong password), and 2 x Status 0x0 = SUCCESS (admmig; admin-test with PreAuthType 0).',
      all(
        rows(46, { event_id: 4768, status_code: '0x6', failure_reason: 'no-such-account' }),
        rows(1, { event_id: 4768, status_code: '0x12', failure_reason: 'disabled-expired-or-locked', account: 'administrator' }),
        rows(2, { event_id: 4771, status_code: '0x18', failure_reason: 'wrong-password' }),
        rows(2, { ...GUESSER, succeeded: true }),
        finding({ account: 'admmig' }, 'success-amid-guesses'),
        finding({ account: 'admin-test' }, 'success-amid-guesses', 'no-pre-authentication'),
      ),
    ],
    [
      'One further 4768 (HealthMailboxf49e2c8 from 10.23.42.16) is unrelated service noise.',
      all(rows(1, { event_id: 4768, account: 'HealthMailboxf49e2c8', terminal_address: '10.23.42.16' }), noFinding('HealthMailboxf49e2c8')),
    ],
  ],
  'v08-kerberos-spray': [
    [
      '01566s-win16-ir: within one second from one host: 7 x 4768 0x6 (unknown user), 2 x 4771 0x18 (Administrator, backdoor: wrong password) and a SUCCESS for "normal" (2 x 4768 0x0).',
      all(
        recordedBy('01566s-win16-ir.threebeesco.com'),
        (shown) => expect(span(rowsOf(shown, { terminal_address: '172.16.66.1' }))).toBeLessThan(1),
        rows(7, { event_id: 4768, status_code: '0x6' }),
        rows(1, { event_id: 4771, status_code: '0x18', account: 'Administrator' }),
        rows(1, { event_id: 4771, status_code: '0x18', account: 'backdoor' }),
        rows(2, { event_id: 4768, succeeded: true, account: 'normal' }),
        finding({ check: 'non-human-logon', count: 9, terminalAddress: '172.16.66.1' }, 'fast-accounts', 'spray'),
        finding({ account: 'normal', count: 2 }, 'success-amid-guesses'),
      ),
    ],
    [
      'The host is spelt 172.16.66.1 in ten records and ::ffff:172.16.66.1 in the last one.',
      (shown) => {
        const spelt = rowsOf(shown, { terminal_address: '172.16.66.1' }).toSorted((a, b) => Number(a.record_id) - Number(b.record_id));
        expect(spelt.map((row) => row.terminal_address_recorded)).toEqual([...Array.from({ length: 10 }, () => '172.16.66.1'), '::ffff:172.16.66.1']);
      },
    ],
    ['Log cleared by a-jbrown.', cleared('a-jbrown')],
  ],
  'v09-kerberoast': [
    [
      'Alice from 192.168.1.200: NTLM type 3 logon, TGT and service ticket for sql101 with RC4 (0x17).',
      all(
        rows(1, { event_id: 4624, account: 'Alice', logon_type: 3, authentication_package: 'NTLM', terminal_address: '192.168.1.200' }),
        rows(1, { event_id: 4768, account: 'Alice', ticket_encryption: '0x17', terminal_address: '192.168.1.200' }),
        rows(1, { event_id: 4769, account: 'Alice', ticket_encryption: '0x17', terminal_address: '192.168.1.200', service: 'sql101' }),
        finding({ account: 'Alice', terminalAddress: '192.168.1.200' }, 'kerberoast'),
      ),
    ],
    [
      '4769 TargetUserName is Alice@LABCORP.LOCAL (realm suffix).',
      rows(1, { event_id: 4769, account_recorded: 'Alice@LABCORP.LOCAL', account: 'Alice' }),
    ],
  ],
  'v10-asrep-roast': [
    [
      'admin-test, TGT without pre-authentication (PreAuthType 0), RC4, from 10.23.23.9.',
      all(
        rows(1, { event_id: 4768, account: 'admin-test', pre_authentication: 0, ticket_encryption: '0x17', terminal_address: '10.23.23.9' }),
        finding({ account: 'admin-test', terminalAddress: '10.23.23.9' }, 'no-pre-authentication'),
      ),
    ],
  ],
  'v11-pass-the-hash-source': [
    [
      String.raw`FS03: OFFSEC\admmig, type 9 (NewCredentials), seclogo, ip ::1, with 4672/4964; log cleared by admmig.`,
      all(
        recordedBy('FS03.offsec.lan'),
        rows(1, {
          event_id: 4624,
          account: 'admmig',
          account_domain: 'OFFSEC',
          logon_type: 9,
          logon_process: 'seclogo',
          terminal_address_recorded: '::1',
        }),
        rows(1, { event_id: 4672, account: 'admmig' }),
        rows(1, { event_id: 4964, account: 'admmig' }),
        cleared('admmig'),
        finding({ account: 'admmig', terminal: 'FS03' }, 'new-credentials', 'log-cleared'),
      ),
    ],
  ],
  'v12-rdp-tunnel-loopback': [
    [
      'PC02: IEUser type 10 from 127.0.0.1 (a remote logon whose source is loopback: never treat as local); sshd_server service logon; anonymous NTLM from 10.0.2.17 (PC01).',
      all(
        recordedBy('PC02.example.corp'),
        rows(1, { event_id: 4624, account: 'IEUser', logon_type: 10, terminal_address_recorded: '127.0.0.1' }),
        rows(1, { event_id: 4624, logon_type: 10, terminal: null, certainty: 'unknown' }, 'attempts'),
        finding({ account: 'IEUser', terminal: null }, 'desktop-tunnel'),
        rows(1, { event_id: 4624, account: 'sshd_server', logon_type: 5 }),
        rows(2, { event_id: 4624, account: 'ANONYMOUS LOGON', terminal_address: '10.0.2.17', terminal_name: 'PC01', authentication_package: 'NTLM' }),
      ),
    ],
    ['4624 version 0 (no ElevatedToken field).', all(rows(18, { event_id: 4624, event_version: 0, elevated: null }), rows(18, { event_id: 4624 }))],
  ],
  'v13-zerologon-a': [
    [
      'DC 01566s-win16-ir: two ANONYMOUS LOGON NTLM V1 type 3 logons from 172.16.66.37 (02694W-WIN10), 73 s later the DC machine account password is changed by ANONYMOUS LOGON (4742, outside the ID list).',
      all(
        recordedBy('01566s-win16-ir.threebeesco.com'),
        rows(2, { ...ANONYMOUS, ntlm_version: 'NTLM V1', logon_type: 3, terminal_address: '172.16.66.37', terminal_name: '02694W-WIN10' }),
        (shown) => {
          const [changed, ...others] = rowsOf(
            shown,
            { event_id: 4742, account: '01566S-WIN16-IR$', acting_account: 'ANONYMOUS LOGON' },
            'account_changes',
          );
          expect(others).toEqual([]);
          expect(Math.round(span([...rowsOf(shown, ANONYMOUS), changed ?? {}]))).toBe(73);
        },
        finding({ account: '01566S-WIN16-IR$' }, 'changed-anonymously', 'log-cleared'),
      ),
    ],
    ['Log cleared by a-jbrown.', cleared('a-jbrown')],
  ],
  'v14-remote-task-as-admin': [
    [
      String.raw`WIN-77LTAPHIQ1R: EXAMPLE\Administrator, NTLM V2 type 3 from 10.0.2.17 (two with the IP, one with IpAddress "-" for the same session burst), WorkstationName empty; before it an anonymous logon whose WorkstationName is the literal text NULL.`,
      all(
        recordedBy('WIN-77LTAPHIQ1R.example.corp'),
        rows(2, { ...BY_NTLM, account: 'Administrator', account_domain: 'EXAMPLE', terminal_address: '10.0.2.17', terminal_name: null }),
        rows(1, { ...BY_NTLM, account: 'Administrator', account_domain: 'EXAMPLE', terminal_address_recorded: '-', terminal_name: null }),
        (shown) => {
          const [anonymous, ...others] = rowsOf(shown, { ...ANONYMOUS, terminal_name: 'NULL' });
          expect(others).toEqual([]);
          expect(secondsOf(anonymous ?? {})).toBeLessThan(secondsOf(rowsOf(shown, BY_NTLM)[0] ?? {}));
        },
        finding({ account: 'Administrator', count: 2, terminalAddress: '10.0.2.17' }, 'no-machine-name', 'built-in-administrator'),
      ),
    ],
    ['4776 with empty Workstation.', rows(3, { event_id: 4776, account: 'administrator', terminal_name: null })],
  ],
  'v15-ms17-010-psexec': [
    [
      String.raw`fs03vuln: OFFSEC\admmig NTLM from 10.23.123.11, WorkstationName 0Konuy9q8HtkWeKS (random: anomalous machine name), then Kerberos from 10.23.23.9.`,
      all(
        recordedBy('fs03vuln.offsec.lan'),
        (shown) =>
          expect(
            rowsOf(shown, { event_id: 4624, account: 'admmig', account_domain: 'OFFSEC' }).map((row) => [
              row.authentication_package,
              row.terminal_address,
              row.terminal_name,
            ]),
          ).toEqual([
            ['NTLM', '10.23.123.11', '0Konuy9q8HtkWeKS'],
            ['Kerberos', '10.23.23.9', null],
            ['Kerberos', '10.23.23.9', null],
          ]),
        finding({ account: 'admmig', terminalAddress: '10.23.123.11' }, 'random-name', 'no-windows-name'),
      ),
    ],
    ['3 x 4672 and 3 x 4964.', all(rows(3, { event_id: 4672 }), rows(3, { event_id: 4964 }))],
  ],
  'v16-donpapi-full': [
    [
      'fs03vuln: 14 admmig NTLM type 3 logons from 10.23.123.11 in 8 s, preceded by an anonymous logon whose domain is "offsec" instead of NT AUTHORITY.',
      all(
        recordedBy('fs03vuln.offsec.lan'),
        (shown) => {
          const logons = rowsOf(shown, {
            event_id: 4624,
            account: 'admmig',
            authentication_package: 'NTLM',
            logon_type: 3,
            terminal_address: '10.23.123.11',
          });
          expect(logons).toHaveLength(14);
          expect(Math.round(span(logons))).toBe(8);
          const [anonymous] = rowsOf(shown, { ...ANONYMOUS, account_domain: 'offsec' });
          expect(secondsOf(anonymous ?? {})).toBeLessThan(secondsOf(logons[0] ?? {}));
        },
        finding({ account: 'admmig', count: 14, terminalAddress: '10.23.123.11' }, 'no-machine-name', 'no-session-key'),
      ),
    ],
    [
      'Same log as v17: both files given together must not count the 15 shared records twice.',
      async (shown) => {
        const both = await auditOf(['v16-donpapi-full', 'v17-donpapi-subset']);
        expect(both.inputs.map(({ stored, duplicates }) => [stored, duplicates])).toEqual([
          [46, 0],
          [0, 15],
        ]);
        expect(both.findings.map(countOf)).toEqual(shown.findings.map(countOf));
      },
    ],
  ],
  'v17-donpapi-subset': [
    [
      '15 records that are all also in v16 (same computer, record id, time).',
      // Read after v16, none of them is new.
      all(read(15), rows(1, { duplicates: 15, stored: 0 }, 'inputs')),
    ],
  ],
  'v18-ntlm2selfrelay': [
    [
      String.raw`wind10: WINLAB.LOCAL\Administrator 4 x Kerberos type 3 from 192.168.1.219 on a client PC, log cleared by admin.`,
      all(
        recordedBy('wind10.winlab.local'),
        rows(4, {
          event_id: 4624,
          account: 'Administrator',
          account_domain: 'WINLAB.LOCAL',
          authentication_package: 'Kerberos',
          logon_type: 3,
          terminal_address: '192.168.1.219',
        }),
        cleared('admin'),
        finding({ account: 'Administrator', count: 4, terminalAddress: '192.168.1.219' }, 'built-in-administrator', 'log-cleared'),
      ),
    ],
  ],
  'v19-golden-ticket-4624': [
    [
      'fs02: not_existing_user logs on (account does not exist) from 10.23.23.9, then admmig 9 times from the same host.',
      all(
        recordedBy('fs02.offsec.lan'),
        (shown) =>
          expect(rowsOf(shown, { event_id: 4624, terminal_address: '10.23.23.9' }).map((row) => row.account)).toEqual([
            'not_existing_user',
            ...Array.from({ length: 9 }, () => 'admmig'),
          ]),
        // That nobody has this account only a directory could tell; that it has the SID of another, the log tells.
        finding({ account: 'not_existing_user', count: 1, terminalAddress: '10.23.23.9' }, 'built-in-renamed'),
      ),
    ],
  ],
  'v20-log-cleared': [
    [
      String.raw`PC01: 1102 by EXAMPLE\user01 2019-03-19T23:35:07Z; nothing else of interest in 112 records.`,
      all(
        recordedBy('PC01.example.corp'),
        cleared('user01'),
        (shown) =>
          expect(rowsOf(shown, {}, 'log_changes')).toMatchObject([
            { acting_domain: 'EXAMPLE', occurred_at: expect.stringMatching(/^2019-03-19 23:35:07/) },
          ]),
        rows(0, {}),
        changes(0, {}),
        noFinding(),
        read(112),
      ),
    ],
  ],
  'v21-openssh-unknown-user': [
    [
      String.raw`fs01: 5 x (4776 0xc0000064 + 4625 type 8) for NOUSER in 2 s; no source IP in any of them (IpAddress "-"), so they show the server as source; service account VIRTUAL USERS\sshd_5848 is not a person.`,
      all(
        recordedBy('fs01.offsec.lan'),
        rows(5, { event_id: 4776, account: 'NOUSER', status_code: '0xC0000064' }),
        rows(5, { event_id: 4625, account: 'NOUSER', logon_type: 8, terminal_address_recorded: '-', terminal_address: null, terminal_name: 'FS01' }),
        (shown) => expect(Math.floor(span(rowsOf(shown, { account: 'NOUSER' })))).toBe(2),
        // Masked in reports: a name that nobody has may be a password.
        finding({ check: 'logon-failure-elsewhere', account: 'unknown name 1 (6 characters)', terminal: 'FS01', terminalAddress: null, count: 5 }),
        finding({ account: 'unknown name 1 (6 characters)', terminal: 'FS01', count: 5 }, 'fast-failures'),
        rows(1, { event_id: 4624, account: 'sshd_5848', account_domain: 'VIRTUAL USERS' }),
        noFinding('sshd_5848'),
      ),
    ],
  ],
  'v22-failed-rdp-no-account-name': [
    [
      'FS03: 2 failed type 10 logons from 10.23.23.9 with TargetUserName "-" and Status 0xc000006e: report with unknown account, do not drop.',
      all(
        recordedBy('FS03.offsec.lan'),
        rows(2, { event_id: 4625, logon_type: 10, terminal_address: '10.23.23.9', account_recorded: '-', account: null, status_code: '0xC000006E' }),
        finding({ check: 'logon-failure-elsewhere', account: null, count: 2, terminalAddress: '10.23.23.9', logonTypes: [10] }),
      ),
    ],
  ],
  'v23-remote-task-update-admin': [
    [
      String.raw`DC 01566s-win16-ir: 3B\a-jbrown NTLM type 3 from 172.16.66.142 (04246W-WIN10) then 2 Kerberos logons as THREEBEESCO.COM\a-jbrown: one person under two domain spellings.`,
      all(
        recordedBy('01566s-win16-ir.threebeesco.com'),
        (shown) =>
          expect(
            rowsOf(shown, { event_id: 4624, account: 'a-jbrown', terminal_address: '172.16.66.142', logon_type: 3 }).map((row) => [
              row.account_domain,
              row.authentication_package,
              row.terminal_name,
            ]),
          ).toEqual([
            ['3B', 'NTLM', '04246W-WIN10'],
            ['THREEBEESCO.COM', 'Kerberos', null],
            ['THREEBEESCO.COM', 'Kerberos', null],
          ]),
        // Only of one person can NTLM stand beside Kerberos; the SID tells it under either spelling.
        (shown) => expect(distinct(rowsOf(shown, { account: 'a-jbrown' }), 'account_sid')).toBe(1),
        finding({ account: 'a-jbrown', terminalAddress: '172.16.66.142' }, 'ntlm-beside-kerberos'),
      ),
    ],
  ],
  'v24-win7-long-history': [
    [
      'Windows 7 PC, 9 months, renamed from 37L4247F27-25 to WIN-03DLIIOFRRA; 4624 version 0; 459 x 4672; nearly all system noise.',
      all(
        recordedBy('37L4247F27-25', 'WIN-03DLIIOFRRA'),
        ({ period }) => {
          const days = (Date.parse(period.recordedUntil ?? '') - Date.parse(period.recordedFrom ?? '')) / 86_400_000;
          expect(Math.round(days / 30.4)).toBe(9);
        },
        (shown) => expect(new Set(rowsOf(shown, { event_id: 4624 }).map((row) => row.event_version))).toEqual(new Set([0])),
        rows(459, { event_id: 4672 }),
        ({ checklist }) => expect(checklist.map(({ toReview }) => toReview)).toEqual(checklist.map(() => 0)),
      ),
    ],
  ],
  'v25-win7-bad-chunk-checksum': [
    [
      'Same content as v24 with one corrupted chunk header checksum/string table: all 2261 records stay readable; loading v24 and v25 together must not double the counts.',
      all(read(2261), damage('chunk-header-checksum', 1), async (shown) => {
        const [alone, both] = await Promise.all([
          auditOf(['v24-win7-long-history']),
          auditOf(['v24-win7-long-history', 'v25-win7-bad-chunk-checksum']),
        ]);
        const stored = alone.inputs[0]?.stored;
        expect(both.inputs).toMatchObject([
          { stored, duplicates: 0 },
          { stored: 0, duplicates: stored },
        ]);
        expect(both.findings.map(countOf)).toEqual(alone.findings.map(countOf));
        expect(shown.findings.map(countOf)).toEqual(alone.findings.map(countOf));
      }),
    ],
  ],
  'v26-truncated-misnamed': [
    [
      'File is called System2.evtx but holds the Security channel, is cut off at 200000 bytes while the header says 96 chunks: 194 records from 2 whole chunks must be read, third chunk is partial; a warning is due.',
      // The two whole chunks, and of the third all but the record that is cut.
      all(
        read(284, 1),
        recordedBy('37L4247E29-32', 'GREENDALEGOLD', 'Student-PC1.internal.greendale.edu'),
        (shown) => expect(shown.damage.map(({ chunk, kind, recordsLost }) => [chunk, kind, recordsLost])).toEqual([[2, 'chunk-cut-short', 1]]),
        (shown) => expect(rowsOf(shown, {}, 'recordings').reduce((sum, row) => sum + Number(row.records), 0)).toBe(194 + 89),
        gap('records-damaged'),
      ),
    ],
  ],
  'v27-jp-training-win7-client': [
    [
      String.raw`Win7_64JP_03: log cleared by EXAMPLE\Administrator; 101 x 4672 for the computer account itself over loopback = non-human; human urayasu.chiba logs on by cached credentials (type 11) then type 7.`,
      all(
        recordedBy('Win7_64JP_03.example.co.jp'),
        cleared('Administrator'),
        rows(101, { event_id: 4672, account: 'WIN7_64JP_03$' }),
        rows(0, { account: 'WIN7_64JP_03$' }, 'attempts'),
        noFinding('WIN7_64JP_03$'),
        (shown) => expect(rowsOf(shown, { event_id: 4624, account: 'urayasu.chiba' }).map((row) => row.logon_type)).toEqual([11, 7]),
        someRows({ account: 'urayasu.chiba', event_id: 4624 }, 'attempts'),
        noFinding('urayasu.chiba'),
      ),
    ],
  ],
  'v28-win11-baseline-dirty': [['Header says 2 chunks, 14 present (1112 records).', read(1112)]],
  'v29-win10-clock-jump': [
    ['Windows 10 VM whose clock jumps back 4.3 days; one record with ProcessingErrorData instead of EventData.', all(clockBack(4.3), read(5229))],
  ],
  'v30-hidden-user-created': [
    [
      'fs03vuln: 4720 to 4733 chain for a user ending in $, within seconds.',
      all(
        recordedBy('fs03vuln.offsec.lan'),
        changes(1, { event_id: 4720, account: '3teamssixf$' }),
        changes(1, { event_id: 4733, account: 'Administrators' }),
        (shown) => {
          const chain = rowsOf(shown, {}, 'account_changes').filter(({ event_id }) => event_id === 4720 || event_id === 4733);
          expect(span(chain)).toBeLessThan(60);
        },
        finding({ account: '3teamssixf$' }, 'hidden-account'),
        finding({}, 'new-administrator'),
      ),
    ],
  ],
  'v31-mass-group-change': [
    [
      'rootdc1: 11 x 4728.',
      all(
        recordedBy('rootdc1.offsec.lan'),
        changes(11, { event_id: 4728 }),
        finding({ account: 'lambda-user', level: 'note', count: 11 }, 'fast-changes'),
      ),
    ],
  ],
  'v32-rdp-session-hijack': [
    [
      'fs01: 4779 (admmig) and 4778 (admmarsid) from the same client JUMP01 / 10.23.23.9 in the same second: one person takes over another session.',
      all(
        recordedBy('fs01.offsec.lan'),
        rows(1, { event_id: 4779, account: 'admmig', terminal_name: 'JUMP01', terminal_address: '10.23.23.9' }),
        rows(1, { event_id: 4778, account: 'admmarsid', terminal_name: 'JUMP01', terminal_address: '10.23.23.9' }),
        (shown) => expect(span(rowsOf(shown, { terminal_name: 'JUMP01' }))).toBeLessThan(1),
        finding({ account: 'admmarsid', terminalAddress: '10.23.23.9' }, 'session-taken-over'),
      ),
    ],
  ],
  'v33-mixed-channels-type9': [
    [
      'File mixes Security and Sysmon records with two record-id sequences: ids are not monotonic.',
      all(read(15), rows(1, { recorded_by: 'MSEDGEWIN10', records: 9 }, 'recordings')),
    ],
    [
      'IEUser type 9 with TargetOutboundUserName MalseclogonUser.',
      all(
        rows(1, { event_id: 4624, account: 'IEUser', logon_type: 9, outbound_account: 'MalseclogonUser' }),
        finding({ account: 'IEUser' }, 'new-credentials'),
      ),
    ],
  ],
  'v34-audit-policy-off': [
    ['FS03: 30 x 4719.', all(recordedBy('FS03.offsec.lan'), rows(30, { event_id: 4719 }, 'log_changes'), gap('policy-changed'))],
  ],
  'v35-special-group-logon': [
    [
      String.raw`rootdc1: 8 x 4964 for OFFSEC\admmig.`,
      all(recordedBy('rootdc1.offsec.lan'), rows(8, { event_id: 4964, account: 'admmig', account_domain: 'OFFSEC' })),
    ],
  ],
  'v36-webshell-runas': [
    [
      'svc01 (w3wp.exe) uses IEUser credentials: 4648 and a type 3 logon with no IP; log cleared.',
      all(
        rows(1, { ...BY_WEB_SERVER, event_id: 4648 }),
        rows(1, { ...BY_WEB_SERVER, event_id: 4624, logon_type: 3, terminal_address: null, terminal_address_recorded: '-' }),
        cleared('IEUser'),
        finding({ account: 'IEUser' }, 'service-credentials', 'log-cleared'),
      ),
    ],
  ],
  'v37-juicypotato-anonymous-loopback': [
    [
      'ANONYMOUS LOGON type 3 from 127.0.0.1 with KeyLength 128.',
      all(
        rows(1, { ...ANONYMOUS, logon_type: 3, terminal_address_recorded: '127.0.0.1', key_length: 128 }),
        finding({ account: 'ANONYMOUS LOGON' }, 'anonymous-loopback'),
      ),
    ],
  ],
  'v38-samaccountname-spoof-a': [
    [
      'DC: lgrove from 172.16.66.19 gets a TGT for 01566s-win16-ir, a computer name WITHOUT the trailing $, RC4; creates DC012$.',
      all(
        rows(1, { event_id: 4768, account: 'lgrove', terminal_address: '172.16.66.19' }),
        rows(1, { event_id: 4768, account: '01566s-win16-ir', ticket_encryption: '0x17', terminal_address: '172.16.66.19' }),
        changes(1, { event_id: 4741, account: 'DC012$', acting_account: 'lgrove' }),
        finding({ account: '01566s-win16-ir', terminalAddress: '172.16.66.19' }, 'named-as-controller'),
        finding({ account: '01566s-win16-ir' }, 'computer-renamed'),
      ),
    ],
    [
      'Do not classify computer accounts by the $ alone.',
      // As a controller's it is suspected, under a name that looks like a person's.
      ({ findings }) =>
        expect(findings.filter(({ account }) => account === '01566s-win16-ir').map(({ level }) => level)).toEqual(['review', 'review']),
    ],
  ],
  'v90-no-crc32': [
    [
      'file header and chunk checksums invalid; Application log',
      // The header says that nobody wrote checksums, so that none is missed; every record is read.
      all(read(17), ofNoConcern),
    ],
  ],
  'v91-zero-data-size-event': [
    [
      'record with zero data size; System log; bad data checksum in one chunk (libevtx reads 335 of the 450 records the chunk headers announce)',
      // All 450 are told of, and all but the one without size are read.
      all(read(450, 1), damage('record-size', 1), damage('chunk-data-checksum', 1), ofNoConcern, gap('records-damaged')),
    ],
  ],
  'v92-bad-chunk-magic': [
    [
      'a chunk with wrong magic between good ones',
      all(read(549, 251), ofNoConcern, gap('records-damaged'), (shown) => {
        expect(shown.damage.filter(({ kind }) => kind === 'chunk-signature').map(({ chunk, recordsLost }) => [chunk, recordsLost])).toEqual([
          [6, 15],
          [10, 67],
        ]);
      }),
    ],
  ],
  'v93-liveid-unbound-prefix': [
    ['records whose XML has an unbound namespace prefix; must not abort the run', all(read(394), ofNoConcern, ({ code }) => expect(code).toBe(3))],
  ],
  'v98-zero-bytes': [
    [
      'zero-byte file: report it, go on, exit code per design',
      async (shown) => {
        expect(shown.inputs).toMatchObject([{ problem: 'empty', records: 0 }]);
        expect(shown.told).toContain('v98-zero-bytes.evtx: the file is empty');
        expect(shown.code).toBe(3);
        const [beside, alone] = await Promise.all([
          auditOf(['v22-failed-rdp-no-account-name', 'v98-zero-bytes']),
          auditOf(['v22-failed-rdp-no-account-name']),
        ]);
        expect(beside.findings.map(countOf)).toEqual(alone.findings.map(countOf));
        expect(beside.inputs.map(({ problem }) => problem)).toEqual([null, 'empty']);
      },
    ],
  ],
  'v99-git-lfs-pointer': [
    [
      'text file with an .evtx name (Git LFS pointer): reject with a clear message',
      (shown) => {
        expect(shown.inputs).toMatchObject([{ problem: 'not-evtx', records: 0 }]);
        expect(shown.told).toContain('v99-git-lfs-pointer.evtx: not an EVTX file');
        expect(shown.code).toBe(3);
      },
    ],
  ],
};
