import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECKS_FOLDER, INCIDENT_FOLDER, LEARN_FOLDER, MODELS_FOLDER } from '../src/checks/rules-folder.ts';

/**
 * Words that DuckDB understands and Trino does not, or that mean different things in the two. It finds what was known when it was written, not everything.
 * Trino: https://trino.io/docs/current/functions.html
 */
const NOT_SHARED: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'casts written ::', pattern: /::/ },
  {
    what: 'functions of lists and structs',
    pattern: /\b(list|struct|map)_[a-z_]+\s*\(|\b(list|unnest|string_agg|group_concat|array_to_string|flatten|generate_series|range)\s*\(/,
  },
  { what: 'literals of lists and structs', pattern: /\[|\{/ },
  { what: 'lambdas', pattern: /->/ },
  {
    what: 'formats of time',
    pattern:
      /\b(strptime|strftime|epoch(_ms|_us)?|make_timestamp|datediff|datesub|date_diff|date_add|date_part|age|to_(hours|minutes|seconds)|time_bucket)\s*\(/,
  },
  { what: 'intervals without a unit outside the quotes', pattern: /interval\s+'[^']*[a-z]|interval\s+\d|interval\s*\(/ },
  {
    what: 'clauses of DuckDB',
    pattern: /\b(qualify|exclude|replace|asof|positional|pivot|unpivot|using sample|semi join|anti join|summarize)\b(?!\s*\()/,
  },
  { what: 'select * with changes', pattern: /\*\s+(exclude|replace|rename)/ },
  { what: 'group or order by all', pattern: /\b(group|order) by all\b/ },
  { what: 'operators of text', pattern: /\bilike\b|\bglob\b|~~|\s~\s|\^@|\bsimilar to\b/ },
  {
    what: 'functions of text',
    pattern: /\b(regexp_[a-z]+|contains|prefix|suffix|starts_with|ends_with|left|right|instr|string_split|strip_accents|printf|format)\s*\(/,
  },
  { what: 'functions of choice', pattern: /\b(ifnull|iif|nvl|isnull|decode|greatest|least|try)\s*\(/ },
  {
    what: 'aggregates that order or pick',
    pattern: /\b(first|last|any_value|arg_max|arg_min|median|mode|quantile[a-z_]*|approx_[a-z_]+|bool_xor|product)\s*\(/,
  },
  { what: 'order inside an aggregate', pattern: /_agg\s*\([^()]*\border by\b/ },
  { what: 'limits before an offset', pattern: /\blimit\s+\d+\s+offset\b/ },
  { what: 'types of DuckDB', pattern: /\b(as|cast\([^)]* as)\s+(int\d|hugeint|ubigint|uinteger|string|text|timestamptz|float8)\s*\)/ },
  { what: 'names in double quotes or back quotes', pattern: /["`]/ },
  { what: 'true and false compared with numbers', pattern: /\b(true|false)\s*(\+|=\s*\d)/ },
  { what: 'time zones', pattern: /\bat time zone\b|\bnow\s*\(|\bcurrent_(date|time|timestamp)\b|\btimestamptz\b/ },
  { what: 'statements other than one question', pattern: /;|\b(create|insert|update|delete|attach|copy|install|load|pragma|set)\s+[a-z]/ },
];

const FILES = [CHECKS_FOLDER, MODELS_FOLDER, INCIDENT_FOLDER, LEARN_FOLDER].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => join(folder, name)),
);

describe.each(FILES.map((path) => ({ name: join(dirname(path).split('/').at(-1) ?? '', path.split('/').at(-1) ?? ''), path })))(
  '$name',
  ({ path }) => {
    const sql = sqlOf(readFileSync(path, 'utf8'));

    test('stays in the SQL that DuckDB and Trino share', () => {
      expect(NOT_SHARED.filter(({ pattern }) => pattern.test(sql)).map(({ what, pattern }) => `${what}: ${pattern.exec(sql)?.[0]}`)).toEqual([]);
    });

    test('never says "not in (select …)", which is no row at all where one of them is NULL', () => {
      expect(sql).not.toMatch(/\bnot in\s*\(\s*select/);
    });

    test('has no "or" in a join condition, which made 0.6 s into 49 s', () => {
      const conditions = [
        ...sql.matchAll(/\bjoin\s+[a-z_]+(?:\s+[a-z]+)?\s+on\s+([\s\S]*?)(?=\b(?:left|inner|full|cross|join|where|group|order|union)\b|\)|$)/g),
      ];
      expect(conditions.filter(([, condition = '']) => /\bor\b/.test(condition)).map(([text]) => text)).toEqual([]);
    });
  },
);

test('the list finds what it is for', () => {
  for (const sql of [
    'select a::int',
    'select list_sort(x)',
    "strptime(x, '%Y')",
    'qualify 1',
    'group by all',
    'select * exclude (a)',
    "date_diff('day', a, b)",
    "interval '1 hour'",
  ]) {
    expect(
      NOT_SHARED.some(({ pattern }) => pattern.test(sqlOf(sql))),
      sql,
    ).toBe(true);
  }
});

/** Without comments and without what stands between quotes, units of intervals excepted. */
function sqlOf(text: string): string {
  return text
    .replace(/--.*$/gm, '')
    .replace(/(interval\s+)?'[^']*'/gi, (quoted, interval) => (interval === undefined ? "''" : quoted))
    .toLowerCase();
}
