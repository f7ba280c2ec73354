import { BerReader, type EqualityFilter, type Filter, FilterParser, SearchRequest } from 'ldapts';
import { expect, test } from 'vitest';
import { equals } from '../../src/directory/filter.ts';
import { accounts, BASE, doubleOf, openDouble } from './double-town.ts';

test.each(['*)(objectClass=*', 'a*b(c)d\\e', '\0', '髙橋 𠮷', '日本（株）', ' space ', 'S-1-5-21-1-2-3-512', '\\2a', '=|&!<>~:', ''])(
  'what is sent for the value %j is one comparison with exactly it',
  (value) => {
    const filter = FilterParser.parseString(equals('sAMAccountName', value));
    const bytes = new SearchRequest({ messageId: 1, baseDN: '', filter }).write();
    const sent = parsed(bytes) as EqualityFilter;
    expect([sent.constructor.name, sent.attribute, sent.value]).toEqual(['EqualityFilter', 'samaccountname', value]);
  },
);

test('a name full of wildcards finds nobody, and the account of that name', async () => {
  const hostile = { dn: `CN=x,${BASE}`, attributes: { sAMAccountName: ['*)(objectClass=*'] } };
  const reader = await openDouble(await doubleOf({ objects: [...accounts(5), hostile] }));
  const ask = async (name: string) => {
    const { entries } = await reader.search({ base: BASE, scope: 'sub', filter: equals('sAMAccountName', name), attributes: ['sAMAccountName'] });
    return entries.map(({ dn }) => dn);
  };
  expect(await ask('*')).toEqual([]);
  expect(await ask('*)(objectClass=*')).toEqual([`CN=x,${BASE}`]);
});

function parsed(bytes: Buffer): Filter {
  const reader = new BerReader(bytes);
  reader.readSequence();
  reader.readInt();
  reader.readSequence();
  const request = new SearchRequest({ messageId: 1, filter: FilterParser.parseString('(a=b)') });
  request.parse(reader, []);
  return request.filter;
}
