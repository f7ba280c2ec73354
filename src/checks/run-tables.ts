import type { Engine, Row } from '../engine/engine.ts';
import { EVENT_TABLES } from '../tables/events.ts';
import { dateOf, numberOf, textOf } from './cells.ts';
import type { Checklist } from './checklist.ts';
import type { DamageLine, DirectoryGap, DirectoryLine, DisputedTerminal, InputLine, ProxyInputLine } from './sources.ts';

type RunTables = Pick<
  Checklist,
  | 'askedFrom'
  | 'askedUntil'
  | 'recordedFrom'
  | 'recordedUntil'
  | 'inputs'
  | 'proxyInputs'
  | 'damage'
  | 'recorders'
  | 'directories'
  | 'terminals'
  | 'settings'
  | 'sumsAgree'
>;

/** Reads what a checklist says of the run itself: what was asked and read, by whom it was recorded, what was known. */
export async function readRunTables(engine: Engine): Promise<RunTables> {
  const asked = await oneRow(engine, 'select max(asked_from) as asked_from, max(asked_until) as asked_until from period');
  const recorded = await oneRow(engine, 'select min(first_at) as first_at, max(last_at) as last_at from recordings where records > 0');
  const known = await oneRow(
    engine,
    'select count(distinct terminal) as known, count(distinct case when admin_terminal then terminal end) as admin_terminals from terminals',
  );
  const disputed = await engine.ask(`
    select network, terminal, admin_terminal, admin_said_by, admin_denied_by
    from terminals where admin_disputed order by network, terminal`);
  const byProxy = await engine.ask('select terminal from activity_coverage where proxy_tells and not log_covers order by network, terminal');
  // Only a domain controller issues tickets, whether or not a directory says that it is one.
  const recorders = await engine.ask(`
    select r.recorded_by, coalesce(r.role, case when t.recorded_by is not null then 'domain controller' end) as role
    from recorders r
    left join (select distinct network, recorded_by from logon_events where event_id in (4768, 4769, 4771)) t on t.network = r.network and t.recorded_by = r.recorded_by
    where r.records > 0
    order by r.network, r.recorder`);
  const settings = await engine.ask('select name, value from settings order by name');
  return {
    askedFrom: dateOf(asked.asked_from),
    askedUntil: dateOf(asked.asked_until),
    recordedFrom: dateOf(recorded.first_at),
    recordedUntil: dateOf(recorded.last_at),
    inputs: await readInputs(engine),
    proxyInputs: await readProxyInputs(engine),
    damage: await readDamage(engine),
    recorders: recorders.rows.map((row) => ({ recordedBy: String(row.recorded_by), role: textOf(row.role) })),
    directories: await readDirectories(engine),
    terminals: {
      known: numberOf(known.known) ?? 0,
      adminTerminals: numberOf(known.admin_terminals) ?? 0,
      disputed: disputed.rows.map(disputedTerminal),
      seenByProxyOnly: byProxy.rows.map((row) => String(row.terminal)),
    },
    settings: Object.fromEntries(settings.rows.map((row) => [String(row.name), numberOf(row.value) ?? 0])),
    sumsAgree: await sumsAgree(engine),
  };
}

async function readDirectories(engine: Engine): Promise<readonly DirectoryLine[]> {
  const { rows } = await engine.ask('select network, domain, taken_at, taken_from, complete from directories order by network, domain, taken_at');
  const gaps = await engine.ask(`
    select network, domain, gap_code, details, array_join(array_sort(array_agg(distinct affects)), ';') as affects
    from directory_gaps group by network, domain, gap_code, details order by network, domain, gap_code, details`);
  return rows.map((row) => ({
    domain: String(row.domain),
    takenAt: dateOf(row.taken_at) ?? new Date(Number.NaN),
    takenFrom: String(row.taken_from),
    complete: row.complete === true,
    gaps: gaps.rows.filter((gap) => gap.network === row.network && gap.domain === row.domain).map(directoryGapOf),
  }));
}

function directoryGapOf(row: Row): DirectoryGap {
  return { code: String(row.gap_code), details: detailsOf(textOf(row.details) ?? '{}'), affects: (textOf(row.affects) ?? '').split(';') };
}

/** Written by `directory/rows.ts`. */
function detailsOf(json: string): DirectoryGap['details'] {
  const parsed: unknown = JSON.parse(json);
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`details of a gap are no object: ${json}`);
  return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]));
}

function disputedTerminal(row: Row): DisputedTerminal {
  return {
    network: String(row.network),
    terminal: String(row.terminal),
    adminTerminal: row.admin_terminal === true,
    saidBy: (textOf(row.admin_said_by) ?? '').split('+'),
    deniedBy: (textOf(row.admin_denied_by) ?? '').split('+'),
  };
}

async function readInputs(engine: Engine): Promise<readonly InputLine[]> {
  const { rows } = await engine.ask('select * from inputs order by input');
  return rows.map((row) => ({
    file: String(row.file),
    path: String(row.path),
    bytes: numberOf(row.bytes) ?? 0,
    sha256: textOf(row.sha256),
    problem: textOf(row.problem),
    records: numberOf(row.records) ?? 0,
    stored: numberOf(row.stored) ?? 0,
    duplicates: numberOf(row.duplicates) ?? 0,
    outOfScope: numberOf(row.out_of_scope) ?? 0,
    damaged: numberOf(row.damaged) ?? 0,
  }));
}

async function readProxyInputs(engine: Engine): Promise<readonly ProxyInputLine[]> {
  const { rows } = await engine.ask(`
    with sends as (select distinct input from proxy_requests where bytes_sent is not null)
    select i.*, s.input is not null as sends_logged from proxy_inputs i left join sends s on s.input = i.input order by i.input`);
  return rows.map((row) => ({
    file: String(row.file),
    path: String(row.path),
    bytes: numberOf(row.bytes) ?? 0,
    sha256: textOf(row.sha256),
    format: textOf(row.format),
    repeated: row.same_as !== null,
    requests: numberOf(row.requests) ?? 0,
    badLines: numberOf(row.bad_lines) ?? 0,
    sendsLogged: row.sends_logged === true,
    cutShort: row.cut_short === true,
    firstAt: dateOf(row.first_at),
    lastAt: dateOf(row.last_at),
  }));
}

async function readDamage(engine: Engine): Promise<readonly DamageLine[]> {
  const { rows } = await engine.ask(`
    select i.file, d.chunk, d.byte_offset, d.kind, d.detail, d.records_lost
    from damage d join inputs i on i.input = d.input
    order by d.input, d.byte_offset, d.kind, d.detail`);
  return rows.map((row) => ({
    file: String(row.file),
    chunk: numberOf(row.chunk),
    byteOffset: numberOf(row.byte_offset) ?? 0,
    kind: String(row.kind),
    detail: textOf(row.detail) ?? '',
    recordsLost: numberOf(row.records_lost) ?? 0,
  }));
}

/** Every record read is in exactly one place, for every file; and the tables hold those that were stored. */
async function sumsAgree(engine: Engine): Promise<boolean> {
  const held = EVENT_TABLES.map((table) => `select input, count(*) as held from ${table.name} group by input`).join(' union all ');
  const wrong = await oneRow(
    engine,
    `with held as (select input, sum(held) as held from (${held}) t group by input)
    select count(*) as files
    from inputs i
    full outer join held h on h.input = i.input
    where i.input is null
      or coalesce(i.records, 0) <> coalesce(i.stored, 0) + coalesce(i.duplicates, 0) + coalesce(i.out_of_scope, 0) + coalesce(i.damaged, 0)
      or coalesce(i.stored, 0) <> coalesce(h.held, 0)`,
  );
  return wrong.files === 0;
}

async function oneRow(engine: Engine, sql: string): Promise<Row> {
  return (await engine.ask(sql)).rows[0] ?? {};
}
