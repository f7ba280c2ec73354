import { LOGON_EVENTS } from '../tables/events.ts';
import { fill, type Mapping, type Step } from './mapping.ts';

const FROM: readonly Step[] = [{ as: 'address', field: 'IpAddress' }, fill('terminal_port', 'port', 'IpPort')];
const SERVICE: readonly Step[] = [fill('service', 'trimmed', 'ServiceName'), fill('service_sid', 'sid', 'ServiceSid')];
const STATUS: Step = { as: 'kerberos', field: 'Status', subField: null };

/** 4768: a ticket-granting ticket was asked for. Written for success and failure alike. */
const TICKET_GRANTING: Mapping = {
  eventIds: [4768],
  table: LOGON_EVENTS,
  steps: [
    STATUS,
    { as: 'account', field: 'TargetUserName', domainField: 'TargetDomainName' },
    fill('account_sid', 'sid', 'TargetSid'),
    ...SERVICE,
    fill('ticket_encryption', 'encryption', 'TicketEncryptionType'),
    fill('pre_authentication', 'integer', 'PreAuthType'),
    ...FROM,
  ],
};

/** 4769: a service ticket was asked for. The account carries its realm: `Alice@LABCORP.LOCAL`. */
const SERVICE_TICKET: Mapping = {
  eventIds: [4769],
  table: LOGON_EVENTS,
  steps: [
    STATUS,
    { as: 'account', field: 'TargetUserName', domainField: 'TargetDomainName' },
    ...SERVICE,
    fill('ticket_encryption', 'encryption', 'TicketEncryptionType'),
    fill('logon_key', 'key', 'LogonGuid'),
    ...FROM,
  ],
};

/** 4771: Kerberos pre-authentication failed. It has a SID but no domain. */
const FAILED_PRE_AUTHENTICATION: Mapping = {
  eventIds: [4771],
  table: LOGON_EVENTS,
  steps: [
    STATUS,
    { as: 'always', succeeded: false },
    { as: 'account', field: 'TargetUserName', domainField: null },
    fill('account_sid', 'sid', 'TargetSid'),
    ...SERVICE,
    fill('pre_authentication', 'integer', 'PreAuthType'),
    ...FROM,
  ],
};

/** 4776: NTLM credentials were checked, for success and failure alike. A name of a terminal, never an address; neither SID nor domain. */
const NTLM_VALIDATION: Mapping = {
  eventIds: [4776],
  table: LOGON_EVENTS,
  steps: [
    { as: 'ntstatus', field: 'Status', subField: null },
    { as: 'account', field: 'TargetUserName', domainField: null },
    fill('authentication_package', 'trimmed', 'PackageName'),
    fill('terminal_name', 'terminal', 'Workstation'),
    fill('terminal_name_recorded', 'text', 'Workstation'),
  ],
};

export const TICKET_MAPPINGS: readonly Mapping[] = [TICKET_GRANTING, SERVICE_TICKET, FAILED_PRE_AUTHENTICATION, NTLM_VALIDATION];
