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
