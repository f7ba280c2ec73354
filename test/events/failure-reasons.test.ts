import { expect, test } from 'vitest';
import { FAILURE_REASONS, type FailureReason, failureReason, type StatusFamily, statusCode } from '../../src/events/failure-reasons.ts';

const CASES: readonly (readonly [StatusFamily, number, string, FailureReason])[] = [
  ['ntstatus', 0xc0000064, '0xC0000064', 'no-such-account'],
  ['ntstatus', 0xc000006a, '0xC000006A', 'wrong-password'],
  ['ntstatus', 0xc000006d, '0xC000006D', 'wrong-account-or-password'],
  ['ntstatus', 0xc000006e, '0xC000006E', 'account-restriction'],
  ['ntstatus', 0xc000006f, '0xC000006F', 'outside-permitted-hours'],
  ['ntstatus', 0xc0000070, '0xC0000070', 'terminal-not-permitted'],
  ['ntstatus', 0xc0000071, '0xC0000071', 'password-expired'],
  ['ntstatus', 0xc0000072, '0xC0000072', 'account-disabled'],
  ['ntstatus', 0xc0000193, '0xC0000193', 'account-expired'],
  ['ntstatus', 0xc0000224, '0xC0000224', 'must-change-password'],
  ['ntstatus', 0xc0000234, '0xC0000234', 'locked-out'],
  ['ntstatus', 0xc000015b, '0xC000015B', 'logon-type-not-granted'],
  ['ntstatus', 0xc0000413, '0xC0000413', 'authentication-firewall'],
  ['ntstatus', 0xc000005e, '0xC000005E', 'no-logon-server'],
  ['ntstatus', 0xc0000192, '0xC0000192', 'no-logon-server'],
  ['ntstatus', 0xc00000dc, '0xC00000DC', 'no-logon-server'],
  ['ntstatus', 0xc0000133, '0xC0000133', 'clocks-differ'],
  ['ntstatus', 0x18, '0x00000018', 'unlisted-code'],
  ['kerberos', 0x6, '0x6', 'no-such-account'],
  ['kerberos', 0x7, '0x7', 'no-such-service'],
  ['kerberos', 0x9, '0x9', 'no-master-key'],
  ['kerberos', 0xc, '0xC', 'policy-forbids'],
  ['kerberos', 0x12, '0x12', 'disabled-expired-or-locked'],
  ['kerberos', 0x17, '0x17', 'password-expired'],
  ['kerberos', 0x18, '0x18', 'wrong-password'],
  ['kerberos', 0x1f, '0x1F', 'ticket-integrity'],
  ['kerberos', 0x25, '0x25', 'clocks-differ'],
  ['kerberos', 0x29, '0x29', 'ticket-integrity'],
  ['kerberos', 0x1b, '0x1B', 'unlisted-code'],
  ['kerberos', 0xc0000064, '0xC0000064', 'unlisted-code'],
];

test.each(CASES)('%s %i is %s: %s', (family, code, text, reason) => {
  for (const spelt of [code, code | 0]) {
    expect(failureReason(family, spelt)).toBe(reason);
    expect(statusCode(family, spelt)).toBe(text);
  }
});

test('no reason is without a code', () => {
  expect([...new Set(CASES.map(([, , , reason]) => reason))].sort()).toEqual([...FAILURE_REASONS].sort());
});
