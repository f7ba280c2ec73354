import type { DuckDbEngine } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import { type CalendarDay, calendarDays } from '../settings/calendar.ts';
import type { EvidenceOptions } from '../settings/options.ts';
import { CALENDAR } from '../tables/calendar.ts';

/** 54 years: more than any log has days, unless its times were made up. Then the days with most records count. */
const MOST_DAYS = 20_000;

/** Fills `calendar` with the days that have records. After the logs are loaded, before models are built. */
export async function fillCalendar(engine: DuckDbEngine, { timezone, config }: Pick<EvidenceOptions, 'timezone' | 'config'>): Promise<void> {
  const { rows } = await engine.ask(`
    select substr(cast(date_trunc('day', occurred_at) as varchar), 1, 10) as utc_day
    from (select occurred_at from logon_events union all select hour from logon_hours union all select occurred_at from proxy_requests) as moments
    where occurred_at >= timestamp '1601-01-01 00:00:00' and occurred_at < timestamp '9999-12-31 00:00:00'
    group by date_trunc('day', occurred_at) order by count(*) desc, date_trunc('day', occurred_at) limit ${MOST_DAYS}`);
  const days = calendarDays(
    rows.map((row) => String(row.utc_day)),
    timezone,
    config.settings,
  );
  await engine.insertRows(CALENDAR, days.map(calendarRow));
}

function calendarRow({ localDay, startsAt, endsAt, holidayName, workFrom, workUntil }: CalendarDay): Row {
  return {
    local_day: localDay,
    starts_at: startsAt,
    ends_at: endsAt,
    is_holiday: holidayName !== null,
    holiday_name: holidayName,
    work_from_at: workFrom,
    work_until_at: workUntil,
  };
}
