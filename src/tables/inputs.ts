import { column, type Table } from './table.ts';

/** What was read, and what became of every record in it. */
export const INPUTS: Table = {
  name: 'inputs',
  row: 'one file given to the run, or kept in the store and read beside them',
  columns: [
    column('input', 'integer', 'number of the file in this run, from 1, in order of path; those of the store follow'),
    column('file', 'text', 'name of the file, as short as tells it apart from the others'),
    column('path', 'text', 'path as given'),
    column('bytes', 'bigint', 'size in bytes'),
    column('sha256', 'text', 'hash of the content, lower-case hexadecimal'),
    column('readable', 'boolean', 'false: not an EVTX file, empty, or could not be read; problem says why'),
    column('problem', 'text', 'code of why it was not read: not-evtx, empty, unreadable, store-damaged, store-newer; NULL when it was read'),
    column('records', 'bigint', 'records found in the file, damaged ones included'),
    column('stored', 'bigint', 'records that became a row'),
    column('duplicates', 'bigint', 'records that another file, or an earlier place, already gave'),
    column('out_of_scope', 'bigint', 'records of other events, channels or providers'),
    column('damaged', 'bigint', 'records that could not be read'),
  ],
};

/** What each file holds of each machine's log. */
export const RECORDINGS: Table = {
  name: 'recordings',
  row: 'what one file holds of one machine: the span of its Security records, whether they became rows or not',
  columns: [
    column('organisation', 'text', 'organisation whose log this is'),
    column('network', 'text', 'network whose log this is'),
    column('input', 'integer', 'inputs.input'),
    column('recorded_by', 'text', 'machine that wrote the records, as recorded'),
    column('records', 'bigint', 'Security records of that machine in the file'),
    column('first_record_id', 'bigint', 'lowest EventRecordID'),
    column('last_record_id', 'bigint', 'highest EventRecordID'),
    column('first_at', 'timestamp', 'time of the earliest record'),
    column('last_at', 'timestamp', 'time of the latest record'),
    column('clock_back_at', 'timestamp', 'time of the record before which the clock went back the most; NULL: it never did'),
    column('clock_back_seconds', 'bigint', 'how far it went back, in whole seconds'),
    column('id_holes', 'bigint', 'places in the file at which record ids are missing; NULL: nobody counted'),
    column('holes_from_at', 'timestamp', 'time of the record before the first of them; NULL: there is none'),
    column('holes_until_at', 'timestamp', 'time of the record after the last of them'),
  ],
};

/** What could not be read. */
export const DAMAGE: Table = {
  name: 'damage',
  row: 'one place in a file that breaks the format',
  columns: [
    column('input', 'integer', 'inputs.input'),
    column('chunk', 'integer', 'number of the 64 KiB chunk, from 0; NULL for the file header'),
    column('byte_offset', 'bigint', 'where in the file, in bytes'),
    column('kind', 'text', 'code of what was wrong: one of damage.ts'),
    column('detail', 'text', 'what was expected and what was there'),
    column('records_lost', 'integer', 'records that could not be read because of it; 0 when all were read all the same'),
  ],
};
