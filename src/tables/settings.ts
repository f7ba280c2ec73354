import { column, type Table } from './table.ts';

/** Numbers that checks compare with; a check reads them through its first CTE, `limits`. */
export const SETTINGS: Table = {
  name: 'settings',
  row: 'one threshold of this run',
  columns: [column('name', 'text', 'name of the setting, with its unit'), column('value', 'bigint', 'value in that unit')],
};

/** The span of time the run answers for. */
export const PERIOD: Table = {
  name: 'period',
  row: 'the one period this run was asked about; both NULL: whatever the logs cover',
  columns: [column('asked_from', 'timestamp', 'start, included'), column('asked_until', 'timestamp', 'end, excluded')],
};

/** Machines whose logs the organisation says must be there. */
export const EXPECTED_RECORDERS: Table = {
  name: 'expected_recorders',
  row: 'one machine whose log the configuration expects',
  columns: [
    column('network', 'text', 'network it stands in'),
    column('recorder', 'text', 'short name, upper case, as far as the name of a computer account goes'),
    column('recorded_by', 'text', 'name as configured'),
  ],
};

/** Programs that the organisation knows to log on by themselves. */
export const KNOWN_AUTOMATION: Table = {
  name: 'known_automation',
  row: 'one program that the configuration says is known; its logons are told, and not reviewed for what such programs do',
  columns: [
    column('network', 'text', 'network it runs in'),
    column('account_like', 'text', 'pattern of the account, for like, with ! before a % or _ that means itself; NULL: any'),
    column('terminal_like', 'text', 'pattern of the terminal it runs at, likewise; NULL: any'),
    column('purpose', 'text', 'what it is, as configured'),
  ],
};
