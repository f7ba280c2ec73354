/** A place in a buffer that moves on with every value written. All numbers are little-endian, as everywhere in EVTX. */
export class Cursor {
  readonly buffer: Buffer;
  position: number;

  constructor(buffer: Buffer, position = 0) {
    this.buffer = buffer;
    this.position = position;
  }

  u8(value: number): void {
    this.buffer[this.position++] = value;
  }

  u16(value: number): void {
    this.position = this.buffer.writeUInt16LE(value, this.position);
  }

  u32(value: number): void {
    this.position = this.buffer.writeUInt32LE(value, this.position);
  }

  u64(value: bigint): void {
    this.position = this.buffer.writeBigUInt64LE(value, this.position);
  }

  utf16(text: string): void {
    // Faster than Buffer.write for the short strings of an event.
    const { buffer } = this;
    let at = this.position;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      buffer[at++] = unit & 0xff;
      buffer[at++] = unit >>> 8;
    }
    this.position = at;
  }

  bytes(bytes: Uint8Array): void {
    this.buffer.set(bytes, this.position);
    this.position += bytes.length;
  }

  zeros(count: number): void {
    this.buffer.fill(0, this.position, this.position + count);
    this.position += count;
  }

  /** Leaves room for a 32-bit number that is known only later. */
  reserve32(): number {
    const place = this.position;
    this.position += 4;
    return place;
  }

  /** Fills a reserved place with how many bytes were written since it. */
  fillLength(place: number): void {
    this.buffer.writeUInt32LE(this.position - place - 4, place);
  }
}
