import { describe, expect, test } from 'vitest';
import { acknowledgementOf } from '../../src/checks/acknowledge.ts';
import type { Acknowledgement, FindingKind } from '../../src/checks/finding.ts';
import { withKinds } from '../../src/checks/finding-kind.ts';
import type { Row } from '../../src/engine/engine.ts';
import { kind } from '../report/sample-checklist.ts';

const NOW = new Date('2026-11-16T00:00:00Z');
const LAST_AT = new Date('2026-11-12T00:00:00Z');

function accepted(more: Partial<Acknowledgement> = {}): Acknowledgement {
  const days = { on: '2026-11-02', until: '2026-12-31', untilAt: new Date('2026-12-31T15:00:00Z') };
  return { key: 'a1', by: 'Suzuki', ...days, reason: 'known backup', kind: kind(), ...more };
}

function saidOf(now: Partial<FindingKind>, acknowledgements: readonly Acknowledgement[] = [accepted()], lastAt: Date | null = LAST_AT) {
  const bySubject = new Map([[kind().subject, acknowledgements]]);
  return acknowledgementOf({ level: 'review', kind: kind(now), firstAt: lastAt, lastAt }, bySubject, NOW);
}

describe('what was accepted', () => {
  test.each<[string, Partial<FindingKind>]>([
    ['happens again', {}],
    ['happens less often', { count: 1 }],
    ['happens up to twice as often', { count: 40 }],
    ['has fewer reasons', { failureReasons: [] }],
    ['is at a terminal that is likely instead of certain', { certainty: 'likely' }],
    ['is no longer an administrator', { administrator: false }],
  ])('asks nobody when it %s', (_, now) => {
    const base = accepted({ kind: kind({ administrator: now.administrator === false }) });
    expect(saidOf({ administrator: base.kind.administrator, ...now }, [base])).toMatchObject({
      state: 'acknowledged',
      by: 'Suzuki',
      differences: [],
    });
  });

  test('may grow by ten, however little it was', () => {
    const once = [accepted({ kind: kind({ count: 1 }) })];
    expect(saidOf({ count: 11 }, once)?.state).toBe('acknowledged');
    expect(saidOf({ count: 12 }, once)).toMatchObject({ state: 'changed', differences: [{ fact: 'count', was: '1', is: '12' }] });
  });

  test.each<[string, Partial<FindingKind>]>([
    ['administrator', { administrator: true }],
    ['result', { result: 'succeeded' }],
    ['place', { placeKey: 'p2', place: 'PC-1' }],
    ['place', { folded: 'accounts' }],
    ['check', { check: 'logon-failure-elsewhere' }],
    ['why', { why: ['many-failures', 'spray'] }],
    ['why', { why: ['many-failures', 'web-browser'] }],
    ['sign', { why: ['many-failures', 'sign:kerberoast'] }],
    ['failure-reason', { failureReasons: ['account-disabled', 'wrong-password'] }],
    ['success-followed', { successFollowed: true }],
    ['origin', { originKey: 'o2' }],
    ['origin', { credentialsChanged: true }],
    ['certainty', { certainty: 'weak' }],
    ['certainty', { certainty: 'contradicted' }],
    ['count', { count: 41 }],
    ['accounts', { accounts: 12 }],
    ['places', { places: 12 }],
  ])('asks again when changed: %s %j', (fact, now) => {
    const said = saidOf(now);
    expect(said?.state).toBe('changed');
    expect(said?.differences.map((one) => one.fact)).toEqual([fact]);
  });

  test('holds until the end of its last day, by the time of the finding and not of the run', () => {
    expect(saidOf({}, [accepted()], new Date('2026-12-31T14:59:59Z'))?.state).toBe('acknowledged');
    expect(saidOf({}, [accepted()], new Date('2026-12-31T15:00:00Z'))?.state).toBe('expired');
    expect(saidOf({}, [accepted({ untilAt: NOW })], null)?.state).toBe('expired');
  });

  test('is renewed by a later line, and the line that fits best is named', () => {
    const old = accepted({ by: 'Old', untilAt: new Date('2026-11-01T00:00:00Z') });
    expect(saidOf({}, [old, accepted({ by: 'New' })])).toMatchObject({ state: 'acknowledged', by: 'New' });
    expect(saidOf({}, [accepted({ by: 'New' }), old])).toMatchObject({ state: 'acknowledged', by: 'New' });
    const elsewhere = accepted({ by: 'Elsewhere', kind: kind({ placeKey: 'p9', result: 'succeeded' }) });
    expect(saidOf({ why: ['spray'] }, [accepted(), elsewhere])).toMatchObject({ state: 'changed', by: 'Suzuki' });
  });

  test('of another account says nothing, and a note asks nobody anyway', () => {
    expect(saidOf({ subject: 's2' })).toBeNull();
    expect(
      acknowledgementOf({ level: 'note', kind: kind(), firstAt: null, lastAt: null }, new Map([[kind().subject, [accepted()]]]), NOW),
    ).toBeNull();
  });
});

describe('the kind of a finding', () => {
  const row: Row = { network: 'n', account: 'Svc', account_domain: 'CITY', account_sid: null, terminal: 'FS01', succeeded: false, logons: 13 };
  const kindsOf = (...rows: readonly Row[]) => withKinds('some-check', 'city', rows).map((one) => one.kind);
  const kindWith = (more: Row) => kindsOf({ ...row, ...more })[0];

  test('is the same in another week, and in any case of the name', () => {
    const [one, other] = [kindWith({ first_at: new Date(0) }), kindWith({ first_at: LAST_AT, account: 'SVC', account_domain: 'city' })];
    expect(other).toMatchObject({ subject: one?.subject, placeKey: one?.placeKey });
  });

  test.each<Row>([{ account: 'other' }, { account_sid: 'S-1-5-21-1' }, { network: 'm' }])('is about another where it is another: %j', (more) => {
    expect(kindWith(more)?.subject).not.toBe(kindWith({})?.subject);
  });

  test('holds no name that nothing shows to be an account: it may be a password', () => {
    expect(JSON.stringify(kindWith({ account: 'Sommer2026!' }))).not.toMatch(/sommer/i);
    expect(kindWith({ account_sid: 'S-1-5-21-1' })?.account).toBe('Svc');
  });

  test('of a spray is about its place', () => {
    const spray = { account: null, account_domain: null, folded: 'accounts', accounts: 300, places: 1 };
    expect(kindWith({ ...spray })?.subject).not.toBe(kindWith({ ...spray, terminal: 'FS02' })?.subject);
  });

  test('holds the signs that tell, so that roasting is no part of a rhythm that was accepted', () => {
    const signs = ['4\tkerberoast\t12\t60\t\t12', '5\tregular-interval\t40\t900\t\t41', '7\tbrute-force\t9\t9\t\t9', '8\toff-hours\t\t\t\t3'].join(
      '\n',
    );
    expect(kindWith({ level_because: 'program-suspected', signs })?.why).toEqual(['program-suspected', 'sign:kerberoast', 'sign:regular-interval']);
    expect(kindWith({ outbound_signs: '1large-upload:900;3rare:1:40' })?.why).toEqual(['sign:large-upload']);
  });

  test('counts the attempts of the day that had the most, whichever findings they are in', () => {
    const at = (time: string) => ({ ...row, first_at: new Date(`2026-11-${time}:00Z`) });
    expect(kindsOf(at('09T01:00'), at('09T05:00'), at('10T01:00')).map((one) => one.count)).toEqual([26, 26, 26]);
    expect(kindsOf(at('09T01:00'), { ...at('09T05:00'), terminal: 'FS02' }).map((one) => one.count)).toEqual([13, 13]);
  });

  test('keys begin with a letter, so that no spreadsheet makes numbers of them', () => {
    for (const key of [kindWith({})?.subject, kindWith({})?.placeKey, kindWith({ origin_terminal: 'X' })?.originKey])
      expect(key).toMatch(/^[spo][0-9a-f]{16}$/);
  });
});
