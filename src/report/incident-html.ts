import type { Incident, NextTerminal, Step } from '../incident/incident.ts';
import { type Html, type HtmlPart, html, page } from './html.ts';
import type { SectionLine } from './incident-now.ts';
import { headOf } from './incident-screen.ts';
import { type Section, sectionsOf } from './incident-sections.ts';
import { INCIDENT_STYLE } from './incident-style.ts';
import { nextDetails, nextReason, placeName, stepMarks, timeSpan, whoText } from './incident-words.ts';
import { spreadPicture } from './spread-picture.ts';
import { timelineLegend, timelines } from './timeline-picture.ts';
import { plainTime, type ReportOptions } from './times.ts';
import { counted, filled, wordsFor } from './words/catalogue.ts';
import { INCIDENT, STEP_KINDS } from './words/incident.ts';
import { FLOW_TITLE, FLOW_WORDS, LINE_STATES } from './words/incident-flow.ts';
import { LABELS } from './words/labels.ts';
import { CERTAINTIES } from './words/terminals.ts';

/** Lines of one kind in a section. */
const MOST_LINES = 60;

/** `incident.html`: the five answers with the drawings, as one page that needs no network, for the screen and for A4 paper. */
export function incidentHtml(incident: Incident, options: ReportOptions): string {
  const { language, timezone } = options;
  const [title = '', ...head] = headOf(incident, options);
  const sections = sectionsOf(incident, options, MOST_LINES, 'csv');
  return page({
    language,
    title,
    style: INCIDENT_STYLE,
    body: html`<h1>${title}</h1>
<ul class="lines">${head.map((line) => html`<li>${line}</li>`)}</ul>
${sections.map((section) => sectionPart(section, incident, options))}
${timelinePart(incident, options)}
${flowPart(incident, options)}
${filesPart(incident, options)}
<footer><p class="quiet">${filled(INCIDENT.madeBy[language], { madeBy: incident.madeBy, at: plainTime(incident.now, timezone) })}</p></footer>`,
  });
}

function sectionPart({ key, title, lines }: Section, incident: Incident, options: ReportOptions): Html {
  if (key === 'now') return html`<section class="now"><h2>${title}</h2>${linesPart(lines)}</section>`;
  // The steps and the next machines stand in tables instead.
  if (key === 'spread') return html`<h2>${title}</h2>${linesPart(lines.filter(({ depth }) => depth === 0))}${spreadPart(incident, options)}`;
  return html`<h2>${title}</h2>${linesPart(lines)}`;
}

function linesPart(lines: readonly SectionLine[]): Html {
  return html`<ul class="lines">${lines.map(
    ({ text, depth, sign, strong }) =>
      html`<li class="depth-${depth}${strong === true ? ' strong' : ''}">${sign === undefined || sign === '-' ? null : html`<span class="sign">${sign}</span>`}${text}</li>`,
  )}</ul>`;
}

function spreadPart(incident: Incident, options: ReportOptions): HtmlPart {
  const { language } = options;
  const { next, steps } = incident;
  return [
    next.length === 0 ? null : nextTable(next.slice(0, MOST_LINES), options),
    next.length <= MOST_LINES ? null : html`<p>${filled(INCIDENT.nextCut[language], { count: counted(next.length - MOST_LINES) })}</p>`,
    html`<h3>${INCIDENT.spreadPicture[language]}</h3><p class="quiet">${INCIDENT.spreadNote[language]}</p>`,
    spreadPicture(incident, options),
    steps.length === 0 ? null : stepTable(steps, options),
  ];
}

function nextTable(next: readonly NextTerminal[], options: ReportOptions): Html {
  const { language } = options;
  return tableOf(
    ['rank', 'place', 'why', 'certainty'],
    next.map(
      (one) => html`<tr><td class="number">${one.rank}</td><td class="terminal"><b>${placeName(one.place)}</b>${nextDetails(one, language)}</td>
<td>${nextReason(one, options)}</td><td>${one.certainty === null ? INCIDENT.inferred[language] : CERTAINTIES[one.certainty][language]}</td></tr>`,
    ),
    language,
  );
}

function stepTable(steps: readonly Step[], options: ReportOptions): Html {
  const { language } = options;
  return tableOf(
    ['hop', 'source', 'account', 'target', 'kind', 'when', 'count', 'remarks'],
    steps.map(
      (
        step,
      ) => html`<tr><td class="number">${step.hop}</td><td class="place">${placeName(step.source)}</td><td class="account">${whoText(step, language)}</td><td class="place">${placeName(step.target)}</td>
<td>${wordsFor(STEP_KINDS, step.kind, language)}</td><td>${timeSpan(step.firstAt, step.lastAt, options)}</td><td class="number">${counted(step.logons)}</td><td>${stepMarks(step, language).join(' ')}</td></tr>`,
    ),
    language,
  );
}

function timelinePart(incident: Incident, options: ReportOptions): HtmlPart {
  const { language } = options;
  if (incident.presence.length === 0) return null;
  return [
    html`<h2>${INCIDENT.timeline[language]}</h2><p class="quiet">${INCIDENT.timelineNote[language]}</p>`,
    timelineLegend(options),
    timelines(incident, options),
  ];
}

/** Every line of the text, word for word, and where it stands. */
function flowPart({ decision }: Incident, { language }: ReportOptions): Html {
  const rows = [...decision.lines, ...decision.isolation].map(
    ({ line, depth, state }) =>
      html`<tr class="${state.replace(' ', '-')}"><td class="depth-${depth}">${FLOW_WORDS[line][language]}</td><td class="outcome">${LINE_STATES[state][language]}</td></tr>`,
  );
  return html`<h2>${INCIDENT.flow[language]}</h2><p class="quiet">${FLOW_TITLE[language]}</p>${tableOf(['text', 'state'], rows, language)}`;
}

function filesPart({ checklist }: Incident, { language }: ReportOptions): Html {
  const rows = checklist.inputs.map(
    (input) => html`<tr><td>${input.path}</td><td class="number">${counted(input.records)}</td><td class="hash">${input.sha256}</td></tr>`,
  );
  return html`<h2>${LABELS.files[language]}</h2>${tableOf(['file', 'count', 'sha256'], rows, language)}`;
}

type Heading =
  | 'rank'
  | 'place'
  | 'why'
  | 'certainty'
  | 'hop'
  | 'source'
  | 'account'
  | 'target'
  | 'kind'
  | 'when'
  | 'count'
  | 'remarks'
  | 'text'
  | 'state'
  | 'file'
  | 'sha256';

function tableOf(header: readonly Heading[], rows: readonly Html[], language: ReportOptions['language']): Html {
  return html`<div class="scroll"><table><thead><tr>${header.map((label) => html`<th>${INCIDENT[`heading ${label}`][language]}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}
