import type { Checklist } from '../checks/checklist.ts';
import { DHCP_LOGS, findInputs, findProxyLogs } from '../ingest/find-inputs.ts';
import { type KeptFile, preserveFiles } from '../ingest/preserve-files.ts';
import { filled } from '../report/words/catalogue.ts';
import { PROGRESS } from '../report/words/progress.ts';
import type { EvidenceOptions } from '../settings/options.ts';
import type { Console } from './console.ts';
import { MADE_BY } from './version.ts';

/** Copies what the answer was made from, with what it takes to make it again. UserError: see `preserveFiles`. */
export async function preserveEvidence(folder: string, options: EvidenceOptions, checklist: Checklist, console: Console): Promise<void> {
  const hashes = new Map(checklist.inputs.map(({ path, sha256 }) => [path, sha256]));
  const logs = findInputs(options.logs).map(({ path }): KeptFile => ({ path, kind: 'logs', sha256: hashes.get(path) ?? null }));
  const beside = besideFiles(options).map((path): KeptFile => ({ path, kind: 'beside', sha256: null }));
  const { organisation, network, timezone, config } = options;
  await preserveFiles(
    folder,
    [...logs, ...beside],
    {
      madeBy: MADE_BY,
      node: process.version,
      platform: process.platform,
      preservedAt: console.now.toISOString(),
      commandLine: ['adlogon', ...console.args.map(withoutSecret)],
      run: { organisation, network, timezone },
      settings: config.settings,
    },
    console.signal,
  );
  console.tell(filled(PROGRESS.preserved[console.language], { folder, count: logs.length + beside.length }));
}

/** Files that the answer rests on besides the logs. */
function besideFiles({ directory, terminals, dhcp, proxy, config }: EvidenceOptions): readonly string[] {
  return [
    ...(directory !== null && 'snapshot' in directory ? [directory.snapshot] : []),
    ...(terminals === null ? [] : [terminals]),
    ...(config.source === null ? [] : [config.source.path]),
    ...(dhcp.length === 0 ? [] : findInputs(dhcp, DHCP_LOGS).map(({ path }) => path)),
    ...findProxyLogs(proxy).map(({ path }) => path),
  ];
}

/** A password in an address (`ldaps://name:password@host`) stays out of the evidence. */
function withoutSecret(argument: string): string {
  return argument.replace(/(\w+:\/\/)[^/@]*@/g, '$1***@');
}
