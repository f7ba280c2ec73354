import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findInputs } from '../../src/ingest/find-inputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'adlogon-inputs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function place(...path: readonly string[]): string {
  return join(folder, ...path);
}

mkdirSync(place('logs', 'dc01'), { recursive: true });
mkdirSync(place('logs', 'dc02', 'old.evtx'), { recursive: true });
mkdirSync(place('empty'));
for (const file of ['logs/dc01/Security.evtx', 'logs/dc02/Security.EVTX', 'logs/memo.txt', 'logs/a#b.evtx', 'copy.bin'])
  writeFileSync(place(file), 'x');
symlinkSync(place('copy.bin'), place('logs', 'link.evtx'));
symlinkSync(place('nowhere'), place('logs', 'dangling.evtx'));

describe('a folder', () => {
  test('gives every .evtx below it, links too, and no folder of that name', () => {
    expect(findInputs([place('logs')]).map(({ path }) => path)).toEqual(
      ['logs/a#b.evtx', 'logs/dangling.evtx', 'logs/dc01/Security.evtx', 'logs/dc02/Security.EVTX', 'logs/link.evtx'].map((file) => place(file)),
    );
  });

  test('without one is refused', () => {
    expect(() => findInputs([place('empty')])).toThrow(expect.objectContaining({ code: 'no-logs-in-folder' }));
  });
});

test('a file given twice counts once, whatever it is called', () => {
  const { length } = findInputs([place('copy.bin'), place('logs'), place('logs', 'dc01', 'Security.evtx'), place('logs', '..', 'copy.bin')]);
  expect(length).toBe(6);
});

test('a pattern is resolved here, because shells of Windows do not', () => {
  expect(findInputs([place('logs', 'dc0*', 'Security.evtx')]).map(({ path }) => path)).toEqual([place('logs', 'dc01', 'Security.evtx')]);
});

test('names are as short as tells them apart', () => {
  mkdirSync(place('twins', 'one'), { recursive: true });
  mkdirSync(place('twins', 'two'), { recursive: true });
  for (const file of ['twins/one/S.evtx', 'twins/two/S.evtx', 'twins/T.evtx']) writeFileSync(place(file), 'x');
  expect(findInputs([place('twins')]).map(({ name }) => name)).toEqual(['T.evtx', 'one/S.evtx', 'two/S.evtx']);
});

test.each([
  ['a file', 'none.evtx', 'log-not-found'],
  ['a pattern', 'none*.evtx', 'no-logs-for-pattern'],
])('%s that leads nowhere is refused', (_, name, code) => {
  expect(() => findInputs([place(name)])).toThrow(expect.objectContaining({ code }));
});
