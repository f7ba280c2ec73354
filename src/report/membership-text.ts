import type { Finding } from '../checks/finding.ts';
import type { ReportOptions, TimeText } from './times.ts';
import { filled } from './words/catalogue.ts';
import { LABELS } from './words/labels.ts';
import { MEMBERSHIPS } from './words/memberships.ts';

/** What the logs say of when the account was an administrator, as a sentence that follows another; empty where no record tells of it. */
export function membershipText({ values }: Finding, { language, timezone }: ReportOptions, time: TimeText): string {
  const { joined_group: group, added_at: addedAt, removed_at: removedAt } = values;
  if (typeof group !== 'string') return '';
  const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : LABELS.unknown[language]);
  const sentence = (key: keyof typeof MEMBERSHIPS, at: Date, by: unknown) =>
    filled(MEMBERSHIPS[key][language], { group, at: time(at, timezone), by: word(by) });
  const sentences = [
    ...(addedAt instanceof Date ? [sentence('added', addedAt, values.added_by)] : []),
    ...(removedAt instanceof Date ? [sentence('removed', removedAt, values.removed_by)] : []),
  ];
  return sentences.map((one) => (language === 'ja' ? one : ` ${one}`)).join('');
}
