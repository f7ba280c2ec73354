// Time, memory and room on disk of `adlogon audit --store`, beside the audit of the logs alone.
//
//   npm run build && npx tsc -p samples && node test/bench/store.js [--megabytes 200] [--runs 3] [--people 300]

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: { megabytes: { type: 'string', default: '200' }, runs: { type: 'string', default: '3' }, people: { type: 'string', default: '300' } },
});
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'adlogon-bench-'));
const [log, directory, terminals, store] = ['large.evtx', 'directory.json', 'terminals.csv', 'store'].map((name) => join(folder, name));
const known = ['--directory', directory, '--terminals', terminals];

try {
  const made = ['--megabytes', options.megabytes, '--people', options.people, '--out', log, ...known];
  run([here('../../build/samples/large.js'), ...made]);
  console.log(`Node ${process.versions.node}, ${options.megabytes} MB, best and middle of ${options.runs} runs`);
  measure('the log alone', [log], () => {});
  measure('kept for the first time', [log, '--store', store], () => rmSync(store, { recursive: true, force: true }));
  measure('the log again, kept already', [log, '--store', store], () => {});
  measure('no log, what is kept', ['--store', store], () => {});
  const kept = sizes();
  console.log(`kept: ${kept.map(([table, bytes]) => `${table} ${(bytes / 1e6).toFixed(2)} MB`).join(', ')}`);
} finally {
  rmSync(folder, { recursive: true });
}

function measure(what, args, before) {
  const runs = [];
  for (let n = 0; n < Number(options.runs); n++) {
    before();
    runs.push(run(['--import', here('resources.js'), here('../../bin/adlogon.js'), 'audit', ...args, ...known]));
  }
  const by = (key) => runs.map((one) => one[key]).sort((a, b) => a - b);
  const [seconds, cpu, peak] = [by('seconds'), by('cpu'), by('peak')];
  const middle = Math.floor(runs.length / 2);
  console.log(
    `${what}: ${seconds[0].toFixed(1)} s, ${seconds[middle].toFixed(1)} s, CPU ${cpu[0].toFixed(1)} s, peak ${Math.round(peak[middle])} MiB`,
  );
}

function run(args) {
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  if (status === null || status === 2) throw new Error(`ended with ${status}: ${stderr}`);
  const [, cpu = '0', peak = '0'] = /resources: (\S+) (\S+)/.exec(stderr) ?? [];
  return { seconds, cpu: Number(cpu), peak: Number(peak) };
}

function sizes() {
  return readdirSync(join(store, 'v1')).map((table) => {
    const files = readdirSync(join(store, 'v1', table)).map((name) => statSync(join(store, 'v1', table, name)).size);
    return [table, files.reduce((sum, bytes) => sum + bytes, 0)];
  });
}
