import { crc32 } from 'node:zlib';
import { ChunkWriter } from './chunk.ts';
import { Cursor } from './cursor.ts';
import type { LoggedEvent } from './event.ts';
import type { RecordStyle } from './record.ts';
import type { Envelope, Template } from './template.ts';

export interface LogOptions extends RecordStyle {
  /** Machine that wrote the records, as in System/Computer. */
  readonly computer: string;
}

const HEADER_BLOCK_BYTES = 4096;
const DIRTY = 1;

/** The bytes of a whole log file. */
export function logFile(events: Iterable<LoggedEvent>, options: LogOptions): Buffer {
  const chunks: Buffer[] = [];
  let records = 0;
  for (const chunk of chunksOf(events, options)) {
    chunks.push(Buffer.from(chunk.bytes));
    records = chunk.nextNumber;
  }
  return Buffer.concat([fileHeader(chunks.length, records, options), ...chunks]);
}

/** The chunks of a log one after another. The bytes are valid until the next one is asked for. */
export function* chunksOf(events: Iterable<LoggedEvent>, options: LogOptions): Generator<{ bytes: Buffer; nextNumber: number }> {
  const templates = new Map<Envelope, Template>();
  const envelopeOf = (envelope: Envelope): Template => {
    const known = templates.get(envelope) ?? envelope.template(options.computer);
    templates.set(envelope, known);
    return known;
  };
  const chunk = new ChunkWriter(options, envelopeOf);
  let nextNumber = 1;
  for (const event of events) {
    const number = options.exported ? nextNumber : event.recordId;
    if (!chunk.append(event, number)) {
      yield { bytes: chunk.finish(), nextNumber: number };
      if (!chunk.append(event, number)) throw new Error(`a record of event ${event.kind.id} does not fit into a chunk`);
    }
    nextNumber = number + 1;
  }
  if (!chunk.isEmpty) yield { bytes: chunk.finish(), nextNumber };
}

/** Header block of the file; a copy of a live log carries the dirty flag. */
export function fileHeader(chunks: number, nextNumber: number, style: RecordStyle): Buffer {
  const cursor = new Cursor(Buffer.alloc(HEADER_BLOCK_BYTES));
  cursor.bytes(Buffer.from('ElfFile\0', 'latin1'));
  cursor.u64(0n);
  cursor.u64(BigInt(Math.max(0, chunks - 1)));
  cursor.u64(BigInt(nextNumber));
  cursor.u32(128);
  cursor.u16(1);
  cursor.u16(3);
  cursor.u16(HEADER_BLOCK_BYTES);
  // The field has 16 bits; readers of logs beyond 4 GiB go by the size of the file.
  cursor.u16(chunks & 0xffff);
  cursor.position = 120;
  cursor.u32(style.exported ? 0 : DIRTY);
  cursor.u32(crc32(cursor.buffer.subarray(0, 120)));
  return cursor.buffer;
}
