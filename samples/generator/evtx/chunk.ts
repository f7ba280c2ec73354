import { crc32 } from 'node:zlib';
import { Cursor } from './cursor.ts';
import type { LoggedEvent } from './event.ts';
import { hashGuid, hashName } from './hash.ts';
import { type ChunkTables, type RecordStyle, writeRecord } from './record.ts';
import type { Envelope, Template } from './template.ts';

export const CHUNK_BYTES = 65_536;
const HEADER_BYTES = 512;
const NAME_TABLE = { offset: 128, buckets: 64 };
const TEMPLATE_TABLE = { offset: 384, buckets: 32 };

/** A 64 KiB chunk in the making. Its tables know the names and templates that stand in it. */
export class ChunkWriter {
  readonly #cursor = new Cursor(Buffer.alloc(2 * CHUNK_BYTES), HEADER_BYTES);
  readonly #names = new Map<string, number>();
  readonly #templates = new Map<Template, number>();
  readonly #style: RecordStyle;
  readonly #envelopeOf: (envelope: Envelope) => Template;
  #records = 0;
  #firstNumber = 0;
  #lastNumber = 0;
  #lastRecord = HEADER_BYTES;

  constructor(style: RecordStyle, envelopeOf: (envelope: Envelope) => Template) {
    this.#style = style;
    this.#envelopeOf = envelopeOf;
  }

  get isEmpty(): boolean {
    return this.#records === 0;
  }

  /** Writes a record at the end; false, and nothing written, when it does not fit. */
  append(event: LoggedEvent, headerNumber: number): boolean {
    const start = this.#cursor.position;
    writeRecord(this.#cursor, this.#tables, event, this.#envelopeOf(event.kind.envelope), headerNumber, this.#style);
    // libevtx overlooks a record that ends exactly where its chunk does, and no chunk of Windows' was seen full to the last byte.
    if (this.#cursor.position >= CHUNK_BYTES) {
      this.#forgetFrom(start);
      return false;
    }
    if (this.isEmpty) this.#firstNumber = headerNumber;
    this.#records += 1;
    this.#lastNumber = headerNumber;
    this.#lastRecord = start;
    return true;
  }

  /** Fills the tables, the header and both checksums, hands the bytes over (valid until the next append) and starts anew. */
  finish(): Buffer {
    const { buffer, position: end } = this.#cursor;
    const chunk = buffer.subarray(0, CHUNK_BYTES);
    chunk.fill(0, end);
    chunk.fill(0, 0, HEADER_BYTES);
    for (const [name, offset] of this.#names) link(chunk, NAME_TABLE, hashName(name), offset);
    for (const [template, offset] of this.#templates) link(chunk, TEMPLATE_TABLE, hashGuid(template.guid), offset);
    this.#writeHeader(new Cursor(chunk), end);
    this.#forgetFrom(HEADER_BYTES);
    this.#records = 0;
    return chunk;
  }

  readonly #tables: ChunkTables = {
    writeName: (cursor, name) => this.#writeName(cursor, name),
    templateOffset: (template) => this.#templates.get(template),
    addTemplate: (template, offset) => void this.#templates.set(template, offset),
  };

  #writeName(cursor: Cursor, name: string): void {
    const known = this.#names.get(name);
    cursor.u32(known ?? cursor.position + 4);
    if (known !== undefined) return;
    this.#names.set(name, cursor.position);
    cursor.u32(0);
    cursor.u16(hashName(name));
    cursor.u16(name.length);
    cursor.utf16(name);
    cursor.u16(0);
  }

  #writeHeader(header: Cursor, end: number): void {
    header.bytes(Buffer.from('ElfChnk\0', 'latin1'));
    header.u64(BigInt(this.#firstNumber));
    header.u64(BigInt(this.#lastNumber));
    header.u64(BigInt(this.#firstNumber));
    header.u64(BigInt(this.#lastNumber));
    header.u32(128);
    header.u32(this.#lastRecord);
    header.u32(end);
    header.u32(crc32(header.buffer.subarray(HEADER_BYTES, end)));
    header.position = 124;
    const tables = header.buffer.subarray(128, HEADER_BYTES);
    header.u32(crc32(tables, crc32(header.buffer.subarray(0, 120))));
  }

  #forgetFrom(position: number): void {
    for (const [name, offset] of this.#names) if (offset >= position) this.#names.delete(name);
    for (const [template, offset] of this.#templates) if (offset >= position) this.#templates.delete(template);
    this.#cursor.position = position;
  }
}

/** Puts a name or template at the head of its bucket; both begin with the offset of the next one. */
function link(chunk: Buffer, table: { offset: number; buckets: number }, hash: number, offset: number): void {
  const head = table.offset + 4 * (hash % table.buckets);
  chunk.copy(chunk, offset, head, head + 4);
  chunk.writeUInt32LE(offset, head);
}
