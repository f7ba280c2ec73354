import type { Catalogue } from './catalogue.ts';

/** How the logs know that an account was an administrator for a time. */
export const MEMBERSHIPS = {
  added: { en: 'It was added to {group} at {at} by {by}.', ja: '{at} に {by} が {group} に追加した記録がある。' },
  removed: { en: 'It was taken out of {group} at {at} by {by}.', ja: '{at} に {by} が {group} から削除した記録がある。' },
} satisfies Catalogue;
