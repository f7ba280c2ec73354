// Times a snapshot of the large Samba domain (5,000 persons, 3,000 computers): node test/bench/directory.js [runs, default 3]. After npm run build; needs Samba and root.
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { openDirectory } from '../../dist/directory/connect.js';
import { takeSnapshot } from '../../dist/directory/take-snapshot.js';

const RUNS = Number(process.argv[2] ?? 3);
/** When the last answer came. */
let last = 0;

// The server ends with this process.
const server = spawn('test/directory/samba/run', ['serve', 'large'], { stdio: ['ignore', 'pipe', 'inherit'] });
const { value } = await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next();
const { url, address, user, password, ca } = JSON.parse(value);
while (!(await answers())) await wait(50);

for (let run = 0; run < RUNS; run++) {
  const started = performance.now();
  const cpu = process.cpuUsage();
  const reader = await openDirectory({ url, startTls: false, user, password, ca, signal: new AbortController().signal });
  const seconds = new Map();
  const timed = { ...reader, host: reader.host, user: reader.user, search: (question) => timeSearch(reader, question, seconds) };
  const { accounts, computers, groups, names, incomplete } = await takeSnapshot(timed, new Date());
  await reader.close();
  const took = (performance.now() - started) / 1000;
  const { user: own, system } = process.cpuUsage(cpu);
  console.log(
    `${took.toFixed(2)} s, of that ${((own + system) / 1e6).toFixed(2)} s of our own processor time, ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  );
  console.log(
    `  ${accounts.length} accounts, ${computers.length} computers, ${groups.length} groups, ${names.length} names, ${incomplete.length} gaps`,
  );
  for (const [what, at] of [...seconds].sort((one, other) => other[1].at - one[1].at).slice(0, 5))
    console.log(`  ${at.at.toFixed(2)} s  ${at.entries} × ${what}`);
}
server.kill('SIGKILL');

/** One question goes after the other over one connection, so that each is charged with the time since the one before ended. */
async function timeSearch(reader, question, seconds) {
  const asked = performance.now();
  const answer = await reader.search(question);
  const ended = performance.now();
  const what = question.scope === 'base' ? `one object: ${question.attributes.at(-1)}` : question.filter.slice(0, 60);
  const before = seconds.get(what) ?? { at: 0, entries: 0 };
  seconds.set(what, { at: before.at + (ended - Math.max(asked, last)) / 1000, entries: before.entries + answer.entries.length });
  last = ended;
  return answer;
}

function answers() {
  return new Promise((resolve) => {
    const socket = connect(636, address);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
