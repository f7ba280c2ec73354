import type { Difference, Finding } from '../checks/finding.ts';
import { ACKNOWLEDGEMENT_STATES, DIFFERENCES } from './words/acknowledgements.ts';
import { enumerated, filled, type Language, wordsFor } from './words/catalogue.ts';
import { REASONS } from './words/failure-reasons.ts';
import { LABELS } from './words/labels.ts';
import { LEVEL_BECAUSE } from './words/level-because.ts';
import { CERTAINTIES, USES } from './words/terminals.ts';

/** Who acknowledged a finding, until when and why, or why it asks again; none where nobody did. Not escaped. */
export function acknowledgementText({ acknowledgement, kind }: Pick<Finding, 'acknowledgement' | 'kind'>, language: Language): readonly string[] {
  if (acknowledgement === null) return [];
  const { state, by, on, until, reason } = acknowledgement;
  const differences = enumerated(
    acknowledgement.differences.map((one) => differenceText(one, language)),
    language,
  );
  const words = state === 'acknowledged' && kind.administrator ? 'administrator' : state;
  return [filled(ACKNOWLEDGEMENT_STATES[words][language], { by, on, until, reason, differences })];
}

function differenceText({ fact, was, is }: Difference, language: Language): string {
  const unknown = LABELS.unknown[language];
  return filled(DIFFERENCES[fact][language], { was: was ?? unknown, is: is === null ? unknown : valueWords(fact, is, language) });
}

function valueWords(fact: Difference['fact'], value: string, language: Language): string {
  const catalogue = { why: { ...LEVEL_BECAUSE, ...USES }, 'failure-reason': REASONS, certainty: CERTAINTIES }[fact as string];
  if (catalogue === undefined) return value;
  return enumerated(
    value.split(';').map((key) => wordsFor(catalogue, key, language)),
    language,
  );
}
