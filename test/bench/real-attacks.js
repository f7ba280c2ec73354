// What the check non-human-logon says of each real log: node test/bench/real-attacks.js FOLDER (dist/ must be built; FOLDER holds .evtx files and manifest.json).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [folder = '../shared/data/evtx', only = ''] = process.argv.slice(2);
const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

console.log('| log | program suspected, because | cannot tell, because |\n|---|---|---|');
for (const { name, attack, relevantCounts } of files) {
  if (!name.includes(only) || Object.keys(relevantCounts ?? {}).length === 0) continue;
  const findings = findingsIn(join(folder, name));
  const cells = ['review', 'note'].map((level) => cellOf(findings.filter((finding) => finding.level === level)));
  console.log(`| ${name.replace('.evtx', '')} (${attack.split(/[:(,]/, 1)[0]?.trim()}) | ${cells.join(' | ')} |`);
}

function findingsIn(log) {
  const out = mkdtempSync(join(tmpdir(), 'attacks-'));
  try {
    execFileSync('node', ['bin/adlogon.js', 'audit', log, '--show-unknown-names', '--lang', 'en', '--out', out], { stdio: 'ignore' });
  } catch (cause) {
    if (cause.status !== 1 && cause.status !== 3) throw cause;
  }
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
  rmSync(out, { recursive: true });
  return report.findings.filter((finding) => finding.check === 'non-human-logon');
}

function cellOf(findings) {
  const texts = findings.map((finding) => {
    const who = finding.accounts > 1 ? `${finding.accounts} accounts` : (finding.account ?? 'unknown').replace(/^S-1-.*-/, 'RID ');
    return `${who}: ${finding.signs
      .filter(({ sign }) => sign !== 'out-of-hours')
      .map(({ sign, measured }) => (measured === null ? sign : `${sign} (${measured})`))
      .join(', ')}`;
  });
  return texts.join('<br>') || '–';
}
