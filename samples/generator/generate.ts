import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { weekFiles } from './week.ts';

const FOLDER = 'samples/week';

for (const [path, bytes] of weekFiles()) {
  const target = join(FOLDER, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  process.stdout.write(`${target}  ${bytes.length} bytes\n`);
}
