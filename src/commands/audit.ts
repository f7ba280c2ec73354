import { type Check, isOpen } from '../checks/check.ts';
import type { Checklist } from '../checks/checklist.ts';
import { readChecks } from '../checks/read-checks.ts';
import { CHECKS_FOLDER } from '../checks/rules-folder.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { ConfigurationUsed } from '../checks/sources.ts';
import { checklistCsv } from '../report/checklist-csv.ts';
import { coverageCsv } from '../report/coverage-csv.ts';
import { findingsCsv } from '../report/findings-csv.ts';
import { reportHtml } from '../report/report-html.ts';
import { reportJson } from '../report/report-json.ts';
import { tableReport } from '../report/table.ts';
import type { ReportOptions } from '../report/times.ts';
import { filled } from '../report/words/catalogue.ts';
import { PROGRESS } from '../report/words/progress.ts';
import { prepareFolder, type ReportFile, writeReports } from '../report/write-reports.ts';
import { type LoadedConfig, placeIn } from '../settings/config-file.ts';
import type { AuditOptions } from '../settings/options.ts';
import { UserError } from '../settings/user-error.ts';
import type { Console, ExitCode } from './console.ts';
import { loadEvidence } from './load-evidence.ts';
import { MADE_BY } from './version.ts';
import { withWorkspace } from './workspace.ts';

/** Findings shown on the terminal at most; all of them are in `findings.csv`. */
const FINDINGS_SHOWN = 50;

/** The weekly checklist: logs in, outcomes out, on standard output and as files. */
export async function audit(options: AuditOptions, console: Console): Promise<ExitCode> {
  const checks = await readChecks(CHECKS_FOLDER, options.rules);
  const notApplicable = notApplicableChecks(options.config, checks);
  if (options.out !== null) prepareFolder(options.out);
  const checklist = await withWorkspace(options, console, async (engine) => {
    const acknowledgements = await loadEvidence(engine, options, console);
    const { organisation, network, config, showUnknownNames } = options;
    const facts = { madeBy: MADE_BY, organisation, network, configuration: configurationUsed(config), acknowledgements, now: console.now };
    return runChecks(engine, checks, { ...facts, notApplicable, showUnknownNames });
  });
  console.signal.throwIfAborted();

  const { language, width, colour } = console;
  const report: ReportOptions = { language, timezone: options.timezone };
  if (options.out !== null) {
    const files = reportFiles(checklist, report);
    writeReports(options.out, files);
    console.tell(filled(PROGRESS.written[language], { folder: options.out, files: files.map((file) => file.name).join(', ') }));
  }
  await console.print(tableReport(checklist, { ...report, width, colour, findings: FINDINGS_SHOWN }));
  return exitCodeOf(checklist);
}

/** UserError: a check, or a part of one, that does not exist. Its reason would silently belong to nothing. */
function notApplicableChecks(config: LoadedConfig, checks: readonly Check[]): ReadonlyMap<string, string> {
  const reasons = Object.entries(config.settings.not_applicable);
  const ids = checks.flatMap(({ id, parts }) => [id, ...parts.map((part) => `${id}/${part}`)]);
  for (const [id] of reasons) {
    if (!ids.includes(id)) {
      throw new UserError('config-check-unknown', { ...placeIn(config, ['not_applicable', id]), value: id, allowed: ids.join(', ') });
    }
  }
  return new Map(reasons);
}

export function configurationUsed({ source, settings }: LoadedConfig): ConfigurationUsed | null {
  return source === null ? null : { file: source.name, sha256: source.sha256, settings };
}

function reportFiles(checklist: Checklist, options: ReportOptions): readonly ReportFile[] {
  return [
    { name: 'checklist.csv', text: checklistCsv(checklist, options) },
    { name: 'findings.csv', text: findingsCsv(checklist, options) },
    { name: 'coverage.csv', text: coverageCsv(checklist, options) },
    { name: 'report.json', text: reportJson(checklist, options) },
    { name: 'report.html', text: reportHtml(checklist, options) },
  ];
}

function exitCodeOf({ results, sumsAgree }: Checklist): ExitCode {
  // The report says it too: nothing in it may be relied on.
  if (!sumsAgree) return 2;
  if (results.some((result) => result.outcome === 'found')) return 1;
  return results.some((result) => isOpen(result.outcome)) ? 3 : 0;
}
