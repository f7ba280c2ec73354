import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonical, type GoldenRecord, goldenOf, isGolden } from './canonical.ts';
import { decodeAll, goldenPath, hasRealLogs, REAL_LOGS, realLog } from './real-logs.ts';

describe.skipIf(!hasRealLogs())('the full decode equals what two independent parsers read', () => {
  test.each(REAL_LOGS)('%s', (name) => {
    const decoded = decodeAll(realLog(name))
      .records.filter(isGolden)
      .map((record) => canonical(goldenOf(name, record)));
    const golden = linesOf(goldenPath(name)).map(canonical);
    // Whole records in the cut-off last chunk may be read or not; if they are, they are right.
    const salvage = linesOf(goldenPath(name, 'salvage.ndjson')).map(canonical);
    const salvaged = new Set(salvage.map((record) => record.recordId));
    expect(inOrder(decoded.filter((record) => !salvaged.has(record.recordId)))).toEqual(inOrder(golden));
    for (const record of decoded.filter((candidate) => salvaged.has(candidate.recordId))) {
      expect(salvage.find((candidate) => candidate.recordId === record.recordId)).toEqual(record);
    }
  });
});

function linesOf(path: string | null): GoldenRecord[] {
  if (path === null) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): GoldenRecord => JSON.parse(line));
}

function inOrder(records: readonly GoldenRecord[]): GoldenRecord[] {
  return [...records].sort((a, b) => a.computer.localeCompare(b.computer) || a.recordId - b.recordId || a.timeCreated.localeCompare(b.timeCreated));
}
