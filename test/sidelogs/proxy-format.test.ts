import { describe, expect, test } from 'vitest';
import { proxyFormatOf } from '../../src/sidelogs/proxy-format.ts';
import { emptyRequest, type KnownText } from '../../src/sidelogs/proxy-request.ts';

/** What the last line of a file says, as plain data; `bad` or `comment` where it is no request. */
function read(...lines: readonly string[]) {
  const format = proxyFormatOf(lines);
  if (format === null || !('read' in format)) return format;
  const request = emptyRequest();
  const kind = lines.map((line) => format.read(line, request)).at(-1);
  if (kind !== 'request') return kind;
  const plain = (value: KnownText | string | number | null) => (typeof value === 'object' && value !== null ? value.text : value);
  const { occurredAt, ...rest } = request;
  return { format: format.name, at: new Date(occurredAt).toISOString(), ...Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, plain(v)])) };
}

const SQUID = '1764052800.123     45 10.1.2.3 TCP_MISS/200 1234 GET http://WWW.Example.jp:8080/a?b=1 CITY%5csato HIER_DIRECT/192.0.2.7 text/html';

describe("Squid's own format", () => {
  test('a page', () => {
    expect(read(SQUID)).toEqual({
      format: 'squid',
      at: '2025-11-25T06:40:00.123Z',
      terminalAddress: '10.1.2.3',
      account: 'sato',
      accountDomain: 'CITY',
      method: 'GET',
      scheme: 'http',
      host: 'www.example.jp',
      port: 8080,
      path: '/a?b=1',
      status: 200,
      bytesSent: null,
      bytesReceived: 1234,
      action: 'TCP_MISS',
      serverAddress: '192.0.2.7',
      userAgent: null,
    });
  });

  test.each([
    ['CONNECT www.example.jp:443', { host: 'www.example.jp', port: 443, scheme: null, path: null, method: 'CONNECT' }],
    ['CONNECT [2001:DB8::0001]:8443', { host: '2001:db8::1', port: 8443 }],
    ['CONNECT 2001:db8::1', { host: '2001:db8::1', port: null }],
    ['GET http://user:secret@www.example.jp./x', { host: 'www.example.jp', path: '/x' }],
    ['GET http://www.example.jp?x=http://other/', { host: 'www.example.jp', path: '?x=http://other/' }],
    ['GET http://www.example.jp', { host: 'www.example.jp', path: null }],
    ['GET ftp://ftp.example.jp/a', { scheme: 'ftp', host: 'ftp.example.jp' }],
    ['NONE error:transaction-end-before-headers', { host: null, path: 'error:transaction-end-before-headers' }],
    ['GET http://www.example.jp/a b c', { host: 'www.example.jp', path: '/a b c' }],
    ['GET http://:80/', { host: null, port: null }],
    ['GET http://www.example.jp:99999/', { host: 'www.example.jp', port: null }],
    [`GET http://www.example.jp/${'x'.repeat(5000)}`, { path: `/${'x'.repeat(2047)}` }],
    [`GET http://${'x'.repeat(300)}/`, { host: null }],
  ])('%s', (target, expected) => {
    expect(read(`1764052800.123 45 10.1.2.3 TCP_MISS/200 1234 ${target} - HIER_DIRECT/192.0.2.7 text/html`)).toMatchObject(expected);
  });

  test.each([
    ['sato', { account: 'sato', accountDomain: null }],
    ['sato@CITY.EXAMPLE.JP', { account: 'sato', accountDomain: 'CITY.EXAMPLE.JP' }],
    ['100%25', { account: '100%' }],
    ['%e4%bd%90%e8%97%a4', { account: '佐藤' }],
    ['%zz', { account: '%zz' }],
    ['-', { account: null }],
  ])('the user %s', (user, expected) => {
    expect(read(`1764052800.123 45 10.1.2.3 TCP_MISS/200 1 CONNECT a.example:443 ${user} HIER_DIRECT/192.0.2.7 -`)).toMatchObject(expected);
  });

  test.each([
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['FD20:0::1', 'fd20::1'],
    ['127.0.0.1', null],
    ['::1', null],
    ['-', null],
  ])('the address %s', (address, expected) => {
    expect(read(`1764052800.123 45 ${address} TCP_MISS/200 1 CONNECT a.example:443 - HIER_DIRECT/192.0.2.7 -`)).toMatchObject({
      terminalAddress: expected,
    });
  });
});

describe("a line of Squid's own format", () => {
  test('with headers behind it', () => {
    expect(read(`${SQUID} [User-Agent: x y\\r\\n] [HTTP/1.1 200 OK\\r\\n]`)).toMatchObject({ account: 'sato', host: 'www.example.jp' });
  });

  test('an answer that never came', () => {
    expect(read('1764052800.123 0 10.1.2.3 NONE_NONE/000 0 - error:invalid - HIER_NONE/- -')).toMatchObject({ status: null, bytesReceived: 0 });
  });

  test.each([
    'yesterday 45 10.1.2.3 TCP_MISS/200 1 GET http://a.example/ - HIER_DIRECT/192.0.2.7 -',
    '1764052800.123 45 pc-12 TCP_MISS/200 1 GET http://a.example/ - HIER_DIRECT/192.0.2.7 -',
    '1764052800.123 45 10.1.2.3 TCP_MISS 1 GET http://a.example/ - HIER_DIRECT/192.0.2.7 -',
    '1764052800.123 45 10.1.2.3 TCP_MISS/200 much GET http://a.example/ - HIER_DIRECT/192.0.2.7 -',
    '1764052800.123 45 10.1.2.3 TCP_MISS/200 1 GET http://a.example/',
    '1764052800.123 45 10.1.2.3 TCP_MI',
    '1764052800.123',
    'é',
  ])('a bad line: %s', (line) => {
    expect(read(SQUID, line)).toBe('bad');
  });
});

describe('the combined format', () => {
  const start = '10.1.2.3 - CITY\\sato [25/Nov/2026:08:00:05 +0900] "GET http://www.example.jp/a HTTP/1.1" 200 1234';

  test('as Squid writes it', () => {
    expect(read(`${start} "-" "Mozilla/5.0 (\\"x\\")" TCP_MISS:HIER_DIRECT`)).toMatchObject({
      format: 'combined',
      at: '2026-11-24T23:00:05.000Z',
      terminalAddress: '10.1.2.3',
      account: 'sato',
      accountDomain: 'CITY',
      method: 'GET',
      host: 'www.example.jp',
      path: '/a',
      status: 200,
      bytesReceived: 1234,
      userAgent: 'Mozilla/5.0 (\\"x\\")',
      action: 'TCP_MISS',
    });
  });

  test('common, without and with what Squid did', () => {
    expect(read(start)).toMatchObject({ format: 'combined', action: null, userAgent: null, bytesReceived: 1234 });
    expect(read(`${start} TCP_DENIED:HIER_NONE`)).toMatchObject({ action: 'TCP_DENIED' });
  });

  test.each([
    ['[25/Nov/2026:00:30:00 -0330]', '2026-11-25T04:00:00.000Z'],
    ['[29/Feb/2028:23:59:60 +0000]', '2028-03-01T00:00:00.000Z'],
  ])('the time %s', (time, at) => {
    expect(read(`10.1.2.3 - - ${time} "CONNECT a.example:443 HTTP/1.1" 200 -`)).toMatchObject({ at, bytesReceived: null, host: 'a.example' });
  });

  test.each([
    '10.1.2.3 - - [25/Nov/2026:08:00:05] "GET http://a.example/ HTTP/1.1" 200 1',
    '10.1.2.3 - - [25/Foo/2026:08:00:05 +0900] "GET http://a.example/ HTTP/1.1" 200 1',
    '10.1.2.3 - - [25/Nov/2026:08:00:05 +0900] "GET http://a.example/ HTTP/1.1',
    '10.1.2.3 - - [25/Nov/2026:08:00:05 +0900] "GET http://a.example/" two 1',
    'pc-12 - - [25/Nov/2026:08:00:05 +0900] "GET http://a.example/ HTTP/1.1" 200 1',
  ])('a bad line: %s', (line) => {
    expect(read(start, line)).toBe('bad');
  });

  test("a Web server's own log is none", () => {
    const line = '10.1.2.3 - - [25/Nov/2026:08:00:05 +0900] "GET /index.html HTTP/1.1" 200 1';
    expect(read(line)).toEqual({ line: 1, text: line, missing: [] });
  });
});

describe('the W3C format', () => {
  test('of a ProxySG, with texts in quotes', () => {
    const fields =
      '#Fields: date time time-taken c-ip sc-status s-action sc-bytes cs-bytes cs-method cs-uri-scheme cs-host cs-uri-port cs-uri-path cs-uri-query cs-username s-ip cs(User-Agent)';
    const line =
      '2026-11-25 08:00:05 12 10.1.2.3 200 TCP_NC_MISS 1234 567 POST https WWW.example.jp 443 /up ?a=1 CITY\\sato 10.1.0.9 "Mozilla/5.0 (Windows NT 10.0)"';
    expect(read('#Software: SGOS', fields, line)).toEqual({
      format: 'w3c',
      at: '2026-11-25T08:00:05.000Z',
      terminalAddress: '10.1.2.3',
      account: 'sato',
      accountDomain: 'CITY',
      method: 'POST',
      scheme: 'https',
      host: 'www.example.jp',
      port: 443,
      path: '/up?a=1',
      status: 200,
      bytesSent: 567,
      bytesReceived: 1234,
      action: 'TCP_NC_MISS',
      serverAddress: null,
      userAgent: 'Mozilla/5.0 (Windows NT 10.0)',
    });
  });

  test('of TMG, between tabs', () => {
    const fields =
      '#Fields: c-ip\tcs-username\tc-agent\tdate\ttime\tr-host\tr-ip\tr-port\tsc-bytes\tcs-bytes\tcs-protocol\ts-operation\tcs-uri\tsc-status\taction';
    const line =
      '10.1.2.3\tanonymous\tMozilla/5.0 (x y)\t2026-11-25\t08:00:05\twww.example.jp\t192.0.2.7\t80\t10\t20\thttp\tGET\thttp://www.example.jp/a\t200\tAllowed';
    expect(read(fields, line)).toMatchObject({
      account: null,
      host: 'www.example.jp',
      port: 80,
      path: '/a',
      serverAddress: '192.0.2.7',
      bytesSent: 20,
      action: 'Allowed',
      userAgent: 'Mozilla/5.0 (x y)',
    });
    const tunnel = line.replace('GET\thttp://www.example.jp/a', 'CONNECT\twww.example.jp:443').replace('\t80\t', '\t443\t');
    expect(read(fields, tunnel)).toMatchObject({ method: 'CONNECT', host: 'www.example.jp', port: 443, path: null, scheme: null });
  });

  test('of IIS, and fields that change within the file', () => {
    const fields = '#Fields: date time cs-method cs-uri-stem cs-uri-query cs-username c-ip cs-host sc-status';
    expect(read(fields, '2026-11-25 08:00:05 GET /a x=1 - 10.1.2.3 www.example.jp 200')).toMatchObject({ host: 'www.example.jp', path: '/a?x=1' });
    expect(read(fields, '#Fields: time c-ip date cs-host', '08:00:05 10.1.2.4 2026-11-26 b.example')).toMatchObject({
      at: '2026-11-26T08:00:05.000Z',
      terminalAddress: '10.1.2.4',
      host: 'b.example',
      method: null,
    });
  });

  test('times with an offset or as seconds', () => {
    expect(read('#Fields: localtime c-ip cs-host', '"[25/Nov/2026:08:00:05 +0900]" 10.1.2.3 a.example')).toMatchObject({
      at: '2026-11-24T23:00:05.000Z',
    });
    expect(read('#Fields: timestamp c-ip cs-host', '1764052800 10.1.2.3 a.example')).toMatchObject({ at: '2025-11-25T06:40:00.000Z' });
  });

  test.each([
    '2026-11-25 25:00:05 10.1.2.3 a.example',
    '25.11.2026 08:00:05 10.1.2.3 a.example',
    '2026-11-25 08:00:05 pc-12 a.example',
    '2026-11-25',
  ])('a bad line: %s', (line) => {
    expect(read('#Fields: date time c-ip cs-host', line)).toBe('bad');
  });

  test('says which fields are missing', () => {
    const fields = '#Fields: time cs-uri-stem';
    expect(read('#Version: 1.0', fields)).toEqual({ line: 2, text: fields, missing: ['date time', 'c-ip', 'cs-host (cs-uri)'] });
  });
});

test('nothing but empty lines has no format', () => {
  expect(proxyFormatOf(['', '', '# only this'])).toBeNull();
});

test('what is no proxy log is shown with its first line', () => {
  expect(proxyFormatOf(['', '2026/11/25 08:00:00 kid1| Starting Squid Cache'])).toEqual({
    line: 2,
    text: '2026/11/25 08:00:00 kid1| Starting Squid Cache',
    missing: [],
  });
});
