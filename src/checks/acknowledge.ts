import type { Acknowledgement, Certainty, Difference, Finding, FindingAcknowledgement, FindingKind } from './finding.ts';
import { SIGN } from './finding-kind.ts';

/** From the least sure. Certain and likely are one: which of them it is changes with the logs given. What is weaker anybody may have invented. */
const SURENESS: Readonly<Record<Certainty, number>> = { unknown: 0, contradicted: 1, weak: 2, likely: 3, certain: 3 };

/** So many times as many attempts, accounts or places as were accepted, and so many more, are another matter. */
const FAR_MORE_TIMES = 2;
const FAR_MORE = 10;

/**
 * What the organisation's acknowledgements say of a finding to review. Null: nothing, or nothing is asked of anybody.
 * It is acknowledged where one of them fits in everything and has not run out when the finding last happened; the time of the run does not matter, so that
 * the same week answers the same a year later. Otherwise the one that fits best says why it asks again.
 *
 * @param acknowledgements in order of the file; of two that fit as well, the later one counts
 * @param now stands for the time of a finding that has none
 */
export function acknowledgementOf(
  finding: Pick<Finding, 'level' | 'kind' | 'lastAt' | 'firstAt'>,
  acknowledgements: ReadonlyMap<string, readonly Acknowledgement[]>,
  now: Date,
): FindingAcknowledgement | null {
  if (finding.level !== 'review') return null;
  const at = finding.lastAt ?? finding.firstAt ?? now;
  let best: FindingAcknowledgement | null = null;
  for (const acknowledgement of acknowledgements.get(finding.kind.subject) ?? []) {
    const differences = differencesOf(finding.kind, acknowledgement.kind);
    const state = differences.length > 0 ? 'changed' : at < acknowledgement.untilAt ? 'acknowledged' : 'expired';
    const { key, by, on, until, reason } = acknowledgement;
    const said = { state, key, by, on, until, reason, differences } as const;
    if (best === null || rankOf(said) <= rankOf(best)) best = said;
  }
  return best;
}

/** What is not as it was accepted. Fewer attempts or reasons, or a terminal that is surer, are no change. */
function differencesOf(now: FindingKind, accepted: Acknowledgement['kind']): readonly Difference[] {
  const differences: Difference[] = [];
  const differs = (fact: Difference['fact'], isOther: boolean, was: string | null = null, is: string | null = null) => {
    if (isOther) differences.push({ fact, was, is });
  };
  const more = (all: readonly string[], known: readonly string[]) => all.filter((one) => !known.includes(one));
  differs('administrator', now.administrator && !accepted.administrator);
  differs('result', now.result !== accepted.result);
  differs('place', now.placeKey !== accepted.placeKey || now.folded !== accepted.folded, accepted.place, now.place);
  differs('check', now.check !== accepted.check);
  const signs = more(now.why, accepted.why).filter((key) => key.startsWith(SIGN));
  const rules = more(now.why, [...accepted.why, ...signs]);
  differs('why', rules.length > 0, null, rules.join(';'));
  differs('sign', signs.length > 0, null, String(signs.length));
  const reasons = more(now.failureReasons, accepted.failureReasons);
  differs('failure-reason', reasons.length > 0, null, reasons.join(';'));
  differs('success-followed', now.successFollowed && !accepted.successFollowed);
  differs('origin', now.originKey !== accepted.originKey || (now.credentialsChanged && !accepted.credentialsChanged));
  differs('certainty', sureness(now) < sureness(accepted), accepted.certainty, now.certainty);
  differs('count', isFarMore(now.count, accepted.count), String(accepted.count), String(now.count));
  differs('accounts', isFarMore(now.accounts, accepted.accounts), String(accepted.accounts), String(now.accounts));
  differs('places', isFarMore(now.places, accepted.places), String(accepted.places), String(now.places));
  return differences;
}

function isFarMore(now: number, accepted: number): boolean {
  return now > accepted * FAR_MORE_TIMES && now > accepted + FAR_MORE;
}

/** A check that says nothing of it leaves nothing in doubt. */
function sureness({ certainty }: Pick<FindingKind, 'certainty'>): number {
  return SURENESS[certainty ?? 'certain'];
}

function rankOf({ state, differences }: FindingAcknowledgement): number {
  return state === 'acknowledged' ? -2 : state === 'expired' ? -1 : differences.length;
}
