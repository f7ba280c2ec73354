import type { Checklist, CheckResult } from '../checks/checklist.ts';
import type { DisputedTerminal } from '../checks/sources.ts';
import { counted, enumerated, filled, type Language, wordsFor } from './words/catalogue.ts';
import { PARTS } from './words/evidence.ts';
import { LABELS } from './words/labels.ts';
import { SOURCES } from './words/terminals.ts';

/** Terminals named at most; all are in `report.json`. */
const MOST_NAMED = 5;

/** What is to be said about a check beside its findings and gaps: why it or a part of it does not apply, that its admin terminals are disputed, or how far its evidence goes. */
export function remarks(result: CheckResult, checklist: Checklist, language: Language): readonly string[] {
  const file = checklist.configuration?.file ?? '-';
  if (result.notApplicable !== null) {
    return [filled(LABELS.notApplicable[language], { file, reason: result.notApplicable })];
  }
  const { disputed, seenByProxyOnly } = checklist.terminals;
  const { needs } = result.check;
  return [
    ...(disputed.length > 0 && needs.includes('admin-terminals') ? [disputedRemark(disputed, language)] : []),
    ...(seenByProxyOnly.length > 0 && needs.includes('admin-terminal-activity') ? [proxyRemark(seenByProxyOnly, language)] : []),
    ...(checklist.proxyInputs.length > 0 && needs.includes('proxy-logs') ? [LABELS.throughProxy[language]] : []),
    ...result.parts.flatMap(({ part, notApplicable: reason }) =>
      reason === null ? [] : [filled(LABELS.partNotApplicable[language], { part: wordsFor(PARTS, part, language), file, reason })],
    ),
  ];
}

function disputedRemark(disputed: readonly DisputedTerminal[], language: Language): string {
  const terminals = namedWithRest(
    disputed.map((one) => disputedText(one, language)),
    language,
  );
  return filled(LABELS.disputed[language], { terminals });
}

/** A proxy's log speaks for a terminal only as far as everything goes through the proxy. */
function proxyRemark(terminals: readonly string[], language: Language): string {
  return filled(LABELS.seenByProxyOnly[language], { terminals: namedWithRest(terminals, language) });
}

function namedWithRest(names: readonly string[], language: Language): string {
  const more = names.length - MOST_NAMED;
  return enumerated(more > 0 ? [...names.slice(0, MOST_NAMED), filled(LABELS.andMore[language], { count: counted(more) })] : names, language);
}

function disputedText({ terminal, saidBy, deniedBy }: DisputedTerminal, language: Language): string {
  const words = (kinds: readonly string[]) =>
    enumerated(
      kinds.map((kind) => wordsFor(SOURCES, kind, language)),
      language,
    );
  return filled(LABELS.disputedBy[language], { terminal, said: words(saidBy), denied: words(deniedBy) });
}
