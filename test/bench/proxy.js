// Reads a proxy log made here: node test/bench/proxy.js [megabytes]. Needs `npm run build`. Prints rate, processor time and peak memory of the whole command.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEGABYTES = Number(process.argv[2] ?? 400);
const folder = mkdtempSync(join(tmpdir(), 'adlogon-bench-'));
const path = join(folder, 'access.log');

try {
  await writeLog();
  const empty = await timed([]);
  const read = await timed(['--proxy', path]);
  const megabytes = statSync(path).size / 1e6;
  const seconds = read.seconds - empty.seconds;
  const cpu = read.cpu - empty.cpu;
  console.log(`${megabytes.toFixed(0)} MB: ${seconds.toFixed(1)} s, ${(megabytes / seconds).toFixed(0)} MB/s`);
  console.log(
    `processor: ${cpu.toFixed(1)} s, ${(megabytes / cpu).toFixed(0)} MB per second of it; peak ${read.peak} MiB (without proxy log ${empty.peak})`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Squid's own format: six in ten are tunnels, the others pages with a path that never comes again; 3,000 hosts, 300 people. */
async function writeLog() {
  const out = createWriteStream(path);
  let seed = 1;
  const next = (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  let at = 1_762_646_400_000;
  for (let written = 0; written < MEGABYTES * 1e6; ) {
    let text = '';
    for (let line = 0; line < 10_000; line++) {
      at += next(300);
      const [host, person, server] = [next(3000), next(300), next(250)];
      const head = `${(at / 1000).toFixed(3)} ${String(next(9999)).padStart(6)} 10.20.10.${next(250)}`;
      text +=
        next(10) < 6
          ? `${head} TCP_TUNNEL/200 ${next(99_999)} CONNECT www.example${host}.jp:443 user${person} HIER_DIRECT/192.0.2.${server} -\n`
          : `${head} TCP_MISS/200 ${next(99_999)} GET http://www.example${host}.jp/a/${next(8e6)}/page.html?id=${next(8e6)}x${next(8e6)} user${person} HIER_DIRECT/192.0.2.${server} text/html\n`;
    }
    written += text.length;
    if (!out.write(text)) await new Promise((resolve) => out.once('drain', resolve));
  }
  await new Promise((resolve) => out.end(resolve));
}

async function timed(more) {
  const peakFile = join(folder, 'peak');
  const started = Date.now();
  const args = ['-f', '%M %U %S', '-o', peakFile, process.execPath, 'bin/adlogon.js', 'query', 'select count(*) from proxy_requests'];
  const run = spawn('/usr/bin/time', [...args, 'samples/week/logs/DC02-Security.evtx', ...more], { stdio: 'ignore' });
  await new Promise((resolve) => run.on('close', resolve));
  const seconds = (Date.now() - started) / 1000;
  const [peak, user, system] = readFileSync(peakFile, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  return { seconds, cpu: user + system, peak: Math.round(peak / 1024) };
}
