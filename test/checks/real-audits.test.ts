import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasRealLogs, REAL_LOGS, realLog } from '../evtx/real-logs.ts';
import { MUST_SHOW } from './must-show.ts';
import { allRows, auditOf } from './real-audits.ts';

/** Signs that a finding at review must have, by log. Nothing is known of these towns: no directory, no terminals. */
const ATTACKS: Readonly<Record<string, readonly string[]>> = {
  'v04-server-rdp-guessing-lockout': ['brute-force'],
  'v06-password-spray-4648': ['credentials'],
  'v07-kerberos-guessing-many-names': ['fast-accounts', 'success-amid-guesses', 'no-pre-authentication'],
  'v08-kerberos-spray': ['fast-accounts', 'success-amid-guesses'],
  'v09-kerberoast': ['kerberoast', 'no-session-key'],
  'v10-asrep-roast': ['no-pre-authentication'],
  'v11-pass-the-hash-source': ['new-credentials'],
  'v12-rdp-tunnel-loopback': ['desktop-tunnel'],
  'v13-zerologon-a': ['changed-anonymously'],
  'v14-remote-task-as-admin': ['no-machine-name', 'built-in-administrator'],
  'v15-ms17-010-psexec': ['random-name'],
  'v16-donpapi-full': ['no-session-key', 'no-machine-name'],
  'v18-ntlm2selfrelay': ['built-in-administrator', 'log-cleared'],
  'v19-golden-ticket-4624': ['built-in-renamed'],
  'v21-openssh-unknown-user': ['fast-failures'],
  'v23-remote-task-update-admin': ['ntlm-beside-kerberos'],
  'v30-hidden-user-created': ['hidden-account', 'new-administrator'],
  'v32-rdp-session-hijack': ['session-taken-over'],
  'v33-mixed-channels-type9': ['new-credentials'],
  'v36-webshell-runas': ['service-credentials'],
  'v37-juicypotato-anonymous-loopback': ['anonymous-loopback'],
  'v38-samaccountname-spoof-a': ['named-as-controller', 'computer-renamed'],
};

/** Persons, and machines that only start and stop. */
const PERSONS = [
  'v01-dc-rdp-logon',
  'v02-win10-domain-pc',
  'v05-workstation-runas-guessing',
  'v24-win7-long-history',
  'v27-jp-training-win7-client',
  'v28-win11-baseline-dirty',
  'v29-win10-clock-jump',
];

/** The signs of everything at review that programs are suspected of. */
async function signsIn(log: string): Promise<readonly string[]> {
  const { findings } = await auditOf([log]);
  const reviewed = findings.filter(({ check, level }) => check === 'non-human-logon' && level === 'review');
  return reviewed.flatMap(({ signs = [] }) => signs.map(({ sign }) => sign));
}

describe.skipIf(!hasRealLogs())('real logs of attacks', () => {
  test.each(Object.entries(ATTACKS))('%s is suspected to be a program, by its signs', async (log, signs) => {
    expect(await signsIn(log)).toEqual(expect.arrayContaining([...signs]));
  });

  test.each(PERSONS)('%s holds nothing that a program would be suspected of', async (log) => {
    expect(await signsIn(log)).toEqual([]);
  });
});

interface Manifest {
  readonly files: readonly { readonly name: string; readonly mustShow: string }[];
}

/** Every log of the manifest with its lines; empty, and said so by `hasRealLogs`, when the logs are not here. */
const DEMANDS: readonly (readonly [string, string])[] =
  REAL_LOGS.length === 0
    ? []
    : (JSON.parse(readFileSync(realLog('manifest.json'), 'utf8')) as Manifest).files.map(({ name, mustShow }) => [
        name.replace(/\.evtx$/, ''),
        mustShow,
      ]);

const LINES = Object.entries(MUST_SHOW).flatMap(([log, lines]) => lines.map(([line, holds, except]) => ({ log, line, holds, except })));

describe.skipIf(!hasRealLogs())('every real log shows what its manifest says it must', () => {
  test('the lines are those of the manifest, word for word', () => {
    expect(Object.entries(MUST_SHOW).map(([log, lines]) => [log, lines.map(([line]) => line).join(' ')])).toEqual(DEMANDS);
    expect(DEMANDS.map(([log]) => `${log}.evtx`)).toEqual(REAL_LOGS);
  });

  test.each(LINES)('$log: $line', async ({ log, line, holds, except }) => {
    const audited = await auditOf([log]);
    const rows = await allRows();
    const recorders = new Set(rows.filter(({ file, table }) => table === 'recordings' && file === `${log}.evtx`).map((row) => row.recorded_by));
    const own = rows.filter(({ file, table, recorded_by }) => (table === 'attempts' ? recorders.has(recorded_by ?? null) : file === `${log}.evtx`));
    await holds({ ...audited, rows: own });
    if (except === undefined) return;
    expect(line).toContain(except.words);
    console.warn(`${log}: "${except.words}" does not hold: ${except.because}.`);
  });
});
