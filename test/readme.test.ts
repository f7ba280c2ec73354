import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runAdlogon } from './run-adlogon.ts';

const READMES = [
  ['README.md', 'en'],
  ['README.ja.md', 'ja'],
] as const;

describe.each(READMES)('%s', (file, language) => {
  const text = readFileSync(file, 'utf8');

  test('shows the checklist that is really printed', () => {
    const printed = readFileSync(`test/golden/cli/week.${language}.txt`, 'utf8').split('\n');
    const shown = text
      .split('\n')
      .filter((line) => (/^[+|][- ].*[+|]$/.test(line) && !line.startsWith('|---') && line.includes('  ')) || line.startsWith('+-'));
    expect(shown.length).toBeGreaterThan(6);
    for (const line of shown) expect(printed).toContain(line);
  });

  test('links lead somewhere', () => {
    const targets = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target).filter((target) => !target.startsWith('http'));
    expect(targets.filter((target) => !existsSync(join(dirname(file), target)))).toEqual([]);
  });

  test('its options and scripts exist', () => {
    const help = [[], ['audit'], ['records'], ['query'], ['directory'], ['ack'], ['incident'], ['init']]
      .map((command) => runAdlogon([...command, '--help']).out)
      .join('\n');
    const options = [...new Set([...text.matchAll(/--[a-z]+(?:-[a-z]+)*/g)].map(([option]) => option))];
    expect(options.filter((option) => !help.includes(option))).toEqual([]);
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    expect(scripts).toMatchObject({ start: expect.any(String), test: expect.any(String) });
  });
});

test('the evidence that the README opens is there', () => {
  const key = /--evidence '([^']+#[^']+#\d+)'/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
  const { code, out } = runAdlogon(['records', 'samples/week/logs', '--evidence', key]);
  expect([code, out.trimEnd().split('\n').length]).toEqual([0, 1]);
});

test('the question that the README asks has an answer', () => {
  expect(runAdlogon(['query', 'select * from episodes', 'samples/week/logs', '--format', 'ndjson']).code).toBe(0);
});
