import type { Event } from '../evtx/event.ts';
import { auditKind, eventOf, type Moment } from './kind.ts';

const CREDENTIAL_VALIDATION = 14336;

const KIND_4776 = auditKind(4776, 0, CREDENTIAL_VALIDATION, {
  PackageName: 'text',
  TargetUserName: 'text',
  Workstation: 'text',
  Status: 'hex32',
});

/** NTSTATUS codes that the story uses. */
export const NTSTATUS = {
  done: 0,
  noSuchAccount: 0xc0000064,
  wrongPassword: 0xc000006a,
  logonFailure: 0xc000006d,
  accountRestriction: 0xc000006e,
  terminalNotPermitted: 0xc0000070,
  disabled: 0xc0000072,
} as const;

/** 4776: a domain controller checked an NTLM password. It knows the workstation's own word for its name, and no address. */
export function credentialsChecked(moment: Moment, check: { account: string; workstation: string; status: number }): Event {
  return eventOf(
    KIND_4776,
    moment,
    {
      PackageName: 'MICROSOFT_AUTHENTICATION_PACKAGE_V1_0',
      TargetUserName: check.account,
      Workstation: check.workstation,
      Status: check.status,
    },
    check.status !== NTSTATUS.done,
  );
}
