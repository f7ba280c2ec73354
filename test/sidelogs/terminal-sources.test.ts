import { describe, expect, test } from 'vitest';
import { computerFacts } from '../../src/directory/computer-facts.ts';
import { rowsOfSnapshot } from '../../src/directory/rows.ts';
import { type TerminalRow, type TerminalRows, terminalRows } from '../../src/sidelogs/terminal-rows.ts';
import type { InventoryTerminal } from '../../src/sidelogs/terminals-csv.ts';
import { computer, group, sid, snapshotOf } from '../directory/snapshot.ts';
import { loaded } from '../settings/loaded-config.ts';

const BASE = 'DC=kita,DC=example';

/** ADM01 is in the group (nested) and in the OU; ADM02 in the group alone; ADM03 in the OU alone; PC01 in neither. */
const SNAPSHOT = snapshotOf({
  groups: [group(sid(1601), '管理者端末', [sid(1602), sid(1302)]), group(sid(1602), '情報政策課の端末', [sid(1301), sid(1601)])],
  computers: [
    computer(1301, { name: 'adm01', dnsName: 'adm01.kita.example', dn: `CN=ADM01,OU=本庁,OU=管理者端末,${BASE}`, operatingSystem: 'Windows 11 Pro' }),
    computer(1302, { name: 'ADM02', dn: `CN=ADM02,OU=職員端末,${BASE}` }),
    computer(1303, { name: 'ADM03', dn: `CN=ADM03,ou=管理者端末, ${BASE.toLowerCase()}` }),
    computer(1304, { name: 'PC01', dnsName: 'pc01.kita.example', dn: `CN=PC01,OU=職員端末,${BASE}`, segment: '旧', department: '旧課' }),
    computer(1305, { name: 'DC01', dn: `CN=DC01,OU=Domain Controllers,${BASE}`, role: 'domain controller', operatingSystem: 'Windows Server 2022' }),
  ],
  names: [{ dnsName: 'pc01.kita.example', address: '10.2.0.7', refreshedAt: null }],
});

function listed(terminal: string, more: Partial<InventoryTerminal> = {}): InventoryTerminal {
  return { line: 2, terminal, dnsName: null, addresses: [], adminTerminal: null, role: null, segment: null, department: null, ...more };
}

function rowsBy(yaml: string, inventory: readonly InventoryTerminal[] = []): TerminalRows {
  const facts = computerFacts(SNAPSHOT);
  return terminalRows(inventory, rowsOfSnapshot(SNAPSHOT, 'lgwan').terminals, 'lgwan', { config: loaded(`terminals: ${yaml}`), facts });
}

function rowOf(rows: TerminalRows, terminal: string): TerminalRow {
  const row = rows.terminals.find((one) => one.terminal === terminal);
  if (row === undefined) throw new Error(`no row of ${terminal}`);
  return row;
}

/** Terminals that are taken for admin terminals; a `?` after those that are disputed, also where they are not. */
function admins({ terminals }: TerminalRows): string {
  const shown = terminals.filter((row) => row.admin_terminal || row.admin_disputed);
  return shown.map((row) => `${row.admin_terminal ? '' : '-'}${row.terminal}${row.admin_disputed ? '?' : ''}`).join(' ');
}

describe('an admin terminal is known by', () => {
  test.each([
    ['a group by name, nested and in a circle', '{ admin_terminals: { groups: [管理者端末] } }', 'ADM01 ADM02'],
    ['a group by SID', `{ admin_terminals: { groups: [${sid(1601).toLowerCase()}] } }`, 'ADM01 ADM02'],
    ['a group with its domain', "{ admin_terminals: { groups: ['kita\\管理者端末'] } }", 'ADM01 ADM02'],
    ['an OU and all below it, in any case', `{ admin_terminals: { organizational_units: ['OU=管理者端末,${BASE}'] } }`, 'ADM01 ADM03'],
    ['a pattern of names', '{ admin_terminals: { name_patterns: [adm*2] } }', 'ADM02'],
    ['a name', '{ admin_terminals: { names: [adm01.kita.example, PC01] } }', 'ADM01 PC01'],
    ['a name that nobody else knows', '{ admin_terminals: { names: [soumu-soumuka-0001.kita.example] } }', 'SOUMU-SOUMUKA-0'],
    ['an address of AD DNS', '{ admin_terminals: { address_ranges: [10.2.0.0/29] } }', 'PC01'],
  ])('%s', (_, yaml, expected) => {
    expect(admins(rowsBy(yaml))).toBe(expected);
  });

  test('an address of the inventory, IPv6 too', () => {
    const inventory = [listed('ADM02', { addresses: ['2001:db8:1::5'] }), listed('PC09', { addresses: ['10.1.1.255'] }), listed('PC08')];
    const rows = rowsBy("{ admin_terminals: { address_ranges: [10.1.1.0/24, '2001:db8:1::/64'] } }", inventory);
    expect(admins(rows)).toBe('ADM02 PC09');
    // Nothing is said about a terminal whose address nobody knows.
    expect(rowOf(rows, 'PC08').admin_terminal).toBe(null);
  });

  test('no OU whose name merely ends alike', () => {
    expect(admins(rowsBy(`{ admin_terminals: { organizational_units: ['OU=端末,${BASE}'] } }`))).toBe('');
  });
});

describe('sources that disagree', () => {
  const both = `{ admin_terminals: { groups: [管理者端末], organizational_units: ['OU=管理者端末,${BASE}'] } }`;

  test('make a terminal disputed, and a warning says who says what', () => {
    const rows = rowsBy(both);
    expect(admins(rows)).toBe('ADM01 ADM02? ADM03?');
    expect(rowOf(rows, 'ADM02')).toMatchObject({ admin_said_by: 'group', admin_denied_by: 'organizational-unit' });
    expect(rows.warnings).toEqual([
      { code: 'admin-terminal-disputed', details: { terminal: 'ADM02', said: 'group', denied: 'organizational-unit' } },
      { code: 'admin-terminal-disputed', details: { terminal: 'ADM03', said: 'organizational-unit', denied: 'group' } },
    ]);
  });

  test('the inventory wins for the value, and the terminal stays disputed', () => {
    const inventory = [listed('ADM01', { adminTerminal: false }), listed('PC01', { adminTerminal: true }), listed('ADM02')];
    const rows = rowsBy('{ admin_terminals: { groups: [管理者端末] } }', inventory);
    expect(admins(rows)).toBe('-ADM01? ADM02 PC01?');
    expect(rows.warnings.map(({ code }) => code)).toEqual(['admin-terminal-overruled', 'admin-terminal-disputed']);
    expect(rowOf(rows, 'PC01')).toMatchObject({ admin_said_by: 'inventory', admin_denied_by: 'group', known_by: 'directory+inventory' });
  });

  test('are told ten at a time', () => {
    const inventory = Array.from({ length: 14 }, (_, n) => listed(`PC${n + 10}`, { adminTerminal: true }));
    const { warnings } = rowsBy('{ admin_terminals: { names: [PC10] } }', inventory);
    expect([warnings.length, warnings.at(-1)]).toEqual([11, { code: 'admin-terminals-disputed-more', details: { count: 3 } }]);
  });
});

describe('the role', () => {
  test('is what the configuration says, before the operating system and the inventory', () => {
    const rows = rowsBy('{ servers: { name_patterns: [ADM02] }, user_terminals: { names: [KIOSK1, DC01] } }', [
      listed('ADM02', { role: 'user terminal' }),
    ]);
    expect(rows.terminals.map((row) => [row.terminal, row.role])).toEqual([
      ['ADM01', 'user terminal'],
      ['ADM02', 'server'],
      ['ADM03', 'user terminal'],
      ['DC01', 'domain controller'],
      ['KIOSK1', 'user terminal'],
      ['PC01', 'user terminal'],
    ]);
    expect(rows.warnings).toEqual([]);
  });

  test('that two classes give is told, and the server is taken', () => {
    const rows = rowsBy('{ servers: { names: [PC01] }, user_terminals: { name_patterns: ["PC*"] } }');
    expect(rowOf(rows, 'PC01').role).toBe('server');
    expect(rows.warnings).toEqual([{ code: 'terminal-of-two-roles', details: { terminal: 'PC01' } }]);
  });
});

test('segment and department are those of the first part that fits; the inventory wins', () => {
  const yaml = `
  segments: [{ name: 庁内, address_ranges: [10.2.0.0/24] }, { name: 全体, name_patterns: ['*1'] }]
  departments: [{ name: 総務課, organizational_units: ['OU=職員端末,${BASE}'] }]`;
  const rows = rowsBy(yaml, [listed('ADM02', { department: '税務課' })]);
  expect(rows.terminals.map((row) => [row.terminal, row.segment, row.department])).toEqual([
    ['ADM01', '全体', null],
    ['ADM02', null, '税務課'],
    ['ADM03', null, null],
    ['DC01', '全体', null],
    ['PC01', '庁内', '総務課'],
  ]);
});

test('every source that knows a terminal is named, in one order', () => {
  const yaml = `
  admin_terminals: { groups: [管理者端末] }
  segments: [{ name: A, name_patterns: ['ADM*'] }]
  departments: [{ name: B, organizational_units: ['OU=管理者端末,${BASE}'] }]
  servers: { names: [PC02] }`;
  const rows = rowsBy(yaml, [listed('ADM01')]);
  expect(rows.terminals.map((row) => [row.terminal, row.known_by])).toEqual([
    ['ADM01', 'directory+operating-system+group+organizational-unit+name-pattern+inventory'],
    ['ADM02', 'directory+group+name-pattern'],
    ['ADM03', 'directory+organizational-unit+name-pattern'],
    ['DC01', 'directory'],
    ['PC01', 'directory'],
    ['PC02', 'list'],
  ]);
});

test('an item that fits no terminal is told with its line', () => {
  const { warnings } = rowsBy(`
  servers:
    name_patterns: [ADM*, SRV*]
    address_ranges: [192.168.0.0/24]
  departments:
    - name: 総務課
      organizational_units: ['OU=総務課,${BASE}']`);
  expect(warnings.map(({ code, details }) => [code, details.line, details.key, details.value])).toEqual([
    ['config-fits-nothing', 3, 'terminals.servers.name_patterns[2]', 'SRV*'],
    ['config-fits-nothing', 4, 'terminals.servers.address_ranges[1]', '192.168.0.0/24'],
    ['config-fits-nothing', 7, 'terminals.departments[1].organizational_units[1]', `OU=総務課,${BASE}`],
  ]);
});
