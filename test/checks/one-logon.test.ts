import { expect, test } from 'vitest';
import { readChecks } from '../../src/checks/read-checks.ts';
import { CHECKS_FOLDER } from '../../src/checks/rules-folder.ts';
import { checklistOf, linesOf, readLines, rulesPath, toldOnce } from '../rules-tables.ts';

const CHECKS = await readChecks(CHECKS_FOLDER);
const OFFICE = await readLines(rulesPath('office.csv'));

async function findingsOf(text: string) {
  const { results } = await checklistOf([...OFFICE, ...linesOf(text)], CHECKS);
  return toldOnce(results).flatMap(({ findings }) =>
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

/** Records and attempts of each finding. */
async function countsOf(text: string) {
  const { results } = await checklistOf([...OFFICE, ...linesOf(text)], CHECKS);
  return toldOnce(results).flatMap(({ findings }) => findings.map(({ account, count, logons }) => [account, count, logons]));
}

const MORI = 'account=adm-mori,domain=MIDORI,sid=1101,from=10.1.2.1';

test('what one person leaves on a domain controller by logging on at a PC is one logon; an hour later it is another', async () => {
  expect(
    await countsOf(`
      4768,at=10:00:00,${MORI}
      4624,at=10:00:01,${MORI}
      4624,at=10:00:04,${MORI},by=DC02
      4624,at=10:00:09,${MORI},${BY_FS01}
      4768,at=10:20:00,${MORI}
      4624,at=10:20:01,${MORI}`),
  ).toEqual([['adm-mori', 6, 2]]);
});

test('both tokens of a logon at the keyboard are one', async () => {
  expect(
    await countsOf(`
      4624,at=10:00:00,account=adm-mori,domain=MIDORI,sid=1101,type=2,by=PC01,input=3,logon_id=5001,linked_logon_id=5002
      4624,at=10:00:00,account=adm-mori,domain=MIDORI,sid=1101,type=2,by=PC01,input=3,logon_id=5002,linked_logon_id=5001`),
  ).toEqual([['adm-mori', 2, 1]]);
});

test('a failure that the PC and the domain controller recorded is one attempt; the PC alone may write two of one (types 11 and 2)', async () => {
  expect(
    await countsOf(`
      4771,at=10:00:00,account=sato,sid=1201,from=10.1.2.1
      4625,at=10:00:00,account=sato,type=2,by=PC01,input=3
      4771,at=10:00:20,account=sato,sid=1201,from=10.1.2.1
      4625,at=10:00:20,account=sato,type=2,by=PC01,input=3
      4625,at=11:00:00,account=abe,type=11,by=PC02,input=3
      4625,at=11:00:00,account=abe,type=2,by=PC02,input=3`),
  ).toEqual([
    ['sato', 4, 2],
    ['abe', 2, 1],
  ]);
});

test('a program that guesses many times a second is counted by its attempts: three at a server, three at the domain controller that it asked', async () => {
  const guesses = [0, 1, 2].flatMap((second) => [
    `4625,at=10:00:0${second},account=sato,from=10.9.9.9,named=KALI,${BY_FS01}`,
    `4776,at=10:00:0${second},account=sato,named=KALI,why=wrong-password`,
  ]);
  expect(await countsOf(guesses.join('\n'))).toEqual([['sato', 6, 3]]);
  expect(await countsOf('4625,at=10:00:00,times=30,every=1,account=sato,from=10.9.9.9,by=FS01,input=3')).toEqual([['sato', 30, 30]]);
});

test('the same wrong password at a second domain controller within a second is one attempt', async () => {
  expect(
    await countsOf(`
      4771,at=10:00:00,account=sato,sid=1201,from=10.1.2.1
      4771,at=10:00:01,account=sato,sid=1201,from=10.1.2.1,by=DC02
      4771,at=10:00:05,account=sato,sid=1201,from=10.1.2.1`),
  ).toEqual([['sato', 3, 2]]);
});

test('a logon with the remembered password, and the one that the domain controller confirmed a second later, are one logon; after five seconds they are two', async () => {
  const logons = (seconds: string) =>
    countsOf(`
    4624,at=10:00:00,account=adm-mori,domain=MIDORI,sid=1101,type=11,by=PC01,input=3
    4624,at=10:00:${seconds},account=adm-mori,domain=MIDORI,sid=1101,type=2,by=PC01,input=3`);
  expect(await logons('01.19')).toEqual([['adm-mori', 2, 1]]);
  expect(await logons('06')).toEqual([['adm-mori', 2, 2]]);
});
