/** Whether two stretches of bytes are equal; four at a time, which is what makes it fast on the short ones of a record. */
export function sameBytes(a: DataView, aAt: number, b: DataView, bAt: number, size: number): boolean {
  let n = 0;
  for (; n + 4 <= size; n += 4) if (a.getInt32(aAt + n) !== b.getInt32(bAt + n)) return false;
  for (; n < size; n++) if (a.getUint8(aAt + n) !== b.getUint8(bAt + n)) return false;
  return true;
}
