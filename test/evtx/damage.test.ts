import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { SELECTION } from '../../src/events/record-rows.ts';
import { DAMAGE_KINDS, type DamageKind } from '../../src/evtx/damage.ts';
import { eventWithFields, plainEvent, textValue } from './made-event.ts';
import { MadeChunk, madeLog, resealed, withFile } from './made-log.ts';
import { decodeAll, REAL_LOGS, realLog } from './real-logs.ts';
import { selectivePass } from './selective-pass.ts';

const RECORDS = 5;
/** Where chunks begin in the file. */
const FIRST = 4096;
const SECOND = FIRST + 65_536;

/** Five records from `first` on, written both ways. */
function chunkFrom(first: number): MadeChunk {
  const chunk = new MadeChunk();
  for (let id = first; id < first + RECORDS; id++) {
    const system = { eventId: 4624, recordId: id };
    chunk.record(id, [id % 2 === 0 ? plainEvent(system, []) : eventWithFields(system, [['TargetUserName', textValue('sato')]])]);
  }
  return chunk;
}

/** What both ways of reading say of a log: ids read, and damage. Their counts must agree with each other and in themselves. */
function readBothWays(bytes: Uint8Array): { ids: number[]; damage: { kind: DamageKind; byteOffset: number; recordsLost: number }[] } {
  return withFile(bytes, (path) => {
    const { records, damage } = decodeAll(path);
    const { wanted, counts } = selectivePass(path, SELECTION);
    const lost = damage.reduce((sum, one) => sum + one.recordsLost, 0);
    expect(counts.records).toBe(wanted.length + counts.outOfScope + counts.damaged);
    expect(counts.records).toBe(records.length + lost);
    return {
      ids: records.map(({ record }) => record.recordId),
      damage: damage.map(({ kind, byteOffset, recordsLost }) => ({ kind, byteOffset, recordsLost })),
    };
  });
}

interface Case {
  readonly title: string;
  readonly log: () => Uint8Array;
  readonly kind: DamageKind;
  readonly byteOffset: number;
  readonly recordsLost: number;
  readonly ids: readonly number[];
}

const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** A log of two chunks, changed after it was written; the checksums of the first chunk are made right again unless the change is about them. */
function changed(change: (log: Buffer, first: MadeChunk) => void, seal = true): () => Uint8Array {
  return () => {
    const first = chunkFrom(1);
    const log = madeLog([first.finish(), chunkFrom(6).finish()]);
    change(log, first);
    if (seal) resealed(log.subarray(FIRST, SECOND));
    return log;
  };
}

function recordAt(chunk: MadeChunk, n: number): number {
  return FIRST + (chunk.records[n] ?? 0);
}

const THIRD = recordAt(chunkFrom(1), 2);
const FREE_SPACE = chunkFrom(1).at;

const CASES: readonly Case[] = [
  {
    title: 'wrong checksum of the file header: all is read',
    log: changed((log) => log.writeUInt8(9, 16)),
    kind: 'file-header-checksum',
    byteOffset: 124,
    recordsLost: 0,
    ids: ALL,
  },
  {
    title: 'version 3.9: all is read',
    log: changed((log) => {
      log.writeUInt16LE(9, 36);
      log.writeUInt32LE(crc32(log.subarray(0, 120)), 124);
    }),
    kind: 'file-version',
    byteOffset: 36,
    recordsLost: 0,
    ids: ALL,
  },
  {
    title: 'file that ends in its header',
    log: () => madeLog([]).subarray(0, 200),
    kind: 'file-cut-short',
    byteOffset: 200,
    recordsLost: 0,
    ids: [],
  },
  {
    title: 'zeroed chunk between used ones',
    log: () => madeLog([chunkFrom(1).finish(), Buffer.alloc(65_536), chunkFrom(6).finish()]),
    kind: 'chunk-zeroed',
    byteOffset: SECOND,
    recordsLost: 0,
    ids: ALL,
  },
  {
    title: 'chunk without its signature: its records are counted as lost',
    log: changed((log) => log.fill(0, FIRST, FIRST + 8)),
    kind: 'chunk-signature',
    byteOffset: FIRST,
    recordsLost: RECORDS,
    ids: [6, 7, 8, 9, 10],
  },
  {
    title: 'wrong checksum of a chunk header: all is read',
    log: changed((log) => log.writeUInt8(1, FIRST + 200), false),
    kind: 'chunk-header-checksum',
    byteOffset: FIRST + 124,
    recordsLost: 0,
    ids: ALL,
  },
  {
    title: 'wrong checksum of a chunk: all is read',
    log: changed((log) => {
      log.writeUInt32LE(0, FIRST + 52);
      log.writeUInt32LE(crc32(log.subarray(FIRST + 128, FIRST + 512), crc32(log.subarray(FIRST, FIRST + 120))), FIRST + 124);
    }, false),
    kind: 'chunk-data-checksum',
    byteOffset: FIRST + 52,
    recordsLost: 0,
    ids: ALL,
  },
  {
    title: 'file that ends in a record',
    log: () => madeLog([chunkFrom(1).finish()]).subarray(0, THIRD + 30),
    kind: 'chunk-cut-short',
    byteOffset: THIRD + 30,
    recordsLost: 3,
    ids: [1, 2],
  },
  {
    title: 'file that ends between two records',
    log: () => madeLog([chunkFrom(1).finish()]).subarray(0, THIRD),
    kind: 'chunk-cut-short',
    byteOffset: THIRD,
    recordsLost: 3,
    ids: [1, 2],
  },
  {
    title: 'file that ends in a chunk header',
    log: () => madeLog([chunkFrom(1).finish()]).subarray(0, FIRST + 100),
    kind: 'chunk-cut-short',
    byteOffset: FIRST + 100,
    recordsLost: RECORDS,
    ids: [],
  },
  {
    title: 'some bytes behind the last chunk',
    log: () => Buffer.concat([madeLog([chunkFrom(1).finish()]), Buffer.from('rest')]),
    kind: 'chunk-cut-short',
    byteOffset: SECOND,
    recordsLost: 0,
    ids: [1, 2, 3, 4, 5],
  },
  {
    title: 'record without its signature: the next one is found',
    log: changed((log) => log.writeUInt32LE(0, THIRD)),
    kind: 'record-signature',
    byteOffset: THIRD,
    recordsLost: 1,
    ids: ALL.filter((id) => id !== 3),
  },
  ...[0, 27, 65_535, 0xffff_ffff].map(
    (size): Case => ({
      title: `record of size ${size}: the next one is found`,
      log: changed((log) => log.writeUInt32LE(size, THIRD + 4)),
      kind: 'record-size',
      byteOffset: THIRD,
      recordsLost: 1,
      ids: ALL.filter((id) => id !== 3),
    }),
  ),
  {
    title: 'three records overwritten',
    log: changed((log, chunk) => log.fill(0xff, recordAt(chunk, 1), recordAt(chunk, 4))),
    kind: 'record-signature',
    byteOffset: recordAt(chunkFrom(1), 1),
    recordsLost: 3,
    ids: [1, 5, 6, 7, 8, 9, 10],
  },
  {
    title: 'last record overwritten',
    log: changed((log, chunk) => log.fill(0xff, recordAt(chunk, 4), FIRST + FREE_SPACE)),
    kind: 'record-signature',
    byteOffset: recordAt(chunkFrom(1), 4),
    recordsLost: 1,
    ids: ALL.filter((id) => id !== 5),
  },
  {
    title: 'record whose content is no BinXML',
    log: changed((log) => log.fill(0xff, THIRD + 28, THIRD + 40)),
    kind: 'record-content',
    byteOffset: THIRD,
    recordsLost: 1,
    ids: ALL.filter((id) => id !== 3),
  },
  ...[0, 511, 65_537, 0xffff_ffff].map(
    (offset): Case => ({
      title: `free space at ${offset}: the place of the last record counts`,
      log: changed((log, chunk) => {
        const stale = chunk.records[0] ?? 0;
        log.copy(log, FIRST + FREE_SPACE, FIRST + stale, FIRST + (chunk.records[1] ?? 0));
        log.writeUInt32LE(offset, FIRST + 48);
        const data = offset > 65_536 || offset < 512 ? FREE_SPACE : offset;
        log.writeUInt32LE(crc32(log.subarray(FIRST + 512, FIRST + data)), FIRST + 52);
        log.writeUInt32LE(crc32(log.subarray(FIRST + 128, FIRST + 512), crc32(log.subarray(FIRST, FIRST + 120))), FIRST + 124);
      }, false),
      kind: 'chunk-free-space',
      byteOffset: FIRST + 48,
      recordsLost: 0,
      ids: ALL,
    }),
  ),
];

describe('each kind of damage is reported with its place, and the rest is read', () => {
  test.each(CASES)('$title', ({ log, kind, byteOffset, recordsLost, ids }) => {
    const read = readBothWays(log());
    expect(read.damage).toEqual([{ kind, byteOffset, recordsLost }]);
    expect(read.ids).toEqual(ids);
  });

  test('no kind is without a case', () => {
    expect([...new Set(CASES.map(({ kind }) => kind))].sort()).toEqual([...DAMAGE_KINDS].sort());
  });
});

describe('what looks odd and is no damage', () => {
  test.each([
    { title: 'zeroed chunks at the end: Windows grows a log by them', log: () => madeLog([chunkFrom(1).finish(), Buffer.alloc(3 * 65_536)]), ids: 5 },
    { title: 'nothing behind the file header', log: () => madeLog([]), ids: 0 },
    {
      title: 'stale records behind the last one',
      log: changed((log, chunk) => log.copy(log, FIRST + FREE_SPACE, recordAt(chunk, 0), recordAt(chunk, 1))),
      ids: 10,
    },
    {
      title: 'a header that admits fewer chunks than there are',
      log: changed((log) => {
        log.writeUInt16LE(1, 42);
        log.writeUInt32LE(crc32(log.subarray(0, 120)), 124);
      }),
      ids: 10,
    },
    {
      title: 'a file header whose checksum was never written',
      log: changed((log) => {
        log.writeUInt32LE(4, 120);
        log.writeUInt32LE(0, 124);
      }),
      ids: 10,
    },
    {
      title: 'a chunk whose checksums were never written',
      log: changed((log) => {
        log.writeUInt32LE(4, FIRST + 120);
        log.writeUInt32LE(0, FIRST + 124);
        log.writeUInt32LE(0, FIRST + 52);
      }, false),
      ids: 10,
    },
    {
      title: 'tables of names and templates that lead in a circle or nowhere',
      log: changed((log) => {
        for (let at = 128; at < 512; at += 4) log.writeUInt32LE(at, FIRST + at);
      }),
      ids: 10,
    },
  ])('$title', ({ log, ids }) => {
    const read = readBothWays(log());
    expect(read).toEqual({ ids: ALL.slice(0, ids), damage: [] });
  });

  test('chunks out of order are read in the order of their records', () => {
    expect(readBothWays(madeLog([chunkFrom(6).finish(), chunkFrom(1).finish()]))).toEqual({ ids: ALL, damage: [] });
  });
});

describe('no damage does more than lose records', () => {
  const samples: { name: string; bytes: Uint8Array }[] = [
    { name: 'a made log', bytes: madeLog([chunkFrom(1).finish(), chunkFrom(6).finish()]) },
    ...REAL_LOGS.filter((name) => /^v(07|12|20|26|33|35)/.test(name)).map((name) => ({ name, bytes: readFileSync(realLog(name)) })),
  ];

  test.each(samples)('$name with flipped bytes', ({ bytes }) => {
    const random = randomFrom(20_211);
    for (let round = 0; round < 25; round++) {
      const log = Buffer.from(bytes);
      // In the records, where it does most; every fifth time anywhere.
      const from = round % 5 === 0 ? 0 : FIRST + 512;
      for (let n = 0; n < 40; n++) log[from + Math.floor(random() * Math.min(log.length - from, 60_000))] = Math.floor(random() * 256);
      log.write('ElfFile\0', 0, 'latin1');
      const start = performance.now();
      readBothWays(log);
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });

  test.each(samples)('$name cut short', ({ bytes }) => {
    const random = randomFrom(7);
    for (let round = 0; round < 25; round++) {
      const length = 128 + Math.floor(random() * (Math.min(bytes.length, 140_000) - 128));
      readBothWays(bytes.subarray(0, length));
    }
  });
});

/** Numbers in [0, 1), the same ones each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
