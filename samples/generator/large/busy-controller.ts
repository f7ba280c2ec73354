import type { Identity } from '../events/identity.ts';
import { KERBEROS, preAuthenticationFailed, serviceTicketRequested, ticketRequested } from '../events/kerberos.ts';
import { fileTime, type Moment } from '../events/kind.ts';
import { LOGON_TYPE, loggedOff, loggedOn, privilegesAssigned, type Session } from '../events/logon.ts';
import { connectionAllowed, handleClosed, objectRead } from '../events/noise.ts';
import { credentialsChecked, NTSTATUS } from '../events/ntlm.ts';
import type { Event, LoggedEvent } from '../evtx/event.ts';
import type { Random } from '../random.ts';
import { DAY, HOUR, WEEK_BEGINS, WEEK_ENDS } from '../story/clock.ts';
import { DOMAIN, domainSid, KRBTGT } from '../story/town.ts';
import { guesses } from './spray.ts';
import type { LargeTerminal, LargeTown } from './town-of.ts';

export interface BusyOptions {
  /** Machine that records, without its domain. */
  readonly recorder: string;
  readonly town: LargeTown;
  /** Records that the week has about; the times are spread by it. */
  readonly records: number;
  /** About so many of the records are one PC's that tries ever new names. Default: 0. */
  readonly spray?: number;
  readonly random: Random;
}

/** Number of the recording machine's account in the domain. */
export const CONTROLLER_RID = 1000;
const LSASS = 716;
const FIRST_RECORD_ID = 41_000_000;
/** In a hundred wanted records: those that two others surround which say nothing about logons. */
const NOISE_PERCENT = 50;
/** Different records of that kind. */
const NOISES = 4096;
/** In a hundred logons by day: those of computers' own accounts. At night nearly all are, which makes nine in ten. */
const COMPUTERS_PERCENT = 80;
/** In ten thousand logons of people, those that fail first. */
const FAILURES = 150;
/** Share of the usual distance between two records, by day and otherwise: the week comes out the same. */
const PACE = { day: 0.6, night: 1.394 } as const;
/** Sessions that are open at once. */
const OPEN_SESSIONS = 40;

/** The log of a busy domain controller without end, time by time from Monday; whoever asks stops when there is enough. */
export function* busyController(options: BusyOptions): Generator<LoggedEvent> {
  const { random, records, town, spray = 0 } = options;
  const guess = guesses(town, random);
  const usual = (WEEK_ENDS - WEEK_BEGINS) / records;
  const happen = happenings(options);
  let at = WEEK_BEGINS;
  let recordId = FIRST_RECORD_ID;
  let guessed = 0;
  for (;;) {
    const happening = happen(at);
    for (; guessed * records < (recordId - FIRST_RECORD_ID) * spray; guessed += 1) happening.push(guess());
    for (const makeEvent of happening) {
      yield { ...makeEvent({ at, process: LSASS, thread: 4 * random.between(140, 1900), activity: null }), recordId: recordId++ };
      at += 2 * random.next() * usual * (isOfficeHour(at) ? PACE.day : PACE.night);
    }
  }
}

export type MakeEvent = (moment: Moment) => Event;

/** What happens next, as the events it writes one after another. */
function happenings(options: BusyOptions): (at: number) => MakeEvent[] {
  const { random, town, recorder } = options;
  const itself = { name: `${recorder}$`, domain: DOMAIN.name, sid: domainSid(CONTROLLER_RID) };
  const open: Session[] = [];
  let logonId = 0x3a_51c4;
  const visit = (account: Identity, terminal: LargeTerminal, privileged: boolean): MakeEvent[] => {
    logonId += random.between(0x20, 0x4000);
    const session = sessionFrom(terminal, account, logonId, random);
    open.push(session);
    const ended = open.length > OPEN_SESSIONS ? open.shift() : undefined;
    return [
      ...(privileged ? [(moment: Moment) => privilegesAssigned(moment, account, session.logonId, ['SeBackupPrivilege', 'SeRestorePrivilege'])] : []),
      (moment) => loggedOn(moment, session),
      ...(ended === undefined ? [] : [(moment: Moment) => loggedOff(moment, ended)]),
    ];
  };
  const noise = noises(options, itself);
  return (at) => {
    const here = random.between(0, town.terminals.length - 1);
    const terminal = town.terminals[here];
    const person = town.people[here];
    if (terminal === undefined || person === undefined) throw new Error('nobody lives in this town');
    const byPerson = random.chance(1 - COMPUTERS_PERCENT / 100) && (isOfficeHour(at) || random.chance(0.05));
    const account = byPerson ? person.account : terminal.account;
    const wanted = [
      ...(byPerson ? failures(account, terminal, random) : []),
      ...tickets(account, terminal, itself, random, byPerson || random.chance(0.15)),
      ...visit(account, terminal, byPerson ? person.administrator : random.chance(0.1)),
    ];
    return wanted.flatMap((one) => (random.chance(NOISE_PERCENT / 100) ? [one, noise(), noise()] : [one]));
  };
}

/** Half of the records: made once, and written again and again with another time, which is much faster. */
function noises({ random, town }: BusyOptions, itself: Identity): () => MakeEvent {
  const never: Moment = { at: WEEK_BEGINS, process: LSASS, thread: 0, activity: null };
  const made = Array.from({ length: NOISES }, (_, i): Event => {
    const { address, account } = pick(town.terminals, random);
    if (i % 4 < 2) return connectionAllowed(never, address, random.between(49_152, 65_000), '10.20.0.11');
    if (i % 4 === 2) return objectRead(never, account, random.between(0x10_0000, 0xff_ffff));
    return handleClosed(never, itself, 4 * random.between(200, 900));
  });
  return () => {
    const { kind, values } = pick(made, random);
    return ({ at, process, thread, activity }) => ({ kind, at: fileTime(at), failed: false, values, process, thread, activity });
  };
}

function tickets(account: Identity, { address }: LargeTerminal, service: Identity, random: Random, first: boolean): MakeEvent[] {
  const from = { address: `::ffff:${address}`, port: random.between(49_152, 65_000) };
  return [
    ...(first ? [(moment: Moment) => ticketRequested(moment, { account, krbtgt: KRBTGT, ...from, status: KERBEROS.done, detailed: false })] : []),
    (moment) => serviceTicketRequested(moment, { account, realm: DOMAIN.realm, service, ...from, logonGuid: random.guid() }),
  ];
}

/** A wrong password now and then, by Kerberos or NTLM, or a name that nobody has. */
function failures(account: Identity, { address, name }: LargeTerminal, random: Random): MakeEvent[] {
  if (!random.chance(FAILURES / 10_000)) return [];
  const from = { address: `::ffff:${address}`, port: random.between(49_152, 65_000) };
  const turn = random.next();
  if (turn < 0.8) return [(moment) => preAuthenticationFailed(moment, { account, realm: DOMAIN.realm, ...from, status: KERBEROS.wrongPassword })];
  if (turn < 0.9) return [(moment) => credentialsChecked(moment, { account: account.name, workstation: name, status: NTSTATUS.wrongPassword })];
  const stranger = { ...account, name: `${account.name}x` };
  return [(moment) => ticketRequested(moment, { account: stranger, krbtgt: KRBTGT, ...from, status: KERBEROS.noSuchAccount, detailed: false })];
}

function sessionFrom({ address }: LargeTerminal, account: Identity, logonId: number, random: Random): Session {
  return {
    account,
    logonId,
    origin: { route: 'kerberos', type: LOGON_TYPE.network, address, port: String(random.between(49_152, 65_000)), workstation: '-' },
    subject: null,
    logonGuid: random.guid(),
    elevated: true,
    linkedLogonId: 0,
  };
}

/** Monday to Friday, 8 to 18 o'clock. */
function isOfficeHour(at: number): boolean {
  const hour = ((at - WEEK_BEGINS) % DAY) / HOUR;
  return at < WEEK_BEGINS + 5 * DAY && hour >= 8 && hour < 18;
}

function pick<T>(list: readonly T[], random: Random): T {
  const picked = list[Math.floor(random.next() * list.length)];
  if (picked === undefined) throw new Error('nobody lives in this town');
  return picked;
}
