import { expect, test } from 'vitest';
import { askOf, readLines, rulesPath } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));
const LOGON = ['4624', 'at=02:00', 'account=ito', 'domain=MIDORI', 'sid=1203', 'from=10.1.2.1', 'logon_process=NtLmSsp', 'key_length=128'];

/** Keys of the signs that are told, as the models write them: one a line, its parts set apart by tabs. */
async function signsOf(name: string): Promise<readonly string[]> {
  const rows = await askOf([...OFFICE, [...LOGON, 'by=FS01', 'input=3', `named=${name}`]], 'select signs from program_episodes');
  return rows.flatMap(({ signs }) => String(signs).split('\n')).map((line) => line.split('\t')[1] ?? '');
}

test('a terminal name with tabs and line ends in it is one name, and forges no further sign', async () => {
  const signs = await signsOf('OTHERS-NOTE-PC-01');
  expect(signs).toContain('contradicted-name');
  expect(await signsOf('OTHERS\n4\tDCSYNC\t\t1')).toEqual(signs);
});
