import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_KINDS } from '../../src/checks/coverage.ts';
import { FAILURE_REASONS } from '../../src/events/failure-reasons.ts';
import { DAMAGE_KINDS } from '../../src/evtx/damage.ts';
import { ERRORS } from '../../src/report/words/errors.ts';
import { EVIDENCE } from '../../src/report/words/evidence.ts';
import { REASONS } from '../../src/report/words/failure-reasons.ts';
import { DAMAGE_WORDS } from '../../src/report/words/files.ts';
import { WARNINGS } from '../../src/report/words/warnings.ts';

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('words'))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n');

/** Codes that the source throws or warns with. */
function codesOf(pattern: RegExp): readonly string[] {
  return [...new Set([...SOURCES.matchAll(pattern)].map(([, code = '']) => code))].sort();
}

test('every error that is thrown has words, and no words are left over', () => {
  const thrown = codesOf(/new UserError\(\s*'([a-z0-9-]+)'|refuse\('([a-z0-9-]+)'/g);
  const refused = codesOf(/refuse\('([a-z0-9-]+)'/g);
  const chosen = codesOf(/'(out-[a-z-]+)'/g);
  expect([...new Set([...thrown.filter((code) => code !== ''), ...refused, ...chosen])].sort()).toEqual(Object.keys(ERRORS).sort());
});

test('every warning has words', () => {
  expect(codesOf(/\{ code: '([a-z0-9-]+)'/g)).toEqual(Object.keys(WARNINGS).sort());
});

test.each([
  ['kinds of damage', DAMAGE_KINDS, DAMAGE_WORDS],
  ['reasons of failure', FAILURE_REASONS, REASONS],
  ['kinds of evidence', EVIDENCE_KINDS, EVIDENCE],
])('all %s have words', (_, keys, words) => {
  expect(Object.keys(words).sort()).toEqual([...keys].sort());
});

describe('the two languages', () => {
  test('name the same details in every error', () => {
    const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const [code, { en, ja }] of Object.entries(ERRORS)) expect([code, placeholders(ja)]).toEqual([code, placeholders(en)]);
  });
});
