import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { busyController } from '../../samples/generator/large/busy-controller.ts';
import { writeLargeLog } from '../../samples/generator/large/large-log.ts';
import { townOf } from '../../samples/generator/large/town-of.ts';
import { Random } from '../../samples/generator/random.ts';
import { WEEK_ENDS } from '../../samples/generator/story/clock.ts';
import { runAdlogon } from '../run-adlogon.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'adlogon-large-'));
const OPTIONS = { megabytes: 2, recorder: 'DC09', town: townOf(50), seed: 1 };

afterAll(() => rmSync(FOLDER, { recursive: true }));

test('a large log has the size asked for, and the same bytes every time', () => {
  const [once, again] = ['once.evtx', 'again.evtx'].map((name) => {
    writeLargeLog(join(FOLDER, name), OPTIONS);
    return readFileSync(join(FOLDER, name));
  });
  expect(once?.length).toBeGreaterThanOrEqual(2_000_000);
  expect(once?.length).toBeLessThan(2_000_000 + 4096 + 65_536);
  expect(again?.equals(once ?? Buffer.of())).toBe(true);
});

test('every record of a large log is read, and the times fill the week', () => {
  const path = join(FOLDER, 'read.evtx');
  const written = writeLargeLog(path, OPTIONS);
  const { code, out } = runAdlogon(['records', path]);
  const records = out.trimEnd().split('\n');
  expect(code).toBe(0);
  expect(records).toHaveLength(written);
  const last = JSON.parse(records.at(-1) ?? '{}') as { timeCreated: string; computer: string };
  expect(last.computer).toBe('DC09.midori.example.jp');
  expect(Math.abs(Date.parse(last.timeCreated) - WEEK_ENDS)).toBeLessThan(24 * 3600 * 1000);
});

test('half of a large log is about logons, and nine in ten of its logon sessions are computers', () => {
  const ids = new Map<number, number>();
  let computers = 0;
  const records = 40_000;
  for (const { kind, values } of busyController({ recorder: 'DC01', town: townOf(300), records, random: new Random(1) })) {
    ids.set(kind.id, (ids.get(kind.id) ?? 0) + 1);
    const account = kind.fields.findIndex(([name]) => name === 'TargetUserName');
    if (kind.id === 4624 && String(values[account]).endsWith('$')) computers += 1;
    if ([...ids.values()].reduce((sum, n) => sum + n, 0) === records) break;
  }
  const unwanted = [5156, 4662, 4658].reduce((sum, id) => sum + (ids.get(id) ?? 0), 0);
  expect(unwanted / records).toBeCloseTo(0.5, 1);
  expect(computers / (ids.get(4624) ?? 0)).toBeCloseTo(0.9, 1);
  expect(ids.get(4771) ?? 0).toBeGreaterThan(0);
});

test('a spray tries as many names as asked for, each once, spread over the week', () => {
  const names = new Set<unknown>();
  let guessed = 0;
  let read = 0;
  for (const { kind, values } of busyController({ recorder: 'DC01', town: townOf(300), records: 20_000, spray: 5_000, random: new Random(1) })) {
    const name = values[kind.fields.findIndex(([field]) => field === 'TargetUserName')];
    if (String(name).startsWith('guess')) {
      names.add(name);
      guessed += 1;
    }
    read += 1;
    if (read === 20_000) break;
  }
  expect(names.size).toBe(guessed);
  // One guess in ten is at the name of somebody there is.
  expect(guessed / 4_500).toBeCloseTo(1, 1);
});
