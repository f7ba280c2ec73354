import type { EvidenceOptions, IncidentOptions } from '../settings/options.ts';
import { momentOf } from '../settings/period.ts';
import { UserError } from '../settings/user-error.ts';
import type { IncidentGiven } from './incident-options.ts';

/** UserError: no suspect, a moment that is none, or options that contradict each other. */
export function incidentOf(evidence: EvidenceOptions, given: IncidentGiven): IncidentOptions {
  const { suspect, since, discovered, suspiciousTerminals } = given;
  if (suspect === undefined) throw new UserError('option-missing', { option: '--suspect' });
  if (given.proxyUnavailable === true && suspiciousTerminals !== undefined) {
    throw new UserError('options-contradict', { option: '--proxy-unavailable', other: '--suspicious-terminals' });
  }
  const { timezone } = evidence;
  return {
    ...evidence,
    suspect,
    since: since === undefined ? null : momentOf(since, 'since', timezone),
    discovered: discovered === undefined ? null : momentOf(discovered, 'discovered', timezone),
    out: given.out ?? null,
    preserve: given.preserve ?? null,
    proxyUnavailable: given.proxyUnavailable === true,
    suspiciousTerminals: suspiciousTerminals === undefined ? null : namesIn(suspiciousTerminals),
    personConfirmed: given.personConfirmed === true,
    contained: given.contained === true,
    showUnknownNames: given.showUnknownNames ?? evidence.config.settings.show_unknown_names,
  };
}

/** Names separated by commas, each once; `none`: there are none. UserError: not a single name. */
function namesIn(list: string): readonly string[] {
  if (list.trim().toLowerCase() === 'none') return [];
  const names = [...new Set(list.split(',').map((name) => name.trim().toUpperCase()))].filter((name) => name !== '');
  if (names.length === 0) throw new UserError('option-not-a-name', { option: '--suspicious-terminals' });
  return names;
}
