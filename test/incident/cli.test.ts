import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder, runAdlogon, runHere, WEEK, WEEK_ARGUMENTS } from '../run-adlogon.ts';

const ARGUMENTS = ['incident', ...WEEK_ARGUMENTS.slice(1)];
const WITHOUT_PROXY = ARGUMENTS.filter((argument) => argument !== '--proxy' && argument !== `${WEEK}/proxy`);
const PC024 = [...ARGUMENTS, '--suspect', 'PC-024', '--since', '2026-11-13T12:00'];
/** Names are known by the directory, the inventory and the DHCP logs, whatever log there is. */
const LITTLE = ARGUMENTS.map((argument) => (argument === `${WEEK}/logs` ? `${WEEK}/logs/FS01-Security.evtx` : argument));
const GOLDEN = '../golden/incident';

describe('adlogon incident', () => {
  test.each(['ja', 'en'])('answers for a PC of the sample week on one screen in %s', async (language) => {
    const { code, out, err } = runAdlogon([...PC024, '--suspicious-terminals', 'pc-024', '--lang', language]);
    expect([code, err]).toEqual([1, '']);
    await expect(out).toMatchFileSnapshot(`${GOLDEN}/pc-024.${language}.txt`);
  });

  test.each([
    ['a short name in any case', 'pc-024', 'Suspect terminal: PC-024'],
    ['a full name', 'pc-024.midori.example.jp', 'Suspect terminal: PC-024'],
    ['DOMAIN\\name', 'midori\\ADM-ITO', 'Suspect account: MIDORI\\adm-ito'],
    ['a UPN', 'adm-ito@midori.example.jp', 'Suspect account: MIDORI\\adm-ito'],
    ['a bare account name', 'adm-ito', 'Suspect account: MIDORI\\adm-ito'],
    ['an address', '10.20.10.109', 'The address was held by PC-009'],
  ])('takes %s', async (_, suspect, expected) => {
    expect((await runHere([...LITTLE, '--suspect', suspect, '--lang', 'en'])).out).toContain(expected);
  });

  test('names both holders of an address that changed hands', async () => {
    const { out } = await runHere([...LITTLE, '--suspect', '10.20.10.109', '--lang', 'en']);
    expect(out).toContain('The address was held by PC-009');
    expect(out).toContain('The address was held by PC-031');
  });

  test('ends with 2 for a suspect that nobody knows, with the names nearest to it', async () => {
    const { code, out, err } = await runHere([...LITTLE, '--suspect', 'PC-0244', '--lang', 'en']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('PC-0244: neither in the logs, nor in the directory or the inventory. Do you mean: PC-024');
  });

  test('a hostile suspect is shown escaped', async () => {
    const { code, err } = await runHere([...LITTLE, '--suspect', '\u001b[2J<script>', '--lang', 'en']);
    expect(code).toBe(2);
    expect(err).toContain('\\u{1b}[2J<script>');
  });
});

describe('what people say', () => {
  test.each([
    ['the proxy log cannot be examined', ['--proxy-unavailable'], '(1) If it cannot be examined'],
    ['one PC', ['--suspicious-terminals', 'PC-024'], '(2) If it can be examined and the suspicious traffic comes from one PC'],
    ['two PCs', ['--suspicious-terminals', 'PC-024,PC-031'], '(3) If it can be examined and the suspicious traffic comes from two or more PCs'],
  ])('%s: prints the branch of the text', async (_, told, expected) => {
    expect((await runHere([...PC024, ...told, '--lang', 'en'])).out).toContain(`[applies] ${expected}`);
  });

  test('one PC named in several ways is one PC, and stands as told', async () => {
    const names = 'pc-024,PC-024.midori.example.jp,pc-024$';
    const { out } = await runHere([...PC024, '--suspicious-terminals', names, '--lang', 'en']);
    expect(out).toContain('[applies] (2) If it can be examined and the suspicious traffic comes from one PC');
    expect(out).toContain('Suspicious traffic came from one PC (as told): PC-024.');
  });

  test('an address that one PC held is that PC', async () => {
    const { out } = await runHere([...PC024, '--suspicious-terminals', 'PC-019,10.20.10.120', '--lang', 'en']);
    expect(out).toContain('Suspicious traffic came from one PC (as told): PC-019.');
  });

  test('a PC that nobody knows is refused, with the names nearest to it', async () => {
    const { code, out, err } = await runHere([...PC024, '--suspicious-terminals', 'PC-024,PC-0244', '--lang', 'en']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--suspicious-terminals: PC-0244 is neither in the logs, nor in the directory or the inventory. Do you mean: PC-024');
  });

  test('a person who did it, as told, ends the emergency', async () => {
    const { out } = await runHere([...PC024, '--suspicious-terminals', 'PC-024,PC-031', '--person-confirmed', '--lang', 'en']);
    expect(out).toContain('[DO] If it is established that a person was led to a suspicious site');
  });

  test('options that contradict each other are refused', async () => {
    const { code, err } = await runHere([...PC024, '--proxy-unavailable', '--suspicious-terminals', 'none', '--lang', 'en']);
    expect([code, err]).toEqual([2, '--proxy-unavailable and --suspicious-terminals contradict each other. Give one of them.\n']);
  });
});

describe('what the logs lack', () => {
  test.each([
    ['2027-03-01', ['The logs end at', 'NOT ASSESSED: no Security log of that time was read.']],
    ['2026-10-01', ['The logs begin at']],
  ])('of a time from %s, which the logs do not hold, it says so and rules no administrator out', async (since, said) => {
    const { out } = await runHere([...ARGUMENTS, '--suspect', 'PC-020', '--since', since, '--lang', 'en']);
    for (const one of said) expect(out).toContain(one);
    expect(out).not.toContain('No privileged account was seen to log on there.');
  });

  test('a quiet PC ends with 3 as long as something was not assessed, never with "nothing found"', async () => {
    const { code, out } = await runHere([...WITHOUT_PROXY, '--suspect', 'PC-020', '--since', '2026-11-14', '--lang', 'en']);
    expect(code).toBe(3);
    expect(out).toContain('No record names PC-020');
    expect(out).not.toContain('Where the flow stands: examined');
  });

  test('with a proxy log alone it knows the address, and says that nothing else is known', async () => {
    const { code, out } = await runHere(['incident', '--proxy', `${WEEK}/proxy`, '--suspect', '10.20.1.11', '--lang', 'en']);
    expect(code).toBe(3);
    expect(out).toContain('The address: no terminal is known to have held it, 51 records');
    expect(out).toContain('Logs: no Security record was read');
    expect(out).toContain('No log of a domain controller was given');
  });

  test('without any directory it says what it cannot tell', async () => {
    const { code, out } = await runHere(['incident', `${WEEK}/logs/DC02-Security.evtx`, '--suspect', 'PC-020', '--lang', 'en']);
    expect([1, 3]).toContain(code);
    expect(out).toContain('No directory snapshot was given');
    // Its tickets show what it is.
    expect(out).not.toContain('No log of a domain controller was given');
    expect(out).toContain('Only logs of domain controllers were given');
  });

  test('writes the page, the first report, the facts and all of it as data, and preserves the evidence', async () => {
    await inFolder(async (folder) => {
      const out = join(folder, 'out');
      const kept = join(folder, 'kept');
      const { code } = await runHere([...PC024, '--out', out, '--preserve', kept, '--lang', 'en']);
      expect(code).toBe(1);
      expect(readdirSync(out).sort()).toEqual(['incident.csv', 'incident.html', 'incident.json', 'incident.md']);
      const [head = '', ...facts] = readFileSync(join(out, 'incident.csv'), 'utf8').split('\r\n');
      expect(head).toBe('\ufeffkind,at,until,terminal,account,what,certainty,evidence,baseline');
      const step = facts.find((line) => line.startsWith('step,')) ?? '';
      expect(step).toContain('PC-024 → MIDORI\\adm-ito → FS01: remote desktop');
      expect(step).toContain('FS01-Security.evtx#FS01.midori.example.jp#');
      expect(JSON.parse(readFileSync(join(out, 'incident.json'), 'utf8'))).toMatchObject({
        suspect: 'PC-024',
        // Large uploads do not show in the proxy's log of this week.
        decision: { branch: 'not-examined', because: { code: 'proxy-partly-examined' }, proxyDeadline: null },
        steps: [{ source: 'terminal PC-024', target: 'terminal FS01', administrator: true }, {}, {}],
      });
      const checked = spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: kept, encoding: 'utf8' });
      if (checked.error === undefined) expect([checked.status, checked.stdout]).toEqual([0, '']);
      expect(readFileSync(join(kept, 'preserved.json'), 'utf8')).toContain('"--suspect"');
      expect(await runHere([...PC024, '--preserve', kept, '--lang', 'en'])).toMatchObject({ code: 2, out: '' });
    });
  });
});
