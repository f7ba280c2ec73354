// What `npm start` runs. Findings end the audit with 1, which npm would take for a failure; the sample week is full of them.
import { spawnSync } from 'node:child_process';

const WEEK = 'samples/week';
const { status } = spawnSync(
  process.execPath,
  [
    ...['bin/adlogon.js', 'audit', `${WEEK}/logs`, '--directory', `${WEEK}/directory.json`],
    ...['--terminals', `${WEEK}/terminals.csv`, '--dhcp', `${WEEK}/dhcp`, '--proxy', `${WEEK}/proxy`],
  ],
  { stdio: 'inherit' },
);
process.exitCode = status === 1 ? 0 : (status ?? 2);
