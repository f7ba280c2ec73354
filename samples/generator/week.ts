import { dhcpLogs } from './dhcp-logs.ts';
import { directorySnapshot } from './directory-snapshot.ts';
import { fileTime } from './events/kind.ts';
import type { LoggedEvent } from './evtx/event.ts';
import { logFile } from './evtx/log-file.ts';
import { Random } from './random.ts';
import { adminTerminalLog } from './story/admin-terminal.ts';
import { administration } from './story/administration.ts';
import { on } from './story/clock.ts';
import { Leases } from './story/leases.ts';
import { serversRun } from './story/machines.ts';
import { officeWeek } from './story/office-week.ts';
import { type PasswordChange, passwordDay } from './story/password-day.ts';
import { plantedAdministrators } from './story/planted-administrators.ts';
import { plantedElsewhere } from './story/planted-elsewhere.ts';
import { plantedFailures } from './story/planted-failures.ts';
import { proxyWeek } from './story/proxy-week.ts';
import { services } from './story/services.ts';
import { shifts } from './story/shifts.ts';
import { slips } from './story/slips.ts';
import { Stage } from './story/stage.ts';
import { ADM01, DC01, DC02, dnsNameOf, FS01, type Machine } from './story/town.ts';
import { Truth } from './story/truth.ts';
import { weekPlace } from './story/week-place.ts';
import { terminalsInventory } from './terminals-inventory.ts';

/** One log of the week: which machine's, what stands in it, and how it left the machine. */
export interface SampleLog {
  /** Path below the folder of the week. */
  readonly path: string;
  readonly computer: string;
  readonly events: readonly LoggedEvent[];
  /** By `wevtutil epl`; otherwise a copy of the log in use. */
  readonly exported: boolean;
}

export interface Week {
  readonly logs: readonly SampleLog[];
  readonly truth: Truth;
  readonly leases: Leases;
  readonly changes: readonly PasswordChange[];
  /** The proxy's log, in Squid's own format. */
  readonly proxyLog: string;
}

const SEED = 20_261_109;

/** DC01 was exported twice: on Thursday at noon, and on Monday after the week, from Thursday morning on. */
const FIRST_EXPORT_ENDS = on('Thu', '12:00');
const SECOND_EXPORT_BEGINS = on('Thu', '08:00');

/** Tells the week from beginning to end. The same week every time. */
export function tellWeek(): Week {
  const random = new Random(SEED);
  const leases = new Leases(random);
  const stage = new Stage(random, weekPlace(leases));
  const truth = new Truth();
  serversRun(stage);
  officeWeek(stage);
  shifts(stage);
  services(stage);
  administration(stage);
  const changes = passwordDay(stage, truth);
  slips(stage, truth);
  plantedAdministrators(stage, truth);
  plantedFailures(stage, truth);
  plantedElsewhere(stage, truth);

  // With a chance of their own, so that nothing else of the week changes with them.
  const adm01 = adminTerminalLog(SEED + 1, truth);
  const proxyLog = proxyWeek(SEED + 2, leases, truth);

  const dc01 = stage.logOf(DC01);
  const log = (path: string, machine: Machine, events: readonly LoggedEvent[], exported: boolean): SampleLog => ({
    path: `logs/${path}`,
    computer: dnsNameOf(machine),
    events,
    exported,
  });
  return {
    logs: [
      log(
        'DC01-Security-1.evtx',
        DC01,
        dc01.filter(({ at }) => at < fileTime(FIRST_EXPORT_ENDS)),
        true,
      ),
      log(
        'DC01-Security-2.evtx',
        DC01,
        dc01.filter(({ at }) => at >= fileTime(SECOND_EXPORT_BEGINS)),
        true,
      ),
      log('DC02-Security.evtx', DC02, stage.logOf(DC02), true),
      log('FS01-Security.evtx', FS01, stage.logOf(FS01), false),
      log('ADM-01-Security.evtx', ADM01, adm01, true),
    ],
    truth,
    leases,
    changes,
    proxyLog,
  };
}

/** Every file of the sample by its path below the folder of the week. */
export function weekFiles(): ReadonlyMap<string, Buffer> {
  const { logs, truth, leases, changes, proxyLog } = tellWeek();
  const text = (content: string): Buffer => Buffer.from(content, 'utf8');
  const json = (content: unknown): Buffer => text(`${JSON.stringify(content, null, 2)}\n`);
  return new Map([
    ...logs.map((log) => [log.path, logFile(log.events, log)] as const),
    ...dhcpLogs(leases).map(([path, content]) => [`dhcp/${path}`, text(content)] as const),
    ['proxy/access.log', text(proxyLog)],
    ['directory.json', json(directorySnapshot(changes))],
    ['terminals.csv', text(terminalsInventory())],
    ['ground-truth.json', json({ organisation: 'みどり市', week: '2026-W46', happenings: truth.happenings, quiet: truth.quiet })],
  ]);
}
