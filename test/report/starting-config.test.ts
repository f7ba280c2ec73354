import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DEFAULT_THRESHOLDS } from '../../src/checks/thresholds.ts';
import type { Candidate, Learned } from '../../src/learning/candidates.ts';
import { candidatesScreen } from '../../src/report/candidates-screen.ts';
import { type StartingFacts, startingConfig } from '../../src/report/starting-config.ts';
import { loadConfig } from '../../src/settings/config-file.ts';

const BACKUP: Candidate = {
  account: 'svc-backup',
  domain: 'MIDORI',
  displayName: 'Backup',
  privilegedBy: null,
  terminal: 'BK01',
  place: 'BK01',
  targets: ['FS01'],
  logonTypes: ['3'],
  rhythm: { kind: 'daily', minuteOfDay: 1320 },
  days: 14,
  recordedDays: 14,
  records: 28,
  failures: 0,
  firstAt: new Date('2026-11-02T13:00:00Z'),
  lastAt: new Date('2026-11-15T13:00:00Z'),
  looksLike: 'service-account',
  objections: [],
  labelled: 0,
  labelledReviews: 0,
};
const FACTS: StartingFacts = {
  organisation: '',
  network: 'default',
  inventory: null,
  recorders: [],
  otherRecorders: [],
  unfitRecorders: [],
  adminTerminals: [],
  learned: null,
  defaults: loadConfig(null, DEFAULT_THRESHOLDS).settings,
};
const OPTIONS = { language: 'en', timezone: 'Asia/Tokyo' } as const;

function learnedOf(...candidates: readonly Candidate[]): Learned {
  return { candidates, alreadyKnown: 0, toReview: 0, notAssessed: [], lacking: [], administratorsKnown: true };
}

function pasted(screen: string): unknown {
  return parse(screen.slice(screen.indexOf('\nknown_automation:') + 1));
}

// A name that would end its comment, its text or its line, or that YAML would take for something else.
const HOSTILE = [
  'x\nrecorders: []',
  'a: b # c',
  "it's",
  '"',
  '- x',
  '{',
  'yes',
  '1e3',
  '~',
  '&a',
  '*a',
  '!!js',
  '\u001b]0;owned\u0007',
  '\u202egnp',
  '# ',
];

describe('whatever a log or a directory names stays a text', () => {
  test.each(HOSTILE)('%j as an organisation, a machine and a path', (name) => {
    const text = startingConfig(
      {
        ...FACTS,
        organisation: name,
        inventory: name,
        otherRecorders: [name],
        unfitRecorders: [name],
        adminTerminals: [{ terminal: name, administrators: 1, others: 0, days: 3, records: 9 }],
      },
      OPTIONS,
    );
    expect(parse(text)).toMatchObject({ organisation: name, recorders: [], terminals: { inventory: name, admin_terminals: { names: [] } } });
    expect(Object.keys(parse(text) as object)).toEqual(Object.keys(parse(startingConfig(FACTS, OPTIONS)) as object));
  });

  test.each(HOSTILE)('%j as what a candidate is called and where it goes', (name) => {
    const screen = candidatesScreen(learnedOf({ ...BACKUP, displayName: name, targets: [name] }), { ...OPTIONS, width: 120 });
    const [entry, ...more] = (pasted(screen) as { known_automation: readonly { account: string; terminal: string; purpose: string }[] })
      .known_automation;
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ account: 'svc-backup', terminal: 'BK01' });
    expect(typeof entry?.purpose).toBe('string');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
    expect(screen.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  });

  test.each(HOSTILE)('%j as a candidate that is not proposed', (name) => {
    const refused = { ...BACKUP, account: name, place: name, privilegedBy: name, objections: [{ code: 'administrator', sign: null }] };
    const screen = candidatesScreen(learnedOf(refused), { ...OPTIONS, width: 120 });
    expect(screen).not.toContain('known_automation');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
    expect(screen.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  });
});

test('the purpose is the name of the account in the directory, else to be written', () => {
  const purposes = (displayName: string | null) => pasted(candidatesScreen(learnedOf({ ...BACKUP, displayName }), { ...OPTIONS, width: 120 }));
  expect(purposes('夜間バックアップ')).toEqual({ known_automation: [{ account: 'svc-backup', terminal: 'BK01', purpose: '夜間バックアップ' }] });
  expect(purposes(' ')).toEqual({ known_automation: [{ account: 'svc-backup', terminal: 'BK01', purpose: 'write here what it is' }] });
});

test('a program on every PC does not fill the screen, and how many are left out is told', () => {
  const everywhere = Array.from({ length: 70 }, (_, n) => ({ ...BACKUP, place: `PC-${n}`, objections: [{ code: 'many-places', sign: null }] }));
  const screen = candidatesScreen(learnedOf(...everywhere), { ...OPTIONS, width: 120 });
  expect(screen.match(/svc-backup/g)).toHaveLength(50);
  expect(screen).toContain('and 20 more');
});

test('two quiet weeks are called quiet, and nothing is asked for', () => {
  const [, state, next] = candidatesScreen(learnedOf(BACKUP), { ...OPTIONS, width: 120 }).split('\n');
  expect([state, next]).toEqual(['Nothing is to be reviewed in these weeks, and all logons were assessed.', '']);
});
