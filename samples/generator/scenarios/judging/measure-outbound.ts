import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellTownWeek } from '../tell-week.ts';
import { outboundShown } from './outbound-shown.ts';

/** The table of traffic to the outside in rules/README.md: which attacks are to review, why, and the rows that are wrong. */
export function measureOutbound(print: (...cells: readonly (string | number)[]) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'adlogon-outbound-'));
  try {
    const week = tellTownWeek({ attacked: false });
    const { attacks, falseRows } = outboundShown(join(folder, 'attacked'), week, { attacked: true });
    const quiet = outboundShown(join(folder, 'honest'), week, { attacked: false }).falseRows;
    print('traffic of an attack', 'level', 'because');
    print('---', '---', '---');
    for (const { flow, row } of attacks) print(flow.id, row?.level ?? '–', row?.level_because ?? '–');
    const found = attacks.filter(({ row }) => row?.level === 'review').length;
    print('all', `${found} of ${attacks.length} to review`, '');
    print('false rows with the attacks', falseRows.length, falseRows.join('<br>'));
    print('false rows without', quiet.length, quiet.join('<br>'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
