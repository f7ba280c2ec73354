import type { Socket } from 'node:net';
import {
  type BerWriter,
  BindRequest,
  BindResponse,
  Control,
  ExtendedRequest,
  ExtendedResponse,
  FilterParser,
  MessageParser,
  PagedResultsControl,
  SearchEntry,
  SearchReference,
  SearchRequest,
  SearchResponse,
  UnbindRequest,
} from 'ldapts';
import { UserError } from '../settings/user-error.ts';
import { readCertificates } from './certificate-file.ts';
import { bindError, serverText } from './connection-errors.ts';
import { CONNECTION_TIMES, type ConnectionTimes } from './connection-times.ts';
import type { DirectoryReader } from './directory-reader.ts';
import { Interrupted, type LdapAnswer, type LdapConnection, type LdapRequest } from './ldap-connection.ts';
import { MessageFrames } from './message-frames.ts';
import { isOwnPart, readServer } from './root-entry.ts';
import { SearchingReader } from './search.ts';
import { openSocket, secureSocket, type Trust } from './secure-socket.ts';
import { type ServerAddress, serverAddress } from './server-address.ts';

export interface DirectoryOptions {
  /** `ldaps://HOST[:PORT]`, or `ldap://HOST[:PORT]` with `startTls`. */
  readonly url: string;
  readonly startTls: boolean;
  /** `name@domain`, `DOMAIN\name` or a distinguished name. */
  readonly user: string;
  readonly password: string;
  /** File of the certificates of the authorities to trust, PEM or DER. Null: those that Node trusts. */
  readonly ca: string | null;
  readonly signal: AbortSignal;
  readonly times?: Partial<ConnectionTimes>;
}

/** Connects, secures the connection and binds. UserError: whatever is wrong with the options, the server, its certificate or the account. */
export async function openDirectory(options: DirectoryOptions): Promise<DirectoryReader> {
  const address = serverAddress(options.url, options.startTls);
  refuseAccount(options);
  const trust: Trust = { file: options.ca, certificates: options.ca === null ? [] : readCertificates(options.ca) };
  const times = { ...CONNECTION_TIMES, ...options.times };
  const connect = () => boundConnection(address, trust, times, options);
  const connection = await connect();
  const server = await opening(connection, readServer(connection), address);
  const { user, signal } = options;
  const isOwn = (reference: string, base: string) => isOwnPart(reference, base, server.parts);
  return new SearchingReader(connection, { host: server.host ?? address.host, user, connect, isOwn, pauses: times.pauses, signal });
}

function refuseAccount({ user, password }: DirectoryOptions): void {
  // Active Directory does not find an account by its bare sAMAccountName.
  if (!/^[^@]+@[^@]+$|^[^\\]+\\[^\\]+$|^[\w.]+=.+,.+=/s.test(user)) throw new UserError('ldap-user-form', { user });
  // A bind without a password is a bind as nobody, and it succeeds (RFC 4513 5.1.2).
  if (password === '') throw new UserError('ldap-password-empty', { user });
}

const START_TLS = '1.3.6.1.4.1.1466.20037';

async function boundConnection(address: ServerAddress, trust: Trust, times: ConnectionTimes, options: DirectoryOptions): Promise<LdapConnection> {
  const { user, password, signal } = options;
  const plain = await openSocket(address, times.connect, signal);
  if (address.startTls) {
    const exchange = new Exchange(plain, times.silence, signal);
    const { response } = await opening(exchange, exchange.ask(new ExtendedRequest({ messageId: 0, oid: START_TLS }), ExtendedResponse), address);
    if (response.status !== 0) {
      await exchange.close();
      throw new UserError('ldap-starttls-refused', {
        ...named(address),
        reason: serverText(response.errorMessage, password) || String(response.status),
      });
    }
    exchange.release();
  }
  const exchange = new Exchange(await secureSocket(plain, address, trust, times.handshake, signal), times.silence, signal);
  const { response } = await opening(exchange, exchange.ask(new BindRequest({ messageId: 0, dn: user, password }), BindResponse), address);
  if (response.status !== 0) {
    await exchange.close();
    throw bindError(response.status, serverText(response.errorMessage, password), address, user);
  }
  return {
    ask: async (request) => answerOf(await exchange.ask(searchRequest(request), SearchResponse), password),
    close: () => exchange.close(),
  };
}

/** Turns what interrupts an answer into the error of a connection that was never there. */
async function opening<T>(connection: { close(): Promise<void> }, answer: Promise<T>, address: ServerAddress): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    await connection.close();
    if (!(error instanceof Interrupted)) throw error;
    if (error.code === 'answer-stalled') throw new UserError('ldap-timeout', { ...named(address), seconds: error.details.seconds ?? 0 });
    throw new UserError(error.code === 'answer-unreadable' ? 'ldap-not-ldap' : 'ldap-closed', named(address));
  }
}

function named({ host, port }: ServerAddress): { host: string; port: number } {
  return { host, port };
}

function searchRequest({ base, scope, filter, attributes, withDescriptor, page }: LdapRequest): SearchRequest {
  const controls: Control[] = [];
  // Critical: a server that does not know pages must say so instead of leaving objects out.
  if (page !== null) controls.push(new PagedResultsControl({ critical: true, value: page }));
  if (withDescriptor) controls.push(new DescriptorControl());
  // No limits of ours (0): what a limit cuts off would be missing.
  const limits = { sizeLimit: 0, timeLimit: 0 };
  return new SearchRequest({
    messageId: 0,
    baseDN: base,
    scope,
    filter: FilterParser.parseString(filter),
    attributes: [...attributes],
    ...limits,
    controls,
  });
}

/** LDAP_SERVER_SD_FLAGS_OID ([MS-ADTS] 3.1.1.3.4.1.11) for owner, group and DACL: the SACL is for administrators only. */
class DescriptorControl extends Control {
  constructor() {
    super('1.2.840.113556.1.4.801', { critical: true });
  }

  protected override writeControl(writer: BerWriter): void {
    writer.writeBuffer(Buffer.from([0x30, 0x03, 0x02, 0x01, 0x07]), 0x04); // SEQUENCE { INTEGER 7 }
  }
}

function answerOf({ entries, references, response }: Answer<SearchResponse>, password: string): LdapAnswer {
  const pages = response.controls?.find((control) => control instanceof PagedResultsControl);
  return {
    entries: entries.map(({ name, attributes }) => ({
      dn: name,
      attributes: attributes.map((one) => ({ name: one.type, values: one.parsedBuffers })),
    })),
    references,
    result: response.status,
    message: serverText(response.errorMessage, password),
    cookie: pages === undefined ? null : (pages.value?.cookie ?? Buffer.alloc(0)),
  };
}

interface Answer<Last> {
  readonly entries: readonly SearchEntry[];
  readonly references: readonly string[];
  readonly response: Last;
}

type Request = BindRequest | ExtendedRequest | SearchRequest;

/** What is common to all that a server sends. */
interface Response {
  readonly messageId: number;
  readonly status: number;
  readonly errorMessage: string;
}

interface Awaited {
  readonly id: number;
  readonly entries: SearchEntry[];
  readonly references: string[];
  readonly isLast: (message: Response) => boolean;
  readonly resolve: (response: Response) => void;
  readonly reject: (error: unknown) => void;
}

/** Time for a farewell. */
const CLOSE_MILLISECONDS = 500;

/**
 * One request after the other over one socket, in the messages of ldapts. Not by its `Client`: that stops at an empty page, drops the cookie,
 * connects anew as nobody, and waits for ever for the handshake of StartTLS.
 */
class Exchange {
  readonly #socket: Socket;
  readonly #silence: number;
  readonly #signal: AbortSignal;
  readonly #frames = new MessageFrames();
  readonly #parser = new MessageParser();
  readonly #sent = new Map<string, { message: Request }>();
  #lastId = 0;
  #awaited: Awaited | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** Why nothing can be asked any more. */
  #failed: unknown = null;

  constructor(socket: Socket, silence: number, signal: AbortSignal) {
    this.#socket = socket;
    this.#silence = silence;
    this.#signal = signal;
    this.#parser.on('message', (message) => this.#take(message));
    this.#parser.on('error', () => this.#fail(new Interrupted('answer-unreadable')));
    socket.on('data', this.#onData).on('error', this.#onEnd).on('end', this.#onEnd).on('close', this.#onEnd);
    signal.addEventListener('abort', this.#onAbort);
    if (signal.aborted) this.#onAbort();
  }

  ask<Last extends Response>(message: Request, kind: abstract new (options: never) => Last): Promise<Answer<Last>> {
    if (this.#failed !== null) return Promise.reject(this.#failed);
    if (this.#awaited !== null) throw new Error('the answer to the last request has not come yet');
    message.messageId = ++this.#lastId;
    this.#sent.set(String(message.messageId), { message });
    const asked = { id: message.messageId, entries: [] as SearchEntry[], references: [] as string[] };
    const answer = new Promise<Answer<Last>>((resolve, reject) => {
      const isLast = (response: Response): response is Last => response instanceof kind;
      const settle = (response: Response) => {
        if (isLast(response)) resolve({ ...asked, response });
      };
      this.#awaited = { ...asked, isLast, resolve: settle, reject };
    });
    this.#timer = setTimeout(() => this.#fail(new Interrupted('answer-stalled', { seconds: Math.ceil(this.#silence / 1000) })), this.#silence);
    this.#socket.write(message.write());
    return answer;
  }

  /** Leaves the socket to somebody else. */
  release(): void {
    this.#failed = new Error('released');
    this.#settle();
    this.#socket.off('data', this.#onData).off('error', this.#onEnd).off('end', this.#onEnd).off('close', this.#onEnd);
  }

  /** Says farewell and waits for the end, not for long. */
  async close(): Promise<void> {
    const isOpen = this.#failed === null;
    this.#failed ??= new Interrupted('answer-cut');
    this.#settle();
    const socket = this.#socket;
    if (socket.destroyed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => socket.destroy(), CLOSE_MILLISECONDS);
      socket.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
      if (isOpen) socket.end(new UnbindRequest({ messageId: ++this.#lastId }).write(), () => socket.destroy());
      else socket.destroy();
    });
  }

  readonly #onData = (data: Buffer) => {
    this.#timer?.refresh();
    try {
      for (const message of this.#frames.messagesWith(data)) this.#parser.read(message, this.#sent);
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      this.#fail(error);
    }
  };

  readonly #onEnd = () => this.#fail(new Interrupted('answer-cut'));

  readonly #onAbort = () => this.#fail(this.#signal.reason);

  #take(message: Response): void {
    const awaited = this.#awaited;
    // Message 0 is a notice of disconnection (RFC 4511 4.4.1).
    if (message.messageId === 0) this.#fail(new Interrupted('answer-cut'));
    else if (awaited === null || message.messageId !== awaited.id) return;
    else if (message instanceof SearchEntry) awaited.entries.push(message);
    else if (message instanceof SearchReference) awaited.references.push(...message.uris);
    else if (awaited.isLast(message)) {
      this.#sent.delete(String(awaited.id));
      this.#awaited = null;
      if (this.#timer !== null) clearTimeout(this.#timer);
      awaited.resolve(message);
    } else this.#fail(new Interrupted('answer-unreadable'));
  }

  #fail(error: unknown): void {
    if (this.#failed !== null) return;
    this.#failed = error;
    const awaited = this.#awaited;
    this.#settle();
    this.#socket.destroy();
    awaited?.reject(error);
  }

  #settle(): void {
    this.#awaited = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#signal.removeEventListener('abort', this.#onAbort);
  }
}
