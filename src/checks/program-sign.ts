/** One sign that no person made a logon, with what was measured of it; null: it has no such number or name. */
export interface ProgramSign {
  readonly sign: string;
  readonly measured: number | null;
  readonly seconds: number | null;
  readonly named: string | null;
  readonly records: number;
}

/** From the parts of a line that the models write: the sign, its two numbers, its name, its records. */
export function programSignOf([sign = '', measured = '', seconds = '', named = '', records = '']: readonly string[]): ProgramSign {
  return { sign, measured: numberOrNull(measured), seconds: numberOrNull(seconds), named: named === '' ? null : named, records: Number(records) };
}

function numberOrNull(text: string): number | null {
  return text === '' ? null : Number(text);
}

/** Signs whose name is one that somebody typed for an account, and that nothing need have proved: `runas /netonly` asks nobody. */
const NAMES_AN_ACCOUNT: ReadonlySet<string> = new Set([
  'new-credentials',
  'built-in-administrator',
  'built-in-renamed',
  'named-as-controller',
  'hidden-account',
]);
const NAMED = 4;

/** The accounts that the signs of a row (lines of `program_episodes.sql`) name. */
export function accountsInSigns(signs: string | null): readonly string[] {
  return (signs?.split('\n') ?? []).flatMap((line) => accountIn(line.split('\t')));
}

/** The signs with other words for the accounts they name. */
export function signsWith(signs: string, wordsFor: (name: string) => string): string {
  return signs
    .split('\n')
    .map((line) => {
      const parts = line.split('\t');
      const [name] = accountIn(parts);
      return name === undefined ? line : parts.with(NAMED, wordsFor(name)).join('\t');
    })
    .join('\n');
}

function accountIn(parts: readonly string[]): readonly string[] {
  const [, sign = ''] = parts;
  const name = parts[NAMED] ?? '';
  return NAMES_AN_ACCOUNT.has(sign) && name !== '' ? [name] : [];
}
