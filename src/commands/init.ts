import { relative } from 'node:path';
import { numberOf } from '../checks/cells.ts';
import type { Checklist } from '../checks/checklist.ts';
import { readChecks } from '../checks/read-checks.ts';
import { CHECKS_FOLDER } from '../checks/rules-folder.ts';
import { runChecks } from '../checks/run-checks.ts';
import { DEFAULT_THRESHOLDS } from '../checks/thresholds.ts';
import type { Engine } from '../engine/engine.ts';
import { askCandidates, type Learned } from '../learning/candidates.ts';
import { candidatesScreen } from '../report/candidates-screen.ts';
import { escapeTerminal } from '../report/escape-terminal.ts';
import { type AdminTerminalCandidate, startingConfig } from '../report/starting-config.ts';
import { filled } from '../report/words/catalogue.ts';
import { STARTING_CONFIG } from '../report/words/starting-config.ts';
import { refuseExisting, writeNewFile } from '../report/write-reports.ts';
import { loadConfig } from '../settings/config-file.ts';
import { isListableName, isTerminalName } from '../settings/config-schema.ts';
import type { EvidenceOptions, InitOptions } from '../settings/options.ts';
import { UserError } from '../settings/user-error.ts';
import { configurationUsed } from './audit.ts';
import { knownBy } from './config-rows.ts';
import type { Console, ExitCode } from './console.ts';
import { loadEvidence, snapshotOf } from './load-evidence.ts';
import { MADE_BY } from './version.ts';
import { withWorkspace } from './workspace.ts';

const FILE = 'adlogon.yaml';

/** What evidence says for a first configuration. */
interface Seen {
  readonly controllers: readonly string[];
  readonly otherRecorders: readonly string[];
  readonly adminTerminals: readonly AdminTerminalCandidate[];
  /** Null: not asked for. */
  readonly learned: Learned | null;
  /** Of the weeks learned from. */
  readonly checklist: Checklist | null;
}

/** A first `adlogon.yaml`, and with `--learn` the programs that may be listed in it. Nothing of it is in force before a person says so. */
export async function init(options: InitOptions, console: Console): Promise<ExitCode> {
  const { evidence, folder, timezone } = options;
  // Before a long read.
  if (folder !== null) refuseExisting(folder, FILE);
  const seen = evidence === null ? await seenInDirectory(options, console) : await seenInEvidence(evidence, options.learns, console);
  console.signal.throwIfAborted();
  const { language, width } = console;
  if (seen.learned !== null) {
    await console.print(candidatesScreen(seen.learned, { language, timezone, width }));
  }
  if (folder !== null) {
    writeNewFile(folder, { name: FILE, text: textOf(seen, folder, options, console) });
    await console.print(`${lastWords(options, folder, console).join('\n')}\n`);
  }
  return seen.learned === null || seen.checklist === null ? 0 : exitCodeOf(seen.learned, seen.checklist);
}

async function seenInDirectory({ directory, network }: InitOptions, console: Console): Promise<Seen> {
  const nothing = { otherRecorders: [], adminTerminals: [], learned: null, checklist: null };
  if (directory === null) return { ...nothing, controllers: [] };
  const { terminals } = knownBy(await snapshotOf(directory, console), loadConfig(null, DEFAULT_THRESHOLDS), network);
  const controllers = terminals.filter(({ role }) => role === 'domain controller').map(({ terminal }) => String(terminal));
  return { ...nothing, controllers: [...new Set(controllers)].sort() };
}

function seenInEvidence(evidence: EvidenceOptions, learns: boolean, console: Console): Promise<Seen> {
  return withWorkspace(evidence, console, async (engine) => {
    await loadEvidence(engine, evidence, console, { learns: true });
    if (learns) await refuseSeveralNetworks(engine, evidence);
    return {
      controllers: await namesIn(engine, "select distinct terminal as name from terminals where role = 'domain controller' order by name"),
      otherRecorders: await namesIn(
        engine,
        "select distinct recorder as name from recorders where records > 0 and coalesce(role, '') <> 'domain controller' order by name",
      ),
      adminTerminals: await adminTerminalsIn(engine),
      ...(learns ? await learnedFrom(engine, evidence, console) : { learned: null, checklist: null }),
    };
  });
}

/** An entry holds in the network of its configuration; one learned in another would name a stranger's account. */
async function refuseSeveralNetworks(engine: Engine, { store }: EvidenceOptions): Promise<void> {
  const networks = await namesIn(
    engine,
    `select distinct case when organisation = '' then network else organisation || ' / ' || network end as name from learn_uses order by name`,
  );
  if (networks.length > 1) throw new UserError('store-several-networks', { folder: store?.folder ?? '', networks: networks.join(', ') });
}

async function namesIn(engine: Engine, sql: string): Promise<readonly string[]> {
  return (await engine.ask(sql)).rows.map(({ name }) => String(name));
}

async function adminTerminalsIn(engine: Engine): Promise<readonly AdminTerminalCandidate[]> {
  const { rows } = await engine.ask('select * from admin_terminal_candidates order by days desc, records desc, terminal, network limit 50');
  return rows.map((row) => ({
    terminal: String(row.terminal),
    administrators: numberOf(row.administrators) ?? 0,
    others: numberOf(row.others) ?? 0,
    days: numberOf(row.days) ?? 0,
    records: numberOf(row.records) ?? 0,
  }));
}

async function learnedFrom(engine: Engine, { organisation, network, config }: EvidenceOptions, console: Console) {
  const facts = { madeBy: MADE_BY, organisation, network, configuration: configurationUsed(config), now: console.now };
  const checklist = await runChecks(engine, await readChecks(CHECKS_FOLDER), {
    ...facts,
    notApplicable: new Map<string, string>(),
    showUnknownNames: false,
    acknowledgements: null,
  });
  const learned = await askCandidates(engine, checklist, (name) => isListableName(name) && escapeTerminal(name) === name);
  return { learned, checklist };
}

function textOf(seen: Seen, folder: string, { organisation, network, terminals, timezone }: InitOptions, { language }: Console): string {
  const facts = {
    organisation,
    network,
    inventory: terminals === null ? null : relative(folder, terminals).replaceAll('\\', '/'),
    recorders: seen.controllers.filter(isTerminalName),
    otherRecorders: seen.otherRecorders,
    unfitRecorders: seen.controllers.filter((name) => !isTerminalName(name)),
    adminTerminals: seen.adminTerminals,
    learned: seen.learned,
    defaults: loadConfig(null, DEFAULT_THRESHOLDS).settings,
  };
  return startingConfig(facts, { language, timezone });
}

function lastWords({ directory }: InitOptions, folder: string, { language }: Console): readonly string[] {
  const file = escapeTerminal(folder === '.' ? FILE : `${folder.replace(/[\\/]+$/, '')}/${FILE}`);
  return [
    filled(STARTING_CONFIG.written[language], { file }),
    filled(STARTING_CONFIG.next[language], { file }),
    ...(directory === null ? [STARTING_CONFIG.nextDirectory[language]] : []),
  ];
}

function exitCodeOf({ toReview, notAssessed }: Learned, { sumsAgree }: Checklist): ExitCode {
  if (!sumsAgree) return 2;
  if (toReview > 0) return 1;
  return notAssessed.length > 0 ? 3 : 0;
}
