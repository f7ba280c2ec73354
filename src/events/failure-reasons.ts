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

/** NTSTATUS codes of failed logons, as 32-bit integers without sign. */
const NTSTATUS_REASONS = new Map<number, FailureReason>([
  [0xc0000064, 'no-such-account'],
  [0xc000006a, 'wrong-password'],
  [0xc000006d, 'wrong-account-or-password'],
  [0xc000006e, 'account-restriction'],
  [0xc000006f, 'outside-permitted-hours'],
  [0xc0000070, 'terminal-not-permitted'],
  [0xc0000071, 'password-expired'],
  [0xc0000072, 'account-disabled'],
  [0xc0000193, 'account-expired'],
  [0xc0000224, 'must-change-password'],
  [0xc0000234, 'locked-out'],
  [0xc000015b, 'logon-type-not-granted'],
  [0xc0000413, 'authentication-firewall'],
  [0xc000005e, 'no-logon-server'],
  [0xc0000192, 'no-logon-server'],
  [0xc00000dc, 'no-logon-server'],
  [0xc0000133, 'clocks-differ'],
]);

/** Kerberos error codes (RFC 4120 7.5.9). */
const KERBEROS_REASONS = new Map<number, FailureReason>([
  [0x6, 'no-such-account'],
  [0x7, 'no-such-service'],
  [0x9, 'no-master-key'],
  [0xc, 'policy-forbids'],
  [0x12, 'disabled-expired-or-locked'],
  [0x17, 'password-expired'],
  [0x18, 'wrong-password'],
  [0x1f, 'ticket-integrity'],
  [0x25, 'clocks-differ'],
  [0x29, 'ticket-integrity'],
]);

/** Which list a status code belongs to: NTSTATUS (4625, 4776) or Kerberos (4768, 4769, 4771). */
export type StatusFamily = 'ntstatus' | 'kerberos';

/** The reason behind a status code (as a 32-bit integer, sign or not); `unlisted-code` when the lists do not have it. */
export function failureReason(family: StatusFamily, code: number): FailureReason {
  const reasons = family === 'ntstatus' ? NTSTATUS_REASONS : KERBEROS_REASONS;
  return reasons.get(code >>> 0) ?? 'unlisted-code';
}

/** A status code in the one form reports use: `0xC000006A`, or `0x18` for Kerberos. */
export function statusCode(family: StatusFamily, code: number): string {
  const digits = (code >>> 0).toString(16).toUpperCase();
  return `0x${family === 'ntstatus' ? digits.padStart(8, '0') : digits}`;
}
