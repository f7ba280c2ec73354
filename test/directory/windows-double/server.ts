import { createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { BindRequest, ExtendedRequest, PagedResultsControl, SearchRequest, UnbindRequest } from 'ldapts';
import type { Identity } from './certificates.ts';
import { ANSWER, type ClientRequest, entryBytes, referenceBytes, requestsOf, resultBytes, SD_FLAGS } from './messages.ts';
import { answeredAttributes, type DoubleObject, objectsFor } from './objects.ts';

/** What goes wrong in a search. Counted over the whole life of the double, so that it can get better at a new try. */
export interface Trouble {
  /** `end-ranges`: the answer to a further range is empty. `forget-cookie`: the second page is refused, as when the cookie is too old. */
  readonly kind: 'cut' | 'stall' | 'garbage' | 'short-message' | 'notice' | 'end-ranges' | 'short-range' | 'busy' | 'forget-cookie';
  /** In this page only, from 1. Default: in any. */
  readonly page?: number;
  /** After so many objects of a page. Default: 0. */
  readonly afterEntries?: number;
  /** How often it happens. Default: always. */
  readonly times?: number;
}

export interface DoubleOptions {
  readonly objects: readonly DoubleObject[];
  /** Default: `ldaps`. */
  readonly security?: 'ldaps' | 'starttls' | 'starttls-hangs' | 'starttls-refused' | 'starttls-closes' | 'silent' | 'closes' | 'plain-text';
  readonly identity?: Identity;
  /** Result code and message of a bind; default: success. `hang`: no answer; `answer-and-close`: success, and the connection ends. */
  readonly bind?: (user: string, password: string) => readonly [number, string] | 'hang' | 'answer-and-close';
  readonly trouble?: Trouble;
  /** Numbers of pages (from 1) before which an empty page with a cookie is sent. */
  readonly emptyPages?: readonly number[];
  /** Result code and message at the end of the first page, instead of a cookie. */
  readonly result?: readonly [number, string];
  /** Only so many objects come before that result. Default: a page. */
  readonly resultAfter?: number;
  readonly references?: readonly string[];
  /** The cookie always leads to the first page, or the answer does not speak of pages. */
  readonly pages?: 'repeat' | 'ignored' | 'empty-for-ever';
}

export interface WindowsDouble {
  readonly port: number;
  /** Every request, in the order they came, over all connections. */
  readonly requests: readonly ClientRequest[];
  /** Bytes of each connection before TLS. */
  readonly plainBytes: () => number;
  readonly connections: () => number;
  /** Connections that are open now. */
  readonly open: () => number;
  close(): Promise<void>;
}

/** MaxPageSize of Windows. */
const PAGE_SIZE = 1_000;

/** A server on a loopback address that speaks LDAP as Windows does, where Samba cannot. */
export async function startDouble(options: DoubleOptions): Promise<WindowsDouble> {
  const requests: ClientRequest[] = [];
  const sockets = new Set<Socket>();
  const state = { troubles: 0, connections: 0, plainBytes: 0 };
  const server = createServer((socket) => {
    state.connections += 1;
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.on('data', (data) => {
      if (data[0] !== 0x16) state.plainBytes += data.length;
    });
    serve(socket, options, requests, state);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    requests,
    plainBytes: () => state.plainBytes,
    connections: () => state.connections,
    open: () => sockets.size,
    close: () => closeServer(server, sockets),
  };
}

function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}

interface State {
  troubles: number;
}

function serve(socket: Socket, options: DoubleOptions, requests: ClientRequest[], state: State): void {
  const security = options.security ?? 'ldaps';
  if (security === 'closes') socket.destroy();
  else if (security === 'plain-text') socket.write(`HTTP/1.1 400 Bad Request\r\n\r\n${'x'.repeat(100)}`);
  else if (security === 'ldaps') listen(secured(socket, options), options, requests, state);
  else if (security !== 'silent') listen(socket, options, requests, state);
}

function secured(socket: Socket, { identity }: DoubleOptions): TLSSocket {
  if (identity === undefined) throw new Error('the double needs a certificate');
  const secureContext = createSecureContext({ key: identity.key, cert: identity.certificate });
  return new TLSSocket(socket, { isServer: true, secureContext }).on('error', () => {});
}

function listen(socket: Socket, options: DoubleOptions, requests: ClientRequest[], state: State): void {
  let rest = Buffer.alloc(0);
  const onData = (data: Buffer) => {
    // A TLS handshake where plain LDAP is spoken: Windows hangs up.
    if (data[0] === 0x16) {
      socket.destroy();
      return;
    }
    const taken = requestsOf(Buffer.concat([rest, data]));
    rest = Buffer.from(taken.rest);
    for (const request of taken.requests) {
      requests.push(request);
      if (request instanceof ExtendedRequest)
        answerStartTls(socket, request, options, () => {
          socket.off('data', onData);
          if (options.security === 'starttls') listen(secured(socket, options), options, requests, state);
        });
      else answer(socket, request, options, state);
    }
  };
  socket.on('data', onData);
}

function answerStartTls(socket: Socket, request: ExtendedRequest, { security }: DoubleOptions, start: () => void): void {
  if (security === 'starttls-refused') {
    socket.write(
      resultBytes(request.messageId, ANSWER.extended, 52, '00000000: LdapErr: DSID-0C0912D4, comment: Error initializing SSL/TLS, data 0, v4563\0'),
    );
    return;
  }
  socket.write(resultBytes(request.messageId, ANSWER.extended, 0));
  if (security === 'starttls-closes') socket.end();
  else start();
}

function answer(socket: Socket, request: ClientRequest, options: DoubleOptions, state: State): void {
  if (request instanceof UnbindRequest) socket.end();
  else if (request instanceof BindRequest) {
    const result = options.bind?.(request.dn, request.password) ?? [0, ''];
    if (result === 'answer-and-close') socket.write(resultBytes(request.messageId, ANSWER.bind, 0), () => socket.destroy());
    else if (result !== 'hang') socket.write(resultBytes(request.messageId, ANSWER.bind, ...result));
  } else if (request instanceof SearchRequest) answerSearch(socket, request, options, state);
}

function answerSearch(socket: Socket, request: SearchRequest, options: DoubleOptions, state: State): void {
  const id = request.messageId;
  // The root entry is always answered well: the trouble begins with the first question.
  const isRoot = request.baseDN === '' && request.scope === 'base';
  const page = request.controls?.find((control) => control instanceof PagedResultsControl);
  const found = objectsFor(options.objects, request);
  const emptySent = page?.value?.cookie?.toString().startsWith('e') === true;
  const start = Number(page?.value?.cookie?.toString().replace('e', '') || 0);
  const number = start / PAGE_SIZE + 1;
  if (page !== undefined && (options.pages === 'empty-for-ever' || (!emptySent && options.emptyPages?.includes(number)))) {
    socket.write(resultBytes(id, ANSWER.searchDone, 0, '', Buffer.from(`e${start}`)));
    return;
  }
  const result = isRoot || request.scope === 'base' ? undefined : options.result;
  const entries = found.slice(
    start,
    start +
      Math.min(
        page === undefined ? PAGE_SIZE : (page.value?.size ?? PAGE_SIZE),
        PAGE_SIZE,
        result === undefined ? PAGE_SIZE : (options.resultAfter ?? PAGE_SIZE),
      ),
  );
  const withDescriptor = request.controls?.some((control) => control.type === SD_FLAGS) === true;
  const written = entries.map((object) => entryBytes(id, object.dn, answeredAttributes(object, request, withDescriptor)));
  if (!isRoot && makeTrouble(socket, request, written, start, options, state)) return;

  if (!isRoot && request.scope !== 'base' && start === 0) written.push(...(options.references ?? []).map((uri) => referenceBytes(id, uri)));
  const next = start + entries.length;
  const cookie = next < found.length ? Buffer.from(String(options.pages === 'repeat' ? 0 : next)) : Buffer.alloc(0);
  if (result !== undefined) written.push(resultBytes(id, ANSWER.searchDone, ...result));
  else if (found.length === 0 && request.scope === 'base')
    written.push(resultBytes(id, ANSWER.searchDone, 32, '0000208D: NameErr: DSID-0310028C, problem 2001 (NO_OBJECT), data 0'));
  else written.push(resultBytes(id, ANSWER.searchDone, 0, '', page === undefined || options.pages === 'ignored' ? null : cookie));
  socket.write(Buffer.concat(written));
}

/** True: what is to be sent was sent. */
function makeTrouble(
  socket: Socket,
  request: SearchRequest,
  entries: readonly Buffer[],
  start: number,
  { trouble }: DoubleOptions,
  state: State,
): boolean {
  if (trouble === undefined || state.troubles >= (trouble.times ?? Number.POSITIVE_INFINITY)) return false;
  const isRange = request.attributes.some((name) => /;range=[1-9]/.test(name));
  const wants = { 'end-ranges': isRange, 'short-range': isRange, 'forget-cookie': start > 0 }[trouble.kind as string] ?? true;
  // In the page where the objects run out.
  const isThisPage = trouble.page === undefined || trouble.page === start / PAGE_SIZE + 1;
  if (!wants || !isThisPage || entries.length < (trouble.afterEntries ?? 0)) return false;
  state.troubles += 1;
  const id = request.messageId;
  const sent = Buffer.concat(entries.slice(0, trouble.afterEntries ?? 0));
  const done = (result: number, message: string) => socket.write(Buffer.concat([sent, resultBytes(id, ANSWER.searchDone, result, message)]));
  if (trouble.kind === 'cut') socket.write(sent, () => socket.destroy());
  else if (trouble.kind === 'stall') socket.write(sent);
  else if (trouble.kind === 'garbage')
    socket.write(
      Buffer.concat([
        sent,
        Buffer.from('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n<html><body>Bad request, this is not what was meant</body></html>'),
      ]),
    );
  else if (trouble.kind === 'short-message')
    socket.end(Buffer.concat([sent, (entries[trouble.afterEntries ?? 0] ?? Buffer.alloc(0)).subarray(0, 20)]));
  else if (trouble.kind === 'notice') socket.end(Buffer.concat([sent, resultBytes(0, ANSWER.extended, 52, 'notice of disconnection')]));
  else if (trouble.kind === 'busy') done(51, '000020D9: SvcErr: DSID-03140B3C, problem 5001 (BUSY), data 0');
  else if (trouble.kind === 'forget-cookie') done(12, '00000057: LdapErr: DSID-0C090EB2, comment: Error processing control, data 0, v4563');
  else if (trouble.kind === 'end-ranges') socket.write(Buffer.concat([entryBytes(id, request.baseDN, []), resultBytes(id, ANSWER.searchDone, 0)]));
  else
    socket.write(
      Buffer.concat([entryBytes(id, request.baseDN, [['member;range=1500-2999', [Buffer.from('CN=x')]]]), resultBytes(id, ANSWER.searchDone, 0)]),
    );
  return true;
}
