import type { Value } from '../engine/engine.ts';

/** A text in both languages. */
export interface Words {
  readonly en: string;
  readonly ja: string;
}

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

/** Something that the evidence did not cover, as data: the words are made in `report/words`. */
export interface Gap {
  /** Key of the sentence, e.g. `no-directory`, `no-failures-recorded`, `log-cleared`. */
  readonly code: string;
  /** Machine or file it is about; null when it is about the whole run. */
  readonly about: string | null;
  /** Span it is about; null: the whole period. */
  readonly from: Date | null;
  readonly until: Date | null;
  /** A number the sentence mentions (records lost, failures missing); null: none. */
  readonly count: number | null;
  /** Account that cleared the log, changed the policy or set the clock, as recorded, with its domain; null: nobody is known to have. */
  readonly doneBy: string | null;
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

/** One question of `rules/checks`, its header read. */
export interface Check {
  readonly id: string;
  readonly title: Words;
  /** Clause of the guideline, or `-`. */
  readonly clause: string;
  /** Evidence it needs: names the coverage model answers. */
  readonly needs: readonly string[];
  /** Parts of the question that can be asked or not by themselves: names the coverage model answers. */
  readonly parts: readonly string[];
  readonly sentence: Words;
  readonly innocentWhen: Words;
  readonly sql: string;
  /** `ours`, or the folder of an organisation's own check. */
  readonly origin: string;
}

/** `partly assessed`: nothing to review in what could be asked, and a part of the question could not. */
export type Outcome = 'clean' | 'found' | 'partly assessed' | 'not assessed' | 'not applicable';

/** What became of one part of a question. */
export interface CheckPart {
  readonly part: string;
  readonly state: 'asked' | 'not assessed' | 'not applicable';
  /** Why the organisation says that the part does not apply; null: it did not say so. */
  readonly notApplicable: string | null;
}

/** Whether the outcome leaves open what it was asked: then nobody may call it clean. */
export function isOpen(outcome: Outcome): boolean {
  return outcome === 'not assessed' || outcome === 'partly assessed';
}

/** What became of one check. */
export interface CheckResult {
  readonly check: Check;
  readonly outcome: Outcome;
  /** Whether the evidence let the question be asked, also where something was found. */
  readonly asked: 'wholly' | 'in part' | 'not';
  /** Why the organisation says that the question does not apply; null: it did not say so. Then nothing was asked. */
  readonly notApplicable: string | null;
  /** Every part of the question, in the order of the check's header; empty: it has none, or was not asked at all. */
  readonly parts: readonly CheckPart[];
  /** Findings a person must look at: those at level `review` that nobody acknowledged. */
  readonly toReview: number;
  readonly acknowledged: number;
  readonly noted: number;
  /** What was not covered, also when something was found. */
  readonly gaps: readonly Gap[];
  readonly coveredFrom: Date | null;
  readonly coveredUntil: Date | null;
  readonly findings: readonly Finding[];
}

/** One line of what the logs cover: one kind of evidence at one recorder. Columns of `coverage.csv`. */
export interface CoverageLine {
  readonly evidence: string;
  /** Machine the line is about; null for evidence that is not a log (directory, terminals). */
  readonly recordedBy: string | null;
  readonly network: string | null;
  readonly state: 'covered' | 'partly' | 'missing';
  readonly coveredFrom: Date | null;
  readonly coveredUntil: Date | null;
  readonly records: number | null;
  /** Whether gaps in record ids prove anything: `complete` (ids without a gap), `filtered` (some events only), `forwarded` (several machines' records in one log); null: no log. */
  readonly exportKind: ExportKind | null;
  readonly gaps: readonly Gap[];
}

export type ExportKind = 'complete' | 'filtered' | 'forwarded';

/** One file that was given, and what became of it. */
export interface InputLine {
  readonly file: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string | null;
  /** Code of why it could not be read; null: it was. */
  readonly problem: string | null;
  readonly records: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly outOfScope: number;
  readonly damaged: number;
}

/** One proxy log that was given, and what became of it. */
export interface ProxyInputLine {
  readonly file: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string | null;
  /** squid, combined or w3c; null: an empty file. */
  readonly format: string | null;
  /** True: another file has the same content, and counts. */
  readonly repeated: boolean;
  readonly requests: number;
  readonly badLines: number;
  /** Whether any line says how much the terminal sent. */
  readonly sendsLogged: boolean;
  /** True: the compressed file ends early. */
  readonly cutShort: boolean;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
}

/** One place in a file that breaks the format. */
export interface DamageLine {
  readonly file: string;
  readonly chunk: number | null;
  readonly byteOffset: number;
  readonly kind: string;
  readonly detail: string;
  readonly recordsLost: number;
}

/** One directory snapshot that was used. */
export interface DirectoryLine {
  readonly domain: string;
  readonly takenAt: Date;
  readonly takenFrom: string;
  readonly complete: boolean;
  /** What it lacks; words in `report/directory-text.ts`. */
  readonly gaps: readonly DirectoryGap[];
}

export interface DirectoryGap {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
  /** What cannot be said because of it: administrators, terminals, addresses. */
  readonly affects: readonly string[];
}

/** A terminal of which some sources say that it is an admin terminal, and others that it is none. */
export interface DisputedTerminal {
  readonly network: string;
  readonly terminal: string;
  /** What it is taken for; even as an admin terminal it is not trusted. */
  readonly adminTerminal: boolean;
  /** Keys of sources (see `terminals.admin_said_by`). */
  readonly saidBy: readonly string[];
  readonly deniedBy: readonly string[];
}

/** The configuration file that was given, and what it sets, so that an auditor can tell what was in force. */
export interface ConfigurationUsed {
  readonly file: string;
  readonly sha256: string;
  /** As in `adlogon.yaml`, with the defaults of what it leaves out. */
  readonly settings: object;
}

/** All outcomes of one run, in order: the one thing every report is made from. */
export interface Checklist {
  /** Version of adlogon that made it. */
  readonly madeBy: string;
  readonly organisation: string;
  readonly network: string;
  /** Span asked for; null: whatever the logs cover. */
  readonly askedFrom: Date | null;
  readonly askedUntil: Date | null;
  /** Span of the Security records that were read; null: there were none. */
  readonly recordedFrom: Date | null;
  readonly recordedUntil: Date | null;
  readonly results: readonly CheckResult[];
  readonly coverage: readonly CoverageLine[];
  readonly inputs: readonly InputLine[];
  readonly proxyInputs: readonly ProxyInputLine[];
  readonly damage: readonly DamageLine[];
  /** Machines that recorded, by what the directory calls them or their records show; tells whether the logs are those of domain controllers only. */
  readonly recorders: readonly { readonly recordedBy: string; readonly role: string | null }[];
  /** Directory snapshots used. */
  readonly directories: readonly DirectoryLine[];
  readonly terminals: {
    readonly known: number;
    readonly adminTerminals: number;
    readonly disputed: readonly DisputedTerminal[];
    /** Admin terminals of which only the proxy's log tells what was done on them. */
    readonly seenByProxyOnly: readonly string[];
  };
  /** Null: none was given. */
  readonly configuration: ConfigurationUsed | null;
  /** Null: none was given. */
  readonly acknowledgements: AcknowledgementsUsed | null;
  /** Thresholds in force. */
  readonly settings: Readonly<Record<string, number>>;
  /** Names masked in all findings. */
  readonly maskedNames: number;
  /** True when records = stored + duplicates + out of scope + damaged, for every file and in sum, and the tables hold the stored ones. */
  readonly sumsAgree: boolean;
}
