import type { Checklist, CheckResult } from '../checks/checklist.ts';
import type { Certainty, Finding } from '../checks/finding.ts';
import type { Decision, Statement } from '../decision/decide.ts';
import type { IncidentFacts } from '../decision/incident-facts.ts';

/** An account that the suspect may mean. */
export interface SuspectAccount {
  readonly account: string;
  readonly domain: string | null;
  readonly sid: string | null;
  readonly administrator: boolean;
  readonly privilegedBy: string | null;
  readonly displayName: string | null;
  readonly department: string | null;
  /** False: the directory knows it, and no record names it. */
  readonly recorded: boolean;
}

/** A place that the suspect stands for. */
export interface SuspectPlace {
  /** How it came here: it is what was named, it held the address, or the account was used there. */
  readonly kind: 'terminal' | 'address' | 'account';
  readonly place: string;
  readonly certainty: Certainty;
  /** Key of how it is known to have held the address; null: not asked. */
  readonly attribution: string | null;
  /** First and last seen; null: the records do not show it. */
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  readonly records: number;
}

/** A place the suspect may have reached; hop 0: the suspect itself. */
export interface ReachedPlace {
  readonly place: string;
  readonly hop: number;
  /** Null: from the start of the logs. */
  readonly reachedAt: Date | null;
  readonly role: string | null;
  readonly segment: string | null;
  readonly adminTerminal: boolean;
  /** Whether its own log was given. */
  readonly hasLog: boolean;
}

export type StepStrength = 'strong' | 'weak' | 'attempted';

/** One account's logons of one kind from one place onto another machine. */
export interface Step {
  /** Logons from the suspect, 1 first; 0: onto the suspect, from where it may have come. */
  readonly hop: number;
  readonly source: string;
  readonly target: string;
  readonly targetRole: string | null;
  readonly account: string | null;
  readonly domain: string | null;
  readonly administrator: boolean;
  /** Privileges were given on the target (4672). */
  readonly privileged: boolean;
  /** remote-desktop, privileged-network, network, credentials-used, ticket or failed. */
  readonly kind: string;
  readonly strength: StepStrength;
  /** Not recorded by the machine itself, but concluded from a ticket. */
  readonly inferred: boolean;
  readonly certainty: Certainty;
  /** Whether the account had logged on at the source in the weeks before, by the store (--store); null: it cannot be said. */
  readonly baseline: 'new' | 'known' | null;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  readonly logons: number;
  /** Key of the first record, `file#recorder#recordId`; null: not known. */
  readonly evidence: string | null;
  /** Machines that this source reached for in all; more than stand here are only counted. */
  readonly targets: number;
}

/** A privileged account at the suspect or on its path. */
export interface AdministratorSeen {
  readonly account: string;
  readonly domain: string | null;
  readonly displayName: string | null;
  readonly privilegedBy: string | null;
  /** False: privileges were recorded (4672), and the directory calls it no administrator. */
  readonly administrator: boolean;
  readonly place: string;
  /** used: logged on from there; tried: failed to; came: came onto it from elsewhere; privileged: got privileges on it; credentials: used from another's session on it; made, unmade: put into `privilegedBy`, taken out of it. */
  readonly how: string;
  /** Who put it into the group or took it out, with the domain; null otherwise. */
  readonly changedBy: string | null;
  readonly hop: number;
  readonly certainty: Certainty;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  readonly records: number;
}

/** A machine to look at next. */
export interface NextTerminal {
  readonly rank: number;
  readonly place: string;
  readonly role: string | null;
  readonly segment: string | null;
  readonly department: string | null;
  readonly adminTerminal: boolean;
  readonly reason: string;
  /** Null: not from one place, but an account seen there. */
  readonly source: string | null;
  readonly account: string | null;
  readonly domain: string | null;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  readonly logons: number;
  readonly certainty: Certainty | null;
  readonly inferred: boolean;
}

/** A span in which something logged on at a place. */
export interface PresenceSpan {
  readonly place: string;
  readonly account: string | null;
  readonly domain: string | null;
  readonly administrator: boolean;
  /** keyboard, remote, program, onward, credentials, ticket, failed or failed-in. */
  readonly kind: string;
  readonly from: Date;
  readonly until: Date;
  /** Whether an end was recorded; otherwise `until` is the last record. */
  readonly hasEnd: boolean;
  readonly records: number;
  /** Spans of that place in all. */
  readonly spans: number;
}

/** A finding of a check about the suspect or its path. */
export interface RelatedFinding {
  readonly finding: Finding;
  readonly result: CheckResult;
  /** About the suspect itself, rather than about what it may have reached. */
  readonly aboutSuspect: boolean;
}

/** What the logs say about logons that no person made. */
export interface ProgramLogons {
  /** `no check`: this version cannot tell them; `not assessed`: the evidence is not there; `partly assessed`: nothing in what could be asked. */
  readonly state: 'no check' | 'not assessed' | 'partly assessed' | 'none found' | 'found';
  readonly findings: readonly RelatedFinding[];
}

/** How sure it is that an administrator was involved, and who. */
export interface AdministratorPart {
  readonly state: IncidentFacts['administrator'];
  readonly seen: readonly AdministratorSeen[];
}

/** All that is known of one incident: the one thing every report of it is made from. */
export interface Incident {
  readonly madeBy: string;
  /** As the responder wrote it. */
  readonly suspect: string;
  readonly now: Date;
  readonly discoveredAt: Date | null;
  /** When it may have begun; null: not told. */
  readonly since: Date | null;
  readonly accounts: readonly SuspectAccount[];
  readonly places: readonly SuspectPlace[];
  /** Records that name the suspect since then. */
  readonly records: number;
  readonly facts: IncidentFacts;
  readonly decision: Decision;
  /** The organisation's own plan, as configured; empty: none. */
  readonly plan: string;
  readonly programs: ProgramLogons;
  readonly administrators: AdministratorPart;
  /** Findings of the other checks about the suspect, or about what it reached. */
  readonly findings: readonly RelatedFinding[];
  readonly reached: readonly ReachedPlace[];
  readonly steps: readonly Step[];
  readonly next: readonly NextTerminal[];
  readonly presence: readonly PresenceSpan[];
  /** What could not be seen, besides the gaps of the checklist. */
  readonly unseen: readonly Statement[];
  readonly checklist: Checklist;
}
