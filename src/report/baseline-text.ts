import type { Finding } from '../checks/finding.ts';
import { BASELINE, BASELINE_STATES } from './words/baseline.ts';
import { counted, filled, type Language } from './words/catalogue.ts';

const WEEK_MS = 604_800_000;
const DAY_MS = 86_400_000;

/** Whether the account is new at that terminal, in one word; null: it cannot be said. */
export function baselineWord({ baseline }: Finding, language: Language): string | null {
  return baseline && BASELINE_STATES[baseline.state][language];
}

/** The same as a sentence with its numbers; none where it cannot be said. */
export function baselineText({ baseline }: Finding, language: Language): readonly string[] {
  if (baseline === null) return [];
  const { state, newAnywhere, knownDays, from, until, days } = baseline;
  const weeks = Math.max(1, Math.round((until.getTime() + DAY_MS - from.getTime()) / WEEK_MS));
  const words = BASELINE[newAnywhere ? 'newAnywhere' : state][language];
  return [filled(words, { weeks: counted(weeks), from: dayText(from), days: counted(days), known: counted(knownDays) })];
}

/** Only where the account is new there. */
export function newnessText(finding: Finding, language: Language): readonly string[] {
  return finding.baseline?.state === 'new' ? baselineText(finding, language) : [];
}

/** Days of the store are those of UTC. */
export function dayText(day: Date): string {
  return day.toISOString().slice(0, 10);
}
