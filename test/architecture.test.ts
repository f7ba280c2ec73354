import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = resolve('src');

/** Which rooms a room may import from, and why. What is not here is a wall. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  tables: [],
  settings: [],
  evtx: [],
  events: [
    'evtx', // records become rows
    'tables', // the columns they fill
  ],
  decision: [], // facts in, advice out
  directory: ['settings'], // UserError
  sidelogs: ['settings'], // UserError, the wall clock of a log without offsets
  engine: ['tables'], // what it creates and fills
  ingest: [
    'evtx',
    'events',
    'engine',
    'tables',
    'settings',
    'sidelogs', // lines of a proxy's log become rows
  ],
  checks: ['engine', 'tables', 'settings'],
  incident: [
    'checks', // the checklist, cells of an answer
    'decision', // facts go there
    'engine', // the models it asks (types only)
    'settings', // UserError
    'sidelogs', // addresses and names as the tables write them
  ],
  learning: [
    'checks', // cells of an answer, signs
    'engine', // the models it asks (types only)
  ],
  report: [
    'checks', // the checklist it shows
    'decision', // the advice it shows (types only)
    'directory', // the snapshot it shows (types only)
    'engine', // the answer of a question it shows (types only)
    'incident', // the incident it shows (types only)
    'learning', // the candidates it shows
    'settings', // UserError, language
  ],
  commands: ['checks', 'directory', 'engine', 'events', 'evtx', 'incident', 'ingest', 'learning', 'report', 'settings', 'sidelogs', 'tables'],
  '': ['commands', 'report', 'settings'], // cli.ts
};

/** Each third-party package and each door of Node that means something, and where it may be used. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@date-fns/tz': ['report/times.ts', 'settings/period.ts', 'settings/local-time.ts'],
  '@holiday-jp/holiday_jp': ['settings/holidays.ts'],
  'date-fns/addDays': ['settings/period.ts'],
  'date-fns/format': ['report/times.ts', 'settings/period.ts'],
  'date-fns/setISOWeek': ['settings/period.ts'],
  'date-fns/startOfISOWeek': ['settings/period.ts'],
  '@duckdb/node-api': ['engine/duckdb.ts'],
  '@duckdb/node-bindings': ['engine/duckdb.ts'],
  'cli-progress': ['commands/progress.ts'],
  'cli-table3': ['report/bordered-table.ts'],
  commander: [
    'commands/command-line.ts',
    'commands/program.ts',
    'commands/command-parts.ts',
    'commands/ack-options.ts',
    'commands/directory-options.ts',
    'commands/evidence-options.ts',
    'commands/incident-options.ts',
    'commands/init-options.ts',
    'commands/store-options.ts',
    'commands/usage-error.ts',
  ],
  'csv-parse/sync': ['sidelogs/csv-table.ts', 'sidelogs/indicators.ts'],
  ldapts: ['directory/connect.ts'],
  tldts: ['sidelogs/site.ts'],
  tinyglobby: ['ingest/find-inputs.ts'],
  yaml: ['settings/config-yaml.ts', 'report/starting-config.ts', 'report/known-automation-yaml.ts'],
  zod: [
    'directory/',
    'sidelogs/report-findings.ts',
    'ingest/store-manifest.ts',
    'ingest/store-proxy.ts',
    'ingest/store-dhcp.ts',
    'ingest/stored-json.ts',
    'ingest/stored-side-logs.ts',
    'settings/config-schema.ts',
    'settings/config-issues.ts',
  ],
  'node:fs': [
    'evtx/log-file.ts',
    'directory/',
    'sidelogs/',
    'ingest/',
    'checks/sql-files.ts',
    'report/write-reports.ts',
    'settings/config-file.ts',
    'commands/version.ts',
    'commands/workspace.ts',
    'commands/password.ts',
  ],
  'node:worker_threads': ['ingest/'],
  'node:crypto': [
    'ingest/',
    'checks/findings.ts',
    'checks/finding-kind.ts',
    'sidelogs/acknowledgement-lines.ts',
    'sidelogs/acknowledgements-file.ts',
    'directory/certificate-file.ts',
    'settings/config-file.ts',
  ],
  'node:module': ['engine/duckdb.ts', 'settings/config-yaml.ts'],
  'node:net': [
    ...['events/normal-texts.ts', 'sidelogs/address.ts', 'sidelogs/address-ranges.ts', 'settings/config-schema.ts'],
    ...['directory/secure-socket.ts', 'directory/connect.ts'],
  ],
  'node:readline': ['commands/ask-secret.ts'],
  'node:os': ['cli.ts', 'commands/workspace.ts', 'ingest/store-dhcp.ts', 'sidelogs/file-lock.ts'],
  'node:path': [
    ...['directory/write-snapshot.ts', 'ingest/', 'checks/sql-files.ts', 'report/write-reports.ts'],
    ...['settings/config-file.ts', 'commands/workspace.ts', 'commands/init.ts', 'sidelogs/acknowledgements-file.ts', 'sidelogs/report-findings.ts'],
  ],
  'node:stream': ['ingest/text-blocks.ts', 'commands/ask-secret.ts'],
  'node:stream/promises': ['ingest/'],
  'node:timers/promises': ['directory/search.ts', 'sidelogs/file-lock.ts'],
  'node:tls': ['directory/secure-socket.ts'],
  'node:url': ['checks/rules-folder.ts'],
  'node:zlib': ['evtx/', 'ingest/text-blocks.ts', 'ingest/store-dhcp.ts'],
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const FILES = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(SOURCE, join(entry.parentPath, entry.name)).split(sep).join('/'));

const IMPORTS: readonly Import[] = FILES.filter((file) => file.endsWith('.ts')).flatMap((file) => {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom |^import |\bimport\()'([\w@./:-]+)'/gm)].map(([, target = '']) => ({ file, target }));
});

function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/', 1)[0] ?? '') : '';
}

describe('walls', () => {
  test('every room has its doors listed', () => {
    expect([...new Set(FILES.map(roomOf))].sort()).toEqual(Object.keys(DOORS).sort());
  });

  test('a room imports only through its doors', () => {
    const wrong = IMPORTS.filter(({ target }) => target.startsWith('.')).filter(({ file, target }) => {
      const room = roomOf(posix.normalize(posix.join(dirname(file), target)));
      return room !== roomOf(file) && !DOORS[roomOf(file)]?.includes(room);
    });
    expect(wrong).toEqual([]);
  });

  test('no door is listed that nobody uses', () => {
    const used = new Set(
      IMPORTS.filter(({ target }) => target.startsWith('.')).map(
        ({ file, target }) => `${roomOf(file)} ${roomOf(posix.normalize(posix.join(dirname(file), target)))}`,
      ),
    );
    const unused = Object.entries(DOORS).flatMap(([room, doors]) =>
      doors.filter((door) => !used.has(`${room} ${door}`)).map((door) => `${room} ${door}`),
    );
    expect(unused).toEqual([]);
  });

  test('a package is used only where it belongs', () => {
    const wrong = IMPORTS.filter(({ target }) => !target.startsWith('.')).filter(
      ({ file, target }) => !PACKAGES[target]?.some((place) => file === place || (place.endsWith('/') && file.startsWith(place))),
    );
    expect(wrong).toEqual([]);
  });

  test('every dependency is used, at an exact version', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
    const used = IMPORTS.map(({ target }) => target);
    expect(Object.keys(dependencies ?? {}).filter((name) => !used.some((target) => target === name || target.startsWith(`${name}/`)))).toEqual([]);
    expect(Object.values({ ...dependencies, ...devDependencies }).filter((version) => !/^\d/.test(version))).toEqual([]);
  });
});

test('SQL about logons stands in rules/, and no engine but DuckDB is named outside its file', () => {
  const naming = FILES.filter((file) => /duckdb/i.test(readFileSync(join(SOURCE, file), 'utf8')) && !file.startsWith('engine/'));
  expect(naming.filter((file) => !file.startsWith('ingest/') && !file.startsWith('commands/'))).toEqual([]);
});

test('argv and the environment are read in cli.ts alone', () => {
  expect(FILES.filter((file) => /process\.(argv|env)\b/.test(readFileSync(join(SOURCE, file), 'utf8')))).toEqual(['cli.ts']);
});

test('the command line loads no command, and of packages only the one that reads it, before it knows what is asked', () => {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    if (!FILES.includes(file)) return;
    const text = readFileSync(join(SOURCE, file), 'utf8');
    for (const [, target = ''] of text.matchAll(/^import (?!type )(?:[^;']*? from )?'([\w@./:-]+)';/gm)) {
      load(target.startsWith('.') ? posix.normalize(posix.join(dirname(file), target)) : target);
    }
  };
  load('cli.ts');
  expect([...loaded].filter((name) => !name.endsWith('.ts') && !name.startsWith('node:'))).toEqual(['commander']);
  const rooms = new Set([...loaded].filter((name) => name.endsWith('.ts')).map(roomOf));
  expect([...rooms].sort()).toEqual(['', 'commands', 'report', 'settings', 'sidelogs']);
});

test('no file is called after nothing', () => {
  expect(FILES.filter((file) => /(^|\/)(utils|helpers|common|shared|types|constants|index)\.ts$/.test(file))).toEqual([]);
});
