import { type Column, column, type Table } from './table.ts';

/** The columns every table of events begins with. */
const RECORD: readonly Column[] = [
  column('organisation', 'text', 'organisation whose log this is, as given to the run'),
  column('network', 'text', 'network whose log this is, as given to the run; the same address in two networks is two terminals'),
  column('input', 'integer', 'file the record was read from: inputs.input'),
  column('recorded_by', 'text', 'machine that wrote the record, as recorded'),
  column('record_id', 'bigint', "Windows' own number of the record (System/EventRecordID) on that machine"),
  column('occurred_at', 'timestamp', 'when the record was written (System/TimeCreated)'),
  column('event_id', 'integer', "Windows' number of the kind of event"),
  column('event_version', 'integer', 'version of that kind of event; decides which fields exist'),
];

/** Who did it: the Subject of the event. */
const ACTING: readonly Column[] = [
  column('acting_account', 'text', 'account that asked for what happened (Subject), trimmed'),
  column('acting_domain', 'text', 'domain of the acting account, as recorded'),
  column('acting_sid', 'text', 'SID of the acting account; NULL for S-1-0-0'),
  column('acting_logon_id', 'bigint', 'logon session of the acting account on recorded_by'),
];

/** One row per record about an authentication. */
export const LOGON_EVENTS: Table = {
  name: 'logon_events',
  row: 'one record about an authentication: 4624 4625 4634 4647 4648 4662 (replication of the directory) 4672 4768 4769 4771 4776 4740 4778 4779 4800 4801 4964',
  columns: [
    ...RECORD,
    column('succeeded', 'boolean', 'whether the attempt succeeded, judged by status and not by id; NULL where the record is not about an attempt'),
    column(
      'account',
      'text',
      'account that logged on or tried to: trimmed, without @REALM or DOMAIN\\ (a Microsoft or Entra account is its mail address); case as recorded',
    ),
    column('account_recorded', 'text', 'the same, exactly as recorded'),
    column('account_domain', 'text', 'domain of the account, from its own field or from the name; NULL for - and empty'),
    column('account_sid', 'text', 'SID of the account; NULL for S-1-0-0, which every failure has'),
    ...ACTING,
    column(
      'logon_type',
      'integer',
      '2 console, 3 network, 4 batch, 5 service, 7 unlock, 8 cleartext, 9 new credentials, 10 remote desktop, 11 cached',
    ),
    column('logon_id', 'bigint', 'logon session on recorded_by; repeats across boots'),
    column('linked_logon_id', 'bigint', 'the other token of the same logon (elevated and filtered); NULL for 0'),
    column('logon_key', 'bigint', 'first 8 bytes of LogonGuid; joins a 4624 to the 4769 behind it; NULL outside Kerberos'),
    column('terminal_name', 'text', 'name the terminal gave of itself: trimmed, without leading \\\\; NULL for - and empty. Attackers invent it'),
    column('terminal_name_recorded', 'text', 'the same, exactly as recorded'),
    column(
      'terminal_address',
      'text',
      'address the attempt came from, normalised (no ::ffff:, lower case); NULL unless terminal_address_kind is remote or link-local',
    ),
    column('terminal_address_recorded', 'text', 'the same, exactly as recorded'),
    column(
      'terminal_address_kind',
      'text',
      'remote, link-local, loopback (LOCAL of 4778 and 4779 too), unspecified (0.0.0.0, ::), none (- or empty), not-an-address; NULL where the event has no such field',
    ),
    column('terminal_port', 'integer', 'source port; NULL for 0 and -'),
    column('target_server', 'text', 'server the credentials were for (4648), as recorded'),
    column('status_family', 'text', 'ntstatus or kerberos: which list status_code belongs to'),
    column('status_code', 'text', 'the deciding code: 0xC000006A (NTSTATUS: SubStatus unless 0) or 0x18 (Kerberos); NULL on success'),
    column('status_recorded', 'text', 'Status as recorded'),
    column('sub_status_recorded', 'text', 'SubStatus as recorded'),
    column('failure_reason', 'text', 'key of the reason, one of failure-reasons.ts; NULL on success'),
    column('authentication_package', 'text', 'Kerberos, NTLM, Negotiate …, trimmed'),
    column('logon_process', 'text', 'NtLmSsp, Advapi, User32 …, trimmed'),
    column('ntlm_version', 'text', 'NTLM V1, NTLM V2 …; NULL outside NTLM'),
    column('key_length', 'integer', 'length of the session key in bits'),
    column('ticket_encryption', 'text', '0x12 AES256, 0x17 RC4 …; NULL for 0xFFFFFFFF (no ticket)'),
    column('pre_authentication', 'integer', 'Kerberos pre-authentication type; 0 with success: none was asked for'),
    column('service', 'text', 'service the ticket was for (4768, 4769, 4771)'),
    column('service_sid', 'text', 'SID of that service; NULL for S-1-0-0'),
    column('privileges', 'text', 'privileges of the session (4672), or rights used on the directory by their GUIDs (4662), separated by one space'),
    column('special_groups', 'text', 'SIDs of the special groups of the session (4964), as recorded'),
    column('elevated', 'boolean', 'whether the token is elevated (4624 from version 2)'),
    column('restricted_admin', 'boolean', 'Restricted Admin mode of remote desktop (4624 from version 2)'),
    column('outbound_account', 'text', 'account used towards the network by a type 9 logon'),
    column('process', 'text', 'program that asked (4624, 4625, 4648), as recorded'),
    column('session_name', 'text', 'remote desktop session (4778, 4779)'),
  ],
};

/** One row per record that changes an account or a group. */
export const ACCOUNT_CHANGES: Table = {
  name: 'account_changes',
  row: 'one record of a change to an account, a computer account or a group: 4720-4738 4741-4743 4756 4757 4765-4767 4781 4794',
  columns: [
    ...RECORD,
    ...ACTING,
    column('account', 'text', 'account or group that was changed, trimmed'),
    column('account_domain', 'text', 'its domain, as recorded'),
    column('account_sid', 'text', 'its SID'),
    column(
      'member',
      'text',
      'distinguished name of the member that was added or removed; name of whose SID came into the history (4765); NULL for - and for other changes',
    ),
    column('member_sid', 'text', 'SID of that member, or that SID'),
    column('former_name', 'text', 'name before a rename (4781)'),
    column('privileges', 'text', 'privileges used for the change, separated by one space'),
  ],
};

/** One row per record about the log or the clock itself. */
export const LOG_CHANGES: Table = {
  name: 'log_changes',
  row: 'one record about the log, the boot, the clock or the audit policy: 1100 1102 1104 4608 4616 4719',
  columns: [
    ...RECORD,
    ...ACTING,
    column('policy_subcategory', 'text', 'GUID of the audit subcategory that changed (4719), upper case in braces'),
    column(
      'policy_change',
      'text',
      'message references of the change (4719), as recorded: %%8448 success removed, %%8449 success added, %%8450 failure removed, %%8451 failure added',
    ),
    column('former_time', 'timestamp', 'clock before the change (4616)'),
    column('new_time', 'timestamp', 'clock after the change (4616)'),
    column('process', 'text', 'program that set the clock (4616)'),
  ],
};

/** One row per program start. */
export const PROCESS_STARTS: Table = {
  name: 'process_starts',
  row: 'one start of a program (4688)',
  columns: [
    ...RECORD,
    ...ACTING,
    column('account', 'text', 'account the program runs as, when it is another than the acting one'),
    column('account_domain', 'text', 'its domain, as recorded'),
    column('account_sid', 'text', 'its SID'),
    column('logon_id', 'bigint', 'its logon session on recorded_by'),
    column('process_id', 'bigint', 'id of the new process'),
    column('process', 'text', 'path of the program'),
    column('parent_process_id', 'bigint', 'id of the process that started it'),
    column('parent_process', 'text', 'path of that program'),
    column('command_line', 'text', 'command line, where the policy records it'),
    column('elevation', 'text', 'message reference of the token type, as recorded: %%1936 default, %%1937 full, %%1938 limited'),
  ],
};

/** Tables that hold rows made from records, in the order they are listed to users. */
export const EVENT_TABLES: readonly Table[] = [LOGON_EVENTS, ACCOUNT_CHANGES, LOG_CHANGES, PROCESS_STARTS];
