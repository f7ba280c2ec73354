/**
 * A text that comes again and again, made once (see `proxy-texts.ts`). Whoever puts texts into a list keeps here in which list and at which place it
 * is already, so that nothing is looked up: that was a third of the time.
 */
export interface KnownText {
  readonly text: string;
  list: number;
  place: number;
}

/** One line of a proxy's log. One object is filled again and again: nothing is made per line. */
export interface ProxyRequest {
  /** Milliseconds since 1970, UTC. */
  occurredAt: number;
  terminalAddress: KnownText | null;
  account: KnownText | null;
  accountDomain: KnownText | null;
  method: KnownText | null;
  scheme: KnownText | null;
  host: KnownText | null;
  port: number | null;
  path: string | null;
  status: number | null;
  bytesSent: number | null;
  bytesReceived: number | null;
  action: KnownText | null;
  serverAddress: KnownText | null;
  userAgent: KnownText | null;
}

/** What a line is: a request that was filled in, nothing (empty, a comment), or not understood. */
export type LineKind = 'request' | 'comment' | 'bad';

/** Reads one line, without its end, into `request`. */
export type LineReader = (line: string, request: ProxyRequest) => LineKind;

export type ProxyFormatName = 'squid' | 'combined' | 'w3c';

export function emptyRequest(): ProxyRequest {
  return {
    occurredAt: 0,
    terminalAddress: null,
    account: null,
    accountDomain: null,
    method: null,
    scheme: null,
    host: null,
    port: null,
    path: null,
    status: null,
    bytesSent: null,
    bytesReceived: null,
    action: null,
    serverAddress: null,
    userAgent: null,
  };
}
