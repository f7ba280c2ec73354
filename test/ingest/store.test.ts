import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { StoreFolder } from '../../src/ingest/store-folder.ts';
import { readManifests } from '../../src/ingest/store-read.ts';
import { dropOldInputs } from '../../src/ingest/store-retention.ts';
import { inFolder, type Run, runAdlogon, runHere, WEEK } from '../run-adlogon.ts';

const LOGS = `${WEEK}/logs`;
const KNOWN = ['--directory', `${WEEK}/directory.json`, '--terminals', `${WEEK}/terminals.csv`, '--lang', 'en'];
const DC01 = [`${LOGS}/DC01-Security-1.evtx`, `${LOGS}/DC01-Security-2.evtx`] as const;

/** Gone after the test. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'adlogon-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function audit(...args: readonly string[]): Promise<Run> {
  return runHere(['audit', ...args, ...KNOWN]);
}

/** What the logs say without a store; asked once. */
let fromLogs: Promise<Run> | null = null;
function auditOfLogs(): Promise<Run> {
  fromLogs ??= audit(LOGS);
  return fromLogs;
}

/** A store into which the week was put, for what happens to it afterwards; made once. The run that put it in. */
const KEPT = mkdtempSync(join(tmpdir(), 'adlogon-store-'));
afterAll(() => rmSync(KEPT, { recursive: true, force: true }));
let putting: Promise<Run> | null = null;
async function weekIn(store: string): Promise<Run> {
  putting ??= audit(LOGS, '--store', KEPT);
  const put = await putting;
  cpSync(KEPT, store, { recursive: true });
  return put;
}

function ask(sql: string, ...args: readonly string[]): Promise<Run> {
  return runHere(['query', sql, ...args, '--format', 'csv', '--lang', 'en']);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function fingerprint(folder: string): readonly string[] {
  return filesIn(folder).map((name) => {
    const path = join(folder, name);
    return `${name} ${statSync(path).mtimeMs} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
  });
}

function flipByte(path: string): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 0x40;
  writeFileSync(path, bytes);
}

function largestParquet(store: string): string {
  const [largest = ''] = filesIn(store)
    .filter((name) => name.includes('logon_events'))
    .sort((one, other) => statSync(join(store, other)).size - statSync(join(store, one)).size);
  return join(store, largest);
}

function editManifests(store: string, edit: (manifest: Record<string, unknown>, at: number) => void): void {
  const folder = join(store, 'v1/inputs');
  for (const [at, name] of readdirSync(folder).sort().entries()) {
    const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    edit(manifest, at);
    writeFileSync(join(folder, name), JSON.stringify(manifest));
  }
}

test('what is kept gives the same checklist, findings and evidence as the logs; keys open in the logs', async () => {
  await inFolder(async (folder) => {
    const [store, fromLogs, restored] = [join(folder, 'store'), join(folder, 'logs'), join(folder, 'restored')];
    const given = await audit(LOGS, '--store', store, '--out', fromLogs);
    const kept = await audit('--store', store, '--out', restored);
    expect([kept.code, kept.out]).toEqual([given.code, given.out]);
    expect(given.out).toBe((await auditOfLogs()).out);
    for (const name of readdirSync(fromLogs))
      expect(readFileSync(join(restored, name), 'utf8'), name).toBe(readFileSync(join(fromLogs, name), 'utf8'));
    const findings: { findings: { evidence: string[] }[] } = JSON.parse(readFileSync(join(restored, 'report.json'), 'utf8'));
    const [key = ''] = findings.findings.flatMap((finding) => finding.evidence);
    const opened = runAdlogon(['records', LOGS, '--evidence', key]);
    expect(opened.code).toBe(0);
    expect(opened.out.trim().split('\n')).toHaveLength(1);
  });
}, 60_000);

test('the same export given twice changes no file, under another name neither; only the owner may read', async () => {
  await inFolder(async (folder) => {
    const store = join(folder, 'store');
    await audit(LOGS, '--store', store);
    const before = fingerprint(store);
    expect(before.length).toBeGreaterThan(8);
    const copy = join(folder, 'copy.evtx');
    writeFileSync(copy, readFileSync(DC01[0]));
    const again = await audit(LOGS, copy, '--store', store);
    expect(again.code).toBe(1);
    expect(fingerprint(store)).toEqual(before);
    if (process.platform === 'win32') return;
    for (const name of readdirSync(store, { recursive: true, encoding: 'utf8' })) {
      const stat = statSync(join(store, name));
      expect([name, (stat.mode & 0o777).toString(8)]).toEqual([name, stat.isDirectory() ? '700' : '600']);
    }
  });
}, 60_000);

test('exports that overlap, kept one after the other, count each record once', async () => {
  await inFolder(async (folder) => {
    const store = join(folder, 'store');
    await audit(DC01[1], '--store', store);
    const later = await audit(DC01[0], '--store', store, '--week', '2026-W46');
    const both = await audit(...DC01, '--week', '2026-W46');
    const sums = (run: Run) => /Records: .*/.exec(run.out)?.[0];
    expect(sums(both)).toMatch(/[1-9]\d* duplicates .* the sums agree/);
    expect(sums(later)).toBe(sums(both));
    expect((await audit('--store', store, '--week', '2026-W46')).out).toBe(both.out);
    const count =
      'select count(*) as n, count(distinct recorded_by || cast(record_id as varchar) || cast(occurred_at as varchar)) as records from logon_events';
    const [, line] = (await ask(count, '--store', store)).out.trim().split(/\r?\n/);
    const [rows, records] = line?.split(',') ?? [];
    expect(Number(rows)).toBeGreaterThan(1000);
    expect(rows).toBe(records);
  });
}, 60_000);

test('a week cut in half by two exports is whole', async () => {
  await inFolder(async (folder) => {
    const store = join(folder, 'store');
    const half = `${LOGS}/DC02-Security.evtx`;
    const rest = readdirSync(LOGS).flatMap((name) => (name.startsWith('DC02') ? [] : `${LOGS}/${name}`));
    await audit(half, '--store', store);
    const out = (name: string) => readFileSync(join(folder, name, 'checklist.csv'), 'utf8');
    await audit(...rest, '--store', store, '--week', '2026-W46', '--out', join(folder, 'joined'));
    await audit(LOGS, '--week', '2026-W46', '--out', join(folder, 'whole'));
    await audit(...rest, '--week', '2026-W46', '--out', join(folder, 'alone'));
    expect(out('joined')).toBe(out('whole'));
    expect(out('alone')).not.toBe(out('whole'));
  });
}, 60_000);

test.each([
  ['the first file is being written', (store: string) => existsSync(join(store, 'v1/writing')) && filesIn(join(store, 'v1/writing')).length > 0],
  ['a file is there whose manifest is not', (store: string) => existsSync(join(store, 'v1/logon_events'))],
  ['one input is kept', (store: string) => existsSync(join(store, 'v1/inputs')) && readdirSync(join(store, 'v1/inputs')).length > 0],
  ['half of the inputs are kept', (store: string) => existsSync(join(store, 'v1/inputs')) && readdirSync(join(store, 'v1/inputs')).length > 1],
])(
  'killed when %s, the next run keeps all and reports right',
  async (_, isTime) => {
    const folder = newFolder();
    const store = join(folder, 'store');
    const child = spawn(process.execPath, ['bin/adlogon.js', 'audit', LOGS, ...KNOWN, '--store', store], { stdio: 'ignore' });
    const ended = new Promise((done) => child.on('exit', (code, signal) => done(signal ?? code)));
    for (let n = 0; n < 20_000 && !isTime(store) && child.exitCode === null; n++) await new Promise((passed) => setTimeout(passed, 1));
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    const again = await audit(LOGS, '--store', store);
    expect(again.out).toBe((await auditOfLogs()).out);
    expect((await audit('--store', store)).out).toBe(again.out);
    expect(readManifests(new StoreFolder(store)).manifests).toHaveLength(readdirSync(LOGS).length);
  },
  60_000,
);

test('Ctrl-C while writing leaves nothing half, and what a killed run left is removed after a day', async () => {
  const folder = newFolder();
  const store = join(folder, 'store');
  const left = join(store, 'v1/writing/1-left');
  mkdirSync(left, { recursive: true });
  writeFileSync(join(left, 'rows.parquet'), 'PAR1');
  utimesSync(left, new Date('2026-01-01'), new Date('2026-01-01'));
  const child = spawn(process.execPath, ['bin/adlogon.js', 'audit', LOGS, ...KNOWN, '--store', store], { stdio: 'ignore' });
  const ended = new Promise((done) => child.on('exit', (code, signal) => done(signal ?? code)));
  const writing = () => readdirSync(join(store, 'v1/writing'));
  for (let n = 0; n < 20_000 && !writing().some((name) => name !== '1-left') && child.exitCode === null; n++) {
    await new Promise((passed) => setTimeout(passed, 1));
  }
  child.kill('SIGINT');
  expect(await ended).toBe(2);
  expect(writing()).toEqual([]);
  expect((await audit(LOGS, '--store', store)).out).toBe((await auditOfLogs()).out);
}, 60_000);

test('two runs at once keep the same as one', async () => {
  const folder = newFolder();
  const store = join(folder, 'store');
  const run = () =>
    new Promise((done) => {
      const child = spawn(process.execPath, ['bin/adlogon.js', 'audit', LOGS, ...KNOWN, '--store', store], { stdio: 'ignore' });
      child.on('exit', done);
    });
  expect(await Promise.all([run(), run()])).toEqual([1, 1]);
  expect((await audit('--store', store)).out).toBe((await auditOfLogs()).out);
}, 60_000);

test('a damaged or missing file is named, the others are used, what is missing is not called covered; the log mends it', async () => {
  await inFolder(async (folder) => {
    const store = join(folder, 'store');
    const whole = await weekIn(store);
    const damaged = largestParquet(store);
    flipByte(damaged);
    const run = await audit('--store', store);
    expect(run.err).toContain(`${damaged}: this file of the store is damaged or missing`);
    expect(run.out).toContain('a file of the store that is damaged or missing');
    expect(run.out).toMatch(/the sums agree/);
    expect(Number((await ask('select count(*) as n from logon_events', '--store', store)).out.split(/\r?\n/)[1])).toBeGreaterThan(1000);
    expect((await ask("select count(*) as n from coverage_gaps where code = 'file-unreadable'", '--store', store)).out).toMatch(/[1-9]/);
    expect((await audit(LOGS, '--store', store)).out).toBe(whole.out);
    expect((await audit('--store', store)).out).toBe(whole.out);
  });
}, 60_000);

test('what a newer version kept is named and not read; a manifest that is no JSON too', async () => {
  await inFolder(async (folder) => {
    const store = join(folder, 'store');
    await weekIn(store);
    editManifests(store, (manifest, at) => {
      if (at === 0) manifest.format = 2;
    });
    const [newer = '', broken = ''] = readdirSync(join(store, 'v1/inputs')).sort();
    writeFileSync(join(store, 'v1/inputs', broken), '{');
    const run = await audit('--store', store);
    expect(run.err).toContain(`${newer}: kept by a newer version of adlogon`);
    expect(run.err).toContain(`${broken}: this file of the store is damaged`);
    expect(run.code).toBe(1);
  });
}, 60_000);

test('what is wholly older than --keep-weeks is deleted, and said so; a clock that ran ahead deletes nothing', async () => {
  await inFolder(async (folder) => {
    const store = join(folder, 'store');
    await weekIn(store);
    const [old = ''] = readdirSync(join(store, 'v1/inputs')).sort();
    const moved = (manifest: Record<string, unknown>, day: string) => {
      manifest.recordings = [{ ...Object(Array.isArray(manifest.recordings) ? manifest.recordings[0] : {}), first_at: day, last_at: day }];
    };
    editManifests(store, (manifest, at) => {
      if (at === 0) moved(manifest, '2026-09-01T00:00:00.000Z');
    });
    expect((await audit('--store', store, '--keep-weeks', '30')).err).not.toContain('Deleted');
    const run = await audit('--store', store, '--keep-weeks', '4');
    expect(run.err).toContain(`Deleted from the store because older than 4 weeks: `);
    expect(run.err).toContain(old.slice(0, 12));
    expect(filesIn(store).filter((name) => name.includes(old.slice(0, 64)))).toEqual([]);
    editManifests(store, (manifest, at) => {
      if (at === 0) moved(manifest, '2999-01-01T00:00:00.000Z');
    });
    const { manifests } = readManifests(new StoreFolder(store));
    const { dropped, kept } = dropOldInputs(new StoreFolder(store), manifests, 4, new Date('2026-11-20T00:00:00Z'));
    expect([dropped.length, kept.length]).toEqual([0, readdirSync(LOGS).length - 1]);
  });
}, 60_000);

test('a question reads what is kept, and can neither read nor write a file itself', async () => {
  await inFolder(async (folder) => {
    const store = join(folder, 'store');
    await audit(DC01[0], '--store', store);
    const before = fingerprint(store);
    const parquet = largestParquet(store);
    for (const sql of [`select * from read_parquet('${parquet}')`, `copy (select 1 as a) to '${parquet}' (format parquet)`]) {
      expect([sql, (await ask(sql, '--store', store)).code]).toEqual([sql, 2]);
    }
    expect(fingerprint(store)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['store']);
    expect((await ask('select count(*) as n from episodes', '--store', store)).out).toBe(
      (await ask('select count(*) as n from episodes', DC01[0])).out,
    );
    // A question keeps nothing.
    expect((await ask('select count(*) as n from inputs', DC01[0], '--store', join(folder, 'none'))).code).toBe(0);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
}, 120_000);

test('networks stay apart: an audit chooses one, a question reads them all, the same log is not kept under two', async () => {
  await inFolder(async (folder) => {
    const store = join(folder, 'store');
    await audit(DC01[0], '--store', store, '--organisation', 'midori', '--network', 'LGWAN');
    expect((await ask('select distinct organisation, network from logon_events', '--store', store)).out).toContain('midori,LGWAN');
    expect((await audit('--store', store)).out).toContain('midori');
    const other = await audit(DC01[0], `${LOGS}/DC02-Security.evtx`, '--store', store, '--network', 'office');
    expect(other.err).toContain('kept already as of the network "LGWAN"');
    const several = await audit('--store', store);
    expect([several.code, several.err]).toEqual([2, expect.stringContaining('several networks are kept here (office, midori / LGWAN)')]);
    expect((await ask('select count(distinct network) as n from logon_events', '--store', store)).out).toContain('2');
    expect((await ask('select count(distinct network) as n from logon_events', '--store', store, '--network', 'office')).out).toContain('1');
  });
}, 60_000);

test('neither a log nor a store, an empty store, weeks without a store, a place that cannot be written: one line each', async () => {
  await inFolder(async (folder) => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const line = (run: Run) => [run.code, run.err.trim().split('\n').length];
    expect(line(await audit())).toEqual([2, 1]);
    expect(line(await audit('--store', join(folder, 'none')))).toEqual([2, 1]);
    expect(line(await audit(LOGS, '--keep-weeks', '3'))).toEqual([2, 1]);
    expect(line(await audit(DC01[0], '--store', join(file, 'store')))).toEqual([2, 1]);
  });
}, 60_000);

test('the days before the period say which account is at home where, as their own logs would; too few say nothing', async () => {
  await inFolder(async (folder) => {
    const [store, config] = [join(folder, 'store'), join(folder, 'adlogon.yaml')];
    writeFileSync(config, 'thresholds:\n  baseline_days: 2\n');
    await weekIn(store);
    const known = KNOWN.filter((arg) => !['--lang', 'en'].includes(arg));
    const lines = async (sql: string, ...args: readonly string[]) => (await ask(sql, ...args, ...known)).out.trim().split(/\r?\n/).slice(1);
    const since = ['--store', store, '--from', '2026-11-12'];
    const pairs = await lines(
      'select distinct a.account, k.place from known_pairs k join (select distinct account_number, account from recorded_accounts) a using (account_number) order by a.account, k.place',
      ...since,
    );
    const places = await lines(
      "select distinct account, place from attempts where succeeded and occurred_at < timestamp '2026-11-11 15:00:00'",
      LOGS,
    );
    expect(places.length).toBeGreaterThan(50);
    expect(places.filter((place) => !pairs.includes(place))).toEqual([]);
    // Nearest in time is not always right where an address changes hands.
    expect(pairs.length - places.length).toBeLessThan(4);

    const counts =
      'select count(*) filter (where first_seen) as n, count(*) filter (where not first_seen) as o, count(*) filter (where first_seen is null) as u from first_seen';
    const [fresh, usual] = ((await lines(counts, ...since, '--config', config))[0] ?? '').split(',').map(Number);
    expect(fresh).toBeGreaterThan(5);
    expect(usual).toBeGreaterThan(40);
    // PC-027 is the terminal of the spray: nobody had been there before.
    const spray = "select count(*) as n, count(*) filter (where first_seen) as f from first_seen where place = 'terminal PC-027' and known_days = 0";
    const [all, first] = ((await lines(spray, ...since, '--config', config))[0] ?? '').split(',').map(Number);
    expect([first, Number(all) > 5]).toEqual([all, true]);

    // The checklist says the same of its findings, as far as one account at one known terminal is told of.
    const out = join(folder, 'out');
    await audit(...since, '--config', config, '--out', out);
    const { findings } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as {
      findings: readonly {
        readonly terminal: string | null;
        readonly baseline: { readonly state: string; readonly from: string; readonly days: number } | null;
      }[];
    };
    const told = findings.flatMap(({ terminal, baseline }) => (baseline === null ? [] : [{ terminal, ...baseline }]));
    expect(new Set(told.filter(({ terminal }) => terminal === 'PC-027').map(({ state }) => state))).toEqual(new Set(['new']));
    expect(told.filter(({ state }) => state === 'known').length).toBeGreaterThan(0);
    expect(new Set(told.map(({ from, days }) => `${from} ${days}`))).toEqual(new Set(['2026-11-08 4']));

    // Four days are not the ten that are asked for by default.
    expect(await lines('select days, enough from baseline', ...since)).toEqual(['4,false']);
    expect((await lines(counts, ...since))[0]).toBe('0,0,0');
    expect(await lines('select days, enough from baseline', LOGS, '--from', '2026-11-12')).toEqual(['0,false']);
    expect((await lines(counts, LOGS, '--from', '2026-11-12'))[0]).toBe('0,0,0');
  });
}, 120_000);

test('proxy logs are kept too: once, read without being given, and not when damaged', async () => {
  await inFolder(async (folder) => {
    const [store, proxy] = [join(folder, 'store'), join(folder, 'access.log')];
    const at = Date.parse('2026-11-10T01:00:00Z') / 1000;
    writeFileSync(
      proxy,
      [0, 60, 120].map((later) => `${at + later}.000 10 10.20.10.101 TCP_MISS/200 500 GET http://news.example/${later} - DIRECT/- -\n`).join(''),
    );
    const question = 'select count(*) as n, min(host) as host, min(occurred_at) as at from proxy_requests';
    const given = (await ask(question, LOGS, '--proxy', proxy)).out;
    expect(given).toContain('3,news.example');
    await audit(LOGS, '--proxy', proxy, '--store', store);
    const before = fingerprint(store);
    expect(before.filter((line) => line.startsWith('v1/proxy_')).length).toBe(2);
    await audit(LOGS, '--proxy', proxy, '--store', store);
    expect(fingerprint(store)).toEqual(before);
    expect((await ask(question, '--store', store)).out).toBe(given);
    expect((await ask(question, LOGS, '--store', store)).out).toBe(given);
    expect((await ask(question, LOGS, '--proxy', proxy, '--store', store)).out).toBe(given);
    expect((await ask(question, '--store', store, '--until', '2026-11-08')).out).toContain('0,');
    const about = async (...args: readonly string[]) =>
      (await ask('select input, file, path, sha256, format, lines, requests, bad_lines, same_as, first_at, last_at from proxy_inputs', ...args)).out;
    expect(await about('--store', store)).toBe(await about(LOGS, '--proxy', proxy));
    const parquet = join(store, 'v1', filesIn(join(store, 'v1')).find((name) => name.startsWith('proxy_requests')) ?? '');
    flipByte(parquet);
    const run = await ask(question, '--store', store);
    expect(run.err).toContain(`${parquet}: this file of the store is damaged`);
    expect((await ask('select file, requests, cut_short, bad_lines > 1 as lines_lost from proxy_inputs', '--store', store)).out).toContain('true');
    expect(run.out).toContain('0,');
  });
}, 120_000);
