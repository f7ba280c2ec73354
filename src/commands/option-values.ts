import { UserError } from '../settings/user-error.ts';

/** Of an option's text: a whole number from 1. UserError: it is none. */
export function wholeNumber(text: string, option: string, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > most) throw new UserError('option-value', { option, value: text, allowed: `1-${most}` });
  return number;
}

/** Of an option's text: one of these. UserError: it is none. */
export function oneOf<const T extends string>(value: string, option: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UserError('option-value', { option, value, allowed: allowed.join(', ') });
  return found;
}

/** For options that may be given more than once. */
export function collected(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
