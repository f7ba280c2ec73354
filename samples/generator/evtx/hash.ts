/** The hash of EVTX's own tables: h * 65599 + unit over 16-bit units, modulo 2^32 (found to hold for names and for template GUIDs of real logs). */
export function hashUnits(units: Iterable<number>): number {
  let hash = 0;
  for (const unit of units) hash = (Math.imul(hash, 65599) + unit) >>> 0;
  return hash;
}

export function hashName(name: string): number {
  return hashUnits(Array.from({ length: name.length }, (_, i) => name.charCodeAt(i))) & 0xffff;
}

export function hashGuid(guid: Buffer): number {
  return hashUnits(Array.from({ length: 8 }, (_, i) => guid.readUInt16LE(2 * i)));
}
