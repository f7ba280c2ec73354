import { describe, expect, test } from 'vitest';
import { askOf, checklistOf, linesOf, readLines, rulesPath, toldOnce } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));

/** `time account terminal attribution certainty contradicted_by doubted` of every attempt from 01:00 on; `-` for NULL. */
async function attemptsOf(text: string): Promise<readonly string[]> {
  const sql = `
    select occurred_at, account, terminal, attribution, certainty, contradicted_by, doubted
    from attempts where occurred_at >= timestamp '2026-11-09 01:00:00' order by occurred_at, recorded_by, record_id`;
  const rows = await askOf([...OFFICE, ...linesOf(text)], sql);
  return rows.map((row) => {
    const at = row.occurred_at instanceof Date ? row.occurred_at.toISOString() : String(row.occurred_at);
    const cells = [row.account, row.terminal, row.attribution, row.certainty].map((cell) => String(cell ?? '-'));
    return [
      at.slice(11, 16),
      ...cells,
      ...(row.contradicted_by === null ? [] : [`against ${row.contradicted_by}`]),
      ...(row.doubted === true ? ['doubted'] : []),
    ].join(' ');
  });
}

describe('who stood at an address, in order of trust', () => {
  test("the computer's own account, for as long before and after as holder_hours says", async () => {
    expect(
      await attemptsOf(`
        4771,at=01:30,account=sato,from=10.1.7.1
        4771,at=02:00,account=abe,from=10.1.7.1
        4768,at=14:00,account=PC05$,sid=1025,from=10.1.7.1
        4771,at=20:00,account=ito,from=10.1.7.1
      `),
    ).toEqual(['01:30 sato - - unknown', '02:00 abe PC05 computer-account likely', '20:00 ito PC05 computer-account likely']);
  });

  test('a DHCP lease is believed alone, but not that it is an admin terminal: a device gives any name it likes', async () => {
    expect(
      await attemptsOf(`
        lease,terminal=PC05,terminal_address=10.1.7.1,held_from=08:00,held_until=12:00,last_seen_at=10:00
        lease,terminal=ADM01,terminal_address=10.1.7.2,held_from=08:00,last_seen_at=10:00
        4771,at=07:59,account=sato,from=10.1.7.1
        4771,at=08:00,account=sato,from=10.1.7.1
        4771,at=11:59,account=sato,from=10.1.7.1
        4771,at=12:00,account=sato,from=10.1.7.1
        4768,at=12:30,account=adm-mori,sid=1101,from=10.1.7.2
      `),
    ).toEqual([
      '07:59 sato - - unknown',
      '08:00 sato PC05 dhcp likely doubted',
      '11:59 sato PC05 dhcp likely doubted',
      '12:00 sato - - unknown',
      '12:30 adm-mori ADM01 dhcp likely doubted',
    ]);
  });

  test('a lease that nothing ends lasts lease_hours from its last renewal', async () => {
    expect(
      await attemptsOf(`
        settings,name=lease_hours,value=2
        lease,terminal=PC05,terminal_address=10.1.7.1,held_from=08:00,last_seen_at=09:00
        lease,terminal=PC06,terminal_address=10.1.7.1,held_from=15:00,last_seen_at=15:00
        4771,at=10:59,account=sato,from=10.1.7.1
        4771,at=11:00,account=sato,from=10.1.7.1
        4771,at=16:59,account=sato,from=10.1.7.1
      `),
    ).toEqual(['10:59 sato PC05 dhcp likely doubted', '11:00 sato - - unknown', '16:59 sato PC06 dhcp likely doubted']);
  });

  test('two that agree and know nothing of each other make it certain', async () => {
    expect(
      await attemptsOf(`
        lease,terminal=PC05,terminal_address=10.1.7.1,held_from=08:00,last_seen_at=09:00
        4768,at=09:00,account=PC05$,sid=1025,from=10.1.7.1
        4771,at=10:00,account=sato,from=10.1.7.1
        4768,at=11:00,account=PC01$,sid=1021,from=10.1.2.1
        4771,at=11:10,account=sato,from=10.1.2.1
        lease,terminal=PC02,terminal_address=10.1.2.2,held_from=08:00,last_seen_at=09:00
        4771,at=12:00,account=sato,from=10.1.2.2
      `),
    ).toEqual([
      '10:00 sato PC05 computer-account+dhcp certain',
      '11:10 sato PC01 computer-account+inventory-address certain',
      '12:00 sato PC02 dhcp+inventory-address certain',
    ]);
  });

  test('a fixed address of the inventory is certain while nothing says otherwise; of several terminals it is weak', async () => {
    expect(
      await attemptsOf(`
        addresses,terminal=PC05,terminal_address=10.1.7.1
        addresses,terminal=PC06,terminal_address=10.1.7.1
        dns,terminal=PC06,terminal_address=10.1.2.2,held_from=08:00
        4771,at=09:00,account=sato,from=10.1.2.1
        4771,at=09:10,account=sato,from=10.1.2.2
        4771,at=09:20,account=sato,from=10.1.7.1
      `),
    ).toEqual([
      '09:00 sato PC01 inventory-address certain',
      '09:10 sato PC02 inventory-address contradicted against dns-record PC06 doubted',
      '09:20 sato PC05 inventory-address weak doubted',
    ]);
  });

  test('a name that all logons from an address give is weak, and nothing where the terminal is better known elsewhere or two are named', async () => {
    expect(
      await attemptsOf(`
        4624,at=09:00,account=sato,sid=1201,from=10.1.7.1,named=PC06
        4771,at=09:10,account=abe,from=10.1.7.1
        4624,at=09:20,account=sato,sid=1201,from=10.1.7.2,named=PC01
        4771,at=09:30,account=abe,from=10.1.7.2
        4624,at=10:00,account=sato,sid=1201,from=10.1.7.3,named=PC05
        4624,at=10:10,account=sato,sid=1201,from=10.1.7.3,named=PC06
        4624,at=10:20,account=sato,sid=1201,from=10.1.7.4,named=KALI
        4771,at=21:10,account=abe,from=10.1.7.1
      `),
    ).toEqual([
      '09:00 sato - - unknown',
      '09:10 abe - - unknown',
      '09:20 sato - - unknown',
      '09:30 abe - - unknown',
      '10:00 sato - - unknown',
      '10:10 sato - - unknown',
      '10:20 sato - - unknown',
      '21:10 abe - - unknown',
    ]);
    expect(
      await attemptsOf(`
        4624,at=09:00,account=sato,sid=1201,from=10.1.7.1,named=PC06
        4771,at=09:10,account=abe,from=10.1.7.1
        4771,at=21:10,account=abe,from=10.1.7.1
      `),
    ).toEqual(['09:00 sato PC06 logon-name weak doubted', '09:10 abe PC06 logon-name weak doubted', '21:10 abe - - unknown']);
  });

  test('a record of DNS is the last resort, and only near its refresh and the snapshot', async () => {
    expect(
      await attemptsOf(`
        dns,terminal=PC05,terminal_address=10.1.7.1,held_from=2026-11-12 08:00
        dns,terminal=PC06,terminal_address=10.1.7.2,held_from=2026-12-12 08:00
        dns,terminal=FS01,terminal_address=10.1.7.3
        4771,at=09:00,account=sato,from=10.1.7.1
        4771,at=09:10,account=sato,from=10.1.7.2
        4771,at=09:20,account=sato,from=10.1.7.3
      `),
    ).toEqual(['09:00 sato PC05 dns-record weak doubted', '09:10 sato - - unknown', '09:20 sato FS01 dns-record weak doubted']);
  });

  test('the same address in another network is another', async () => {
    expect(
      await attemptsOf(`
        lease,network=tax,terminal=PC99,terminal_address=10.1.7.1,held_from=08:00,last_seen_at=09:00
        dns,network=tax,terminal=PC99,terminal_address=10.1.7.1
        4771,at=09:00,account=sato,from=10.1.7.1
      `),
    ).toEqual(['09:00 sato - - unknown']);
  });
});

describe('an address that changes hands', () => {
  test('is at each moment the one whose lease it is, also where only one of the two has an account', async () => {
    expect(
      await attemptsOf(`
        lease,terminal=PC05,terminal_address=10.1.7.1,held_from=08:00,held_until=12:00,last_seen_at=10:00
        lease,terminal=TABLET,terminal_address=10.1.7.1,held_from=12:00,held_until=13:00,last_seen_at=12:00
        lease,terminal=PC05,terminal_address=10.1.7.1,held_from=13:00,last_seen_at=13:00
        4768,at=08:01,account=PC05$,sid=1025,from=10.1.7.1
        4771,at=11:59,account=sato,from=10.1.7.1
        4771,at=12:00,account=sato,from=10.1.7.1
        4771,at=12:59,account=sato,from=10.1.7.1
        4771,at=13:00,account=sato,from=10.1.7.1
        4768,at=13:10,account=PC05$,sid=1025,from=10.1.7.1
      `),
    ).toEqual([
      '11:59 sato PC05 computer-account+dhcp certain',
      '12:00 sato TABLET dhcp likely doubted',
      '12:59 sato TABLET dhcp likely doubted',
      '13:00 sato PC05 computer-account+dhcp certain',
    ]);
  });

  test('between two computers, the lease tells which; without one the nearer is taken, weakly', async () => {
    const accounts = `
      4768,at=11:00,account=PC05$,sid=1025,from=10.1.7.1
      4771,at=11:40,account=sato,from=10.1.7.1
      4771,at=12:10,account=sato,from=10.1.7.1
      4768,at=12:30,account=PC06$,sid=1026,from=10.1.7.1`;
    expect(await attemptsOf(accounts)).toEqual(['11:40 sato PC05 computer-account weak doubted', '12:10 sato PC06 computer-account weak doubted']);
    expect(
      await attemptsOf(`
        lease,terminal=PC05,terminal_address=10.1.7.1,held_from=08:00,held_until=11:30,last_seen_at=08:00
        lease,terminal=PC06,terminal_address=10.1.7.1,held_from=11:30,last_seen_at=11:30
        ${accounts}
      `),
    ).toEqual(['11:40 sato PC06 computer-account+dhcp certain', '12:10 sato PC06 computer-account+dhcp certain']);
  });
});

describe('what disagrees', () => {
  test("a computer's account against the lease: the account is taken, and doubted", async () => {
    expect(
      await attemptsOf(`
        lease,terminal=PC06,terminal_address=10.1.7.1,held_from=08:00,last_seen_at=09:00
        4768,at=09:00,account=PC05$,sid=1025,from=10.1.7.1
        4771,at=10:00,account=sato,from=10.1.7.1
      `),
    ).toEqual(['10:00 sato PC05 computer-account contradicted against dhcp PC06 doubted']);
  });

  test('the inventory against an account is shown, and against a lease doubted', async () => {
    expect(
      await attemptsOf(`
        4768,at=09:00,account=PC05$,sid=1025,from=10.1.2.1
        4771,at=09:10,account=sato,from=10.1.2.1
        lease,terminal=PC06,terminal_address=10.1.2.2,held_from=08:00,last_seen_at=09:00
        4771,at=09:20,account=sato,from=10.1.2.2
      `),
    ).toEqual([
      '09:10 sato PC05 computer-account contradicted against inventory-address PC01',
      '09:20 sato PC06 dhcp contradicted against inventory-address PC02 doubted',
    ]);
  });

  test('a recorded name never wins against the address; the recorder, an address or NULL in its place say nothing', async () => {
    expect(
      await attemptsOf(`
        4624,at=09:00,account=adm-mori,sid=1101,from=10.1.2.1,named=ADM01
        4624,at=09:10,account=adm-mori,sid=1101,from=10.1.1.1,named=KALI
        4624,at=09:20,account=adm-mori,sid=1101,from=10.1.1.1,named=adm01.midori.example.jp
        4624,at=09:30,account=adm-mori,sid=1101,from=10.1.1.1,named=DC01
        4624,at=09:40,account=adm-mori,sid=1101,from=10.1.1.1,named=10.1.1.1
        4624,at=09:50,account=adm-mori,sid=1101,from=10.1.1.1,named=NULL
      `),
    ).toEqual([
      '09:00 adm-mori PC01 inventory-address contradicted against recorded-name ADM01 doubted',
      '09:10 adm-mori ADM01 inventory-address contradicted against recorded-name KALI doubted',
      '09:20 adm-mori ADM01 inventory-address certain',
      '09:30 adm-mori ADM01 inventory-address certain',
      '09:40 adm-mori ADM01 inventory-address certain',
      '09:50 adm-mori ADM01 inventory-address certain',
    ]);
  });

  test('is in the finding, with the name', async () => {
    const { results } = await checklistOf([...OFFICE, ...linesOf('4624,at=09:10,account=adm-mori,sid=1101,from=10.1.1.1,named=KALI')]);
    expect(toldOnce(results).flatMap((result) => result.findings)).toMatchObject([
      {
        level: 'review',
        levelBecause: 'admin-terminal-doubted',
        terminal: 'ADM01',
        certainty: 'contradicted',
        contradictedBy: { attribution: 'recorded-name', terminal: 'KALI' },
      },
    ]);
  });
});

test('nothing behind an address that more than two computers prove within an hour is more than weak, whatever else says', async () => {
  expect(
    await attemptsOf(`
      lease,terminal=PC01,terminal_address=10.1.7.1,held_from=08:00,last_seen_at=09:00
      addresses,terminal=PC01,terminal_address=10.1.7.1
      4768,at=09:00,account=PC04$,sid=1024,from=10.1.7.1
      4768,at=09:01,account=PC05$,sid=1025,from=10.1.7.1
      4768,at=09:02,account=PC06$,sid=1026,from=10.1.7.1
      4771,at=09:10,account=sato,from=10.1.7.1
      4768,at=10:00,account=PC04$,sid=1024,from=10.1.7.2
      4768,at=10:01,account=PC05$,sid=1025,from=10.1.7.2
      4768,at=10:02,account=PC06$,sid=1026,from=10.1.7.2
      4771,at=10:10,account=sato,from=10.1.7.2
    `),
  ).toEqual(['09:10 sato PC01 shared-address weak doubted', '10:10 sato - shared-address unknown doubted']);
});

test('a name is contradicted at an address that nobody knows, where its computer was just then at work at another', async () => {
  const logon = '4624,at=02:00,type=3,account=sato,sid=1201,from=10.1.7.9,named=PC05,by=FS01,input=3';
  const told = (hour: string) => attemptsOf(`4768,at=${hour}:30,account=PC05$,sid=1025,from=10.1.7.1\n${logon}`);
  expect(await told('03')).toEqual(['02:00 sato - - contradicted against recorded-name PC05 doubted']);
  expect(await told('04'), 'an hour later it may have moved').toEqual(['02:00 sato - - unknown']);
  const both = `4768,at=02:30,account=PC05$,sid=1025,from=10.1.7.1\n4768,at=03:10,account=PC05$,sid=1025,from=10.1.7.9\n${logon}`;
  expect(await attemptsOf(both), 'it stood there, too').toEqual(['02:00 sato PC05 computer-account likely']);
});

test('a name alone (NTLM) is likely where the same account was seen at that terminal within seen_minutes, and stays doubted', async () => {
  expect(
    await attemptsOf(`
      4768,at=09:00,account=sato,sid=1201,from=10.1.2.1
      4776,at=10:00,account=sato,named=PC01
      4776,at=10:01,account=sato,named=PC01
      4776,at=10:02,account=abe,named=PC01
      4776,at=10:03,account=sato,named=PC02
      4776,at=10:04,account=sato,named=KALI
    `),
  ).toEqual([
    '09:00 sato PC01 inventory-address certain',
    '10:00 sato PC01 recorded-name+account-seen likely doubted',
    '10:01 sato PC01 recorded-name weak doubted',
    '10:02 abe PC01 recorded-name weak doubted',
    '10:03 sato PC02 recorded-name weak doubted',
    '10:04 sato - - unknown',
  ]);
});
