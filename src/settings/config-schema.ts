import { isIP } from 'node:net';
import { z } from 'zod';
import { isTimezone } from './period.ts';

/** A form that a text must have, by the key of its words. */
export type TextForm =
  | 'organizational unit'
  | 'name pattern'
  | 'terminal name'
  | 'program'
  | 'host'
  | 'address range'
  | 'time zone'
  | 'working hours'
  | 'day'
  | 'closed days'
  | 'not empty';

/** A setting that is a whole number within bounds, as the room that compares with it states it. */
export interface NumberSetting {
  readonly name: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** A year, and the week that is not over yet. */
const DEFAULT_KEEP_WEEKS = 53;
/** Weeks that a store may be told to keep: a century. */
export const MOST_KEEP_WEEKS = 5200;

const namePattern = formed('name pattern', isNamePattern);
const text = formed('not empty', (value) => value.trim() !== '');

/** What says that a computer belongs to something: each list is one kind of source. */
const sources = {
  /** Groups of the directory, by SID or sAMAccountName; members of groups in them too. */
  groups: z.array(text).default([]),
  /** Distinguished names; what stands below them too. */
  organizational_units: z.array(formed('organizational unit', isDistinguishedName)).default([]),
  /** Short names with `*` for any characters. */
  name_patterns: z.array(formed('name pattern', (value) => /^[^\s"/\\[\]:;|=,+?<>.]+$/.test(value) && /[^*]/.test(value))).default([]),
  /** CIDR. */
  address_ranges: z.array(formed('address range', isAddressRange)).default([]),
  /** Short or full DNS names, one by one. */
  names: z.array(formed('terminal name', isTerminalName)).default([]),
};

/** `08:30-17:15`, or `closed`. */
const hours = formed('working hours', isWorkingHours);
const WORKING_DAY = '08:30-17:15';

const programs = z.array(formed('program', isProgram)).default([]);

const terminalClass = z.strictObject(sources).prefault({});
const namedPart = z.array(z.strictObject({ name: text, ...sources })).default([]);

const daysOfWork = {
  /** By the organisation's clock. */
  working_hours: z
    .strictObject({
      ...{ monday: hours.default(WORKING_DAY), tuesday: hours.default(WORKING_DAY), wednesday: hours.default(WORKING_DAY) },
      ...{ thursday: hours.default(WORKING_DAY), friday: hours.default(WORKING_DAY) },
      ...{ saturday: hours.default('closed'), sunday: hours.default('closed') },
    })
    .prefault({}),
  holidays: z
    .strictObject({
      /** Whether Japan's national holidays are holidays. */
      national: z.boolean().default(true),
      /** Other days on which the organisation is closed: once (`2026-10-01`), or every year (`12-29`). */
      closed: z
        .array(
          z
            .strictObject({ name: text, from: text, until: text.optional() })
            .refine(isSpanOfDays, { params: { form: 'closed days' satisfies TextForm } }),
        )
        .default([{ name: '年末年始', from: '12-29', until: '01-03' }]),
      /** Days of work in spite of all that. */
      working_days: z.array(z.strictObject({ date: formed('day', isDay), hours })).default([]),
    })
    .prefault({}),
};

/**
 * What `adlogon.yaml` may say. Documented for its users in `samples/adlogon.yaml`.
 *
 * @param thresholds the thresholds that `thresholds:` may set
 */
export function configSchema(thresholds: readonly NumberSetting[]) {
  return z.strictObject({
    organisation: z.string().default(''),
    network: text.optional(),
    timezone: formed('time zone', isTimezone).optional(),
    language: z.enum(['ja', 'en']).optional(),
    /** Whether account names that nobody has are shown as they are. */
    show_unknown_names: z.boolean().default(false),
    /** Path of the acknowledgements file, relative to the configuration file. */
    acknowledgements: text.optional(),
    terminals: z
      .strictObject({
        /** Path of the inventory CSV, relative to the configuration file. */
        inventory: text.optional(),
        admin_terminals: terminalClass,
        servers: terminalClass,
        user_terminals: terminalClass,
        segments: namedPart,
        departments: namedPart,
      })
      .prefault({}),
    administrators: z
      .strictObject({
        accounts: z.array(text).default([]),
        groups: z.array(text).default([]),
        /** Whether those who could become administrators by a right over a privileged object count as administrators. */
        shadow_administrators: z.boolean().default(false),
      })
      .prefault({}),
    service_accounts: z
      .strictObject({ accounts: z.array(text).default([]), groups: sources.groups, organizational_units: sources.organizational_units })
      .prefault({}),
    ...daysOfWork,
    incident: z
      .strictObject({
        /** Said beside the guideline's flow: what the organisation's own emergency response plan says. */
        plan_text: z.string().default(''),
      })
      .prefault({}),
    /** Programs that log on by themselves; `*` stands for any characters. */
    known_automation: z
      .array(
        z
          .strictObject({ account: namePattern.optional(), terminal: namePattern.optional(), purpose: text })
          .refine(({ account, terminal }) => account !== undefined || terminal !== undefined, { params: { form: 'account or terminal' } }),
      )
      .default([]),
    recorders: z.array(formed('terminal name', isTerminalName)).default([]),
    /** Programs that may not be used on admin terminals: beside those we know, and those that may be used all the same. */
    watched_programs: z.strictObject({ web_browsers: programs, mail_clients: programs, not_watched: programs }).prefault({}),
    /** Hosts, beside those we know, that machines ask with nobody at them. */
    background_hosts: z.array(formed('host', isHostPattern)).default([]),
    /** Paths of lists of indicators, relative to the configuration file. */
    ioc: z.array(text).default([]),
    /** Weeks kept with `--store`. */
    store: z.strictObject({ keep_weeks: boundedNumber({ least: 1, most: MOST_KEEP_WEEKS }).default(DEFAULT_KEEP_WEEKS) }).prefault({}),
    not_applicable: z.record(z.string(), text).default({}),
    thresholds: z.strictObject(Object.fromEntries(thresholds.map((one) => [one.name, boundedNumber(one)]))).prefault({}),
  });
}

export type Config = z.infer<ReturnType<typeof configSchema>>;
export type TerminalSettings = Config['terminals'];
/** The lists of one class, segment or department: what says that a computer belongs to it. */
export type TerminalSources = TerminalSettings['servers'];

function formed(form: TextForm, fits: (value: string) => boolean) {
  return z.string().refine(fits, { params: { form } });
}

/** Of a type that allows fractions, so that 5.5 is told as a number out of what is allowed. */
function boundedNumber({ least, most }: Pick<NumberSetting, 'least' | 'most'>) {
  return z
    .number()
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, { params: { allowed: `${least}-${most}` } })
    .optional();
}

function isNamePattern(value: string): boolean {
  return /^[^\s"/\\[\]:;|=,+?<>]+$/.test(value) && /[^*]/.test(value);
}

/** Whether a name written into `known_automation` stands for itself and nothing else. */
export function isListableName(name: string): boolean {
  return isNamePattern(name) && !name.includes('*');
}

function isDistinguishedName(value: string): boolean {
  return value.split(/(?<!\\),/).every((part) => /^\s*[a-z][a-z0-9-]*\s*=\s*\S/i.test(part));
}

/** Short or full name of a computer. */
export function isTerminalName(value: string): boolean {
  return /^[^\s"/\\[\]:;|=,+*?<>]+$/.test(value) && isIP(value) === 0;
}

/** Name of the file alone: a path would match nothing. */
function isProgram(value: string): boolean {
  return /^[^\\/:*?"<>|]*[^\\/:*?"<>|\s.]\.exe$/i.test(value);
}

/** An address, a host, or `*.` and all hosts below a domain of at least two parts: nobody may be silent about all of .com. */
function isHostPattern(value: string): boolean {
  return isIP(value) !== 0 || /^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)+$/i.test(value);
}

function isWorkingHours(value: string): boolean {
  const [from = '', until = ''] = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.exec(value)?.slice(1) ?? [];
  return value === 'closed' || from < until;
}

function isDay(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value) && isDate(value);
}

/** Both ends alike; only what comes every year may pass the end of one. */
function isSpanOfDays({ from, until = from }: { readonly from: string; readonly until?: string | undefined }): boolean {
  if (isDay(from)) return isDay(until) && from <= until;
  // 29 February is a day of some years.
  return [from, until].every((day) => /^\d\d-\d\d$/.test(day) && isDate(`2028-${day}`));
}

function isDate(value: string): boolean {
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

function isAddressRange(value: string): boolean {
  const [address = '', bits = '', ...more] = value.split('/');
  const width = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return more.length === 0 && !address.includes('%') && /^\d{1,3}$/.test(bits) && Number(bits) <= width;
}
