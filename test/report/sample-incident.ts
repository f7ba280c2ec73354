import { decide } from '../../src/decision/decide.ts';
import type { IncidentFacts } from '../../src/decision/incident-facts.ts';
import type { Incident, NextTerminal, PresenceSpan, ReachedPlace, Step } from '../../src/incident/incident.ts';
import { SAMPLE } from './sample-checklist.ts';

const at = (time: string) => new Date(`2026-11-09T${time}:00+09:00`);

const FACTS: IncidentFacts = {
  now: at('12:00'),
  discoveredAt: at('09:00'),
  outbound: { examined: 'yes', terminals: ['PC-001', 'PC-002'] },
  cause: 'virus suspected',
  programLogons: 'found',
  programTerminals: ['PC-003'],
  administrator: 'involved',
  contained: false,
};

export function reached(place: string, hop: number, more: Partial<ReachedPlace> = {}): ReachedPlace {
  return { place, hop, reachedAt: at('08:30'), role: 'user terminal', segment: 'LGWAN', adminTerminal: false, hasLog: true, ...more };
}

export function step(source: string, target: string, more: Partial<Step> = {}): Step {
  return {
    hop: 1,
    source,
    target,
    targetRole: 'user terminal',
    account: 'sato',
    domain: 'KITA',
    administrator: false,
    privileged: false,
    kind: 'remote-desktop',
    strength: 'strong',
    inferred: false,
    certainty: 'certain',
    firstAt: at('08:40'),
    lastAt: at('08:45'),
    logons: 2,
    evidence: 'PC-002.evtx#PC-002#17',
    baseline: null,
    targets: 3,
    ...more,
  };
}

function next(rank: number, place: string, reason: string, more: Partial<NextTerminal> = {}): NextTerminal {
  return {
    rank,
    place,
    role: 'user terminal',
    segment: 'LGWAN',
    department: '税務課',
    adminTerminal: false,
    reason,
    source: 'terminal PC-001',
    account: 'sato',
    domain: 'KITA',
    firstAt: at('08:40'),
    lastAt: at('08:45'),
    logons: 2,
    certainty: 'certain',
    inferred: false,
    ...more,
  };
}

function span(place: string, kind: string, from: string, until: string, more: Partial<PresenceSpan> = {}): PresenceSpan {
  return {
    place,
    account: 'sato',
    domain: 'KITA',
    administrator: false,
    kind,
    from: at(from),
    until: at(until),
    hasEnd: true,
    records: 3,
    spans: 4,
    ...more,
  };
}

/** An incident with something of everything: an administrator, an inferred step, a failed one, everyday access, gaps. */
export const SAMPLE_INCIDENT: Incident = {
  madeBy: 'adlogon 9.9.9',
  suspect: 'PC-001',
  now: FACTS.now,
  discoveredAt: FACTS.discoveredAt,
  since: at('08:00'),
  accounts: [],
  places: [
    { kind: 'terminal', place: 'terminal PC-001', certainty: 'certain', attribution: null, firstAt: at('08:10'), lastAt: at('10:00'), records: 41 },
  ],
  records: 41,
  facts: FACTS,
  decision: decide(FACTS),
  plan: '緊急時対応計画 第3章: 先に LAN を切り離す',
  programs: {
    state: 'found',
    findings: SAMPLE.results.flatMap((result) => result.findings.slice(0, 1).map((finding) => ({ finding, result, aboutSuspect: true }))).slice(0, 1),
  },
  administrators: {
    state: 'involved',
    seen: [
      {
        account: 'adm-mori',
        domain: 'KITA',
        displayName: '森 花子',
        privilegedBy: 'Domain Admins',
        administrator: true,
        place: 'terminal PC-002',
        how: 'used',
        changedBy: null,
        hop: 1,
        certainty: 'likely',
        firstAt: at('08:50'),
        lastAt: at('08:55'),
        records: 4,
      },
    ],
  },
  findings: [],
  reached: [
    reached('terminal PC-001', 0, { reachedAt: at('08:00'), hasLog: false }),
    reached('terminal PC-002', 1),
    reached('terminal SRV1', 2, { role: 'server', segment: 'サーバ' }),
    reached('terminal PC-003', 2, { segment: null, hasLog: false }),
  ],
  steps: [
    step('terminal PC-008', 'terminal PC-001', { hop: 0, firstAt: at('08:05') }),
    step('terminal PC-001', 'terminal PC-002'),
    step('terminal PC-002', 'terminal SRV1', { hop: 2, account: 'adm-mori', administrator: true, privileged: true, baseline: 'new' }),
    step('terminal PC-002', 'terminal PC-003', { hop: 2, kind: 'ticket', inferred: true, certainty: 'weak' }),
    step('terminal PC-001', 'terminal FS01', { kind: 'network', strength: 'weak', targetRole: 'server' }),
    step('terminal PC-001', 'terminal PC-004', { kind: 'failed', strength: 'attempted' }),
  ],
  next: [
    next(1, 'terminal SRV1', 'strong-administrator', { role: 'server', account: 'adm-mori', source: 'terminal PC-002' }),
    next(2, 'terminal PC-002', 'strong'),
    next(3, 'terminal PC-003', 'inferred', { inferred: true, certainty: 'weak' }),
    next(4, 'terminal PC-009', 'exposed-account', { source: null, certainty: null, inferred: true }),
  ],
  presence: [
    span('terminal PC-001', 'keyboard', '08:10', '08:35'),
    span('terminal PC-001', 'onward', '08:40', '09:00'),
    span('terminal PC-001', 'failed', '09:10', '09:10', { account: null, domain: null }),
    span('terminal PC-002', 'remote', '08:40', '08:45', { hasEnd: false, account: 'adm-mori', administrator: true }),
  ],
  unseen: [
    { code: 'suspect-log-missing', details: { names: 'PC-001' } },
    { code: 'steps-inferred', details: {} },
  ],
  checklist: SAMPLE,
};
