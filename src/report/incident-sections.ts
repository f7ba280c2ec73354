import type { Statement } from '../decision/decide.ts';
import type { Incident, RelatedFinding } from '../incident/incident.ts';
import { becauseText } from './because-text.ts';
import { briefGapSentences } from './gap-text.ts';
import { nowLines, type SectionLine } from './incident-now.ts';
import { administratorLine, couldAct, nextDetails, nextReason, numberedStep, placeName } from './incident-words.ts';
import { sentenceOf } from './sentence.ts';
import { plainTime, type ReportOptions } from './times.ts';
import { counted, filled, wordsFor } from './words/catalogue.ts';
import { INCIDENT, INCIDENT_SECTIONS, UNSEEN } from './words/incident.ts';
import { LEVELS } from './words/outcomes.ts';

/** Logons onto the suspect that are shown: what went on from it matters more. */
const MOST_CAME = 3;

/** Where the rest stands: the page itself cannot send its reader to the page. */
type Rest = 'both' | 'csv';

/** Lines of administrators in the page: what they reached stands in its tables below. */
const MOST_ADMINISTRATORS = 12;

export interface Section {
  readonly key: keyof typeof INCIDENT_SECTIONS;
  readonly title: string;
  readonly lines: readonly SectionLine[];
}

/** The five answers in their order. `most`: lines of one kind at most; the rest is counted, and stands where `rest` says: in both files, or in `incident.csv` alone. */
export function sectionsOf(incident: Incident, options: ReportOptions, most: number, rest: Rest = 'both'): readonly Section[] {
  const section = (key: Section['key'], lines: readonly SectionLine[]): Section => ({ key, title: INCIDENT_SECTIONS[key][options.language], lines });
  return [
    section('now', nowLines(incident, options)),
    section('programs', programLines(incident, options, most, rest)),
    section('administrators', administratorLines(incident, options, Math.min(most, MOST_ADMINISTRATORS), rest)),
    section('spread', spreadLines(incident, options, most)),
    section('unseen', unseenLines(incident, options)),
  ];
}

function programLines({ programs, findings }: Incident, options: ReportOptions, most: number, rest: Rest): readonly SectionLine[] {
  const { language } = options;
  const review = findings.filter(({ finding }) => finding.level === 'review');
  const count = programs.findings.filter(({ finding }) => finding.level === 'review').length;
  const others =
    review.length === 0 ? INCIDENT.noOtherFindings[language] : filled(INCIDENT.otherFindings[language], { count: counted(review.length) });
  return [
    { text: filled(INCIDENT[`programs ${programs.state}`][language], { count: counted(count) }), depth: 0, strong: programs.state === 'found' },
    ...bounded(
      programs.findings.map((one) => findingLine(one, options)),
      options,
      most,
      rest,
    ),
    { text: others, depth: 0 },
    ...bounded(
      review.map((one) => findingLine(one, options)),
      options,
      most,
      rest,
    ),
  ];
}

/** What the check says, and why. */
export function findingLine({ finding, result }: RelatedFinding, options: ReportOptions): SectionLine {
  const { language } = options;
  return {
    text: [sentenceOf(result.check.sentence, finding, options, plainTime), ...becauseText(finding, language)].join(' '),
    depth: 1,
    sign: LEVELS[finding.level][language],
  };
}

function administratorLines({ administrators }: Incident, options: ReportOptions, most: number, rest: Rest): readonly SectionLine[] {
  const { state, seen } = administrators;
  return [
    { text: INCIDENT[`administrator ${state}`][options.language], depth: 0, strong: state === 'involved' },
    ...(state === 'involved' && seen.every(({ how }) => how === 'tried')
      ? [{ text: INCIDENT['administrator by findings'][options.language], depth: 1 }]
      : []),
    ...bounded(
      seen.map((one) => ({ text: administratorLine(one, options), depth: 1 })),
      options,
      most,
      rest,
    ),
  ];
}

function spreadLines(incident: Incident, options: ReportOptions, most: number): readonly SectionLine[] {
  const { language } = options;
  const { steps, next } = incident;
  const came = steps.filter(({ hop }) => hop === 0);
  const onward = steps.filter(({ hop }) => hop > 0);
  const strong = onward.filter(couldAct);
  const weak = new Set(onward.filter((step) => step.strength === 'weak').map(({ target }) => target));
  for (const { target } of strong) weak.delete(target);
  const head =
    onward.length === 0
      ? noStepsText(incident, language)
      : filled(INCIDENT.stepsFound[language], { strong: counted(new Set(strong.map(({ target }) => target)).size), weak: counted(weak.size) });
  const shown = strong.length > 0 ? strong : onward;
  const arrivals: readonly SectionLine[] =
    came.length === 0
      ? []
      : [
          { text: filled(INCIDENT.cameFrom[language], { count: counted(came.length) }), depth: 0 },
          ...bounded(
            came.map((step, at) => ({ text: numberedStep(step, at + 1, options), depth: 1 })),
            options,
            Math.min(most, MOST_CAME),
          ),
        ];
  const uses = usesOnSuspect(incident);
  return [
    ...arrivals,
    ...(uses === 0 ? [] : [{ text: filled(INCIDENT.credentialsUsed[language], { count: counted(uses) }), depth: 0 }]),
    { text: head, depth: 0, strong: strong.length > 0 },
    ...bounded(
      shown.map((step, at) => ({ text: numberedStep(step, at + 1, options), depth: 1 })),
      options,
      most,
    ),
    ...(head === INCIDENT.stepsNotAssessed[language]
      ? []
      : [{ text: next.length === 0 ? INCIDENT.noNext[language] : INCIDENT.next[language], depth: 0, strong: next.length > 0 }]),
    ...bounded(
      next.map((one) => ({
        text: filled(INCIDENT.nextLine[language], {
          rank: one.rank,
          place: placeName(one.place),
          details: nextDetails(one, language),
          reason: nextReason(one, options),
        }),
        depth: 1,
      })),
      options,
      most,
    ),
  ];
}

/** Where logs are missing, nothing found is not nothing there. */
function noStepsText({ checklist, unseen, administrators }: Incident, language: ReportOptions['language']): string {
  if (checklist.recordedFrom === null || unseen.some(({ code }) => code === 'logs-end-before')) return INCIDENT.stepsNotAssessed[language];
  const whole =
    administrators.state !== 'not examined' &&
    checklist.coverage.every(({ evidence, state }) => evidence !== 'logon-successes' || state === 'covered');
  return INCIDENT[whole ? 'noSteps' : 'noStepsInPart'][language];
}

/** Uses of other credentials at the suspect itself, as far as its spans are here. */
function usesOnSuspect({ presence, reached }: Incident): number {
  const suspects = new Set(reached.filter(({ hop }) => hop === 0).map(({ place }) => place));
  return presence.filter(({ kind, place }) => kind === 'credentials' && suspects.has(place)).reduce((sum, { records }) => sum + records, 0);
}

function unseenLines(incident: Incident, options: ReportOptions): readonly SectionLine[] {
  const lines = unseenTexts(incident, options).map((text) => ({ text, depth: 0, sign: '-' }));
  return lines.length === 0 ? [{ text: INCIDENT.nothingUnseen[options.language], depth: 0 }] : lines;
}

/** What could not be seen: of this incident, then what the checks lack. */
export function unseenTexts({ unseen, checklist }: Incident, options: ReportOptions): readonly string[] {
  const { language } = options;
  const own = unseen.map(({ code, details }) => filled(wordsFor(UNSEEN, code, language), withTimes(details, options)));
  const gaps = new Map(checklist.results.flatMap((result) => result.gaps).map((gap) => [JSON.stringify(gap), gap]));
  const told = briefGapSentences([...gaps.values()], options).map(({ sentence }) => sentence);
  return [...own, ...told];
}

/** Moments stand in the data as UTC, and are read in the reader's time zone. */
function withTimes(details: Statement['details'], { timezone }: ReportOptions): Statement['details'] {
  const texts = Object.entries(details).map(([name, value]) => [name, MOMENTS.has(name) ? plainTime(new Date(value), timezone) : value] as const);
  return Object.fromEntries(texts);
}

const MOMENTS: ReadonlySet<string> = new Set(['from', 'until', 'since']);

function bounded(lines: readonly SectionLine[], { language }: ReportOptions, most: number, rest: Rest = 'both'): readonly SectionLine[] {
  if (lines.length <= most) return lines;
  return [
    ...lines.slice(0, most),
    { text: filled(INCIDENT[rest === 'csv' ? 'moreInCsv' : 'more'][language], { count: counted(lines.length - most) }), depth: 1 },
  ];
}
