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
