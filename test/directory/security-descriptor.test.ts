import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type AccessEntry, RIGHT, securityDescriptorFrom } from '../../src/directory/security-descriptor.ts';
import { aceBytes, descriptorBytes, sidBytes } from './descriptor-bytes.ts';

const USER_CLASS = 'bf967aba-0de6-11d0-a285-00aa003049e2';
const COMPUTER_CLASS = 'bf967a86-0de6-11d0-a285-00aa003049e2';
const MEMBER = 'bf9679c0-0de6-11d0-a285-00aa003049e2';
const HOLDER = 'S-1-5-21-10-20-30-1101';
const NO_CLASSES: ReadonlySet<string> = new Set();

/** Descriptors of a Samba directory, and what Samba itself reads in them. */
const REAL = JSON.parse(readFileSync('test/directory/samba-descriptors.json', 'utf8')) as readonly {
  of: string;
  bytes: string;
  owner: string;
  entries: readonly { type: number; flags: number; mask: number; objectType: string | null; inheritedType: string | null; trustee: string }[];
}[];

describe('real descriptors are read as Samba reads them', () => {
  test.each(REAL)('$of', ({ bytes, owner, entries }) => {
    const effective = entries
      .filter(({ flags, inheritedType }) => (flags & 0x8) === 0 && ((flags & 0x10) === 0 || inheritedType === null || inheritedType === USER_CLASS))
      .map(({ type, mask, objectType, trustee }) => ({ allows: type === 0 || type === 5, mask: mask & RIGHT.all, objectType, trustee }));
    expect(effective.length).toBeGreaterThan(0);
    expect(securityDescriptorFrom(Buffer.from(bytes, 'base64'), new Set([USER_CLASS]))).toEqual({ owner, entries: effective });
  });
});

/** What one entry says. */
function read(ace: Buffer, classes = NO_CLASSES): AccessEntry | undefined {
  return securityDescriptorFrom(descriptorBytes({ aces: [ace] }), classes)?.entries?.[0];
}

describe('an entry', () => {
  test.each([
    ['allows', { type: 0 }, { allows: true, objectType: null }],
    ['denies', { type: 1 }, { allows: false, objectType: null }],
    ['allows about an attribute', { type: 5, objectType: MEMBER }, { allows: true, objectType: MEMBER }],
    ['denies about an attribute', { type: 6, objectType: MEMBER }, { allows: false, objectType: MEMBER }],
    ['of the object kind without any type', { type: 5 }, { allows: true, objectType: null }],
    ['allows under a condition', { type: 9 }, { allows: true, objectType: null }],
    ['allows about an attribute under a condition', { type: 11, objectType: MEMBER }, { allows: true, objectType: MEMBER }],
  ])('%s', (_, ace, expected) => {
    expect(read(aceBytes({ ...ace, mask: 0x20, trustee: HOLDER }))).toEqual({ mask: 0x20, trustee: HOLDER, ...expected });
  });

  test.each([
    ['denies under a condition', { type: 10 }],
    ['denies about an attribute under a condition', { type: 12, objectType: MEMBER }],
    ['audits', { type: 2 }],
    ['is of a kind nobody knows', { type: 200 }],
    ['is only handed down', { type: 0, flags: 0x0a }],
    ['was handed down for another class', { type: 5, flags: 0x12, inheritedType: COMPUTER_CLASS }],
  ])('that %s says nothing', (_, ace) => {
    expect(securityDescriptorFrom(descriptorBytes({ aces: [aceBytes({ ...ace, mask: 0x20, trustee: HOLDER })] }), new Set([USER_CLASS]))).toEqual({
      owner: null,
      entries: [],
    });
  });

  test('that was handed down for the class of the object counts, and so does one that was put there itself', () => {
    const classes = new Set([USER_CLASS]);
    expect(read(aceBytes({ type: 5, flags: 0x12, mask: 0x100, inheritedType: USER_CLASS, trustee: HOLDER }), classes)).toBeDefined();
    expect(read(aceBytes({ type: 5, flags: 0x02, mask: 0x100, inheritedType: COMPUTER_CLASS, trustee: HOLDER }), classes)).toBeDefined();
  });

  test('about the class of the object is about all of it', () => {
    expect(read(aceBytes({ type: 5, mask: 0x20, objectType: USER_CLASS, trustee: HOLDER }), new Set([USER_CLASS]))?.objectType).toBeNull();
  });

  test.each([
    ['GENERIC_ALL', 0x10000000, RIGHT.all],
    ['GENERIC_WRITE', 0x40000000, 0x20028],
    ['GENERIC_READ', 0x80000000, 0],
    ['full control', 0x000f01ff, RIGHT.all],
  ])('%s becomes the rights it stands for', (_, mask, expected) => {
    expect(read(aceBytes({ type: 0, mask, trustee: HOLDER }))?.mask).toBe(expected);
  });
});

test('without a list everybody may do everything, with an empty one nobody', () => {
  const owner = sidBytes(HOLDER);
  expect(securityDescriptorFrom(descriptorBytes({ owner, aces: null }), NO_CLASSES)).toEqual({ owner: HOLDER, entries: null });
  expect(securityDescriptorFrom(descriptorBytes({ owner, aces: [] }), NO_CLASSES)).toEqual({ owner: HOLDER, entries: [] });
});

describe('hostile bytes', () => {
  const good = descriptorBytes({ owner: sidBytes(HOLDER), aces: [aceBytes({ type: 5, mask: 0x20, objectType: MEMBER, trustee: HOLDER })] });
  const changed = (change: (bytes: Buffer) => void) => {
    const bytes = Buffer.from(good);
    change(bytes);
    return bytes;
  };

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['another revision', changed((bytes) => bytes.writeUInt8(2, 0))],
    ['not self-relative', changed((bytes) => bytes.writeUInt16LE(0x4, 2))],
    ['an owner beyond the end', changed((bytes) => bytes.writeUInt32LE(0xffffffff, 4))],
    ['a list beyond the end', changed((bytes) => bytes.writeUInt32LE(0xfffffff0, 16))],
    ['a list longer than the bytes', changed((bytes) => bytes.writeUInt16LE(0xffff, bytes.readUInt32LE(16) + 2))],
    ['more entries than there are', changed((bytes) => bytes.writeUInt16LE(2, bytes.readUInt32LE(16) + 4))],
    ['an entry of no length', changed((bytes) => bytes.writeUInt16LE(0, bytes.readUInt32LE(16) + 10))],
    ['an entry too short for its GUID', changed((bytes) => bytes.writeUInt16LE(16, bytes.readUInt32LE(16) + 10))],
    ['a SID with 255 parts', changed((bytes) => bytes.writeUInt8(255, bytes.readUInt32LE(16) + 8 + 28 + 1))],
  ])('%s: no descriptor', (_, bytes) => {
    expect(securityDescriptorFrom(bytes, NO_CLASSES)).toBeNull();
  });

  test('cut or changed anywhere, they never throw', () => {
    const bytes = Buffer.from(REAL[0]?.bytes ?? '', 'base64');
    for (let at = 0; at < bytes.length; at++) {
      securityDescriptorFrom(bytes.subarray(0, at), NO_CLASSES);
      for (const value of [0, 1, 0x7f, 0xff]) {
        const damaged = Buffer.from(bytes);
        damaged[at] = value;
        const read = securityDescriptorFrom(damaged, NO_CLASSES);
        expect(read === null || read.entries === null || read.entries.length <= 47).toBe(true);
      }
    }
  });
});
