import type { Checklist } from '../checks/checklist.ts';
import type { Statement } from '../decision/decide.ts';
import type { IncidentAnswers } from './ask-incident.ts';
import type { ProgramLogons } from './incident.ts';

const HOUR = 3_600_000;

/** What the records of this run cannot show about the incident; the words are in `report/words/incident.ts`. */
export function statementsUnseen(
  answers: IncidentAnswers,
  checklist: Checklist,
  programs: ProgramLogons['state'],
  since: Date | null,
): readonly Statement[] {
  const { places, reached, accounts, steps, withoutPlace } = answers;
  const withoutLog = reached.filter(({ hasLog, place }) => !hasLog && place.startsWith('terminal '));
  const suspects = withoutLog.filter(({ hop }) => hop === 0).map(nameOf);
  const onPath = withoutLog.filter(({ hop }) => hop > 0).map(nameOf);
  const doubtful = places.filter(({ certainty, kind }) => kind === 'address' && certainty !== 'certain' && certainty !== 'likely').map(nameOf);
  const withLog = new Set(reached.filter(({ hasLog }) => hasLog).map(({ place }) => place));
  const unrecorded = [
    ...places.filter(({ records, place }) => records === 0 && !withLog.has(place)).map(nameOf),
    ...accounts.filter((one) => !one.recorded).map((one) => one.account),
  ];
  const cut = Math.max(0, ...steps.map(({ targets }) => targets));
  const isController = ({ role }: Checklist['recorders'][number]) => role === 'domain controller';
  return [
    ...said(unrecorded.length > 0, 'suspect-not-recorded', { names: listed(unrecorded) }),
    ...said(suspects.length > 0, 'suspect-log-missing', { names: listed(suspects) }),
    ...said(onPath.length > 0, 'path-logs-missing', { names: listed(onPath), count: onPath.length }),
    ...said(!checklist.recorders.some(isController), 'controller-logs-missing', {}),
    ...said(checklist.recorders.length > 0 && checklist.recorders.every(isController), 'only-controllers', {}),
    ...said(doubtful.length > 0, 'holder-doubtful', { names: listed(doubtful) }),
    ...said(withoutPlace > 0, 'places-unknown', { count: withoutPlace }),
    ...said(
      steps.some(({ inferred }) => inferred),
      'steps-inferred',
      {},
    ),
    ...said(cut > 40, 'path-cut', { count: cut }),
    ...said(reached.length >= 300, 'places-cut', { count: reached.length }),
    ...said(programs === 'no check', 'programs-no-check', {}),
    ...said(programs === 'not assessed', 'programs-not-assessed', {}),
    ...said(programs === 'partly assessed', 'programs-partly-assessed', {}),
    ...said(since === null, 'since-not-told', {}),
  ];
}

/** What of the time since then the logs do not hold: nothing found in it would mean nothing. */
export function statementsOfSpan(
  { recordedFrom, recordedUntil }: Pick<Checklist, 'recordedFrom' | 'recordedUntil'>,
  since: Date | null,
): readonly Statement[] {
  if (since === null || recordedFrom === null || recordedUntil === null) return [];
  return [
    ...said(recordedUntil < since, 'logs-end-before', { until: recordedUntil.toISOString(), since: since.toISOString() }),
    // The day itself may be meant.
    ...said(recordedFrom.getTime() - since.getTime() > HOUR, 'logs-begin-later', { from: recordedFrom.toISOString(), since: since.toISOString() }),
  ];
}

function said(holds: boolean, code: string, details: Statement['details']): readonly Statement[] {
  return holds ? [{ code, details }] : [];
}

function nameOf({ place }: { readonly place: string }): string {
  return place.replace(/^\w+ /, '');
}

/** Names as one text; a count stands for what no reader goes through. */
function listed(names: readonly string[]): string {
  const different = [...new Set(names)];
  return different.length <= 5 ? different.join(', ') : `${different.slice(0, 5).join(', ')}, +${different.length - 5}`;
}
