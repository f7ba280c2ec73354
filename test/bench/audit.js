// Time and memory of `adlogon audit` from start to finished checklist, as a user runs it.
//
//   npm run build && npx tsc -p samples && node test/bench/audit.js [--megabytes 100,1000] [--runs 3] [--people 300]
//   node test/bench/audit.js --log FILE.evtx [--log …] [--directory FILE.json] [--terminals FILE.csv]
//
// Without --log the logs are made in the temporary folder, which needs room for the largest.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '100,1000' },
    runs: { type: 'string', default: '3' },
    people: { type: 'string', default: '300' },
    log: { type: 'string', multiple: true },
    directory: { type: 'string' },
    terminals: { type: 'string' },
  },
});
const MEGABYTE = 1_000_000;
/** Milliseconds between two looks at the memory. The system keeps the peak, so only growth at the very end is missed. */
const LOOK_EVERY = 20;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

console.log(`Node ${process.versions.node}, best and middle of ${options.runs} runs`);
row('log', 'best s', 'middle s', 'best MB/s', 'CPU s', 'peak MiB');
if (options.log !== undefined) {
  await measure(options.log, evidence(options.directory, options.terminals));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'adlogon-bench-'));
  try {
    for (const megabytes of options.megabytes.split(',')) {
      const [log, directory, terminals] = ['large.evtx', 'directory.json', 'terminals.csv'].map((name) => join(folder, name));
      make('--megabytes', megabytes, '--people', options.people, '--out', log, ...evidence(directory, terminals));
      await measure([log], evidence(directory, terminals));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function evidence(directory, terminals) {
  return [...(directory ? ['--directory', directory] : []), ...(terminals ? ['--terminals', terminals] : [])];
}

function make(...args) {
  const { status, stderr } = spawnSync(process.execPath, [here('../../build/samples/large.js'), ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`no log could be made: ${stderr}`);
}

async function measure(logs, args) {
  const megabytes = logs.reduce((sum, log) => sum + statSync(log).size, 0) / MEGABYTE;
  const runs = [];
  for (let run = 0; run < Number(options.runs); run++) runs.push(await audit(logs, args));
  const seconds = runs.map((run) => run.seconds).sort((a, b) => a - b);
  const [best] = seconds;
  row(
    `${megabytes.toFixed(0)} MB`,
    best.toFixed(2),
    seconds[seconds.length >> 1].toFixed(2),
    (megabytes / best).toFixed(0),
    Math.min(...runs.map((run) => run.processorSeconds)).toFixed(2),
    Math.max(...runs.map((run) => run.peak)).toFixed(0),
  );
}

/** Runs the command and waits for its end; all exit codes but 2 are answers. */
function audit(logs, args) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, [here('../../bin/adlogon.js'), 'audit', ...logs, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    let status = '';
    const look = setInterval(() => {
      // A process that has just ended has no memory any more.
      const now = statusOf(child.pid);
      if (now.includes('VmHWM')) status = now;
    }, LOOK_EVERY);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(look);
      if (code === 2 || code === null) return reject(new Error(`adlogon audit ended with ${code}`));
      resolve({ seconds: (performance.now() - start) / 1000, ...usage(status) });
    });
  });
}

/** What Linux says of a process; empty when it is gone, or on another system. */
function statusOf(pid) {
  try {
    return `${readFileSync(`/proc/${pid}/status`, 'utf8')}\n${readFileSync(`/proc/${pid}/stat`, 'utf8')}`;
  } catch {
    return '';
  }
}

/** Peak of resident memory in MiB, and processor time in seconds: fields 14 and 15 of stat, in hundredths. */
function usage(status) {
  const peak = Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
  const [user, system] = status
    .slice(status.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return { peak, processorSeconds: (Number(user) + Number(system)) / 100 };
}

function row(title, ...cells) {
  console.log(title.padEnd(12) + cells.map((cell) => String(cell).padStart(11)).join(''));
}
