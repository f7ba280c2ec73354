import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder, runAdlogon, runHere, WEEK, WEEK_ARGUMENTS } from './run-adlogon.ts';

const REPORTS = ['checklist.csv', 'coverage.csv', 'findings.csv', 'report.html', 'report.json'];
const DC02 = `${WEEK}/logs/DC02-Security.evtx`;
const KNOWN = ['--directory', `${WEEK}/directory.json`, '--terminals', `${WEEK}/terminals.csv`];

describe('adlogon audit', () => {
  test.each(['ja', 'en'])('prints the checklist of the sample week in %s', async (language) => {
    const { code, out, err } = runAdlogon([...WEEK_ARGUMENTS, '--lang', language]);
    expect([code, err]).toEqual([1, '']);
    await expect(out).toMatchFileSnapshot(`golden/cli/week.${language}.txt`);
  });

  test('writes the same bytes on every run, with any number of threads', () => {
    inFolder((folder) => {
      const runs = [
        ['a', '1'],
        ['b', '3'],
      ] as const;
      const texts = runs.map(([name, threads]) => {
        const { code } = runAdlogon([...WEEK_ARGUMENTS, '--out', join(folder, name), '--threads', threads]);
        expect(code).toBe(1);
        expect(readdirSync(join(folder, name)).sort()).toEqual(REPORTS);
        return REPORTS.map((file) => readFileSync(join(folder, name, file), 'utf8'));
      });
      expect(texts[0]).toEqual(texts[1]);
    });
  });

  test('headers are the promised names in English, and Japanese ones by default', async () => {
    await inFolder(async (folder) => {
      await runHere([...WEEK_ARGUMENTS, '--out', folder, '--lang', 'en']);
      const head = (file: string) => readFileSync(join(folder, file), 'utf8').split('\r\n', 1)[0];
      expect(head('checklist.csv')).toBe(
        '\ufeffcheck,clause,title,outcome,to_review,noted,reason,covered_from,covered_until,reviewer,reviewed_on,review_result,remark,acknowledged',
      );
      expect(head('findings.csv')).toBe(
        '\ufefffinding,check,level,first_at,last_at,count,accounts,places,account,account_domain,account_sid,display_name,department,privileged_by,terminal,terminal_role,' +
          'admin_terminal,network,terminal_address,attribution,certainty,recorded_by,result,logon_types,reason_code,reason,sentence,innocent_when,evidence,' +
          'logons,origin_terminal,trail_end,origin_hops,origin_inferred,credentials_changed,chain,also_because,baseline,reviewer,reviewed_on,review_result,remark,' +
          'acknowledged_by,acknowledged_until,acknowledged_reason,acknowledgement',
      );
      await runHere([...WEEK_ARGUMENTS, '--out', folder]);
      expect(head('checklist.csv')).toContain('確認項目ID');
    });
  });

  test('a hostile account name is no formula in the CSV', async () => {
    await inFolder(async (folder) => {
      await runHere([...WEEK_ARGUMENTS, '--out', folder, '--show-unknown-names']);
      expect(readFileSync(join(folder, 'findings.csv'), 'utf8')).toContain(",'=cmd|'/c calc'!A1,");
    });
  });
});

test('a password typed into the wrong box is in no report, unless unknown names are asked for', async () => {
  await inFolder(async (folder) => {
    const config = join(folder, 'adlogon.yaml');
    writeFileSync(config, 'show_unknown_names: true\n');
    const written = async (more: readonly string[]) => {
      const { out } = await runHere([...WEEK_ARGUMENTS, '--out', folder, ...more]);
      return [out, ...['findings.csv', 'report.json', 'checklist.csv', 'coverage.csv'].map((name) => readFileSync(join(folder, name), 'utf8'))].join(
        '',
      );
    };
    expect(await written([])).not.toContain('Midori#2026');
    expect(await written(['--config', config])).toContain('Midori#2026');
  });
});

describe('how an audit ends', () => {
  const quietDay = [...WEEK_ARGUMENTS, '--from', '2026-11-09', '--until', '2026-11-09', '--lang', 'en'];

  test('ends with 3 where a period is quiet and parts of two questions could not be asked', () => {
    const { code, out } = runAdlogon(quietDay);
    expect(out).toContain('| clean (');
    expect(out.match(/\| PARTLY ASSESSED/g)).toHaveLength(2);
    expect(out).not.toMatch(/FOUND|NOT ASSESSED/);
    expect(out).toContain('\n      not_applicable: { suspicious-outbound/large-uploads: reason }\n');
    expect(code).toBe(3);
  });

  test('ends with 0 where those parts are declared, with the reasons', () => {
    inFolder((folder) => {
      const config = join(folder, 'adlogon.yaml');
      writeFileSync(config, 'not_applicable:\n  suspicious-outbound/large-uploads: old proxy\n  non-human-logon/forged-tickets: one week only\n');
      const { code, out } = runAdlogon([...quietDay, '--config', config]);
      expect(out).toContain('Not part of this check: large uploads. Declared by');
      expect(out).not.toMatch(/FOUND|ASSESSED/);
      expect(code).toBe(0);
    });
  });

  test('ends with 3 where nothing is to review but a log is missing, and says which', async () => {
    const { code, out } = await runHere(['audit', DC02, ...KNOWN, '--from', '2026-11-09', '--until', '2026-11-09', '--lang', 'en']);
    expect(out).toContain('NOT ASSESSED');
    expect(out).toContain('No log of dc01.midori.example.jp was given.');
    expect(code).toBe(3);
  });

  test('assesses nothing about administrators without a directory', async () => {
    const { code, out } = await runHere(['audit', `${WEEK}/logs`, '--lang', 'en']);
    expect(out).toContain('No directory snapshot was given: who is an administrator is');
    expect(out).not.toMatch(/adm-sato.*logged on/);
    expect(code).toBe(1);
  });

  test('reads on past files that are no logs, empty or damaged, and says so', async () => {
    await inFolder(async (folder) => {
      const logs = join(folder, 'logs');
      cpSync(`${WEEK}/logs`, logs, { recursive: true });
      writeFileSync(join(logs, 'empty.evtx'), '');
      writeFileSync(join(logs, 'memo.evtx'), 'version https://git-lfs.github.com/spec/v1');
      const cut = readFileSync(DC02).subarray(0, 300_000);
      writeFileSync(join(logs, 'cut.evtx'), cut);
      const { code, out } = await runHere(['audit', logs, ...KNOWN, '--lang', 'en']);
      expect(out).toContain('memo.evtx: not an EVTX file');
      expect(out).toContain('empty.evtx: the file is empty');
      expect(out).toMatch(/cut\.evtx: chunk 4, offset 0x[0-9a-f]+: the last chunk ends early/);
      expect(out).toContain('the sums agree');
      expect(code).toBe(1);
    });
  });
});

describe('an audit', () => {
  test("runs an organisation's own check beside ours", async () => {
    await inFolder(async (folder) => {
      const rules = join(folder, 'rules');
      mkdirSync(rules);
      writeFileSync(
        join(rules, 'weekend.sql'),
        `-- title.en: Logons at the weekend
-- title.ja: 週末のログオン
-- clause: -
-- needs: logon-successes
-- sentence.en: {account} logged on.
-- sentence.ja: {account} がログオンした。
-- innocent_when.en: shifts
-- innocent_when.ja: 交代勤務
select 'note' as level, account, min(occurred_at) as first_at, max(occurred_at) as last_at
from attempts
where succeeded and occurred_at >= timestamp '2026-11-13 15:00:00'
group by account
order by account
`,
      );
      const { out } = await runHere([...WEEK_ARGUMENTS, '--rules', rules, '--lang', 'en']);
      expect(out).toMatch(/\| Logons at the weekend\s+\| clean \(\d+ noted\)/);
      expect((await runHere(['checks', '--rules', rules, '--lang', 'en'])).out).toMatch(/weekend/);
      writeFileSync(join(rules, 'broken.sql'), 'select 1');
      expect(await runHere([...WEEK_ARGUMENTS, '--rules', rules, '--lang', 'en'])).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('broken.sql'),
      });
    });
  });

  test('Ctrl-C ends it without a report', async () => {
    await new Promise<void>((resolve, reject) => {
      const folder = `${WEEK}/../../build/interrupted-${process.pid}`;
      const run = spawn(process.execPath, ['bin/adlogon.js', ...WEEK_ARGUMENTS, '--lang', 'en', '--out', folder]);
      let err = '';
      run.stderr.on('data', (data: Buffer) => {
        err += data.toString();
      });
      // The folder is made first of all, and then the work begins.
      const timer = setInterval(() => {
        try {
          readdirSync(folder);
        } catch {
          return;
        }
        clearInterval(timer);
        run.kill('SIGINT');
      }, 5);
      run.on('error', reject);
      run.on('close', (code) => {
        clearInterval(timer);
        expect([code, err]).toEqual([2, 'Interrupted. No report was written.\n']);
        expect(readdirSync(folder)).toEqual([]);
        resolve();
      });
    });
  });
});

describe('what the user can mend is one line and ends with 2', () => {
  test.each([
    [['audit', 'no-such.evtx'], 'no-such.evtx: there is no such file or folder. Check the path.'],
    [['audit', 'rules'], 'rules: no .evtx file in this folder. Give the folder that holds the exported logs.'],
    [['audit', 'no-such-*.evtx'], 'no-such-*.evtx: no file has such a name. Check the pattern.'],
    [['audit', DC02, '--directory', 'package.json'], 'package.json: format has a value that is not allowed. Allowed: adlogon-directory.'],
    [['audit', DC02, '--terminals', DC02], `${DC02}: neither UTF-8 nor CP932 text. Save the inventory as CSV, not as an Excel workbook.`],
    [['audit', DC02, '--out', 'package.json'], 'package.json: is a file. Give a folder for the reports.'],
    [['audit', DC02, '--week', '46'], '--week 46: not a week of the calendar. Write the year and the ISO week: 2026-W46.'],
    [['audit', DC02, '--threads', '0'], '--threads 0: not allowed. Allowed: 1-64.'],
    [['audit'], 'Something is missing: LOG. "adlogon COMMAND --help" shows how to write it.'],
    [['audit', DC02, '--nothing'], '--nothing: there is no such option. "adlogon COMMAND --help" lists them.'],
    [['export'], 'export: there is no such command. "adlogon --help" lists them.'],
    [
      ['query', 'select nothing', DC02],
      'The question could not be answered: Binder Error: Referenced column "nothing" was not found because the FROM clause is missing',
    ],
    [['query', 'select 1; select 2', DC02], 'One question at a time: 2 were given.'],
    [['query', 'selec 1', DC02], 'The question could not be answered: Parser Error: syntax error at or near "selec"'],
    [['records', DC02, '--evidence', 'nothing'], '--evidence nothing: not an evidence key. Copy the cell from findings.csv: file#recorder#recordId.'],
    [['records', DC02, '--evidence', 'a#b#1'], 'No such record in the logs given: a#b#1. Give the logs that the audit read.'],
    [['records', DC02, '--format', 'xls'], '--format xls: not allowed. Allowed: ndjson, csv, xml.'],
  ])('%j', async (args, line) => {
    const { code, out, err } = await runHere([...args, '--lang', 'en']);
    expect([code, out, err.trimEnd().split('\n')[0]]).toEqual([2, '', line]);
  });

  test.each([[['query', 'selec 1', DC02]], [['records', DC02, '--format', 'xls']]])('%j, as the process ends and on its streams', async (args) => {
    const { code, out, err } = runAdlogon([...args, '--lang', 'en']);
    expect({ code, out, err }).toEqual({ ...(await runHere([...args, '--lang', 'en'])), code: 2, out: '' });
  });

  test('an option at the end without its value', () => {
    expect(runAdlogon(['audit', DC02, '--lang', 'en', '--out'])).toEqual({ code: 2, out: '', err: '--out: needs a value.\n' });
  });

  test('also in Japanese', () => {
    expect(runAdlogon(['audit', 'no-such.evtx'])).toEqual({
      code: 2,
      out: '',
      err: 'no-such.evtx: ファイルもフォルダーも見つかりません。パスを確認してください。\n',
    });
  });
});

test('output that cannot be written is one line and ends with 2', async () => {
  const run = await new Promise<{ code: number | null; err: string }>((resolve) => {
    const child = spawn('sh', ['-c', `"${process.execPath}" bin/adlogon.js checks --lang en > /dev/full`]);
    let err = '';
    child.stderr.on('data', (data: Buffer) => {
      err += data.toString();
    });
    child.on('close', (code) => resolve({ code, err }));
  });
  expect(run).toEqual({ code: 2, err: 'The output could not be written (ENOSPC). Make room or write it elsewhere.\n' });
});

describe('adlogon records', () => {
  const linesOf = (text: string) => text.trimEnd().split('\n');

  test('as NDJSON, by event id and account', () => {
    const { code, out, err } = runAdlogon(['records', `${WEEK}/logs`, '--event-id', '4771,4768', '--account', 'MIDORI\\Adm-Suzuki']);
    expect([code, err]).toEqual([0, '']);
    const records = linesOf(out).map((line) => JSON.parse(line) as { eventId: number; timeCreated: string; data: Record<string, string> });
    expect(new Set(records.map(({ data }) => data.TargetUserName))).toEqual(new Set(['adm-suzuki']));
    // The domain is the short name in one event, the DNS name in another, and missing in a third.
    expect(new Set(records.map(({ eventId }) => eventId))).toEqual(new Set([4768, 4771]));
    expect(records[0]?.timeCreated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/);
  });

  test('as CSV, with a column for every field that occurs', () => {
    const { out } = runAdlogon(['records', DC02, '--event-id', '4740,1100', '--format', 'csv']);
    const [head] = out.split('\r\n');
    expect(head).toBe('\ufefffile,recordId,timeCreated,computer,eventId,version,channel,provider');
  });

  test('says so where no record is such a one', () => {
    expect(runAdlogon(['records', DC02, '--account', 'nobody', '--lang', 'en'])).toEqual({
      code: 0,
      out: '',
      err: 'No such record in the logs given.\n',
    });
  });

  test('as XML', () => {
    const { out } = runAdlogon(['records', DC02, '--event-id', '4608', '--format', 'xml']);
    expect(linesOf(out)).toHaveLength(3);
    expect(out).toMatch(/^<Events>\n<Event xmlns="[^"]+"><System><Provider Name="Microsoft-Windows-Security-Auditing"/);
  });

  test('stops quietly when nobody reads on', async () => {
    const ended = await new Promise<{ code: number | null; err: string }>((resolve) => {
      const run = spawn('sh', ['-c', `"${process.execPath}" bin/adlogon.js records ${WEEK}/logs | head -1 >/dev/null`]);
      let err = '';
      run.stderr.on('data', (data: Buffer) => {
        err += data.toString();
      });
      run.on('close', (code) => resolve({ code, err }));
    });
    expect(ended).toEqual({ code: 0, err: '' });
  });
});

test('adlogon query answers as a table, CSV and NDJSON', () => {
  const sql = 'select recorded_by, count(*) as records from logon_events group by recorded_by';
  expect(runAdlogon(['query', sql, DC02, '--format', 'csv']).out).toMatch(/^\ufeffrecorded_by,records\r\nDC02\.midori\.example\.jp,\d+\r\n$/);
  expect(JSON.parse(runAdlogon(['query', sql, DC02, '--format', 'ndjson']).out)).toMatchObject({ recorded_by: 'DC02.midori.example.jp' });
  expect(runAdlogon(['query', `${sql} having false`, DC02, '--lang', 'en']).out).toBe('(no rows)\n');
});

test('proxy logs are rows, and what is no line of one is told', async () => {
  await inFolder(async (folder) => {
    const log = join(folder, 'access.log');
    writeFileSync(log, '1762646400.5 45 10.20.1.11 TCP_MISS/200 1234 GET http://www.example.jp/a - HIER_DIRECT/192.0.2.7 text/html\nnonsense\n');
    const sql = 'select terminal_address, host, path, occurred_at from proxy_requests';
    expect(await runHere(['query', sql, DC02, '--proxy', log, '--proxy', `${folder}/*.log`, '--format', 'csv', '--lang', 'en'])).toEqual({
      code: 0,
      out: '\ufeffterminal_address,host,path,occurred_at\r\n10.20.1.11,www.example.jp,/a,2025-11-09T09:00:00.500+09:00\r\n',
      err: `${log}: 1 lines could not be understood, the first of them line 2; 1 requests were read.\n`,
    });
    const text = join(folder, 'memo.txt');
    writeFileSync(text, '\u001b[31mred');
    expect(await runHere(['audit', DC02, '--proxy', text, '--lang', 'en'])).toEqual({
      code: 2,
      out: '',
      err: `${text}: line 1: not a proxy log (Squid native, common or combined, W3C extended): \\u{1b}[31mred\n`,
    });
  });
});

test('a question cannot read or write files', async () => {
  expect(await runHere(['query', "select * from read_csv('package.json')", DC02, '--lang', 'en'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('disabled'),
  });
  expect(await runHere(['query', "copy inputs to 'x.csv'", DC02, '--lang', 'en'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('disabled'),
  });
});

test('the language comes from --lang, else from the locale, else it is Japanese', () => {
  expect(runAdlogon(['checks'], { LANG: 'en_US.UTF-8' }).out).toContain('Logons failed from user terminals');
  expect(runAdlogon(['checks', '--lang=ja'], { LANG: 'en_US.UTF-8' }).out).toContain('ユーザ端末からのログオンの失敗');
  expect(runAdlogon(['checks']).out).toContain('ユーザ端末からのログオンの失敗');
});

test('--help speaks both languages, and lists every command and exit code', async () => {
  for (const language of ['ja', 'en']) {
    const texts = [[], ['audit'], ['init'], ['records'], ['query'], ['checks']].map(
      (command) => runAdlogon([...command, '--help'], { LANG: language }).out,
    );
    await expect(texts.join('\n')).toMatchFileSnapshot(`golden/cli/help.${language}.txt`);
  }
});

describe('--dhcp', () => {
  const ASK = [
    'query',
    "select terminal_address, terminal, held_from, held_until from addresses where known_by = 'dhcp' order by 1",
    DC02,
    '--lang',
    'en',
    '--format',
    'csv',
  ];

  test('fills the addresses, from files, folders and patterns', async () => {
    const rows = ['--dhcp', 'test/sidelogs/dhcp/DhcpSrvLog-Mon.log', '--dhcp', 'test/sidelogs/dhcp/DhcpV6*.log'];
    const { out, err, code } = await runHere([...ASK, ...rows]);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\r\n').slice(1, 4)).toEqual([
      '10.20.10.101,PC-001,2026-11-09T08:31:05.000+09:00,2026-11-09T17:20:00.000+09:00',
      '10.20.10.102,情報政策-タブレット,2026-11-09T08:40:00.000+09:00,',
      '2001:db8::91f2:a9b2:e09a:6fc6,PC-002,2026-11-09T09:00:01.000+09:00,2026-11-09T18:00:00.000+09:00',
    ]);
    expect((await runHere([...ASK, '--dhcp', 'test/sidelogs/dhcp'])).out).toBe(out);
  });

  test('refuses what is no DHCP log and a folder without any; tells a cut line and goes on', async () => {
    await inFolder(async (folder) => {
      expect(await runHere([...ASK, '--dhcp', `${WEEK}/terminals.csv`])).toMatchObject({
        code: 2,
        err: expect.stringContaining('terminals.csv: not a log of a DHCP server'),
      });
      expect(await runHere([...ASK, '--dhcp', folder])).toMatchObject({ code: 2, err: expect.stringContaining('no DHCP log in this folder') });
      const cut = readFileSync('test/sidelogs/dhcp/DhcpSrvLog-Mon.log').subarray(0, -60);
      writeFileSync(join(folder, 'DhcpSrvLog-Mon.log'), cut);
      expect(await runHere([...ASK, '--dhcp', folder])).toMatchObject({ code: 0, err: expect.stringContaining('the last line (29) is cut') });
    });
  });
});
