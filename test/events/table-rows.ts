import { RecordRows, SELECTION } from '../../src/events/record-rows.ts';
import { NULL_HIGH_WORD, NULL_INTEGER, type Rows } from '../../src/events/row-buffer.ts';
import { CHUNK_SIZE } from '../../src/evtx/chunk.ts';
import { InternedTexts } from '../../src/evtx/interned-texts.ts';
import { chunkOffset, closeLog, openLog, readChunks } from '../../src/evtx/log-file.ts';
import { SelectiveReader } from '../../src/evtx/selective-reader.ts';
import { EVENT_TABLES } from '../../src/tables/events.ts';
import type { ColumnType, Table } from '../../src/tables/table.ts';

/** A cell as SQL would show it; 64-bit numbers as bigint, times in microseconds. */
export type Cell = string | number | bigint | boolean | null;

/** One row, by column; `table` says where it stands. */
export type Row = { readonly table: string } & { readonly [column: string]: Cell };

/** Every row a log makes, table after table. */
export function rowsOf(path: string): Row[] {
  const log = openLog(path);
  if (typeof log === 'string') return [];
  const texts = new InternedTexts();
  const reader = new SelectiveReader(SELECTION, texts);
  const rows = new RecordRows(texts);
  const sink = { seen: () => undefined, take: rows.add.bind(rows) };
  const buffer = new Uint8Array(CHUNK_SIZE);
  for (let chunk = 0; chunk < log.chunks; chunk++) {
    reader.readChunk(buffer.subarray(0, readChunks(log, chunk, 1, buffer)), chunk, chunkOffset(chunk), sink);
  }
  closeLog(log);
  return rows.take().flatMap((table, n) => tableRows(EVENT_TABLES[n], table, texts));
}

function tableRows(table: Table | undefined, { rows, columns }: Rows, texts: InternedTexts): Row[] {
  const named = table?.columns ?? [];
  return Array.from({ length: rows }, (_, row) => {
    const cells = named.map(({ name, type }, c): [string, Cell] => [name, cellOf(type, columns[c] ?? new Int32Array(0), row, texts)]);
    return { table: table?.name ?? '', ...Object.fromEntries(cells) };
  });
}

function cellOf(type: ColumnType, words: Int32Array, row: number, texts: InternedTexts): Cell {
  if (type === 'bigint' || type === 'timestamp') {
    const [low = 0, high = 0] = words.subarray(2 * row, 2 * row + 2);
    return low === 0 && high === NULL_HIGH_WORD ? null : (BigInt(high) << 32n) | BigInt(low >>> 0);
  }
  const word = words[row] ?? 0;
  if (type === 'text') return word === 0 ? null : texts.textOf(word);
  if (word === NULL_INTEGER) return null;
  return type === 'boolean' ? word === 1 : word;
}
