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
