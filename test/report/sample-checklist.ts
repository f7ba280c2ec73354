import type { Check } from '../../src/checks/check.ts';
import type { Checklist, CheckResult } from '../../src/checks/checklist.ts';
import type { Gap } from '../../src/checks/coverage-line.ts';
import { type Finding, type FindingAcknowledgement, type FindingKind, isToReview } from '../../src/checks/finding.ts';

export const SUCCESS: Check = {
  id: 'admin-logon-success-elsewhere',
  title: { en: 'Administrator logons from other than admin terminals: successful', ja: '管理者端末以外からの管理者ログオンの成功' },
  clause: '内部対策①',
  needs: ['directory', 'admin-terminals', 'logon-successes'],
  parts: [],
  sentence: { en: '{account} logged on from {terminal}.', ja: '{account} が {terminal} からログオンした。' },
  innocentWhen: { en: 'an admin terminal missing from the inventory', ja: '台帳に載せ忘れた管理者端末' },
  sql: 'select 1',
  origin: 'ours',
};
export const ADMIN_FAILURE: Check = {
  ...SUCCESS,
  id: 'admin-logon-failure-elsewhere',
  title: { en: 'Administrator logons from other than admin terminals: failed', ja: '管理者端末以外からの管理者ログオンの失敗' },
};
export const USER_FAILURE: Check = {
  ...SUCCESS,
  id: 'user-terminal-logon-failure',
  title: { en: 'Failed logons from user terminals', ja: 'ユーザ端末からのログオンの失敗' },
  sentence: { en: '{account} failed {count} times at {terminal}: {reasons}.', ja: '{account} が {terminal} で {count} 回失敗した({reasons})。' },
  innocentWhen: { en: 'a drive mapped with an old password', ja: '古いパスワードのままのネットワークドライブ' },
};
const OUTBOUND: Check = {
  ...USER_FAILURE,
  id: 'suspicious-outbound',
  clause: '出口対策',
  title: { en: 'Suspicious traffic', ja: '不審な通信' },
  needs: ['proxy-logs'],
  parts: ['large-uploads', 'unattended-traffic'],
};
export const ELSEWHERE: Check = {
  ...USER_FAILURE,
  id: 'logon-failure-elsewhere',
  clause: '-',
  title: { en: 'Failed logons from anywhere else', ja: 'その他の場所からのログオンの失敗' },
};

const FIRST_AT = new Date('2026-11-08T23:31:05.250Z');

/** What acknowledgements are held against, of a finding as `finding` makes it. */
export function kind(more: Partial<FindingKind> = {}): FindingKind {
  return {
    subject: 's0000000000000001',
    placeKey: 'p0000000000000001',
    originKey: null,
    check: USER_FAILURE.id,
    result: 'failed',
    why: ['many-failures'],
    failureReasons: ['wrong-password'],
    administrator: false,
    successFollowed: false,
    credentialsChanged: false,
    certainty: 'certain',
    folded: null,
    count: 20,
    accounts: 1,
    places: 1,
    account: 'svc-backup',
    place: 'FS01',
    network: 'lgwan',
    placeUnproven: false,
    ...more,
  };
}

export function said(state: FindingAcknowledgement['state'], more: Partial<FindingAcknowledgement> = {}): FindingAcknowledgement {
  const about = {
    key: 'a0000000000000001',
    by: '鈴木 花子',
    on: '2026-11-02',
    until: '2026-12-31',
    reason: '夜間バックアップ、改修予定',
    differences: [],
  };
  return { state, ...about, ...more };
}

export function finding(check: Check, more: Partial<Finding> = {}): Finding {
  const made: Finding = {
    id: 'f-0001',
    check: check.id,
    level: 'review',
    levelBecause: 'not-an-admin-terminal',
    alsoBecause: [],
    firstAt: FIRST_AT,
    lastAt: FIRST_AT,
    count: 1,
    logons: 1,
    accounts: 1,
    places: 1,
    examples: [],
    account: 'adm-sato',
    accountDomain: 'KITA',
    accountSid: 'S-1-5-21-10-20-30-1101',
    displayName: '佐藤 健',
    department: '情報政策課',
    privilegedBy: '情報政策課管理者 > Domain Admins',
    terminal: 'PC-SOUMU-03',
    terminalRole: 'user terminal',
    adminTerminal: false,
    network: 'lgwan',
    terminalAddress: '10.1.2.3',
    attribution: 'computer-account',
    certainty: 'likely',
    contradictedBy: null,
    originTerminal: null,
    trailEnd: null,
    originHops: null,
    originInferred: null,
    credentialsChanged: null,
    chain: null,
    recordedBy: ['DC01', 'DC02'],
    succeeded: true,
    logonTypes: [3],
    reasonCodes: [],
    reasons: [],
    evidence: ['dc01.evtx#DC01#101', 'dc02.evtx#DC02#77'],
    evidenceCount: 2,
    masked: [],
    kind: kind(),
    baseline: null,
    acknowledgement: null,
    values: {},
    ...more,
  };
  const values = {
    account: made.account,
    terminal: made.terminal,
    count: made.count,
    reasons: made.reasons.join(';') || null,
    first_at: made.firstAt,
  };
  return { ...made, values: { ...values, ...more.values } };
}

export function gap(code: string, more: Partial<Gap> = {}): Gap {
  return { code, about: null, from: null, until: null, count: null, doneBy: null, ...more };
}

export function result(check: Check, more: Partial<CheckResult> = {}): CheckResult {
  const findings = more.findings ?? [];
  return {
    check,
    outcome: findings.some(isToReview) ? 'found' : 'clean',
    asked: 'wholly',
    notApplicable: null,
    parts: [],
    toReview: findings.filter(isToReview).length,
    acknowledged: findings.filter((one) => one.acknowledgement?.state === 'acknowledged').length,
    noted: findings.filter((one) => one.level === 'note').length,
    gaps: [],
    coveredFrom: new Date('2026-11-08T15:00:00Z'),
    coveredUntil: new Date('2026-11-15T15:00:00Z'),
    findings,
    ...more,
  };
}

const mistyped = (id: string, account: string): Finding =>
  finding(USER_FAILURE, {
    id,
    account,
    level: 'note',
    levelBecause: 'mistyped-then-success',
    count: 2,
    logons: 2,
    succeeded: false,
    accountSid: null,
    privilegedBy: null,
    reasons: ['wrong-password'],
    reasonCodes: ['0x18'],
  });

/** Four weeks of the store, in which the account never logged on there, and in which it did. */
const STORED: Finding['baseline'] = {
  ...{ state: 'new', newAnywhere: false, knownDays: 0, knownSince: null },
  ...{ from: new Date('2026-10-11T00:00:00Z'), until: new Date('2026-11-08T00:00:00Z'), days: 27 },
};
const USUAL: Finding['baseline'] = { ...STORED, state: 'known', knownDays: 19, knownSince: new Date('2026-10-12T00:31:05Z') };

const ACCEPTED = finding(USER_FAILURE, {
  ...{ id: 'f-0009', account: 'svc-backup', levelBecause: 'many-failures', count: 20, logons: 20, succeeded: false, privilegedBy: null },
  acknowledgement: said('acknowledged', { by: '\u001b[31m鈴木', reason: '=HYPERLINK("http://evil.example")' }),
});

const NOT_RECORDED = [gap('no-failures-recorded', { about: 'DC01' }), gap('no-failures-recorded', { about: 'DC02' })];

/** A week of the fictional municipality with every outcome in it. */
export const SAMPLE: Checklist = {
  madeBy: 'adlogon 0.1.0',
  organisation: '北町',
  network: 'lgwan',
  askedFrom: new Date('2026-11-08T15:00:00Z'),
  askedUntil: new Date('2026-11-15T15:00:00Z'),
  recordedFrom: new Date('2026-11-08T14:00:00Z'),
  recordedUntil: new Date('2026-11-15T16:00:00Z'),
  results: [
    result(SUCCESS, {
      findings: [
        finding(SUCCESS, { baseline: STORED }),
        finding(SUCCESS, {
          id: 'f-0002',
          terminal: null,
          terminalRole: null,
          adminTerminal: null,
          levelBecause: 'unknown-terminal',
          terminalAddress: '10.9.9.9',
          attribution: null,
          certainty: 'unknown',
          evidenceCount: 23,
          acknowledgement: said('expired', { until: '2026-11-06' }),
        }),
        finding(SUCCESS, {
          ...{ id: 'f-0003', level: 'note', levelBecause: 'continued-from-admin-terminal', terminal: 'FS01', terminalRole: 'server' },
          ...{
            originTerminal: 'ADM-01',
            trailEnd: 'admin-terminal',
            originHops: 1,
            originInferred: true,
            credentialsChanged: false,
            chain: 'ADM-01 → FS01',
          },
        }),
        finding(SUCCESS, {
          id: 'f-0007',
          certainty: 'contradicted',
          attribution: 'computer-account+inventory-address',
          contradictedBy: { attribution: 'dhcp', terminal: 'PC-KAIKEI-01' },
          acknowledgement: said('changed', {
            differences: [
              { fact: 'place', was: 'PC-KAIKEI-02', is: 'PC-SOUMU-03' },
              { fact: 'why', was: null, is: 'not-an-admin-terminal' },
              { fact: 'count', was: '3', is: '40' },
            ],
          }),
        }),
        finding(SUCCESS, { id: 'f-0011', account: 'adm-new', baseline: { ...STORED, newAnywhere: true } }),
        finding(SUCCESS, {
          id: 'f-0008',
          terminal: 'SRV-BATCH',
          baseline: USUAL,
          kind: kind({ administrator: true }),
          acknowledgement: said('acknowledged'),
        }),
      ],
      gaps: [
        gap('span-short', { about: 'DC02', from: new Date('2026-11-08T15:00:00Z'), until: new Date('2026-11-10T03:00:00Z') }),
        gap('records-damaged', { about: 'DC01', count: 1200 }),
        gap('log-cleared', {
          about: 'DC02',
          from: new Date('2026-11-10T03:00:00Z'),
          until: new Date('2026-11-10T03:00:00Z'),
          doneBy: 'MIDORI\\mori',
        }),
      ],
    }),
    result(ADMIN_FAILURE, { outcome: 'not assessed', gaps: NOT_RECORDED }),
    result(USER_FAILURE, { findings: [mistyped('f-0004', 'tanaka'), mistyped('f-0005', 'suzuki'), ACCEPTED] }),
    result(OUTBOUND, {
      outcome: 'partly assessed',
      asked: 'in part',
      parts: [
        { part: 'large-uploads', state: 'not assessed', notApplicable: null },
        { part: 'unattended-traffic', state: 'not applicable', notApplicable: '庁舎は24時間稼働' },
      ],
      gaps: [gap('uploads-not-logged', { about: 'access.log', count: 5200 })],
    }),
    result(ELSEWHERE, { outcome: 'not applicable', notApplicable: '当面は対象としない' }),
  ],
  coverage: [
    {
      ...{ evidence: 'logon-successes', recordedBy: 'DC01', network: 'lgwan', state: 'covered', records: 1234567, exportKind: 'complete', gaps: [] },
      ...{ coveredFrom: new Date('2026-11-08T15:00:00Z'), coveredUntil: new Date('2026-11-15T15:00:00Z') },
    },
    {
      evidence: 'logon-failures',
      recordedBy: 'DC01',
      network: 'lgwan',
      state: 'missing',
      records: 0,
      exportKind: 'filtered',
      gaps: [gap('no-failures-recorded', { about: 'DC01' })],
      coveredFrom: null,
      coveredUntil: null,
    },
    {
      evidence: 'directory',
      recordedBy: null,
      network: null,
      state: 'covered',
      records: null,
      exportKind: null,
      gaps: [],
      coveredFrom: null,
      coveredUntil: null,
    },
  ],
  inputs: [
    input('dc01.evtx', { records: 1240000, stored: 1230000, duplicates: 400, outOfScope: 8400, damaged: 1200 }),
    input('memo.txt', { problem: 'not-evtx', sha256: null }),
  ],
  proxyInputs: [
    proxyInput('access.log', { requests: 41000, badLines: 3 }),
    proxyInput('access.log.1.gz', { requests: 1260000, cutShort: true }),
    proxyInput('copy of access.log', { requests: 41000, badLines: 3, repeated: true }),
  ],
  damage: [
    { file: 'dc01.evtx', chunk: 17, byteOffset: 0x1f3c00, kind: 'chunk-data-checksum', detail: 'want 1, have 2', recordsLost: 0 },
    { file: 'dc01.evtx', chunk: null, byteOffset: 120, kind: 'file-header-checksum', detail: 'want 1, have 2', recordsLost: 0 },
    { file: 'dc01.evtx', chunk: 18, byteOffset: 0x203c00, kind: 'chunk-zeroed', detail: '65536 zeros', recordsLost: 1200 },
  ],
  recorders: [
    { recordedBy: 'DC01', role: 'domain controller' },
    { recordedBy: 'DC02', role: 'domain controller' },
  ],
  directories: [
    { domain: 'KITA', takenAt: new Date('2026-11-13T00:00:00Z'), takenFrom: 'DC01', complete: true, gaps: [] },
    {
      ...{ domain: 'MINAMI', takenAt: new Date('2026-11-13T00:30:00Z'), takenFrom: 'MDC01', complete: false },
      gaps: [
        { code: 'values-cut', details: { dn: 'CN=\u001b[31m情報,DC=minami', attribute: 'member', count: 1500 }, affects: ['administrators'] },
        { code: 'as-written', details: { text: 'DNS was not asked' }, affects: ['addresses', 'administrators', 'terminals'] },
      ],
    },
  ],
  terminals: {
    known: 41,
    adminTerminals: 2,
    disputed: [{ network: 'lgwan', terminal: 'ADM-03', adminTerminal: true, saidBy: ['group', 'inventory'], deniedBy: ['organizational-unit'] }],
    seenByProxyOnly: ['ADM-03'],
  },
  acknowledgements: { file: 'acknowledgements.csv', sha256: 'ab'.repeat(32), lines: 5, unusable: 1 },
  configuration: { file: 'adlogon.yaml', sha256: 'cd'.repeat(32), settings: {} },
  settings: { spray_accounts: 5, many_failures: 10 },
  maskedNames: 0,
  sumsAgree: true,
};

function proxyInput(file: string, more: Partial<Checklist['proxyInputs'][number]>): Checklist['proxyInputs'][number] {
  const read = {
    format: 'squid',
    repeated: false,
    badLines: 0,
    sendsLogged: false,
    cutShort: false,
    firstAt: new Date('2026-11-08T15:00:00Z'),
    lastAt: new Date('2026-11-13T09:00:00Z'),
  };
  return { file, path: `proxy/${file}`, bytes: 5_000_000, sha256: 'ef'.repeat(32), requests: 0, ...read, ...more };
}

function input(file: string, more: Partial<Checklist['inputs'][number]>): Checklist['inputs'][number] {
  return {
    file,
    path: `logs/${file}`,
    bytes: 69632,
    sha256: 'ab'.repeat(32),
    problem: null,
    records: 0,
    stored: 0,
    duplicates: 0,
    outOfScope: 0,
    damaged: 0,
    ...more,
  };
}
