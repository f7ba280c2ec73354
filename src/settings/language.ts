/** Languages every sentence exists in. */
export type Language = 'ja' | 'en';

/**
 * The language of a run that asks for none: that of the environment's locale, else Japanese.
 *
 * @param locales what the environment says, first that counts first: LC_ALL, LC_MESSAGES, LANG, then the system's own (`ja-JP`)
 */
export function languageOf(locales: readonly (string | undefined)[]): Language {
  const named = locales.find((locale) => locale !== undefined && locale !== '');
  // C and POSIX name no language.
  if (named === undefined || /^(C|POSIX)(\.|$)/i.test(named)) return 'ja';
  return /^ja([-_.]|$)/i.test(named) ? 'ja' : 'en';
}
