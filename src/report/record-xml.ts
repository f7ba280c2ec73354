/** An element as `evtx/record-tree.ts` gives it; here only its shape matters. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly text: string }[];
  readonly children: readonly (XmlNode | string)[];
}

/** Characters that no XML 1.0 document may hold, not even as a reference (XML 1.0, 2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Characters that mean something in XML, are normalised away by a reader, or steer a terminal. */
const SPECIAL = /[&<>"'\t\r\n\u007f-\u009f]/g;
/** Names are hostile too: what no name of an event has becomes `_`. */
const NOT_IN_NAME = /^[^A-Za-z_]|[^\w.:-]/g;

/** An event as XML on one line, as Event Viewer shows it. */
export function recordXml(node: XmlNode): string {
  const name = nameText(node.name);
  const attributes = node.attributes.map((attribute) => ` ${nameText(attribute.name)}="${escaped(attribute.text)}"`).join('');
  if (node.children.length === 0) return `<${name}${attributes}/>`;
  const children = node.children.map((child) => (typeof child === 'string' ? escaped(child) : recordXml(child))).join('');
  return `<${name}${attributes}>${children}</${name}>`;
}

function nameText(name: string): string {
  return name.replace(NOT_IN_NAME, '_');
}

function escaped(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(SPECIAL, (character) => {
    if (character === '\n' || character === '\t') return character;
    return `&#${character.charCodeAt(0)};`;
  });
}
