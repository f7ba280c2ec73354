import type { LoadedConfig } from './config-file.ts';
import type { Period } from './period.ts';

/** Name of the network of a run that names none. */
export const DEFAULT_NETWORK = 'default';

/** A domain controller to read the directory from, now. */
export interface LiveDirectory {
  /** `ldaps://HOST[:PORT]`, or `ldap://HOST[:PORT]` with StartTLS. */
  readonly url: string;
  readonly startTls: boolean;
  /** Account that asks: `name@domain`, `DOMAIN\\name` or a distinguished name. */
  readonly user: string;
  /** File with certificates of the organisation's own authorities; null: those that Node trusts. */
  readonly ca: string | null;
  /** File whose first line is the password; null: from the environment, or asked for. */
  readonly passwordFile: string | null;
}

/** Where the knowledge about accounts and computers comes from. */
export type DirectorySource = { readonly snapshot: string } | LiveDirectory;

export interface DirectoryOptions {
  readonly source: LiveDirectory;
  /** File for the snapshot. */
  readonly out: string;
  /** IANA name or offset. */
  readonly timezone: string;
}

/** Weeks kept as Parquet. */
export interface StoreOptions {
  readonly folder: string;
  /** Whether the logs given are kept and old ones deleted, or the store is only read. */
  readonly keeps: boolean;
  /** What is wholly older than so many weeks is deleted. Default: 53. */
  readonly keepWeeks: number;
  /** Which inputs are read; null: of any organisation, of any network. */
  readonly organisation: string | null;
  readonly network: string | null;
}

/** The file of what was accepted before. */
export interface AcknowledgementsFile {
  readonly path: string;
  /** The configuration may name it before anything is accepted. */
  readonly mayBeMissing: boolean;
}

export interface AckOptions {
  /** Ids of findings to accept; empty with `from` or `remove`. */
  readonly findings: readonly string[];
  readonly by: string;
  /** A day, as given. */
  readonly until: string;
  readonly reason: string;
  /** `report.json` of the findings. */
  readonly report: string;
  /** `findings.csv` with its reviewer columns filled in; null: none. */
  readonly from: string | null;
  /** Keys or findings to take back. */
  readonly remove: readonly string[];
  /** File of acknowledgements. */
  readonly file: string;
  /** IANA name or offset. */
  readonly timezone: string;
}

/** What is read, and what is known beside it. */
export interface EvidenceOptions {
  /** Files, folders and patterns of EVTX files. */
  readonly logs: readonly string[];
  /** Null: none. */
  readonly directory: DirectorySource | null;
  /** Terminals inventory file; null: none. */
  readonly terminals: string | null;
  /** Files, folders and patterns of DHCP server logs. */
  readonly dhcp: readonly string[];
  /** Files, folders and patterns of proxy logs; empty: none. */
  readonly proxy: readonly string[];
  /** Null: nothing was accepted before. */
  readonly acknowledgements: AcknowledgementsFile | null;
  /** Lists of indicators of compromise. */
  readonly ioc: readonly string[];
  /** Where weeks are kept; null: nowhere. */
  readonly store: StoreOptions | null;
  readonly period: Period;
  /** Labels of the run, part of every key. Empty organisation: none given. */
  readonly organisation: string;
  readonly network: string;
  /** IANA name or offset: of the times shown, and of DHCP logs, which say none. */
  readonly timezone: string;
  /** Decoding threads. Default: one per core. */
  readonly threads: number;
  readonly config: LoadedConfig;
}

export interface AuditOptions extends EvidenceOptions {
  /** Folders of an organisation's own checks. */
  readonly rules: readonly string[];
  /** Whether names that may be passwords typed into the wrong box are shown as they are. */
  readonly showUnknownNames: boolean;
  /** Folder for the report files; null: none are written. */
  readonly out: string | null;
}

export interface IncidentOptions extends EvidenceOptions {
  /** Terminal, address or account, as written. */
  readonly suspect: string;
  /** When it may have begun; null: not told. */
  readonly since: Date | null;
  /** When the incident came to light; null: not told. */
  readonly discovered: Date | null;
  /** Folder for the report files; null: none are written. */
  readonly out: string | null;
  /** Folder that the evidence is copied to; null: none. */
  readonly preserve: string | null;
  /** What people say, which no log shows. */
  readonly proxyUnavailable: boolean;
  /** Null: nobody said. Empty: the proxy log was examined, and no terminal is suspicious. */
  readonly suspiciousTerminals: readonly string[] | null;
  readonly personConfirmed: boolean;
  readonly contained: boolean;
  /** Whether names that may be passwords typed into the wrong box are shown as they are. */
  readonly showUnknownNames: boolean;
}

export type RecordsFormat = 'ndjson' | 'csv' | 'xml';

export interface RecordsOptions {
  readonly logs: readonly string[];
  /** Event ids wanted; empty: all. */
  readonly eventIds: readonly number[];
  /** Account name wanted, `DOMAIN\name` or `name`; null: all. */
  readonly account: string | null;
  /** Evidence keys wanted, as findings name them; empty: all. */
  readonly evidence: readonly string[];
  readonly format: RecordsFormat;
}

export type AnswerFormat = 'table' | 'csv' | 'ndjson';

export interface QueryOptions extends EvidenceOptions {
  readonly sql: string;
  readonly format: AnswerFormat;
}

/** A starting configuration, and what evidence says for it. */
export interface InitOptions {
  /** What is read; null: no log is given, and no engine is needed. */
  readonly evidence: EvidenceOptions | null;
  /** Null: none. */
  readonly directory: DirectorySource | null;
  /** Terminals inventory file to name in the configuration; null: none. */
  readonly terminals: string | null;
  readonly organisation: string;
  readonly network: string;
  /** IANA name or offset. */
  readonly timezone: string;
  /** Folder for `adlogon.yaml`; null: none is written. */
  readonly folder: string | null;
  /** Whether candidates for known automation are looked for and shown. */
  readonly learns: boolean;
}
