import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDirectory } from '../../src/directory/connect.ts';
import type { DirectoryReader } from '../../src/directory/directory-reader.ts';
import { privilegesOf } from '../../src/directory/privileges.ts';
import { readSnapshotFile } from '../../src/directory/read-snapshot.ts';
import { rowsOfSnapshot } from '../../src/directory/rows.ts';
import type { DirectorySnapshot } from '../../src/directory/snapshot-schema.ts';
import { takeSnapshot } from '../../src/directory/take-snapshot.ts';
import { writeSnapshotFile } from '../../src/directory/write-snapshot.ts';
import { type Domain, describeWithDomain, type Expected, expectedOf } from './samba/domain.ts';

const NOW = new Date('2026-11-13T00:00:00Z');
const TAKING_MS = 60_000;

/** A snapshot as read by `user`, an account without any right of its own. */
async function snapshotBy({ url, ca, password }: Domain, user: string, now = NOW): Promise<DirectorySnapshot> {
  const reader = await openDirectory({ url, startTls: false, user, password, ca, signal: new AbortController().signal });
  try {
    return await takeSnapshot(reader, now);
  } finally {
    await reader.close();
  }
}

/** `privilege: path` by account, as the expectation writes it. */
function privilegesByName(snapshot: DirectorySnapshot): ReadonlyMap<string, string> {
  const names = new Map([...snapshot.accounts, ...snapshot.computers].map(({ sid, name }) => [sid, name]));
  return new Map([...privilegesOf(snapshot)].map(([sid, { privilege, path }]) => [names.get(sid) ?? sid, `${privilege}: ${path.join(' > ')}`]));
}

describe.each(['town', 'hidden'] as const)('%s', (name) => {
  describeWithDomain(name, 'a snapshot of a real directory, taken without any right', (domain) => {
    let snapshot: DirectorySnapshot;
    beforeAll(async () => {
      snapshot = await snapshotBy(domain(), domain().user);
    }, TAKING_MS);
    testPrivileges(expectedOf(name), () => snapshot);
    testObjects(expectedOf(name), () => snapshot);

    test('is the same when it is taken again, but for the time', async () => {
      const later = new Date('2026-11-14T00:00:00Z');
      expect(await snapshotBy(domain(), domain().user, later)).toEqual({ ...snapshot, takenAt: later.toISOString() });
    });

    test('is read back from its file as it was', () => {
      const folder = mkdtempSync(join(tmpdir(), 'adlogon-samba-snapshot-'));
      try {
        writeSnapshotFile(join(folder, 'directory.json'), snapshot);
        expect(readSnapshotFile(join(folder, 'directory.json'))).toEqual(snapshot);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });
});

function testPrivileges(expected: Expected, taken: () => DirectorySnapshot): void {
  test('names every privileged account with the right path, and none extra', () => {
    const wanted = expected.privileged.map(({ account, privilege, path }): [string, string] => [account, `${privilege}: ${path.join(' > ')}`]);
    expect([...privilegesByName(taken())].sort()).toEqual(wanted.sort());
    for (const account of expected.notPrivileged) expect([account, privilegesByName(taken()).get(account)]).toEqual([account, undefined]);
  });

  test('says who of them is disabled or expired', () => {
    const marked = expected.privileged.map(({ account, enabled = true, expiresAt = null }) => [
      account,
      enabled,
      expiresAt === null ? null : new Date(expiresAt),
    ]);
    const rows = new Map(rowsOfSnapshot(taken(), 'n').accounts.map((row) => [String(row.account), row]));
    const given = expected.privileged.map(({ account }) => {
      const row = rows.get(account) ?? rows.get(`${account}$`);
      return [account, account === 'krbtgt' ? true : row?.enabled, row?.expires_at];
    });
    expect(given).toEqual(marked);
  });

  test('is complete, and tokenGroups agree', () => {
    expect(taken()).toMatchObject({ incomplete: [], warnings: [] });
  });
}

function testObjects(expected: Expected, taken: () => DirectorySnapshot): void {
  test('knows the leftovers of adminCount and the service accounts', () => {
    const rows = rowsOfSnapshot(taken(), 'n').accounts;
    expect(rows.filter((row) => row.admin_count_leftover).map((row) => row.account)).toEqual(expected.leftovers);
    expect(
      rows
        .filter((row) => row.kind === 'service')
        .map((row) => row.account)
        .sort(),
    ).toEqual([...expected.services].sort());
  });

  test('knows the role of every computer', () => {
    const named = (role: string) =>
      taken()
        .computers.filter((computer) => computer.role === role)
        .map((computer) => computer.name)
        .sort();
    expect(named('domain controller')).toEqual([...expected.computers['domain controller']].sort());
    expect(named('server')).toEqual([...expected.computers.server].sort());
    expect(named('user terminal')).toHaveLength(expected.computers['user terminals']);
    expect(
      taken()
        .computers.filter(({ enabled }) => !enabled)
        .map((computer) => computer.name)
        .sort(),
    ).toEqual([...expected.computers.disabled].sort());
    const silent = taken()
      .computers.filter(({ dnsName }) => dnsName === null)
      .map((computer) => computer.name);
    for (const computer of expected.computers.withoutDnsName) expect(silent).toContain(computer);
  });

  test('knows the addresses of all three places of DNS', () => {
    const known = taken().names.map(({ dnsName, address, refreshedAt }) => ({
      dnsName,
      address,
      refreshedAt: refreshedAt && new Date(refreshedAt),
    }));
    for (const { dnsName, address, refreshedAt } of expected.addresses) {
      const when = refreshedAt === undefined ? expect.anything() : refreshedAt && new Date(refreshedAt);
      const found = known.find((one) => one.dnsName === dnsName && one.address === address);
      expect(found).toEqual({ dnsName, address, refreshedAt: refreshedAt === undefined ? found?.refreshedAt : when });
    }
    for (const none of expected.noAddress) expect(known.filter(({ dnsName }) => dnsName === none)).toEqual([]);
  });
}

describeWithDomain('town', 'a snapshot taken by an account that is kept from some of it', (domain) => {
  const { unreadableToLimited, largeGroup } = expectedOf('town');
  let limited: DirectorySnapshot;
  beforeAll(async () => {
    limited = await snapshotBy(domain(), `reader.limited@${domain().dnsDomain}`);
  }, TAKING_MS);

  test('is incomplete, and names the administrator that could not be read', () => {
    expect(limited.incomplete).toEqual([
      { code: 'member-unreadable', details: { group: 'ドメイン管理者', member: unreadableToLimited?.account }, affects: ['administrators'] },
    ]);
  });

  test('finds the members of a group that does not show them by their own side, and says so', () => {
    expect(limited.warnings).toEqual([{ code: 'members-unlisted', details: { group: 'GG_人事', count: 2 } }]);
    expect(limited.groups.find(({ name }) => name === 'GG_人事')?.members).toHaveLength(2);
  });

  test('has every member of a large group', () => {
    expect(limited.groups.find(({ name }) => name === largeGroup?.name)?.members).toHaveLength(largeGroup?.members ?? 0);
  });
});

describeWithDomain('town', 'a snapshot of a directory whose server dies', (domain) => {
  test.each(['(objectClass=group)', '(objectClass=computer)', 'objectSid='])(
    'before %s is answered is incomplete',
    async (filter) => {
      const { url, ca, password, user, kill, restart } = domain();
      const reader = await openDirectory({
        url,
        startTls: false,
        user,
        password,
        ca,
        signal: new AbortController().signal,
        times: { pauses: [100] },
      });
      const dying: DirectoryReader = {
        host: reader.host,
        user: reader.user,
        close: () => reader.close(),
        async search(question) {
          if (question.filter.includes(filter)) await kill();
          return reader.search(question);
        },
      };
      const { incomplete } = await takeSnapshot(dying, NOW);
      await reader.close();
      await restart();
      const affected = new Set(incomplete.flatMap((gap) => (typeof gap === 'string' ? [] : gap.affects)));
      expect(affected).toContain('administrators');
      if (filter !== 'objectSid=') expect([...affected].sort()).toEqual(['addresses', 'administrators', 'terminals']);
      for (const gap of incomplete) expect(gap).toMatchObject({ code: 'answer-no-connection' });
    },
    TAKING_MS,
  );
});
