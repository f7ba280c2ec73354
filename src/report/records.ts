import { type CsvCell, csvLine } from './csv.ts';
import { jsonLine } from './json-line.ts';
import { recordXml, type XmlNode } from './record-xml.ts';

/** One record as `evtx/read-records.ts` decodes it; here only its shape matters. */
export interface ShownRecord {
  readonly record: {
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
  };
  readonly tree: XmlNode;
  /** What the record's header says otherwise. */
  readonly header: { readonly headerRecordId?: number; readonly headerTime?: string | null };
}

const OF_EVERY_RECORD = ['file', 'recordId', 'timeCreated', 'computer', 'eventId', 'version', 'channel', 'provider'] as const;

/** Header of the records as CSV: Windows' own names in either language, because these are Windows' own records. */
export function csvHead(names: readonly string[]): string {
  return `\ufeff${csvLine([...OF_EVERY_RECORD, ...names])}`;
}

/** One record. `names`: the fields that have a column, for CSV. */
export function recordLine(file: string, { record, tree, header }: ShownRecord, format: 'ndjson' | 'csv' | 'xml', names: readonly string[]): string {
  if (format === 'xml') return `${recordXml(tree)}\n`;
  const { recordId, timeCreated, computer, eventId, version, channel, provider, keywords, section, data } = record;
  const shown = { file, recordId, timeCreated, computer, eventId, version, channel, provider };
  if (format === 'ndjson') return jsonLine({ ...shown, keywords, section, data, ...header });
  const fields = names.map((name): CsvCell => (Object.hasOwn(data, name) ? (data[name] ?? null) : null));
  return csvLine([...OF_EVERY_RECORD.map((name) => shown[name]), ...fields]);
}
