import type { Catalogue } from './catalogue.ts';

/** Of a check. */
export const OUTCOMES = {
  clean: { en: 'clean', ja: '要確認なし' },
  found: { en: 'found', ja: '要確認' },
  'partly assessed': { en: 'partly assessed', ja: '一部判定不能' },
  'not assessed': { en: 'not assessed', ja: '判定不能' },
  'not applicable': { en: 'not applicable', ja: '対象外' },
} satisfies Catalogue;

/** The same with its count, for the checklist on the terminal. */
export const COUNTED_OUTCOMES = {
  clean: { en: 'clean', ja: '要確認なし' },
  'clean-noted': { en: 'clean ({noted} noted)', ja: '要確認なし(記録 {noted} 件)' },
  'clean-acknowledged': { en: 'clean ({acknowledged} acknowledged)', ja: '要確認なし(承認済 {acknowledged} 件)' },
  'clean-noted-acknowledged': {
    en: 'clean ({noted} noted, {acknowledged} acknowledged)',
    ja: '要確認なし(記録 {noted} 件、承認済 {acknowledged} 件)',
  },
  found: { en: 'FOUND: {review} to review', ja: '要確認 {review} 件' },
  'found-acknowledged': {
    en: 'FOUND: {review} to review ({acknowledged} acknowledged)',
    ja: '要確認 {review} 件(ほか承認済 {acknowledged} 件)',
  },
  'partly assessed': { en: 'PARTLY ASSESSED', ja: '一部判定不能' },
  'partly assessed-noted': { en: 'PARTLY ASSESSED ({noted} noted)', ja: '一部判定不能(記録 {noted} 件)' },
  'partly assessed-acknowledged': { en: 'PARTLY ASSESSED ({acknowledged} acknowledged)', ja: '一部判定不能(承認済 {acknowledged} 件)' },
  'partly assessed-noted-acknowledged': {
    en: 'PARTLY ASSESSED ({noted} noted, {acknowledged} acknowledged)',
    ja: '一部判定不能(記録 {noted} 件、承認済 {acknowledged} 件)',
  },
  'not assessed': { en: 'NOT ASSESSED', ja: '判定不能' },
  'not assessed-acknowledged': { en: 'NOT ASSESSED ({acknowledged} acknowledged)', ja: '判定不能(承認済 {acknowledged} 件)' },
  'not applicable': { en: 'not applicable', ja: '対象外' },
} satisfies Catalogue;

/** Of a finding. */
export const LEVELS = {
  review: { en: 'review', ja: '要確認' },
  note: { en: 'note', ja: '記録' },
} satisfies Catalogue;

/** Of the evidence in `coverage.csv`. */
export const COVERAGE_STATES = {
  covered: { en: 'covered', ja: 'あり' },
  partly: { en: 'partly', ja: '一部のみ' },
  missing: { en: 'missing', ja: 'なし' },
} satisfies Catalogue;

/** Of a log, as its record ids tell. */
export const EXPORT_KINDS = {
  complete: { en: 'complete: no record id is missing', ja: '全件(レコード番号の欠番なし)' },
  filtered: { en: 'filtered: missing record ids prove nothing', ja: '抽出(欠番からは漏れの有無を判断できない)' },
  forwarded: { en: 'forwarded: missing record ids prove nothing', ja: '転送(欠番からは漏れの有無を判断できない)' },
} satisfies Catalogue;
