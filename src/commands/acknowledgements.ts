import type { AcknowledgementsUsed } from '../checks/finding.ts';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import { warningText } from '../report/message.ts';
import { ACKNOWLEDGEMENT_HEADERS } from '../report/words/acknowledgements.ts';
import type { AcknowledgementsFile } from '../settings/options.ts';
import { dayIn, endOfDay } from '../settings/period.ts';
import { UserError } from '../settings/user-error.ts';
import { type AcknowledgementLine, acknowledgementLines, acknowledgementTable } from '../sidelogs/acknowledgement-lines.ts';
import { readText } from '../sidelogs/acknowledgements-file.ts';
import { ACKNOWLEDGEMENTS } from '../tables/acknowledgements.ts';
import type { Console } from './console.ts';

/** A file of acknowledgements as it was read: its lines, and what the report says of it. */
export interface AcknowledgementsRead {
  readonly lines: readonly AcknowledgementLine[];
  readonly used: AcknowledgementsUsed | null;
}

/** Reads what was accepted before. A line that is not valid accepts nothing, and is told. UserError: a file that was named is not there, or nothing in it can be trusted. */
export function readAcknowledgementsFile(given: AcknowledgementsFile | null, timezone: string, console: Console): AcknowledgementsRead {
  if (given === null) return { lines: [], used: null };
  const { path, mayBeMissing } = given;
  const read = readText(path);
  if (read === null) {
    if (!mayBeMissing) throw new UserError('file-unreadable', { file: path, reason: 'ENOENT' });
    console.tell(warningText({ code: 'ack-file-missing', details: { file: path } }, console.language));
    return { lines: [], used: null };
  }
  const lines = acknowledgementLines(acknowledgementTable(read.text, path, headerColumn), dayIn(console.now, timezone));
  const unusable = lines.filter((line) => line.problem !== null);
  for (const { line, problem } of unusable) {
    console.tell(warningText({ code: 'ack-line-unusable', details: { file: path, line, problem: problem ?? '' } }, console.language));
  }
  return { lines, used: { file: read.name, sha256: read.sha256, lines: lines.length, unusable: unusable.length } };
}

/** Fills the table of acknowledgements with the valid lines. */
export async function fillAcknowledgements(engine: DuckDbEngine, { lines }: AcknowledgementsRead, timezone: string): Promise<void> {
  const valid = lines.filter((line) => line.problem === null);
  await engine.insertRows(
    ACKNOWLEDGEMENTS,
    valid.map((line) => rowOf(line, timezone)),
  );
}

/** The column that a header of the file means, in either language. */
export function headerColumn(header: string): string | null {
  const found = Object.entries(ACKNOWLEDGEMENT_HEADERS).find(([, { en, ja }]) => header === en || header === ja);
  return found?.[0] ?? null;
}

function rowOf({ line, cells }: AcknowledgementLine, timezone: string): Row {
  const { check, ...texts } = cells;
  const known = Object.fromEntries(Object.entries({ ...texts, check_id: check }).map(([column, text]) => [column, text === '' ? null : text]));
  return {
    ...known,
    line,
    until_at: endOfDay(cells.acknowledged_until, timezone),
    administrator: cells.administrator === 'yes',
    success_followed: cells.success_followed === 'yes',
    credentials_changed: cells.credentials_changed === 'yes',
    accepted_count: Number(cells.accepted_count),
    accounts: Number(cells.accounts),
    places: Number(cells.places),
  };
}
