import { expect, test } from 'vitest';
import { inOrder, makeEach } from '../../src/checks/model-order.ts';
import type { SqlFile } from '../../src/checks/sql-files.ts';

const model = (name: string, from: string): SqlFile => ({ name, path: `${name}.sql`, header: new Map([['from', from]]), sql: '' });
/** `a` waits for nothing, `b` for it, `c` for both; `x` for nothing, and nobody for it. */
const MODELS = [model('x', 'settings'), model('c', 'b, a'), model('b', 'a'), model('a', 'settings')];

test('models come after what they read from, those first that the longest chain waits for', () => {
  expect(inOrder(MODELS).map(({ name }) => name)).toEqual(['a', 'b', 'x', 'c']);
});

test.each([
  [1, ['+a', '-a', '+b', '-b', '+x', '-x', '+c', '-c']],
  [2, ['+a', '+x', '-a', '+b', '-x', '-b', '+c', '-c']],
])('%d at a time, each when all that it reads from are there', async (atOnce, expected) => {
  const told: string[] = [];
  await makeEach(inOrder(MODELS), atOnce, async ({ name }) => {
    told.push(`+${name}`);
    await new Promise(setImmediate);
    told.push(`-${name}`);
  });
  expect(told).toEqual(expected);
});

test('what fails is told when the others that were begun have ended, and nothing more is begun', async () => {
  const ended: string[] = [];
  const made = makeEach(inOrder(MODELS), 2, async ({ name }) => {
    if (name === 'a') throw new Error('no room');
    await new Promise((resolve) => setTimeout(resolve, 20));
    ended.push(name);
  });
  await expect(made).rejects.toThrow('no room');
  expect(ended).toEqual(['x']);
});
