import { crc32 } from 'node:zlib';
import type { Damage, DamageKind } from './damage.ts';

/** Bytes of one chunk; chunks begin at multiples of it after the file header. */
export const CHUNK_SIZE = 65_536;

/** Bytes before the first record of a chunk. */
const CHUNK_HEADER_SIZE = 512;
/** Header and size copy of a record without content. */
const SMALLEST_RECORD = 28;
const RECORD_SIGNATURE = 0x00002a2a;
/** "ElfChnk\0" as two little-endian words. */
const CHUNK_SIGNATURE_LOW = 0x43666c45;
const CHUNK_SIGNATURE_HIGH = 0x006b6e68;
const ZEROES = new Uint8Array(CHUNK_SIZE);
/** Flag of chunks whose checksums were never written. */
const FLAG_NO_CRC = 4;

/**
 * Where the records of one chunk lie. One object is reused for every chunk: `offsets` and `sizes` are valid up to `records`,
 * counted from the start of the chunk. Slack behind the last record is never looked at: it holds stale records (487 of the real chunks).
 */
export class ChunkRecords {
  readonly offsets = new Int32Array(CHUNK_SIZE / SMALLEST_RECORD);
  readonly sizes = new Int32Array(CHUNK_SIZE / SMALLEST_RECORD);
  records = 0;
  /** The chunk's checksums are present and right, so its bytes are what Windows wrote. */
  sound = false;
  damage: Damage[] = [];

  private chunk = 0;
  private fileOffset = 0;

  /**
   * Finds the records of a chunk.
   *
   * @param bytes the chunk, shorter than 64 KiB when the file ends in it
   * @param chunk its number in the file, from 0
   * @param fileOffset where it lies in the file, for reports of damage
   */
  find(bytes: Uint8Array, chunk: number, fileOffset: number): void {
    this.records = 0;
    this.sound = false;
    this.damage = [];
    this.chunk = chunk;
    this.fileOffset = fileOffset;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!this.hasSignature(bytes, view)) return;
    if (bytes.length < CHUNK_HEADER_SIZE) {
      this.report('chunk-cut-short', bytes.length, `${bytes.length} of ${CHUNK_HEADER_SIZE} header bytes`, announcedRecords(view));
      return;
    }
    const freeSpace = this.freeSpaceOf(view);
    this.sound = this.checkSums(bytes, view, freeSpace);
    this.walk(view, Math.min(freeSpace, bytes.length));
    if (freeSpace > bytes.length) {
      const lost = announcedRecords(view) - this.records - this.damage.reduce((sum, damage) => sum + damage.recordsLost, 0);
      // The last record ends where the free space begins, so that one at least is missing.
      this.report('chunk-cut-short', bytes.length, `the file ends in this chunk: ${bytes.length} of ${freeSpace} bytes`, Math.max(1, lost));
    }
  }

  /** Records one record of this chunk as unreadable. */
  lose(offset: number, detail: string): void {
    this.report('record-content', offset, detail, 1);
  }

  private hasSignature(bytes: Uint8Array, view: DataView): boolean {
    if (bytes.length >= 8 && view.getUint32(0, true) === CHUNK_SIGNATURE_LOW && view.getUint32(4, true) === CHUNK_SIGNATURE_HIGH) return true;
    if (isAllZero(bytes)) {
      this.report('chunk-zeroed', 0, 'only zeros, and chunks behind it are used', 0);
      return false;
    }
    const found = Buffer.from(bytes.subarray(0, 8)).toString('hex');
    if (bytes.length < CHUNK_HEADER_SIZE) this.report('chunk-cut-short', 0, `${bytes.length} bytes behind the last chunk`, 0);
    else this.report('chunk-signature', 0, `begins with ${found}`, signaturesIn(view));
    return false;
  }

  private freeSpaceOf(view: DataView): number {
    const freeSpace = view.getUint32(48, true);
    if (freeSpace >= CHUNK_HEADER_SIZE && freeSpace <= CHUNK_SIZE) return freeSpace;
    this.report('chunk-free-space', 48, `offset ${freeSpace} lies outside the chunk`, 0);
    const length = view.byteLength;
    // What follows the last record is slack with stale ones, so its place, which the header holds too, is the end.
    const last = view.getUint32(44, true);
    const isRecord = last >= CHUNK_HEADER_SIZE && last + SMALLEST_RECORD <= length && recordProblem(view, last, length) === null;
    return isRecord ? last + view.getUint32(last + 4, true) : length;
  }

  private checkSums(bytes: Uint8Array, view: DataView, freeSpace: number): boolean {
    if ((view.getUint32(120, true) & FLAG_NO_CRC) !== 0) return false;
    const header = crc32(bytes.subarray(128, 512), crc32(bytes.subarray(0, 120)));
    const headerWrong = header !== view.getUint32(124, true);
    if (headerWrong) this.report('chunk-header-checksum', 124, `${hex(view.getUint32(124, true))}, computed ${hex(header)}`, 0);
    if (freeSpace > bytes.length) return false;
    const data = crc32(bytes.subarray(CHUNK_HEADER_SIZE, freeSpace));
    const dataWrong = data !== view.getUint32(52, true);
    if (dataWrong) this.report('chunk-data-checksum', 52, `${hex(view.getUint32(52, true))}, computed ${hex(data)}`, 0);
    return !headerWrong && !dataWrong;
  }

  private walk(view: DataView, end: number): void {
    let at = CHUNK_HEADER_SIZE;
    while (at + SMALLEST_RECORD <= end) {
      const problem = recordProblem(view, at, end);
      if (problem === null) {
        const size = view.getUint32(at + 4, true);
        this.offsets[this.records] = at;
        this.sizes[this.records] = size;
        this.records++;
        at += size;
        continue;
      }
      const cutOff = end < CHUNK_SIZE && end === view.byteLength;
      const next = nextRecord(view, at + 4, end);
      // The record the end of the file cuts in two is counted by the chunk's own report.
      if (next < 0 && cutOff && problem.kind === 'record-size') return;
      this.report(problem.kind, at, problem.detail, this.lostBetween(view, at, next, end));
      if (next < 0) return;
      at = next;
    }
  }

  /** Records between the last good one and the next one, by the numbers in their headers; one when these cannot be right. */
  private lostBetween(view: DataView, at: number, next: number, end: number): number {
    const last = this.records > 0 ? view.getUint32((this.offsets[this.records - 1] ?? 0) + 8, true) : view.getUint32(8, true) - 1;
    const after = next < 0 ? view.getUint32(16, true) + 1 : view.getUint32(next + 8, true);
    const lost = after - last - 1;
    const room = ((next < 0 ? end : next) - at) / SMALLEST_RECORD;
    return lost >= 0 && lost <= room ? lost : 1;
  }

  private report(kind: DamageKind, offset: number, detail: string, recordsLost: number): void {
    this.damage.push({ chunk: this.chunk, byteOffset: this.fileOffset + offset, kind, detail, recordsLost });
  }
}

/** Whether bytes of up to one chunk hold nothing but zeros. */
export function isAllZero(bytes: Uint8Array): boolean {
  return Buffer.compare(bytes, ZEROES.subarray(0, bytes.length)) === 0;
}

/** Lowest record id a chunk announces; chunks of a log that wrapped are put in order by it. Infinity where there is no chunk. */
export function firstRecordIdOf(header: Uint8Array): number {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < 40 || view.getUint32(0, true) !== CHUNK_SIGNATURE_LOW || view.getUint32(4, true) !== CHUNK_SIGNATURE_HIGH)
    return Number.POSITIVE_INFINITY;
  return view.getUint32(24, true) + view.getUint32(28, true) * 2 ** 32;
}

function recordProblem(view: DataView, at: number, end: number): { kind: DamageKind; detail: string } | null {
  if (view.getUint32(at, true) !== RECORD_SIGNATURE) return { kind: 'record-signature', detail: `begins with ${hex(view.getUint32(at, true))}` };
  const size = view.getUint32(at + 4, true);
  if (size < SMALLEST_RECORD) return { kind: 'record-size', detail: `size ${size} is too small` };
  if (at + size > end) return { kind: 'record-size', detail: `size ${size}, ${end - at} bytes left` };
  const copy = view.getUint32(at + size - 4, true);
  return copy === size ? null : { kind: 'record-size', detail: `size ${size}, its copy says ${copy}` };
}

function nextRecord(view: DataView, from: number, end: number): number {
  for (let at = from; at + SMALLEST_RECORD <= end; at++) {
    if (view.getUint32(at, true) === RECORD_SIGNATURE && recordProblem(view, at, end) === null) return at;
  }
  return -1;
}

/** Whole records in a chunk whose header is gone: how many are lost with it. */
function signaturesIn(view: DataView): number {
  let count = 0;
  for (let at = nextRecord(view, 0, view.byteLength); at >= 0; at = nextRecord(view, at + view.getUint32(at + 4, true), view.byteLength)) count++;
  return count;
}

/** Records the chunk's header announces, by its first and last record number. */
function announcedRecords(view: DataView): number {
  if (view.byteLength < 24) return 0;
  const count = view.getUint32(16, true) - view.getUint32(8, true) + 1;
  return count > 0 && count <= CHUNK_SIZE / SMALLEST_RECORD ? count : 0;
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`;
}
