// Throughput and memory of the selective pass on one thread, over a log put together from real ones.
//
//   npm run build && node test/bench/reader.js [--megabytes 200] [--runs 5] [--log FILE.evtx] [--from FOLDER] [--dist FOLDER]
//
// --log measures a given log instead. --from names the folder of real logs to copy from.

import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '200' },
    runs: { type: 'string', default: '5' },
    log: { type: 'string' },
    from: { type: 'string', default: fileURLToPath(new URL('../../../shared/data/evtx', import.meta.url)) },
    dist: { type: 'string', default: fileURLToPath(new URL('../../dist', import.meta.url)) },
  },
});
const MEGABYTE = 1_000_000;
const HEADER = 4096;
const CHUNK = 65_536;
/** Chunks read at a time, as a decoding thread does. */
const CHUNKS_AT_A_TIME = 64;

const module = (path) => import(pathToFileURL(join(options.dist, path)).href);
const { SelectiveReader } = await module('evtx/selective-reader.js');
const { InternedTexts } = await module('evtx/interned-texts.js');
const { openLog, closeLog, readChunks, chunkOffset } = await module('evtx/log-file.js');
const { RecordRows, SELECTION } = await module('events/record-rows.js');

const folder = mkdtempSync(join(tmpdir(), 'adlogon-bench-'));
try {
  const path = options.log ?? putTogether(join(folder, 'large.evtx'), Number(options.megabytes) * MEGABYTE);
  const megabytes = statSync(path).size / MEGABYTE;
  console.log(`${megabytes.toFixed(0)} MB, Node ${process.versions.node}, one thread, best and middle of ${options.runs} runs`);
  row('', 'best MB/s', 'middle MB/s', 'MB/CPU s', 'records', 'rows');
  for (const [title, pass] of [
    ['find records', findOnly],
    ['find records, fill rows', fillRows],
  ]) {
    const runs = Array.from({ length: Number(options.runs) }, () => timed(path, pass));
    const ordered = (of) => runs.map(of).sort((a, b) => a - b);
    const middle = (times) => times[times.length >> 1];
    const speed = (time) => (megabytes / time).toFixed(0);
    const seconds = ordered((run) => run.seconds);
    // Processor time hardly minds what else the machine does; it counts the collector's threads too.
    const processor = ordered((run) => run.processorSeconds);
    row(title, speed(seconds[0]), speed(middle(seconds)), speed(middle(processor)), runs[0].records, runs[0].rows);
  }
  console.log(`peak resident memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
} finally {
  rmSync(folder, { recursive: true });
}

/** One log out of the chunks of every real Security log, repeated up to the wanted size. */
function putTogether(path, bytes) {
  const logs = readdirSync(options.from)
    .filter((name) => /^(?!v03|v9).*\.evtx$/.test(name))
    .map((name) => readFileSync(join(options.from, name)));
  const descriptor = openSync(path, 'w');
  let written = writeSync(descriptor, logs[0].subarray(0, HEADER));
  while (written < bytes) {
    for (const log of logs) {
      const whole = Math.floor((log.length - HEADER) / CHUNK) * CHUNK;
      written += writeSync(descriptor, log.subarray(HEADER, HEADER + whole));
    }
  }
  closeSync(descriptor);
  return path;
}

function timed(path, pass) {
  const processor = process.cpuUsage();
  const start = process.hrtime.bigint();
  const { records, rows } = pass(path);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(processor);
  return { seconds, processorSeconds: (user + system) / 1e6, records, rows };
}

function findOnly(path) {
  let rows = 0;
  const records = readAll(path, new InternedTexts(), {
    seen() {},
    take() {
      rows++;
    },
  });
  return { records, rows };
}

function fillRows(path) {
  const texts = new InternedTexts();
  const filler = new RecordRows(texts);
  let rows = 0;
  const take = () => {
    for (const table of filler.take()) rows += table.rows;
    texts.takeNew();
  };
  const records = readAll(path, texts, { seen() {}, take: (view) => filler.add(view) }, take);
  return { records, rows };
}

function readAll(path, texts, sink, afterEach = () => {}) {
  const log = openLog(path);
  const reader = new SelectiveReader(SELECTION, texts);
  const buffer = new Uint8Array(CHUNKS_AT_A_TIME * CHUNK);
  for (let first = 0; first < log.chunks; first += CHUNKS_AT_A_TIME) {
    const length = readChunks(log, first, CHUNKS_AT_A_TIME, buffer);
    for (let at = 0; at < length; at += CHUNK) {
      const chunk = first + at / CHUNK;
      reader.readChunk(buffer.subarray(at, Math.min(at + CHUNK, length)), chunk, chunkOffset(chunk), sink);
    }
    afterEach();
  }
  closeLog(log);
  return reader.counts.records;
}

function row(title, ...cells) {
  console.log(title.padEnd(26) + cells.map((cell) => String(cell).padStart(13)).join(''));
}
