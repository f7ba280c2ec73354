import type { Incident, PresenceSpan } from '../incident/incident.ts';
import { type Html, html } from './html.ts';
import { placeName, timeSpan, whoText } from './incident-words.ts';
import { plainTime, type ReportOptions } from './times.ts';
import { counted, filled, wordsFor } from './words/catalogue.ts';
import { INCIDENT, PRESENCE_KINDS } from './words/incident.ts';
import { LABELS } from './words/labels.ts';

const LEFT = 190;
const RIGHT = 900;
const ROW = 24;
const TOP = 26;
const TICKS = 5;
/** Shorter, and the marks on the axis would all be one minute. */
const LEAST_SPAN_MS = 3_600_000;
/** Terminals with a timeline, and accounts of one. */
const MOST_TERMINALS = 30;
const MOST_ACCOUNTS = 25;

/** One drawing for each terminal of the incident: who logged on when, an account in each row. */
export function timelines(incident: Incident, options: ReportOptions): readonly Html[] {
  const { language } = options;
  const places = incident.reached.filter(({ place }) => incident.presence.some((span) => span.place === place));
  const pictures = places.slice(0, MOST_TERMINALS).map(({ place, hasLog }) => {
    const spans = incident.presence.filter((span) => span.place === place);
    const hidden = (spans[0]?.spans ?? 0) - spans.length;
    const more = hidden > 0 ? html`<p class="quiet">${filled(INCIDENT.more[language], { count: counted(hidden) })}</p>` : null;
    const without = hasLog ? null : html` <span class="quiet">${INCIDENT.noOwnLog[language]}</span>`;
    return html`<h3>${placeName(place)}${without}</h3>${timelinePicture(spans, placeName(place), options)}${more}`;
  });
  const rest = places.length - MOST_TERMINALS;
  return rest > 0 ? [...pictures, html`<p>${filled(INCIDENT.more[language], { count: counted(rest) })}</p>`] : pictures;
}

function timelinePicture(spans: readonly PresenceSpan[], name: string, options: ReportOptions): Html {
  const { language, timezone } = options;
  const from = Math.min(...spans.map((span) => span.from.getTime()));
  const until = Math.max(...spans.map((span) => span.until.getTime()), from + LEAST_SPAN_MS);
  const xOf = (at: number) => Math.round((LEFT + ((at - from) / (until - from)) * (RIGHT - LEFT)) * 10) / 10;
  const accounts = [...new Set(spans.map((span) => whoText(span, language)))];
  const shown = accounts.slice(0, MOST_ACCOUNTS);
  const height = TOP + shown.length * ROW + 8;
  const ticks = Array.from({ length: TICKS }, (_, at) => from + ((until - from) * at) / (TICKS - 1));
  const rest = accounts.length - shown.length;
  return html`<div class="picture"><svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${name}" width="${RIGHT + 24}" height="${height}" viewBox="0 0 ${RIGHT + 24} ${height}">
${ticks.map((at, number) => tickPart(xOf(at), plainTime(new Date(at), timezone).slice(5, 16), height, number))}
${shown.map((account, row) => {
  const y = TOP + row * ROW;
  const own = spans.filter((span) => whoText(span, language) === account);
  const label = own.some(({ administrator }) => administrator) ? `★ ${account}` : account;
  return html`<text class="name" x="4" y="${y + 15}">${[...label].slice(0, 26).join('')}</text>${own.map((span) => markPart(span, y, xOf, options))}`;
})}
</svg></div>${rest > 0 ? html`<p class="quiet">${filled(LABELS.andMore[language], { count: counted(rest) })}</p>` : null}`;
}

function tickPart(x: number, text: string, height: number, number: number): Html {
  const anchor = number === 0 ? 'start' : number === TICKS - 1 ? 'end' : 'middle';
  return html`<line class="tick" x1="${x}" y1="18" x2="${x}" y2="${height}"/><text class="quiet" x="${x}" y="13" text-anchor="${anchor}">${text}</text>`;
}

/** Bars where an end is recorded; elsewhere a shape of its own for each kind. */
function markPart(span: PresenceSpan, y: number, xOf: (at: number) => number, options: ReportOptions): Html {
  const { language } = options;
  const x = xOf(span.from.getTime());
  const end = xOf(span.until.getTime());
  const open = span.kind === 'keyboard' || span.kind === 'remote' ? ` ${span.hasEnd ? '' : INCIDENT.noEnd[language]}` : '';
  const title = `${wordsFor(PRESENCE_KINDS, span.kind, language)} ${whoText(span, language)} ${timeSpan(span.from, span.until, options)} (${counted(span.records)})${open}`;
  const isSession = span.kind === 'keyboard' || span.kind === 'remote';
  const shape = html`<path class="mark ${span.kind}" d="${shapeOf(span.kind, x, y + ROW / 2)}"/>`;
  if (end - x <= 3) return html`<g><title>${title}</title>${shape}</g>`;
  // Many logons close in time are no session: a thin line between the first and the last.
  const line = html`<line class="mark ${span.kind}" x1="${x}" y1="${y + ROW / 2}" x2="${end}" y2="${y + ROW / 2}"/>${shape}<path class="mark ${span.kind}" d="${shapeOf(span.kind, end, y + ROW / 2)}"/>`;
  const bar = html`<rect class="mark ${span.kind}" x="${x}" y="${y + 5}" width="${Math.round((end - x) * 10) / 10}" height="${ROW - 10}" rx="2"/>`;
  return html`<g><title>${title}</title>${isSession ? bar : line}</g>`;
}

function shapeOf(kind: string, x: number, y: number): string {
  switch (kind) {
    case 'failed':
    case 'failed-in':
      return `M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x - 4} ${y + 4}L${x + 4} ${y - 4}`;
    case 'onward':
      return `M${x - 4} ${y - 5}L${x + 5} ${y}L${x - 4} ${y + 5}z`;
    case 'ticket':
      return `M${x} ${y - 5}L${x + 5} ${y}L${x} ${y + 5}L${x - 5} ${y}z`;
    default:
      return `M${x - 3} ${y - 7}h6v14h-6z`;
  }
}

/** What the shapes mean. */
export function timelineLegend(options: ReportOptions): Html {
  const kinds = ['keyboard', 'remote', 'ticket', 'onward', 'credentials', 'program', 'failed'] as const;
  return html`<p class="legend">${kinds.map(
    (kind) =>
      html`<span><svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><path class="mark ${kind}" d="${shapeOf(kind, 8, 8)}"/></svg> ${PRESENCE_KINDS[kind][options.language]}</span> `,
  )}</p>`;
}
