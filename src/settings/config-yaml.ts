import { createRequire } from 'node:module';
import type { Document, Node } from 'yaml';
import { UserError } from './user-error.ts';

type Yaml = typeof import('yaml');

/** Its 72 files take 35 ms to load, which a run without a configuration need not wait for. */
const load = createRequire(import.meta.url);
const yaml = (): Yaml => load('yaml');

/** A place in a document: keys and positions in lists, from the outside in. */
export type Place = readonly PropertyKey[];

/** A YAML document as plain values, and where each of them stands. */
export interface YamlText {
  readonly value: unknown;
  /** Line, from 1, of the key or list item at a place; of the nearest thing around it where there is none. */
  readonly lineOf: (place: Place) => number;
}

/**
 * Reads YAML 1.2, one document, without anchors and aliases: a configuration needs none, and a few lines of them can stand for gigabytes.
 * UserError: not such a document, with the line.
 */
export function yamlFrom(text: string, file: string): YamlText {
  const { LineCounter, parseDocument, isScalar } = yaml();
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, stringKeys: true, merge: false });
  } catch (error) {
    // Lists in lists by the ten thousand overflow the parser's stack.
    throw new UserError('config-not-yaml', { file, line: 1, problem: error instanceof RangeError ? 'RESOURCE_EXHAUSTION' : String(error) });
  }
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  refuseProblem(document, file, lineAt, text);
  refuseAlias(document, file, lineAt);
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) throw new UserError('config-empty', { file });
  return { value: document.toJS(), lineOf: (place) => lineAt(offsetOf(document.contents, place)) };
}

function refuseProblem(document: Document.Parsed, file: string, lineAt: (offset: number) => number, text: string): void {
  const [problem] = [...document.errors, ...document.warnings].sort((one, other) => one.pos[0] - other.pos[0]);
  if (problem === undefined) return;
  const [start, end] = problem.pos;
  const where = { file, line: lineAt(start) };
  if (problem.code === 'DUPLICATE_KEY') throw new UserError('config-key-twice', { ...where, key: keyText(text.slice(start)) });
  if (problem.code === 'TAB_AS_INDENT' || text.slice(start, end).startsWith('\t') || /^\s*\t/.test(lineText(text, start))) {
    throw new UserError('config-tab', where);
  }
  throw new UserError('config-not-yaml', { ...where, problem: problem.message.split('\n', 1)[0] ?? problem.code });
}

/** What stands at the place of a key that is there twice, as far as it is the key. */
function keyText(rest: string): string {
  return rest.split(/[:\n]/, 1)[0]?.trim() ?? rest;
}

function lineText(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return text.slice(start, text.indexOf('\n', start) + 1 || undefined);
}

function refuseAlias(document: Document.Parsed, file: string, lineAt: (offset: number) => number): void {
  const refuse = (node: { readonly range?: readonly number[] | null | undefined }): never => {
    throw new UserError('config-alias', { file, line: lineAt(node.range?.[0] ?? 0) });
  };
  yaml().visit(document, {
    Alias: (_, node) => refuse(node),
    Node: (_, node) => {
      if ('anchor' in node && node.anchor !== undefined) refuse(node);
    },
  });
}

/** Where in the text the key or item stands. */
function offsetOf(root: Node | null, place: Place): number {
  const { isMap, isNode, isScalar, isSeq } = yaml();
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of place) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (pair === undefined) return offset;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

/** `terminals.segments[1].name`, counted from 1; of the document itself: `.`. */
export function placeText(place: Place): string {
  const text = place.map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`)).join('');
  return text.replace(/^\./, '') || '.';
}
