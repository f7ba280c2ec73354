/** Table and cells of one line, defaults filled in. */
export interface Filled {
  readonly table: string;
  readonly defaults: ReadonlyMap<string, string>;
}

type Cells = ReadonlyMap<string, string>;

export const DOMAIN_SID = 'S-1-5-21-7-8-9';

/** Short names of columns, so that a line of an event fits on a screen. */
const SHORT: Readonly<Record<string, string>> = {
  at: 'occurred_at',
  by: 'recorded_by',
  from: 'terminal_address',
  named: 'terminal_name',
  why: 'failure_reason',
  type: 'logon_type',
  domain: 'account_domain',
  sid: 'account_sid',
};

/** Codes as Windows writes them for the reasons: NTSTATUS, Kerberos. */
const CODES: Readonly<Record<string, readonly [string, string]>> = {
  'wrong-password': ['0xC000006A', '0x18'],
  'no-such-account': ['0xC0000064', '0x6'],
  'locked-out': ['0xC0000234', '0x12'],
  'disabled-expired-or-locked': ['0xC0000072', '0x12'],
  'account-disabled': ['0xC0000072', '0x12'],
  'policy-forbids': ['0xC000015B', '0xC'],
  'password-expired': ['0xC0000071', '0x17'],
  'must-change-password': ['0xC0000224', '0x17'],
  'clocks-differ': ['0xC0000133', '0x25'],
  'no-logon-server': ['0xC000005E', '0x1B'],
  'terminal-not-permitted': ['0xC0000070', '0xC'],
  'logon-type-not-granted': ['0xC000015B', '0xC'],
};

/** About no attempt: no result, and no address of its own but that of 4648. */
const NO_ATTEMPTS = ['4634', '4647', '4648', '4662', '4672', '4740', '4778', '4779'];
const LOGON_EVENTS = ['4624', '4625', '4768', '4769', '4771', '4776', ...NO_ATTEMPTS];
const ACCOUNT_CHANGES = ['4720', '4723', '4724', '4726', '4728', '4729', '4732', '4733', '4741', '4742', '4756', '4757', '4765', '4781', '4794'];
const LOG_CHANGES = ['1102', '4608', '4616', '4719'];

/** What a line leaves out. `kind`: a table of the contract, the id of an event, or `person`, `administrator`, `computer` (account and terminal alike need one line each). */
export function defaultsOf(kind: string, cells: Cells): Filled {
  if (LOGON_EVENTS.includes(kind)) return { table: 'logon_events', defaults: logonEvent(kind, longNames(cells)) };
  if (kind === '4688') return { table: 'process_starts', defaults: merged(RECORD, { ...STARTED_BY, event_id: kind }, longNames(cells)) };
  if (LOG_CHANGES.includes(kind)) return { table: 'log_changes', defaults: merged(RECORD, { event_id: kind }, longNames(cells)) };
  if (kind === 'home') return { table: 'logon_hours', defaults: withRid(merged(HOME, {}, inTime(cells, ['hour', 'first_at', 'last_at']))) };
  if (kind === 'stored') return { table: 'stored_days', defaults: merged(STORED, {}, inTime(cells, ['day'])) };
  if (ACCOUNT_CHANGES.includes(kind)) return { table: 'account_changes', defaults: withRid(merged(RECORD, { event_id: kind }, longNames(cells))) };
  const base = TABLE_DEFAULTS[kind];
  if (base !== undefined) return { table: base.table, defaults: withRid(merged(base.cells, {}, kind === 'proxy' ? longNames(cells) : cells)) };
  return { table: kind, defaults: cells };
}

const PLACE = { organisation: 'midori', network: 'office' };

const RECORD = { ...PLACE, input: '1', recorded_by: 'DC01.midori.example.jp', record_id: 'NEXT', occurred_at: '09:00', event_version: '0' };

/** A success in the weeks before, and a day of the store, by their time `at`. */
const HOME = {
  ...PLACE,
  recorded_by: 'DC01.midori.example.jp',
  account_domain: 'MIDORI',
  terminal_address_kind: 'remote',
  succeeded: 'true',
  records: '1',
};
const STORED = { ...PLACE, recorded_by: 'DC01.midori.example.jp', records: '100' };

/** Who starts a program unless the line says otherwise. */
const STARTED_BY = { acting_account: 'adm-mori', acting_domain: 'MIDORI', acting_sid: `${DOMAIN_SID}-1101` };

const ACCOUNT = { network: 'office', domain: 'MIDORI', domain_dns: 'midori.example.jp', enabled: 'true', administrator: 'false' };

const TABLE_DEFAULTS: Readonly<Record<string, { readonly table: string; readonly cells: Readonly<Record<string, string>> }>> = {
  person: { table: 'accounts', cells: { ...ACCOUNT, kind: 'person' } },
  administrator: {
    table: 'accounts',
    cells: { ...ACCOUNT, kind: 'person', administrator: 'true', privilege: 'administrator', privileged_by: 'Domain Admins' },
  },
  service: { table: 'accounts', cells: { ...ACCOUNT, kind: 'service' } },
  known_automation: { table: 'known_automation', cells: { network: 'office' } },
  computer: { table: 'accounts', cells: { ...ACCOUNT, kind: 'computer' } },
  terminals: { table: 'terminals', cells: { network: 'office', known_by: 'directory' } },
  addresses: { table: 'addresses', cells: { network: 'office', known_by: 'inventory' } },
  lease: { table: 'addresses', cells: { network: 'office', known_by: 'dhcp' } },
  dns: { table: 'addresses', cells: { network: 'office', known_by: 'dns' } },
  directories: {
    table: 'directories',
    cells: {
      network: 'office',
      domain: 'MIDORI',
      domain_dns: 'midori.example.jp',
      domain_sid: DOMAIN_SID,
      taken_at: '2026-11-13',
      taken_from: 'DC01',
      complete: 'true',
    },
  },
  directory_gaps: {
    table: 'directory_gaps',
    cells: { network: 'office', domain: 'MIDORI', gap_code: 'as-written', details: '{"text":"a group"}' },
  },
  recordings: { table: 'recordings', cells: PLACE },
  inputs: {
    table: 'inputs',
    cells: { bytes: '69632', readable: 'true', records: '0', stored: '0', duplicates: '0', out_of_scope: '0', damaged: '0' },
  },
  proxy: {
    table: 'proxy_requests',
    cells: { ...PLACE, input: '1', line: 'NEXT', method: 'CONNECT', port: '443', status: '200', action: 'TCP_TUNNEL', bytes_received: '1000' },
  },
  proxy_inputs: {
    table: 'proxy_inputs',
    cells: {
      ...PLACE,
      input: '1',
      file: 'access.log',
      path: 'logs/access.log',
      format: 'squid',
      requests: '1000',
      bad_lines: '0',
      cut_short: 'false',
    },
  },
  damage: { table: 'damage', cells: { byte_offset: '4096', kind: 'record-content', detail: 'test', records_lost: '1' } },
};

function logonEvent(kind: string, cells: Cells): ReadonlyMap<string, string> {
  const failed = cells.has('failure_reason') || kind === '4625' || kind === '4771';
  const always = NO_ATTEMPTS.includes(kind) ? {} : { succeeded: String(!failed) };
  const event = withRid(merged(RECORD, { event_id: kind, ...always, ...(kind === '4624' || kind === '4625' ? { logon_type: '3' } : {}) }, cells));
  if (failed) {
    const reason = event.get('failure_reason') ?? 'wrong-password';
    const kerberos = kind === '4768' || kind === '4771' || kind === '4769';
    event.set('failure_reason', reason);
    if (!event.has('status_code')) event.set('status_code', CODES[reason]?.[kerberos ? 1 : 0] ?? '0x1');
  }
  if (kind === '4648' || kind === '4778' || kind === '4779' || (kind !== '4776' && !NO_ATTEMPTS.includes(kind))) setAddressKind(event);
  return event;
}

/** With the time `at` in these columns. */
function inTime(cells: Cells, columns: readonly string[]): Cells {
  const { occurred_at: at = '', input: _, ...others } = Object.fromEntries(longNames(cells));
  return new Map([...Object.entries(others), ...columns.map((column) => [column, at] as const)]);
}

/** `from=loopback` and the like name no address. */
function setAddressKind(event: Map<string, string>): void {
  const address = event.get('terminal_address');
  if (address === 'loopback' || address === 'unspecified' || address === 'not-an-address') {
    event.set('terminal_address_kind', address);
    event.delete('terminal_address');
  } else if (address === undefined) event.set('terminal_address_kind', 'none');
  else event.set('terminal_address_kind', /^(fe80:|169\.254\.)/.test(address) ? 'link-local' : 'remote');
}

/** Full names of the columns; `by=DC02` becomes the machine's full name, and its log the second file unless the line says otherwise. */
function longNames(cells: Cells): Cells {
  const long = new Map([...cells].map(([name, value]) => [SHORT[name] ?? name, value]));
  const recordedBy = long.get('recorded_by');
  if (recordedBy === undefined || recordedBy.includes('.')) return long;
  long.set('recorded_by', `${recordedBy}.midori.example.jp`);
  if (recordedBy === 'DC02' && !long.has('input')) long.set('input', '2');
  return long;
}

function merged(base: Readonly<Record<string, string>>, more: Readonly<Record<string, string>>, cells: Cells): Map<string, string> {
  return new Map([...Object.entries(base), ...Object.entries(more), ...cells]);
}

/** `sid=1101` is short for the account of that RID in the domain. */
function withRid(cells: Map<string, string>): Map<string, string> {
  const short = cells.get('account_sid') ?? cells.get('sid');
  cells.delete('sid');
  if (short !== undefined) cells.set('account_sid', /^\d+$/.test(short) ? `${DOMAIN_SID}-${short}` : short);
  return cells;
}
