import type { InternedTexts } from '../evtx/interned-texts.ts';
import type { RecordView } from '../evtx/record-view.ts';
import type { Selection } from '../evtx/selective-reader.ts';
import { EVENT_TABLES } from '../tables/events.ts';
import { CHANGE_MAPPINGS } from './changes.ts';
import { compileMapping, type Filler, NormalTexts } from './fill-row.ts';
import { LOGON_MAPPINGS } from './logons.ts';
import type { Mapping } from './mapping.ts';
import { RowBuffer, type Rows } from './row-buffer.ts';
import { TICKET_MAPPINGS } from './tickets.ts';

/** Every kind of record that becomes a row. */
export const MAPPINGS: readonly Mapping[] = [...LOGON_MAPPINGS, ...TICKET_MAPPINGS, ...CHANGE_MAPPINGS];

/**
 * The records to select: Security channel only, and only from the two providers that write it. The Application log has a 4625 of its own
 * (EventSystem) that is no failed logon.
 */
export const SELECTION: Selection = {
  fields: new Map(MAPPINGS.flatMap((mapping) => mapping.eventIds.map((id) => [id, fieldsOf(mapping)] as const))),
  only: new Map(MAPPINGS.flatMap(({ eventIds, only }) => (only === undefined ? [] : eventIds.map((id) => [id, only] as const)))),
  channel: 'Security',
  providers: ['Microsoft-Windows-Security-Auditing', 'Microsoft-Windows-Eventlog'],
};

/** Makes rows of the event tables out of selected records. */
export class RecordRows {
  private readonly buffers: readonly RowBuffer[] = EVENT_TABLES.map((table) => new RowBuffer(table));
  private readonly fillers = new Map<number, Filler>();

  constructor(texts: InternedTexts) {
    const normal = new NormalTexts(texts);
    for (const mapping of MAPPINGS) {
      const buffer = this.buffers.find((candidate) => candidate.table === mapping.table);
      if (buffer === undefined) throw new Error(`no buffer for ${mapping.table.name}`);
      const filler = compileMapping(mapping, fieldsOf(mapping), buffer, normal);
      for (const id of mapping.eventIds) this.fillers.set(id, filler);
    }
  }

  /** Adds the record's row. When a field turns out damaged no row stays behind. */
  add(view: RecordView): void {
    const filler = this.fillers.get(view.eventId);
    if (filler === undefined) throw new Error(`event ${view.eventId} was selected but has no mapping`);
    filler.addRow(view);
  }

  /** The rows made so far, per table in the order of EVENT_TABLES; the buffers are empty afterwards. */
  take(): Rows[] {
    return this.buffers.map((buffer) => buffer.take());
  }
}

/** Windows' names of the fields a mapping reads, each once. */
function fieldsOf(mapping: Mapping): readonly string[] {
  const fields = new Set<string>();
  for (const step of mapping.steps) {
    if (step.as === 'always') continue;
    fields.add(step.field);
    if (step.as === 'account' && step.domainField !== null) fields.add(step.domainField);
    if ((step.as === 'ntstatus' || step.as === 'kerberos') && step.subField !== null) fields.add(step.subField);
  }
  return [...fields];
}
