import { readChecks } from '../checks/read-checks.ts';
import { CHECKS_FOLDER } from '../checks/rules-folder.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { Engine } from '../engine/engine.ts';
import type { Incident } from '../incident/incident.ts';
import { investigate, isSuspicious, isWhollyAssessed } from '../incident/investigate.ts';
import { suspectRows } from '../incident/suspect-rows.ts';
import { refusePreserved } from '../ingest/preserve-files.ts';
import { incidentCsv } from '../report/incident-csv.ts';
import { incidentHtml } from '../report/incident-html.ts';
import { incidentJson } from '../report/incident-json.ts';
import { incidentMarkdown } from '../report/incident-markdown.ts';
import { incidentScreen } from '../report/incident-screen.ts';
import type { ReportOptions } from '../report/times.ts';
import { filled } from '../report/words/catalogue.ts';
import { PROGRESS } from '../report/words/progress.ts';
import { prepareFolder, writeReports } from '../report/write-reports.ts';
import type { IncidentOptions } from '../settings/options.ts';
import { configurationUsed } from './audit.ts';
import type { Console, ExitCode } from './console.ts';
import { loadEvidence } from './load-evidence.ts';
import { preserveEvidence } from './preserve-evidence.ts';
import { MADE_BY } from './version.ts';
import { withWorkspace } from './workspace.ts';

/** One suspect, and what the guideline says to do: on standard output, and as files. */
export async function incident(options: IncidentOptions, console: Console): Promise<ExitCode> {
  const suspects = suspectRows(options.suspect, options.network, options.since);
  if (options.out !== null) prepareFolder(options.out);
  if (options.preserve !== null) refusePreserved(options.preserve);
  const found = await withWorkspace(options, console, async (engine) => {
    // What an organisation accepted in a quiet week excuses nothing now.
    await loadEvidence(engine, { ...options, acknowledgements: null }, console, { suspects });
    return answered(engine, options, console);
  });
  console.signal.throwIfAborted();
  const { language, width, colour } = console;
  const report: ReportOptions = { language, timezone: options.timezone };
  await console.print(incidentScreen(found, { ...report, width, colour }));
  if (options.out !== null) writeFiles(options.out, found, report, console);
  // Last: whoever has minutes reads meanwhile.
  if (options.preserve !== null) await preserveEvidence(options.preserve, options, found.checklist, console);
  if (!found.checklist.sumsAgree) return 2;
  if (isSuspicious(found)) return 1;
  return isWhollyAssessed(found) ? 0 : 3;
}

async function answered(engine: Engine, options: IncidentOptions, console: Console): Promise<Incident> {
  const { organisation, network, config, showUnknownNames } = options;
  const run = { madeBy: MADE_BY, organisation, network, configuration: configurationUsed(config), showUnknownNames };
  const checks = await readChecks(CHECKS_FOLDER);
  const checklist = await runChecks(engine, checks, { ...run, notApplicable: new Map<string, string>(), acknowledgements: null, now: console.now });
  const { suspect, since, discovered, proxyUnavailable, suspiciousTerminals, personConfirmed, contained } = options;
  const people = { proxyUnavailable, suspiciousTerminals, personConfirmed, contained, showUnknownNames, plan: config.settings.incident.plan_text };
  return investigate(engine, checklist, { ...people, madeBy: MADE_BY, suspect, since, discoveredAt: discovered, now: console.now });
}

function writeFiles(folder: string, found: Incident, report: ReportOptions, console: Console): void {
  const files = [
    { name: 'incident.html', text: incidentHtml(found, report) },
    { name: 'incident.md', text: incidentMarkdown(found, report) },
    { name: 'incident.csv', text: incidentCsv(found, report) },
    { name: 'incident.json', text: incidentJson(found, report) },
  ];
  writeReports(folder, files);
  console.tell(filled(PROGRESS.written[console.language], { folder, files: files.map(({ name }) => name).join(', ') }));
}
