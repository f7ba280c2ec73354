import { booleanOf, dateOf, numberOf, textOf } from '../checks/cells.ts';
import type { Certainty } from '../checks/finding.ts';
import type { NameMask } from '../checks/name-mask.ts';
import type { Engine, Row, Value } from '../engine/engine.ts';
import type { AdministratorSeen, NextTerminal, PresenceSpan, ReachedPlace, Step, StepStrength, SuspectAccount, SuspectPlace } from './incident.ts';

/** What the models of `rules/incident` answer. */
export interface IncidentAnswers {
  readonly accounts: readonly SuspectAccount[];
  readonly places: readonly SuspectPlace[];
  readonly reached: readonly ReachedPlace[];
  readonly steps: readonly Step[];
  readonly administrators: readonly AdministratorSeen[];
  readonly next: readonly NextTerminal[];
  readonly presence: readonly PresenceSpan[];
  /** Terminals (or addresses, where nobody knows the terminal) with suspicious traffic to be reviewed: every one of them, however many a finding stands for. */
  readonly suspiciousTerminals: readonly string[];
  /** Attempts since then whose place nobody can tell. */
  readonly withoutPlace: number;
}

/** Rows that a report shows of a part at most; what is beyond is counted by the models. */
const MOST = 500;

/** Asks the models, which are made before. A name that may be a password typed into the wrong box is left out; the suspect's was typed by the responder. */
export async function askIncident(engine: Engine, names: NameMask): Promise<IncidentAnswers> {
  const rowsAsTheyAre = async (sql: string) => (await engine.ask(sql)).rows;
  const rows = async (sql: string) => (await rowsAsTheyAre(sql)).map((row) => withoutUnknownName(row, names));
  return {
    accounts: (await rowsAsTheyAre('select * from suspect_accounts order by account_number, account_domain, account, account_sid')).map(accountOf),
    places: (await rows('select * from suspect_places order by first_at, place, kind, account_number')).map(suspectPlaceOf),
    reached: (await rows(REACHED)).map(reachedOf),
    steps: (
      await rows(`
        select * from spread_steps
        order by hop, case strength when 'strong' then 0 when 'weak' then 1 else 2 end, first_at, source, target, account, account_domain, kind
        limit ${MOST}`)
    ).map(stepOf),
    administrators: (
      await rows(`select * from incident_administrators order by hop, how, first_at, place, account_number, privileged_by, changed_by limit ${MOST}`)
    ).map(administratorOf),
    next: (await rows(`select * from next_terminals order by place_rank limit ${MOST}`)).map(nextOf),
    presence: (await rows(`select * from incident_presence order by place, from_at, kind, account, account_domain, until_at limit 2400`)).map(spanOf),
    suspiciousTerminals: (await rowsAsTheyAre(SUSPICIOUS)).map((row) => String(row.terminal)),
    withoutPlace: numberOf((await rows(WITHOUT_PLACE))[0]?.attempts) ?? 0,
  };
}

const REACHED = `
  with reached as (select network, place, min(hop) as hop, min(reached_at) as reached_at from spread_places group by network, place)
  select r.place, r.hop, r.reached_at, max(t.role) as role, max(t.segment) as segment, bool_or(coalesce(t.admin_terminal, false)) as admin_terminal,
    count(o.recorder) > 0 as has_log
  from reached r
  left join terminals t on t.network = r.network and 'terminal ' || t.terminal = r.place
  left join recorders o on o.network = r.network and 'terminal ' || o.recorder = r.place and o.records > 0
  group by r.place, r.hop, r.reached_at
  order by r.hop, r.reached_at, r.place`;

const SUSPICIOUS = `select distinct terminal from outbound_terminals where level = 'review' order by terminal`;

const WITHOUT_PLACE = `
  select count(*) as attempts from attempts a
  cross join (select coalesce(max(since_at), timestamp '0001-01-01 00:00:00') as since_at from suspects) s
  where a.place = 'unknown' and a.occurred_at >= s.since_at`;

function withoutUnknownName(row: Row, names: NameMask): Row {
  return typeof row.account === 'string' && names.maskOf(row.account) !== null ? { ...row, account: null, account_domain: null } : row;
}

function accountOf(row: Row): SuspectAccount {
  return {
    account: textOf(row.account) ?? '',
    domain: textOf(row.account_domain),
    sid: textOf(row.account_sid),
    administrator: row.administrator === true,
    privilegedBy: textOf(row.privileged_by),
    displayName: textOf(row.display_name),
    department: textOf(row.department),
    recorded: row.account_number !== null,
  };
}

function suspectPlaceOf(row: Row): SuspectPlace {
  return {
    kind: row.kind === 'address' || row.kind === 'account' ? row.kind : 'terminal',
    place: String(row.place),
    certainty: certaintyOf(row.certainty) ?? 'unknown',
    attribution: textOf(row.attribution),
    firstAt: dateOf(row.first_at),
    lastAt: dateOf(row.last_at),
    records: numberOf(row.records) ?? 0,
  };
}

function reachedOf(row: Row): ReachedPlace {
  const at = dateOf(row.reached_at);
  return {
    place: String(row.place),
    hop: numberOf(row.hop) ?? 0,
    // The year 1 stands for "from the start".
    reachedAt: at !== null && at.getUTCFullYear() > 1 ? at : null,
    role: textOf(row.role),
    segment: textOf(row.segment),
    adminTerminal: row.admin_terminal === true,
    hasLog: row.has_log === true,
  };
}

function stepOf(row: Row): Step {
  return {
    hop: numberOf(row.hop) ?? 1,
    source: String(row.source),
    target: String(row.target),
    targetRole: textOf(row.target_role),
    ...whoOf(row),
    administrator: row.administrator === true,
    privileged: row.privileged === true,
    kind: String(row.kind),
    strength: strengthOf(row.strength),
    inferred: row.inferred === true,
    certainty: certaintyOf(row.certainty) ?? 'unknown',
    baseline: typeof row.first_seen === 'boolean' ? (row.first_seen ? 'new' : 'known') : null,
    ...spanIn(row),
    evidence: textOf(row.evidence),
    targets: numberOf(row.targets) ?? 0,
  };
}

function administratorOf(row: Row): AdministratorSeen {
  const { logons: _, ...span } = spanIn(row);
  return {
    account: textOf(row.account) ?? '',
    domain: textOf(row.account_domain),
    displayName: textOf(row.display_name),
    privilegedBy: textOf(row.privileged_by),
    administrator: row.administrator === true,
    place: String(row.place),
    how: String(row.how),
    changedBy: textOf(row.changed_by),
    hop: numberOf(row.hop) ?? 0,
    certainty: certaintyOf(row.certainty) ?? 'unknown',
    ...span,
    records: numberOf(row.records) ?? 0,
  };
}

function nextOf(row: Row): NextTerminal {
  return {
    rank: numberOf(row.place_rank) ?? 0,
    place: String(row.place),
    role: textOf(row.role),
    segment: textOf(row.segment),
    department: textOf(row.department),
    adminTerminal: booleanOf(row.admin_terminal) ?? false,
    reason: String(row.reason),
    source: textOf(row.source),
    ...whoOf(row),
    ...spanIn(row),
    certainty: certaintyOf(row.certainty),
    inferred: row.inferred === true,
  };
}

function spanOf(row: Row): PresenceSpan {
  const from = dateOf(row.from_at) ?? new Date(0);
  return {
    place: String(row.place),
    ...whoOf(row),
    administrator: row.administrator === true,
    kind: String(row.kind),
    from,
    until: dateOf(row.until_at) ?? from,
    hasEnd: row.has_end === true,
    records: numberOf(row.records) ?? 0,
    spans: numberOf(row.spans) ?? 0,
  };
}

function whoOf(row: Row): { readonly account: string | null; readonly domain: string | null } {
  return { account: textOf(row.account), domain: textOf(row.account_domain) };
}

function spanIn(row: Row): { readonly firstAt: Date | null; readonly lastAt: Date | null; readonly logons: number } {
  return { firstAt: dateOf(row.first_at), lastAt: dateOf(row.last_at), logons: numberOf(row.logons) ?? 0 };
}

function strengthOf(value: Value | undefined): StepStrength {
  return value === 'strong' || value === 'attempted' ? value : 'weak';
}

function certaintyOf(value: Value | undefined): Certainty | null {
  return value === 'certain' || value === 'likely' || value === 'weak' || value === 'contradicted' || value === 'unknown' ? value : null;
}
