// Times the models of suspicious traffic over synthetic requests: node test/bench/outbound.js [requests, default 10000000] [scattered (default) | ordinary].
// After npm run build. MEMORY: DuckDB's limit in megabytes. The last lines tell two runs that say the same from two that do not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_BACKGROUND_HOSTS } from '../../dist/checks/background-hosts.js';
import { buildModels } from '../../dist/checks/build-models.js';
import { MODELS_FOLDER } from '../../dist/checks/rules-folder.js';
import { DEFAULT_THRESHOLDS } from '../../dist/checks/thresholds.js';
import { fillSites } from '../../dist/commands/fill-sites.js';
import { createTables } from '../../dist/engine/create-tables.js';
import { openDuckDb } from '../../dist/engine/duckdb.js';
import { TextBatches } from '../../dist/engine/text-batches.js';
import { BACKGROUND_HOSTS } from '../../dist/tables/activity.js';
import { ADDRESSES, TERMINALS } from '../../dist/tables/directory.js';
import { INDICATORS } from '../../dist/tables/outbound.js';
import { PROXY_INPUTS, PROXY_REQUESTS } from '../../dist/tables/proxy.js';
import { PERIOD, SETTINGS } from '../../dist/tables/settings.js';

const REQUESTS = Number(process.argv[2] ?? 10_000_000);
const IS_ORDINARY = process.argv[3] === 'ordinary';
const MEMORY_MEGABYTES = Number(process.env.MEMORY ?? 320);
const TERMINAL_COUNT = 3000;
const START = Date.parse('2026-11-09T00:00:00Z');
const WEEK_SECONDS = 7 * 86_400;

const folder = mkdtempSync(join(tmpdir(), 'adlogon-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const engine = await openDuckDb({ file: join(folder, 'rows.duckdb'), temporaryFolder: folder, memoryMegabytes: MEMORY_MEGABYTES, threads: 2 });
await createTables(engine);
await timed('fill', fill);
await timed('sites', () => fillSites(engine));
const started = performance.now();
await buildModels(
  {
    ask: (sql) => engine.ask(sql),
    lock: () => engine.lock(),
    // One at a time, so that each has its own.
    tablesAtOnce: async () => 1,
    makeTable: (name, sql) => timed(name, () => engine.makeTable(name, sql)),
  },
  MODELS_FOLDER,
);
console.log(`${seconds(performance.now() - started)}  all models`);
const { rows } = await engine.ask(
  'select level, level_because, count(*) as n from outbound_episodes group by level, level_because order by level, level_because',
);
for (const row of rows) console.log(`          ${row.level} ${row.level_because}: ${row.n}`);
console.log(`          ${REQUESTS} requests, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, DuckDB limit ${MEMORY_MEGABYTES} MB`);
for (const model of ['outbound_signs', 'outbound_episodes', 'outbound_terminals', 'outbound_records']) {
  const { rows: same } = await engine.ask(`select count(*) as n, cast(sum(hash(t)) as varchar) as h from ${model} t`);
  console.log(`          ${model}: ${same[0]?.n} rows, ${same[0]?.h}`);
}
await engine.close();

async function timed(name, work) {
  const before = performance.now();
  const result = await work();
  const took = performance.now() - before;
  if (took > 200 || name.startsWith('outbound')) console.log(`${seconds(took)}  ${name}`);
  return result;
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2).padStart(7)} s`;
}

/**
 * A week of five days, ten hours of work each, by 3,000 PCs; two of them call one host every minute.
 * Scattered: 200,000 hosts, in no order, hardly two requests alike in host, address and hour. Ordinary: in order of time, 25 requests in half a minute for
 * a page of a few sites, 20,000 hosts of which one takes a fifth of all requests and half take one in ten, from addresses and by names of usual length.
 */
async function fill() {
  const network = 'office';
  const numbers = (count) => Array.from({ length: count }, (_, n) => n);
  const address = (n) => `10.${1 + Math.floor(n / 62_500)}.${Math.floor(n / 250) % 250}.${1 + (n % 250)}`;
  // On disk, as logs are read.
  await TextBatches.begin(engine, PROXY_REQUESTS, { organisation: 'midori', network });
  await engine.run(`
    insert into proxy_requests (organisation, network, input, line, occurred_at, terminal_address, account, method, host, port, status, bytes_sent, bytes_received, action)
    ${IS_ORDINARY ? ordinary(network) : scattered(network)}
    union all
    select 'midori', '${network}', 1, ${REQUESTS} + i + 1, timestamp '2026-11-09 00:00:00' + to_seconds(i * 60 // 2 + i % 3), '10.1.0.' || (1 + i % 2), null,
      'CONNECT', 'evil.example', 443, 200, 900, 1000, 'TCP_TUNNEL'
    from range(10000) t(i)`);
  await engine.insertRows(
    TERMINALS,
    numbers(TERMINAL_COUNT).map((n) => ({ network, terminal: `PC${n}`, role: 'user terminal', admin_terminal: n < 10, known_by: 'directory' })),
  );
  await engine.insertRows(
    ADDRESSES,
    numbers(TERMINAL_COUNT).map((n) => ({ network, terminal: `PC${n}`, terminal_address: address(n), known_by: 'inventory' })),
  );
  const span = { first_at: new Date(START), last_at: new Date(START + WEEK_SECONDS * 1000) };
  await engine.insertRows(PROXY_INPUTS, [
    { organisation: 'midori', network, input: 1, file: 'access.log', requests: REQUESTS, bad_lines: 0, cut_short: false, ...span },
  ]);
  await engine.insertRows(
    INDICATORS,
    numbers(10_000).map((n) => ({ kind: 'domain', value: `bad${n}.test`, host: `bad${n}.test`, file: 'ioc.txt', line: n + 1 })),
  );
  await engine.insertRows(
    BACKGROUND_HOSTS,
    DEFAULT_BACKGROUND_HOSTS.map(({ pattern, purpose }) => ({ pattern, purpose })),
  );
  await engine.insertRows(
    SETTINGS,
    DEFAULT_THRESHOLDS.map(({ name, value }) => ({ name, value })),
  );
  await engine.insertRows(PERIOD, [{ asked_from: span.first_at, asked_until: span.last_at }]);
}

function scattered(network) {
  return `select 'midori', '${network}', 1, i + 1,
      timestamp '2026-11-09 00:00:00' + to_seconds((i % 5) * 86400 + cast(hash(i) % 36000 as integer)),
      '10.1.' || ((hash(i * 3) % ${TERMINAL_COUNT}) // 250) || '.' || (1 + (hash(i * 3) % ${TERMINAL_COUNT}) % 250),
      'user-' || (hash(i * 3) % ${TERMINAL_COUNT}),
      'CONNECT', 'www.host' || cast(floor(200000 * pow((hash(i * 7) % 1000000) / 1000000.0, 4)) as integer) || '.test', 443, 200, 900, hash(i * 11) % 90000, 'TCP_TUNNEL'
    from range(${REQUESTS}) t(i)`;
}

/** The page is the same for 25 requests of one PC: its hosts are drawn from eight. */
function ordinary(network) {
  return `select 'midori', '${network}', 1, i + 1,
      timestamp '2026-11-09 00:00:00' + to_seconds((i * 5 // ${REQUESTS}) * 86400 + i * 5 % ${REQUESTS} * 36000 // ${REQUESTS}),
      '192.168.' || (100 + pc // 250) || '.' || (1 + pc % 250), 'yamada-taro-' || pc,
      'CONNECT', 'static-' || host % 3 || '.service' || host || '.example.co.jp', 443, case when i % 50 = 0 then 407 else 200 end, 900, hash(i * 11) % 90000, 'TCP_TUNNEL'
    from (
      select i, hash(i // 25000 * 1000 + i % 1000) % ${TERMINAL_COUNT} as pc,
        cast(floor(20000 * pow((hash((i // 25000 * 1000 + i % 1000) * 8 + hash(i) % 8) % 1000000) / 1000000.0, 6)) as integer) as host
      from range(${REQUESTS}) t(i)
    ) requests`;
}
