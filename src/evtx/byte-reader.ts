import { DamagedEvtxError } from './damage.ts';

/** A cursor over the bytes of one chunk. Every read says what it wanted, and fails with the place when the bytes end before. */
export class ByteReader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Position of the next read, from the start of the chunk. */
  at: number;
  /** First position that may not be read. */
  readonly end: number;

  constructor(bytes: Uint8Array, at: number, end: number) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
    this.end = Math.min(end, bytes.byteLength);
  }

  /** Moves past `length` bytes and returns where they begin. */
  skip(length: number, what: string): number {
    const start = this.at;
    if (start < 0 || length < 0 || start + length > this.end)
      throw this.damaged(`${what}: need ${length} bytes, have ${Math.max(0, this.end - start)}`);
    this.at = start + length;
    return start;
  }

  u8(what: string): number {
    return this.view.getUint8(this.skip(1, what));
  }

  u16(what: string): number {
    return this.view.getUint16(this.skip(2, what), true);
  }

  u32(what: string): number {
    return this.view.getUint32(this.skip(4, what), true);
  }

  /** UTF-16 text of `length` characters. */
  utf16(length: number, what: string): string {
    const start = this.skip(length * 2, what);
    return utf16Text(this.bytes, start, length * 2);
  }

  damaged(what: string): DamagedEvtxError {
    return new DamagedEvtxError(what, this.at);
  }
}

/** UTF-16LE bytes as text, without trailing NULs (some writers count the terminator). */
export function utf16Text(bytes: Uint8Array, start: number, size: number): string {
  let end = start + (size & ~1);
  while (end > start && bytes[end - 1] === 0 && bytes[end - 2] === 0) end -= 2;
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf16le');
}
