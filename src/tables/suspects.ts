import { column, type Table } from './table.ts';

/** What an incident is asked about. A name may be a terminal's and an account's: then it is here twice, and the records tell. */
export const SUSPECTS: Table = {
  name: 'suspects',
  row: 'one way to read what the responder suspects; none in the weekly checklist',
  columns: [
    column('network', 'text', 'network of the run'),
    column('kind', 'text', 'terminal, address or account'),
    column(
      'value',
      'text',
      'terminal: short name, upper case, as far as the name of a computer account goes; address: normalised as in logon_events; account: name, lower case',
    ),
    column('domain', 'text', 'account: domain or UPN suffix, lower case; NULL: none was given'),
    column('since_at', 'timestamp', 'when it may have begun, the same in every row; NULL: nobody said, so from the start of the logs'),
  ],
};
