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
