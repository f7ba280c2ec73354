import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { UserError } from '../settings/user-error.ts';
import { connectError, handshakeError } from './connection-errors.ts';
import type { ServerAddress } from './server-address.ts';

/** Whom to trust. `file`: where the authorities come from, for messages; null: those that Node brings. */
export interface Trust {
  readonly file: string | null;
  readonly certificates: readonly string[];
}

/** Connects without a word being sent. UserError: refused, not reached, not in time; the signal's reason: aborted. */
export function openSocket(address: ServerAddress, milliseconds: number, signal: AbortSignal): Promise<Socket> {
  const socket = connectTcp({ host: address.host, port: address.port, noDelay: true, keepAlive: true });
  const tooLate = () => new UserError('ldap-timeout', { ...named(address), seconds: Math.ceil(milliseconds / 1000) });
  return ready(socket, 'connect', { milliseconds, signal, tooLate, wrong: (error) => connectError(error, address) });
}

/** Speaks TLS from here on. UserError: for each way the certificate or the handshake can be wrong; the signal's reason: aborted. */
export function secureSocket(plain: Socket, address: ServerAddress, trust: Trust, milliseconds: number, signal: AbortSignal): Promise<Socket> {
  const socket = connectTls({
    socket: plain,
    host: address.host,
    // A name for SNI must not be an address; the certificate is compared with `host` then.
    ...(isIP(address.host) === 0 ? { servername: address.host } : {}),
    // What the user gives is trusted as it is, also an authority under another, which is what "certutil -ca.cert" writes where there are two tiers.
    ...(trust.file === null ? {} : { ca: [...trust.certificates], allowPartialTrustChain: true }),
    // Said aloud, or NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would switch it off.
    rejectUnauthorized: true,
  });
  const tooLate = () => new UserError('ldap-tls-timeout', { ...named(address), seconds: Math.ceil(milliseconds / 1000) });
  return ready(socket, 'secureConnect', { milliseconds, signal, tooLate, wrong: (error) => handshakeError(error, address, trust.file) });
}

interface Waiting {
  readonly milliseconds: number;
  readonly signal: AbortSignal;
  readonly tooLate: () => Error;
  readonly wrong: (error: Error) => Error;
}

function ready(socket: Socket, event: 'connect' | 'secureConnect', waiting: Waiting): Promise<Socket> {
  const { signal } = waiting;
  return new Promise((resolve, reject) => {
    const stop = (error: unknown) => {
      settle();
      socket.on('error', () => {}); // what a socket says after it was given up concerns nobody
      socket.destroy();
      reject(error);
    };
    const onReady = () => {
      settle();
      resolve(socket);
    };
    const onError = (error: Error) => stop(waiting.wrong(error));
    const onClose = () => stop(waiting.wrong(new Error('closed')));
    const onAbort = () => stop(signal.reason);
    const timer = setTimeout(() => stop(waiting.tooLate()), waiting.milliseconds);
    function settle(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.off(event, onReady).off('error', onError).off('close', onClose);
    }
    socket.on(event, onReady).on('error', onError).on('close', onClose);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
}

function named({ host, port }: ServerAddress): { host: string; port: number } {
  return { host, port };
}
