import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ALL_MACHINES } from '../../samples/generator/story/town.ts';
import type { ExpectedFinding, Happening, Quiet } from '../../samples/generator/story/truth.ts';
import { tellWeek } from '../../samples/generator/week.ts';
import { inFolder, runAdlogon, WEEK, WEEK_ARGUMENTS } from '../run-adlogon.ts';

interface Found {
  readonly check: string;
  readonly level: string;
  readonly account: string | null;
  readonly accounts: number;
  readonly terminal: string | null;
  readonly terminalAddress: string | null;
  readonly succeeded: boolean | null;
  readonly count: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly evidence: readonly string[];
}

interface Report {
  readonly checklist: readonly { readonly check: string; readonly outcome: string; readonly gaps: readonly { readonly code: string }[] }[];
  readonly findings: readonly Found[];
  readonly sumsAgree: boolean;
}

const TRUTH = JSON.parse(readFileSync(`${WEEK}/ground-truth.json`, 'utf8')) as {
  readonly happenings: readonly Happening[];
  readonly quiet: readonly Quiet[];
};

const ALL = inFolder((folder): Report => {
  const { code, err } = runAdlogon([...WEEK_ARGUMENTS, '--out', folder, '--show-unknown-names']);
  if (code !== 1) throw new Error(`adlogon audit ended with ${code}: ${err}`);
  return JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
});

/** Whether a program made it is asked of what the other checks find, too. */
const REPORT = { ...ALL, findings: ALL.findings.filter(({ check }) => check !== 'non-human-logon') };

/** Both sides in one form; times to the second, because a report keeps milliseconds and Windows a tenth of a microsecond. */
function seen({ check, level, account, terminal, succeeded, firstAt, lastAt }: Omit<ExpectedFinding, 'address' | 'records'> | Found) {
  const second = (at: string) => new Date(at).toISOString().slice(0, 19);
  return { check, level, account: account?.toLowerCase() ?? null, terminal, succeeded, firstAt: second(firstAt), lastAt: second(lastAt) };
}

const REVIEWED = REPORT.findings.filter((finding) => finding.level === 'review').map((finding) => ({ ...seen(finding), records: finding.count }));

describe('what was planted in the week is found', () => {
  test.each(TRUTH.happenings.map(({ id, findings }) => [id, findings] as const))('%s', (_, findings) => {
    const wanted = findings.map((finding) => ({ ...seen(finding), records: finding.records }));
    for (const one of wanted) expect(REVIEWED).toContainEqual(one);
  });

  test('and nothing else is to be reviewed', () => {
    const wanted = TRUTH.happenings.flatMap(({ findings }) => findings.map((finding) => ({ ...seen(finding), records: finding.records })));
    const surplus = REVIEWED.filter((found) => !wanted.some((one) => JSON.stringify(one) === JSON.stringify(found)));
    expect(surplus).toEqual([]);
    expect(REVIEWED).toHaveLength(wanted.length);
  });

  test('at the address, where no terminal is known', () => {
    const addresses = TRUTH.happenings.flatMap(({ findings }) =>
      findings.flatMap(({ terminal, address }) => (terminal === null && address !== null ? [address] : [])),
    );
    const found = REPORT.findings
      .filter((finding) => finding.level === 'review' && finding.terminal === null)
      .map((finding) => finding.terminalAddress);
    expect(found.filter((address) => address !== null).sort()).toEqual(addresses.sort());
  });
});

test.each(TRUTH.quiet.map(({ account, terminal, why }) => [account, terminal ?? 'anywhere', why] as const))(
  '%s at %s is not to be reviewed: %s',
  (account, terminal) => {
    const planted = TRUTH.happenings.flatMap(({ findings }) => findings.map((finding) => JSON.stringify(seen(finding))));
    const wrong = REPORT.findings.filter(
      (finding) =>
        finding.level === 'review' &&
        finding.account?.toLowerCase() === account.toLowerCase() &&
        (terminal === 'anywhere' || finding.terminal === terminal) &&
        !planted.includes(JSON.stringify(seen(finding))),
    );
    expect(wrong).toEqual([]);
  },
);

test('what a program did is told from what a person did', () => {
  const suspected = ALL.findings.filter(({ check, level }) => check === 'non-human-logon' && level === 'review');
  expect(suspected.map(({ account, accounts, terminal }) => [account ?? accounts, terminal])).toEqual([
    ['takeuchi-h', 'PC-031'],
    ['endo-h', 'PC-040'],
    [9, 'PC-027'],
  ]);
});

test('every check found what it is for, and nothing was left uncovered', () => {
  expect(ALL.checklist.map(({ check, outcome, gaps }) => [check, outcome, gaps.length === 0 ? gaps : gaps.map((gap) => gap.code)])).toEqual([
    ['admin-logon-success-elsewhere', 'found', []],
    ['admin-logon-failure-elsewhere', 'found', []],
    ['user-terminal-logon-failure', 'found', []],
    ['admin-terminal-mail-web', 'found', []],
    // A week of logs begins with tickets that were given before it.
    ['non-human-logon', 'found', ['forged-tickets-not-sought']],
    ['suspicious-outbound', 'partly assessed', ['uploads-not-logged']],
    ['logon-failure-elsewhere', 'found', []],
  ]);
  expect(REPORT.sumsAgree).toBe(true);
});

test('the evidence of a finding leads to its records', () => {
  const finding = REPORT.findings.find((one) => one.count === 14);
  const { code, out } = runAdlogon(['records', `${WEEK}/logs`, '--evidence', finding?.evidence.join(';') ?? '']);
  expect(code).toBe(0);
  const records = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { eventId: number; data: Record<string, string> });
  expect(records.map(({ eventId, data }) => [eventId, data.TargetUserName])).toEqual(Array.from({ length: 14 }, () => [4771, 'endo-h']));
});

describe('every attempt from an address is given to the terminal that held it at that moment', () => {
  const { leases } = tellWeek();
  const SQL = 'select terminal_address, occurred_at, terminal, certainty, doubted from attempts where terminal_address is not null order by all';

  /** Attempts with the machine that the story put at their address, and whether they were given to it. */
  function attempts(more: readonly string[]) {
    const { code, out, err } = runAdlogon(['query', SQL, ...WEEK_ARGUMENTS.slice(1, 6), ...more, '--format', 'ndjson']);
    if (code !== 0) throw new Error(err);
    return out
      .trimEnd()
      .split('\n')
      .map(
        (line) => JSON.parse(line) as { terminal_address: string; occurred_at: string; terminal: string | null; certainty: string; doubted: boolean },
      )
      .map((attempt) => {
        const at = Date.parse(attempt.occurred_at);
        const held = ALL_MACHINES.find((machine) => leases.addressOf(machine, at) === attempt.terminal_address);
        return { ...attempt, held: held?.name ?? null };
      })
      .filter(({ held }) => held !== null);
  }

  test('by the logs and the inventory alone: 99 in 100, and no wrong one is called certain or likely', () => {
    const all = attempts([]);
    const wrong = all.filter(({ terminal, held }) => terminal !== held);
    expect(all.length).toBeGreaterThan(1_000);
    expect(wrong.length / all.length).toBeLessThan(0.01);
    expect(wrong.filter(({ certainty }) => certainty === 'certain' || certainty === 'likely')).toEqual([]);
  });

  test('with the DHCP logs: all of them, nearly all certain, none contradicted', () => {
    const all = attempts(['--dhcp', `${WEEK}/dhcp`]);
    expect(all.filter(({ terminal, held }) => terminal !== held)).toEqual([]);
    expect(all.filter(({ certainty }) => certainty === 'certain').length / all.length).toBeGreaterThan(0.9);
    expect(all.filter(({ certainty }) => certainty === 'weak' || certainty === 'contradicted')).toEqual([]);
  });
});
