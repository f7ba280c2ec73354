import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Run, runAdlogon, WEEK } from '../run-adlogon.ts';

const KNOWN = ['--directory', `${WEEK}/directory.json`, '--terminals', `${WEEK}/terminals.csv`, '--lang', 'en'];
const DHCP = ['--dhcp', `${WEEK}/dhcp`];
const store = mkdtempSync(join(tmpdir(), 'adlogon-test-'));
const kept = join(store, 'v1', 'dhcp_logs');
const CERTAINTIES = 'select attribution, certainty, count(*) as attempts from attempts group by attribution, certainty order by 1, 2';
let told = '';
let without = '';

/** What the evidence says of who was where: DHCP logs change how sure that is. */
function ask(...args: readonly string[]): Run {
  return runAdlogon(['query', CERTAINTIES, ...args, ...KNOWN]);
}

function keep(): Run {
  return runAdlogon(['audit', `${WEEK}/logs`, ...DHCP, '--store', store, ...KNOWN]);
}

function mtimes(): readonly number[] {
  return readdirSync(kept).map((name) => statSync(join(kept, name)).mtimeMs);
}

beforeAll(() => {
  keep();
  told = ask(`${WEEK}/logs`, ...DHCP).out;
  without = ask(`${WEEK}/logs`).out;
});
afterAll(() => rmSync(store, { recursive: true, force: true }));

test('the store keeps DHCP logs byte by byte, and without them says the same of who held an address', () => {
  const bytes = readdirSync(kept).map((name) => gunzipSync(readFileSync(join(kept, name))).toString('latin1'));
  const logs = readdirSync(`${WEEK}/dhcp`).map((name) => readFileSync(join(`${WEEK}/dhcp`, name), 'latin1'));
  expect(bytes.sort()).toEqual(logs.sort());
  expect(ask('--store', store)).toEqual({ code: 0, out: told, err: '' });
  expect(told).not.toBe(without);
});

test('the same DHCP log given again is kept once, and leases from it once', () => {
  const before = mtimes();
  expect(keep().code).toBe(1);
  expect(mtimes()).toEqual(before);
  expect(ask(`${WEEK}/logs`, ...DHCP, '--store', store).out).toBe(told);
});

test('a damaged one is named and not used, and mended when its log is given again', () => {
  for (const name of readdirSync(kept)) writeFileSync(join(kept, name), 'damaged');
  const damaged = ask('--store', store);
  expect(damaged.err.match(/dhcp_logs.*damaged/g)).toHaveLength(readdirSync(kept).length);
  expect(damaged.out).toBe(without);
  keep();
  expect(ask('--store', store)).toEqual({ code: 0, out: told, err: '' });
});
