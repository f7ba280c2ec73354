import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DEFAULT_THRESHOLDS } from '../src/checks/thresholds.ts';
import { loadConfig } from '../src/settings/config-file.ts';
import { inFolder, type Run, runAdlogon, runHere, WEEK } from './run-adlogon.ts';

const DIRECTORY = ['--directory', `${WEEK}/directory.json`] as const;
const EVIDENCE = [`${WEEK}/logs`, ...DIRECTORY, '--dhcp', `${WEEK}/dhcp`] as const;
const INVENTORY = ['--terminals', `${WEEK}/terminals.csv`] as const;
const DEFAULTS = loadConfig(null, DEFAULT_THRESHOLDS).settings;

const learning = new Map<string, Promise<Run>>();

/** What is learned of the sample week; asked once in each language. */
function learnedIn(language: string): Promise<Run> {
  const learned = learning.get(language) ?? runHere(['init', '--learn', ...EVIDENCE, ...INVENTORY, '--lang', language]);
  learning.set(language, learned);
  return learned;
}

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
    const shown = await learnedIn(language);
    await expect(shown.out).toMatchFileSnapshot(`golden/cli/learn.${language}.txt`);
    // The sample week has things to review.
    expect([run.code, shown.code]).toEqual([1, 1]);
  });
});

describe('without any evidence', () => {
  test('the file says what holds anyway, and where to go on', async () => {
    await inFolder(async (folder) => {
      const { code, out } = await runHere(['init', '--out', folder, '--lang', 'en']);
      expect(code).toBe(0);
      expect(settingsIn(folder)).toEqual({ ...DEFAULTS, network: 'default', timezone: 'Asia/Tokyo', language: 'en' });
      expect(out).toContain(`Written: ${folder}/adlogon.yaml`);
      expect(out).toContain('adlogon directory --url');
    });
  });

  test('an adlogon.yaml that is there stays as it is', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'adlogon.yaml'), 'organisation: みどり市\n');
      const { code, err } = await runHere(['init', '--out', folder, '--lang', 'en']);
      expect([code, err]).toEqual([2, expect.stringContaining('is there already, and is left as it is')]);
      expect(readFileSync(join(folder, 'adlogon.yaml'), 'utf8')).toBe('organisation: みどり市\n');
    });
  });
});

test('the domain controllers of a directory are the recorders that must be there', async () => {
  await inFolder(async (folder) => {
    expect((await runHere(['init', ...DIRECTORY, '--organisation', '#: みどり市', '--out', folder])).code).toBe(0);
    expect(settingsIn(folder)).toMatchObject({ recorders: ['DC01', 'DC02'], organisation: '#: みどり市' });
  });
});

test('an inventory is named as it is found from the file', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'pcs.csv'), readFileSync(`${WEEK}/terminals.csv`));
    expect((await runHere(['init', '--terminals', join(folder, 'pcs.csv'), '--out', join(folder, 'new')])).code).toBe(0);
    expect(settingsIn(join(folder, 'new')).terminals.inventory).toBe('../pcs.csv');
  });
});

test('terminals where administrators were stand in the file as a comment, and are no admin terminals by it', async () => {
  await inFolder(async (folder) => {
    expect((await runHere(['init', ...EVIDENCE, '--out', folder, '--lang', 'en'])).code).toBe(0);
    expect(readFileSync(join(folder, 'adlogon.yaml'), 'utf8')).toMatch(/^ {4}# ADM-01: administrators: 1, days: 5/m);
    expect(settingsIn(folder).terminals.admin_terminals.names).toEqual([]);
  });
});

test('candidates are comments until somebody takes the # away', async () => {
  await inFolder(async (folder) => {
    await runHere(['init', '--learn', '--write', ...EVIDENCE, ...INVENTORY, '--out', folder, '--lang', 'en']);
    const path = join(folder, 'adlogon.yaml');
    expect(settingsIn(folder).known_automation).toEqual([]);
    const text = readFileSync(path, 'utf8');
    const enabled = text.replace(/^# (known_automation:| {2}- account:.*| {4}terminal:.*| {4}purpose:.*)$/gm, '$1');
    writeFileSync(path, enabled);
    expect(settingsIn(folder).known_automation).toEqual([{ account: 'svc-scan', terminal: 'MFP-01', purpose: '複合機スキャン取込' }]);
  });
});

test('--learn alone writes nothing, and prints lines that can be pasted', async () => {
  await inFolder(async (folder) => {
    const { out } = await learnedIn('en');
    expect(existsSync(join(folder, 'adlogon.yaml'))).toBe(false);
    expect(existsSync('adlogon.yaml')).toBe(false);
    const fragment: unknown = parse(out.slice(out.indexOf('known_automation:')));
    expect(fragment).toEqual({ known_automation: [{ account: 'svc-scan', terminal: 'MFP-01', purpose: '複合機スキャン取込' }] });
  });
});

test('without a directory nothing is proposed, and the reason is told', async () => {
  const { out } = await runHere(['init', '--learn', `${WEEK}/logs`, ...INVENTORY, '--lang', 'en']);
  expect(out).toContain('who is an administrator is not known, and nothing is proposed');
  expect(out).not.toContain('known_automation:');
});

test.each([
  [['--learn'], 'LOG'],
  [['--write'], '--write only means something with --learn.'],
  [['--learn', `${WEEK}/logs`, '--out', 'x'], '--out only means something with --write.'],
])('init %s is refused', async (args, message) => {
  const { code, err } = await runHere(['init', ...args, '--lang', 'en']);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});

test('weeks that a store keeps are learned from without the logs', async () => {
  await inFolder(async (folder) => {
    const store = join(folder, 'store');
    await runHere(['audit', ...EVIDENCE, ...INVENTORY, '--store', store]);
    const kept = await runHere(['init', '--learn', '--store', store, ...DIRECTORY, ...INVENTORY, '--lang', 'en']);
    expect(kept.out).toBe((await learnedIn('en')).out);
  });
});

test('programs of several networks are not mixed', async () => {
  await inFolder(async (folder) => {
    const store = join(folder, 'store');
    await runHere(['audit', `${WEEK}/logs/DC01-*.evtx`, '--store', store]);
    await runHere(['audit', `${WEEK}/logs/FS01-Security.evtx`, '--store', store, '--network', 'lgwan']);
    const { code, err } = await runHere(['init', '--learn', '--store', store, ...DIRECTORY, ...INVENTORY, '--lang', 'en']);
    expect([code, err]).toEqual([2, expect.stringContaining('several networks are kept here (default, lgwan)')]);
  });
});
