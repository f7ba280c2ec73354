import {
  Attribute,
  BerReader,
  BerWriter,
  BindRequest,
  Control,
  ExtendedRequest,
  PagedResultsControl,
  PresenceFilter,
  SearchRequest,
  UnbindRequest,
} from 'ldapts';

/** A request as a server reads it: its message, and the bytes it came in. */
export type ClientRequest = (BindRequest | ExtendedRequest | SearchRequest | UnbindRequest) & { readonly bytes: Buffer };

export const SD_FLAGS = '1.2.840.113556.1.4.801';

/** Takes the whole messages from the front of what came; `rest` is the beginning of the next. */
export function requestsOf(bytes: Buffer): { readonly requests: readonly ClientRequest[]; readonly rest: Buffer } {
  const requests: ClientRequest[] = [];
  let rest = bytes;
  for (;;) {
    const reader = new BerReader(rest);
    if (reader.readSequence() === null || reader.length > reader.remain) return { requests, rest };
    const end = reader.offset + reader.length;
    requests.push(requestOf(rest.subarray(0, end)));
    rest = rest.subarray(end);
  }
}

function requestOf(bytes: Buffer): ClientRequest {
  const reader = new BerReader(bytes);
  reader.readSequence();
  const messageId = reader.readInt() ?? 0;
  const operation = reader.readSequence();
  const message = emptyRequest(operation, messageId);
  if (operation !== 0x42) message.parse(reader, [new Control(SD_FLAGS)]);
  return Object.assign(message, { bytes });
}

function emptyRequest(operation: number | null, messageId: number): BindRequest | ExtendedRequest | SearchRequest | UnbindRequest {
  if (operation === 0x60) return new BindRequest({ messageId });
  if (operation === 0x77) return new ExtendedRequest({ messageId });
  if (operation === 0x63) return new SearchRequest({ messageId, filter: new PresenceFilter({ attribute: 'objectClass' }) });
  if (operation === 0x42) return new UnbindRequest({ messageId });
  throw new Error(`the double does not know the operation ${operation}`);
}

/** Protocol operations of answers (RFC 4511 4.1.1). */
export const ANSWER = { bind: 0x61, entry: 0x64, searchDone: 0x65, reference: 0x73, extended: 0x78 } as const;

/** The end of an operation. `cookie`: of the page control; null: without one. */
export function resultBytes(messageId: number, operation: number, result: number, message = '', cookie: Buffer | null = null): Buffer {
  const controls = cookie === null ? [] : [new PagedResultsControl({ value: { size: 0, cookie } })];
  return answerBytes(messageId, operation, controls, (writer) => {
    writer.writeEnumeration(result);
    writer.writeString('');
    writer.writeString(message);
  });
}

export function entryBytes(messageId: number, dn: string, attributes: readonly (readonly [string, readonly Buffer[]])[]): Buffer {
  return answerBytes(messageId, ANSWER.entry, [], (writer) => {
    writer.writeString(dn);
    writer.startSequence();
    for (const [type, values] of attributes) new Attribute({ type, values: [...values] }).write(writer);
    writer.endSequence();
  });
}

export function referenceBytes(messageId: number, uri: string): Buffer {
  return answerBytes(messageId, ANSWER.reference, [], (writer) => writer.writeString(uri));
}

function answerBytes(messageId: number, operation: number, controls: readonly Control[], write: (writer: BerWriter) => void): Buffer {
  const writer = new BerWriter();
  writer.startSequence();
  writer.writeInt(messageId);
  writer.startSequence(operation);
  write(writer);
  writer.endSequence();
  if (controls.length > 0) {
    writer.startSequence(0xa0);
    for (const control of controls) control.write(writer);
    writer.endSequence();
  }
  writer.endSequence();
  return writer.buffer;
}
