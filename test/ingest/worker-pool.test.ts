import { expect, test } from 'vitest';
import { type Job, runJobs } from '../../src/ingest/worker-pool.ts';

const SCRIPT = new URL('./echo-worker.js', import.meta.url);
const never = new AbortController().signal;

interface Work {
  readonly value?: number;
  readonly wait?: number;
  readonly fail?: string;
}

/** Jobs for each piece of work; `given` counts those taken from the list so far. */
function jobsOf(
  works: readonly Work[],
  done: Job<Work, number>['done'],
): { readonly list: Iterable<Job<Work, number>>; readonly given: () => number } {
  let given = 0;
  function* list(): Generator<Job<Work, number>> {
    for (const work of works) {
      given++;
      yield { work, done };
    }
  }
  return { list: list(), given: () => given };
}

function numbered(count: number, wait: (value: number) => number): Work[] {
  return Array.from({ length: count }, (_, value) => ({ value, wait: wait(value) }));
}

test('answers come in the order of the jobs, whatever order they finish in', async () => {
  const answers: number[] = [];
  const workers = new Set<number>();
  const { list } = jobsOf(
    numbered(40, (value) => (value % 3 === 0 ? 8 : 0)),
    async (answer, worker) => {
      answers.push(answer);
      workers.add(worker);
    },
  );
  await runJobs(list, { script: SCRIPT, threads: 3, signal: never });
  expect(answers).toEqual(Array.from({ length: 40 }, (_, value) => value));
  expect([...workers].sort()).toEqual([0, 1, 2]);
});

test('one answer is handed over at a time, and few jobs are given out before it', async () => {
  let open = 0;
  let mostAhead = 0;
  const { list, given } = jobsOf(
    numbered(60, () => 0),
    async (answer) => {
      expect(++open).toBe(1);
      mostAhead = Math.max(mostAhead, given() - answer);
      await new Promise((passed) => setTimeout(passed, 2));
      open--;
    },
  );
  await runJobs(list, { script: SCRIPT, threads: 2, signal: never });
  expect(mostAhead).toBeLessThanOrEqual(16);
});

test('no job at all is no work', async () => {
  await runJobs([], { script: SCRIPT, threads: 1, signal: never });
});

test('what a worker throws ends the run', async () => {
  const works = [...numbered(3, () => 0), { fail: 'a worker of ours is broken' }, ...numbered(20, () => 0)];
  const { list } = jobsOf(works, async () => {});
  await expect(runJobs(list, { script: SCRIPT, threads: 2, signal: never })).rejects.toThrow('a worker of ours is broken');
});

test('what taking an answer throws ends the run, and no further answer is handed over', async () => {
  const answers: number[] = [];
  const { list } = jobsOf(
    numbered(30, () => 0),
    async (answer) => {
      answers.push(answer);
      if (answer === 4) throw new Error('no room on the disk');
    },
  );
  await expect(runJobs(list, { script: SCRIPT, threads: 2, signal: never })).rejects.toThrow('no room on the disk');
  expect(answers).toEqual([0, 1, 2, 3, 4]);
});

test('aborting ends the run at once, although workers are busy', async () => {
  const abort = new AbortController();
  const { list } = jobsOf(
    numbered(50, () => 500),
    async () => {},
  );
  const running = runJobs(list, { script: SCRIPT, threads: 2, signal: abort.signal });
  const began = performance.now();
  setTimeout(() => abort.abort(new Error('stopped')), 100);
  await expect(running).rejects.toThrow('stopped');
  expect(performance.now() - began).toBeLessThan(5000);
  await expect(runJobs(list, { script: SCRIPT, threads: 1, signal: abort.signal })).rejects.toThrow('stopped');
});
