/** Whether an object stands below a container, both by distinguished name: without case and blanks around the parts (RFC 4514). */
export function standsBelow(dn: string, container: string): boolean {
  return plainDn(dn).endsWith(`,${plainDn(container)}`);
}

/** A comma after a backslash belongs to a name. */
function plainDn(dn: string): string {
  const parts = dn
    .normalize('NFKC')
    .toLowerCase()
    .split(/(?<!\\),/);
  return parts.map((part) => part.trim().replace(/\s*=\s*/, '=')).join(',');
}
