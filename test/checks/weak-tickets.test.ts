import { expect, test } from 'vitest';
import { askOf, linesOf, readLines, rulesPath } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));

/** `address strength` of the sign at the account's tickets, in order of time. */
async function weakTickets(text: string): Promise<readonly string[]> {
  const sql = "select terminal_address, strength, measured from program_signs where because = 'weak-ticket' order by occurred_at, record_id";
  const rows = await askOf([...OFFICE, ...linesOf(text)], sql);
  return rows.map(({ terminal_address, strength, measured }) => `${terminal_address} ${strength} ${measured}`);
}

const ticket = (day: number, from: string, encryption: string, more = '') =>
  `4768,at=2026-11-${day} 01:00,account=sato,domain=MIDORI,sid=1201,from=${from},ticket_encryption=${encryption},pre_authentication=2${more}\n`;
const STRONG = ticket(10, '10.1.2.1', '0x12') + ticket(11, '10.1.2.1', '0x11') + ticket(12, '10.1.2.1', '0x12') + ticket(13, '10.1.2.1', '0x12');

test('a weakly encrypted ticket of an account that else has strong ones is a sign, a strong one where strong ones came from there, too', async () => {
  expect(await weakTickets(STRONG + ticket(12, '10.1.2.2', '0x17'))).toEqual(['10.1.2.2 weak 4']);
  expect(await weakTickets(STRONG + ticket(12, '10.1.2.1', '0x17'))).toEqual(['10.1.2.1 strong 4']);
  expect(await weakTickets(ticket(10, '10.1.2.1', '0x12') + ticket(12, '10.1.2.2', '0x17')), 'one proves that it has a strong key').toHaveLength(1);
});

test('none is what an old program asks for day by day, a service account, an account without strong keys, or one that needs no key', async () => {
  const daily = ticket(10, '10.1.2.2', '0x17') + ticket(11, '10.1.2.2', '0x17') + ticket(12, '10.1.2.2', '0x17');
  expect(await weakTickets(STRONG + daily)).toEqual([]);
  expect(await weakTickets(STRONG + ticket(10, '10.1.2.2', '0x17') + ticket(11, '10.1.2.2', '0x17'))).toHaveLength(2);
  expect(await weakTickets(ticket(10, '10.1.2.1', '0x17') + ticket(12, '10.1.2.2', '0x17'))).toEqual([]);
  expect(await weakTickets(STRONG + ticket(12, '10.1.2.2', '0x17', ',pre_authentication=0'))).toEqual([]);
  const service = `service,account=svc-app,sid=1290\n${(STRONG + ticket(12, '10.1.2.2', '0x17')).replaceAll('account=sato', 'account=svc-app').replaceAll('sid=1201', 'sid=1290')}`;
  expect(await weakTickets(service)).toEqual([]);
});
