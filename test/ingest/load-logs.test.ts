import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inFolder, runAdlogon, WEEK } from '../run-adlogon.ts';

interface Inputs {
  readonly inputs: readonly {
    readonly file: string;
    readonly problem: string | null;
    readonly sha256: string | null;
    readonly records: number;
    readonly stored: number;
    readonly duplicates: number;
    readonly outOfScope: number;
    readonly damaged: number;
  }[];
  readonly sumsAgree: boolean;
}

function inputsOf(logs: string, out: string): Inputs {
  const { code, err } = runAdlogon(['audit', logs, '--out', out]);
  if (code === 2) throw new Error(err);
  return JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Inputs;
}

test('a record that two exports hold is stored once, and counted in both', () => {
  inFolder((folder) => {
    const { inputs, sumsAgree } = inputsOf(`${WEEK}/logs`, folder);
    expect(sumsAgree).toBe(true);
    expect(inputs.map(({ file, records, stored, duplicates }) => [file, records, stored, duplicates])).toEqual([
      ['ADM-01-Security.evtx', 55, 55, 0],
      ['DC01-Security-1.evtx', 3295, 3295, 0],
      ['DC01-Security-2.evtx', 2108, 1660, 448],
      ['DC02-Security.evtx', 1647, 1647, 0],
      ['FS01-Security.evtx', 772, 772, 0],
    ]);
  });
});

test('what cannot be read is said of each file, and the others are read', () => {
  inFolder((folder) => {
    const logs = join(folder, 'logs');
    mkdirSync(logs);
    cpSync(`${WEEK}/logs/FS01-Security.evtx`, join(logs, 'a.evtx'));
    writeFileSync(join(logs, 'b.evtx'), '');
    writeFileSync(join(logs, 'c.evtx'), 'x'.repeat(5000));
    symlinkSync(join(folder, 'nowhere'), join(logs, 'd.evtx'));
    const { inputs, sumsAgree } = inputsOf(logs, join(folder, 'out'));
    expect(inputs.map(({ file, problem, records }) => [file, problem, records])).toEqual([
      ['a.evtx', null, 772],
      ['b.evtx', 'empty', 0],
      ['c.evtx', 'not-evtx', 0],
      ['d.evtx', 'unreadable', 0],
    ]);
    expect(inputs[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(sumsAgree).toBe(true);
  });
});
