/** One object as LDAP gave it. Values are bytes: what they mean is the caller's business. */
export interface DirectoryEntry {
  readonly dn: string;
  /** By attribute name in lower case; an attribute without values (missing or not readable: LDAP does not tell which) has an empty list. */
  readonly values: ReadonlyMap<string, readonly Buffer[]>;
}

/** What could not be read: `details` names the base, attribute, object or count. Words are made in `report/words/directory.ts`. */
export interface ReadingGap {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface DirectoryQuestion {
  readonly base: string;
  readonly scope: 'base' | 'one' | 'sub';
  /** RFC 4515. Values from outside come in through `equals` of `filter.ts` only. */
  readonly filter: string;
  readonly attributes: readonly string[];
  /** Ask for nTSecurityDescriptor with owner, group and DACL (SD_FLAGS 7), or it stays empty for an ordinary account. */
  readonly withDescriptor?: boolean;
}

export interface DirectoryAnswer {
  readonly entries: readonly DirectoryEntry[];
  /** Empty: nothing is known to be missing. */
  readonly gaps: readonly ReadingGap[];
}

/** Asks one domain controller, read-only. */
export interface DirectoryReader {
  /** Host name the answers come from. */
  readonly host: string;
  /** Account that asks, as given. */
  readonly user: string;
  /**
   * Every object and every value of every attribute, however many pages and ranges that takes; tried again with a new connection where that helps.
   * What is still missing then is in `gaps`; never thrown, except when the signal of the run is aborted.
   */
  search(question: DirectoryQuestion): Promise<DirectoryAnswer>;
  close(): Promise<void>;
}
