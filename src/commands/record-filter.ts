import { accountName, trimmed } from '../events/normal-texts.ts';
import type { FullRecord } from '../evtx/full-record.ts';
import type { InputFile } from '../ingest/find-inputs.ts';
import type { RecordsOptions } from '../settings/options.ts';
import { UserError } from '../settings/user-error.ts';

/** One key of evidence as findings name it. */
export interface EvidenceKey {
  readonly text: string;
  readonly file: string;
  readonly recorder: string;
  readonly recordId: number;
}

export interface RecordFilter {
  /** Null: not wanted. Otherwise the text of the evidence key that asked for it; empty where no key was asked for. */
  wants(file: InputFile, record: FullRecord): string | null;
}

/** Fields that name an account, with the field that holds its domain. */
const ACCOUNT_FIELDS: readonly (readonly [name: string, domain: string])[] = [
  ['TargetUserName', 'TargetDomainName'],
  ['SubjectUserName', 'SubjectDomainName'],
  ['AccountName', 'AccountDomain'],
  ['NewTargetUserName', 'TargetDomainName'],
  ['OldTargetUserName', 'TargetDomainName'],
  ['TargetOutboundUserName', 'TargetOutboundDomainName'],
];

/**
 * Keys as given: single ones, or a whole cell of `findings.csv` with `;` between them; the "and n more" at its end is no key.
 * UserError: nothing in it is `file#recorder#recordId`.
 */
export function evidenceKeysOf(given: readonly string[]): readonly EvidenceKey[] {
  return given.flatMap((cell) => {
    const keys = cell.split(';').flatMap((text) => keyOf(text.trim()) ?? []);
    if (keys.length === 0) throw new UserError('evidence-bad-key', { value: cell });
    return keys;
  });
}

/** The file name may hold a `#` itself; a `'` in front is what keeps a spreadsheet from running the cell. */
function keyOf(text: string): EvidenceKey | null {
  const [, file, recorder, recordId] = /^(.*)#([^#]*)#(\d{1,16})$/s.exec(text.replace(/^'/, '')) ?? [];
  return file === undefined || recorder === undefined ? null : { text, file, recorder: recorder.toLowerCase(), recordId: Number(recordId) };
}

/** What `adlogon records` was asked for: every condition must hold. */
export function recordFilter({ eventIds, account }: RecordsOptions, keys: readonly EvidenceKey[]): RecordFilter {
  const ids = new Set(eventIds);
  const named = account === null ? null : accountName(account);
  return {
    wants(file, record) {
      if (ids.size > 0 && !ids.has(record.eventId)) return null;
      if (named !== null && !isAbout(record, named)) return null;
      if (keys.length === 0) return '';
      return keys.find((key) => isKeyOf(key, file, record))?.text ?? null;
    },
  };
}

/** The audit may have named the file with more or fewer folders before it, depending on what else it read. */
function isKeyOf(key: EvidenceKey, file: InputFile, record: FullRecord): boolean {
  if (key.recordId !== record.recordId || key.recorder !== record.computer.toLowerCase()) return false;
  const [one, other] = [`/${key.file}`, `/${file.path.replaceAll('\\', '/')}`];
  return one.endsWith(`/${file.name}`) || other.endsWith(one);
}

function isAbout(record: FullRecord, wanted: { readonly account: string | null; readonly domain: string | null }): boolean {
  return ACCOUNT_FIELDS.some(([name, domainField]) => {
    if (!Object.hasOwn(record.data, name)) return false;
    const recorded = accountName(record.data[name] ?? '');
    if (!same(recorded.account, wanted.account)) return false;
    const domain = recorded.domain ?? trimmed(Object.hasOwn(record.data, domainField) ? (record.data[domainField] ?? '') : '');
    // A failed Kerberos logon has no domain at all (4771), others the DNS name where the report says the short one.
    return wanted.domain === null || domain === null || same(firstLabel(domain), firstLabel(wanted.domain));
  });
}

function firstLabel(domain: string): string {
  return domain.split('.', 1)[0] ?? domain;
}

function same(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one.toLowerCase() === other.toLowerCase();
}
