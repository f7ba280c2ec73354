import { ACKNOWLEDGEMENTS } from './acknowledgements.ts';
import { BACKGROUND_HOSTS, WATCHED_PROGRAMS } from './activity.ts';
import { LOGON_HOURS, STORED_DAYS } from './baseline.ts';
import { CALENDAR } from './calendar.ts';
import { DIRECTORY_TABLES } from './directory.ts';
import { EVENT_TABLES } from './events.ts';
import { DAMAGE, INPUTS, RECORDINGS } from './inputs.ts';
import { INDICATORS, SITES } from './outbound.ts';
import { PROXY_INPUTS, PROXY_REQUESTS } from './proxy.ts';
import { EXPECTED_RECORDERS, KNOWN_AUTOMATION, PERIOD, SETTINGS } from './settings.ts';
import { SUSPECTS } from './suspects.ts';
import type { Table } from './table.ts';

/** Every table of the contract, in the order in which they are made. */
export const ALL_TABLES: readonly Table[] = [
  ...EVENT_TABLES,
  INPUTS,
  RECORDINGS,
  DAMAGE,
  LOGON_HOURS,
  STORED_DAYS,
  PROXY_REQUESTS,
  PROXY_INPUTS,
  SITES,
  INDICATORS,
  ...DIRECTORY_TABLES,
  WATCHED_PROGRAMS,
  BACKGROUND_HOSTS,
  SETTINGS,
  PERIOD,
  EXPECTED_RECORDERS,
  ACKNOWLEDGEMENTS,
  KNOWN_AUTOMATION,
  CALENDAR,
  SUSPECTS,
];
