import { column, type Table } from './table.ts';

/** What was normal before the period: a summary of what the store keeps. */
export const LOGON_HOURS: Table = {
  name: 'logon_hours',
  row: 'attempts of one account from one place in one hour of the clock before the period, out of the store (--store): 4624 4625 4768 4771 4776, of computers 4769 too',
  columns: [
    column('organisation', 'text', 'organisation whose log this is'),
    column('network', 'text', 'network whose log this is'),
    column('hour', 'timestamp', 'start of the hour'),
    column('recorded_by', 'text', 'machine that wrote the records, as recorded'),
    column('account', 'text', 'as in logon_events'),
    column('account_domain', 'text', 'as in logon_events'),
    column('account_sid', 'text', 'as in logon_events'),
    column('terminal_name', 'text', 'as in logon_events; anybody may invent it'),
    column('terminal_address', 'text', 'as in logon_events'),
    column('terminal_address_kind', 'text', 'as in logon_events'),
    column('logon_type', 'integer', 'as in logon_events'),
    column('succeeded', 'boolean', 'as in logon_events'),
    column('records', 'bigint', 'records; where exports overlap, of the one that holds most of the hour'),
    column('first_at', 'timestamp', 'time of the first'),
    column('last_at', 'timestamp', 'time of the last'),
  ],
};

/** What the store holds before the period. */
export const STORED_DAYS: Table = {
  name: 'stored_days',
  row: 'one day (UTC) before the period of which the store keeps records of a machine',
  columns: [
    column('organisation', 'text', 'organisation whose log this is'),
    column('network', 'text', 'network whose log this is'),
    column('day', 'timestamp', 'start of the day'),
    column('recorded_by', 'text', 'machine that wrote the records, as recorded'),
    column('records', 'bigint', 'attempts in logon_hours of that day'),
  ],
};
