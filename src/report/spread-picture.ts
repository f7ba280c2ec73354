import type { Incident } from '../incident/incident.ts';
import { type Html, html } from './html.ts';
import { placeName, stepLine, timeSpan, whoText } from './incident-words.ts';
import { layoutOf, NODE_HEIGHT, NODE_WIDTH, ROW, type SpreadEdge, type SpreadNode } from './spread-layout.ts';
import { plainTime, type ReportOptions } from './times.ts';
import { counted, filled, wordsFor } from './words/catalogue.ts';
import { INCIDENT } from './words/incident.ts';
import { ROLES } from './words/terminals.ts';

/** Characters of a name in a box, and of an account on a line. */
const NAME_LENGTH = 19;
const LABEL_LENGTH = 22;
/** Height of a piece of the drawing, and the width from which it is printed across the page. */
const SLICE = 10 * ROW;
const WIDE = 820;

/** The spread as a drawing: terminals in columns, accounts on the lines. Without a script, and without colour as the only sign. */
export function spreadPicture(incident: Incident, options: ReportOptions): Html {
  const { nodes, edges, width, height, leftOut } = layoutOf(incident);
  const { language } = options;
  const labelled = new Set<string>();
  const lines = edges.map((edge) => {
    // A second line into the same box would be written over the first.
    const isFirst = !labelled.has(edge.to.key);
    labelled.add(edge.to.key);
    return edgePart(edge, isFirst ? edges.filter(({ to }) => to === edge.to).length : 0, options);
  });
  const label = INCIDENT.spreadPicture[language];
  const slices = Array.from({ length: Math.ceil(height / SLICE) }, (_, at) =>
    slicePart(at * SLICE, Math.min(SLICE, height - at * SLICE), width, label),
  );
  return html`<div class="picture spread${width > WIDE ? ' wide' : ''}"><svg xmlns="http://www.w3.org/2000/svg" width="0" height="0" aria-hidden="true"><defs>
<marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="context-stroke"/></marker>
<g id="spread">${lines}
${nodes.map((node) => nodePart(node, options))}</g></defs></svg>
${slices}</div>${leftOut === 0 ? null : html`<p>${filled(INCIDENT.moreInCsv[language], { count: counted(leftOut) })}</p>`}`;
}

/** One drawing in pieces that follow one another: paper breaks between them, and never through a box. */
function slicePart(top: number, height: number, width: number, label: string): Html {
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${label}" width="${width}" height="${height}" viewBox="0 ${top} ${width} ${height}"><use href="#spread"/></svg>`;
}

function edgePart(edge: SpreadEdge, labels: number, options: ReportOptions): Html {
  const { from, to, first, administrator, inferred } = edge;
  const kind = first.strength !== 'strong' ? first.strength : administrator ? 'admin' : 'strong';
  const startX = from.x + NODE_WIDTH;
  const startY = from.y + NODE_HEIGHT / 2;
  const endY = to.y + NODE_HEIGHT / 2;
  const forward = to.x > from.x;
  const endX = forward ? to.x : to.x + NODE_WIDTH;
  // Down one trunk for each source, then across: so that no line crosses a label.
  const trunk = Math.max(startX, forward ? 0 : endX) + 10 + (from.row % 4) * 7;
  const path = `M${startX} ${startY}H${trunk}V${endY}H${endX}`;
  const text = labels === 0 || !forward ? null : labelPart(edge, labels, endX, endY, options);
  return html`<g><title>${stepLine(first, options)}</title><path class="edge ${kind}${inferred ? ' inferred' : ''}" d="${path}" marker-end="url(#tip)"/>${text}</g>`;
}

function labelPart({ first, steps, administrator }: SpreadEdge, lines: number, x: number, y: number, options: ReportOptions): Html {
  const { language, timezone } = options;
  const more = Math.max(steps, lines) - 1;
  const who = shortened(whoText(first, language), LABEL_LENGTH) + (more > 0 ? ` +${more}` : '');
  const at = first.firstAt === null ? '' : plainTime(first.firstAt, timezone).slice(5, 16);
  const mark = administrator ? `★ ` : '';
  return html`<text class="label${administrator ? ' admin' : ''}" x="${x - 10}" y="${y - 5}" text-anchor="end">${mark}${who}</text><text class="label quiet" x="${x - 10}" y="${y + 13}" text-anchor="end">${at}</text>`;
}

function nodePart(node: SpreadNode, options: ReportOptions): Html {
  const { language } = options;
  const { x, y, place, role, standing, machines } = node;
  const name = node.name === '' ? filled(INCIDENT.machines[language], { count: counted(machines) }) : placeName(node.name);
  const admin = place?.adminTerminal === true ? INCIDENT.adminTerminal[language] : null;
  const under = admin ?? (role === null ? INCIDENT[`standing ${standing}`][language] : wordsFor(ROLES, role, language));
  const seen = place?.reachedAt == null ? '' : ` ${timeSpan(place.reachedAt, place.reachedAt, options)}`;
  return html`<g class="node ${standing}"><title>${name} ${under}${seen}</title><rect x="${x}" y="${y}" width="${NODE_WIDTH}" height="${NODE_HEIGHT}" rx="5"/><text class="name" x="${x + 8}" y="${y + 15}">${shortened(name, NAME_LENGTH)}</text><text class="quiet" x="${x + 8}" y="${y + 29}">${under}</text></g>`;
}

function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
