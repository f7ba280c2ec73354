import { expect, test } from 'vitest';
import { askOf, linesOf, readLines, rulesPath } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));

/** `sign strength account place named` of the signs, in order of time. */
async function signsOf(text: string): Promise<readonly string[]> {
  const sql =
    "select because, strength, account, place, named from program_signs where because in ('sid-history', 'dsrm-password') order by occurred_at, because";
  const rows = await askOf([...OFFICE, ...linesOf(text)], sql);
  return rows.map(({ because, strength, account, place, named }) => `${because} ${strength} ${account} ${place} ${named}`);
}

const SESSION = (from: string) => `4624,at=02:00,account=adm-mori,domain=MIDORI,sid=1101,type=3,from=${from},logon_id=7777,elevated=true`;
const ACTING = 'acting_account=adm-mori,acting_domain=MIDORI,acting_sid=1101,acting_logon_id=7777';

test('a SID of the own domain, or one that administers, in the history of an account is a strong sign of who brought it in, from where', async () => {
  const history = `${SESSION('10.1.2.1')}\n4765,at=02:01,account=sato,sid=1201,member=Domain Admins,member_sid=S-1-5-21-7-8-9-512,${ACTING}`;
  expect(await signsOf(history)).toEqual(['sid-history strong adm-mori terminal PC01 Domain Admins > sato']);
  const foreign = (rid: number) => `4765,at=02:01,account=sato,sid=1201,member=old-sato,member_sid=S-1-5-21-90-91-92-${rid},acting_account=adm-mori`;
  expect(await signsOf(foreign(519))).toEqual(['sid-history strong adm-mori terminal DC01 old-sato > sato']);
  expect(await signsOf(foreign(1777)), 'as a migration from another domain does').toEqual([
    'sid-history weak adm-mori terminal DC01 old-sato > sato',
  ]);
});

test('who sets the DSRM password of a domain controller is told: strongly, but from an admin terminal', async () => {
  const set = `4794,at=02:01,${ACTING}`;
  expect(await signsOf(`${SESSION('10.1.2.1')}\n${set}`)).toEqual(['dsrm-password strong adm-mori terminal PC01 null']);
  expect(await signsOf(`${SESSION('10.1.1.1')}\n${set}`)).toEqual(['dsrm-password weak adm-mori terminal ADM01 null']);
});
