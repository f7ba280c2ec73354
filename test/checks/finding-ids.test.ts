import { expect, test } from 'vitest';
import { checklistOf, type Line, linesOf, readLines, rulesPath, toldOnce } from '../rules-tables.ts';

const FILES = ['admin-logon-success-elsewhere', 'admin-logon-failure-elsewhere', 'user-terminal-logon-failure', 'logon-failure-elsewhere'];

test.each(FILES)('%s: ids are the same on any run, whatever the order of the rows', async (id) => {
  const lines = await readLines(rulesPath(`${id}/caught.csv`));
  const numbered = lines.map((line, at) => (/^4\d\d\d$/.test(line[0] ?? '') ? [...line, `record_id=${at}`] : line));
  const once = await checklistOf(numbered);
  const again = await checklistOf(numbered.toReversed());
  expect(again.results).toEqual(once.results);
  const ids = once.results.flatMap((result) => result.findings).map((finding) => finding.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('ids stay when more files are added and the files change their numbers', async () => {
  const lines = await readLines(rulesPath('user-terminal-logon-failure/caught.csv'));
  const before = await findingsOf(lines);
  const shifted = lines.map((line) => [
    ...line.map((cell) => cell.replace(/^input=(\d)$/, 'input=1$1')),
    ...(/^(4\d\d\d)$/.test(line[0] ?? '') && !line.some((cell) => /^(input|by)=/.test(cell)) ? ['input=11'] : []),
  ]);
  const more = linesOf(`
    inputs,input=1,file=AAA.evtx,path=logs/AAA.evtx
    recordings,input=1,recorded_by=PC02.midori.example.jp,records=9,first_record_id=1,last_record_id=9,first_at=2026-11-09,last_at=2026-11-13
    4771,at=2026-11-09 00:30,account=zzz,from=10.1.2.1,input=1
    4625,at=2026-11-11 09:00:30,account=Sato,domain=MIDORI,type=2,by=PC02,input=1
    4625,at=2026-11-11 11:00:30,account=ROOT,domain=MIDORI,type=2,why=no-such-account,by=PC03,input=1`);
  const after = await findingsOf([...more, ...shifted]);
  expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
  expect(after.length).toBe(before.length + 1);
  // The log of the PC belongs to the same happening, and says more about it.
  const grown = (count: number) => (finding: { readonly account: string | null; readonly count: number }) =>
    finding.account === 'sato' && finding.count === count;
  expect(after.find(grown(11))?.id).toBe(before.find(grown(10))?.id);
  expect(after.find(grown(11))?.logonTypes).toEqual([2]);
});

test('ids differ between organisations, networks, accounts, places and times', async () => {
  const base = '4771,account=sato,sid=1201,from=10.9.9.9';
  const others = [
    '4771,account=abe,sid=1202,from=10.9.9.9',
    '4771,account=sato,sid=1201,from=10.9.9.8',
    '4771,at=12:00,account=sato,sid=1201,from=10.9.9.9',
    '4771,account=sato,sid=1201,from=10.9.9.9,network=tax',
  ];
  const findings = await findingsOf([...(await readLines(rulesPath('office.csv'))), ...linesOf([base, ...others].join('\n'))]);
  expect(new Set(findings.map(({ id }) => id)).size).toBe(5);
});

async function findingsOf(lines: readonly Line[]) {
  return toldOnce((await checklistOf(lines)).results).flatMap((result) => result.findings);
}
