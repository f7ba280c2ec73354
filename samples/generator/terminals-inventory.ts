import { ALL_MACHINES, type Machine, PRINTER } from './story/town.ts';

const HEADER = ['端末名', 'IPアドレス', '管理者端末', '役割', 'セグメント', '所属'];
const ROLES: Readonly<Record<Machine['role'], string>> = {
  'domain controller': 'ドメインコントローラー',
  server: 'サーバー',
  'user terminal': 'ユーザ端末',
};

/** The inventory as an office keeps it in Excel: CSV, UTF-8 with byte order mark, CRLF. */
export function terminalsInventory(): string {
  const machines = ALL_MACHINES.map((machine) => [
    machine.name,
    machine.address ?? 'DHCP',
    machine.adminTerminal ? 'はい' : 'いいえ',
    ROLES[machine.role],
    machine.segment,
    machine.department ?? '',
  ]);
  const printer = [PRINTER.name, PRINTER.address, 'いいえ', 'その他', PRINTER.segment, PRINTER.department];
  return `\ufeff${[HEADER, ...machines, printer].map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}
