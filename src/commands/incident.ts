import { readChecks } from '../checks/read-checks.ts';
import { CHECKS_FOLDER } from '../checks/rules-folder.ts';
import { runChecks } from '../checks/run-checks.ts';
import { investigate, isSuspicious, isWhollyAssessed } from '../incident/investigate.ts';
import { suspectRows } from '../incident/suspect-rows.ts';
import { incidentScreen } from '../report/incident-screen.ts';
import type { IncidentOptions } from '../settings/options.ts';
import { configurationUsed } from './audit.ts';
import type { Console, ExitCode } from './console.ts';
import { loadEvidence } from './load-evidence.ts';
import { MADE_BY } from './version.ts';
import { withWorkspace } from './workspace.ts';

/** One suspect, and what the guideline says to do: on standard output, and as files. */
export async function incident(options: IncidentOptions, console: Console): Promise<ExitCode> {
  const { organisation, network, config, timezone } = options;
  const suspects = suspectRows(options.suspect, network, options.since);
  const checks = await readChecks(CHECKS_FOLDER);
  const found = await withWorkspace(options, console, async (engine) => {
    // What an organisation accepted in a quiet week excuses nothing now.
    await loadEvidence(engine, { ...options, acknowledgements: null }, console, suspects);
    const { showUnknownNames } = options;
    const run = { madeBy: MADE_BY, organisation, network, configuration: configurationUsed(config), showUnknownNames };
    const checklist = await runChecks(engine, checks, { ...run, notApplicable: new Map<string, string>(), acknowledgements: null, now: console.now });
    const { suspect, since, discovered, proxyUnavailable, suspiciousTerminals, personConfirmed, contained } = options;
    const people = { proxyUnavailable, suspiciousTerminals, personConfirmed, contained, showUnknownNames, plan: config.settings.incident.plan_text };
    return investigate(engine, checklist, { ...people, madeBy: MADE_BY, suspect, since, discoveredAt: discovered, now: console.now });
  });
  console.signal.throwIfAborted();
  const { language, width, colour } = console;
  await console.print(incidentScreen(found, { language, timezone, width, colour }));
  if (!found.checklist.sumsAgree) return 2;
  if (isSuspicious(found)) return 1;
  return isWhollyAssessed(found) ? 0 : 3;
}
