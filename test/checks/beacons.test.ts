import { expect, test } from 'vitest';
import { askOf, linesOf, readLines, rulesPath } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));

/** Calls for twenty hours with pauses between two and five minutes, no two alike in a row. */
function callsFrom(begin: string): string {
  let at = Date.parse(`${begin}Z`);
  return Array.from({ length: 340 }, (_, n) => {
    at += (120 + ((n * 97) % 180)) * 1000;
    return `proxy,at=${new Date(at).toISOString().slice(0, 19).replace('T', ' ')},from=10.1.2.1,host=waits.example`;
  }).join('\n');
}

test.each(['2026-11-12 10:00', '2026-11-30 10:00', '2027-02-28 10:00', '2026-12-31 10:00'])(
  'calls at pauses drawn by lot that go on all night are a beacon, whatever the calendar: %s',
  async (begin) => {
    const day = begin.slice(0, 10);
    const until = new Date(Date.parse(`${day}T00:00:00Z`) + 3 * 86_400_000).toISOString().slice(0, 10);
    const lines = [...OFFICE.filter(([kind]) => kind !== 'period'), ...linesOf(`period,asked_from=${day},asked_until=${until}\n${callsFrom(begin)}`)];
    const rows = await askOf(lines, 'select host, regular_percent from outbound_beacons');
    expect(rows).toEqual([{ host: 'waits.example', regular_percent: expect.any(Number) }]);
  },
);
