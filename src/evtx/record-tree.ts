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

/** Decodes whole records of one chunk; definitions are parsed once for the chunk. */
export class RecordTrees {
  private readonly bytes: Uint8Array;
  private readonly definitions = new Map<number, Content[]>();

  constructor(chunk: Uint8Array) {
    this.bytes = chunk;
  }

  /**
   * The record at `offset` as a tree, root element `Event`.
   *
   * @throws DamagedEvtxError
   */
  treeOf(offset: number, size: number): XmlElement {
    const contents = parseFragment(this.bytes, offset + RECORD_HEAD, offset + size - 4);
    const root = this.fill(contents, null, 0).find((child) => typeof child !== 'string');
    if (root === undefined || typeof root === 'string') throw new DamagedEvtxError('record without an element', offset);
    return root;
  }

  private fill(contents: readonly Content[], values: Values | null, nesting: number): (XmlElement | string)[] {
    const filled: (XmlElement | string)[] = [];
    for (const content of contents) {
      if (content.kind === 'text') filled.push(content.text);
      else if (content.kind === 'element') filled.push(...this.fillElement(content, values, nesting));
      else if (content.kind === 'instance') filled.push(...this.fill(this.definitionAt(content.definition, nesting), content.values, nesting + 1));
      else filled.push(...this.fillSlot(content.slot, values, nesting));
    }
    return filled;
  }

  private fillElement(element: Element, values: Values | null, nesting: number): XmlElement[] {
    if (element.children.some((child) => isAbsent(child, values))) return [];
    const attributes = element.attributes
      .filter((attribute) => !attribute.content.some((content) => isAbsent(content, values)))
      .map((attribute) => ({ name: attribute.name, text: textOf(this.fill(attribute.content, values, nesting)) }));
    // [MS-EVEN6] 2.2.14: an array in an element stands for the element repeated.
    const items = this.arrayOf(element, values);
    if (items !== null) return items.map((item) => ({ name: element.name, attributes, children: [item] }));
    return [{ name: element.name, attributes, children: this.fill(element.children, values, nesting) }];
  }

  private arrayOf(element: Element, values: Values | null): string[] | null {
    const only = element.children[0];
    if (element.children.length !== 1 || only?.kind !== 'substitution' || values === null) return null;
    const type = values.types[only.slot] ?? 0;
    if ((type & VALUE_TYPE.array) === 0) return null;
    return arrayTexts(this.bytes, type, values.starts[only.slot] ?? 0, values.sizes[only.slot] ?? 0);
  }

  private fillSlot(slot: number, values: Values | null, nesting: number): (XmlElement | string)[] {
    const type = values?.types[slot];
    if (values === null || type === undefined) throw new DamagedEvtxError(`substitution ${slot} has no value`, 0);
    const start = values.starts[slot] ?? 0;
    const size = values.sizes[slot] ?? 0;
    if (type === VALUE_TYPE.binXml) {
      if (nesting >= MAX_NESTING) throw new DamagedEvtxError('templates nest too deep', start);
      return this.fill(parseFragment(this.bytes, start, start + size), null, nesting + 1);
    }
    return [valueText(this.bytes, type, start, size)];
  }

  private definitionAt(offset: number, nesting: number): Content[] {
    if (nesting >= MAX_NESTING) throw new DamagedEvtxError('templates nest too deep', offset);
    const known = this.definitions.get(offset);
    if (known !== undefined) return known;
    const parsed = parseDefinition(this.bytes, offset);
    this.definitions.set(offset, parsed);
    return parsed;
  }
}

/** An optional substitution whose value is NULL: what holds it is left out. */
function isAbsent(content: Content, values: Values | null): boolean {
  return content.kind === 'substitution' && content.optional && (values?.types[content.slot] ?? VALUE_TYPE.null) === VALUE_TYPE.null;
}

/** All text in some children, elements left out. */
export function textOf(children: readonly (XmlElement | string)[]): string {
  let text = '';
  for (const child of children) if (typeof child === 'string') text += child;
  return text;
}
