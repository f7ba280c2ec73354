import { describe, expect, test } from 'vitest';
import { SELECTION } from '../../src/events/record-rows.ts';
import { decodeAll, hasRealLogs, REAL_LOGS, realLog } from './real-logs.ts';
import { expectedOf, isWanted, microseconds, selectivePass, type WantedRecord } from './selective-pass.ts';

describe.skipIf(!hasRealLogs())('the selective pass gives what the full decode gives', () => {
  test.each(REAL_LOGS)('%s', (name) => {
    const { records, damage } = decodeAll(realLog(name));
    const pass = selectivePass(realLog(name), SELECTION);
    const expected = records.filter((record) => isWanted(record, SELECTION)).map((record) => expectedOf(record, SELECTION));
    expect(inOrder(pass.wanted)).toEqual(inOrder(expected));
    const inChannel = records.filter(({ record }) => record.channel === SELECTION.channel);
    expect([...pass.seen].sort()).toEqual(
      inChannel.map(({ record }) => `${record.computer}#${record.recordId}@${microseconds(record.timeCreated)}`).sort(),
    );
    const lost = damage.reduce((sum, one) => sum + one.recordsLost, 0);
    expect(pass.counts).toEqual({ records: records.length + lost, outOfScope: records.length - pass.wanted.length, damaged: lost });
    expect(pass.damage).toHaveLength(damage.length);
  });
});

function inOrder(records: readonly WantedRecord[]): WantedRecord[] {
  return [...records].sort((a, b) => a.computer.localeCompare(b.computer) || a.recordId - b.recordId || a.occurredAt - b.occurredAt);
}
