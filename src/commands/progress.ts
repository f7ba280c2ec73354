import { SingleBar } from 'cli-progress';
import { filled } from '../report/words/catalogue.ts';
import { PROGRESS } from '../report/words/progress.ts';
import type { Console } from './console.ts';

const MEGABYTE = 1_000_000;
const BAR_COLUMNS = 24;

/** How far the reading is, on standard error; nothing at all where that is no terminal. */
export interface Progress {
  /** Bytes read so far, and in all. */
  update(done: number, total: number): void;
  /** Takes the bar away. Safe to call twice. */
  stop(): void;
}

/** Begins a progress bar: share, bytes, rate and time left. */
export function startProgress({ language, showProgress }: Pick<Console, 'language' | 'showProgress'>): Progress {
  if (!showProgress) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar({
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barsize: BAR_COLUMNS,
    // ASCII: block characters are two columns wide on Japanese consoles.
    barCompleteChar: '#',
    barIncompleteChar: '.',
    gracefulExit: false,
    format: (options, params) => {
      const complete = Math.round(params.progress * BAR_COLUMNS);
      const drawn = String(options.barCompleteString).slice(0, complete) + String(options.barIncompleteString).slice(0, BAR_COLUMNS - complete);
      const seconds = Math.max(0.1, (Date.now() - params.startTime) / 1000);
      const rate = params.value / seconds;
      return filled(PROGRESS.reading[language], {
        bar: drawn,
        percent: String(Math.floor(params.progress * 100)).padStart(3),
        done: megabytes(params.value),
        total: megabytes(params.total),
        rate: megabytes(rate),
        left: timeText((params.total - params.value) / Math.max(1, rate)),
      });
    },
  });
  let started = false;
  return {
    update(done, total) {
      if (!started) bar.start(total, 0);
      started = true;
      bar.update(done);
    },
    stop() {
      if (started) bar.stop();
      started = false;
    },
  };
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / MEGABYTE));
}

/** `0:07`, `12:30`. */
function timeText(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
