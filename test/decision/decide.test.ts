import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Decision, decide } from '../../src/decision/decide.ts';
import { FLOW, ISOLATION } from '../../src/decision/flow-lines.ts';
import type { IncidentFacts } from '../../src/decision/incident-facts.ts';
import { FLOW_WORDS, STATEMENTS } from '../../src/report/words/incident-flow.ts';

const NOTHING_KNOWN: IncidentFacts = {
  now: new Date('2026-11-25T12:00:00+09:00'),
  discoveredAt: new Date('2026-11-25T09:00:00+09:00'),
  outbound: { examined: 'not yet' },
  cause: 'not established',
  programLogons: 'not examined',
  programTerminals: [],
  administrator: 'not examined',
  contained: false,
};
const SEVERAL: IncidentFacts = { ...NOTHING_KNOWN, outbound: { examined: 'yes', terminals: ['PC-001', 'PC-002'] } };
const VIRUS: IncidentFacts = { ...SEVERAL, cause: 'virus suspected' };

/** Lines in a state, in order. */
function lines(decision: Decision, state: string): readonly string[] {
  return [...decision.lines, ...decision.isolation].filter((line) => line.state === state).map(({ line }) => line);
}

describe('before the proxy log was examined', () => {
  test('contacts are made, the log is examined, and every branch is open', () => {
    const decision = decide(NOTHING_KNOWN);
    expect(decision.branch).toBe('not-examined');
    expect(lines(decision, 'do')).toEqual(['contact', 'check-proxy']);
    expect(lines(decision, 'not here')).toEqual([]);
    expect(decision.proxyDeadline).toEqual(new Date('2026-11-25T15:00:00+09:00'));
  });

  test('six hours after the discovery it counts as what cannot be examined, and is still to be examined', () => {
    const facts = { ...NOTHING_KNOWN, now: new Date('2026-11-25T15:00:00+09:00') };
    expect(decide({ ...facts, now: new Date(facts.now.getTime() - 1) }).branch).toBe('not-examined');
    expect(decide(facts)).toMatchObject({ branch: 'cannot-examine', because: { code: 'proxy-overdue' } });
    expect(lines(decide(facts), 'do')).toEqual(['contact', 'check-proxy', 'cannot-examine-cut-off', 'cannot-examine-experts']);
  });

  test('a time of discovery that is still to come is told as such', () => {
    const codes = (at: string) => decide({ ...NOTHING_KNOWN, discoveredAt: new Date(at) }).beyondTheText.map(({ code }) => code);
    expect(codes(NOTHING_KNOWN.now.toISOString())).toEqual([]);
    expect(codes('2026-11-27T09:00:00+09:00')).toEqual(['discovered-in-the-future']);
  });

  test('without a time of discovery there is no deadline, and that is said', () => {
    const decision = decide({ ...NOTHING_KNOWN, discoveredAt: null });
    expect(decision.proxyDeadline).toBeNull();
    expect(decision.notEstablished.map(({ code }) => code)).toContain('discovery-not-told');
  });
});

test('(1) what cannot be examined: cut off, with experts', () => {
  const decision = decide({ ...NOTHING_KNOWN, outbound: { examined: 'impossible' } });
  expect(decision).toMatchObject({ branch: 'cannot-examine', because: { code: 'proxy-cannot-be-examined' } });
  expect(lines(decision, 'do')).toEqual(['contact', 'cannot-examine-cut-off', 'cannot-examine-experts']);
  expect(lines(decision, 'here')).toEqual(['cannot-examine']);
});

test('what was examined only in part is still to be examined, and is not called free of suspicious traffic', () => {
  const decision = decide({ ...NOTHING_KNOWN, outbound: { examined: 'partly' } });
  expect(decision).toMatchObject({ branch: 'not-examined', because: { code: 'proxy-partly-examined' } });
  expect(lines(decision, 'do')).toContain('check-proxy');
  expect(decision.notEstablished.map(({ code }) => code)).toContain('proxy-partly-examined');
  const late = decide({ ...NOTHING_KNOWN, outbound: { examined: 'partly' }, now: new Date('2026-11-25T15:00:00+09:00') });
  expect(late).toMatchObject({ branch: 'cannot-examine', because: { code: 'proxy-partly-overdue' } });
  expect(
    late.wouldChange.map(({ code }) => code),
    'and what somebody else examined can be told',
  ).toEqual(['if-the-rest-is-examined']);
});

test('(2) one PC: isolate it by the steps, and keep watching', () => {
  const decision = decide({ ...NOTHING_KNOWN, outbound: { examined: 'yes', terminals: ['PC-001'] } });
  expect(decision).toMatchObject({ branch: 'one-pc', because: { code: 'traffic-of-one-pc', details: { terminals: 'PC-001' } } });
  expect(lines(decision, 'do')).toEqual(['contact', 'one-pc-isolate', 'one-pc-watch', 'isolation-no-scan', 'isolation-power-off']);
  expect(lines(decision, 'here')).toEqual(['one-pc', 'isolation']);
  expect(lines(decision, 'open')).toEqual([]);
});

describe('(3) two or more PCs', () => {
  test('① cut off, ② confirm whether a person did it; what follows is open', () => {
    const decision = decide(SEVERAL);
    expect(lines(decision, 'do')).toEqual(['contact', 'several-pcs-cut-off', 'confirm-person']);
    expect(lines(decision, 'open')).toEqual([
      'person-confirmed',
      'virus-suspected',
      'virus-isolate',
      'virus-check-logons',
      'logons-found',
      'logons-found-administrator',
      'logons-found-no-administrator',
      'virus-experts',
      'virus-contained',
      'isolation',
      'isolation-no-scan',
      'isolation-power-off',
    ]);
  });

  test('② a person, and no virus: the cut-off and the emergency end', () => {
    const decision = decide({ ...SEVERAL, cause: 'person' });
    // To cut off and to lift it at once would be no advice.
    expect(lines(decision, 'do')).toEqual(['contact', 'person-confirmed']);
    expect(lines(decision, 'done')).toEqual(['check-proxy', 'several-pcs-cut-off', 'confirm-person']);
    expect(lines(decision, 'open')).toEqual([]);
  });

  test('③ a virus suspected: isolate, check the logs of AD, with experts', () => {
    const decision = decide(VIRUS);
    expect(lines(decision, 'do')).toEqual([
      'contact',
      'several-pcs-cut-off',
      'virus-isolate',
      'virus-check-logons',
      'virus-experts',
      'isolation-no-scan',
      'isolation-power-off',
    ]);
    expect(lines(decision, 'open')).toEqual(['logons-found', 'logons-found-administrator', 'logons-found-no-administrator', 'virus-contained']);
  });

  test('③ no such logon: neither branch of it', () => {
    const decision = decide({ ...VIRUS, programLogons: 'none found', administrator: 'not involved' });
    expect(lines(decision, 'done')).toContain('virus-check-logons');
    for (const line of ['logons-found', 'logons-found-administrator', 'logons-found-no-administrator'])
      expect(lines(decision, 'not here')).toContain(line);
  });

  test("③ an administrator's privilege: stop the LAN", () => {
    const decision = decide({ ...VIRUS, programLogons: 'found', administrator: 'involved' });
    expect(lines(decision, 'do')).toContain('logons-found-administrator');
    expect(lines(decision, 'not here')).toContain('logons-found-no-administrator');
    expect(decision.beyondTheText).toEqual([]);
  });

  test("③ not an administrator's: isolate the PC", () => {
    const decision = decide({ ...VIRUS, programLogons: 'found', administrator: 'not involved' });
    expect(lines(decision, 'do')).toContain('logons-found-no-administrator');
    expect(lines(decision, 'not here')).toContain('logons-found-administrator');
  });

  test('③ whose privilege it was is not known: both stay open', () => {
    const decision = decide({ ...VIRUS, programLogons: 'found' });
    expect(lines(decision, 'open')).toEqual(['logons-found-administrator', 'logons-found-no-administrator', 'virus-contained']);
    expect(decision.notEstablished).toEqual([{ code: 'administrator-not-examined', details: {} }]);
  });

  test('lifting the cut-off stands beside the check of AD, and waits for nobody but the people who contained it', () => {
    expect(lines(decide({ ...VIRUS, contained: true }), 'do')).toContain('virus-contained');
  });

  test('once contained, nothing says any more to cut off, or what would change when it is contained', () => {
    const decision = decide({ ...VIRUS, programLogons: 'found', administrator: 'involved', contained: true });
    expect(lines(decision, 'done')).toContain('several-pcs-cut-off');
    expect(decision.wouldChange).toEqual([]);
    expect(lines(decide({ ...SEVERAL, contained: true }), 'do')).toContain('several-pcs-cut-off');
  });
});

describe('what only people say of the traffic', () => {
  test.each([
    [[], 'no-suspicious-traffic-as-told'],
    [['PC-001'], 'traffic-of-one-pc-as-told'],
    [['PC-001', 'PC-002'], 'traffic-of-several-pcs-as-told'],
  ])('%s: stands as told', (terminals, code) => {
    expect(decide({ ...NOTHING_KNOWN, outbound: { examined: 'yes', terminals, asTold: true } }).because.code).toBe(code);
  });
});

test('a line that says to isolate names the PCs, and no other line does', () => {
  const named = (facts: IncidentFacts) => decide(facts).lines.flatMap(({ line, terminals }) => (terminals.length > 0 ? [[line, terminals]] : []));
  expect(named({ ...NOTHING_KNOWN, outbound: { examined: 'yes', terminals: ['PC-001'] }, programTerminals: ['PC-009'] })).toEqual([
    ['one-pc-isolate', ['PC-001']],
  ]);
  expect(named({ ...VIRUS, programLogons: 'found', administrator: 'not involved', programTerminals: ['PC-009'] })).toEqual([
    ['virus-isolate', ['PC-001', 'PC-002']],
    ['logons-found-no-administrator', ['PC-009']],
  ]);
  expect(named({ ...VIRUS, programLogons: 'found', administrator: 'involved', programTerminals: ['PC-009'] })).toEqual([
    ['virus-isolate', ['PC-001', 'PC-002']],
  ]);
});

test('without suspicious traffic no branch applies, and it is said that the text names no step', () => {
  const decision = decide({ ...NOTHING_KNOWN, outbound: { examined: 'yes', terminals: [] } });
  expect(lines(decision, 'do')).toEqual(['contact']);
  expect(decision.beyondTheText).toEqual([{ code: 'no-step-without-traffic', details: {} }]);
});

test.each([
  ['not examined', NOTHING_KNOWN],
  ['one PC', { ...NOTHING_KNOWN, outbound: { examined: 'yes', terminals: ['PC-001'] } } as const],
  ['two PCs and a person', { ...SEVERAL, cause: 'person' } as const],
])("an administrator's access is never passed over, whatever the branch: %s", (_, facts) => {
  const decision = decide({ ...facts, programLogons: 'found', administrator: 'involved' });
  expect(decision.beyondTheText).toContainEqual({ code: 'administrator-outside-the-flow', details: {} });
});

test('every statement has words, and no words are left over', () => {
  const used = [...readFileSync('src/decision/decide.ts', 'utf8').matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, code = '']) => code);
  const keys: ReadonlySet<string> = new Set([...FLOW, ...ISOLATION].map(({ line }) => line));
  const branches = ['not-examined', 'cannot-examine', 'no-traffic', 'one-pc', 'several-pcs'];
  const told = used.filter((code) => code.startsWith('traffic-of-')).map((code) => `${code}-as-told`);
  const codes = [...new Set([...used, ...told])].filter((code) => !keys.has(code) && !branches.includes(code));
  expect(codes.sort()).toEqual(Object.keys(STATEMENTS).sort());
});

test('every line of the text is there, word for word and in its order', async () => {
  // As quoted from the report; its list marks (・, ○) are the layout's.
  const text = [...FLOW, ...ISOLATION].map(({ line }) => FLOW_WORDS[line].ja).join('\n');
  await expect(text).toMatchFileSnapshot('../golden/incident-flow.txt');
});
