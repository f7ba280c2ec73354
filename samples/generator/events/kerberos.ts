import type { Event } from '../evtx/event.ts';
import { type Identity, NO_GUID, NOBODY_SID } from './identity.ts';
import { auditKind, eventOf, type Moment } from './kind.ts';

const AUTHENTICATION_SERVICE = 14339;
const TICKET_OPERATIONS = 14337;

const TICKET_FIELDS = {
  TargetUserName: 'text',
  TargetDomainName: 'text',
  TargetSid: 'sid',
  ServiceName: 'text',
  ServiceSid: 'sid',
  TicketOptions: 'hex32',
  Status: 'hex32',
  TicketEncryptionType: 'hex32',
  PreAuthType: 'text',
  IpAddress: 'text',
  IpPort: 'text',
  CertIssuerName: 'text',
  CertSerialNumber: 'text',
  CertThumbprint: 'text',
} as const;

const KIND_4768 = auditKind(4768, 0, AUTHENTICATION_SERVICE, TICKET_FIELDS);

/** As Windows Server writes it since the update of January 2025. */
const KIND_4768_V2 = auditKind(4768, 2, AUTHENTICATION_SERVICE, {
  ...TICKET_FIELDS,
  ResponseTicket: 'text',
  AccountSupportedEncryptionTypes: 'text',
  AccountAvailableKeys: 'text',
  ServiceSupportedEncryptionTypes: 'text',
  ServiceAvailableKeys: 'text',
  DCSupportedEncryptionTypes: 'text',
  DCAvailableKeys: 'text',
  ClientAdvertizedEncryptionTypes: 'text',
  SessionKeyEncryptionType: 'hex32',
  PreAuthEncryptionType: 'hex32',
});

const KIND_4769 = auditKind(4769, 0, TICKET_OPERATIONS, {
  TargetUserName: 'text',
  TargetDomainName: 'text',
  ServiceName: 'text',
  ServiceSid: 'sid',
  TicketOptions: 'hex32',
  TicketEncryptionType: 'hex32',
  IpAddress: 'text',
  IpPort: 'text',
  Status: 'hex32',
  LogonGuid: 'guid',
  TransmittedServices: 'text',
});

const KIND_4771 = auditKind(4771, 0, AUTHENTICATION_SERVICE, {
  TargetUserName: 'text',
  TargetSid: 'sid',
  ServiceName: 'text',
  TicketOptions: 'hex32',
  Status: 'hex32',
  PreAuthType: 'text',
  IpAddress: 'text',
  IpPort: 'text',
  CertIssuerName: 'text',
  CertSerialNumber: 'text',
  CertThumbprint: 'text',
});

/** Result codes of RFC 4120 that the story uses. */
export const KERBEROS = {
  done: 0,
  noSuchAccount: 0x6,
  forbidden: 0xc,
  refused: 0x12,
  passwordExpired: 0x17,
  wrongPassword: 0x18,
  clocksDiffer: 0x25,
} as const;

const AES256 = 0x12;
/** The weak encryption that roasting tools ask for, because its password is guessed the fastest. */
export const RC4 = 0x17;
const NO_TICKET = 0xffffffff;
const NO_CERTIFICATE = { CertIssuerName: '', CertSerialNumber: '', CertThumbprint: '' };

export interface TicketRequest {
  readonly account: Identity;
  /** The domain's own ticket-granting account. */
  readonly krbtgt: Identity;
  /** As recorded: often with ::ffff: before an IPv4 address. */
  readonly address: string;
  readonly port: number;
  readonly status: number;
  /** Whether the domain controller writes version 2. */
  readonly detailed: boolean;
  /** Of the ticket. Default: AES256. */
  readonly encryption?: number;
  /** PreAuthType of a request that is granted. Default: 2, a password. */
  readonly preAuthentication?: string;
}

/** 4768: somebody asked for a ticket-granting ticket. Judge by status, not by id. */
export function ticketRequested(moment: Moment, request: TicketRequest): Event {
  const { account, krbtgt, status } = request;
  const failed = status !== KERBEROS.done;
  const data = {
    TargetUserName: account.name,
    TargetDomainName: account.domain,
    TargetSid: failed ? NOBODY_SID : account.sid,
    ServiceName: failed ? `krbtgt/${account.domain}` : krbtgt.name,
    ServiceSid: failed ? NOBODY_SID : krbtgt.sid,
    TicketOptions: 0x40810010,
    Status: status,
    TicketEncryptionType: failed ? NO_TICKET : (request.encryption ?? AES256),
    PreAuthType: failed ? '-' : (request.preAuthentication ?? '2'),
    IpAddress: request.address,
    IpPort: String(request.port),
    ...NO_CERTIFICATE,
  };
  if (!request.detailed) return eventOf(KIND_4768, moment, data, failed);
  const types = '0x1C (RC4, AES128-SHA96, AES256-SHA96)';
  const keys = 'AES-SHA1, RC4';
  return eventOf(
    KIND_4768_V2,
    moment,
    {
      ...data,
      ResponseTicket: 'N/A',
      AccountSupportedEncryptionTypes: failed ? '-' : types,
      AccountAvailableKeys: failed ? '-' : keys,
      ServiceSupportedEncryptionTypes: failed ? '-' : types,
      ServiceAvailableKeys: failed ? '-' : keys,
      DCSupportedEncryptionTypes: types,
      DCAvailableKeys: keys,
      ClientAdvertizedEncryptionTypes: '\r\n\t\tAES256-CTS-HMAC-SHA1-96\r\n\t\tRC4-HMAC-NT',
      SessionKeyEncryptionType: failed ? NO_TICKET : AES256,
      PreAuthEncryptionType: failed ? NO_TICKET : AES256,
    },
    failed,
  );
}

/** 4769: an account asked for a ticket to a service (`SERVER$`). */
export function serviceTicketRequested(
  moment: Moment,
  request: { account: Identity; realm: string; service: Identity; address: string; port: number; logonGuid: string; encryption?: number },
): Event {
  return eventOf(KIND_4769, moment, {
    TargetUserName: `${request.account.name}@${request.realm}`,
    TargetDomainName: request.realm,
    ServiceName: request.service.name,
    ServiceSid: request.service.sid,
    TicketOptions: 0x40810000,
    TicketEncryptionType: request.encryption ?? AES256,
    IpAddress: request.address,
    IpPort: String(request.port),
    Status: KERBEROS.done,
    LogonGuid: request.logonGuid === '' ? NO_GUID : request.logonGuid,
    TransmittedServices: '-',
  });
}

/** 4771: the password given to Kerberos was wrong, or too old. */
export function preAuthenticationFailed(
  moment: Moment,
  request: Omit<TicketRequest, 'detailed' | 'krbtgt' | 'encryption' | 'preAuthentication'> & { realm: string },
): Event {
  return eventOf(
    KIND_4771,
    moment,
    {
      TargetUserName: request.account.name,
      TargetSid: request.account.sid,
      ServiceName: `krbtgt/${request.realm}`,
      TicketOptions: 0x40810010,
      Status: request.status,
      PreAuthType: '2',
      IpAddress: request.address,
      IpPort: String(request.port),
      ...NO_CERTIFICATE,
    },
    true,
  );
}
