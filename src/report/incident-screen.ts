import type { Incident } from '../incident/incident.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { spanText } from './gap-text.ts';
import type { SectionLine } from './incident-now.ts';
import { sectionsOf } from './incident-sections.ts';
import { suspectLines } from './incident-words.ts';
import { padded, widthOf, wrapped } from './text-width.ts';
import { plainTime, type ReportOptions } from './times.ts';
import { enumerated, filled } from './words/catalogue.ts';
import { INCIDENT } from './words/incident.ts';
import { LABELS } from './words/labels.ts';

export interface ScreenOptions extends ReportOptions {
  readonly width: number;
  readonly colour: boolean;
}

/** Lines of one kind on the screen; everything is in the files. */
const MOST_LINES = 5;
const MOST_MACHINES = 6;

/** The five answers for a terminal. */
export function incidentScreen(incident: Incident, options: ScreenOptions): string {
  const width = Math.max(60, options.width);
  const bold = (text: string) => (options.colour ? `\u001b[1m${text}\u001b[22m` : text);
  const head = headOf(incident, options).flatMap((line) => wrapped(escapeTerminal(line), width));
  const parts = sectionsOf(incident, options, MOST_LINES).map(({ title, lines }) => [
    bold(title),
    ...lines.flatMap((line) => screenLines(line, width, bold)),
  ]);
  return `${[head, ...parts].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Title, suspect, span and logs. */
export function headOf(incident: Incident, options: ReportOptions): readonly string[] {
  const { language, timezone } = options;
  const { checklist, since, discoveredAt } = incident;
  const machines = checklist.recorders.map(({ recordedBy }) => recordedBy);
  const rest = machines.length - MOST_MACHINES;
  const named = rest > 0 ? [...machines.slice(0, MOST_MACHINES), filled(LABELS.andMore[language], { count: rest })] : machines;
  const span = spanText(checklist.recordedFrom, checklist.recordedUntil, options, plainTime) ?? LABELS.noPeriod[language];
  return [
    filled(INCIDENT.title[language], { suspect: incident.suspect }),
    ...suspectLines(incident, options),
    since === null ? INCIDENT.sinceStart[language] : filled(INCIDENT.since[language], { since: plainTime(since, timezone) }),
    ...(discoveredAt === null ? [] : [filled(INCIDENT.discovered[language], { at: plainTime(discoveredAt, timezone) })]),
    machines.length === 0 ? INCIDENT.noLogs[language] : filled(INCIDENT.logs[language], { span, machines: enumerated(named, language) }),
    INCIDENT.advice[language],
  ];
}

function screenLines({ text, depth, sign, strong }: SectionLine, width: number, bold: (text: string) => string): readonly string[] {
  const front = `${'  '.repeat(depth + 1)}${sign === undefined ? '' : sign === '-' ? '- ' : `[${sign}] `}`;
  const indent = widthOf(front);
  const lines = wrapped(escapeTerminal(text), Math.max(20, width - indent));
  return lines.map((line, at) => padded(at === 0 ? front : '', indent) + (strong === true ? bold(line) : line));
}
