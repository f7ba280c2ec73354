import type { Cursor } from './cursor.ts';
import { VALUE_KINDS, type ValueKind } from './value.ts';

/** Tokens of binary XML ([MS-EVEN6] 2.2.12); 0x40 on top means that attributes, or more attributes, follow. */
export const TOKEN = {
  endOfFragment: 0x00,
  openElement: 0x01,
  closeStart: 0x02,
  closeEmpty: 0x03,
  endElement: 0x04,
  text: 0x05,
  attribute: 0x06,
  templateInstance: 0x0c,
  substitution: 0x0d,
  optionalSubstitution: 0x0e,
  fragmentHeader: 0x0f,
} as const;

const MORE = 0x40;
/** An element that no substitution can make disappear. */
const NO_DEPENDENCY = 0xffff;

/** A place in a template that each record fills from its own list of values. */
export interface Slot {
  readonly slot: number;
  readonly kind: ValueKind;
  /** Optional: leaves out the element or attribute when the value is NULL. */
  readonly optional: boolean;
}

export type Content = string | Slot;

export interface Element {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, content: Content])[];
  readonly children: readonly (Element | Content)[];
  /** Slot whose NULL makes the element disappear. */
  readonly dependency?: number;
}

/** Writes a name by its offset in the chunk, and the name itself where the chunk does not have it yet. */
export type WriteName = (cursor: Cursor, name: string) => void;

export function writeFragmentHeader(cursor: Cursor): void {
  cursor.u8(TOKEN.fragmentHeader);
  cursor.u8(1);
  cursor.u8(1);
  cursor.u8(0);
}

/** Writes an element as it stands in a template definition. */
export function writeElement(cursor: Cursor, element: Element, writeName: WriteName): void {
  const { attributes, children } = element;
  cursor.u8(attributes.length > 0 ? TOKEN.openElement | MORE : TOKEN.openElement);
  cursor.u16(element.dependency ?? NO_DEPENDENCY);
  const elementLength = cursor.reserve32();
  writeName(cursor, element.name);
  if (attributes.length > 0) writeAttributes(cursor, attributes, writeName);
  if (children.length === 0) {
    cursor.u8(TOKEN.closeEmpty);
  } else {
    cursor.u8(TOKEN.closeStart);
    for (const child of children) {
      if (isElement(child)) writeElement(cursor, child, writeName);
      else writeContent(cursor, child);
    }
    cursor.u8(TOKEN.endElement);
  }
  cursor.fillLength(elementLength);
}

function writeAttributes(cursor: Cursor, attributes: Element['attributes'], writeName: WriteName): void {
  const listLength = cursor.reserve32();
  attributes.forEach(([name, content], i) => {
    const last = i === attributes.length - 1;
    cursor.u8(last ? TOKEN.attribute : TOKEN.attribute | MORE);
    writeName(cursor, name);
    writeContent(cursor, content);
  });
  cursor.fillLength(listLength);
}

function writeContent(cursor: Cursor, content: Content): void {
  if (typeof content === 'string') {
    cursor.u8(TOKEN.text);
    cursor.u8(VALUE_KINDS.text.announced);
    cursor.u16(content.length);
    cursor.utf16(content);
  } else {
    cursor.u8(content.optional ? TOKEN.optionalSubstitution : TOKEN.substitution);
    cursor.u16(content.slot);
    cursor.u8(VALUE_KINDS[content.kind].announced);
  }
}

function isElement(child: Element | Content): child is Element {
  return typeof child === 'object' && 'name' in child;
}
