import { column, type Table } from './table.ts';

/** One row per line of a proxy's log. What stands in it was asked for by whoever sits behind the proxy, or written by the server that answered. */
export const PROXY_REQUESTS: Table = {
  name: 'proxy_requests',
  row: 'one request that a proxy logged: one line of its log',
  columns: [
    column('organisation', 'text', 'organisation whose log this is, as given to the run'),
    column('network', 'text', 'network whose log this is, as given to the run'),
    column('input', 'integer', 'file the line was read from: proxy_inputs.input'),
    column('line', 'bigint', 'line of that file, from 1; of a compressed file, of what is in it'),
    column(
      'occurred_at',
      'timestamp',
      'time of the line: Squid native as seconds since 1970 (the end of the request), combined with its offset, W3C as UTC, which that standard says',
    ),
    column('terminal_address', 'text', 'address the request came from, normalised as in logon_events; NULL for loopback, unspecified and -'),
    column('account', 'text', 'user the proxy knew, decoded, without DOMAIN\\ or @REALM; NULL where it asked for none'),
    column('account_domain', 'text', 'DOMAIN or REALM of that name; NULL where the name carries none'),
    column('method', 'text', 'GET, POST, CONNECT …, as logged'),
    column('scheme', 'text', 'http, https, ftp …, lower case; NULL for CONNECT and where the log does not say'),
    column(
      'host',
      'text',
      'host that was asked for: lower case, without port, user and trailing dot; an address normalised; NULL where the line names none',
    ),
    column('port', 'integer', 'port of that host, where named'),
    column('path', 'text', 'path and query as logged, at most 2,048 characters; NULL for CONNECT. What names no host stands here whole'),
    column('status', 'integer', 'HTTP status told to the terminal; NULL for 0 and -'),
    column('bytes_sent', 'bigint', 'bytes from terminal to server; NULL where the format has none (Squid)'),
    column('bytes_received', 'bigint', 'bytes from proxy to terminal, headers included'),
    column('action', 'text', 'what the proxy did: TCP_MISS, TCP_TUNNEL, TCP_DENIED, Allowed …, as logged'),
    column('server_address', 'text', 'address of the server or next proxy that was asked, normalised, where logged'),
    column('user_agent', 'text', 'program as it calls itself, at most 512 characters, where logged. Anybody may invent it'),
  ],
};

/** What was read of the proxy's logs. */
export const PROXY_INPUTS: Table = {
  name: 'proxy_inputs',
  row: 'one proxy log given to the run',
  columns: [
    column('organisation', 'text', 'organisation whose log this is'),
    column('network', 'text', 'network whose log this is'),
    column('input', 'integer', 'number of the file among the proxy logs of this run, from 1, in order of path'),
    column('file', 'text', 'name of the file, as short as tells it apart from the others'),
    column('path', 'text', 'path as given'),
    column('bytes', 'bigint', 'size of the file in bytes'),
    column('sha256', 'text', 'hash of the content, uncompressed, lower-case hexadecimal'),
    column('format', 'text', 'squid, combined or w3c; NULL for an empty file'),
    column('same_as', 'integer', 'file with the same content, whose rows were kept; NULL: none'),
    column('lines', 'bigint', 'lines in the file'),
    column('requests', 'bigint', 'lines that became a row'),
    column('comments', 'bigint', 'empty lines, and those that begin with #'),
    column('bad_lines', 'bigint', 'lines that could not be understood'),
    column('first_bad_line', 'bigint', 'the first of them; NULL: none'),
    column('cut_short', 'boolean', 'true: the compressed file ends early or is damaged; what comes before was read'),
    column('first_at', 'timestamp', 'time of the earliest request'),
    column('last_at', 'timestamp', 'time of the latest request'),
  ],
};
