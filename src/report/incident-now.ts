import type { DecidedLine } from '../decision/decide.ts';
import type { Incident } from '../incident/incident.ts';
import { plainTime, type ReportOptions } from './times.ts';
import { enumerated, filled, wordsFor } from './words/catalogue.ts';
import { INCIDENT } from './words/incident.ts';
import { BRANCHES, FLOW_CAUTION, FLOW_TITLE, FLOW_WORDS, LINE_STATES, STATEMENTS } from './words/incident-flow.ts';

/** One line of an answer; `sign`: what stands in front of it, in brackets. */
export interface SectionLine {
  readonly text: string;
  readonly depth: number;
  readonly sign?: string;
  /** A line that a reader must not miss. */
  readonly strong?: boolean;
}

const MINUTE = 60_000;

/** What to do now: the lines of the text that apply, word for word, why, what would change it, and what the text does not say. */
export function nowLines(incident: Incident, options: ReportOptions): readonly SectionLine[] {
  const { decision, plan } = incident;
  const { language } = options;
  const said = (statements: typeof decision.established) =>
    statements.map(({ code, details }) => filled(wordsFor(STATEMENTS, code, language), details));
  const plain = (text: string): SectionLine => ({ text, depth: 0 });
  return [
    { text: filled(INCIDENT.position[language], { branch: BRANCHES[decision.branch][language] }), depth: 0, strong: true },
    ...decision.lines.filter(applies).flatMap((line) => flowLines(line, incident, options)),
    ...decision.isolation.filter(applies).flatMap((line) => flowLines(line, incident, options)),
    plain(filled(INCIDENT.because[language], { because: said([decision.because]).join(' ') })),
    ...said(decision.wouldChange).map((change) => plain(filled(INCIDENT.wouldChange[language], { change }))),
    ...said(decision.beyondTheText).map((text) => ({ text: filled(INCIDENT.beyond[language], { text }), depth: 0, strong: true })),
    plain(filled(INCIDENT.caution[language], { text: FLOW_CAUTION[language] })),
    ...(plan === '' ? [] : [plain(filled(INCIDENT.plan[language], { plan }))]),
    plain(FLOW_TITLE[language]),
  ];
}

/** What is to be done, with the headings it stands under. */
function applies({ state }: DecidedLine): boolean {
  return state === 'do' || state === 'here';
}

function flowLines({ line, depth, state, terminals }: DecidedLine, incident: Incident, options: ReportOptions): readonly SectionLine[] {
  const { language } = options;
  const text: SectionLine = {
    text: FLOW_WORDS[line][language],
    depth,
    sign: LINE_STATES[state][language],
    strong: state === 'do',
  };
  if (line === 'check-proxy') return [text, { text: deadlineText(incident, options), depth: depth + 1 }];
  return terminals.length === 0
    ? [text]
    : [text, { text: filled(INCIDENT.which[language], { terminals: enumerated(terminals, language) }), depth: depth + 1 }];
}

/** The six hours for the proxy log. */
export function deadlineText({ decision, now }: Incident, { language, timezone }: ReportOptions): string {
  const { proxyDeadline } = decision;
  if (proxyDeadline === null) return INCIDENT.deadlineUnknown[language];
  const left = proxyDeadline.getTime() - now.getTime();
  const minutes = Math.floor(Math.abs(left) / MINUTE);
  const text = filled(INCIDENT.hours[language], { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return filled(INCIDENT[left > 0 ? 'deadline' : 'deadlineOver'][language], { at: plainTime(proxyDeadline, timezone), left: text });
}
