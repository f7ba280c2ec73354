import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_THRESHOLDS } from '../../src/checks/thresholds.ts';
import { errorText } from '../../src/report/message.ts';
import { besideConfig, languageInConfig, loadConfig } from '../../src/settings/config-file.ts';
import { UserError } from '../../src/settings/user-error.ts';
import { inFolder } from '../run-adlogon.ts';
import { loaded } from './loaded-config.ts';

const EXAMPLE = readFileSync('samples/adlogon.yaml', 'utf8');
const DEFAULTS = loadConfig(null, DEFAULT_THRESHOLDS).settings;

/** The one line that refuses this content, in English, without the folder. */
function refusal(content: string | Uint8Array): string {
  try {
    loaded(content);
  } catch (error) {
    if (error instanceof UserError) return errorText(error, 'en').replace(/^.*adlogon\.yaml: /, '');
    throw error;
  }
  return 'accepted';
}

describe('samples/adlogon.yaml', () => {
  test('holds the defaults', () => {
    const { settings } = loaded(EXAMPLE);
    const thresholds = Object.fromEntries(DEFAULT_THRESHOLDS.map(({ name, value }) => [name, value]));
    expect(settings).toEqual({ ...DEFAULTS, network: 'default', timezone: 'Asia/Tokyo', thresholds });
  });

  test('documents every key, and the range of every threshold', () => {
    const message = (section: string) => refusal(`${section}zzz: 1\n`);
    for (const section of [
      '',
      'terminals:\n  ',
      'terminals:\n  servers:\n    ',
      'administrators:\n  ',
      'service_accounts:\n  ',
      'working_hours:\n  ',
      'holidays:\n  ',
      'watched_programs:\n  ',
      'thresholds:\n  ',
    ]) {
      const keys = /Allowed here: (.*)\.$/.exec(message(section))?.[1]?.split(', ') ?? [];
      expect(keys.length).toBeGreaterThan(1);
      expect(keys.filter((key) => !new RegExp(`^ *(# )?${key}:`, 'm').test(EXAMPLE))).toEqual([]);
    }
    for (const { name, least, most } of DEFAULT_THRESHOLDS) {
      expect(EXAMPLE, `samples/adlogon.yaml must document thresholds: ${name}`).toMatch(new RegExp(`\\(${least}-${most}\\)[^\\n]*\\n  ${name}:`));
    }
  });

  test('its examples are accepted and change something', () => {
    const examples = EXAMPLE.replaceAll(/^( *)(?:# )?(\w+:) \S+ # e\.g\. (.*)$/gm, '$1$2 $3').replaceAll(
      /^( *)# (language|inventory|acknowledgements): /gm,
      '$1$2: ',
    );
    const { settings } = loaded(examples);
    expect(settings.language).toBe('ja');
    for (const key of [
      'organisation',
      'network',
      'timezone',
      'show_unknown_names',
      'terminals',
      'administrators',
      'service_accounts',
      'working_hours',
      'holidays',
      'recorders',
      'watched_programs',
      'background_hosts',
      'ioc',
      'not_applicable',
    ] as const) {
      expect(settings[key], key).not.toEqual(DEFAULTS[key]);
    }
    const { admin_terminals, servers, user_terminals, segments, departments } = settings.terminals;
    for (const list of [admin_terminals, servers, user_terminals].flatMap((sources) => Object.values(sources))) expect(list).not.toHaveLength(0);
    expect([segments.length, departments.length]).toEqual([1, 1]);
  });
});

test.each([
  // Keys
  ['organization: x', 'line 1: unknown key organization. Allowed here: organisation, network, '],
  [
    'network: a\nterminals:\n  servers:\n    name: [A]\n',
    'line 4: unknown key terminals.servers.name. Allowed here: groups, organizational_units, name_patterns,',
  ],
  ['terminals:\n  segments:\n    - names: [A]\n', 'line 3: terminals.segments[1].name is missing.'],
  ['terminals:\n  segments:\n    - name: A\n      vlan: 3\n', 'line 4: unknown key terminals.segments[1].vlan. Allowed here: name, groups,'],
  ['thresholds:\n  spray: 3\n', 'line 2: unknown key thresholds.spray. Allowed here: spray_accounts, spray_minutes,'],
  ['network: a\nrecorders: []\nnetwork: b\n', 'line 3: the key network stands there twice. Remove one.'],
  ['1: x\n', 'line 1: '],
  ['? [a, b]\n: x\n', 'line 1: '],
  ['__proto__: {}\n', 'line 1: unknown key __proto__.'],
  // Types
  ['network: 12\n', 'line 1: network: 12 is of the wrong type. It must be a text, in quotation marks where it looks like a number.'],
  ['\n\nrecorders: DC01\n', 'line 3: recorders: DC01 is of the wrong type. It must be a list: [A, B] or lines that start with "- ".'],
  ['recorders:\n  - DC01\n  - 2\n', 'line 3: recorders[2]: 2 is of the wrong type. It must be a text'],
  ['terminals:\n', 'line 1: terminals: null is of the wrong type. It must be a section: lines of "key: value" below it.'],
  ['thresholds: 5\n', 'line 1: thresholds: 5 is of the wrong type. It must be a section'],
  ['not_applicable: [a]\n', 'line 1: not_applicable: ["a"] is of the wrong type. It must be a section'],
  ['thresholds:\n  spray_accounts: "5"\n', 'line 2: thresholds.spray_accounts: 5 is of the wrong type. It must be a number.'],
  [
    'administrators: { shadow_administrators: yes }',
    'line 1: administrators.shadow_administrators: yes is of the wrong type. It must be true or false.',
  ],
  ['- a\n- b\n', 'line 1: .: ["a","b"] is of the wrong type. It must be a section'],
  // Values
  ["background_hosts: ['*.com']\n", 'line 1: background_hosts[1]: "*.com" is not allowed. Write a host such as'],
  ['background_hosts: [http://a.example/]\n', 'line 1: background_hosts[1]: "http://a.example/" is not allowed.'],
  [
    'watched_programs: { mail_clients: [C:\\x.exe] }\n',
    'line 1: watched_programs.mail_clients[1]: "C:\\x.exe" is not allowed. Write the name of a program file',
  ],
  ['thresholds:\n  spray_minutes: 60\n  spray_accounts: 1\n', 'line 3: thresholds.spray_accounts: 1 is not allowed. Allowed: 2-1000.'],
  ['thresholds: { coverage_slack_hours: 73 }', 'line 1: thresholds.coverage_slack_hours: 73 is not allowed. Allowed: 1-72.'],
  ['thresholds: { spray_accounts: 5.5 }', 'line 1: thresholds.spray_accounts: 5.5 is not allowed. Allowed: 2-1000.'],
  ['language: fr\n', 'line 1: language: fr is not allowed. Allowed: ja, en.'],
  ['timezone: Tokyo\n', 'line 1: timezone: "Tokyo" is not allowed. Write a time zone such as Asia/Tokyo or +09:00.'],
  ['network: " "\n', 'line 1: network: " " is not allowed. Write a text that is not empty.'],
  ['not_applicable:\n  x: ""\n', 'line 2: not_applicable.x: "" is not allowed. Write a text that is not empty.'],
  [
    'terminals: { servers: { address_ranges: [10.1.2.3] } }',
    'line 1: terminals.servers.address_ranges[1]: "10.1.2.3" is not allowed. Write an address range',
  ],
  ['terminals: { servers: { address_ranges: [10.1.2.0/33] } }', 'line 1: terminals.servers.address_ranges[1]: "10.1.2.0/33" is not allowed.'],
  [
    'terminals: { servers: { organizational_units: [サーバー] } }',
    'line 1: terminals.servers.organizational_units[1]: "サーバー" is not allowed. Write a disting',
  ],
  ['terminals: { servers: { name_patterns: ["*"] } }', 'line 1: terminals.servers.name_patterns[1]: "*" is not allowed. Write a short name with *'],
  ['terminals: { servers: { names: ["FS*"] } }', 'line 1: terminals.servers.names[1]: "FS*" is not allowed. Write a computer name'],
  ['recorders: [10.0.0.1]', 'line 1: recorders[1]: "10.0.0.1" is not allowed. Write a computer name'],
  ['working_hours: { monday: 8:30-17:15 }', 'line 1: working_hours.monday: "8:30-17:15" is not allowed. Write hours such as 08:30-17:15'],
  ['working_hours: { monday: 17:15-08:30 }', 'line 1: working_hours.monday: "17:15-08:30" is not allowed.'],
  ['working_hours: { holidays: closed }', 'line 1: unknown key working_hours.holidays. Allowed here: monday, tuesday,'],
  ['holidays:\n  closed:\n    - { name: A, from: 12-32 }\n', 'line 3: holidays.closed[1]: '],
  ['holidays: { closed: [{ name: A, from: 12-29, until: 2027-01-03 }] }', 'line 1: holidays.closed[1]: '],
  ['holidays: { closed: [{ name: A, from: 2026-10-02, until: 2026-10-01 }] }', 'line 1: holidays.closed[1]: '],
  ['holidays: { working_days: [{ date: 2026-02-29, hours: 08:30-17:15 }] }', 'line 1: holidays.working_days[1].date: "2026-02-29" is not allowed.'],
  // YAML itself
  ['', 'line 1: nothing is set in this file.'],
  ['# only a remark\n', 'line 1: nothing is set in this file.'],
  ['---\n~\n', 'line 1: nothing is set in this file.'],
  ['terminals:\n\tservers: {}\n', 'line 2: a tab. Indent with spaces only.'],
  ['terminals:\n  servers:\n  \tnames: [A]\n', 'line 3: a tab. Indent with spaces only.'],
  ['network: [a\n', 'line 2: not YAML ('],
  ['network: a\n  recorders: []\n', 'line 1: not YAML ('],
  ['network: a\n---\nnetwork: b\n', 'line 2: not YAML ('],
  ['recorders: !!binary x\n', 'line 1: '],
  ['network: !env HOME\n', 'line 1: not YAML ('],
  // Aliases, and what grows out of them
  ['recorders: &a [DC01]\nterminals:\n  servers:\n    names: *a\n', 'line 1: anchors and aliases (&, *) are not allowed.'],
  ['terminals:\n  servers: { names: [*b] }\n', 'line 2: '],
  [
    `a: &a [x, x]\n${'bcdefghi'.replaceAll(/./g, (key) => `${key}: &${key} [*${String.fromCharCode(key.charCodeAt(0) - 1)}, *a]\n`)}`,
    'line 1: anchors and aliases',
  ],
  ['recorders: '.padEnd(60_000, '['), 'line 1: not YAML ('],
])('refuses %j with its line and what is allowed', (content, line) => {
  expect(refusal(content).slice(0, line.length)).toBe(line);
  expect(refusal(content)).not.toContain('\n');
});

describe('the encoding', () => {
  const text = 'network: a\n# 県庁\norganisation: みどり市\n';

  test('is UTF-8, with or without a byte order mark, and any end of line', () => {
    expect(loaded(`\ufeff${text}`).settings.organisation).toBe('みどり市');
    expect(loaded(text.replaceAll('\n', '\r\n')).settings.organisation).toBe('みどり市');
  });

  test('a file in CP932 is refused with the first line that shows it', () => {
    // 県庁 in CP932
    const bytes = Buffer.concat([Buffer.from('network: a\n# '), Buffer.from([0x8c, 0xa7, 0x92, 0xa1]), Buffer.from('\nrecorders: []\n')]);
    expect(refusal(bytes)).toBe('line 2: not UTF-8. Save the configuration as UTF-8.');
  });

  test.each([
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without one', Buffer.from(text, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('%s is refused', (_, bytes) => {
    expect(refusal(bytes)).toBe('line 1: not UTF-8. Save the configuration as UTF-8.');
  });

  test('a file that is no configuration at all is refused before it is parsed', () => {
    expect(refusal(Buffer.alloc(1024 * 1024 + 1, 0x20))).toMatch(/^2 MB is too large/);
  });
});

test('of several mistakes the one nearest the top is told', () => {
  expect(refusal('recorders: 1\nthresholds:\n  zzz: 1\nlanguage: fr\n')).toMatch(/^line 1: recorders/);
  expect(refusal('language: fr\nrecorders: 1\nzzz: 1\n')).toMatch(/^line 1: language/);
});

test('a file is known by its hash, and files named in it stand beside it', () => {
  const { source } = loaded('network: a\n');
  expect(source).toMatchObject({ name: 'adlogon.yaml', sha256: '035ccb1bf3a1a50a3da39e179856e5b5e7dd81d667964eeb706bf30b5573af6e' });
  const config = { ...loadConfig(null, []), source: { path: '/srv/audit/adlogon.yaml', name: 'adlogon.yaml', sha256: '' } };
  expect(besideConfig(config, 'lists/terminals.csv')).toBe('/srv/audit/lists/terminals.csv');
  expect(besideConfig(config, '/etc/terminals.csv')).toBe('/etc/terminals.csv');
});

test('the language can be read from a file that has mistakes elsewhere', () => {
  inFolder((folder) => {
    const path = join(folder, 'adlogon.yaml');
    expect(languageInConfig(path)).toBe(null);
    writeFileSync(path, 'zzz: 1\nlanguage: en\n');
    expect(languageInConfig(path)).toBe('en');
    writeFileSync(path, 'language: fr\n');
    expect(languageInConfig(path)).toBe(null);
  });
});
