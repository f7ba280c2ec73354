// Times every model over synthetic rows: node test/bench/models.js [rows, default 2000000] [week|filtered|spray|names|places|scatter|force, default week]. After npm run build.
// The peak of a line is that of the process while it ran. MEMORY: DuckDB's limit in megabytes. MOST: the same for the second try. TEXTS: so many more distinct texts, as command lines are.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildModels } from '../../dist/checks/build-models.js';
import { readChecks } from '../../dist/checks/read-checks.js';
import { CHECKS_FOLDER, MODELS_FOLDER } from '../../dist/checks/rules-folder.js';
import { runChecks } from '../../dist/checks/run-checks.js';
import { DEFAULT_THRESHOLDS } from '../../dist/checks/thresholds.js';
import { fillCalendar } from '../../dist/commands/fill-calendar.js';
import { createTables } from '../../dist/engine/create-tables.js';
import { openDuckDb } from '../../dist/engine/duckdb.js';
import { appendPackedTexts, createPackedTables, packedColumns, publishPackedTables } from '../../dist/engine/packed-events.js';
import { loadConfig } from '../../dist/settings/config-file.js';
import { ACCOUNTS, ADDRESSES, DIRECTORIES, TERMINALS } from '../../dist/tables/directory.js';
import { LOGON_EVENTS } from '../../dist/tables/events.js';
import { INPUTS, RECORDINGS } from '../../dist/tables/inputs.js';
import { PERIOD, SETTINGS } from '../../dist/tables/settings.js';

const ROWS = Number(process.argv[2] ?? 2_000_000);
const SHAPE = process.argv[3] ?? 'week';
const MEMORY_MEGABYTES = Number(process.env.MEMORY ?? 320);
const MOST_MEGABYTES = Number(process.env.MOST ?? MEMORY_MEGABYTES);
const MORE_TEXTS = Number(process.env.TEXTS ?? 0);
const TERMINAL_COUNT = 3000;
const PERSONS = 3000;
const DOMAIN_SID = 'S-1-5-21-7-8-9';
const START = Date.parse('2026-11-09T00:00:00Z');
const WEEK_MICROSECONDS = 7 * 86_400 * 1_000_000;

// A folder of its own: two engines that spill into one folder write over each other's rows.
const folder = mkdtempSync(join(tmpdir(), 'adlogon-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const engine = await openDuckDb({
  file: join(folder, 'rows.duckdb'),
  temporaryFolder: folder,
  memoryMegabytes: MEMORY_MEGABYTES,
  mostMegabytes: MOST_MEGABYTES,
  threads: 2,
});
await createTables(engine);
await createPackedTables(engine);
const texts = await fillTexts();
await timed('fill', fillEvents);
await publishPackedTables(engine, 'midori', 'office');
await fillSmallTables();
await fillCalendar(engine, { timezone: 'Asia/Tokyo', config: loadConfig(null, DEFAULT_THRESHOLDS) });

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
const checklist = await timed('checks', async () =>
  runChecks(engine, await readChecks(CHECKS_FOLDER), {
    madeBy: 'bench',
    organisation: 'midori',
    network: 'office',
    showUnknownNames: false,
    configuration: null,
    notApplicable: new Map(),
    acknowledgements: null,
    now: new Date(),
  }),
);
for (const { check, outcome, toReview, noted } of checklist.results)
  console.log(`          ${check.id}: ${outcome}, ${toReview} to review, ${noted} noted`);
console.log(
  `          ${ROWS} rows, shape ${SHAPE}, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, DuckDB limit ${MEMORY_MEGABYTES} MB`,
);
await engine.close();

async function timed(name, work) {
  const before = performance.now();
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const looking = setInterval(look, 10);
  try {
    return await work();
  } finally {
    look();
    clearInterval(looking);
    console.log(`${seconds(performance.now() - before)} ${String(Math.round(most / 2 ** 20)).padStart(5)} MB  ${name}`);
  }
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2).padStart(7)} s`;
}

/** Numbers of the texts: computers `PCn$`, persons `user-n`, their SIDs, and addresses, each one after another. */
async function fillTexts() {
  const fixed = [
    'dc01.midori.example.jp',
    'dc02.midori.example.jp',
    'MIDORI',
    'remote',
    'wrong-password',
    '0x18',
    'krbtgt',
    'dc01$',
    'no-such-account',
    '0x6',
  ];
  const numbers = (count) => Array.from({ length: count }, (_, n) => n);
  const all = [
    ...fixed,
    ...numbers(TERMINAL_COUNT).map((n) => `PC${n}$`),
    ...numbers(TERMINAL_COUNT).map((n) => `${DOMAIN_SID}-${10_000 + n}`),
    ...numbers(TERMINAL_COUNT).map((n) => address(n)),
    ...numbers(PERSONS).map((n) => `user-${n}`),
    ...numbers(PERSONS).map((n) => `${DOMAIN_SID}-${20_000 + n}`),
  ];
  const made = [];
  const grow = async (count, textOf) => {
    const first = all.length + made.reduce((sum, size) => sum + size, 0) + 1;
    for (let n = 0; n < count; n += 100_000) {
      const texts = numbers(Math.min(100_000, count - n)).map((m) => textOf(n + m));
      await appendPackedTexts(engine, first + n, texts);
    }
    made.push(count);
    return first;
  };
  await appendPackedTexts(engine, 1, all);
  const guess = await grow(SHAPE === 'names' ? ROWS / 10 : 0, (n) => `guess-${n}`);
  const place = await grow(SHAPE === 'places' || SHAPE === 'scatter' ? ROWS / 10 : 0, (n) => `172.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
  await grow(MORE_TEXTS, (n) => `"C:\\Program Files\\Maker\\Product\\tool.exe" --session ${n * 7919} --quiet`);
  const at = (text) => all.indexOf(text) + 1;
  return {
    at,
    guess,
    place,
    pc: at('PC0$'),
    pcSid: at(`${DOMAIN_SID}-10000`),
    address: at(address(0)),
    user: at('user-0'),
    userSid: at(`${DOMAIN_SID}-20000`),
  };
}

function address(n) {
  return `10.${1 + Math.floor(n / 62_500)}.${Math.floor(n / 250) % 250}.${1 + (n % 250)}`;
}

/**
 * Nine rows in ten are computers'. A person's: tickets, service tickets, logons; one in fifty fails. Every tenth row is one attacker's: `spray` tries the accounts there are in turn,
 * `names` ever new names, both from one PC; `places` tries one account from ever new addresses, `scatter` all accounts from ever new addresses; `force` one account from one PC.
 */
async function fillEvents() {
  const { at } = texts;
  const attack = ['spray', 'names', 'places', 'scatter', 'force'].includes(SHAPE) ? 'i % 10 = 5' : 'false';
  const attacked = { spray: `(i // 10) % ${PERSONS}`, scatter: `(i // 10) % ${PERSONS}`, force: '7', places: '77' }[SHAPE] ?? '0';
  const attacker = ['places', 'scatter'].includes(SHAPE) ? `${texts.place} + i // 10` : `${texts.address} + 11`;
  const ofNames = SHAPE === 'names' ? 'attack' : 'false';
  await engine.run(`
    create temporary table happenings as
    select i, ${attack} as attack, i % 10 <> 0 and not (${attack}) as computer, hash(i) % ${TERMINAL_COUNT} as pc, hash(i * 31) % 50 = 3 and i % 10 = 0 as wrong_place,
      (i % 10 = 0 and hash(i * 17) % 50 = 0) or (${attack}) as failed, hash(i * 7) % 10 as kind,
      ${START * 1000} + cast(i * ${Math.floor(WEEK_MICROSECONDS / ROWS)} as bigint) as micros
    from range(${ROWS}) t(i)`);
  const person = `case when attack then ${attacked} else pc % ${PERSONS} end`;
  const event = 'case when failed then 4771 when kind < 4 then 4769 when kind < 7 then 4624 when kind < 8 then 4634 else 4768 end';
  const values = {
    input: '1 + (i // 10) % 2',
    recorded_by: `case when (i // 10) % 2 = 0 then ${at('dc01.midori.example.jp')} else ${at('dc02.midori.example.jp')} end`,
    record_id: 'i // 2 + 1',
    occurred_at: 'micros',
    event_id: event,
    succeeded: `case when failed then 0 when ${event} = 4634 then -2147483648 else 1 end`,
    account: `case when ${ofNames} then ${texts.guess} + i // 10 when computer then ${texts.pc} + pc else ${texts.user} + ${person} end`,
    account_domain: `case when ${event} = 4771 then 0 else ${at('MIDORI')} end`,
    account_sid: `case when ${ofNames} or ${event} = 4769 then 0 when computer then ${texts.pcSid} + pc else ${texts.userSid} + ${person} end`,
    logon_type: `case when ${event} in (4624, 4634) then 3 else -2147483648 end`,
    terminal_address: `case when attack then ${attacker} when wrong_place then ${texts.address} + (pc + 1) % ${TERMINAL_COUNT} when ${event} = 4634 then 0 else ${texts.address} + pc end`,
    terminal_address_kind: `case when ${event} = 4634 then 0 else ${at('remote')} end`,
    failure_reason: `case when failed then ${at('wrong-password')} else 0 end`,
    status_code: `case when failed then ${at('0x18')} else 0 end`,
    service: `case when ${event} = 4769 then ${at('dc01$')} else ${at('krbtgt')} end`,
  };
  const columns = packedColumns(LOGON_EVENTS).map((column) => {
    const nothing =
      column.type === 'text' ? '0' : column.type === 'bigint' || column.type === 'timestamp' ? '(-9223372036854775807 - 1)' : '-2147483648';
    return values[column.name] ?? nothing;
  });
  await engine.run(`insert into packed_logon_events select ${columns.join(', ')} from happenings order by i`);
  await engine.run('drop table happenings');
}

async function fillSmallTables() {
  const numbers = (count) => Array.from({ length: count }, (_, n) => n);
  const network = 'office';
  const domain = { network, domain: 'MIDORI', domain_dns: 'midori.example.jp' };
  const from = new Date(START);
  const until = new Date(START + WEEK_MICROSECONDS / 1000);
  await engine.insertRows(DIRECTORIES, [{ ...domain, domain_sid: DOMAIN_SID, taken_at: until, taken_from: 'DC01', complete: true }]);
  await engine.insertRows(ACCOUNTS, [
    ...numbers(TERMINAL_COUNT).map((n) => ({
      ...domain,
      account: `PC${n}$`,
      account_sid: `${DOMAIN_SID}-${10_000 + n}`,
      kind: 'computer',
      administrator: false,
    })),
    ...numbers(PERSONS).map((n) => ({
      ...domain,
      account: `user-${n}`,
      account_sid: `${DOMAIN_SID}-${20_000 + n}`,
      kind: 'person',
      administrator: n < 10,
    })),
  ]);
  await engine.insertRows(TERMINALS, [
    ...['DC01', 'DC02'].map((terminal) => ({ network, terminal, role: 'domain controller', known_by: 'directory' })),
    ...numbers(TERMINAL_COUNT).map((n) => ({ network, terminal: `PC${n}`, role: 'user terminal', admin_terminal: n < 10, known_by: 'directory' })),
  ]);
  await engine.insertRows(
    ADDRESSES,
    numbers(TERMINAL_COUNT / 2).map((n) => ({ network, terminal: `PC${n}`, terminal_address: address(n), known_by: 'inventory' })),
  );
  await engine.insertRows(
    INPUTS,
    [1, 2].map((input) => ({ input, file: `DC0${input}.evtx`, readable: true, damaged: 0 })),
  );
  await engine.insertRows(
    RECORDINGS,
    [1, 2].map((input) => ({
      organisation: 'midori',
      network,
      input,
      recorded_by: `dc0${input}.midori.example.jp`,
      records: ROWS / 2 - (SHAPE === 'filtered' ? 1 : 0),
      first_record_id: 1,
      last_record_id: ROWS / 2,
      first_at: from,
      last_at: until,
    })),
  );
  await engine.insertRows(
    SETTINGS,
    DEFAULT_THRESHOLDS.map(({ name, value }) => ({ name, value })),
  );
  await engine.insertRows(PERIOD, [{ asked_from: from, asked_until: until }]);
}
