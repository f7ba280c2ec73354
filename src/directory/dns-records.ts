import type { DirectoryEntry } from './directory-reader.ts';
import { bytesOf, EPOCH_GAP_SECONDS, textOf } from './entry-values.ts';
import type { DirectorySnapshot } from './snapshot-schema.ts';

type NameAddress = DirectorySnapshot['names'][number];

/** Bytes of the head of a record ([MS-DNSP] 2.3.2.2). */
const HEAD = 24;
const TYPE_A = 1;
const TYPE_AAAA = 28;
/** The cache of root servers, and the zone of trust anchors: no names of ours. */
const OTHER_ZONES = new Set(['rootdnsservers', '..cache', '..trustanchors']);
/** Nodes that name every domain controller, so that others find one. */
const LOCATORS = new Set(['domaindnszones', 'forestdnszones']);

export interface DnsNames {
  readonly names: readonly NameAddress[];
  /** Records whose bytes could not be read: how many, and the node of the first. */
  readonly damaged: number;
  /** Nodes without any record, neither live nor deleted: their records may not be read. */
  readonly unreadable: number;
  readonly example: string | null;
}

/** The addresses that the nodes of AD DNS (class dnsNode) give to names. Deleted nodes, wildcards, the zone itself, locator names and reverse zones give none. */
export function namesFromDnsNodes(nodes: readonly DirectoryEntry[]): DnsNames {
  const names: NameAddress[] = [];
  let damaged = 0;
  let unreadable = 0;
  let example: string | null = null;
  for (const node of nodes) {
    const name = nameOf(node.dn);
    if (name === null || textOf(node, 'dNSTombstoned')?.toUpperCase() === 'TRUE') continue;
    const records = bytesOf(node, 'dnsRecord');
    if (records.length === 0) {
      unreadable += 1;
      example ??= node.dn;
    }
    for (const record of records) {
      const said = addressFrom(record);
      if (said === 'damaged') {
        damaged += 1;
        example ??= node.dn;
      } else if (said !== null) names.push({ dnsName: name, ...said });
    }
  }
  return { names: eachOnce(names), damaged, unreadable, example };
}

/** The full name a node stands for, lower case: `DC=node,DC=zone,CN=MicrosoftDNS,…`. Null: a node that is no machine's name. */
function nameOf(dn: string): string | null {
  const [node, zone] =
    /^DC=((?:[^,\\]|\\.)+),DC=((?:[^,\\]|\\.)+),/i
      .exec(dn)
      ?.slice(1)
      .map((part) => part.replaceAll(/\\(.)/g, '$1').toLowerCase()) ?? [];
  if (node === undefined || zone === undefined || node === '@' || node.startsWith('*')) return null;
  if (OTHER_ZONES.has(zone) || /(^|\.)(in-addr|ip6)\.arpa$/.test(zone)) return null;
  const name = `${node}.${zone.replace(/^\.\.[^.]*/, '')}`.replace(/\.$/, '');
  return LOCATORS.has(node) || name.split('.').some((label) => label.startsWith('_')) ? null : name;
}

/** Null: a record of another type, such as a tombstone (0) or an alias (5). */
function addressFrom(record: Buffer): Omit<NameAddress, 'dnsName'> | null | 'damaged' {
  if (record.length < HEAD) return 'damaged';
  const length = record.readUInt16LE(0);
  const type = record.readUInt16LE(2);
  const data = record.subarray(HEAD, HEAD + length);
  if (data.length < length) return 'damaged';
  if (type !== TYPE_A && type !== TYPE_AAAA) return null;
  if (length !== (type === TYPE_A ? 4 : 16)) return 'damaged';
  return { address: type === TYPE_A ? [...data].join('.') : ipv6(data), refreshedAt: momentFrom(record.readUInt32LE(20)) };
}

/** The URL standard writes IPv6 addresses in the form of RFC 5952. */
function ipv6(data: Buffer): string {
  const parts = Array.from({ length: 8 }, (_, at) => data.readUInt16BE(at * 2).toString(16));
  return new URL(`http://[${parts.join(':')}]/`).hostname.slice(1, -1);
}

/** Hours since 1601; 0: a static record. */
function momentFrom(hours: number): string | null {
  return hours === 0 ? null : new Date((hours * 3600 - EPOCH_GAP_SECONDS) * 1000).toISOString();
}

/** One statement for each name and address, the latest one; a static record is true until it is changed by hand, so it comes before any other. */
function eachOnce(names: readonly NameAddress[]): readonly NameAddress[] {
  const latest = new Map<string, NameAddress>();
  for (const one of names) {
    const key = `${one.dnsName}\0${one.address}`;
    const other = latest.get(key);
    if (other === undefined || (other.refreshedAt !== null && (one.refreshedAt === null || one.refreshedAt > other.refreshedAt)))
      latest.set(key, one);
  }
  return [...latest].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}
