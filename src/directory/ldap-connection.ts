import type { ReadingGap } from './directory-reader.ts';

/** One search as it goes over the wire: one page of it, or all of it where `page` is null. */
export interface LdapRequest {
  readonly base: string;
  readonly scope: 'base' | 'one' | 'sub';
  readonly filter: string;
  readonly attributes: readonly string[];
  readonly withDescriptor: boolean;
  /** The page after `cookie` (empty: the first). Null: not asked for in pages. */
  readonly page: { readonly size: number; readonly cookie: Buffer } | null;
}

/** An object as the server wrote it. */
export interface LdapEntry {
  readonly dn: string;
  /** `name` may carry options, such as `member;range=0-1499`. */
  readonly attributes: readonly { readonly name: string; readonly values: readonly Buffer[] }[];
}

export interface LdapAnswer {
  readonly entries: readonly LdapEntry[];
  /** Addresses of what lies on other servers. */
  readonly references: readonly string[];
  /** RFC 4511 result code; 0: success. */
  readonly result: number;
  /** What the server says about the result: one line. */
  readonly message: string;
  /** Where the next page begins; empty: this was the last. Null: the answer does not speak of pages. */
  readonly cookie: Buffer | null;
}

/** A bound connection. Once it has failed, it stays so: ask for a new one. */
export interface LdapConnection {
  /** Interrupted: no whole answer came; the reason of the signal: the run was aborted. */
  ask(request: LdapRequest): Promise<LdapAnswer>;
  close(): Promise<void>;
}

/** No whole answer came, and a new connection may help. `code` and `details` are those of the gap if it does not. */
export class Interrupted extends Error implements ReadingGap {
  override readonly name = 'Interrupted';
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: string, details: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.code = code;
    this.details = details;
  }
}
