import { describe, expect, test } from 'vitest';
import type { DirectoryQuestion, DirectoryReader } from '../../src/directory/directory-reader.ts';
import { directoryGapText } from '../../src/report/directory-text.ts';
import { accounts, BASE, doubleOf, IMPATIENT, openDouble, PASSWORD, TIMES, untilClosed } from './double-town.ts';
import type { DoubleObject } from './windows-double/objects.ts';
import type { DoubleOptions, WindowsDouble } from './windows-double/server.ts';

const ALL: DirectoryQuestion = { base: BASE, scope: 'sub', filter: '(objectClass=*)', attributes: ['sAMAccountName', 'objectSid'] };

/** What an answer comes to: how many objects, how many of them different, the codes of the gaps. */
async function counted(reader: DirectoryReader, question = ALL): Promise<{ objects: number; different: number; gaps: readonly string[] }> {
  const { entries, gaps } = await reader.search(question);
  for (const gap of gaps) {
    for (const language of ['ja', 'en'] as const) {
      const sentence = directoryGapText(gap, language);
      expect(sentence).not.toMatch(/\n|\{\w+\}/);
      expect(sentence).not.toContain(PASSWORD);
      expect(sentence).not.toBe(gap.code);
    }
  }
  return { objects: entries.length, different: new Set(entries.map(({ dn }) => dn)).size, gaps: gaps.map(({ code }) => code) };
}

async function countedOf(options: Partial<DoubleOptions>, question = ALL) {
  const double = await doubleOf({ objects: accounts(2_500), ...options });
  const times = options.trouble?.kind === 'stall' ? { ...IMPATIENT, handshake: TIMES.handshake } : TIMES;
  return { ...(await counted(await openDouble(double, { times }), question)), connections: double.connections() };
}

const WHOLE = { objects: 2_500, different: 2_500, gaps: [] };

describe('pages', () => {
  test('are read to the last', async () => {
    expect(await countedOf({})).toEqual({ ...WHOLE, connections: 1 });
  });

  test.each([[[1]], [[2]], [[3]], [[1, 2, 3]]])('empty ones with a cookie, before page %j, do not end the search', async (emptyPages) => {
    expect(await countedOf({ emptyPages })).toEqual({ ...WHOLE, connections: 1 });
  });

  test('are not asked with a limit of ours', async () => {
    const double = await doubleOf();
    await counted(await openDouble(double));
    const limits = double.requests.flatMap((request) => ('sizeLimit' in request ? [request.sizeLimit, request.timeLimit] : []));
    expect(new Set(limits)).toEqual(new Set([0]));
  });

  test('that lead nowhere are a gap', async () => {
    expect(await countedOf({ pages: 'repeat' })).toEqual({ objects: 1_000, different: 1_000, gaps: ['answer-pages-repeat'], connections: 1 });
    expect(await countedOf({ pages: 'empty-for-ever' })).toEqual({ objects: 0, different: 0, gaps: ['answer-pages-repeat'], connections: 1 });
  });

  test('that the server does not speak of are a gap', async () => {
    expect(await countedOf({ pages: 'ignored' })).toEqual({ objects: 1_000, different: 1_000, gaps: ['answer-pages-ignored'], connections: 1 });
  });

  test('of which the server forgot the cookie are read anew', async () => {
    expect(await countedOf({ trouble: { kind: 'forget-cookie', times: 1 } })).toEqual({ ...WHOLE, connections: 2 });
    expect(await countedOf({ trouble: { kind: 'forget-cookie' } })).toMatchObject({ objects: 1_000, gaps: ['answer-refused'], connections: 3 });
  });
});

describe('a result that is no success', () => {
  test.each([
    [4, 'answer-size-limit'],
    [3, 'answer-time-limit'],
    [11, 'answer-admin-limit'],
    [12, 'answer-pages-refused'],
    [53, 'answer-pages-refused'],
    [10, 'answer-referred'],
    [50, 'answer-refused'],
    [1, 'answer-refused'],
    [80, 'answer-refused'],
    [32, 'base-missing'],
  ])('%i keeps what came and is a gap: %s', async (result, code) => {
    const message = `0000208D: SvcErr: DSID-03140B3C, ${PASSWORD}, data 0\n\0`;
    expect(await countedOf({ result: [result, message], resultAfter: 700 })).toEqual({ objects: 700, different: 700, gaps: [code], connections: 1 });
  });

  test('busy is asked again over a new connection', async () => {
    expect(await countedOf({ trouble: { kind: 'busy', times: 2 } })).toEqual({ ...WHOLE, connections: 3 });
    expect(await countedOf({ trouble: { kind: 'busy' } })).toMatchObject({ gaps: ['answer-refused'], connections: 3 });
  });

  test('a base that is not there is a gap of its own', async () => {
    const nowhere = { ...ALL, base: `OU=x,${BASE}`, scope: 'base' } as const;
    expect(await countedOf({}, nowhere)).toMatchObject({ objects: 0, gaps: ['base-missing'] });
  });
});

describe('references', () => {
  test('to parts that are asked for by themselves are no gap, others are', async () => {
    const beside = [`ldap://kita.example/CN=Configuration,${BASE}`, `ldap://DomainDnsZones.kita.example/DC=DomainDnsZones,${BASE}`];
    expect(await countedOf({ references: beside })).toEqual({ ...WHOLE, connections: 1 });
    const elsewhere = [...beside, `ldap://gakko.kita.example/DC=gakko,${BASE}`, 'nonsense', 'ldap://x/%E0', `ldap://dc02/${BASE}`];
    expect(await countedOf({ references: elsewhere })).toMatchObject({ objects: 2_500, gaps: Array(4).fill('answer-referred') });
  });
});

describe('an interrupted search', () => {
  test.each([
    ['cut', 1, 0],
    ['cut', 2, 300],
    ['stall', 1, 0],
    ['stall', 3, 10],
    ['short-message', 2, 10],
    ['garbage', 2, 10],
    ['notice', 1, 5],
  ] as const)('%s on page %i after %i objects is made anew', async (kind, page, afterEntries) => {
    expect(await countedOf({ trouble: { kind, page, afterEntries, times: 1 } })).toEqual({ ...WHOLE, connections: 2 });
    expect(await countedOf({ trouble: { kind, page, afterEntries, times: 2 } })).toEqual({ ...WHOLE, connections: 3 });
  });

  test.each([
    ['cut', 'answer-cut'],
    ['stall', 'answer-stalled'],
    ['short-message', 'answer-cut'],
    ['garbage', 'answer-unreadable'],
  ] as const)('%s every time keeps the pages that came, and is a gap', async (kind, code) => {
    const { objects, gaps, connections } = await countedOf({ trouble: { kind, page: 2, afterEntries: 10 } });
    expect([objects, gaps, connections]).toEqual([1_000, [code], 3]);
  });

  test('goes on with the next question', async () => {
    const reader = await openDouble(await doubleOf({ objects: accounts(2_500), trouble: { kind: 'cut', page: 2, times: 3 } }));
    expect((await counted(reader)).gaps).toEqual(['answer-cut']);
    expect(await counted(reader)).toEqual(WHOLE);
  });

  test('of a server that is gone is a gap, and later questions are not kept waiting', async () => {
    const double = await doubleOf({ objects: accounts(2_500) });
    const reader = await openDouble(double);
    await double.close();
    expect((await counted(reader)).gaps).toEqual(['answer-no-connection']);
    const begun = performance.now();
    expect(await counted(reader)).toEqual({ objects: 0, different: 0, gaps: ['answer-no-connection'] });
    expect(performance.now() - begun).toBeLessThan(200);
  });

  test('does not try a refused account again', async () => {
    let binds = 0;
    const bind = (): [number, string] => {
      binds += 1;
      return binds === 1 ? [0, ''] : [49, '80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data 52e, v4563'];
    };
    expect(await countedOf({ bind, trouble: { kind: 'cut' } })).toMatchObject({ gaps: ['answer-no-connection'] });
    expect(binds).toBe(2);
  });
});

describe('values', () => {
  const member = (index: number) => `CN=職員 ${index},OU=職員,${BASE}`;
  const group = (count: number): DoubleObject => ({
    dn: `CN=全職員,${BASE}`,
    attributes: { member: Array.from({ length: count }, (_, index) => member(index)), objectSid: ['x'] },
  });
  const MEMBERS: DirectoryQuestion = { ...ALL, attributes: ['objectSid', 'member'] };

  test.each([0, 1, 1_499, 1_500, 1_501, 3_000, 3_001, 5_200])('%i members are all read', async (count) => {
    const reader = await openDouble(await doubleOf({ objects: [...accounts(10), group(count)] }));
    const { entries, gaps } = await reader.search(MEMBERS);
    const members = entries
      .find(({ dn }) => dn === `CN=全職員,${BASE}`)
      ?.values.get('member')
      ?.map(String);
    expect(members).toEqual(Array.from({ length: count }, (_, index) => member(index)));
    expect(gaps).toEqual([]);
  });

  test('are read by ranges when a range is asked for', async () => {
    const reader = await openDouble(await doubleOf({ objects: [group(4_000)] }));
    const { entries } = await reader.search({ ...ALL, attributes: ['member;range=0-99'] });
    expect(entries[0]?.values.get('member')?.length).toBe(4_000);
  });

  test.each(['end-ranges', 'short-range'] as const)('that end before the server said so are a gap: %s', async (kind) => {
    const reader = await openDouble(await doubleOf({ objects: [group(4_000)], trouble: { kind } }));
    const { entries, gaps } = await reader.search(MEMBERS);
    expect(entries[0]?.values.get('member')?.length).toBe(1_500);
    expect(gaps).toEqual([{ code: 'values-cut', details: { dn: `CN=全職員,${BASE}`, attribute: 'member', count: 1_500 } }]);
  });

  test('are bytes, whatever they look like, by the name in lower case; those without any are an empty list', async () => {
    const reader = await openDouble(await doubleOf());
    const { entries } = await reader.search({ ...ALL, attributes: ['objectSid', 'SAMACCOUNTNAME', 'member'] });
    expect(entries[0]?.values.get('objectsid')).toEqual([Buffer.from([1, 5, 0, 0, 0, 0, 0, 5, 0x80, 0xff, 0])]);
    expect(entries[0]?.values.get('samaccountname')).toEqual([Buffer.from('u0')]);
    expect(entries[0]?.values.get('member')).toEqual([]);
  });

  test('of tokenGroups come for one object, and none where it is denied', async () => {
    const withGroups = { dn: `CN=管理者,${BASE}`, attributes: { tokenGroups: [Buffer.from([1]), Buffer.from([2])] } };
    const reader = await openDouble(await doubleOf({ objects: [withGroups, ...accounts(1)] }));
    const groupsOf = async (base: string) => {
      const { entries, gaps } = await reader.search({ ...ALL, base, scope: 'base', attributes: ['tokenGroups'] });
      return [entries[0]?.values.get('tokengroups')?.length, gaps.length];
    };
    expect([await groupsOf(withGroups.dn), await groupsOf(member(0))]).toEqual([
      [2, 0],
      [0, 0],
    ]);
  });

  test('of nTSecurityDescriptor come with the control for owner, group and DACL', async () => {
    const double = await doubleOf({ objects: [{ dn: BASE, attributes: { nTSecurityDescriptor: [Buffer.from([1, 0, 4, 0x80])] } }] });
    const reader = await openDouble(double);
    const question = { ...ALL, scope: 'base', attributes: ['nTSecurityDescriptor'] } as const;
    const lengths = [];
    for (const withDescriptor of [true, false]) {
      lengths.push((await reader.search({ ...question, withDescriptor })).entries[0]?.values.get('ntsecuritydescriptor')?.length);
    }
    expect(lengths).toEqual([1, 0]);
    // controls [0] { SEQUENCE { 1.2.840.113556.1.4.801, critical, SEQUENCE { INTEGER 7 } } }
    expect(
      double.requests.some(({ bytes }) => bytes.toString('latin1').includes('1.2.840.113556.1.4.801\x01\x01\xff\x04\x05\x30\x03\x02\x01\x07')),
    ).toBe(true);
  });
});

describe('the end', () => {
  test('says farewell and leaves no connection', async () => {
    const double = await doubleOf();
    const reader = await openDouble(double);
    await reader.search(ALL);
    await reader.close();
    await untilClosed(double);
    expect(double.requests.at(-1)?.constructor.name).toBe('UnbindRequest');
    expect((await reader.search(ALL)).gaps.length).toBe(1);
  });

  test('of a search that is aborted comes at once, with the reason, and leaves no connection', async () => {
    const double: WindowsDouble = await doubleOf({ objects: accounts(2_500), trouble: { kind: 'stall' } });
    const abort = new AbortController();
    const reader = await openDouble(double, { signal: abort.signal, times: {} });
    setTimeout(() => abort.abort(new Error('Ctrl+C')), 50);
    const begun = performance.now();
    await expect(reader.search(ALL)).rejects.toThrow('Ctrl+C');
    expect(performance.now() - begun).toBeLessThan(2_000);
    await expect(reader.search(ALL)).rejects.toThrow('Ctrl+C');
    await untilClosed(double);
  });

  test('of a search that is aborted between two tries comes at once', async () => {
    const abort = new AbortController();
    const reader = await openDouble(await doubleOf({ trouble: { kind: 'cut' } }), { signal: abort.signal, times: { pauses: [60_000] } });
    setTimeout(() => abort.abort(new Error('Ctrl+C')), 100);
    await expect(reader.search(ALL)).rejects.toThrow('Ctrl+C');
  });

  test('questions asked together are answered one after the other', async () => {
    const reader = await openDouble(await doubleOf({ objects: accounts(1_200), trouble: { kind: 'cut', page: 2, times: 1 } }));
    const answers = await Promise.all([counted(reader), counted(reader), counted(reader)]);
    expect(answers).toEqual(Array(3).fill({ objects: 1_200, different: 1_200, gaps: [] }));
  });
});
