import type { Identity } from '../events/identity.ts';
import { KERBEROS, preAuthenticationFailed, serviceTicketRequested, ticketRequested } from '../events/kerberos.ts';
import { credentialsChecked, NTSTATUS } from '../events/ntlm.ts';
import type { Event } from '../evtx/event.ts';
import { SECOND } from './clock.ts';
import type { Source, Stage } from './stage.ts';
import { computerIdentity, DC01, DC02, DOMAIN, KRBTGT, type Machine } from './town.ts';

/** 4768: an account asks for its ticket-granting ticket, and gets it or not. */
export function askTicket(stage: Stage, at: number, account: Identity, source: Source, status: number = KERBEROS.done): Event {
  const { controller } = source;
  return stage.write(
    controller,
    ticketRequested(stage.moment(controller, at), {
      account,
      krbtgt: KRBTGT,
      ...asTicketsSpellIt(stage, source.address),
      status,
      // DC02 has the updates of 2025 already.
      detailed: controller === DC02,
    }),
  );
}

/** 4769: an account asks for a ticket to a machine. */
export function askServiceTicket(stage: Stage, at: number, account: Identity, service: Machine, source: Source): Event {
  const { controller } = source;
  return stage.write(
    controller,
    serviceTicketRequested(stage.moment(controller, at), {
      account,
      realm: DOMAIN.realm,
      service: computerIdentity(service),
      ...asTicketsSpellIt(stage, source.address),
      logonGuid: stage.random.guid(),
    }),
  );
}

/** 4771: a wrong password. DC02 has it checked again by DC01, the PDC emulator, whose log then names DC02 as where it came from. */
export function giveWrongPassword(stage: Stage, at: number, account: Identity, source: Source, status: number = KERBEROS.wrongPassword): Event {
  const fail = (when: number, { address, controller }: Source): Event =>
    stage.write(
      controller,
      preAuthenticationFailed(stage.moment(controller, when), { account, realm: DOMAIN.realm, ...asTicketsSpellIt(stage, address), status }),
    );
  if (source.controller === DC02) fail(at + 0.04 * SECOND, stage.sourceOf(DC02, at));
  return fail(at, source);
}

/** 4776: a domain controller checks an NTLM password for somebody at a machine that calls itself `workstation`. */
export function checkNtlm(stage: Stage, at: number, account: string, workstation: string, status: number = NTSTATUS.done): Event {
  return stage.write(DC01, credentialsChecked(stage.moment(DC01, at), { account, workstation, status }));
}

/** Ticket events write ::ffff: before most IPv4 addresses; a domain controller's own requests come from ::1 and no port. */
function asTicketsSpellIt(stage: Stage, address: string): { address: string; port: number } {
  if (address === '::1') return { address, port: 0 };
  const plain = address.includes(':') || stage.random.chance(0.08);
  return { address: plain ? address : `::ffff:${address}`, port: stage.port() };
}

/** What a domain controller asks of itself. */
export function ownSource(controller: Machine): Source {
  return { address: '::1', controller: controller === DC01 ? DC01 : DC02 };
}
