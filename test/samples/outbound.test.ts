import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OutboundShown, outboundShown } from '../../samples/generator/scenarios/judging/outbound-shown.ts';
import { OUTBOUND_ATTACKS } from '../../samples/generator/scenarios/outbound/attacks.ts';
import { tellTownWeek } from '../../samples/generator/scenarios/tell-week.ts';

/** Rows to review that no attack explains, in a week of three hundred people. */
const MOST_FALSE_ROWS = 1;

const FOLDER = mkdtempSync(join(tmpdir(), 'adlogon-outbound-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

describe('traffic to the outside in a week of three hundred people, told by the generator', () => {
  let seen: OutboundShown;
  beforeAll(() => {
    seen = outboundShown(FOLDER, tellTownWeek({ attacked: false }), { attacked: true });
  }, 120_000);
  const titled = (known: boolean) =>
    OUTBOUND_ATTACKS.filter((flow) => (flow.known !== undefined) === known).map(({ id, title }) => [id, title] as const);
  const levelOf = (id: string) => seen.attacks.find(({ flow }) => flow.id === id)?.row?.level;

  test.each(titled(false))('to review: %s: %s', (id) => expect(levelOf(id)).toBe('review'));

  // Aloud, and to be struck off as soon as it is shown.
  test.each(titled(true))('NOT YET: %s: %s', (id) => expect(levelOf(id)).not.toBe('review'));

  test('no row to review but of an attack, or one at most', () => {
    expect(seen.lookAlikes.length).toBeGreaterThanOrEqual(9);
    expect(seen.falseRows.slice(MOST_FALSE_ROWS)).toEqual([]);
  });
});
