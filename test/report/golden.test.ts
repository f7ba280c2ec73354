import { describe, expect, test } from 'vitest';
import type { Checklist } from '../../src/checks/checklist.ts';
import { checklistCsv } from '../../src/report/checklist-csv.ts';
import { coverageCsv } from '../../src/report/coverage-csv.ts';
import { findingsCsv } from '../../src/report/findings-csv.ts';
import { reportHtml } from '../../src/report/report-html.ts';
import { reportJson } from '../../src/report/report-json.ts';
import { tableReport } from '../../src/report/table.ts';
import { SAMPLE } from './sample-checklist.ts';

const LANGUAGES = ['ja', 'en'] as const;

describe.each(LANGUAGES)('in %s', (language) => {
  const options = { language, timezone: 'Asia/Tokyo' };
  const reports: readonly (readonly [string, (checklist: Checklist) => string])[] = [
    [`table-80.${language}.txt`, (checklist) => tableReport(checklist, { ...options, width: 80, colour: false, findings: 20 })],
    [`table-132.${language}.txt`, (checklist) => tableReport(checklist, { ...options, width: 132, colour: false, findings: 1 })],
    [`checklist.${language}.csv`, (checklist) => checklistCsv(checklist, options)],
    [`findings.${language}.csv`, (checklist) => findingsCsv(checklist, options)],
    [`coverage.${language}.csv`, (checklist) => coverageCsv(checklist, options)],
    [`report.${language}.html`, (checklist) => reportHtml(checklist, options)],
  ];

  test.each(reports)('%s', async (name, report) => {
    await expect(report(SAMPLE)).toMatchFileSnapshot(`../golden/report/${name}`);
  });

  test.each(reports)('%s comes out the same twice', (_, report) => {
    expect(report(structuredClone(SAMPLE))).toBe(report(SAMPLE));
  });
});

test('report.json', async () => {
  await expect(reportJson(SAMPLE, { timezone: 'Asia/Tokyo' })).toMatchFileSnapshot('../golden/report/report.json');
});
