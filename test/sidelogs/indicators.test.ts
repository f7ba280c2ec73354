import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { errorText, warningText } from '../../src/report/message.ts';
import { UserError } from '../../src/settings/user-error.ts';
import { readIndicators } from '../../src/sidelogs/indicators.ts';
import { siteOf } from '../../src/sidelogs/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'adlogon-ioc-'));
const file = join(folder, 'ioc.txt');
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: string | Uint8Array) {
  writeFileSync(file, content);
  return readIndicators(file);
}

/** The one line that refuses it, without the folder. */
function refusal(content: string | Uint8Array): string {
  try {
    read(content);
  } catch (error) {
    if (error instanceof UserError) return errorText(error, 'en').replace(`${file}: `, '');
    throw error;
  }
  return 'accepted';
}

describe('an indicator', () => {
  test.each([
    ['evil.example', 'domain', 'evil.example'],
    ['*.Evil.Example.', 'domain', 'evil.example'],
    ['evil[.]example', 'domain', 'evil.example'],
    ['evil (dot) example', 'domain', 'evil.example'],
    ['例え.テスト', 'domain', 'xn--r8jz45g.xn--zckzah'],
    ['a_b.evil.example', 'domain', 'a_b.evil.example'],
    ['evil.duckdns.org', 'domain', 'evil.duckdns.org'],
    ['192.0.2[.]7', 'address', '192.0.2.7'],
    ['2001:DB8:0::1', 'address', '2001:db8::1'],
    ['[2001:db8::1]', 'address', '2001:db8::1'],
    ['192.0.2.77/24', 'range', '192.0.2.0/24'],
    ['hxxps[:]//evil[.]example:8443/a/b?c=d#e', 'url', 'evil.example/a/b?c=d'],
    ['hxxp://evil.example/', 'domain', 'evil.example'],
    ['https://192.0.2.7', 'address', '192.0.2.7'],
    ['evil.example/gate.php', 'url', 'evil.example/gate.php'],
  ])('%s', (text, kind, value) => {
    expect(read(text).indicators).toMatchObject([{ kind, value, line: 1 }]);
  });

  test('a range holds its first and last address in the order of texts', () => {
    expect(read('10.1.2.3/22').indicators).toMatchObject([{ first_address: '010.001.000.000', last_address: '010.001.003.255' }]);
  });
});

test('comments, empty lines, a head, kinds before and notes behind are told apart', () => {
  const { indicators } = read(
    '\uFEFF# list\r\ntype,value,note\r\n\r\nip,192.0.2.7,"C2, second"\r\nevil.example # seen in June\r\nhttp://x.example/a#b\tnote\r\n',
  );
  expect(indicators.map(({ line, value, note }) => [line, value, note])).toEqual([
    [4, '192.0.2.7', 'C2, second'],
    [5, 'evil.example', null],
    [6, 'x.example/a', 'note'],
  ]);
});

test('a list in CP932 is read as well', () => {
  expect(read(Buffer.concat([Buffer.from('evil.example,'), Buffer.from([0x92, 0x8d, 0x88, 0xd3])])).indicators[0]?.note).toBe('注意');
});

test('what a proxy log cannot show is passed over and told', () => {
  const { indicators, warnings } = read('evil.example\nd41d8cd98f00b204e9800998ecf8427e\nsomebody[at]evil.example\n');
  expect(indicators).toHaveLength(1);
  expect(warnings.map((warning) => warningText(warning, 'en').replace(file, 'F'))).toEqual([
    'F: 2 line(s) hold a hash or a mail address, the first is line 2: a proxy log does not show those. The others were used.',
  ]);
});

test.each([
  ['evil.example\nnot an indicator\n', 'line 2: "not an indicator" is no domain, address, range or URL.'],
  ['localhost\n', 'line 1: "localhost" would fit half the Internet.'],
  ['# x\nco.jp\n', 'line 2: "co.jp" would fit half the Internet.'],
  ['0.0.0.0/0\n', 'line 1: "0.0.0.0/0" would fit half the Internet.'],
  ['192.0.2.0/33\n', 'line 1: "192.0.2.0/33" is no domain, address, range or URL.'],
  ['2001:db8::/32\n', 'line 1: "2001:db8::/32": ranges of IPv6 are not compared.'],
  ['1.2.3\n', 'line 1: "1.2.3" is no domain'],
  ['evil.example,"note\n', 'line 1: "evil.example,"note" is no domain'],
  ['# nothing\n', 'no indicator in it.'],
  [new Uint8Array([0, 1, 2]), 'not a text file.'],
])('%j is refused with its line', (content, said) => {
  expect(refusal(content)).toContain(said);
});

test.each([
  ['www.city.midori.lg.jp', 'midori.lg.jp', false, false],
  ['a.b.example.co.jp', 'example.co.jp', false, false],
  ['one.azurewebsites.net', 'one.azurewebsites.net', false, false],
  ['203.0.113.5', '203.0.113.5', true, false],
  ['10.1.0.80', '10.1.0.80', true, true],
  ['172.32.0.1', '172.32.0.1', true, false],
  ['2001:db8::1', '2001:db8::1', true, false],
  ['fd00::1', 'fd00::1', true, true],
  ['intranet', 'intranet', false, true],
])('%s belongs to %s', (host, site, isAddress, isInternal) => {
  expect(siteOf(host)).toEqual({ site, isAddress, isInternal });
});
