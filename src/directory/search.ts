import { setTimeout as wait } from 'node:timers/promises';
import { UserError } from '../settings/user-error.ts';
import type { DirectoryAnswer, DirectoryQuestion, DirectoryReader } from './directory-reader.ts';
import { Interrupted, type LdapConnection } from './ldap-connection.ts';
import { type Collected, readPages } from './pages.ts';

export interface ReaderOptions {
  readonly host: string;
  readonly user: string;
  /** A new connection of the same account. UserError: it cannot be made. */
  readonly connect: () => Promise<LdapConnection>;
  /** Whether a reference in the answer about `base` names a part of the directory that is asked for by itself. */
  readonly isOwn: (reference: string, base: string) => boolean;
  /** Milliseconds before each new try. */
  readonly pauses: readonly number[];
  readonly signal: AbortSignal;
}

/** Asks over one connection, one question after the other; an interrupted search is made anew, from its first page, over a new connection. */
export class SearchingReader implements DirectoryReader {
  readonly host: string;
  readonly user: string;
  readonly #options: ReaderOptions;
  #connection: LdapConnection | null;
  /** Why nothing can be asked any more: no new connection could be made. Later questions are not kept waiting for it. */
  #lost: string | null = null;
  #lastSearch: Promise<unknown> = Promise.resolve();

  constructor(connection: LdapConnection, options: ReaderOptions) {
    this.host = options.host;
    this.user = options.user;
    this.#connection = connection;
    this.#options = options;
  }

  search(question: DirectoryQuestion): Promise<DirectoryAnswer> {
    const search = this.#lastSearch.then(() => this.#search(question));
    this.#lastSearch = search.catch(() => {});
    return search;
  }

  async close(): Promise<void> {
    await this.#lastSearch;
    await this.#connection?.close();
    this.#connection = null;
    this.#lost ??= 'closed';
  }

  async #search(question: DirectoryQuestion): Promise<DirectoryAnswer> {
    const { pauses, signal } = this.#options;
    // What came before an interruption is kept, unless a later try brought more.
    let best: Collected = { entries: new Map(), gaps: [] };
    let why: Interrupted | null = null;
    for (let tries = 0; this.#lost === null && tries <= pauses.length; tries++) {
      if (tries > 0) await wait(pauses[tries - 1], undefined, { signal }).catch(() => signal.throwIfAborted());
      const collected: Collected = { entries: new Map(), gaps: [] };
      try {
        await readPages(await this.#connected(), question, collected, this.#options.isOwn);
        return { entries: [...collected.entries.values()], gaps: collected.gaps };
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof Interrupted)) throw error;
        why = error;
        if (collected.entries.size >= best.entries.size) best = collected;
        await this.#connection?.close();
        this.#connection = null;
      }
      if (why.code === 'answer-no-connection' && (tries === pauses.length || isFinal(why))) this.#lost = String(why.details.reason);
    }
    signal.throwIfAborted();
    why ??= new Interrupted('answer-no-connection', { reason: this.#lost ?? '-' });
    const gap = { code: why.code, details: { base: question.base, count: best.entries.size, ...why.details } };
    return { entries: [...best.entries.values()], gaps: [...best.gaps, gap] };
  }

  async #connected(): Promise<LdapConnection> {
    if (this.#connection !== null) return this.#connection;
    try {
      this.#connection = await this.#options.connect();
      return this.#connection;
    } catch (error) {
      if (error instanceof UserError) throw new Interrupted('answer-no-connection', { reason: error.code });
      throw error;
    }
  }
}

/** An account that was refused is not tried again: wrong passwords lock it. */
function isFinal(why: Interrupted): boolean {
  return /^ldap-bind-/.test(String(why.details.reason));
}
