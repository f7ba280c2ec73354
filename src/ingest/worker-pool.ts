import { Worker } from 'node:worker_threads';

/** One piece of work and what its answer is handed to. */
export interface Job<Work, Answer> {
  readonly work: Work;
  /** `worker` tells which worker answered: its numbers of texts are its own. */
  readonly done: (answer: Answer, worker: number) => Promise<void>;
}

export interface PoolOptions {
  /** What a worker runs: answers each message with one message, in order. */
  readonly script: URL;
  readonly threads: number;
  readonly signal: AbortSignal;
}

/**
 * Jobs per worker that are given out and not handed over yet. While rows are appended nobody can give a worker its next job, so each has some
 * waiting; their answers are what bounds the memory.
 */
const JOBS_PER_WORKER = 8;

/**
 * Runs jobs on worker threads and hands over their answers in the order of the jobs, whatever order they finish in, so that the same input
 * gives the same rows in the same order. A new job is given out only while few answers wait.
 *
 * @throws what a worker or `done` throws; all workers are stopped then
 */
export async function runJobs<Work, Answer>(jobs: Iterable<Job<Work, Answer>>, options: PoolOptions): Promise<void> {
  const pool = new Pool(jobs[Symbol.iterator](), options);
  try {
    await pool.run();
  } finally {
    await pool.stop();
  }
}

interface Hand {
  readonly worker: Worker;
  /** Its jobs without an answer, by their place in the order of all. */
  readonly waiting: number[];
}

class Pool<Work, Answer> {
  private readonly jobs: Iterator<Job<Work, Answer>>;
  private readonly hands: readonly Hand[];
  private readonly signal: AbortSignal;
  private readonly given = new Map<number, Job<Work, Answer>>();
  private readonly finished = new Map<number, { readonly answer: Answer; readonly worker: number }>();
  private givenOut = 0;
  private handedOver = 0;
  private exhausted = false;
  private failure: unknown = null;
  private wake: () => void = () => {};

  constructor(jobs: Iterator<Job<Work, Answer>>, { script, threads, signal }: PoolOptions) {
    this.jobs = jobs;
    this.signal = signal;
    this.hands = Array.from({ length: threads }, () => ({ worker: new Worker(script), waiting: [] }));
  }

  async run(): Promise<void> {
    this.signal.throwIfAborted();
    const onAbort = () => this.fail(this.signal.reason);
    this.signal.addEventListener('abort', onAbort, { once: true });
    for (const [number, { worker, waiting }] of this.hands.entries()) {
      worker.on('message', (answer: Answer) => this.finish(waiting.shift() ?? 0, answer, number));
      worker.on('error', (error) => this.fail(error));
      worker.on('exit', (code) => code !== 0 && this.fail(new Error(`worker ended with ${code}`)));
    }
    try {
      await this.handOverAll();
    } finally {
      this.signal.removeEventListener('abort', onAbort);
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.hands.map(({ worker }) => worker.terminate()));
  }

  private async handOverAll(): Promise<void> {
    for (;;) {
      if (this.failure !== null) throw this.failure;
      this.giveOut();
      const job = this.given.get(this.handedOver);
      const next = this.finished.get(this.handedOver);
      if (job === undefined) return;
      if (next === undefined) {
        await this.changed();
        continue;
      }
      this.given.delete(this.handedOver);
      this.finished.delete(this.handedOver++);
      await job.done(next.answer, next.worker);
    }
  }

  /** Gives each next job to the worker with the fewest. */
  private giveOut(): void {
    while (!this.exhausted && this.given.size < this.hands.length * JOBS_PER_WORKER) {
      const next = this.jobs.next();
      if (next.done === true) {
        this.exhausted = true;
        return;
      }
      const hand = this.hands.reduce((least, other) => (other.waiting.length < least.waiting.length ? other : least));
      hand.waiting.push(this.givenOut);
      this.given.set(this.givenOut++, next.value);
      hand.worker.postMessage(next.value.work);
    }
  }

  private finish(order: number, answer: Answer, worker: number): void {
    this.finished.set(order, { answer, worker });
    this.wake();
  }

  private changed(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  private fail(error: unknown): void {
    this.failure ??= error;
    this.wake();
  }
}
