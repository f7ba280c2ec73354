import { expect, test } from 'vitest';
import { readChecks } from '../../src/checks/read-checks.ts';
import { CHECKS_FOLDER } from '../../src/checks/rules-folder.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { openWith, readLines, rulesPath, toldOnce } from '../rules-tables.ts';

const CHECKS = await readChecks(CHECKS_FOLDER);
const FILES = CHECKS.filter(({ needs }) => needs.some((need) => need.startsWith('logon-'))).flatMap(({ id }) => [
  `${id}/caught.csv`,
  `${id}/clean.csv`,
]);

/** Straight from the records, without any model that the checks build on but who an account is. */
const FAILED = `
  select count(*) as failed
  from logon_events e
  join recorded_accounts r on r.network = e.network and r.recorded_name = coalesce(e.account, '') and r.recorded_domain = coalesce(e.account_domain, '')
    and r.recorded_sid = coalesce(e.account_sid, '')
  cross join period p
  where e.event_id in (4625, 4768, 4771, 4776) and not e.succeeded and coalesce(r.set_apart, 'computer') = 'computer'
    and e.occurred_at >= p.asked_from and e.occurred_at < p.asked_until`;

test.each(FILES)('%s: every failed attempt is under exactly one check, with its evidence', async (file) => {
  const engine = await openWith(await readLines(rulesPath(file)));
  try {
    const failed = (await engine.ask(FAILED)).rows[0]?.failed;
    const { results } = await runChecks(engine, CHECKS, {
      madeBy: 'test',
      organisation: 'midori',
      network: 'office',
      configuration: null,
      notApplicable: new Map(),
      showUnknownNames: true,
      acknowledgements: null,
      now: new Date(0),
    });
    const findings = toldOnce(results)
      .flatMap((result) => result.findings)
      .filter((finding) => finding.succeeded === false);
    expect(findings.reduce((sum, finding) => sum + finding.count, 0)).toBe(failed);
    expect(findings.reduce((sum, finding) => sum + finding.evidenceCount, 0)).toBe(failed);

    const logons = toldOnce(results)
      .flatMap((result) => result.findings)
      .filter((finding) => finding.succeeded !== null);
    const keys = logons.flatMap((finding) => finding.evidence);
    expect(keys.length).toBeGreaterThan(0);
    const { rows } = await engine.ask(
      `select i.file || '#' || e.recorded_by || '#' || e.record_id as key from logon_events e join inputs i on i.input = e.input`,
    );
    const records = new Set(rows.map((row) => row.key));
    expect(keys.filter((key) => !records.has(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  } finally {
    await engine.close();
  }
});
