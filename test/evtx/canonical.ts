import type { DecodedRecord } from '../../src/evtx/read-records.ts';

/** One line of a golden file: a record as an independent parser read it. */
export interface GoldenRecord {
  readonly file: string;
  readonly recordId: number;
  readonly timeCreated: string;
  readonly computer: string;
  readonly eventId: number;
  readonly version: number;
  readonly channel: string;
  readonly provider: string;
  readonly keywords: string;
  readonly section: string;
  readonly data: Readonly<Record<string, string>>;
  readonly headerRecordId?: number;
  readonly headerTime?: string | null;
}

/** Event ids the golden files hold, of the Security channel only. */
const GOLDEN_IDS = new Set([
  ...[4624, 4625, 4672, 4648, 4634, 4647, 4768, 4769, 4771, 4776, 4740, 4778, 4779, 4688, 1102, 4719, 4964],
  ...Array.from({ length: 19 }, (_, n) => 4720 + n),
]);

/** Whether a record belongs into a golden file. */
export function isGolden({ record }: DecodedRecord): boolean {
  return record.channel === 'Security' && GOLDEN_IDS.has(record.eventId);
}

/** A decoded record in the shape of a golden line. */
export function goldenOf(file: string, { record, header }: DecodedRecord): GoldenRecord {
  return { file, ...record, ...header };
}

/** The form in which two parsers' texts are compared: hexadecimal numbers and GUIDs have one spelling, everything else stays untouched. */
export function canonicalText(text: string): string {
  if (/^0[xX][0-9a-fA-F]+$/.test(text))
    return `0x${text
      .slice(2)
      .toLowerCase()
      .replace(/^0+(?=.)/, '')}`;
  if (/^\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}$/.test(text)) return text.toUpperCase();
  return text;
}

/** A golden record with every text in canonical form. */
export function canonical(record: GoldenRecord): GoldenRecord {
  const data = Object.fromEntries(Object.entries(record.data).map(([name, text]) => [name, canonicalText(text)]));
  return { ...record, keywords: canonicalText(record.keywords), data };
}
