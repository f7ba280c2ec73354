import { expect, test } from 'vitest';
import { TextNumbers } from '../../src/ingest/text-numbers.ts';

function renumbered(numbers: TextNumbers, worker: number, ...texts: readonly number[]): readonly number[] {
  const column = Int32Array.from(texts);
  numbers.renumber(worker, column);
  return [...column];
}

test('each worker counts for itself, the tables count on, and nothing stays nothing', () => {
  const numbers = new TextNumbers();
  expect(numbers.learn(0, 1, 2, false)).toBe(1);
  expect(numbers.learn(1, 1, 1, false)).toBe(3);
  expect(numbers.learn(0, 3, 1, false)).toBe(4);
  expect(renumbered(numbers, 0, 0, 1, 2, 3)).toEqual([0, 1, 2, 4]);
  expect(renumbered(numbers, 1, 1, 0)).toEqual([3, 0]);
});

test('a worker that starts anew has other texts under the same numbers', () => {
  const numbers = new TextNumbers();
  numbers.learn(0, 1, 2, false);
  expect(numbers.learn(0, 1, 1, true)).toBe(3);
  expect(renumbered(numbers, 0, 1, 2)).toEqual([3, 0]);
});

test('more texts than were ever expected', () => {
  const numbers = new TextNumbers();
  numbers.learn(0, 1, 5000, false);
  expect(renumbered(numbers, 0, 5000)).toEqual([5000]);
});
