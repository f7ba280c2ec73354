import { isProposed, type Learned } from '../learning/candidates.ts';
import type { Config } from '../settings/config-schema.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { knownAutomationYaml, yamlLines } from './known-automation-yaml.ts';
import type { ReportOptions } from './times.ts';
import { counted, filled } from './words/catalogue.ts';
import { STARTING_CONFIG } from './words/starting-config.ts';

/** A terminal from which administrators logged on. */
export interface AdminTerminalCandidate {
  readonly terminal: string;
  readonly administrators: number;
  /** Other accounts that logged on there. */
  readonly others: number;
  readonly days: number;
  readonly records: number;
}

/** What a starting configuration says. */
export interface StartingFacts {
  /** Empty: to be filled in. */
  readonly organisation: string;
  readonly network: string;
  /** Path of the inventory, as it stands in the file; null: none. */
  readonly inventory: string | null;
  readonly recorders: readonly string[];
  /** Machines whose logs were given, no domain controllers. */
  readonly otherRecorders: readonly string[];
  /** Names that the configuration does not allow. */
  readonly unfitRecorders: readonly string[];
  readonly adminTerminals: readonly AdminTerminalCandidate[];
  /** Null: no candidates were looked for. */
  readonly learned: Learned | null;
  /** What holds where a file says nothing. */
  readonly defaults: Pick<Config, 'working_hours' | 'holidays'>;
}

/** The text of a first `adlogon.yaml`. What nobody has confirmed stands in it as comments. */
export function startingConfig(facts: StartingFacts, options: ReportOptions): string {
  const { language, timezone } = options;
  const { organisation, network, recorders, defaults } = facts;
  const { closed } = defaults.holidays;
  const sections = [
    comment('head', language),
    [...comment('organisation', language), ...yamlLines({ organisation, network })],
    [...comment('clock', language), ...yamlLines({ timezone, language })],
    [...comment('terminals', language), ...terminalLines(facts, language)],
    [...comment('administrators', language), ...yamlLines({ administrators: { accounts: [] } })],
    [...comment('services', language), ...yamlLines({ service_accounts: { accounts: [] } })],
    [...comment('hours', language), ...yamlLines({ working_hours: defaults.working_hours })],
    [...comment('holidays', language), ...yamlLines({ holidays: { closed } })],
    [...comment('recorders', language), ...yamlLines({ recorders }), ...otherRecorderLines(facts, language)],
    automationLines(facts, options),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function comment(key: keyof typeof STARTING_CONFIG, language: ReportOptions['language'], values: Readonly<Record<string, string | number>> = {}) {
  // What a log or a directory names stays on the line of its comment.
  return STARTING_CONFIG[key][language].split('\n').map((line) => `# ${escapeTerminal(filled(line, values))}`);
}

function terminalLines({ inventory, adminTerminals }: StartingFacts, language: ReportOptions['language']): readonly string[] {
  const candidates = adminTerminals.flatMap(({ administrators, others, days, records, terminal }) =>
    comment('adminCandidate', language, { terminal, administrators, others: counted(others), days, records: counted(records) }),
  );
  return [
    ...yamlLines({ terminals: { ...(inventory === null ? {} : { inventory }), admin_terminals: { names: [] } } }),
    ...(candidates.length === 0 ? [] : [...comment('adminCandidates', language), ...candidates].map((line) => `    ${line}`)),
  ];
}

function otherRecorderLines({ otherRecorders, unfitRecorders }: StartingFacts, language: ReportOptions['language']): readonly string[] {
  return [
    ...(otherRecorders.length === 0 ? [] : comment('otherRecorders', language, { names: otherRecorders.join(', ') })),
    ...(unfitRecorders.length === 0 ? [] : comment('unfitRecorders', language, { names: unfitRecorders.join(', ') })),
  ];
}

function automationLines({ learned }: StartingFacts, options: ReportOptions): readonly string[] {
  const { language } = options;
  if (learned === null || !learned.candidates.some(isProposed)) return [...comment('automation', language), ...yamlLines({ known_automation: [] })];
  return [...comment('automationCandidates', language), ...knownAutomationYaml(learned, options).map((line) => `# ${line}`)];
}
