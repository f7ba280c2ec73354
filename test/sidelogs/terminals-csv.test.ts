import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/settings/user-error.ts';
import { readTerminalsCsv, type TerminalsInventory } from '../../src/sidelogs/terminals-csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'adlogon-terminals-'));
const file = join(folder, 'terminals.csv');
afterAll(() => rmSync(folder, { recursive: true }));

function inventoryOf(content: string | Uint8Array): TerminalsInventory {
  writeFileSync(file, content);
  return readTerminalsCsv(file);
}

function errorOf(content: string | Uint8Array): UserError {
  try {
    inventoryOf(content);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('was read');
}

const ONE = {
  line: 2,
  terminal: 'KANRI-01',
  dnsName: null,
  addresses: ['10.1.2.3'],
  adminTerminal: true,
  role: 'user terminal',
  segment: 'LGWAN',
  department: '情報政策課',
};
const JAPANESE = '端末名,IPアドレス,管理者端末,役割,セグメント,所属\r\nkanri-01,10.1.2.3,はい,ユーザ端末,LGWAN,情報政策課\r\n';
/** 端末名,所属 / PC01,総務課 in CP932. */
const CP932 = Buffer.from('925b969696bc2c8f8a91ae0d0a504330312c918d96b189db0d0a', 'hex');

describe('an inventory is read', () => {
  test.each([
    ['with Japanese headers', JAPANESE],
    ['with a byte order mark', `\ufeff${JAPANESE}`],
    ['with English headers', 'name,address,admin,role,segment,department\nkanri-01,10.1.2.3,yes,user terminal,LGWAN,情報政策課\n'],
    ['with columns in another order', '所属,役割,管理者端末,IPアドレス,端末名,セグメント\n情報政策課,クライアント,○,10.1.2.3,KANRI-01,LGWAN'],
    ['with quoted cells', '"端末名","IPアドレス","管理者端末","役割","セグメント","所属"\r"kanri-01","10.1.2.3","1","端末","LGWAN","情報政策課"\r'],
    ["with Excel's leading '", "名前,IP,管理者端末,種別,セグメント,部署\n'kanri-01,'10.1.2.3,'TRUE,PC,LGWAN,情報政策課\n"],
    [
      'with full-width letters',
      'ＩＰアドレス,端末名,管理者端末,役割,セグメント,所属\n１０．１．２．３,ｋａｎｒｉ－０１,ＹＥＳ,ＰＣ,LGWAN,情報政策課\n',
    ],
    ['separated by tabs, as UTF-16', Buffer.from(`\ufeff${JAPANESE.replaceAll(',', '\t')}`, 'utf16le')],
  ])('%s', (_, content) => {
    expect(inventoryOf(content).terminals).toEqual([ONE]);
  });

  test('in CP932', () => {
    expect(inventoryOf(CP932).terminals).toEqual([
      { line: 2, terminal: 'PC01', dnsName: null, addresses: [], adminTerminal: null, role: null, segment: null, department: '総務課' },
    ]);
  });

  test('without its empty lines; a line is numbered where it starts', () => {
    const { terminals } = inventoryOf('name,department\n\nPC01,"総務課\n1階"\n,\nPC02,税務課\n');
    expect(terminals.map((one) => [one.line, one.terminal, one.department])).toEqual([
      [3, 'PC01', '総務課\n1階'],
      [6, 'PC02', '税務課'],
    ]);
  });
});

test.each([
  ['PC01', 'PC01', null],
  ['pc01.Kita.Example', 'PC01', 'pc01.kita.example'],
  ['\\\\PC01', 'PC01', null],
  ['PC01$', 'PC01', null],
  ['窓口-1', '窓口-1', null],
])('the name %s', (name, terminal, dnsName) => {
  expect(inventoryOf(`name\n${name}\n`).terminals).toMatchObject([{ terminal, dnsName }]);
});

test.each([
  ['10.1.2.3;10.1.2.4', ['10.1.2.3', '10.1.2.4']],
  ['10.1.2.3 10.1.2.3', ['10.1.2.3']],
  ['"10.1.2.3, 10.1.2.4"', ['10.1.2.3', '10.1.2.4']],
  ['::FFFF:10.1.2.3', ['10.1.2.3']],
  ['2001:0DB8:0:0::1', ['2001:db8::1']],
  ['FE80::1%eth0', ['fe80::1%eth0']],
  ['', []],
  ['DHCP', []],
  ['自動取得', []],
])('the address cell %s', (cell, addresses) => {
  expect(inventoryOf(`name,address\nPC01,${cell}\n`).terminals).toMatchObject([{ addresses }]);
});

test.each([
  ['yes', true],
  ['はい', true],
  ['○', true],
  ['〇', true],
  ['1', true],
  ['TRUE', true],
  ['no', false],
  ['いいえ', false],
  ['×', false],
  ['0', false],
  ['', null],
  ['-', null],
])('the admin cell "%s"', (cell, adminTerminal) => {
  expect(inventoryOf(`name,admin,x\nPC01,${cell},x\n`).terminals).toMatchObject([{ adminTerminal }]);
});

test.each([
  ['domain controller', 'domain controller'],
  ['Domain-Controller', 'domain controller'],
  ['DC', 'domain controller'],
  ['ドメインコントローラー', 'domain controller'],
  ['ﾄﾞﾒｲﾝ ｺﾝﾄﾛｰﾗ', 'domain controller'],
  ['ファイルサーバ(NAS)', 'server'],
  ['サーバー', 'server'],
  ['ユーザ端末', 'user terminal'],
  ['ユーザー端末', 'user terminal'],
  ['管理者端末', 'user terminal'],
  ['プリンタ', null],
  ['', null],
])('the role cell "%s"', (cell, role) => {
  expect(inventoryOf(`name,role,x\nPC01,${cell},x\n`).terminals).toMatchObject([{ role }]);
});

describe('an inventory is refused with the place that is wrong', () => {
  test.each([
    ['an empty file', '', 'terminals-empty', {}],
    ['a byte order mark alone', '\ufeff', 'terminals-empty', {}],
    ['no column of names', '番号,IPアドレス\n1,10.1.2.3\n', 'terminals-no-name-column', { columns: '番号, IPアドレス' }],
    ['two columns of one kind', 'name,端末名\nPC01,PC02\n', 'terminals-column-twice', { first: 'name', second: '端末名' }],
    ['a line without a name', 'name,address\nPC01,\n,10.1.2.3\n', 'terminals-bad-name', { line: 3, column: 'name', value: '' }],
    ['an address for a name', 'name\n10.1.2.3\n', 'terminals-bad-name', { line: 2, value: '10.1.2.3' }],
    ['no address', '端末名,IPアドレス\nPC01,10.1.2.3;10.1.2\n', 'terminals-bad-address', { line: 2, column: 'IPアドレス', value: '10.1.2' }],
    ['a range', 'name,address\nPC01,10.1.2.0/24\n', 'terminals-bad-address', { value: '10.1.2.0/24' }],
    ['neither yes nor no', 'name,管理者端末\nPC01,たぶん\n', 'terminals-bad-yes-no', { line: 2, column: '管理者端末', value: 'たぶん' }],
    ['an unknown role', 'name,role\nPC01,butler\n', 'terminals-bad-role', { line: 2, column: 'role', value: 'butler' }],
    ['an open quote', 'name,role\nPC01,pc\nPC02,"pc\n', 'terminals-not-csv', { line: 3 }],
    ['bytes', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfd), 'terminals-not-text', {}],
  ])('%s', (_, content, code, details) => {
    const error = errorOf(content);
    expect(error.code).toBe(code);
    expect(error.details).toMatchObject({ ...details, file });
  });

  test('a file that is not there', () => {
    expect(() => readTerminalsCsv(join(folder, 'none.csv'))).toThrow(expect.objectContaining({ code: 'file-unreadable' }));
  });
});

test('a column that is not understood is named, and so is a missing column of admin terminals', () => {
  expect(inventoryOf('端末名,備考,\nPC01,x,\n').warnings).toEqual([
    { code: 'terminals-column-ignored', details: { file, column: '備考' } },
    { code: 'terminals-no-admin-column', details: { file } },
  ]);
  expect(inventoryOf(JAPANESE).warnings).toEqual([]);
});
