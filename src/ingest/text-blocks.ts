import { createHash, type Hash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Bytes read at a time. */
const BLOCK_BYTES = 1 << 20;
/** What is kept of a line without end: more than any reader of lines takes. */
const MOST_LINE_BYTES = 1 << 18;
const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = '\ufeff';

/** A text file, plain or compressed with gzip, in blocks of whole lines. Memory is bounded, whatever the file holds. */
export class TextFile {
  private readonly path: string;
  private readonly hash: Hash = createHash('sha256');
  /** Bytes of the file read so far, as it lies on disk. */
  bytesRead = 0;
  /** The compressed file ends early or is damaged: what came before was given. */
  cutShort = false;

  constructor(path: string) {
    this.path = path;
  }

  /** SHA-256 of the content, uncompressed; after the last block. */
  sha256(): string {
    return this.hash.digest('hex');
  }

  /** Blocks of whole lines without the last line's end; UTF-8, what is none becomes U+FFFD. A file that cannot be read: the system's error. */
  async *blocks(): AsyncGenerator<string> {
    let rest: Buffer = Buffer.alloc(0);
    let isFirst = true;
    for await (const bytes of this.chunks()) {
      this.hash.update(bytes);
      const end = bytes.lastIndexOf(LINE_FEED);
      if (end < 0) {
        if (rest.length < MOST_LINE_BYTES) rest = Buffer.concat([rest, bytes.subarray(0, MOST_LINE_BYTES)]);
        continue;
      }
      yield textOf(Buffer.concat([rest, bytes.subarray(0, end)]), isFirst);
      isFirst = false;
      rest = Buffer.from(bytes.subarray(end + 1));
    }
    if (rest.length > 0) yield textOf(rest, isFirst);
  }

  private async *chunks(): AsyncGenerator<Buffer> {
    const file = createReadStream(this.path, { highWaterMark: BLOCK_BYTES });
    const compressed = isGzip(this.path);
    const stream: Readable = compressed ? pipeline(file, createGunzip({ chunkSize: BLOCK_BYTES }), () => {}) : file;
    try {
      for await (const bytes of stream) {
        this.bytesRead = file.bytesRead;
        yield bytes;
      }
    } catch (error) {
      if (!(compressed && error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error;
      this.cutShort = true;
    } finally {
      file.destroy();
      this.bytesRead = file.bytesRead;
    }
  }
}

/** By its first two bytes (RFC 1952, 2.3.1), whatever its name. */
function isGzip(path: string): boolean {
  const descriptor = openSync(path, 'r');
  try {
    const head = Buffer.alloc(2);
    return readSync(descriptor, head) === 2 && head[0] === 0x1f && head[1] === 0x8b;
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes that are all ASCII are read as such, which is several times as fast. */
function textOf(bytes: Buffer, isFirst: boolean): string {
  const text = bytes.toString('utf8');
  return isFirst && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}
