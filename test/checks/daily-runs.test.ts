import { expect, test } from 'vitest';
import { readChecks } from '../../src/checks/read-checks.ts';
import { CHECKS_FOLDER } from '../../src/checks/rules-folder.ts';
import { sentenceOf } from '../../src/report/sentence.ts';
import { checklistOf, linesOf, readLines, rulesPath } from '../rules-tables.ts';

const CHECKS = (await readChecks(CHECKS_FOLDER)).filter(({ id }) => id === 'admin-logon-success-elsewhere');
const OFFICE = await readLines(rulesPath('office.csv'));
const MORI = 'account=adm-mori,domain=MIDORI,sid=1101';
const DAYS = ['09', '10', '11', '12', '13'];
const LOG =
  'recordings,input=3,recorded_by=FS01.midori.example.jp,records=9,first_record_id=1,last_record_id=9,first_at=2026-11-08 23:00,last_at=2026-11-14 01:00';

async function findingsOf(text: string) {
  const { results } = await checklistOf([...OFFICE, ...linesOf(`${LOG}\n${text}`)], CHECKS);
  return results[0]?.findings ?? [];
}

/** A backup at the server, by its own log and that of the domain controller; minutes differ a little. */
function backup(days: readonly string[], hour = 17): string {
  return days
    .map(
      (day, n) => `
      4624,at=2026-11-${day} ${hour}:0${n}:00,${MORI},type=4,by=FS01,input=3,logon_id=${5000 + n}
      4768,at=2026-11-${day} ${hour}:0${n}:01,${MORI},from=10.1.0.10`,
    )
    .join('\n');
}

test('a backup that runs as an administrator every night is one row, with all its records and its days', async () => {
  const [finding, ...more] = await findingsOf(backup(DAYS));
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    terminal: 'FS01',
    level: 'review',
    levelBecause: 'not-an-admin-terminal',
    count: 10,
    logons: 5,
    evidenceCount: 10,
  });
  const check = CHECKS[0];
  if (finding === undefined || check === undefined) throw new Error('nothing found');
  const sentence = sentenceOf(check.sentence, finding, { language: 'en', timezone: 'UTC' });
  expect(sentence).toContain(
    '5 logon(s), 10 record(s), 2026-11-09T17:00:00+00:00 to 2026-11-13T17:04:01+00:00 (at about the same time on 5 days), recorded by',
  );
});

test('two runs half an hour apart, every night, are one row as well, though a night now and then they are one run', async () => {
  const nights = DAYS.map(
    (day, n) => `4768,at=2026-11-${day} 17:00:0${9 - 2 * n},${MORI},from=10.1.0.10\n4768,at=2026-11-${day} 17:30:0${5 + n},${MORI},from=10.1.0.10`,
  );
  const [finding, ...more] = await findingsOf(nights.join('\n'));
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ terminal: 'FS01', level: 'review', count: 10 });
});

test('four nights, or another hour every night, stay rows of their own', async () => {
  expect(await findingsOf(backup(DAYS.slice(1)))).toHaveLength(4);
  expect(await findingsOf(DAYS.map((day, n) => backup([day], 10 + 2 * n)).join('\n'))).toHaveLength(5);
});

test('what comes at another time of the day, or after somebody came to that server, is no part of it', async () => {
  const findings = await findingsOf(`${backup(DAYS)}
    4768,at=2026-11-11 12:00,${MORI},from=10.1.0.10`);
  expect(findings.map(({ count }) => count).toSorted()).toEqual([1, 10]);
  const visited = await findingsOf(`${backup([...DAYS.slice(0, 2), '12', '13'])}
    4624,at=2026-11-11 16:00,${MORI},type=10,from=10.1.2.1,by=FS01,input=3,logon_id=4001
    4634,at=2026-11-11 18:00,${MORI},by=FS01,input=3,logon_id=4001
    4768,at=2026-11-11 17:00,${MORI},from=10.1.0.10`);
  expect(visited.filter(({ terminal }) => terminal === 'FS01').map(({ levelBecause, count }) => [levelBecause, count])).toEqual([
    ['not-an-admin-terminal', 2],
    ['not-an-admin-terminal', 2],
    ['began-elsewhere', 1],
    ['not-an-admin-terminal', 2],
    ['not-an-admin-terminal', 2],
  ]);
});
