import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeLargeLog } from './large/large-log.ts';
import { townInventory, townSnapshot } from './large/town-files.ts';
import { townOf } from './large/town-of.ts';
import { WEEK_ENDS } from './story/clock.ts';

const USAGE =
  'node build/samples/large.js --megabytes 200 --out FILE.evtx [--recorder DC01] [--people 300] [--spray 0] [--seed 1] [--directory FILE.json] [--terminals FILE.csv]';

/** A large log to measure with, never kept; on demand also the directory and the inventory that go with it, without which there is little to judge. */
const { values } = parseArgs({
  options: {
    megabytes: { type: 'string' },
    out: { type: 'string' },
    recorder: { type: 'string', default: 'DC01' },
    people: { type: 'string', default: '300' },
    spray: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    directory: { type: 'string' },
    terminals: { type: 'string' },
  },
});

const { out, recorder, directory, terminals } = values;
const megabytes = Number(values.megabytes);
const people = Math.floor(Number(values.people));
const spray = Number(values.spray);
const seed = Number(values.seed);
if (out === undefined || !(megabytes > 0) || !(people >= 1) || !(spray >= 0) || !Number.isInteger(seed)) {
  process.stderr.write(`usage: ${USAGE}\n`);
  process.exitCode = 2;
} else {
  const town = townOf(people);
  const records = writeLargeLog(out, { megabytes, recorder, town, spray, seed });
  process.stdout.write(`${out}  ${records} records\n`);
  if (directory !== undefined) writeFileSync(directory, JSON.stringify(townSnapshot(town, recorder, new Date(WEEK_ENDS).toISOString())));
  if (terminals !== undefined) writeFileSync(terminals, townInventory(town));
}
