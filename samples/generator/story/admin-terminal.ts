import type { Identity } from '../events/identity.ts';
import { isoTime } from '../events/kind.ts';
import { type Program, processStarted } from '../events/process.ts';
import type { Event, LoggedEvent } from '../evtx/event.ts';
import { Random } from '../random.ts';
import { DAYS, MINUTE, on, SECOND, WORKING_DAYS } from './clock.ts';
import { ADMINS } from './people.ts';
import { ADM01, DOMAIN, identityOf } from './town.ts';
import { CHECK, type Truth } from './truth.ts';

const EXPLORER = 'C:\\Windows\\explorer.exe';
const SERVICES = 'C:\\Windows\\System32\\services.exe';
const EDGE = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
const CHROME = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
const FIRST_RECORD_ID = 118_402;
/** The kernel writes these records. */
const WRITER = 4;

/** What ADM-01 records of itself: programs of administration every day, Edge that Windows starts without a window, and one browser. */
export function adminTerminalLog(seed: number, truth: Truth): readonly LoggedEvent[] {
  const random = new Random(seed);
  const events: Event[] = [];
  const system: Identity = { name: `${ADM01.name}$`, domain: DOMAIN.name, sid: 'S-1-5-18' };
  const person = identityOf(ADMINS.sato);
  const start = (at: number, who: Identity, program: Program): Event => {
    const moment = { at: at + random.next(), process: WRITER, thread: 4 * random.between(20, 90), activity: null };
    const event = processStarted(moment, who, who === system ? null : 0x5a_31f2, program, 4 * random.between(900, 4000));
    events.push(event);
    return event;
  };
  const program = (path: string, parent: string, more = ''): Program => ({ path, commandLine: `"${path}"${more}`, parent });

  for (const day of DAYS) {
    for (const time of ['00:40', '06:40', '12:40', '18:40', '23:40'])
      start(on(day, time), system, program('C:\\Windows\\System32\\svchost.exe', SERVICES, ' -k netsvcs'));
  }
  for (const day of WORKING_DAYS) {
    const at = on(day, '08:58');
    start(at, person, program(EDGE, EXPLORER, ' --no-startup-window --win-session-start'));
    start(at + MINUTE, person, program('C:\\Windows\\System32\\mmc.exe', EXPLORER, ' C:\\Windows\\System32\\dsa.msc'));
    start(at + 5 * MINUTE, person, program('C:\\Windows\\System32\\mstsc.exe', EXPLORER));
  }
  const browser = start(on('Thu', '11:20'), person, program(CHROME, EXPLORER));
  for (let part = 1; part <= 4; part++) start(on('Thu', '11:20') + part * SECOND, person, program(CHROME, CHROME, ' --type=renderer'));
  truth.used('browser-on-admin-terminal', 'adm-sato starts Chrome on the admin terminal ADM-01.', {
    check: CHECK.mailWeb,
    level: 'review',
    account: ADMINS.sato.name,
    terminal: ADM01.name,
    address: null,
    succeeded: null,
    firstAt: isoTime(browser.at),
    lastAt: isoTime(browser.at),
    records: 1,
  });
  const sorted = events.sort((one, other) => (one.at < other.at ? -1 : 1));
  return sorted.map((event, i) => ({ ...event, recordId: FIRST_RECORD_ID + i }));
}
