import { column, type Table } from './table.ts';

/** What an organisation was told to look for (`--ioc`). */
export const INDICATORS: Table = {
  name: 'indicators',
  row: 'one line of a list of indicators of compromise',
  columns: [
    column('kind', 'text', 'domain (itself and all below it), address, range or url (host and beginning of the path)'),
    column('value', 'text', 'as compared, no longer defanged: evil.example, 192.0.2.7, 192.0.2.0/24, evil.example/a/b'),
    column('host', 'text', 'host of a domain or url, lower case, or the address, normalised as in proxy_requests; NULL for a range'),
    column('path', 'text', 'beginning of the path of a url; NULL: none'),
    column('first_address', 'text', 'first address of a range (IPv4), each part with three digits: 192.000.002.000; NULL: no range'),
    column('last_address', 'text', 'its last address'),
    column('note', 'text', 'what the list says beside it; NULL: nothing'),
    column('file', 'text', 'name of the file'),
    column('line', 'integer', 'line of that file, from 1'),
  ],
};

/** Which hosts belong together. */
export const SITES: Table = {
  name: 'sites',
  row: 'one host that a proxy was asked for, and the domain somebody registered it under',
  columns: [
    column('host', 'text', 'as in proxy_requests'),
    column(
      'site',
      'text',
      'registered domain by the Public Suffix List, with its private part (evil.example.co.jp: example.co.jp); an address: itself',
    ),
    column('is_address', 'boolean', 'the host is an address'),
    column('is_internal', 'boolean', 'an address that no public network has (RFC 1918, loopback, link-local), or a name without a dot'),
  ],
};
