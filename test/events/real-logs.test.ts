import { describe, expect, test } from 'vitest';
import { SELECTION } from '../../src/events/record-rows.ts';
import type { FullRecord } from '../../src/evtx/full-record.ts';
import { decodeAll, hasRealLogs, REAL_LOGS, realLog } from '../evtx/real-logs.ts';
import { isWanted, microseconds } from '../evtx/selective-pass.ts';
import { type Row, rowsOf } from './table-rows.ts';

/** Columns that keep what was recorded, and the fields it may stand in. */
const RECORDED: Readonly<Record<string, readonly string[]>> = {
  terminal_address_recorded: ['IpAddress', 'ClientAddress'],
  terminal_name_recorded: ['WorkstationName', 'Workstation', 'ClientName'],
  status_recorded: ['Status'],
  sub_status_recorded: ['SubStatus'],
};

describe.skipIf(!hasRealLogs())('every wanted record of a real log is one row, with what was recorded', () => {
  test.each(REAL_LOGS)('%s', (name) => {
    const records = decodeAll(realLog(name)).records.filter((one) => isWanted(one, SELECTION));
    const rows = rowsOf(realLog(name));
    expect(rows.map(keyOfRow).sort()).toEqual(records.map(({ record }) => keyOf(record)).sort());
    const byKey = new Map(records.map(({ record }) => [keyOf(record), record]));
    for (const row of rows.filter(({ table }) => table === 'logon_events')) {
      const { data, eventId } = byKey.get(keyOfRow(row)) ?? expect.fail('no record');
      for (const [column, fields] of Object.entries(RECORDED)) {
        const field = fields.find((candidate) => candidate in data);
        if (field !== undefined) expect(row[column] ?? '').toBe(data[field]);
      }
      expect(row.account_recorded ?? '').toBe(data[accountField(eventId)]);
    }
  });
});

describe.skipIf(!hasRealLogs())('known rows of real logs', () => {
  test('the Application log has a 4625 of its own, which is no failed logon', () => {
    const decoded = decodeAll(realLog('v03-application-log-4625-trap.evtx')).records;
    expect(decoded.filter(({ record }) => record.eventId === 4625)).not.toHaveLength(0);
    expect(rowsOf(realLog('v03-application-log-4625-trap.evtx'))).toEqual([]);
  });

  test.each<{ log: string; where: Partial<Row>; rows: Partial<Row>[] }>([
    {
      log: 'v01-dc-rdp-logon.evtx',
      where: { event_id: 4624, terminal_address: '192.168.38.1' },
      rows: [
        { logon_type: 3, logon_process: 'NtLmSsp', ntlm_version: 'NTLM V2', account: 'vagrant', account_domain: 'WINDOMAIN' },
        { logon_type: 10, logon_process: 'User32', elevated: true, terminal_name: 'DC' },
        { logon_type: 10, logon_process: 'User32', elevated: false, terminal_name: 'DC' },
      ],
    },
    {
      log: 'v01-dc-rdp-logon.evtx',
      where: { event_id: 4778 },
      rows: [{ account: 'vagrant', terminal_name: 'silversurfer', terminal_address: '192.168.38.1', session_name: 'RDP-Tcp#0' }],
    },
    {
      log: 'v04-server-rdp-guessing-lockout.evtx',
      where: { event_id: 4740 },
      rows: [{ account: 'Sarah', account_domain: null, terminal_name: 'DESKTOP-OUPA0T1', acting_account: 'df1-vm$' }],
    },
    {
      log: 'v38-samaccountname-spoof-a.evtx',
      where: { table: 'account_changes', event_id: 4781 },
      rows: [
        { acting_account: 'lgrove', former_name: 'DC012$', account: '01566s-win16-ir' },
        { acting_account: 'lgrove', former_name: '01566s-win16-ir', account: 'DC012' },
      ],
    },
  ])('$log $where', ({ log, where, rows }) => {
    const found = rowsOf(realLog(log)).filter((row) => Object.entries(where).every(([column, value]) => row[column] === value));
    expect(found).toMatchObject(rows);
  });
});

function accountField(eventId: number): string {
  if (eventId === 4672 || eventId === 4662) return 'SubjectUserName';
  return eventId === 4778 || eventId === 4779 ? 'AccountName' : 'TargetUserName';
}

function keyOf({ computer, recordId, timeCreated, eventId, version }: FullRecord): string {
  return [computer, recordId, microseconds(timeCreated), eventId, version].join(' ');
}

function keyOfRow({ recorded_by, record_id, occurred_at, event_id, event_version }: Row): string {
  return [recorded_by, record_id, occurred_at, event_id, event_version].join(' ');
}
