/** A text in both languages. */
export interface Words {
  readonly en: string;
  readonly ja: string;
}

/** One question of `rules/checks`, its header read. */
export interface Check {
  readonly id: string;
  readonly title: Words;
  /** Clause of the guideline, or `-`. */
  readonly clause: string;
  /** Evidence it needs: names the coverage model answers. */
  readonly needs: readonly string[];
  /** Parts of the question that can be asked or not by themselves: names the coverage model answers. */
  readonly parts: readonly string[];
  readonly sentence: Words;
  readonly innocentWhen: Words;
  readonly sql: string;
  /** `ours`, or the folder of an organisation's own check. */
  readonly origin: string;
}

/** `partly assessed`: nothing to review in what could be asked, and a part of the question could not. */
export type Outcome = 'clean' | 'found' | 'partly assessed' | 'not assessed' | 'not applicable';

/** What became of one part of a question. */
export interface CheckPart {
  readonly part: string;
  readonly state: 'asked' | 'not assessed' | 'not applicable';
  /** Why the organisation says that the part does not apply; null: it did not say so. */
  readonly notApplicable: string | null;
}

/** Whether the outcome leaves open what it was asked: then nobody may call it clean. */
export function isOpen(outcome: Outcome): boolean {
  return outcome === 'not assessed' || outcome === 'partly assessed';
}
