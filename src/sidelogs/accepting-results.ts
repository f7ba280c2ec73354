/**
 * Results that mean: this may go on. "Done" and "dealt with" do not: what was put right and happens again must ask again.
 * Nothing but these words, so that "問題なしとは言えない" accepts nothing.
 */
export const ACCEPTING_RESULTS: readonly string[] = [
  ...['問題なし', '問題無し', '異常なし', '異常無し', '承認', '承認済', '承認済み', '許容'],
  ...['ok', 'accepted', 'accept', 'acknowledged', 'no problem', 'no issue'],
];
