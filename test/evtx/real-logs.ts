import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Damage } from '../../src/evtx/damage.ts';
import { closeLog, openLog } from '../../src/evtx/log-file.ts';
import { type DecodedRecord, readRecords } from '../../src/evtx/read-records.ts';

const DATA = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Real logs with what an independent parser read in them. They are too large and not ours to keep in the project. */
export const REAL_LOGS: readonly string[] = existsSync(join(DATA, 'evtx'))
  ? readdirSync(join(DATA, 'evtx'))
      .filter((name) => name.endsWith('.evtx'))
      .sort()
  : [];

/** Whether the real logs are here; says so aloud when they are not. */
export function hasRealLogs(): boolean {
  if (REAL_LOGS.length === 0) console.warn(`skipped: no real logs in ${DATA}`);
  return REAL_LOGS.length > 0;
}

export function realLog(name: string): string {
  return join(DATA, 'evtx', name);
}

/** Where the golden records of a real log are; null when it holds none. */
export function goldenPath(name: string, kind = 'ndjson'): string | null {
  const path = join(DATA, 'golden', `${basename(name, '.evtx')}.${kind}`);
  return existsSync(path) ? path : null;
}

/** Every record of a log, fully decoded, and its damage; empty when the file is no log. */
export function decodeAll(path: string): { records: DecodedRecord[]; damage: Damage[] } {
  const damage: Damage[] = [];
  const log = openLog(path);
  if (typeof log === 'string') return { records: [], damage };
  try {
    return { records: [...readRecords(log, (one) => damage.push(one))], damage };
  } finally {
    closeLog(log);
  }
}
