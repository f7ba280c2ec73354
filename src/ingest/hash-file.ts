import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { orUnreadable } from './file-problem.ts';

/** Bytes read at a time. */
const BLOCK_BYTES = 1 << 18;

/** SHA-256 of a file's content, lower-case hexadecimal; null when it cannot be read. A stream, with a new buffer for every block, took a sixth longer. */
export function hashFile(path: string): string | null {
  const hash = orUnreadable(() => {
    const descriptor = openSync(path, 'r');
    try {
      return hashOf(descriptor);
    } finally {
      closeSync(descriptor);
    }
  });
  return hash === 'unreadable' ? null : hash.digest('hex');
}

function hashOf(descriptor: number): Hash {
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  for (let length = readSync(descriptor, block); length > 0; length = readSync(descriptor, block)) {
    hash.update(block.subarray(0, length));
  }
  return hash;
}
