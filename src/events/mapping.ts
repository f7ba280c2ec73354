import type { Table } from '../tables/table.ts';

/**
 * How fields of one kind of event fill columns. A step names Windows' fields and our columns; what it does with them:
 *
 * - `text`: as recorded · `trimmed`: without blanks, `-` is NULL · `sid` · `spaced`: a list on one line · `terminal`: a terminal's own name
 * - `integer`: 32 bits, as recorded · `port`: the same, 0 is NULL · `wide`: 64 bits · `key`: 64 bits, 0 is NULL · `time`: FILETIME
 * - `yes`: %%1842 is true, %%1843 false · `encryption`: 0xFFFFFFFF (no ticket) is NULL
 * - `account`: account, account_recorded and account_domain out of a name field and a domain field
 * - `address`: terminal_address, its recorded form and its kind
 * - `ntstatus`, `kerberos`: succeeded, status_code, status_family, failure_reason and the recorded codes, out of Status and SubStatus
 * - `always`: succeeded is what the event itself says
 */
export type Step =
  | { readonly as: PlainStep; readonly field: string; readonly column: string }
  | { readonly as: 'account'; readonly field: string; readonly domainField: string | null }
  | { readonly as: 'address'; readonly field: string }
  | { readonly as: 'ntstatus' | 'kerberos'; readonly field: string; readonly subField: string | null }
  | { readonly as: 'always'; readonly succeeded: boolean };

export type PlainStep = 'text' | 'trimmed' | 'sid' | 'spaced' | 'terminal' | 'integer' | 'port' | 'wide' | 'key' | 'time' | 'yes' | 'encryption';

/** What becomes of one event id. */
export interface Mapping {
  readonly eventIds: readonly number[];
  readonly table: Table;
  /** Only records with one of the texts in that field become rows; the others are out of scope. */
  readonly only?: { readonly field: string; readonly contains: readonly string[] };
  readonly steps: readonly Step[];
}

/** Shorthand for the plain steps. */
export function fill(column: string, as: PlainStep, field: string): Step {
  return { as, field, column };
}

/** The Subject of an event: who asked for what happened. */
export const ACTING: readonly Step[] = [
  fill('acting_account', 'trimmed', 'SubjectUserName'),
  fill('acting_domain', 'trimmed', 'SubjectDomainName'),
  fill('acting_sid', 'sid', 'SubjectUserSid'),
  fill('acting_logon_id', 'key', 'SubjectLogonId'),
];
