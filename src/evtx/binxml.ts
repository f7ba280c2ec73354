import { ByteReader } from './byte-reader.ts';
import { DamagedEvtxError } from './damage.ts';

/** What stands inside an element or an attribute. */
export type Content =
  | Element
  | { readonly kind: 'text'; readonly text: string }
  /** A place that a template instance fills; `optional`: nothing stands there when the value is NULL. */
  | { readonly kind: 'substitution'; readonly slot: number; readonly type: number; readonly optional: boolean }
  | TemplateInstance;

export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly content: readonly Content[] }[];
  readonly children: readonly Content[];
}

/** A template and the values that fill it. */
export interface TemplateInstance {
  readonly kind: 'instance';
  /** Where the definition lies in the chunk: 24 bytes of head, then its BinXML. */
  readonly definition: number;
  readonly values: Values;
}

/** Where each value of a template instance lies. */
export interface Values {
  readonly types: readonly number[];
  readonly starts: readonly number[];
  readonly sizes: readonly number[];
}

/** Where a definition refers to a name: position of the 4-byte offset, whether the name follows right there, and what it is. */
export interface NamePlace {
  readonly at: number;
  readonly inline: boolean;
  readonly name: string;
}

/** Bytes of a template definition before its BinXML: next, GUID, size. */
export const DEFINITION_HEAD = 24;

/** Elements inside elements. Real events stay below 10; damaged or hostile bytes may not exhaust the stack. */
const MAX_DEPTH = 64;
/** Values of one instance. Real events stay below 64. */
const MAX_VALUES = 1024;

const TOKEN = {
  end: 0x00,
  openElement: 0x01,
  closeStart: 0x02,
  closeEmpty: 0x03,
  endElement: 0x04,
  value: 0x05,
  attribute: 0x06,
  cdata: 0x07,
  charReference: 0x08,
  entityReference: 0x09,
  processingTarget: 0x0a,
  processingData: 0x0b,
  templateInstance: 0x0c,
  substitution: 0x0d,
  optionalSubstitution: 0x0e,
  fragmentHeader: 0x0f,
} as const;

/** Flag on a token: more of the same follow, or (on an element) attributes follow. */
const MORE = 0x40;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Parses the content of a record or of a nested value (0x21).
 * The fragment header is optional (absent in 24 % of nested values).
 *
 * @throws DamagedEvtxError
 */
export function parseFragment(bytes: Uint8Array, start: number, end: number): Content[] {
  return parseContent(new NamedReader(bytes, start, end, null), false);
}

function parseContent(reader: NamedReader, inTemplate: boolean): Content[] {
  const contents: Content[] = [];
  while (reader.at < reader.end) {
    const token = reader.u8('token');
    if (token === TOKEN.end) break;
    if (token === TOKEN.fragmentHeader) reader.skip(3, 'fragment header');
    else if (token === TOKEN.templateInstance) contents.push(parseInstance(reader));
    else if ((token & ~MORE) === TOKEN.openElement) contents.push(parseElement(reader, (token & MORE) !== 0, inTemplate, 0));
    else if (token === TOKEN.processingTarget) skipProcessingInstruction(reader);
    else throw new DamagedEvtxError(`token 0x${token.toString(16)} where an element should begin`, reader.at - 1);
  }
  return contents;
}

/** Parses the BinXML of the definition that lies at `definition` in the chunk; `size` is that of the BinXML in bytes. */
export function parseDefinition(bytes: Uint8Array, definition: number, names: NamePlace[] | null = null): { contents: Content[]; size: number } {
  const head = new ByteReader(bytes, definition + 20, bytes.length);
  const size = head.u32('size of template definition');
  const start = head.skip(size, 'template definition');
  return { contents: parseContent(new NamedReader(bytes, start, start + size, names), true), size };
}

/** A cursor that keeps the places of the names it meets, when asked to. */
class NamedReader extends ByteReader {
  readonly names: NamePlace[] | null;

  constructor(bytes: Uint8Array, at: number, end: number, names: NamePlace[] | null) {
    super(bytes, at, end);
    this.names = names;
  }
}

/** Parses a template instance behind its token 0x0c: the definition may lie right here, then the values. */
function parseInstance(reader: NamedReader): TemplateInstance {
  reader.skip(5, 'template instance');
  const definition = reader.u32('offset of template definition');
  if (definition === reader.at) {
    reader.skip(20, 'template definition');
    reader.skip(reader.u32('size of template definition'), 'template definition');
  }
  return { kind: 'instance', definition, values: parseValues(reader) };
}

function parseValues(reader: NamedReader): Values {
  const count = reader.u32('number of values');
  if (count > MAX_VALUES) throw reader.damaged(`${count} values in one template instance`);
  const types: number[] = [];
  const sizes: number[] = [];
  for (let n = 0; n < count; n++) {
    sizes.push(reader.u16('size of value'));
    types.push(reader.u8('type of value'));
    reader.skip(1, 'descriptor of value');
  }
  // A NULL of non-zero size still consumes its bytes.
  const starts = sizes.map((size) => reader.skip(size, 'value'));
  return { types, starts, sizes };
}

function parseElement(reader: NamedReader, hasAttributes: boolean, inTemplate: boolean, depth: number): Element {
  if (depth > MAX_DEPTH) throw reader.damaged('elements nest too deep');
  if (inTemplate) reader.skip(2, 'dependency id');
  reader.skip(4, 'size of element');
  const name = parseName(reader);
  const attributes: { name: string; content: Content[] }[] = [];
  if (hasAttributes) {
    reader.skip(4, 'size of attributes');
    while ((peek(reader) & ~MORE) === TOKEN.attribute) {
      reader.skip(1, 'attribute');
      const attribute = parseName(reader);
      attributes.push({ name: attribute, content: parseContents(reader, inTemplate, depth) });
    }
  }
  const close = reader.u8('end of start tag');
  if (close === TOKEN.closeEmpty) return { kind: 'element', name, attributes, children: [] };
  if (close !== TOKEN.closeStart) throw new DamagedEvtxError(`token 0x${close.toString(16)} in start tag of ${name}`, reader.at - 1);
  const children = parseContents(reader, inTemplate, depth);
  const end = reader.u8('end tag');
  if (end !== TOKEN.endElement) throw new DamagedEvtxError(`token 0x${end.toString(16)} in ${name}`, reader.at - 1);
  return { kind: 'element', name, attributes, children };
}

/** Everything up to a token that is not content: the value of an attribute, or what an element holds. */
function parseContents(reader: NamedReader, inTemplate: boolean, depth: number): Content[] {
  const contents: Content[] = [];
  for (;;) {
    const token = peek(reader);
    switch (token & ~MORE) {
      case TOKEN.openElement:
        reader.skip(1, 'element');
        contents.push(parseElement(reader, (token & MORE) !== 0, inTemplate, depth + 1));
        break;
      case TOKEN.value:
        reader.skip(1, 'value');
        contents.push(parseLiteral(reader));
        break;
      case TOKEN.cdata:
        reader.skip(1, 'CDATA');
        contents.push({ kind: 'text', text: reader.utf16(reader.u16('length of CDATA'), 'CDATA') });
        break;
      case TOKEN.charReference:
        reader.skip(1, 'character reference');
        contents.push({ kind: 'text', text: String.fromCharCode(reader.u16('character reference')) });
        break;
      case TOKEN.entityReference: {
        reader.skip(1, 'entity reference');
        const entity = parseName(reader);
        contents.push({ kind: 'text', text: ENTITIES[entity] ?? `&${entity};` });
        break;
      }
      case TOKEN.processingTarget:
        reader.skip(1, 'processing instruction');
        skipProcessingInstruction(reader);
        break;
      case TOKEN.templateInstance:
        reader.skip(1, 'template instance');
        contents.push(parseInstance(reader));
        break;
      case TOKEN.substitution:
      case TOKEN.optionalSubstitution:
        reader.skip(1, 'substitution');
        contents.push({
          kind: 'substitution',
          slot: reader.u16('slot of substitution'),
          type: reader.u8('type of substitution'),
          optional: token === TOKEN.optionalSubstitution,
        });
        break;
      default:
        return contents;
    }
  }
}

function parseLiteral(reader: NamedReader): Content {
  const type = reader.u8('type of value');
  // Only strings carry a length; a literal of another type has never been seen in a real log.
  if (type !== 0x01) throw reader.damaged(`literal value of type 0x${type.toString(16)}`);
  return { kind: 'text', text: reader.utf16(reader.u16('length of text'), 'text') };
}

function skipProcessingInstruction(reader: NamedReader): void {
  parseName(reader);
  if (peek(reader) !== TOKEN.processingData) return;
  reader.skip(1, 'processing instruction');
  reader.skip(2 * reader.u16('length of processing instruction'), 'processing instruction');
}

/** A name lies right here exactly when its offset is the current position; otherwise it was written earlier in the chunk. */
function parseName(reader: NamedReader): string {
  const at = reader.at;
  const offset = reader.u32('offset of name');
  const inline = offset === reader.at;
  const name = inline ? parseInlineName(reader) : parseNameAt(reader, offset);
  reader.names?.push({ at, inline, name });
  return name;
}

function parseInlineName(reader: NamedReader): string {
  reader.skip(6, 'name');
  const name = reader.utf16(reader.u16('length of name'), 'name');
  reader.skip(2, 'end of name');
  return name;
}

function parseNameAt(reader: NamedReader, offset: number): string {
  const elsewhere = new ByteReader(reader.bytes, offset + 6, reader.bytes.length);
  return elsewhere.utf16(elsewhere.u16('length of name'), 'name');
}

function peek(reader: NamedReader): number {
  if (reader.at >= reader.end) throw reader.damaged('token: the bytes end');
  return reader.bytes[reader.at] ?? 0;
}
