import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_KINDS, QUESTION_PARTS } from '../../src/checks/coverage.ts';
import { FAILURE_REASONS } from '../../src/events/failure-reasons.ts';
import { DAMAGE_KINDS } from '../../src/evtx/damage.ts';
import { DIRECTORY_GAPS, DIRECTORY_WARNINGS } from '../../src/report/words/directory.ts';
import { ERRORS } from '../../src/report/words/errors.ts';
import { EVIDENCE, PARTS } from '../../src/report/words/evidence.ts';
import { REASONS } from '../../src/report/words/failure-reasons.ts';
import { DAMAGE_WORDS } from '../../src/report/words/files.ts';
import { WARNINGS } from '../../src/report/words/warnings.ts';

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.includes('words'));
const SOURCES = textOf(FILES);
/** Gaps and warnings of a snapshot have a catalogue of their own. */
const DIRECTORY = textOf(FILES.filter((file) => file.startsWith('directory')));
const OTHERS = textOf(FILES.filter((file) => !file.startsWith('directory')));

function textOf(files: readonly string[]): string {
  return files.map((file) => readFileSync(`src/${file}`, 'utf8')).join('\n');
}

/** Codes that the source throws or warns with. */
function codesOf(pattern: RegExp, sources = SOURCES): readonly string[] {
  return [...new Set([...sources.matchAll(pattern)].map((match) => match.slice(1).find((code) => code !== undefined) ?? ''))].sort();
}

test('every error that is thrown has words, and no words are left over', () => {
  const thrown = codesOf(/new UserError\(\s*'([a-z0-9-]+)'|refuse\('([a-z0-9-]+)'/g);
  const refused = codesOf(/refuse\('([a-z0-9-]+)'/g);
  const chosen = codesOf(/'((?:out|ldap)-[a-z0-9-]+)'/g);
  expect([...new Set([...thrown.filter((code) => code !== ''), ...refused, ...chosen])].sort()).toEqual(Object.keys(ERRORS).sort());
});

test('every warning has words', () => {
  expect(codesOf(/\{ code: '([a-z0-9-]+)'/g, OTHERS)).toEqual(Object.keys(WARNINGS).sort());
});

test('every gap and warning of a directory snapshot has words, and no words are left over', () => {
  const codes = codesOf(
    /\bcode: '([a-z0-9-]+)'|\b(?:addGap\(\w+, |gap\(|warning\(|\.lacks\(|\.warn\(|Interrupted\()\s*'([a-z0-9-]+)'|'((?:answer|values|as)-[a-z-]+)'/g,
    DIRECTORY,
  );
  expect(codes).toEqual([...Object.keys(DIRECTORY_GAPS), ...Object.keys(DIRECTORY_WARNINGS)].sort());
});

test.each([
  ['kinds of damage', DAMAGE_KINDS, DAMAGE_WORDS],
  ['reasons of failure', FAILURE_REASONS, REASONS],
  ['kinds of evidence', [...EVIDENCE_KINDS, ...QUESTION_PARTS], EVIDENCE],
  ['parts of questions', QUESTION_PARTS, PARTS],
])('all %s have words', (_, keys, words) => {
  expect(Object.keys(words).sort()).toEqual([...keys].sort());
});

describe('the two languages', () => {
  test('name the same details in every error', () => {
    const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const [code, { en, ja }] of Object.entries({ ...ERRORS, ...DIRECTORY_GAPS, ...DIRECTORY_WARNINGS }))
      expect([code, placeholders(ja)]).toEqual([code, placeholders(en)]);
  });
});
