/** Characters that take two columns (Unicode East Asian Width W and F), as cli-table3 measures them too; pictographs are escaped before they get here. */
const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3040-\u3247\u3250-\u4dbf\u4e00-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{1b000}\u{1b001}\u{1f200}-\u{1f251}\u{20000}-\u{3fffd}]/u;
const WIDE_LAST = new RegExp(`${WIDE.source}$`, 'u');
/** Must not begin a line (JIS X 4051, the common ones). */
const NOT_FIRST = /^[、。，．・：；？！ー」』）〕】〉》ぁぃぅぇぉっゃゅょァィゥェォッャュョ々%)\]]/u;

/** Must not end a line. */
const NOT_LAST = /[「『（〔【〈《([]$/u;

/** Columns a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** The text with blanks added up to a width. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Lines no wider than `width` columns: broken at blanks and between Japanese characters, inside a word only where it is longer than a line. */
export function wrapped(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrappedLine(line, width));
}

function wrappedLine(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of unitsOf(text)) {
    if (widthOf(line) + widthOf(unit.trimEnd()) <= width) {
      line += unit;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = unit;
    while (widthOf(line.trimEnd()) > width) {
      const head = headOf(line, width);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line.trimEnd()];
}

/** What a line may be broken between: words with the blanks after them, and single wide characters with the brackets and punctuation that stay with them. */
function unitsOf(text: string): readonly string[] {
  const units: string[] = [];
  for (const character of text) {
    const last = units.at(-1);
    const joins = last !== undefined && (character === ' ' || NOT_FIRST.test(character) || NOT_LAST.test(last) || areOneWord(last, character));
    if (joins) units[units.length - 1] = last + character;
    else units.push(character);
  }
  return units;
}

function areOneWord(before: string, character: string): boolean {
  return !WIDE.test(character) && !WIDE_LAST.test(before) && !before.endsWith(' ');
}

/** As many characters of a text as fit; at least one. */
function headOf(text: string, width: number): string {
  let head = '';
  for (const character of text) {
    if (head !== '' && widthOf(head) + widthOf(character) > width) break;
    head += character;
  }
  return head;
}
