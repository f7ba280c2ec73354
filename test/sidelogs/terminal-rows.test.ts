import { expect, test } from 'vitest';
import { loadConfig } from '../../src/settings/config-file.ts';
import { terminalRows as joinedRows, type KnownTerminal, type TerminalRow } from '../../src/sidelogs/terminal-rows.ts';
import type { InventoryTerminal } from '../../src/sidelogs/terminals-csv.ts';
import { ADDRESSES, TERMINALS } from '../../src/tables/directory.ts';

const NO_RULES = { config: loadConfig(null, []), facts: new Map() };

function terminalRows(inventory: readonly InventoryTerminal[], directory: readonly KnownTerminal[], network: string) {
  return joinedRows(inventory, directory, network, NO_RULES);
}

function known<T extends Partial<TerminalRow>>(terminal: string, more?: T): KnownTerminal & T;
function known(terminal: string, more: Partial<TerminalRow> = {}): KnownTerminal {
  return {
    network: 'lgwan',
    terminal,
    dns_name: `${terminal.toLowerCase()}.kita.example`,
    role: 'user terminal',
    admin_terminal: null,
    segment: 'old',
    department: '旧課',
    known_by: 'directory',
    ...more,
  };
}

function listed(line: number, terminal: string, more: Partial<InventoryTerminal> = {}): InventoryTerminal {
  return { line, terminal, dnsName: null, addresses: [], adminTerminal: null, role: null, segment: null, department: null, ...more };
}

test('rows have exactly the columns of the tables', () => {
  const rows = terminalRows([listed(2, 'PC01', { addresses: ['10.1.2.3'] })], [], 'lgwan');
  expect(Object.keys(rows.terminals[0] ?? {}).sort()).toEqual(TERMINALS.columns.map((column) => column.name).sort());
  expect(Object.keys(rows.addresses[0] ?? {})).toEqual(ADDRESSES.columns.map((column) => column.name));
});

test('the inventory wins where it says anything, the directory elsewhere', () => {
  const line = listed(2, 'PC01', { adminTerminal: true, segment: 'LGWAN' });
  expect(terminalRows([line], [known('PC01', { admin_terminal: false })], 'lgwan').terminals).toEqual([
    known('PC01', {
      ...{ admin_terminal: true, segment: 'LGWAN', known_by: 'directory+inventory' },
      ...{ admin_disputed: true, admin_said_by: 'inventory', admin_denied_by: 'directory' },
    }),
  ]);
  expect(terminalRows([listed(2, 'PC01')], [known('PC01', { admin_terminal: true })], 'lgwan').terminals).toMatchObject([{ admin_terminal: true }]);
});

test('a terminal of either alone stays, in order of name', () => {
  const rows = terminalRows([listed(2, 'PC09', { adminTerminal: true, dnsName: 'pc09.kita.example' }), listed(3, 'AP01')], [known('PC01')], 'lgwan');
  expect(rows.terminals.map((row) => [row.terminal, row.known_by, row.admin_terminal])).toEqual([
    ['AP01', 'inventory', null],
    ['PC01', 'directory', null],
    ['PC09', 'inventory', true],
  ]);
  expect(rows.warnings).toEqual([]);
});

test('a role that disagrees is told, and the directory is believed', () => {
  const rows = terminalRows([listed(4, 'SV01', { role: 'user terminal' })], [known('SV01', { role: 'server' })], 'lgwan');
  expect(rows.terminals).toMatchObject([{ role: 'server' }]);
  expect(rows.warnings).toEqual([
    { code: 'terminal-role-disagrees', details: { terminal: 'SV01', line: 4, directory: 'server', inventory: 'user terminal' } },
  ]);
});

test('a terminal listed twice is one row with all its addresses, and no admin terminal if either line says so', () => {
  const lines = [
    listed(2, 'PC01', { addresses: ['10.1.2.3'], adminTerminal: true }),
    listed(3, 'PC01', { addresses: ['10.1.2.4'], adminTerminal: false, department: '総務課' }),
  ];
  const rows = terminalRows(lines, [], 'lgwan');
  expect(rows.terminals).toMatchObject([{ terminal: 'PC01', admin_terminal: false, department: '総務課' }]);
  expect(rows.addresses.map((row) => row.terminal_address)).toEqual(['10.1.2.3', '10.1.2.4']);
  expect(rows.warnings).toEqual([{ code: 'terminal-listed-twice', details: { terminal: 'PC01', line: 3, before: 2 } }]);
});

test('an address of two terminals is told, and both statements are kept', () => {
  const rows = terminalRows([listed(2, 'PC02', { addresses: ['10.1.2.3'] }), listed(3, 'PC01', { addresses: ['10.1.2.3'] })], [], 'lgwan');
  expect(rows.addresses.map((row) => row.terminal)).toEqual(['PC02', 'PC01']);
  expect(rows.warnings).toEqual([{ code: 'address-of-several-terminals', details: { address: '10.1.2.3', terminals: 'PC01, PC02' } }]);
});

test('a name longer than 15 characters is the account name that events carry', () => {
  const lines = [listed(2, 'SOUMU-SOUMUKA-0001'), listed(3, 'OTHER-NAME', { dnsName: 'zeimu-zeimuka-0001.kita.example' })];
  const rows = terminalRows(lines, [known('SOUMU-SOUMUKA-0'), known('ZEIMU-ZEIMUKA-0', { dns_name: 'zeimu-zeimuka-0001.kita.example' })], 'lgwan');
  expect(rows.terminals.map((row) => [row.terminal, row.known_by])).toEqual([
    ['SOUMU-SOUMUKA-0', 'directory+inventory'],
    ['ZEIMU-ZEIMUKA-0', 'directory+inventory'],
  ]);
});
