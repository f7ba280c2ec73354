import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DEFAULT_THRESHOLDS } from '../src/checks/thresholds.ts';
import { loadConfig } from '../src/settings/config-file.ts';
import { inFolder, runAdlogon, WEEK } from './run-adlogon.ts';

const DIRECTORY = ['--directory', `${WEEK}/directory.json`] as const;
const EVIDENCE = [`${WEEK}/logs`, ...DIRECTORY, '--dhcp', `${WEEK}/dhcp`] as const;
const INVENTORY = ['--terminals', `${WEEK}/terminals.csv`] as const;
const DEFAULTS = loadConfig(null, DEFAULT_THRESHOLDS).settings;

function settingsIn(folder: string) {
  return loadConfig(join(folder, 'adlogon.yaml'), DEFAULT_THRESHOLDS).settings;
}

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test('what is known of the sample week becomes a first configuration, and its candidates are shown', async () => {
    const { text, run } = inFolder((folder) => {
      const started = runAdlogon(['init', '--learn', '--write', ...EVIDENCE, '--out', folder, '--lang', language]);
      return { run: started, text: readFileSync(join(folder, 'adlogon.yaml'), 'utf8').replaceAll(folder, 'FOLDER') };
    });
    await expect(text).toMatchFileSnapshot(`golden/cli/starting-config.${language}.yaml`);
    const shown = runAdlogon(['init', '--learn', ...EVIDENCE, ...INVENTORY, '--lang', language]);
    await expect(shown.out).toMatchFileSnapshot(`golden/cli/learn.${language}.txt`);
    // The sample week has things to review.
    expect([run.code, shown.code]).toEqual([1, 1]);
  });
});

describe('without any evidence', () => {
  test('the file says what holds anyway, and where to go on', () => {
    inFolder((folder) => {
      const { code, out } = runAdlogon(['init', '--out', folder, '--lang', 'en']);
      expect(code).toBe(0);
      expect(settingsIn(folder)).toEqual({ ...DEFAULTS, network: 'default', timezone: 'Asia/Tokyo', language: 'en' });
      expect(out).toContain(`Written: ${folder}/adlogon.yaml`);
      expect(out).toContain('adlogon directory --url');
    });
  });

  test('an adlogon.yaml that is there stays as it is', () => {
    inFolder((folder) => {
      writeFileSync(join(folder, 'adlogon.yaml'), 'organisation: みどり市\n');
      const { code, err } = runAdlogon(['init', '--out', folder, '--lang', 'en']);
      expect([code, err]).toEqual([2, expect.stringContaining('is there already, and is left as it is')]);
      expect(readFileSync(join(folder, 'adlogon.yaml'), 'utf8')).toBe('organisation: みどり市\n');
    });
  });
});

test('the domain controllers of a directory are the recorders that must be there', () => {
  inFolder((folder) => {
    expect(runAdlogon(['init', ...DIRECTORY, '--organisation', '#: みどり市', '--out', folder]).code).toBe(0);
    expect(settingsIn(folder)).toMatchObject({ recorders: ['DC01', 'DC02'], organisation: '#: みどり市' });
  });
});

test('an inventory is named as it is found from the file', () => {
  inFolder((folder) => {
    writeFileSync(join(folder, 'pcs.csv'), readFileSync(`${WEEK}/terminals.csv`));
    expect(runAdlogon(['init', '--terminals', join(folder, 'pcs.csv'), '--out', join(folder, 'new')]).code).toBe(0);
    expect(settingsIn(join(folder, 'new')).terminals.inventory).toBe('../pcs.csv');
  });
});

test('terminals where administrators were stand in the file as a comment, and are no admin terminals by it', () => {
  inFolder((folder) => {
    expect(runAdlogon(['init', ...EVIDENCE, '--out', folder, '--lang', 'en']).code).toBe(0);
    expect(readFileSync(join(folder, 'adlogon.yaml'), 'utf8')).toMatch(/^ {4}# ADM-01: administrators: 1, days: 5/m);
    expect(settingsIn(folder).terminals.admin_terminals.names).toEqual([]);
  });
});

test('candidates are comments until somebody takes the # away', () => {
  inFolder((folder) => {
    runAdlogon(['init', '--learn', '--write', ...EVIDENCE, ...INVENTORY, '--out', folder, '--lang', 'en']);
    const path = join(folder, 'adlogon.yaml');
    expect(settingsIn(folder).known_automation).toEqual([]);
    const text = readFileSync(path, 'utf8');
    const enabled = text.replace(/^# (known_automation:| {2}- account:.*| {4}terminal:.*| {4}purpose:.*)$/gm, '$1');
    writeFileSync(path, enabled);
    expect(settingsIn(folder).known_automation).toEqual([{ account: 'svc-scan', terminal: 'MFP-01', purpose: '複合機スキャン取込' }]);
  });
});

test('--learn alone writes nothing, and prints lines that can be pasted', () => {
  inFolder((folder) => {
    const { out } = runAdlogon(['init', '--learn', ...EVIDENCE, ...INVENTORY, '--lang', 'en']);
    expect(existsSync(join(folder, 'adlogon.yaml'))).toBe(false);
    expect(existsSync('adlogon.yaml')).toBe(false);
    const fragment: unknown = parse(out.slice(out.indexOf('known_automation:')));
    expect(fragment).toEqual({ known_automation: [{ account: 'svc-scan', terminal: 'MFP-01', purpose: '複合機スキャン取込' }] });
  });
});

test('without a directory nothing is proposed, and the reason is told', () => {
  const { out } = runAdlogon(['init', '--learn', `${WEEK}/logs`, ...INVENTORY, '--lang', 'en']);
  expect(out).toContain('who is an administrator is not known, and nothing is proposed');
  expect(out).not.toContain('known_automation:');
});

test.each([
  [['--learn'], 'LOG'],
  [['--write'], '--write only means something with --learn.'],
  [['--learn', `${WEEK}/logs`, '--out', 'x'], '--out only means something with --write.'],
])('init %s is refused', (args, message) => {
  const { code, err } = runAdlogon(['init', ...args, '--lang', 'en']);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});

test('weeks that a store keeps are learned from without the logs', () => {
  inFolder((folder) => {
    const store = join(folder, 'store');
    runAdlogon(['audit', ...EVIDENCE, ...INVENTORY, '--store', store]);
    const kept = runAdlogon(['init', '--learn', '--store', store, ...DIRECTORY, ...INVENTORY, '--lang', 'en']);
    expect(kept.out).toBe(runAdlogon(['init', '--learn', ...EVIDENCE, ...INVENTORY, '--lang', 'en']).out);
  });
});

test('programs of several networks are not mixed', () => {
  inFolder((folder) => {
    const store = join(folder, 'store');
    runAdlogon(['audit', `${WEEK}/logs/DC01-*.evtx`, '--store', store]);
    runAdlogon(['audit', `${WEEK}/logs/FS01-Security.evtx`, '--store', store, '--network', 'lgwan']);
    const { code, err } = runAdlogon(['init', '--learn', '--store', store, ...DIRECTORY, ...INVENTORY, '--lang', 'en']);
    expect([code, err]).toEqual([2, expect.stringContaining('several networks are kept here (default, lgwan)')]);
  });
});
