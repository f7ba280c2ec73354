/**
 * What must not reach a terminal as it is: control characters and escapes, bidirectional and invisible format characters, unassigned ones, halves of
 * surrogate pairs, spaces that look like another, marks that could not be joined to their letter, and pictographs, about whose width terminals disagree.
 * Private use characters stay: municipalities write names with them (外字).
 */
const UNFIT =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{M}\p{Extended_Pictographic}\p{Emoji_Presentation}\p{Emoji_Modifier}\p{Regional_Indicator}]|(?![ \u3000])\p{Zs}/gu;

/** Data as it may be shown on a terminal: one line, every unfit character as `\u{1b}`. */
export function escapeTerminal(text: string): string {
  const joined = text.replace(/\P{M}\p{M}+/gu, (letter) => letter.normalize('NFC'));
  return joined.replace(UNFIT, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
