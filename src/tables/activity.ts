import { column, type Table } from './table.ts';

/** Programs whose start on an admin terminal is asked about. */
export const WATCHED_PROGRAMS: Table = {
  name: 'watched_programs',
  row: 'one program that may not be used on an admin terminal',
  columns: [column('program', 'text', 'name of its file, lower case: chrome.exe'), column('use', 'text', 'web-browser or mail-client')],
};

/** Hosts that Windows asks by itself. */
export const BACKGROUND_HOSTS: Table = {
  name: 'background_hosts',
  row: 'hosts that a machine asks without anybody at it: updates, certificates, the time, telemetry',
  columns: [column('pattern', 'text', 'host, lower case; * stands for anything'), column('purpose', 'text', 'what it is for, in English')],
};
