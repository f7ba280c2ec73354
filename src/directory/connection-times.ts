/** How long each step may take, in milliseconds. */
export interface ConnectionTimes {
  /** Until the server accepts the connection, name resolution included. */
  readonly connect: number;
  /** For the TLS handshake. */
  readonly handshake: number;
  /** Without a byte of an answer that is awaited. */
  readonly silence: number;
  /** Before each new try of a search that was interrupted; their number is the number of new tries. */
  readonly pauses: readonly number[];
}

export const CONNECTION_TIMES: ConnectionTimes = { connect: 10_000, handshake: 10_000, silence: 30_000, pauses: [500, 2_000] };
