import { CHUNK_SIZE, ChunkRecords } from './chunk.ts';
import { type Damage, DamagedEvtxError } from './damage.ts';
import { type FullRecord, fullRecordOf, type HeaderDifference, headerDifference } from './full-record.ts';
import { chunkOffset, chunksInOrder, type LogFile, readChunks } from './log-file.ts';
import { RecordTrees, type XmlElement } from './record-tree.ts';

/** One decoded record: its fields, its tree, and what its header says otherwise. */
export interface DecodedRecord {
  readonly record: FullRecord;
  readonly tree: XmlElement;
  readonly header: HeaderDifference;
}

/**
 * Decodes every record of a log in the order of its record ids, one chunk in memory at a time.
 * What cannot be read is told to `onDamage`, and the reading goes on.
 */
export function* readRecords(log: LogFile, onDamage: (damage: Damage) => void): Generator<DecodedRecord> {
  for (const damage of log.damage) onDamage(damage);
  const buffer = new Uint8Array(CHUNK_SIZE);
  const found = new ChunkRecords();
  for (const chunk of chunksInOrder(log)) {
    const bytes = buffer.subarray(0, readChunks(log, chunk, 1, buffer));
    found.find(bytes, chunk, chunkOffset(chunk));
    const trees = new RecordTrees(bytes);
    for (let n = 0; n < found.records; n++) {
      const offset = found.offsets[n] ?? 0;
      const decoded = decodeOne(trees, bytes, found, offset, found.sizes[n] ?? 0);
      if (decoded !== null) yield decoded;
    }
    for (const damage of found.damage) onDamage(damage);
  }
}

function decodeOne(trees: RecordTrees, bytes: Uint8Array, found: ChunkRecords, offset: number, size: number): DecodedRecord | null {
  try {
    const tree = trees.treeOf(offset, size);
    const record = fullRecordOf(tree);
    return { record, tree, header: headerDifference(bytes, offset, record) };
  } catch (error) {
    if (!(error instanceof DamagedEvtxError)) throw error;
    found.lose(offset, error.message);
    return null;
  }
}
