import type { Language } from '../settings/language.ts';

/** What a command may know of where it runs, and where its words go. Below this nobody reads argv, the environment or a terminal. */
export interface Console {
  /** Arguments of the command line, as given; written down where evidence is preserved. */
  readonly args: readonly string[];
  readonly language: Language;
  /** Columns of the terminal; 132 where there is none. */
  readonly width: number;
  /** Whether standard output may be coloured. */
  readonly colour: boolean;
  /** Whether standard error is a terminal, which decides on progress bars. */
  readonly showProgress: boolean;
  /** When the run began. */
  readonly now: Date;
  /** ADLOGON_PASSWORD; null: not set. */
  readonly password: string | null;
  /** Asks for a secret and shows nothing of it; null where nobody sits at a terminal. Answers null when the input ends. */
  readonly askSecret: ((question: string) => Promise<string | null>) | null;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Writes to standard output; resolves when there is room for more. */
  readonly print: (text: string) => Promise<void>;
  /** Writes one line to standard error. */
  readonly tell: (line: string) => void;
}

/** 0: nothing to review, all assessed · 1: something to review · 2: could not do what was asked · 3: nothing to review, something not assessed. */
export type ExitCode = 0 | 1 | 2 | 3;
