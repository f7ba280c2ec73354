/**
 * Why a logon failed, as one key for both families of codes. The words for each key, in Japanese and English, are in `report/words`.
 * Sources: [MS-ERREF] 2.3.1 (NTSTATUS), RFC 4120 7.5.9 (Kerberos), and the documentation of events 4625, 4768, 4771, 4776.
 */
export const FAILURE_REASONS = [
  'no-such-account',
  'wrong-password',
  'wrong-account-or-password',
  'account-restriction',
  'outside-permitted-hours',
  'terminal-not-permitted',
  'password-expired',
  'account-disabled',
  'account-expired',
  'must-change-password',
  'locked-out',
  'disabled-expired-or-locked',
  'logon-type-not-granted',
  'authentication-firewall',
  'no-logon-server',
  'clocks-differ',
  'no-such-service',
  'no-master-key',
  'policy-forbids',
  'ticket-integrity',
  'unlisted-code',
] as const;

export type FailureReason = (typeof FAILURE_REASONS)[number];
