import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { logFiles, sideFiles } from './scenarios/files.ts';
import { tellTownWeek } from './scenarios/tell-week.ts';

const USAGE = 'node build/samples/scenarios.js FOLDER [innocent]';

/** The week of the scenarios as files to try things on, with every attack or with none. */
const [folder, which] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write(`usage: ${USAGE}\n`);
  process.exitCode = 2;
} else {
  const week = tellTownWeek({ attacked: which !== 'innocent' });
  for (const [path, bytes] of [...sideFiles(week, week.logs), ...logFiles(week.logs)]) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  writeFileSync(join(folder, 'truth.json'), JSON.stringify({ planted: week.planted, innocent: week.innocent, attempts: week.attempts }));
}
