import { NTSTATUS } from '../events/ntlm.ts';
import { MINUTE, on, SECOND } from './clock.ts';
import { refreshPolicy } from './machines.ts';
import { ADMINS } from './people.ts';
import { askServiceTicket, askTicket, checkNtlm, giveWrongPassword } from './requests.ts';
import { openRemoteDesktop, visit, visitByNtlm } from './sessions.ts';
import type { Stage } from './stage.ts';
import { DC01, FS01, identityOf, pc } from './town.ts';
import { CHECK, type Truth } from './truth.ts';

/** Administrators, or whoever has their passwords, where administrators do not belong. */
export function plantedAdministrators(stage: Stage, truth: Truth): void {
  atUserTerminal(stage, truth);
  fromUnknownAddress(stage, truth);
  remoteDesktopFromUserTerminal(stage, truth);
  wrongPassword(stage, truth);
  builtinAdministrator(stage, truth);
}

function atUserTerminal(stage: Stage, truth: Truth): void {
  const at = on('Tue', '11:15');
  const terminal = pc(12);
  const account = identityOf(ADMINS.sato);
  refreshPolicy(stage, terminal, at - 3 * MINUTE);
  const source = stage.sourceOf(terminal, at);
  const ticket = askTicket(stage, at, account, source);
  askServiceTicket(stage, at + 30, account, terminal, source);
  askServiceTicket(stage, at + 1.4 * SECOND, account, DC01, source);
  const policy = visit(stage, at + 1.5 * SECOND, DC01, { account, address: source.address, lasts: 15 * SECOND, privileged: true });
  askServiceTicket(stage, at + MINUTE, account, FS01, source);
  const share = visit(stage, at + 1.01 * MINUTE, FS01, { account, address: source.address, lasts: 9 * MINUTE, privileged: true });
  truth.happened('administrator-at-user-terminal', 'adm-sato logs on at the desk of PC-012 and opens the file server.', {
    check: CHECK.adminSuccess,
    account: account.name,
    from: terminal,
    events: [ticket, policy, share],
  });
}

function fromUnknownAddress(stage: Stage, truth: Truth): void {
  const at = on('Thu', '23:50');
  const address = '10.20.30.77';
  const workstation = 'DESKTOP-7Q2K1LM';
  const account = identityOf(ADMINS.tanaka);
  const checked = checkNtlm(stage, at, account.name, workstation);
  const session = visitByNtlm(stage, at + 9, FS01, workstation, { account, address, lasts: 4 * MINUTE, privileged: true });
  truth.happened(
    'administrator-from-unknown-address',
    'adm-tanaka reaches the file server by NTLM at night from an address that nobody registered. The file server has the address, the domain controller only the name.',
    { check: CHECK.adminSuccess, account: account.name, from: { address }, events: [checked, session] },
  );
}

function remoteDesktopFromUserTerminal(stage: Stage, truth: Truth): void {
  const at = on('Fri', '12:20');
  const terminal = pc(24);
  const account = identityOf(ADMINS.ito);
  refreshPolicy(stage, terminal, at - 4 * MINUTE);
  const source = stage.sourceOf(terminal, at);
  const ticket = askTicket(stage, at, account, source);
  askServiceTicket(stage, at + 40, account, FS01, source);
  const desktop = openRemoteDesktop(stage, at + 0.2 * SECOND, FS01, { account, address: source.address, lasts: 20 * MINUTE });
  const server = stage.sourceOf(FS01, at);
  const serverTicket = askTicket(stage, at + 2.5 * SECOND, account, server);
  askServiceTicket(stage, at + 2.6 * SECOND, account, DC01, server);
  const policy = visit(stage, at + 2.7 * SECOND, DC01, { account, address: server.address, lasts: 10 * SECOND, privileged: true });
  truth.happened(
    'administrator-on-to-server-from-user-terminal',
    'adm-ito opens a remote desktop on the file server from PC-024: seen at the PC, and at the server, which no admin terminal had reached for.',
    { check: CHECK.adminSuccess, account: account.name, from: terminal, events: [ticket, ...desktop] },
    { check: CHECK.adminSuccess, account: account.name, from: FS01, events: [serverTicket, policy] },
  );
}

function wrongPassword(stage: Stage, truth: Truth): void {
  const at = on('Wed', '15:40');
  const terminal = pc(22);
  refreshPolicy(stage, terminal, at - 2 * MINUTE);
  const account = identityOf(ADMINS.suzuki);
  const events = [0, 11, 26].map((seconds) => giveWrongPassword(stage, at + seconds * SECOND, account, stage.sourceOf(terminal, at)));
  truth.happened('administrator-wrong-password', 'Somebody tries the password of adm-suzuki at PC-022.', {
    check: CHECK.adminFailure,
    account: account.name,
    from: terminal,
    events,
  });
}

function builtinAdministrator(stage: Stage, truth: Truth): void {
  const at = on('Thu', '10:58');
  const terminal = pc(27);
  const events = [0, 1.2, 2.5, 3.6].map((seconds) => checkNtlm(stage, at + seconds * SECOND, 'Administrator', terminal.name, NTSTATUS.wrongPassword));
  truth.happened(
    'builtin-administrator-by-ntlm',
    'A program at PC-027 tries passwords of the built-in Administrator by NTLM: a name, no address, no domain.',
    {
      check: CHECK.adminFailure,
      account: 'Administrator',
      from: terminal,
      events,
    },
  );
}
