import { escapeTerminal } from './escape-terminal.ts';

/** A piece of HTML. Only `html` and `raw` make one, so that no text of a log can get into a page without being escaped. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: text is escaped, HTML stays, a list is set side by side, nothing is nothing. */
export type HtmlPart = string | number | Html | null | readonly HtmlPart[];

/** Writes HTML: the literal parts as they are, the values escaped. Control and direction characters of a value are shown, as on a terminal. */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  return new Html(literals.map((literal, at) => literal + (at < values.length ? markupOf(values[at] ?? null) : '')).join(''));
}

/** HTML of our own that is no text: a style sheet, a drawing. Never anything that was read. */
export function raw(markup: string): Html {
  return new Html(markup);
}

export interface PageOptions {
  readonly language: 'ja' | 'en';
  readonly title: string;
  /** CSS of our own. */
  readonly style: string;
  readonly body: HtmlPart;
}

/** A whole page that needs nothing from outside and may run nothing: no script, no network, no form. */
export function page({ language, title, style, body }: PageOptions): string {
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.markup;
}

function markupOf(part: HtmlPart): string {
  if (part === null) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(markupOf).join('');
  return String(part)
    .split('\n')
    .map(escapeTerminal)
    .join('\n')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
