import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { weekFiles } from '../../samples/generator/week.ts';

const FOLDER = 'samples/week';
const MOST_BYTES = 6_000_000;

describe('the sample week', () => {
  const made = weekFiles();

  test.each([...made.keys()])('%s is what the generator makes', (path) => {
    expect(readFileSync(`${FOLDER}/${path}`).equals(made.get(path) ?? Buffer.of())).toBe(true);
  });

  test('comes out the same twice', () => {
    const again = weekFiles();
    expect([...again.keys()].filter((path) => !again.get(path)?.equals(made.get(path) ?? Buffer.of()))).toEqual([]);
  });

  test('is small enough for the repository', () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
    expect(files.reduce((sum, file) => sum + statSync(`${FOLDER}/${file}`).size, 0)).toBeLessThan(MOST_BYTES);
  });
});
