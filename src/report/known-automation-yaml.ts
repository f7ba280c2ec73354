import { stringify } from 'yaml';
import { type Candidate, isProposed, type Learned } from '../learning/candidates.ts';
import { candidateSummary } from './candidate-text.ts';
import { escapeTerminal } from './escape-terminal.ts';
import type { ReportOptions } from './times.ts';
import { counted, filled } from './words/catalogue.ts';
import { LEARNING } from './words/learning.ts';

/** Lines of `known_automation` with an entry for each proposed candidate, and what was seen of it as a comment. */
export function knownAutomationYaml({ candidates, toReview }: Learned, options: ReportOptions): readonly string[] {
  const caution = filled(LEARNING.caution[options.language], { count: counted(toReview) });
  const entries = candidates.filter(isProposed).flatMap((candidate: Candidate) => {
    const { account, terminal, displayName } = candidate;
    const purpose = escapeTerminal(displayName?.trim() || LEARNING.purpose[options.language]);
    return [`# ${escapeTerminal(candidateSummary(candidate, options))}`, ...yamlLines([{ account, terminal, purpose }])];
  });
  return ['known_automation:', ...(toReview === 0 ? [] : [`  # ${caution}`]), ...entries.map((line) => `  ${line}`)];
}

/** Plain values as YAML; whatever a name holds, it stays a text of its own. */
export function yamlLines(value: unknown): readonly string[] {
  return stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd().split('\n');
}
