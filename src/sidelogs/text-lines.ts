import { closeSync, openSync, readSync } from 'node:fs';
import { UserError } from '../settings/user-error.ts';
import { decodeText } from './decode-text.ts';

/** One line of a text file. */
export interface TextLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** False: the file ends in the middle of it, or without a line end. */
  readonly ended: boolean;
}

/** Bytes read at a time. */
const PIECE = 64 * 1024;
/** A longer line is no line of a text; it is handed on in pieces, so that memory stays bounded. */
const LONGEST_LINE = 1024 * 1024;

/** UTF-16 by its byte order mark. */
const WIDE: readonly { readonly mark: readonly [number, number]; readonly encoding: string }[] = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * The lines of a file, in memory that does not grow with it: UTF-8, UTF-16 with a byte order mark, otherwise CP932, decided anew for each piece, because a
 * preamble of many kilobytes may hold nothing but ASCII. UserError: not readable.
 */
export function* textLines(path: string): Generator<TextLine> {
  const file = opened(path);
  try {
    let number = 0;
    let rest = '';
    for (const text of decodedPieces(file, path)) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE) {
        lines.push(rest);
        rest = '';
      }
      for (const line of lines) yield { number: ++number, text: line.endsWith('\r') ? line.slice(0, -1) : line, ended: true };
    }
    if (rest !== '') yield { number: ++number, text: rest, ended: false };
  } finally {
    closeSync(file);
  }
}

function* decodedPieces(file: number, path: string): Generator<string> {
  let piece = readPiece(file, path);
  const wide = WIDE.find(({ mark }) => piece[0] === mark[0] && piece[1] === mark[1]);
  const decoder = wide === undefined ? null : new TextDecoder(wide.encoding);
  let rest: Buffer = Buffer.alloc(0);
  for (; piece.length > 0; piece = readPiece(file, path)) {
    if (decoder !== null) yield decoder.decode(piece, { stream: true });
    else {
      const bytes = Buffer.concat([rest, piece]);
      // No second byte of CP932 or UTF-8 is a line feed: a piece that ends with one is whole.
      const end = bytes.length > LONGEST_LINE ? bytes.length : bytes.lastIndexOf(0x0a) + 1;
      rest = bytes.subarray(end);
      yield plainText(bytes.subarray(0, end));
    }
  }
  yield plainText(rest);
}

/** Bytes that are neither UTF-8 nor CP932 are shown as what they are, one character each: one bad name must not cost the lines around it. */
function plainText(bytes: Buffer): string {
  return decodeText(bytes) ?? bytes.toString('latin1');
}

function opened(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw unreadable(error, path);
  }
}

function readPiece(file: number, path: string): Buffer {
  const piece = Buffer.alloc(PIECE);
  try {
    return piece.subarray(0, readSync(file, piece, 0, PIECE, null));
  } catch (error) {
    throw unreadable(error, path);
  }
}

function unreadable(error: unknown, path: string): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  return new UserError('file-unreadable', { file: path, reason: String(error.code) });
}
