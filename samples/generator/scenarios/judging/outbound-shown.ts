import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { INDICATORS, tellOutbound } from '../outbound/tell-outbound.ts';
import type { Flow } from '../outbound/traffic.ts';
import type { TownWeek } from '../tell-week.ts';
import { asked, writeTown } from './audit-town.ts';

interface OutboundRow {
  readonly destination: string;
  readonly level: string;
  readonly level_because: string;
  readonly signs: string;
}

export interface OutboundShown {
  /** Of each attack, the row that tells of it; null: none. */
  readonly attacks: readonly { readonly flow: Flow; readonly row: OutboundRow | null }[];
  /** Rows to review that no attack explains. */
  readonly falseRows: readonly string[];
  readonly lookAlikes: readonly Flow[];
}

const ROWS = 'select destination, level, level_because, outbound_signs as signs from outbound_episodes order by all';

/** Gives a week with its proxy log to the product, in a folder of its own, and compares what the check of suspicious traffic shows with what happened. */
export function outboundShown(folder: string, week: TownWeek, told: { readonly attacked: boolean }): OutboundShown {
  const { log, attacks, lookAlikes } = tellOutbound(week.world, told);
  const logs = week.logs.filter(({ machine }) => machine.role === 'domain controller');
  const inputs = writeTown(folder, week, { logs });
  const written = { 'proxy/access.log': log, 'ioc.txt': INDICATORS };
  for (const [path, text] of Object.entries(written)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const rows = asked<OutboundRow>(ROWS, [...inputs, '--proxy', join(folder, 'proxy'), '--ioc', join(folder, 'ioc.txt')]);
  const planted = new Set(attacks.map(({ destination }) => destination));
  return {
    attacks: attacks.map((flow) => ({ flow, row: rows.find(({ destination }) => destination === flow.destination) ?? null })),
    falseRows: rows
      .filter(({ level, destination }) => level === 'review' && !planted.has(destination))
      .map(({ destination, level_because }) => `${destination}: ${level_because}`),
    lookAlikes,
  };
}
