import type { Catalogue } from './catalogue.ts';

/** Whether an account is new at a terminal, against the weeks before that the store keeps: the column `baseline`. */
export const BASELINE_STATES = {
  new: { en: 'new', ja: '初めて' },
  known: { en: 'known', ja: '前例あり' },
} satisfies Catalogue;

/** The same as a sentence. `{weeks}`: length of the baseline; `{from}`: its first day; `{days}`: days with records; `{known}`: days on which the account logged on there. */
export const BASELINE = {
  new: {
    en: 'New here: in the {weeks} week(s) of the store before (from {from}, {days} days with records) the account never logged on at this terminal.',
    ja: 'このアカウントは、保存済みの過去 {weeks} 週間({from} から、記録のある {days} 日)に、この端末でログオンしたことがない。',
  },
  newAnywhere: {
    en: 'New: in the {weeks} week(s) of the store before (from {from}, {days} days with records) the account logged on neither at this terminal nor anywhere else.',
    ja: 'このアカウントは、保存済みの過去 {weeks} 週間({from} から、記録のある {days} 日)に、この端末でもほかの端末でもログオンしたことがない(新しいアカウント、または長く使われていないアカウント)。',
  },
  known: {
    en: 'Known here: in the {weeks} week(s) of the store before (from {from}) the account logged on at this terminal on {known} of {days} days with records.',
    ja: 'このアカウントは、保存済みの過去 {weeks} 週間({from} から)に記録のある {days} 日のうち、{known} 日この端末でログオンしている。',
  },
} satisfies Catalogue;
