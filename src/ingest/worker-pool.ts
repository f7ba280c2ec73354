import { Worker } from 'node:worker_threads';
import type { Work } from './decode-worker.ts';

/** One piece of work and what its result is handed to. */
export interface Job {
  readonly work: Work;
  /** `worker` tells which worker answered: its numbers of texts are its own. */
  readonly done: (result: unknown, worker: number) => Promise<void>;
}

/** Results that may wait for an earlier one, per worker: enough to keep all busy, few enough to bound the memory. */
const WAITING_PER_WORKER = 2;

/**
 * Runs jobs on worker threads and hands over their results in the order of the jobs, whatever order they finish in, so that the same input
 * gives the same rows in the same order. A new job is given out only while few results wait.
 *
 * @throws what a worker or `done` throws; all workers are stopped then
 */
export async function runJobs(jobs: Iterable<Job>, threads: number, signal: AbortSignal): Promise<void> {
  const pool = new Pool(jobs[Symbol.iterator](), threads, signal);
  try {
    await pool.run();
  } finally {
    await pool.stop();
  }
}

interface Finished {
  readonly job: Job;
  readonly result: unknown;
  readonly worker: number;
}

class Pool {
  private readonly jobs: Iterator<Job>;
  private readonly workers: Worker[];
  private readonly signal: AbortSignal;
  private readonly idle: number[] = [];
  private readonly finished = new Map<number, Finished>();
  private given = 0;
  private handedOver = 0;
  private exhausted = false;
  private failure: unknown = null;
  private wake: () => void = () => {};

  constructor(jobs: Iterator<Job>, threads: number, signal: AbortSignal) {
    this.jobs = jobs;
    this.signal = signal;
    // The built file: Node 20 cannot start a worker from TypeScript.
    this.workers = Array.from({ length: threads }, () => new Worker(new URL('./decode-worker.js', import.meta.url)));
  }

  async run(): Promise<void> {
    const onAbort = () => this.fail(this.signal.reason);
    this.signal.addEventListener('abort', onAbort, { once: true });
    for (const [number, worker] of this.workers.entries()) {
      worker.on('error', (error) => this.fail(error));
      worker.on('exit', (code) => code !== 0 && this.fail(new Error(`worker ended with ${code}`)));
      this.idle.push(number);
    }
    while (!(this.exhausted && this.handedOver === this.given)) {
      this.signal.throwIfAborted();
      this.giveOut();
      const next = this.finished.get(this.handedOver);
      if (next === undefined) await this.changed();
      else {
        this.finished.delete(this.handedOver++);
        await next.job.done(next.result, next.worker);
      }
      if (this.failure !== null) throw this.failure;
    }
    this.signal.removeEventListener('abort', onAbort);
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private giveOut(): void {
    while (this.idle.length > 0 && !this.exhausted && this.given - this.handedOver < this.workers.length * (1 + WAITING_PER_WORKER)) {
      const next = this.jobs.next();
      if (next.done === true) {
        this.exhausted = true;
        return;
      }
      this.give(next.value, this.idle.shift() ?? 0, this.given++);
    }
  }

  private give(job: Job, number: number, order: number): void {
    const worker = this.workers[number];
    worker?.once('message', (result: unknown) => {
      this.finished.set(order, { job, result, worker: number });
      this.idle.push(number);
      this.wake();
    });
    worker?.postMessage(job.work);
  }

  private changed(): Promise<void> {
    if (this.failure !== null) return Promise.resolve();
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  private fail(error: unknown): void {
    this.failure ??= error;
    this.wake();
  }
}
