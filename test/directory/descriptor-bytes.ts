/** A SID as bytes. */
export function sidBytes(sid: string): Buffer {
  const [authority = 0, ...parts] = sid.split('-').slice(2).map(Number);
  const bytes = Buffer.alloc(8 + parts.length * 4);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt8(parts.length, 1);
  bytes.writeUIntBE(authority, 2, 6);
  for (const [at, part] of parts.entries()) bytes.writeUInt32LE(part, 8 + at * 4);
  return bytes;
}

export interface Ace {
  readonly type: number;
  readonly flags?: number;
  readonly mask: number;
  readonly objectType?: string;
  readonly inheritedType?: string;
  readonly trustee: string;
}

/** An access control entry as bytes; of kinds 5–8, 11 and 12 with the types it has. */
export function aceBytes({ type, flags = 0, mask, objectType, inheritedType, trustee }: Ace): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt8(type, 0);
  head.writeUInt8(flags, 1);
  head.writeUInt32LE(mask, 4);
  const parts: Buffer[] = [head];
  if ([5, 6, 7, 8, 11, 12].includes(type)) {
    const present = Buffer.alloc(4);
    present.writeUInt32LE((objectType === undefined ? 0 : 1) | (inheritedType === undefined ? 0 : 2));
    parts.push(present);
    for (const guid of [objectType, inheritedType]) if (guid !== undefined) parts.push(guidBytes(guid));
  }
  parts.push(sidBytes(trustee));
  const bytes = Buffer.concat(parts);
  bytes.writeUInt16LE(bytes.length, 2);
  return bytes;
}

/** A self-relative security descriptor as bytes. `aces` null: no list. */
export function descriptorBytes({ owner, aces }: { readonly owner?: Buffer; readonly aces: readonly Buffer[] | null }): Buffer {
  const head = Buffer.alloc(20);
  head.writeUInt8(1, 0);
  head.writeUInt16LE(0x8004, 2);
  if (owner !== undefined) head.writeUInt32LE(20, 4);
  const parts: Buffer[] = [head, owner ?? Buffer.alloc(0)];
  if (aces !== null) {
    head.writeUInt32LE(20 + (owner?.length ?? 0), 16);
    const list = Buffer.alloc(8);
    list.writeUInt8(4, 0);
    list.writeUInt16LE(8 + aces.reduce((sum, ace) => sum + ace.length, 0), 2);
    list.writeUInt16LE(aces.length, 4);
    parts.push(list, ...aces);
  }
  return Buffer.concat(parts);
}

function guidBytes(guid: string): Buffer {
  const [first = '', second = '', third = '', ...rest] = guid.split('-');
  const reversed = [first, second, third].map((part) => Buffer.from(part, 'hex').reverse());
  return Buffer.concat([...reversed, Buffer.from(rest.join(''), 'hex')]);
}
