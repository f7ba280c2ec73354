import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** What a hand-made record is made of; raw bytes stand for what no honest writer writes. */
export type Node = string | Slot | Element | Instance | Uint8Array;
export interface Slot {
  readonly slot: number;
  readonly type: number;
  readonly optional?: boolean;
}
export interface Element {
  readonly name: string;
  readonly attributes?: readonly (readonly [name: string, content: readonly Node[]])[];
  readonly children?: readonly Node[];
}
/** A template written right here, or one that lies elsewhere in the chunk, with its values. */
export interface Instance {
  readonly template: Element | number;
  readonly values: readonly Value[];
}
/** A value's type and bytes; nested BinXML is written where it stands, since names are found by their place in the chunk. */
export interface Value {
  readonly type: number;
  readonly content: Uint8Array | { readonly header: boolean; readonly node: Node };
}

const MORE = 0x40;

/** Writes one chunk by hand, with every name written where it is used. */
export class MadeChunk {
  readonly bytes = Buffer.alloc(65_536);
  at = 512;
  /** Where each record begins. */
  readonly records: number[] = [];
  /** Where each template definition begins. */
  readonly definitions: number[] = [];
  private firstNumber = 0;
  private lastNumber = 0;

  /** Adds a record; its header says `number`. */
  record(number: number, content: readonly Node[], ticks = 0n): this {
    const start = this.at;
    this.records.push(start);
    this.firstNumber ||= number;
    this.lastNumber = number;
    this.raw(0x2a, 0x2a, 0, 0);
    this.at += 4;
    this.at = this.bytes.writeBigUInt64LE(BigInt(number), this.at);
    this.at = this.bytes.writeBigUInt64LE(ticks, this.at);
    this.raw(0x0f, 1, 1, 0);
    for (const node of content) this.node(node, false);
    this.raw(0);
    this.u32(this.at + 4 - start);
    this.bytes.writeUInt32LE(this.at - start, start + 4);
    return this;
  }

  /** Writes header and checksums. */
  finish(): Buffer {
    const { bytes } = this;
    bytes.write('ElfChnk\0', 0, 'latin1');
    [this.firstNumber, this.lastNumber, this.firstNumber, this.lastNumber].forEach((number, n) => {
      bytes.writeBigUInt64LE(BigInt(number), 8 + 8 * n);
    });
    bytes.writeUInt32LE(128, 40);
    bytes.writeUInt32LE(this.records.at(-1) ?? 0, 44);
    bytes.writeUInt32LE(this.at, 48);
    return resealed(bytes);
  }

  private node(node: Node, inTemplate: boolean): void {
    if (typeof node === 'string') this.text(node);
    else if (node instanceof Uint8Array) this.raw(...node);
    else if ('slot' in node) this.slot(node);
    else if ('template' in node) this.instance(node);
    else this.element(node, inTemplate);
  }

  private text(text: string): void {
    this.raw(0x05, 0x01);
    this.u16(text.length);
    this.utf16(text);
  }

  private slot({ slot, type, optional }: Slot): void {
    this.raw(optional ? 0x0e : 0x0d);
    this.u16(slot);
    this.raw(type);
  }

  private element({ name, attributes = [], children = [] }: Element, inTemplate: boolean): void {
    this.raw(attributes.length > 0 ? 0x01 | MORE : 0x01);
    if (inTemplate) this.u16(0xffff);
    const size = this.reserve();
    this.name(name);
    if (attributes.length > 0) {
      const listSize = this.reserve();
      attributes.forEach(([attribute, content], n) => {
        this.raw(n === attributes.length - 1 ? 0x06 : 0x06 | MORE);
        this.name(attribute);
        for (const node of content) this.node(node, inTemplate);
      });
      this.fill(listSize);
    }
    if (children.length === 0) this.raw(0x03);
    else {
      this.raw(0x02);
      for (const child of children) this.node(child, inTemplate);
      this.raw(0x04);
    }
    this.fill(size);
  }

  private instance({ template, values }: Instance): void {
    this.raw(0x0c, 1, 0, 0, 0, 0);
    this.u32(typeof template === 'number' ? template : this.at + 4);
    if (typeof template !== 'number') {
      this.definitions.push(this.at);
      this.u32(0);
      this.at = this.bytes.writeBigUInt64LE(BigInt(this.at), this.at) + 8;
      const size = this.reserve();
      this.raw(0x0f, 1, 1, 0);
      this.node(template, true);
      this.raw(0);
      this.fill(size);
    }
    this.u32(values.length);
    let descriptor = this.at;
    this.at += 4 * values.length;
    for (const { type, content } of values) {
      const start = this.at;
      if (content instanceof Uint8Array) this.raw(...content);
      else {
        if (content.header) this.raw(0x0f, 1, 1, 0);
        this.node(content.node, false);
        this.raw(0);
      }
      this.bytes.writeUInt16LE(this.at - start, descriptor);
      this.bytes.writeUInt16LE(type, descriptor + 2);
      descriptor += 4;
    }
  }

  private name(name: string): void {
    this.u32(this.at + 4);
    this.u32(0);
    this.u16(0);
    this.u16(name.length);
    this.utf16(name);
    this.u16(0);
  }

  private raw(...bytes: number[]): void {
    for (const byte of bytes) this.bytes[this.at++] = byte;
  }
  private u16(value: number): void {
    this.at = this.bytes.writeUInt16LE(value, this.at);
  }
  private u32(value: number): void {
    this.at = this.bytes.writeUInt32LE(value, this.at);
  }
  private utf16(text: string): void {
    this.at += this.bytes.write(text, this.at, 'utf16le');
  }
  private reserve(): number {
    this.at += 4;
    return this.at - 4;
  }
  private fill(place: number): void {
    this.bytes.writeUInt32LE(this.at - place - 4, place);
  }
}

/** A chunk with both checksums made right again. */
export function resealed(chunk: Buffer): Buffer {
  const end = Math.min(65_536, Math.max(512, chunk.readUInt32LE(48)));
  chunk.writeUInt32LE(crc32(chunk.subarray(512, end)), 52);
  chunk.writeUInt32LE(crc32(chunk.subarray(128, 512), crc32(chunk.subarray(0, 120))), 124);
  return chunk;
}

/** The bytes of a log of these chunks. */
export function madeLog(chunks: readonly Uint8Array[]): Buffer {
  const header = Buffer.alloc(4096);
  header.write('ElfFile\0', 0, 'latin1');
  header.writeUInt32LE(128, 32);
  header.writeUInt16LE(1, 36);
  header.writeUInt16LE(3, 38);
  header.writeUInt16LE(4096, 40);
  header.writeUInt32LE(crc32(header.subarray(0, 120)), 124);
  return Buffer.concat([header, ...chunks]);
}

/** Writes bytes to a file for as long as `use` runs. */
export function withFile<T>(bytes: Uint8Array, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'adlogon-'));
  try {
    const path = join(folder, 'made.evtx');
    writeFileSync(path, bytes);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
