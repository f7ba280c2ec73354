import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type DirectoryOptions, openDirectory } from '../../src/directory/connect.ts';
import type { DirectoryAnswer, DirectoryQuestion, DirectoryReader } from '../../src/directory/directory-reader.ts';
import { equals } from '../../src/directory/filter.ts';
import { type Domain, describeWithDomain, expectedOf } from './samba/domain.ts';

const EXPECTED = expectedOf('town');

async function open(domain: Domain, options: Partial<DirectoryOptions> = {}): Promise<DirectoryReader> {
  const { url, user, password, ca } = domain;
  const reader = await openDirectory({ url, user, password, ca, startTls: false, signal: new AbortController().signal, ...options });
  onTestFinished(() => reader.close());
  return reader;
}

function everything(domain: Domain, attributes: readonly string[] = ['*']): DirectoryQuestion {
  return { base: domain.baseDn, scope: 'sub', filter: '(objectClass=*)', attributes };
}

function membersOfLargeGroup(answer: DirectoryAnswer): number {
  return Math.max(...answer.entries.map(({ values }) => values.get('member')?.length ?? 0));
}

describeWithDomain('town', 'a real directory', (domain) => {
  test.each(EXPECTED.binds)('refuses $account with $code, and it is said why', async ({ account, code }) => {
    const codes: Readonly<Record<string, string>> = {
      '52e': 'ldap-bind-credentials',
      530: 'ldap-bind-hours',
      531: 'ldap-bind-workstation',
      532: 'ldap-bind-password-expired',
      533: 'ldap-bind-disabled',
      701: 'ldap-bind-account-expired',
      773: 'ldap-bind-must-change',
      775: 'ldap-bind-locked',
    };
    await expect(open(domain(), { user: `${account}@${domain().dnsDomain}` })).rejects.toMatchObject({ code: codes[code] });
  });

  test('refuses a wrong password and an account nobody has', async () => {
    const user = `nobody@${domain().dnsDomain}`;
    await expect(open(domain(), { user })).rejects.toMatchObject({ code: 'ldap-bind-credentials' });
    await expect(open(domain(), { user: domain().user.replace('@', '.x@'), password: 'wrong' })).rejects.toMatchObject({
      code: 'ldap-bind-credentials',
    });
  });

  test('is not believed without its authority', async () => {
    await expect(open(domain(), { ca: null })).rejects.toMatchObject({ code: 'ldap-ca-unknown' });
  });

  test.each([
    ['a UPN', (at: Domain) => ({ user: at.user })],
    ['NetBIOS name and account', (at: Domain) => ({ user: `${at.netbios}\\reader` })],
    ['StartTLS', (at: Domain) => ({ url: at.url.replace('ldaps:', 'ldap:'), startTls: true })],
  ])('is opened with %s', async (_, options) => {
    const reader = await open(domain(), options(domain()));
    expect(reader.host).toBe(domain().host.toLowerCase());
    const { entries, gaps } = await reader.search({ ...everything(domain(), ['sAMAccountName']), filter: equals('sAMAccountName', 'reader') });
    expect([entries.length, gaps]).toEqual([1, []]);
  });

  test('gives every object, each once, and the partitions beside the domain are no gap', async () => {
    const reader = await open(domain());
    const { entries, gaps } = await reader.search(everything(domain(), ['cn']));
    expect(entries.length).toBeGreaterThan(1_650);
    expect([new Set(entries.map(({ dn }) => dn)).size, gaps]).toEqual([entries.length, []]);
    const parts = await Promise.all(
      // No page holds them all: what is left out would show here.
      [equals('objectClass', 'user'), `(!${equals('objectClass', 'user')})`].map((filter) =>
        reader.search({ ...everything(domain(), ['cn']), filter }),
      ),
    );
    expect(parts.flatMap((part) => part.entries).length).toBe(entries.length);
  });

  test.each([['member'], ['member;range=0-1499'], ['member;range=0-99']])('gives all members of a large group, asked for %s', async (attribute) => {
    const reader = await open(domain());
    const filter = equals('sAMAccountName', EXPECTED.largeGroup?.name ?? '');
    const answer = await reader.search({ ...everything(domain(), [attribute]), filter });
    expect([membersOfLargeGroup(answer), answer.gaps]).toEqual([EXPECTED.largeGroup?.members, []]);
    expect(new Set(answer.entries[0]?.values.get('member')?.map(String)).size).toBe(EXPECTED.largeGroup?.members);
  });

  test('gives tokenGroups of one account, descriptors, and SIDs as bytes', async () => {
    const reader = await open(domain());
    const [found] = (await reader.search({ ...everything(domain(), ['objectSid']), filter: equals('sAMAccountName', 'adm.sato') })).entries;
    expect(found?.values.get('objectsid')?.[0]?.length).toBe(28);
    const question = {
      ...everything(domain(), ['tokenGroups', 'nTSecurityDescriptor']),
      base: found?.dn ?? '',
      scope: 'base',
      withDescriptor: true,
    } as const;
    const [values] = (await reader.search(question)).entries.map((entry) => entry.values);
    expect(values?.get('tokengroups')?.length).toBeGreaterThan(1);
    expect(values?.get('ntsecuritydescriptor')?.length).toBe(1);
  });

  test('has nothing at a place that is not there', async () => {
    const reader = await open(domain());
    const { gaps } = await reader.search({ ...everything(domain()), base: `OU=無,${domain().baseDn}` });
    expect(gaps.map(({ code }) => code)).toEqual(['base-missing']);
  });
});

describe('in mid-search', () => {
  /** Short silence; pauses long enough for the server to come back. */
  const times = { handshake: 3_000, silence: 1_000, pauses: [500, 4_000] };

  describeWithDomain('town', 'a real directory', (domain) => {
    test.each([
      ['that falls silent for a moment', (at: Domain) => at.stall(), (at: Domain) => at.goOn()],
      ['that is killed and started again', (at: Domain) => at.kill(), (at: Domain) => at.restart()],
    ])('%s gives everything in the end', async (_, stop, start) => {
      const reader = await open(domain(), { times });
      const whole = (await reader.search(everything(domain()))).entries.length;
      const search = reader.search(everything(domain()));
      await wait(100);
      await stop(domain());
      await wait(1_300);
      await start(domain());
      const { entries, gaps } = await search;
      expect([entries.length, gaps]).toEqual([whole, []]);
    });

    test('that falls silent for good is a gap, and the next question is not kept waiting', async () => {
      const reader = await open(domain(), { times });
      const search = reader.search(everything(domain()));
      await wait(100);
      domain().stall();
      const begun = performance.now();
      expect((await search).gaps.length).toBe(1);
      expect((await reader.search(everything(domain()))).gaps.length).toBe(1);
      expect(performance.now() - begun).toBeLessThan(25_000);
      domain().goOn();
    });

    test('that is killed for good is a gap', async () => {
      const reader = await open(domain(), { times });
      const search = reader.search(everything(domain()));
      await wait(100);
      await domain().kill();
      const { gaps } = await search;
      expect(gaps).toMatchObject([{ code: 'answer-no-connection', details: { base: domain().baseDn } }]);
    });
  });
});
