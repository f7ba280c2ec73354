import { sidFromBytes } from './entry-values.ts';

/** An access control entry that says something about the object it stands on. */
export interface AccessEntry {
  readonly allows: boolean;
  /** Access mask, generic rights resolved. */
  readonly mask: number;
  /** GUID of the attribute, property set, extended right or validated write it is about; null: all of them. */
  readonly objectType: string | null;
  readonly trustee: string;
}

export interface SecurityDescriptor {
  /** Null: none is named. */
  readonly owner: string | null;
  /** In their order. Null: there is no list, so that everybody may do everything. */
  readonly entries: readonly AccessEntry[] | null;
}

/** Bits of an access mask for objects of the directory ([MS-ADTS] 5.1.3.2). */
export const RIGHT = {
  self: 0x8,
  writeProperty: 0x20,
  controlAccess: 0x100,
  writeDacl: 0x40000,
  writeOwner: 0x80000,
  /** Every specific and standard right: what GENERIC_ALL becomes. */
  all: 0xf01ff,
} as const;

const GENERIC_ALL = 0x10000000;
const GENERIC_WRITE = 0x40000000;
/** What GENERIC_WRITE becomes: READ_CONTROL, WRITE_PROPERTY, SELF ([MS-ADTS] 5.1.3.2.1). */
const WRITE_ALL = 0x20028;
const DACL_PRESENT = 0x4;
const SELF_RELATIVE = 0x8000;
const INHERIT_ONLY = 0x8;
const INHERITED = 0x10;

/** ACE types ([MS-DTYP] 2.4.4.1) that grant or deny; 9–12 are the same with a condition behind. */
const KINDS: ReadonlyMap<number, { readonly allows: boolean; readonly typed: boolean; readonly conditional: boolean }> = new Map([
  [0, { allows: true, typed: false, conditional: false }],
  [1, { allows: false, typed: false, conditional: false }],
  [5, { allows: true, typed: true, conditional: false }],
  [6, { allows: false, typed: true, conditional: false }],
  [9, { allows: true, typed: false, conditional: true }],
  [10, { allows: false, typed: false, conditional: true }],
  [11, { allows: true, typed: true, conditional: true }],
  [12, { allows: false, typed: true, conditional: true }],
]);

/**
 * The owner and the effective entries of a self-relative SECURITY_DESCRIPTOR ([MS-DTYP] 2.4.6). Entries that are only handed down, and those that are handed
 * down to another class than the object's (`classes`: schema GUIDs), say nothing here and are left out. An entry about the object's own class is about all of
 * the object. Conditions are not evaluated: an entry that allows
 * under a condition counts, one that denies does not. Null: the bytes are no descriptor, or end within one.
 */
export function securityDescriptorFrom(bytes: Buffer, classes: ReadonlySet<string>): SecurityDescriptor | null {
  if (bytes.length < 20 || bytes[0] !== 1) return null;
  const control = bytes.readUInt16LE(2);
  if ((control & SELF_RELATIVE) === 0) return null;
  const ownerAt = bytes.readUInt32LE(4);
  const owner = ownerAt === 0 ? null : sidFromBytes(bytes.subarray(ownerAt));
  if (ownerAt !== 0 && owner === null) return null;
  const listAt = bytes.readUInt32LE(16);
  if ((control & DACL_PRESENT) === 0 || listAt === 0) return { owner, entries: null };
  const entries = entriesFrom(bytes.subarray(listAt), classes);
  return entries === null ? null : { owner, entries };
}

function entriesFrom(list: Buffer, classes: ReadonlySet<string>): readonly AccessEntry[] | null {
  if (list.length < 8) return null;
  const length = list.readUInt16LE(2);
  const count = list.readUInt16LE(4);
  if (length < 8 || length > list.length) return null;
  const entries: AccessEntry[] = [];
  let at = 8;
  for (let number = 0; number < count; number++) {
    if (at + 4 > length) return null;
    const size = list.readUInt16LE(at + 2);
    if (size < 4 || at + size > length) return null;
    const entry = entryFrom(list.subarray(at, at + size), classes);
    if (entry === 'damaged') return null;
    if (entry !== null) entries.push(entry);
    at += size;
  }
  return entries;
}

/** Null: an entry that says nothing about the object. */
function entryFrom(ace: Buffer, classes: ReadonlySet<string>): AccessEntry | null | 'damaged' {
  const kind = KINDS.get(ace[0] ?? 0);
  if (kind === undefined) return null;
  if (ace.length < (kind.typed ? 12 : 8)) return 'damaged';
  const present = kind.typed ? ace.readUInt32LE(8) : 0;
  let at = kind.typed ? 12 : 8;
  let objectType: string | null = null;
  let inheritedType: string | null = null;
  if (ace.length < at + (present & 1 ? 16 : 0) + (present & 2 ? 16 : 0)) return 'damaged';
  if (present & 1) {
    objectType = guidFrom(ace.subarray(at));
    at += 16;
  }
  if (present & 2) {
    inheritedType = guidFrom(ace.subarray(at));
    at += 16;
  }
  const trustee = sidFromBytes(ace.subarray(at));
  if (trustee === null) return 'damaged';
  const flags = ace[1] ?? 0;
  if ((flags & INHERIT_ONLY) !== 0) return null;
  // On the object where an entry was put it holds whatever class it is handed down to ([MS-DTYP] 2.5.3.2 does not ask).
  if ((flags & INHERITED) !== 0 && inheritedType !== null && !classes.has(inheritedType)) return null;
  if (objectType !== null && classes.has(objectType)) objectType = null;
  if (kind.conditional && !kind.allows) return null;
  return { allows: kind.allows, mask: withoutGeneric(ace.readUInt32LE(4)), objectType, trustee };
}

function withoutGeneric(mask: number): number {
  let specific = mask & RIGHT.all;
  if ((mask & GENERIC_ALL) !== 0) specific |= RIGHT.all;
  if ((mask & GENERIC_WRITE) !== 0) specific |= WRITE_ALL;
  return specific;
}

/** The first three parts of a GUID are little-endian ([MS-DTYP] 2.3.4.2). */
function guidFrom(bytes: Buffer): string {
  const hex = (from: number, to: number) => bytes.toString('hex', from, to);
  const reversed = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).reverse().toString('hex');
  return `${reversed(0, 4)}-${reversed(4, 6)}-${reversed(6, 8)}-${hex(8, 10)}-${hex(10, 16)}`;
}
