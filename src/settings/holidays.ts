import holidayJp from '@holiday-jp/holiday_jp';

const HOLIDAYS: Readonly<Record<string, { readonly name: string }>> = holidayJp.holidays;

/** Name of the Japanese national holiday on a day (`2026-11-23`), 振替休日 and 国民の休日 too; null: none. Known from 1970 to 2050. */
export function nationalHoliday(day: string): string | null {
  return Object.hasOwn(HOLIDAYS, day) ? (HOLIDAYS[day]?.name ?? null) : null;
}
