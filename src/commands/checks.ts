import { readChecks } from '../checks/read-checks.ts';
import { CHECKS_FOLDER } from '../checks/rules-folder.ts';
import { checksTable } from '../report/checks-table.ts';
import type { Console, ExitCode } from './console.ts';

/** Lists every check: ours, and those of an organisation's own folders. */
export async function listChecks(rules: readonly string[], { language, width, print }: Console): Promise<ExitCode> {
  await print(checksTable(await readChecks(CHECKS_FOLDER, rules), { language, width }));
  return 0;
}
