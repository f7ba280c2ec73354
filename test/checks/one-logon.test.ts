import { expect, test } from 'vitest';
import { readChecks } from '../../src/checks/read-checks.ts';
import { CHECKS_FOLDER } from '../../src/checks/rules-folder.ts';
import { checklistOf, linesOf, readLines, rulesPath } from '../rules-tables.ts';

const CHECKS = await readChecks(CHECKS_FOLDER);
const OFFICE = await readLines(rulesPath('office.csv'));

async function findingsOf(text: string) {
  const { results } = await checklistOf([...OFFICE, ...linesOf(text)], CHECKS);
  return results.flatMap(({ findings }) =>
    findings.map(({ account, terminal, terminalAddress, attribution, succeeded, count }) => ({
      account,
      at: terminal ?? terminalAddress,
      attribution,
      succeeded,
      count,
    })),
  );
}

const BY_FS01 = 'by=FS01,input=3';

test("an NTLM logon at a server is one happening: the domain controller's check by name and the server's record by address", async () => {
  expect(
    await findingsOf(`
      4776,at=10:00:00,account=adm-mori,named=KALI
      4624,at=10:00:01,account=adm-mori,domain=MIDORI,sid=1101,from=10.1.2.1,named=KALI,${BY_FS01}
      4776,at=11:00:03,account=sato,named=KALI,why=wrong-password
      4625,at=11:00:01,account=sato,domain=MIDORI,from=10.9.9.9,named=kali,why=wrong-password,${BY_FS01}`),
  ).toEqual([
    { account: 'adm-mori', at: 'PC01', attribution: 'inventory-address', succeeded: true, count: 2 },
    { account: 'sato', at: '10.9.9.9', attribution: null, succeeded: false, count: 2 },
  ]);
});

test("a check by name stays by itself where nothing says it is the server's logon: another account, result or name, more than five seconds, or two addresses", async () => {
  const findings = await findingsOf(`
    4776,at=10:00:00,account=sato,named=KALI,why=wrong-password
    4625,at=10:00:06,account=sato,from=10.9.9.9,named=KALI,why=wrong-password,${BY_FS01}
    4625,at=10:00:01,account=abe,from=10.9.9.9,named=KALI,why=wrong-password,${BY_FS01}
    4625,at=10:00:01,account=sato,from=10.9.9.9,named=OTHER,why=wrong-password,${BY_FS01}
    4624,at=10:00:01,account=sato,sid=1201,from=10.9.9.9,named=KALI,${BY_FS01}
    4776,at=12:00:00,account=ito,named=KALI,why=wrong-password
    4625,at=12:00:01,account=ito,from=10.9.9.8,named=KALI,why=wrong-password,${BY_FS01}
    4625,at=12:00:01,account=ito,from=10.9.9.9,named=KALI,why=wrong-password,${BY_FS01}`);
  expect(findings.filter(({ at }) => at === null).map(({ account, count }) => [account, count])).toEqual([
    ['sato', 1],
    ['ito', 1],
  ]);
});

test('a name is no admin terminal where the server saw another address', async () => {
  expect(
    await findingsOf(`
      4776,at=10:00:00,account=adm-hara,named=ADM01
      4624,at=10:00:00,account=adm-hara,domain=MIDORI,sid=1102,from=10.1.2.1,named=ADM01,${BY_FS01}`),
  ).toEqual([{ account: 'adm-hara', at: 'PC01', attribution: 'inventory-address', succeeded: true, count: 2 }]);
});
