import { Interrupted } from './ldap-connection.ts';

/** No message of a directory is as large; what claims to be is not collected. */
const MOST_MESSAGE_BYTES = 64 * 1024 * 1024;

/** Deeper than any answer to a search is nested. */
const MOST_NESTED = 32;

const SEQUENCE = 0x30;
const CONSTRUCTED = 0x20;
const LONG_TAG = 0x1f;

/**
 * Cuts what comes over a socket into whole messages, and lets only such through whose parts fit into each other: ldapts reads a value that is
 * longer than its message as an empty one, again and again, until memory is full.
 */
export class MessageFrames {
  #chunks: Buffer[] = [];
  #size = 0;
  /** Bytes of the message that is being collected; 0: not known yet. */
  #needed = 0;

  /** Interrupted: this is not LDAP. */
  messagesWith(data: Buffer): readonly Buffer[] {
    this.#chunks.push(data);
    this.#size += data.length;
    const messages: Buffer[] = [];
    while (this.#size > 0 && this.#size >= this.#needed) {
      const bytes = this.#chunks.length === 1 ? (this.#chunks[0] ?? data) : Buffer.concat(this.#chunks);
      this.#chunks = [bytes];
      if (bytes[0] !== SEQUENCE) throw new Interrupted('answer-unreadable');
      const end = endOf(bytes, 0, MOST_MESSAGE_BYTES);
      if (end === null) break; // the length itself has not come yet
      this.#needed = end;
      if (bytes.length < end) break;
      if (!fits(bytes, 0, end, 0)) throw new Interrupted('answer-unreadable');
      messages.push(bytes.subarray(0, end));
      this.#chunks = [bytes.subarray(end)];
      this.#size -= end;
      this.#needed = 0;
    }
    return messages;
  }
}

/** Whether the parts from `start` fill the bytes to `end` exactly, and so do theirs. */
function fits(bytes: Buffer, start: number, end: number, depth: number): boolean {
  if (depth > MOST_NESTED) return false;
  let at = start;
  while (at < end) {
    const tag = bytes[at] ?? 0;
    const next = endOf(bytes, at, end);
    if (next === null || next > end || (tag & LONG_TAG) === LONG_TAG) return false;
    if ((tag & CONSTRUCTED) !== 0 && !fits(bytes, contentOf(bytes, at), next, depth + 1)) return false;
    at = next;
  }
  return at === end;
}

/** Where the part at `at` ends (BER, definite lengths of at most 4 bytes). Null: the bytes end before its length. Interrupted: longer than may be. */
function endOf(bytes: Buffer, at: number, most: number): number | null {
  const content = contentOf(bytes, at);
  if (content > bytes.length || at + 1 >= bytes.length) return null;
  const first = bytes[at + 1] ?? 0;
  const octets = content - at - 2;
  if (first === 0x80 || octets > 4) throw new Interrupted('answer-unreadable');
  const length = octets === 0 ? first : bytes.readUIntBE(at + 2, octets);
  if (length > most) throw new Interrupted('answer-unreadable');
  return content + length;
}

function contentOf(bytes: Buffer, at: number): number {
  const first = bytes[at + 1] ?? 0;
  return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
}
