import type { Check } from '../checks/check.ts';
import { borderedTable, fittingWidths } from './bordered-table.ts';
import { escapeTerminal } from './escape-terminal.ts';
import type { TableOptions } from './table-options.ts';
import { enumerated, filled, wordsFor } from './words/catalogue.ts';
import { EVIDENCE } from './words/evidence.ts';
import { LABELS } from './words/labels.ts';

/** Every check for a terminal: what it asks, for which clause, what it needs, whose it is. */
export function checksTable(checks: readonly Check[], { language, width }: Pick<TableOptions, 'language' | 'width'>): string {
  const header = [LABELS.check[language], LABELS.clause[language], LABELS.needs[language], LABELS.origin[language]];
  const rows = checks.map((check) => [
    `${check.title[language]}\n${check.id}`,
    check.clause === '-' ? LABELS.beyond[language] : check.clause,
    [
      enumerated(
        check.needs.map((need) => wordsFor(EVIDENCE, need, language)),
        language,
      ),
      ...(check.parts.length > 0 ? [filled(LABELS.partsOf[language], { parts: check.parts.join(', ') })] : []),
    ].join('\n'),
    check.origin === 'ours' ? LABELS.ours[language] : check.origin,
  ]);
  const shown = rows.map((cells) => cells.map((cell) => cell.split('\n').map(escapeTerminal).join('\n')));
  return `${borderedTable(header, shown, fittingWidths([header, ...shown], width)).join('\n')}\n`;
}
