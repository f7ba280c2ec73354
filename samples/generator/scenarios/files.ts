import { fileTime } from '../events/kind.ts';
import type { LoggedEvent } from '../evtx/event.ts';
import { logFile } from '../evtx/log-file.ts';
import { on } from '../story/clock.ts';
import { DC01 } from '../story/town.ts';
import type { TownLog, TownWeek } from './tell-week.ts';
import { directoryOf } from './town/directory.ts';
import { dhcpLogsOf, inventoryOf } from './town/side-files.ts';

/** DC01 is exported twice: on Thursday at noon, and after the week from Thursday morning on. */
export const FIRST_EXPORT_ENDS = fileTime(on('Thu', '12:00'));
export const SECOND_EXPORT_BEGINS = fileTime(on('Thu', '08:00'));

/** Everything but the logs, by path. The configuration expects the logs of the servers that are given. */
export function sideFiles({ world }: TownWeek, logs: readonly TownLog[]): ReadonlyMap<string, Buffer> {
  const servers = logs.filter(({ machine }) => machine.role === 'server').map(({ machine }) => machine.name);
  const text = (content: string): Buffer => Buffer.from(content, 'utf8');
  return new Map([
    ['directory.json', text(JSON.stringify(directoryOf(world.passwordChanges, world.renamed)))],
    ['terminals.csv', text(inventoryOf(world.renamed))],
    ['adlogon.yaml', text(`organisation: みどり市\nrecorders: [${servers.join(', ')}]\n`)],
    ...dhcpLogsOf(world.leases, world.visitors).map(([name, content]) => [`dhcp/${name}`, text(content)] as const),
  ]);
}

/** The logs as they were exported, by path. */
export function logFiles(logs: readonly TownLog[]): ReadonlyMap<string, Buffer> {
  return new Map(
    logs.flatMap((log) => exportsOf(log).map(([name, events]) => [`logs/${name}`, logFile(events, { ...log, exported: true })] as const)),
  );
}

function exportsOf({ machine, events }: TownLog): readonly (readonly [string, readonly LoggedEvent[]])[] {
  if (machine !== DC01) return [[`${machine.name}.evtx`, events]];
  return [
    [`${machine.name}-1.evtx`, events.filter(({ at }) => at < FIRST_EXPORT_ENDS)],
    [`${machine.name}-2.evtx`, events.filter(({ at }) => at >= SECOND_EXPORT_BEGINS)],
  ];
}
