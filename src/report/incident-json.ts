import type { DecidedLine, Statement } from '../decision/decide.ts';
import type { Incident, RelatedFinding } from '../incident/incident.ts';
import { jsonText } from './json-line.ts';
import { findingJson } from './report-json.ts';
import { preciseTime, type ReportOptions } from './times.ts';
import { filled, wordsFor } from './words/catalogue.ts';
import { UNSEEN } from './words/incident.ts';
import { FLOW_CAUTION, FLOW_TITLE, FLOW_WORDS, STATEMENTS } from './words/incident-flow.ts';

/** `incident.json`: all of it with stable English keys, sentences in both languages, times with offset and milliseconds. */
export function incidentJson(incident: Incident, { timezone }: Pick<ReportOptions, 'timezone'>): string {
  const { decision, checklist, findings, programs, ...rest } = incident;
  const report = {
    ...rest,
    timezone,
    decision: {
      ...decision,
      source: FLOW_TITLE,
      caution: FLOW_CAUTION,
      lines: decision.lines.map(lineJson),
      isolation: decision.isolation.map(lineJson),
      because: statementJson(decision.because),
      wouldChange: decision.wouldChange.map(statementJson),
      established: decision.established.map(statementJson),
      notEstablished: decision.notEstablished.map(statementJson),
      beyondTheText: decision.beyondTheText.map(statementJson),
    },
    programs: { ...programs, findings: programs.findings.map((one) => relatedJson(one, timezone)) },
    findings: findings.map((one) => relatedJson(one, timezone)),
    unseen: incident.unseen.map(({ code, details }) => ({
      code,
      details,
      text: { en: filled(wordsFor(UNSEEN, code, 'en'), details), ja: filled(wordsFor(UNSEEN, code, 'ja'), details) },
    })),
    run: {
      organisation: checklist.organisation,
      network: checklist.network,
      recordedFrom: checklist.recordedFrom,
      recordedUntil: checklist.recordedUntil,
      recorders: checklist.recorders,
      inputs: checklist.inputs,
      damage: checklist.damage,
      coverage: checklist.coverage,
      directories: checklist.directories,
      configuration: checklist.configuration,
      settings: checklist.settings,
      sumsAgree: checklist.sumsAgree,
    },
  };
  return jsonText(withTimes(report, timezone), 2);
}

function lineJson({ line, depth, state, terminals }: DecidedLine): object {
  return { line, depth, state, terminals, text: FLOW_WORDS[line] };
}

function statementJson({ code, details }: Statement): object {
  return { code, details, text: { en: filled(wordsFor(STATEMENTS, code, 'en'), details), ja: filled(wordsFor(STATEMENTS, code, 'ja'), details) } };
}

function relatedJson({ finding, result, aboutSuspect }: RelatedFinding, timezone: string): object {
  return { ...findingJson(finding, result, timezone), aboutSuspect };
}

/** Every moment with its offset. */
function withTimes(value: unknown, timezone: string): unknown {
  if (value instanceof Date) return preciseTime(value, timezone);
  if (Array.isArray(value)) return value.map((one) => withTimes(one, timezone));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withTimes(one, timezone)]));
}
