import type { Identity } from '../../events/identity.ts';
import { serviceTicketRequested, ticketRequested } from '../../events/kerberos.ts';
import type { Event } from '../../evtx/event.ts';
import type { Source, Stage } from '../../story/stage.ts';
import { DC02, DOMAIN, KRBTGT } from '../../story/town.ts';

interface Asked {
  readonly account: Identity;
  readonly source: Source;
  readonly encryption?: number;
}

/** 4768 as a tool asks for it: the encryption is its own choice, and an account may need no password first (PreAuthType 0). */
export function takeTicket(stage: Stage, at: number, { account, source, ...how }: Asked & { preAuthentication?: string }): Event {
  const { controller } = source;
  const asked = {
    account,
    krbtgt: KRBTGT,
    address: `::ffff:${source.address}`,
    port: stage.port(),
    status: 0,
    detailed: controller === DC02,
    ...how,
  };
  return stage.write(controller, ticketRequested(stage.moment(controller, at), asked));
}

/** 4769 for any account that runs a service, or any machine's. */
export function takeServiceTicket(stage: Stage, at: number, { account, source, ...how }: Asked & { service: Identity }): Event {
  const { controller } = source;
  const asked = { account, realm: DOMAIN.realm, address: `::ffff:${source.address}`, port: stage.port(), logonGuid: stage.random.guid(), ...how };
  return stage.write(controller, serviceTicketRequested(stage.moment(controller, at), asked));
}
