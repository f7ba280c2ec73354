import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTables } from '../../src/engine/create-tables.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Row } from '../../src/engine/engine.ts';
import { findProxyLogs } from '../../src/ingest/find-inputs.ts';
import { loadProxyLogs } from '../../src/ingest/load-proxy-logs.ts';
import type { Warning } from '../../src/sidelogs/terminals-csv.ts';
import { userErrorOf } from '../checks/folder-of.ts';

let folder = '';
let databases = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'adlogon-proxy-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Line n of a Squid log. */
const line = (n: number, host = `h${n}.example`) =>
  `${1_764_052_800 + n}.000 45 10.1.2.${n % 250} TCP_TUNNEL/200 ${n} CONNECT ${host}:443 sato HIER_DIRECT/192.0.2.7 -`;

const lines = (count: number) => Array.from({ length: count }, (_, n) => line(n)).join('\n');

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Loads what was given, and answers a question about it. */
async function ask(given: readonly string[], sql: string): Promise<{ readonly rows: readonly Row[]; readonly warnings: readonly Warning[] }> {
  const engine = await openDuckDb({
    file: join(folder, `.rows-${databases++}`),
    temporaryFolder: folder,
    fillingMegabytes: 160,
    memoryMegabytes: 320,
    threads: 1,
  });
  try {
    await createTables(engine);
    const labels = { organisation: 'midori', network: 'office' };
    const options = { ...labels, signal: new AbortController().signal, onProgress: () => {} };
    const warnings = await loadProxyLogs(engine, findProxyLogs(given), options);
    return { rows: (await engine.ask(sql)).rows, warnings };
  } finally {
    await engine.close();
  }
}

test('rows are what the lines say, in order, with their numbers', async () => {
  const path = file('access.log', `${line(1)}\r\n\n${line(2)}\n`);
  const { rows, warnings } = await ask([path], 'select * from proxy_requests order by line');
  expect(warnings).toEqual([]);
  expect(rows.map(({ line, host }) => [line, host])).toEqual([
    [1, 'h1.example'],
    [3, 'h2.example'],
  ]);
  expect(rows[0]).toEqual({
    organisation: 'midori',
    network: 'office',
    input: 1,
    line: 1,
    occurred_at: new Date(1_764_052_801_000),
    terminal_address: '10.1.2.1',
    account: 'sato',
    account_domain: null,
    method: 'CONNECT',
    scheme: null,
    host: 'h1.example',
    port: 443,
    path: null,
    status: 200,
    bytes_sent: null,
    bytes_received: 1,
    action: 'TCP_TUNNEL',
    server_address: '192.0.2.7',
    user_agent: null,
  });
});

test('a file larger than a batch, its lines across blocks, loses nothing', async () => {
  const count = 300_000;
  const path = file('access.log', lines(count));
  const { rows } = await ask(
    [path],
    "select count(*) as n, sum(bytes_received) as bytes, count(distinct host) as hosts, min(line) as first, max(line) as last from proxy_requests where host = 'h' || cast(line - 1 as varchar) || '.example'",
  );
  expect(rows).toEqual([{ n: count, bytes: (count * (count - 1)) / 2, hosts: count, first: 1, last: count }]);
});

test('bad lines are counted and told, the rest is used', async () => {
  const path = file('access.log', [line(1), 'nonsense', line(2), 'x'.repeat(3_000_000), line(3).slice(0, 40)].join('\n'));
  const { rows, warnings } = await ask([path], 'select lines, requests, bad_lines, first_bad_line, comments from proxy_inputs');
  expect(rows).toEqual([{ lines: 5, requests: 2, bad_lines: 3, first_bad_line: 2, comments: 0 }]);
  expect(warnings).toEqual([{ code: 'proxy-bad-lines', details: { file: path, line: 2, count: 3, requests: 2 } }]);
});

test('a compressed file is read by its content, and the same content counts once', async () => {
  const content = `${lines(10)}\n`;
  const plain = file('access.log', content);
  const packed = file('b.log', gzipSync(content));
  const { rows, warnings } = await ask(
    [plain, packed],
    'select i.file, i.same_as, i.sha256, count(r.line) as n from proxy_inputs i left join proxy_requests r on r.input = i.input group by all order by i.file',
  );
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect(rows).toEqual([
    { file: 'access.log', same_as: null, sha256, n: 10 },
    { file: 'b.log', same_as: 1, sha256, n: 0 },
  ]);
  expect(warnings).toEqual([{ code: 'proxy-same-content', details: { file: packed, other: plain } }]);
});

test('of a compressed file that is cut short, what comes before is used', async () => {
  const packed = gzipSync(lines(50_000));
  const path = file('access.log.gz', packed.subarray(0, packed.length / 2));
  const { rows, warnings } = await ask([path], 'select cut_short, requests > 1000 as some from proxy_inputs');
  expect(rows).toEqual([{ cut_short: true, some: true }]);
  expect(warnings.map(({ code }) => code)).toContain('proxy-cut-short');
});

test('an empty file, and one with comments only, are told', async () => {
  const empty = file('a.log', '');
  const comments = file('b.log', '#Software: x\n#Version: 1.0\n');
  const { rows, warnings } = await ask([empty, comments], 'select format, requests, first_at from proxy_inputs');
  expect(rows).toEqual([
    { format: null, requests: 0, first_at: null },
    { format: null, requests: 0, first_at: null },
  ]);
  expect(warnings.map(({ code, details }) => [code, details.file])).toEqual([
    ['proxy-no-requests', empty],
    ['proxy-no-requests', comments],
  ]);
});

test('what a folder holds beside proxy logs is passed over and told; a file that was named is refused', async () => {
  mkdirSync(join(folder, 'squid'));
  file('squid/access.log.1', lines(3));
  const cache = file('squid/cache.log', '2026/11/25 08:00:00 kid1| Starting\n');
  const { rows, warnings } = await ask([join(folder, 'squid')], 'select count(*) as n from proxy_requests');
  expect(rows).toEqual([{ n: 3 }]);
  expect(warnings).toEqual([{ code: 'proxy-file-passed-over', details: { file: cache } }]);
  expect(await userErrorOf(() => ask([cache], 'select 1'))).toEqual({
    code: 'proxy-format-unknown',
    details: { file: cache, line: 1, text: '2026/11/25 08:00:00 kid1| Starting' },
  });
});

test('a folder or pattern without a proxy log, and a file that is not there, are refused', async () => {
  mkdirSync(join(folder, 'empty'));
  const codeOf = async (given: string) => (await userErrorOf(() => ask([given], 'select 1')))?.code;
  expect(await codeOf(join(folder, 'empty'))).toBe('no-proxy-logs-in-folder');
  expect(await codeOf(join(folder, '*.log'))).toBe('no-logs-for-pattern');
  expect(await codeOf(join(folder, 'access.log'))).toBe('log-not-found');
  file('iis.log', '#Fields: date time c-ip cs-uri-stem\n');
  expect(await codeOf(join(folder, 'iis.log'))).toBe('proxy-fields-missing');
});

test('bytes that are no UTF-8, and quotes, stay data', async () => {
  const path = file('access.log', Buffer.concat([Buffer.from(line(1, "x'); drop table inputs; --")), Buffer.from([0x0a, 0xff, 0xfe, 0x00, 0x0a])]));
  const { rows } = await ask([path], 'select bad_lines, requests from proxy_inputs');
  expect(rows).toEqual([{ bad_lines: 1, requests: 1 }]);
});
