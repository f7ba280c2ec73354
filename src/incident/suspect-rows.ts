import type { Row } from '../engine/engine.ts';
import { UserError } from '../settings/user-error.ts';
import { normalAddress } from '../sidelogs/address.ts';
import { computerName } from '../sidelogs/terminal-sources.ts';

/**
 * Rows of `suspects` for what the responder wrote: an address; an account (`DOMAIN\name`, `name@domain`); or a name, which may be a terminal's, short or
 * full, or an account's. UserError: an empty text.
 */
export function suspectRows(given: string, network: string, since: Date | null): readonly Row[] {
  const text = given.trim();
  const row = (kind: string, value: string, domain: string | null = null): Row => ({ network, kind, value, domain, since_at: since });
  const address = normalAddress(text);
  if (address !== null) return [row('address', address)];
  const [, domain, named] = /^([^\\]*)\\(.+)$/s.exec(text) ?? [];
  if (named !== undefined) return [row('account', named.trim().toLowerCase(), domain?.trim().toLowerCase() || null)];
  const [, name, suffix] = /^(.+)@([^@]+)$/s.exec(text) ?? [];
  if (name !== undefined && suffix !== undefined) return [row('account', name.toLowerCase(), suffix.toLowerCase())];
  if (text === '') throw new UserError('option-not-a-name', { option: '--suspect' });
  // A computer account's name with its $ is the computer.
  const terminal = computerName(text.replace(/\$$/, '')).toUpperCase();
  return [row('terminal', terminal), row('account', text.toLowerCase())];
}
