import { type Identity, NO_GUID } from '../../events/identity.ts';
import { LOGON_TYPE } from '../../events/logon.ts';
import type { Event } from '../../evtx/event.ts';
import { SECOND } from '../../story/clock.ts';
import { checkNtlm } from '../../story/requests.ts';
import { openSession, sessionOf } from '../../story/sessions.ts';
import type { Stage } from '../../story/stage.ts';
import type { Machine } from '../../story/town.ts';

interface NetworkLogon {
  readonly account: Identity;
  readonly address: string;
  /** What the tool calls its machine; empty: it says nothing. */
  readonly workstation: string;
  readonly server: Machine;
  readonly keyLength?: number;
  readonly privileged?: boolean;
}

/** A network logon by NTLM as the libraries of tools make it: the domain controller's 4776 and the server's 4624. */
export function enterWithTool(
  stage: Stage,
  at: number,
  { account, address, workstation, server, privileged = false, ...key }: NetworkLogon,
): Event[] {
  const checked = checkNtlm(stage, at, account.name, workstation);
  const origin = { route: 'ntlm', type: LOGON_TYPE.network, address, port: String(stage.port()), workstation } as const;
  const session = { ...sessionOf(stage, account, origin), logonGuid: NO_GUID, ...key };
  return [checked, openSession(stage, at + 9, server, session, 40 * SECOND, privileged)];
}
