import type { Checklist, CheckResult, DisputedTerminal } from '../checks/checklist.ts';
import { counted, enumerated, filled, type Language, wordsFor } from './words/catalogue.ts';
import { LABELS } from './words/labels.ts';
import { SOURCES } from './words/terminals.ts';

/** Disputed terminals named at most; all are in `report.json`. */
const MOST_NAMED = 5;

/** What is to be said about a check beside its findings and gaps: why it does not apply, or that its admin terminals are disputed. */
export function remarks(result: CheckResult, checklist: Checklist, language: Language): readonly string[] {
  if (result.notApplicable !== null) {
    return [filled(LABELS.notApplicable[language], { file: checklist.configuration?.file ?? '-', reason: result.notApplicable })];
  }
  const { disputed } = checklist.terminals;
  if (disputed.length === 0 || !result.check.needs.includes('admin-terminals')) return [];
  const named = disputed.slice(0, MOST_NAMED).map((one) => disputedText(one, language));
  const more = disputed.length - named.length;
  const terminals = enumerated(more > 0 ? [...named, filled(LABELS.andMore[language], { count: counted(more) })] : named, language);
  return [filled(LABELS.disputed[language], { terminals })];
}

function disputedText({ terminal, saidBy, deniedBy }: DisputedTerminal, language: Language): string {
  const words = (kinds: readonly string[]) =>
    enumerated(
      kinds.map((kind) => wordsFor(SOURCES, kind, language)),
      language,
    );
  return filled(LABELS.disputedBy[language], { terminal, said: words(saidBy), denied: words(deniedBy) });
}
