import { type Content, type Element, parseDefinition, parseFragment, type Values } from './binxml.ts';
import { DamagedEvtxError } from './damage.ts';
import { arrayTexts, VALUE_TYPE, valueText } from './values.ts';

/** An element of an event with every value filled in. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly text: string }[];
  readonly children: readonly (XmlElement | string)[];
}

/** Bytes before the BinXML of a record: signature, size, id, time. */
export const RECORD_HEAD = 24;

/** Templates inside values inside templates. Real events need 2; a damaged definition may point at itself. */
const MAX_NESTING = 8;

/** Bytes and parts one record may grow to. A real one is smaller than its chunk; a hostile one can repeat a value or a template within itself without end. */
const MOST_CONTENT = 4 * 65_536;

/** Decodes whole records of one chunk; definitions are parsed once for the chunk. */
export class RecordTrees {
  private readonly bytes: Uint8Array;
  private readonly definitions = new Map<number, Content[]>();
  private budget = 0;

  constructor(chunk: Uint8Array) {
    this.bytes = chunk;
  }

  /**
   * The record at `offset` as a tree, root element `Event`.
   *
   * @throws DamagedEvtxError
   */
  treeOf(offset: number, size: number): XmlElement {
    this.budget = MOST_CONTENT;
    const filled: (XmlElement | string)[] = [];
    this.fill(parseFragment(this.bytes, offset + RECORD_HEAD, offset + size - 4), null, 0, filled);
    const root = filled.find((child) => typeof child !== 'string');
    if (root === undefined || typeof root === 'string') throw new DamagedEvtxError('record without an element', offset);
    return root;
  }

  private fill(contents: readonly Content[], values: Values | null, nesting: number, into: (XmlElement | string)[]): void {
    for (const content of contents) {
      this.spend(1);
      if (content.kind === 'text') {
        this.spend(content.text.length);
        into.push(content.text);
      } else if (content.kind === 'element') this.fillElement(content, values, nesting, into);
      else if (content.kind === 'instance') this.fill(this.definitionAt(content.definition, nesting), content.values, nesting + 1, into);
      else this.fillSlot(content.slot, values, nesting, into);
    }
  }

  private fillElement(element: Element, values: Values | null, nesting: number, into: (XmlElement | string)[]): void {
    if (element.children.length > 0 && element.children.every((child) => isAbsent(child, values))) return;
    const attributes: { name: string; text: string }[] = [];
    for (const { name, content } of element.attributes) {
      if (content.some((part) => isAbsent(part, values))) continue;
      const filled: (XmlElement | string)[] = [];
      this.fill(content, values, nesting, filled);
      attributes.push({ name, text: textOf(filled) });
    }
    // [MS-EVEN6] 2.2.14: an array in an element stands for the element repeated.
    const items = this.arrayOf(element, values);
    if (items !== null) {
      for (const item of items) into.push({ name: element.name, attributes, children: [item] });
      return;
    }
    const children: (XmlElement | string)[] = [];
    this.fill(element.children, values, nesting, children);
    into.push({ name: element.name, attributes, children });
  }

  private arrayOf(element: Element, values: Values | null): string[] | null {
    const only = element.children[0];
    if (element.children.length !== 1 || only?.kind !== 'substitution' || values === null) return null;
    const type = values.types[only.slot] ?? 0;
    if ((type & VALUE_TYPE.array) === 0) return null;
    const size = values.sizes[only.slot] ?? 0;
    this.spend(size);
    return arrayTexts(this.bytes, type, values.starts[only.slot] ?? 0, size);
  }

  private fillSlot(slot: number, values: Values | null, nesting: number, into: (XmlElement | string)[]): void {
    const type = values?.types[slot];
    if (values === null || type === undefined) throw new DamagedEvtxError(`substitution ${slot} has no value`, 0);
    const start = values.starts[slot] ?? 0;
    const size = values.sizes[slot] ?? 0;
    this.spend(size);
    if (type === VALUE_TYPE.binXml) {
      if (nesting >= MAX_NESTING) throw new DamagedEvtxError('templates nest too deep', start);
      this.fill(parseFragment(this.bytes, start, start + size), null, nesting + 1, into);
    } else into.push(valueText(this.bytes, type, start, size));
  }

  private definitionAt(offset: number, nesting: number): Content[] {
    if (nesting >= MAX_NESTING) throw new DamagedEvtxError('templates nest too deep', offset);
    const known = this.definitions.get(offset);
    if (known !== undefined) return known;
    const { contents, size } = parseDefinition(this.bytes, offset);
    this.spend(size);
    this.definitions.set(offset, contents);
    return contents;
  }

  private spend(amount: number): void {
    this.budget -= amount;
    if (this.budget < 0) throw new DamagedEvtxError(`record grows beyond ${MOST_CONTENT} bytes`, 0);
  }
}

/** An optional substitution whose value is NULL: what holds nothing else is left out. */
function isAbsent(content: Content, values: Values | null): boolean {
  return content.kind === 'substitution' && content.optional && (values?.types[content.slot] ?? VALUE_TYPE.null) === VALUE_TYPE.null;
}

/** All text in some children, elements left out. */
export function textOf(children: readonly (XmlElement | string)[]): string {
  let text = '';
  for (const child of children) if (typeof child === 'string') text += child;
  return text;
}
