import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellTownWeek } from '../tell-week.ts';
import { shownRecords, writeTown } from './audit-town.ts';
import { programsShown } from './programs-shown.ts';

/** The table of programs in rules/README.md: what the check shows of every attack's records, by which signs, and the rows that are wrong. */
export function measurePrograms(print: (...cells: readonly (string | number)[]) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'adlogon-programs-'));
  try {
    const all = tellTownWeek({ attacked: false, programs: 'all' });
    const honest = tellTownWeek({ attacked: false, programs: 'honest' });
    const { attacks, falseRows } = programsShown(all.attacks, shownRecords(writeTown(folder, all)));
    const quiet = programsShown([], shownRecords(writeTown(folder, honest))).falseRows;
    print('attack by a program', 'attempts', 'to review', 'signs');
    print('---', '---', '---', '---');
    for (const { ran, shown, signs } of attacks) print(ran.program.id, ran.attempts.length, shown, signs.join(', ') || '–');
    const attempts = attacks.reduce((sum, { ran }) => sum + ran.attempts.length, 0);
    const found = attacks.reduce((sum, { shown }) => sum + shown, 0);
    print('all', attempts, `${found} (${((100 * found) / attempts).toFixed(1)} %)`, '');
    print('false rows with the attacks', falseRows.length, falseRows.join('<br>'), '');
    print('false rows without', quiet.length, quiet.join('<br>'), '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
