import type { DirectoryQuestion, ReadingGap } from './directory-reader.ts';
import { Interrupted, type LdapAnswer, type LdapConnection } from './ldap-connection.ts';
import { type EntryInParts, entryInParts, readRanges } from './ranges.ts';

/** Windows answers at most this many objects at once (MaxPageSize). */
const PAGE_SIZE = 1_000;

/** Windows may send a page without objects when a filter is slow; a server that sends nothing else is not waited for. */
const MOST_EMPTY_PAGES = 1_000;

/** What was read so far; by DN, because an object that changes during the search may come twice: the later state counts. */
export interface Collected {
  readonly entries: Map<string, EntryInParts>;
  readonly gaps: ReadingGap[];
}

/**
 * Reads every page, then every range, into `collected`. Interrupted: a new connection may help.
 * `isOwn`: whether a reference to a part of the directory names one that is asked for by itself.
 */
export async function readPages(
  connection: LdapConnection,
  question: DirectoryQuestion,
  collected: Collected,
  isOwn: (reference: string, base: string) => boolean,
): Promise<void> {
  const { base, scope } = question;
  let cookie = Buffer.alloc(0);
  let emptyPages = 0;
  for (;;) {
    // One object needs no pages.
    const page = scope === 'base' ? null : { size: PAGE_SIZE, cookie };
    const answer = await connection.ask({ ...question, withDescriptor: question.withDescriptor === true, page });
    const before = collected.entries.size;
    for (const entry of answer.entries) collected.entries.set(entry.dn, entryInParts(entry, question.attributes));
    const count = collected.entries.size;
    for (const to of answer.references) if (!isOwn(to, base)) addGap(collected, 'answer-referred', { base, to });

    if (answer.result !== 0) {
      refusal(answer, question, collected, cookie.length > 0);
      break;
    }
    if (page === null || answer.cookie?.length === 0) break;
    if (answer.cookie === null) {
      addGap(collected, 'answer-pages-ignored', { base, count });
      break;
    }
    emptyPages = answer.entries.length === 0 ? emptyPages + 1 : 0;
    // The same objects again, or nothing for ever: a cookie that leads nowhere.
    if ((answer.entries.length > 0 && count === before) || emptyPages > MOST_EMPTY_PAGES) {
      addGap(collected, 'answer-pages-repeat', { base, count });
      break;
    }
    cookie = Buffer.from(answer.cookie);
  }
  for (const entry of collected.entries.values()) {
    if (entry.more.size > 0) collected.gaps.push(...(await readRanges(connection, entry)));
  }
}

const NO_SUCH_OBJECT = 32;

/** busy, unavailable: the next moment, or another domain controller, may answer. */
const PASSING: readonly number[] = [51, 52];

/** unavailableCriticalExtension, unwillingToPerform: said of a page control, or of a cookie the server has forgotten. */
const PAGES_REFUSED: readonly number[] = [12, 53];

/** Limits of the server, by RFC 4511 result code. */
const LIMITS: ReadonlyMap<number, string> = new Map([
  [3, 'answer-time-limit'],
  [4, 'answer-size-limit'],
  [11, 'answer-admin-limit'],
]);

const REFERRAL = 10;

function refusal(answer: LdapAnswer, question: DirectoryQuestion, collected: Collected, midSearch: boolean): void {
  const { base } = question;
  const { result } = answer;
  const message = answer.message === '' ? '-' : answer.message;
  const count = collected.entries.size;
  const limit = LIMITS.get(result);
  if (limit !== undefined) addGap(collected, limit, { base, count });
  else if (result === NO_SUCH_OBJECT) addGap(collected, 'base-missing', { base });
  else if (result === REFERRAL) addGap(collected, 'answer-referred', { base, to: message });
  else if (PASSING.includes(result) || (midSearch && PAGES_REFUSED.includes(result))) throw new Interrupted('answer-refused', { result, message });
  else if (question.scope !== 'base' && PAGES_REFUSED.includes(result)) addGap(collected, 'answer-pages-refused', { base, result, message });
  else addGap(collected, 'answer-refused', { base, count, result, message });
}

function addGap(collected: Collected, code: string, details: ReadingGap['details']): void {
  collected.gaps.push({ code, details });
}
