import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileTime } from '../../samples/generator/events/kind.ts';
import type { LoggedEvent } from '../../samples/generator/evtx/event.ts';
import { logFile } from '../../samples/generator/evtx/log-file.ts';
import { Random } from '../../samples/generator/random.ts';
import { on } from '../../samples/generator/story/clock.ts';
import { tellWeek } from '../../samples/generator/week.ts';
import { inFolder, runHere, WEEK } from '../run-adlogon.ts';

type Keep = (event: LoggedEvent) => boolean;

const { logs } = tellWeek();
const FAILURE_CHECKS = ['admin-logon-failure-elsewhere', 'logon-failure-elsewhere', 'user-terminal-logon-failure'];
const LOGON_CHECKS = ['admin-logon-failure-elsewhere', 'admin-logon-success-elsewhere', 'logon-failure-elsewhere', 'user-terminal-logon-failure'];

/** What each check on logons lacks of the log of DC02, by code, where of that log only some records are there; null: the log is not given. */
async function lacking(keep: Keep | null): Promise<ReadonlyMap<string, readonly string[]>> {
  return await inFolder(async (folder) => {
    mkdirSync(join(folder, 'logs'));
    for (const log of logs.filter(({ path }) => keep !== null || !path.includes('DC02'))) {
      const events = log.path.includes('DC02') && keep !== null ? log.events.filter(keep) : log.events;
      writeFileSync(join(folder, log.path), logFile(events, log));
    }
    const given = ['--directory', `${WEEK}/directory.json`, '--terminals', `${WEEK}/terminals.csv`, '--dhcp', `${WEEK}/dhcp`, '--week', '2026-W46'];
    await runHere(['audit', join(folder, 'logs'), ...given, '--out', join(folder, 'out')]);
    const report = JSON.parse(readFileSync(join(folder, 'out', 'report.json'), 'utf8')) as {
      checklist: { check: string; outcome: string; gaps: { code: string; about: string | null }[] }[];
    };
    const lines = report.checklist.filter(({ check }) => LOGON_CHECKS.includes(check)).sort((a, b) => (a.check < b.check ? -1 : 1));
    return new Map(
      lines.map(({ check, outcome, gaps }) => {
        const codes = [...new Set(gaps.filter(({ about }) => about?.toUpperCase().startsWith('DC02')).map(({ code }) => code))];
        expect([check, outcome, codes.length > 0 && outcome === 'clean']).toEqual([check, outcome, false]);
        return [check, codes.sort()];
      }),
    );
  });
}

function atRandom(share: number): Keep {
  const random = new Random(7);
  return () => random.next() >= share;
}

const between =
  (from: number, until: number): Keep =>
  ({ at }) =>
    at >= fileTime(from) && at < fileTime(until);

describe('the sample week, of which the log of one domain controller', () => {
  test('is whole, lacks nothing', async () => {
    expect([...(await lacking(() => true)).values()].flat()).toEqual([]);
  });

  test('was filtered by event ID, lacks nothing', async () => {
    const kept = new Set([4624, 4625, 4672, 4768, 4771, 4776]);
    expect([...(await lacking(({ kind }) => kept.has(kind.id))).values()].flat()).toEqual([]);
  });

  test.each<[string, Keep | null, readonly string[], readonly string[]]>([
    ['lost one record in ten at random', atRandom(0.1), ['records-lost-throughout'], LOGON_CHECKS],
    ['lost every other record at random', atRandom(0.5), ['records-lost-throughout'], LOGON_CHECKS],
    ['lost a block of records', (event) => !between(on('Wed', '10:00'), on('Wed', '11:00'))(event), ['records-missing'], LOGON_CHECKS],
    ['has no failures', ({ failed }) => !failed, ['no-failures-recorded'], FAILURE_CHECKS],
    ['has no successes', ({ failed }) => failed, ['no-successes-recorded'], ['admin-logon-success-elsewhere']],
    ['is not there', null, ['no-recorder-log'], LOGON_CHECKS],
    ['ends on Thursday at noon', between(0, on('Thu', '12:00')), ['span-short'], LOGON_CHECKS],
  ])('%s, is short of it in every check that asks it', async (_, keep, codes, checks) => {
    const found = await lacking(keep);
    for (const check of checks) expect([check, found.get(check)]).toEqual([check, expect.arrayContaining([...codes])]);
  });
});
