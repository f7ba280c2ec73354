import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/decision/decide.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { incidentCsv } from '../../src/report/incident-csv.ts';
import { incidentHtml } from '../../src/report/incident-html.ts';
import { incidentJson } from '../../src/report/incident-json.ts';
import { incidentMarkdown } from '../../src/report/incident-markdown.ts';
import { incidentScreen } from '../../src/report/incident-screen.ts';
import { layoutOf } from '../../src/report/spread-layout.ts';
import { ADMINISTRATOR_HOW, NEXT_REASONS, STEP_KINDS, UNSEEN } from '../../src/report/words/incident.ts';
import { reached, SAMPLE_INCIDENT, step } from './sample-incident.ts';

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  const options = { language, timezone: 'Asia/Tokyo' };
  const reports: readonly (readonly [string, (incident: Incident) => string])[] = [
    [`incident.${language}.txt`, (incident) => incidentScreen(incident, { ...options, width: 100, colour: false })],
    [`incident.${language}.csv`, (incident) => incidentCsv(incident, options)],
    [`incident.${language}.md`, (incident) => incidentMarkdown(incident, options)],
    [`incident.${language}.html`, (incident) => incidentHtml(incident, options)],
  ];

  test.each(reports)('%s', async (name, report) => {
    await expect(report(SAMPLE_INCIDENT)).toMatchFileSnapshot(`../golden/report/${name}`);
  });
});

test('incident.json', async () => {
  await expect(incidentJson(SAMPLE_INCIDENT, { timezone: 'Asia/Tokyo' })).toMatchFileSnapshot('../golden/report/incident.json');
});

describe('the six hours', () => {
  const screenAt = (now: string) => {
    const facts = { ...SAMPLE_INCIDENT.facts, now: new Date(now), outbound: { examined: 'not yet' } as const };
    const incident = { ...SAMPLE_INCIDENT, now: facts.now, decision: decide(facts) };
    return incidentScreen(incident, { language: 'en', timezone: 'Asia/Tokyo', width: 120, colour: false });
  };

  test('are counted down', () => {
    expect(screenAt('2026-11-09T12:29:30+09:00')).toContain('Until 2026-11-09 15:00:00+09:00: 2 h 30 min left.');
  });

  test('and said to be over', () => {
    expect(screenAt('2026-11-09T16:01:00+09:00')).toContain('over since 1 h 1 min.');
  });
});

describe('hostile names', () => {
  const HOSTILE = '</svg><script>alert(1)</script>\u001b[2J\u202e|[x](javascript:1)';
  const FORMULA = "=cmd|'/c calc'!A1";
  const incident: Incident = {
    ...SAMPLE_INCIDENT,
    suspect: HOSTILE,
    reached: [reached(`name ${HOSTILE}`, 0), reached(`terminal ${FORMULA}`, 1)],
    steps: [step(`name ${HOSTILE}`, `terminal ${FORMULA}`, { account: HOSTILE, domain: null })],
    next: SAMPLE_INCIDENT.next.map((one) => ({ ...one, place: `terminal ${FORMULA}`, account: HOSTILE })),
    presence: SAMPLE_INCIDENT.presence.map((span) => ({ ...span, place: `name ${HOSTILE}`, account: HOSTILE })),
  };
  const options = { language: 'en', timezone: 'Asia/Tokyo' } as const;

  test('are text in the page, and the page may run nothing', () => {
    const text = incidentHtml(incident, options);
    expect(text).not.toContain('<script');
    expect(text).toContain('&#60;script&#62;');
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(text.match(/<\/svg>/g)?.length).toBe(text.match(/<svg /g)?.length);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
    expect(text).not.toMatch(/\u001b|\u202e|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
  });

  test('are no formula in the CSV', () => {
    expect(incidentCsv(incident, options)).toContain(`,'${FORMULA},`);
  });

  test('are text in Markdown', () => {
    const text = incidentMarkdown(incident, options);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
    expect(text).not.toMatch(/<script|\u001b|\u202e|[^\\]\[x\]\(/);
  });

  test('steer no terminal', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
    expect(incidentScreen(incident, { ...options, width: 100, colour: false })).not.toMatch(/\u001b|\u202e/);
  });
});

describe('the picture of the spread', () => {
  test('shows two hundred places and says how many more there are', () => {
    const places = Array.from({ length: 259 }, (_, n) => reached(`terminal PC-${n}`, 1));
    const layout = layoutOf({ reached: [reached('terminal PC-A', 0), ...places], steps: places.map(({ place }) => step('terminal PC-A', place)) });
    expect([layout.nodes.length, layout.leftOut]).toEqual([200, 60]);
    expect(new Set(layout.nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(200);
  });

  test('draws machines of everyday access together where they are many', () => {
    const steps = Array.from({ length: 20 }, (_, n) => step('terminal PC-A', `terminal SRV${n}`, { strength: 'weak' }));
    const { nodes, edges } = layoutOf({ reached: [reached('terminal PC-A', 0)], steps });
    expect(nodes.map(({ machines }) => machines)).toEqual([1, 20]);
    expect(edges).toEqual([expect.objectContaining({ steps: 20 })]);
  });

  test('draws an administrator’s step as such, and an inferred one', () => {
    const { edges } = layoutOf(SAMPLE_INCIDENT);
    expect(edges.filter(({ administrator }) => administrator).map(({ to }) => to.name)).toEqual(['terminal SRV1']);
    expect(edges.filter(({ inferred }) => inferred).map(({ to }) => to.name)).toEqual(['terminal PC-003']);
  });
});

test('every key that the models of an incident give has words', () => {
  const keysIn = (path: string, pattern: RegExp) => [...new Set([...readFileSync(path, 'utf8').matchAll(pattern)].map(([, key = '']) => key))].sort();
  const kinds = keysIn('rules/incident/machine_logons.sql', /(?:then|else)? '([a-z-]+)'(?= as kind| *\n {4}end as kind|\n {6}(?:when|else))/g);
  expect([...new Set([...kinds, 'network'])].filter((kind) => !Object.hasOwn(STEP_KINDS, kind) && !['strong', 'attempted'].includes(kind))).toEqual(
    [],
  );
  expect(keysIn('rules/incident/next_terminals.sql', /when '([a-z-]+)' then \d/g).filter((key) => !Object.hasOwn(NEXT_REASONS, key))).toEqual([]);
  expect(keysIn('rules/incident/incident_administrators.sql', /'(used|tried|came|privileged|credentials)'/g)).toEqual(
    Object.keys(ADMINISTRATOR_HOW).sort(),
  );
  expect(keysIn('src/incident/unseen.ts', /'([a-z]+(?:-[a-z]+)+)',\s*\{/g)).toEqual(Object.keys(UNSEEN).sort());
});
