import type { DirectoryEntry, DirectoryReader } from './directory-reader.ts';
import { namesFromDnsNodes } from './dns-records.ts';
import type { DomainHead } from './domain-head.ts';
import { type Incompleteness, isCut } from './incompleteness.ts';
import type { DirectorySnapshot } from './snapshot-schema.ts';

/** The addresses of names in AD DNS, from all three places where zones are kept. */
export async function readNames(reader: DirectoryReader, head: DomainHead, incompleteness: Incompleteness): Promise<DirectorySnapshot['names']> {
  const partitions = [`DC=DomainDnsZones,${head.dn}`, `DC=ForestDnsZones,${head.forestRoot}`];
  const places: string[] = [];
  for (const partition of partitions) {
    if (head.held.has(partition.toLowerCase())) places.push(partition);
    else if (head.existing.has(partition.toLowerCase())) incompleteness.lacks('dns-partition-elsewhere', { partition }, ['addresses']);
  }
  const answers = await Promise.all(
    [...places, `CN=System,${head.dn}`].map((base) =>
      reader.search({
        base,
        scope: 'sub',
        filter: '(|(objectClass=dnsZone)(objectClass=dnsNode))',
        attributes: ['objectClass', 'dnsRecord', 'dNSTombstoned'],
      }),
    ),
  );
  for (const { gaps } of answers) incompleteness.lacksAll(gaps, ['addresses']);
  const entries = answers.flatMap((answer) => answer.entries);
  if (!answers.some(({ gaps }) => isCut(gaps))) tellZone(head, entries, incompleteness);
  const { names, damaged, unreadable, example } = namesFromDnsNodes(entries.filter(({ dn }) => !isZone(dn)));
  if (damaged > 0) incompleteness.lacks('dns-records-damaged', { count: damaged, example: example ?? '-' }, ['addresses']);
  if (unreadable > 0) incompleteness.lacks('dns-records-unreadable', { count: unreadable, example: example ?? '-' }, ['addresses']);
  return [...names];
}

/** The zone of the domain may be kept on another DNS server: a warning. One that is here and does not even show the node of the zone itself may not be read. */
function tellZone(head: DomainHead, entries: readonly DirectoryEntry[], incompleteness: Incompleteness): void {
  const zone = entries.find(({ dn }) => isZone(dn) && dn.toLowerCase().startsWith(`dc=${head.dnsName},`));
  if (zone === undefined) incompleteness.warn('dns-zone-elsewhere', { zone: head.dnsName });
  else if (!entries.some(({ dn }) => dn === `DC=@,${zone.dn}`)) incompleteness.lacks('dns-zone-unreadable', { zone: head.dnsName }, ['addresses']);
}

/** `DC=zone,CN=MicrosoftDNS,…`; a node has the zone in between. */
function isZone(dn: string): boolean {
  return /^DC=((?:[^,\\]|\\.)+),CN=MicrosoftDNS,/i.test(dn);
}
