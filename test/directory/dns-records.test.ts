import { describe, expect, test } from 'vitest';
import { namesFromDnsNodes } from '../../src/directory/dns-records.ts';

const ZONE = 'DC=machi.example,CN=MicrosoftDNS,DC=DomainDnsZones,DC=machi,DC=example';
// Records of a Samba directory, byte for byte.
const A = '0400010005f0000001000000000004b00000000000f638000a291401';
const AAAA = '10001c0005f0000001000000000004b000000000f7f53800fd000041000000000000000000090001';
const STATIC = '0400010005f0000001000000000004b000000000000000000a29010b';
const ALIAS = '1a00050005f0000001000000000004b0000000000000000018030873762d7765623031056d61636869076578616d706c6500';
const TOMBSTONE = '08000000050000000000000000000000000000000000000000c046cd3751dd01';

function node(dn: string, records: readonly string[], tombstoned?: string) {
  const values = new Map([['dnsrecord', records.map((record) => Buffer.from(record, 'hex'))]]);
  if (tombstoned !== undefined) values.set('dnstombstoned', [Buffer.from(tombstoned)]);
  return { dn, values };
}

function namesOf(...nodes: readonly ReturnType<typeof node>[]) {
  return namesFromDnsNodes(nodes).names.map(({ dnsName, address, refreshedAt }) => [dnsName, address, refreshedAt]);
}

describe('a record', () => {
  test.each([
    ['of IPv4 says the address and the hour it was refreshed', A, ['pc.machi.example', '10.41.20.1', '2026-11-10T08:00:00.000Z']],
    ['of IPv6 is written in the shortest form', AAAA, ['pc.machi.example', 'fd00:41::9:1', '2026-11-09T23:00:00.000Z']],
    ['made by hand has no hour', STATIC, ['pc.machi.example', '10.41.1.11', null]],
  ])('%s', (_, record, expected) => {
    expect(namesOf(node(`DC=PC,${ZONE}`, [record]))).toEqual([expected]);
  });

  test.each([
    ['that is an alias', ALIAS],
    ['of a deleted node', TOMBSTONE],
  ])('%s gives no address', (_, record) => {
    expect(namesFromDnsNodes([node(`DC=pc,${ZONE}`, [record])])).toEqual({ names: [], damaged: 0, unreadable: 0, example: null });
  });

  test.each([
    ['cut in its head', A.slice(0, 40)],
    ['cut in its data', A.slice(0, -2)],
    ['with an address of another length', `0300${A.slice(4, -2)}`],
    ['longer than there are bytes', `ffff${A.slice(4)}`],
    ['empty', ''],
  ])('%s is counted as damaged', (_, record) => {
    const dn = `DC=pc,${ZONE}`;
    expect(namesFromDnsNodes([node(dn, [record, STATIC])])).toMatchObject({ names: [{ address: '10.41.1.11' }], damaged: 1, example: dn });
  });
});

describe('a node', () => {
  test.each([
    ['the zone itself', `DC=@,${ZONE}`],
    ['a wildcard', `DC=*,${ZONE}`],
    ['a wildcard further down', `DC=*.sub,${ZONE}`],
    ['a locator', `DC=DomainDnsZones,${ZONE}`],
    ['a service', `DC=_ldap._tcp,${ZONE}`],
    ['in the zone of services', 'DC=gc,DC=_msdcs.machi.example,CN=MicrosoftDNS,DC=ForestDnsZones,DC=machi,DC=example'],
    ['in a reverse zone', 'DC=1.20,DC=41.10.in-addr.arpa,CN=MicrosoftDNS,DC=DomainDnsZones,DC=machi,DC=example'],
    ['in a reverse zone of IPv6', 'DC=1,DC=0.0.d.f.ip6.arpa,CN=MicrosoftDNS,DC=DomainDnsZones,DC=machi,DC=example'],
    ['of the root servers', 'DC=a.root-servers.net,DC=RootDNSServers,CN=MicrosoftDNS,CN=System,DC=machi,DC=example'],
    ['no node at all', 'CN=x,DC=machi,DC=example'],
  ])('%s names no terminal', (_, dn) => {
    expect(namesOf(node(dn, [A]))).toEqual([]);
  });

  test('that is deleted has no address, even if one still stands in it', () => {
    expect(namesOf(node(`DC=pc,${ZONE}`, [A], 'TRUE'), node(`DC=pc2,${ZONE}`, [STATIC], 'FALSE'))).toEqual([
      ['pc2.machi.example', '10.41.1.11', null],
    ]);
  });

  test('that shows no record may not be read', () => {
    expect(namesFromDnsNodes([node(`DC=pc,${ZONE}`, [])])).toMatchObject({ unreadable: 1, example: `DC=pc,${ZONE}` });
  });

  test('may have a name of several labels', () => {
    expect(namesOf(node(`DC=pc.bunsho,${ZONE}`, [STATIC]))).toEqual([['pc.bunsho.machi.example', '10.41.1.11', null]]);
  });
});

test('every address of a name is said once, the latest time first known, in an order of its own', () => {
  const later = A.replace('00f63800', '01f63800');
  expect(namesOf(node(`DC=b,${ZONE}`, [A, later, AAAA]), node(`DC=a,${ZONE}`, [STATIC]))).toEqual([
    ['a.machi.example', '10.41.1.11', null],
    ['b.machi.example', '10.41.20.1', '2026-11-10T09:00:00.000Z'],
    ['b.machi.example', 'fd00:41::9:1', '2026-11-09T23:00:00.000Z'],
  ]);
});
