import type { Value } from '../engine/engine.ts';

/** `review`: a person must look. `note`: counted and explained. */
export type Level = 'review' | 'note';

/** How sure an attribution is, from best to worst; `contradicted`: the best evidence names this terminal, and other evidence another. */
export type Certainty = 'certain' | 'likely' | 'weak' | 'contradicted' | 'unknown';

/**
 * What a finding is an instance of, for those who accept it: next week's finding has another id and the same kind.
 * Names stand in it as hashes: a name that the directory lacks may be a password typed into the wrong box, and files of acknowledgements are passed on.
 */
export interface FindingKind {
  /** Whose: hash of organisation, network and account (by SID, else by name; of the place where there are many accounts or none is named). */
  readonly subject: string;
  readonly placeKey: string;
  /** Where the trail of sessions ended, and how; null: not followed. */
  readonly originKey: string | null;
  readonly check: string;
  readonly result: 'succeeded' | 'failed' | null;
  /** Keys of every rule that made it one to review, in order. */
  readonly why: readonly string[];
  readonly failureReasons: readonly string[];
  readonly administrator: boolean;
  /** Whether the account logged on at that place afterwards. */
  readonly successFollowed: boolean;
  readonly credentialsChanged: boolean;
  readonly certainty: Certainty | null;
  readonly folded: string | null;
  /** Attempts of this kind on the day (UTC) that had the most of them, in the run. */
  readonly count: number;
  readonly accounts: number;
  readonly places: number;
  /** For the reader; null where nothing says that there is such an account. */
  readonly account: string | null;
  readonly place: string | null;
  readonly network: string | null;
  /** Whether its place is one that nothing but the terminal's own word names, or none at all. */
  readonly placeUnproven: boolean;
}

/** One fact that is not as it was accepted. */
export interface Difference {
  readonly fact:
    | 'administrator'
    | 'result'
    | 'place'
    | 'check'
    | 'why'
    | 'sign'
    | 'failure-reason'
    | 'success-followed'
    | 'origin'
    | 'certainty'
    | 'count'
    | 'accounts'
    | 'places';
  /** What it was and is; null: the fact says it, or it is not known. */
  readonly was: string | null;
  readonly is: string | null;
}

/** One line of the organisation's acknowledgements. */
export interface Acknowledgement {
  readonly key: string;
  readonly by: string;
  /** YYYY-MM-DD. */
  readonly on: string;
  /** YYYY-MM-DD, the last day on which it holds. */
  readonly until: string;
  /** End of that day, excluded. */
  readonly untilAt: Date;
  readonly reason: string;
  readonly kind: Omit<FindingKind, 'placeUnproven'>;
}

/** What the acknowledgements say of a finding: it asks nobody, or why it asks again. */
export interface FindingAcknowledgement extends Pick<Acknowledgement, 'key' | 'by' | 'on' | 'until' | 'reason'> {
  readonly state: 'acknowledged' | 'changed' | 'expired';
  /** Empty unless changed. */
  readonly differences: readonly Difference[];
}

/** The acknowledgements file that was given. */
export interface AcknowledgementsUsed {
  readonly file: string;
  readonly sha256: string;
  /** Valid lines, and those that were not used. */
  readonly lines: number;
  readonly unusable: number;
}

/** Whether a person must look at it: not where somebody did and accepted it. */
export function isToReview({ level, acknowledgement }: Pick<Finding, 'level' | 'acknowledgement'>): boolean {
  return level === 'review' && acknowledgement?.state !== 'acknowledged';
}

/** What stands for a name that nobody has: it may be a password typed into the wrong box. */
export interface MaskedName {
  /** Stands in the place of the name wherever a finding would have it; English, until the report puts its own words. */
  readonly text: string;
  /** From 1, in order of the findings: the same name has the same number in one run. */
  readonly number: number;
  readonly characters: number;
}

/** Whether the account was at home at the place of a finding in the weeks before, by what the store (--store) keeps of them. */
export interface BaselineWord {
  /** `new`: it never logged on there. */
  readonly state: 'new' | 'known';
  /** New, and it logged on nowhere else either: a new account, or one long unused. */
  readonly newAnywhere: boolean;
  /** Days (UTC) on which it logged on there; 0: new. */
  readonly knownDays: number;
  /** First time; null: new. */
  readonly knownSince: Date | null;
  /** First and last day (UTC) that the store has of those weeks, and on how many days it has records. */
  readonly from: Date;
  readonly until: Date;
  readonly days: number;
}

/** One happening a check returned: records of the same account, terminal and result, close in time. Columns as in `findings.csv`. */
export interface Finding {
  /** Stable id: the same happening has the same id on any run. */
  readonly id: string;
  readonly check: string;
  readonly level: Level;
  /** Key of the stated rule that gave the level, e.g. `mistyped-then-success`; null when the check names none. */
  readonly levelBecause: string | null;
  /** Keys of the other stated rules that hold as well, whatever they would say of the level. */
  readonly alsoBecause: readonly string[];
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  /** Records. */
  readonly count: number;
  /** Attempts: one logon often leaves several records. */
  readonly logons: number;
  /** Accounts and places it tells of: 1, or more where there were too many for a finding each. Then `account`, or what says where, is null. */
  readonly accounts: number;
  readonly places: number;
  /** Some of the accounts, or of the places of the one account, where there are more than one: at most 20, in order of name. */
  readonly examples: readonly string[];
  readonly account: string | null;
  readonly accountDomain: string | null;
  readonly accountSid: string | null;
  readonly displayName: string | null;
  readonly department: string | null;
  /** The path of groups that makes the account an administrator. */
  readonly privilegedBy: string | null;
  readonly terminal: string | null;
  readonly terminalRole: string | null;
  readonly adminTerminal: boolean | null;
  readonly network: string | null;
  readonly terminalAddress: string | null;
  /** Key of how the terminal was found, e.g. `inventory-address`, `recorded-name`, `recorder`; several that agree joined by `+`; null: it was not. */
  readonly attribution: string | null;
  readonly certainty: Certainty | null;
  /** What names another terminal, and which; null: nothing does. */
  readonly contradictedBy: { readonly attribution: string; readonly terminal: string } | null;
  /** Null: it cannot be said (no store, not enough weeks in it, terminal unknown, many accounts or places). */
  readonly baseline: BaselineWord | null;
  /** Where the trail of an administrator's sessions ends, followed back from `terminal`; null: not known, or not followed. */
  readonly originTerminal: string | null;
  /** Key of how it ends there, e.g. `admin-terminal`, `user-terminal`, `server-without-log`; null: not followed. */
  readonly trailEnd: string | null;
  /** Sessions followed back, at most 6; null: not followed. */
  readonly originHops: number | null;
  /** True when part of the trail is inferred from service tickets; null: not followed. */
  readonly originInferred: boolean | null;
  /** True when another account's credentials were used on the way; null: not followed. */
  readonly credentialsChanged: boolean | null;
  /** The machines from there on, `PC-A → SRV1 → DC01`; null: not followed. */
  readonly chain: string | null;
  /** Machines that recorded it, in order. */
  readonly recordedBy: readonly string[];
  readonly succeeded: boolean | null;
  readonly logonTypes: readonly number[];
  /** Codes as recorded in canonical form (0xC000006A, 0x18), in order. */
  readonly reasonCodes: readonly string[];
  /** Keys of failure reasons (see failure-reasons.ts), in order. */
  readonly reasons: readonly string[];
  /** Keys `file#recorder#recordId`, at most 20, in order of time. */
  readonly evidence: readonly string[];
  /** Records of evidence in all. */
  readonly evidenceCount: number;
  /** Names that are masked in it. */
  readonly masked: readonly MaskedName[];
  /** What acknowledgements are held against. */
  readonly kind: FindingKind;
  /** Null: nobody acknowledged anything like it. */
  readonly acknowledgement: FindingAcknowledgement | null;
  /** Every column of the row, for the placeholders of the check's sentence. */
  readonly values: Readonly<Record<string, Value>>;
}
