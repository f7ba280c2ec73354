import type { DirectoryEntry, DirectoryQuestion, DirectoryReader, ReadingGap } from '../../src/directory/directory-reader.ts';
import { type Ace, aceBytes, descriptorBytes, sidBytes } from './descriptor-bytes.ts';
import { DOMAIN_SID, sid } from './snapshot.ts';

export const BASE = 'DC=kita,DC=example';
export const DOMAIN_ADMINS = `CN=Domain Admins,CN=Users,${BASE}`;
export const ZONE = `DC=kita.example,CN=MicrosoftDNS,DC=DomainDnsZones,${BASE}`;
const CONFIGURATION = `CN=Configuration,${BASE}`;

type Value = string | Buffer;
type Values = Readonly<Record<string, Value | readonly Value[]>>;

/** Objects by DN. What a real directory always has is in `smallDirectory`. */
export type Objects = Readonly<Record<string, Values>>;

/**
 * Answers the questions that `takeSnapshot` asks from objects in memory: for states that a real directory does not let us make. `gaps`: of the searches
 * whose filter holds the text.
 */
export function memoryReader(objects: Objects, gaps: Readonly<Record<string, ReadingGap>> = {}): DirectoryReader {
  const entries = Object.entries(objects).map(([dn, values]): DirectoryEntry & { readonly classes: readonly string[] } => ({
    dn,
    values: new Map(
      Object.entries(values).map(([name, value]) => [
        name.toLowerCase(),
        [value].flat().map((one) => (Buffer.isBuffer(one) ? one : Buffer.from(one as string))),
      ]),
    ),
    classes: [values.objectClass ?? []].flat().map(String),
  }));
  return {
    host: 'dc01',
    user: 'reader@kita.example',
    async search(question) {
      const found = entries.filter((entry) => isUnder(entry.dn, question) && matches(question.filter, entry));
      const told = Object.entries(gaps).flatMap(([text, gap]) => (question.filter.includes(text) || question.base === text ? [gap] : []));
      return { entries: found, gaps: told };
    },
    async close() {},
  };
}

function isUnder(dn: string, { base, scope }: DirectoryQuestion): boolean {
  if (scope === 'base') return dn === base;
  return dn.endsWith(base) && dn !== '' && base !== '';
}

/** Classes and SIDs are all that is asked for. */
function matches(filter: string, entry: DirectoryEntry & { readonly classes: readonly string[] }): boolean {
  if (filter === '(objectClass=*)') return true;
  if (filter === '(&(objectClass=user)(!(objectClass=computer)))') return entry.classes.includes('user') && !entry.classes.includes('computer');
  const wanted = [...filter.matchAll(/\((objectClass|objectSid)=([^)]+)\)/g)];
  return wanted.some(([, attribute, value = '']) =>
    attribute === 'objectClass' ? entry.classes.includes(value) : entry.values.get('objectsid')?.[0]?.equals(sidBytes(value)) === true,
  );
}

const SYSTEM_ONLY = descriptorBytes({ owner: sidBytes('S-1-5-18'), aces: [aceBytes({ type: 0, mask: 0xf01ff, trustee: 'S-1-5-18' })] });

export function descriptorFor(...aces: readonly Ace[]): Buffer {
  return descriptorBytes({ owner: sidBytes('S-1-5-18'), aces: aces.map(aceBytes) });
}

export function personValues(rid: number, name: string, more: Values = {}): Values {
  return {
    objectClass: ['top', 'person', 'organizationalPerson', 'user'],
    objectSid: sidBytes(sid(rid)),
    sAMAccountName: name,
    userAccountControl: '512',
    primaryGroupID: '513',
    accountExpires: '9223372036854775807',
    pwdLastSet: '0',
    nTSecurityDescriptor: SYSTEM_ONLY,
    tokenGroups: [sidBytes(sid(513))],
    ...more,
  };
}

export function computerValues(rid: number, name: string, more: Values = {}): Values {
  const classes = ['top', 'person', 'organizationalPerson', 'user', 'computer'];
  return personValues(rid, `${name}$`, {
    objectClass: classes,
    userAccountControl: '4096',
    primaryGroupID: '515',
    operatingSystem: 'Windows 11 Pro',
    ...more,
  });
}

export function groupValues(groupSid: string, name: string, members: readonly string[] = [], more: Values = {}): Values {
  return {
    objectClass: ['top', 'group'],
    objectSid: sidBytes(groupSid),
    sAMAccountName: name,
    groupType: '-2147483646',
    member: members,
    nTSecurityDescriptor: SYSTEM_ONLY,
    ...more,
  };
}

/** A domain with nothing in it but what every domain has: complete, without a warning. */
export function smallDirectory(): Objects {
  const users = `CN=Users,${BASE}`;
  const administrator = `CN=Administrator,${users}`;
  const names: Readonly<Record<number, string>> = {
    516: 'Domain Controllers',
    518: 'Schema Admins',
    519: 'Enterprise Admins',
    520: 'Group Policy Creator Owners',
  };
  const builtin: Readonly<Record<number, string>> = {
    548: 'Account Operators',
    549: 'Server Operators',
    550: 'Print Operators',
    551: 'Backup Operators',
  };
  const group = (rid: number, name: string): readonly [string, Values] => [`CN=${name},${users}`, groupValues(sid(rid), name)];
  const local = (rid: string, name: string): readonly [string, Values] => [`CN=${name},CN=Builtin,${BASE}`, groupValues(`S-1-5-32-${rid}`, name)];
  const token = [sid(512), 'S-1-5-32-544', sid(513)].map(sidBytes);
  return {
    '': {
      defaultNamingContext: BASE,
      rootDomainNamingContext: BASE,
      configurationNamingContext: CONFIGURATION,
      namingContexts: [BASE, CONFIGURATION, `DC=DomainDnsZones,${BASE}`],
      dnsHostName: 'dc01.kita.example',
    },
    [BASE]: { objectClass: ['top', 'domain', 'domainDNS'], objectSid: sidBytes(DOMAIN_SID), nTSecurityDescriptor: SYSTEM_ONLY },
    [`CN=KITA,CN=Partitions,${CONFIGURATION}`]: { objectClass: ['top', 'crossRef'], nCName: BASE, nETBIOSName: 'KITA' },
    [`CN=AdminSDHolder,CN=System,${BASE}`]: { objectClass: ['top', 'container'], nTSecurityDescriptor: SYSTEM_ONLY },
    [administrator]: personValues(500, 'Administrator', { tokenGroups: token }),
    [DOMAIN_ADMINS]: groupValues(sid(512), 'Domain Admins', [administrator]),
    [`CN=Administrators,CN=Builtin,${BASE}`]: groupValues('S-1-5-32-544', 'Administrators', [DOMAIN_ADMINS]),
    ...Object.fromEntries(Object.entries(names).map(([rid, name]) => group(Number(rid), name))),
    ...Object.fromEntries(Object.entries(builtin).map(([rid, name]) => local(rid, name))),
    [`CN=DC01,OU=Domain Controllers,${BASE}`]: computerValues(1000, 'DC01', {
      userAccountControl: '532480',
      primaryGroupID: '516',
      operatingSystem: 'Windows Server 2022 Standard',
      dNSHostName: 'dc01.kita.example',
      servicePrincipalName: ['ldap/dc01.kita.example/kita.example', 'GC/dc01.kita.example/kita.example'],
    }),
    [ZONE]: { objectClass: ['top', 'dnsZone'] },
    [`DC=@,${ZONE}`]: { objectClass: ['top', 'dnsNode'] },
  };
}
