import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { type Domain, describeWithDomain, expectedOf, startDomain } from './domain.ts';

describeWithDomain('town', 'the town, asked with ldapsearch', (domain) => {
  const expected = expectedOf('town');

  test('lets the ordinary account read persons, groups and computers', () => {
    expect(valuesOf(search(domain(), '(&(objectCategory=person)(!(sAMAccountName=s*)))'), 'sAMAccountName').length).toBeGreaterThan(80);
    expect(valuesOf(search(domain(), '(objectCategory=computer)'), 'cn').length).toBe(
      expected.computers['domain controller'].length + expected.computers.server.length + expected.computers['user terminals'],
    );
  });

  test('knows Domain Admins by its SID alone', () => {
    const sid = domainSid(domain());
    expect(valuesOf(search(domain(), `(objectSid=${sid}-512)`), 'sAMAccountName')).toEqual(['ドメイン管理者']);
    expect(valuesOf(search(domain(), '(sAMAccountName=Domain Admins)'), 'cn')).toEqual([]);
  });

  test('has every account of the expectation that goes by a name', () => {
    const names = new Set(valuesOf(search(domain(), '(objectSid=*)'), 'sAMAccountName').map((name) => name.toLowerCase()));
    const wanted = [...expected.privileged.map(({ account }) => account), ...expected.notPrivileged, ...expected.services].filter(
      (name) => !name.startsWith('S-1-'),
    );
    expect(wanted.filter((name) => !names.has(name.toLowerCase()) && !names.has(`${name.toLowerCase()}$`))).toEqual([]);
  });

  test('hides members through the primary group from member, nested too', () => {
    const sid = domainSid(domain());
    expect(valuesOf(search(domain(), `(objectSid=${sid}-512)`), 'member').filter((dn) => dn.includes('主グループ'))).toEqual([]);
    expect(valuesOf(search(domain(), '(primaryGroupID=512)'), 'sAMAccountName')).toEqual(['adm.primary']);
  });

  test('has a group of more members than Windows gives at once', () => {
    expect(valuesOf(search(domain(), `(sAMAccountName=${expected.largeGroup?.name})`), 'member').length).toBe(expected.largeGroup?.members);
  });

  test('answers ranges when asked', () => {
    const answer = search(domain(), `(sAMAccountName=${expected.largeGroup?.name})`, domain().baseDn, 'member;range=0-1499');
    expect(valuesOf(answer, 'member;range=0-1499').length).toBe(1500);
  });

  test('keeps the limited reader from one account and from the members of one group', () => {
    const limited = { ...domain(), user: `reader.limited@${domain().dnsDomain}` };
    const hidden = expected.unreadableToLimited;
    const [ordinary, kept] = [domain(), limited].map((as) => [
      valuesOf(search(as, '(objectClass=*)', hidden?.account), 'sAMAccountName').length,
      valuesOf(search(as, '(objectClass=*)', hidden?.membersOf), 'member').length,
    ]);
    expect(ordinary).toEqual([1, 2]);
    expect(kept).toEqual([0, 0]);
  });

  test('shows rights to the ordinary account', () => {
    const answer = ldapsearch(domain(), [
      '-E',
      '!1.2.840.113556.1.4.801=::MAMCAQc=',
      '-b',
      domain().baseDn,
      '-s',
      'base',
      '(objectClass=*)',
      'nTSecurityDescriptor',
    ]);
    expect(valuesOf(answer, 'nTSecurityDescriptor').length).toBe(1);
  });

  test('has addresses in all three places of AD DNS', () => {
    const places = [`DC=DomainDnsZones,${domain().baseDn}`, `DC=ForestDnsZones,${domain().baseDn}`, `CN=MicrosoftDNS,CN=System,${domain().baseDn}`];
    const names = places.map((place) => valuesOf(search(domain(), '(objectClass=dnsNode)', place), 'dc'));
    expect([names[0]?.includes('pc-0001'), names[1]?.includes('shisho-pc1'), names[2]?.includes('kyu-pc1')]).toEqual([true, true, true]);
    expect(valuesOf(search(domain(), '(dNSTombstoned=TRUE)', places[0]), 'dc')).toEqual(['pc-gone']);
  });

  test.each(expected.binds)('refuses $account with $code', ({ account, code }) => {
    const answer = ldapsearch({ ...domain(), user: `${account}@${domain().dnsDomain}` }, ['-b', '', '-s', 'base']);
    expect(answer).toContain(`data ${code},`);
  });
});

describeWithDomain('hidden', 'the hidden domain, asked with ldapsearch', (domain) => {
  const expected = expectedOf('hidden');

  test('has every account of the expectation that goes by a name', () => {
    const names = new Set(valuesOf(search(domain(), '(objectSid=*)'), 'sAMAccountName').map((name) => name.toLowerCase()));
    const wanted = [...expected.privileged.map(({ account }) => account), ...expected.notPrivileged, ...expected.services].filter(
      (name) => !name.startsWith('S-1-'),
    );
    expect(wanted.filter((name) => !names.has(name.toLowerCase()) && !names.has(`${name.toLowerCase()}$`))).toEqual([]);
  });

  test('gives the names Domain Admins and Administrator to others than RID 512 and RID 500', () => {
    const sid = domainSid(domain());
    expect([...valuesOf(search(domain(), `(|(objectSid=${sid}-500)(objectSid=${sid}-512))`), 'sAMAccountName')].sort()).toEqual([
      'kanri0',
      'システム統括',
    ]);
    expect(valuesOf(search(domain(), '(|(sAMAccountName=Domain Admins)(sAMAccountName=Administrator))'), 'sAMAccountName').length).toBe(2);
  });

  test('holds every group that ends a path, except those known by their rights', () => {
    const names = new Set(valuesOf(search(domain(), '(objectClass=group)'), 'sAMAccountName'));
    const groups = expected.privileged.flatMap(({ path }) => path).filter((step) => !/^(RID|\w+ (CN|DC)=)/.test(step));
    expect(groups.filter((name) => !names.has(name))).toEqual([]);
  });
});

describeWithDomain('large', 'the large domain', (domain) => {
  test('has 5,000 persons and 3,000 computers beside its own', () => {
    expect(valuesOf(search(domain(), '(&(objectCategory=person)(sAMAccountName=p*))', domain().baseDn, 'cn'), 'cn').length).toBe(5000);
    expect(valuesOf(search(domain(), '(&(objectCategory=computer)(cn=KEN-*))', domain().baseDn, 'cn'), 'cn').length).toBe(3000);
  });
});

describeWithDomain('town', 'a domain that is hurt', (domain) => {
  test('is unreachable once killed, and answers again after a restart', async () => {
    await domain().kill();
    expect(base(domain())).toContain("Can't contact LDAP server");
    await domain().restart();
    expect(base(domain())).toContain('dnsHostName: dc01.machi.example');
  });

  test('answers nothing while it is stalled, and goes on afterwards', () => {
    domain().stall();
    expect(base(domain())).toBe('no answer');
    domain().goOn();
    expect(base(domain())).toContain('dnsHostName: dc01.machi.example');
  });

  test('stands beside another copy of itself, and leaves nothing behind', async () => {
    const other = await startDomain('town');
    if ('cannot' in other) throw new Error(other.cannot);
    expect(other.address).not.toBe(domain().address);
    expect(base(other)).toContain('dnsHostName: dc01.machi.example');
    await other.stop();
    expect(existsSync(dirname(dirname(other.ca)))).toBe(false);
    expect(base(other)).toContain("Can't contact LDAP server");
  });
});

function base(domain: Domain): string {
  return ldapsearch(domain, ['-b', '', '-s', 'base', '(objectClass=*)', 'dnsHostName'], 3000);
}

function search(domain: Domain, filter: string, from: string = domain.baseDn, ...attributes: readonly string[]): string {
  return ldapsearch(domain, ['-E', 'pr=1000/noprompt', '-b', from, filter, ...attributes]);
}

/** What ldapsearch prints, its complaints included. The certificate is checked. */
function ldapsearch(domain: Domain, args: readonly string[], limitMs = 30_000): string {
  const env = { ...process.env, LDAPTLS_CACERT: domain.ca, LDAPTLS_REQCERT: 'demand' };
  const all = ['-LLL', '-x', '-o', 'ldif-wrap=no', '-H', domain.url, '-D', domain.user, '-w', domain.password, ...args];
  const { stdout, stderr, signal } = spawnSync('ldapsearch', all, { encoding: 'utf8', env, maxBuffer: 1 << 28, timeout: limitMs });
  return signal === null ? stdout + stderr : 'no answer';
}

/** Values of an attribute in LDIF; `::` says base64. */
function valuesOf(ldif: string, attribute: string): readonly string[] {
  return ldif.split('\n').flatMap((line) => {
    if (!line.startsWith(`${attribute}:`)) return [];
    const value = line.slice(attribute.length + 1);
    return [value.startsWith(':') ? Buffer.from(value.slice(1), 'base64').toString('utf8') : value.trim()];
  });
}

/** S-1-5-21-… of the domain, from the SID of its head in bytes. */
function domainSid(domain: Domain): string {
  const line = /^objectSid:: (.*)$/m.exec(ldapsearch(domain, ['-b', domain.baseDn, '-s', 'base', '(objectClass=*)', 'objectSid']))?.[1] ?? '';
  const bytes = Buffer.from(line, 'base64');
  return `S-1-5-${[8, 12, 16, 20].map((at) => bytes.readUInt32LE(at)).join('-')}`;
}
