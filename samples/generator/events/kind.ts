import type { Event, EventKind } from '../evtx/event.ts';
import { EVENTLOG, eventDataTemplate, SECURITY_AUDITING, userDataTemplate } from '../evtx/template.ts';
import type { ValueKind } from '../evtx/value.ts';

type Fields = Readonly<Record<string, ValueKind>>;

interface ValueOf {
  text: string;
  uint8: number;
  uint16: number;
  uint32: number;
  uint64: number;
  guid: string;
  pointer: number;
  filetime: bigint;
  sid: string;
  hex32: number;
  hex64: number;
  binxml: never;
}

/** A kind of event whose fields TypeScript knows by name. */
export interface KindOf<F extends Fields> extends EventKind {
  readonly shape: F;
}

export type DataOf<F extends Fields> = { readonly [K in keyof F]: ValueOf[F[K]] };

/** When and where in the recording machine an event was written. */
export interface Moment {
  /** Unix time in milliseconds; fractions count. */
  readonly at: number;
  readonly process: number;
  readonly thread: number;
  readonly activity: string | null;
}

/** A kind of event of the Security-Auditing provider. Names and types of the fields are Windows' own, in its order. */
export function auditKind<const F extends Fields>(id: number, version: number, task: number, fields: F): KindOf<F> {
  const list = Object.entries(fields);
  return {
    id,
    version,
    task,
    level: 0,
    keywords: { success: 0x8020000000000000n, failure: 0x8010000000000000n },
    envelope: SECURITY_AUDITING,
    fields: list,
    payload: eventDataTemplate(list),
    shape: fields,
  };
}

/** A kind of event of the Eventlog service, which speaks in UserData. */
export function eventlogKind<const F extends Fields>(id: number, task: number, element: string, fields: F): KindOf<F> {
  const list = Object.entries(fields);
  return {
    id,
    version: 0,
    task,
    level: 4,
    keywords: { success: 0x4020000000000000n, failure: 0x4020000000000000n },
    envelope: EVENTLOG,
    fields: list,
    payload: userDataTemplate(element, 'http://manifests.microsoft.com/win/2004/08/windows/eventlog', list),
    shape: fields,
  };
}

/** Fills in a kind of event. */
export function eventOf<F extends Fields>(kind: KindOf<F>, moment: Moment, data: DataOf<F>, failed = false): Event {
  const { at, ...where } = moment;
  return { ...where, kind, at: fileTime(at), failed, values: kind.fields.map(([name]) => data[name] ?? missing(kind, name)) };
}

function missing(kind: EventKind, name: string): never {
  throw new Error(`event ${kind.id} lacks ${name}`);
}

/** 1970-01-01 as FILETIME. */
const UNIX_EPOCH = 116_444_736_000_000_000n;

/** FILETIME (100 ns since 1601-01-01 UTC) of a Unix time in milliseconds. */
export function fileTime(milliseconds: number): bigint {
  const whole = Math.floor(milliseconds);
  return UNIX_EPOCH + BigInt(whole) * 10_000n + BigInt(Math.floor((milliseconds - whole) * 10_000));
}

/** ISO 8601 with all seven digits of a FILETIME. */
export function isoTime(at: bigint): string {
  const sinceEpoch = at - UNIX_EPOCH;
  const digits = String(sinceEpoch % 10_000_000n).padStart(7, '0');
  return `${new Date(Number(sinceEpoch / 10_000_000n) * 1000).toISOString().slice(0, 19)}.${digits}Z`;
}
