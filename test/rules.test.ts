import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../src/checks/checklist.ts';
import type { Finding } from '../src/checks/finding.ts';
import { readChecks } from '../src/checks/read-checks.ts';
import { CHECKS_FOLDER } from '../src/checks/rules-folder.ts';
import { LEVEL_BECAUSE } from '../src/report/words/level-because.ts';
import { checklistOf, readLines, rulesPath } from './rules-tables.ts';

const CHECKS = await readChecks(CHECKS_FOLDER);

describe.each(CHECKS)('$id', ({ id }) => {
  const [caught, clean, golden] = [`${id}/caught.csv`, `${id}/clean.csv`, `${id}/findings.json`].map(rulesPath) as [string, string, string];

  test('has a caught and a clean case', () => {
    const missing = [caught, clean].filter((path) => !existsSync(path));
    expect(missing, `add ${missing.join(' and ')} (how: test/rules/README.md)`).toEqual([]);
  });

  test('catches what it is for', async () => {
    const result = await resultOf(id, caught);
    expect(result.outcome).toBe('found');
    await expect(goldenText(result.findings)).toMatchFileSnapshot(golden);
  });

  test('lets the look-alikes be', async () => {
    const { outcome, findings } = await resultOf(id, clean);
    expect(findings.filter((finding) => finding.level === 'review')).toEqual([]);
    // A case need not hold what every part of its question takes.
    expect(['clean', 'partly assessed']).toContain(outcome);
  });
});

test('every stated rule of level stands in a golden list, and only stated rules do', async () => {
  const results: CheckResult[] = [];
  for (const { id } of CHECKS) results.push(await resultOf(id, rulesPath(`${id}/caught.csv`)));
  const stated = new Set(results.flatMap(({ findings }) => findings.map((finding) => finding.levelBecause)));
  expect([...stated].toSorted()).toEqual(Object.keys(LEVEL_BECAUSE).toSorted());
});

const asked = new Map<string, Promise<CheckResult>>();

/** What a check says of a case, asked once. */
function resultOf(id: string, path: string): Promise<CheckResult> {
  const result = asked.get(path) ?? askedOf(id, path);
  asked.set(path, result);
  return result;
}

async function askedOf(id: string, path: string): Promise<CheckResult> {
  const result = (await checklistOf(await readLines(path))).results.find(({ check }) => check.id === id);
  if (result === undefined) throw new Error(`${id} did not run`);
  return result;
}

/** One finding a block, without the row it was made from: every column that matters stands in the finding. */
function goldenText(findings: readonly Finding[]): string {
  return `${JSON.stringify(
    findings.map(({ values: _, masked: _masked, kind: _kind, acknowledgement: _acknowledgement, baseline, ...finding }) => ({
      ...finding,
      ...(baseline === null ? {} : { baseline }),
    })),
    null,
    1,
  )}\n`;
}
