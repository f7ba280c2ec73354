import { expect, test } from 'vitest';
import { readFileHeader } from '../../src/evtx/file-header.ts';
import { madeLog } from './made-log.ts';

test.each([
  { title: 'no bytes', bytes: new Uint8Array(0), problem: 'empty' },
  { title: 'fewer bytes than a header', bytes: madeLog([]).subarray(0, 127), problem: 'not-evtx' },
  { title: 'another signature', bytes: Buffer.from('ElfFilf\0'.padEnd(200, '\0')), problem: 'not-evtx' },
  { title: 'a pointer of Git LFS', bytes: Buffer.from('version https://git-lfs.github.com/spec/v1\n'.padEnd(132)), problem: 'not-evtx' },
  {
    title: 'a log of Windows XP',
    bytes: Buffer.concat([Buffer.from('30000000', 'hex'), Buffer.from('LfLe'), Buffer.alloc(200)]),
    problem: 'not-evtx',
  },
])('$title: $problem', ({ bytes, problem }) => {
  expect(readFileHeader(bytes)).toBe(problem);
});

test.each([
  { minor: 0, damage: [] },
  { minor: 1, damage: [] },
  { minor: 2, damage: [] },
  { minor: 3, damage: ['file-version', 'file-header-checksum'] },
])('version 3.$minor', ({ minor, damage }) => {
  const bytes = madeLog([]);
  bytes.writeUInt16LE(minor, 36);
  // The checksum was never written, unless the version is what this is about.
  if (damage.length === 0) bytes.writeUInt8(4, 120);
  const header = readFileHeader(bytes);
  expect(header).toMatchObject({ major: 3, minor, dirty: false });
  expect(typeof header === 'string' ? header : header.damage.map(({ kind }) => kind)).toEqual(damage);
});

test('the flag of a log copied while in use', () => {
  const bytes = madeLog([]);
  bytes.writeUInt8(1, 120);
  expect(readFileHeader(bytes)).toMatchObject({ dirty: true, damage: [] });
});
