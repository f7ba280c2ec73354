import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Played, type TownWeek, tellTownWeek } from '../tell-week.ts';
import { putAttempts, reportOf, type TownGiven, writeTown } from './audit-town.ts';
import { attributionOf, loudRows, missingRows, surplusRows } from './compare.ts';
import { measureOutbound } from './measure-outbound.ts';
import { measurePrograms } from './measure-programs.ts';

const innocent = tellTownWeek({ attacked: false });
const attacked = tellTownWeek({ attacked: true });
const controllers = ({ logs }: TownWeek) => logs.filter(({ machine }) => machine.role === 'domain controller');
const folder = mkdtempSync(join(tmpdir(), 'adlogon-scenarios-'));

const print = (...cells: readonly (string | number)[]): void => void process.stdout.write(`| ${cells.join(' | ')} |\n`);

/** One line of the table in rules/README.md: the week without attacks and with all of them, by the same evidence. */
function measure(what: string, given: (week: TownWeek) => TownGiven): void {
  const quietWeek = reportOf(folder, writeTown(folder, innocent, given(innocent)));
  const inputs = writeTown(folder, attacked, given(attacked));
  const report = reportOf(folder, inputs);
  const { attempts, right, surelyWrong, certain } = attributionOf(attacked.attempts, putAttempts(inputs));
  const missing = attacked.planted.filter((one) => missingRows(one, report).length > 0);
  const loud = attacked.innocent.filter((one) => loudRows(one, attacked.planted, report).length > 0);
  const percent = (part: number) => `${((100 * part) / attempts).toFixed(2)} %`;
  print(
    ...[what, attempts, percent(right), percent(certain), surelyWrong.length],
    ...[`${attacked.planted.length - missing.length} of ${attacked.planted.length}${named(missing)}`],
    ...[surplusRows([], quietWeek).length, `${loud.length}${named(loud)}`],
  );
}

function named(played: readonly Played[]): string {
  return played.length === 0 ? '' : ` (${played.map(({ scenario }) => scenario.id).join(', ')})`;
}

try {
  print(
    'given',
    'attempts',
    'at the right terminal',
    'certain',
    'wrong and certain',
    'planted found',
    'rows at review in the innocent week',
    'look-alikes at review',
  );
  print(...Array.from({ length: 8 }, () => '---'));
  measure('all logs, DHCP', () => ({}));
  measure('all logs, no DHCP', () => ({ dhcp: false }));
  measure('domain controllers alone, DHCP', (week) => ({ logs: controllers(week) }));
  measure('domain controllers alone, no DHCP', (week) => ({ logs: controllers(week), dhcp: false }));
  process.stdout.write('\n');
  measurePrograms(print);
  process.stdout.write('\n');
  measureOutbound(print);
} finally {
  rmSync(folder, { recursive: true });
}
