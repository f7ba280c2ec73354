import type { Words } from '../checks/check.ts';
import type { Checklist, CheckResult } from '../checks/checklist.ts';
import type { Gap } from '../checks/coverage-line.ts';
import type { Finding } from '../checks/finding.ts';
import { dayText } from './baseline-text.ts';
import { directoryGapText } from './directory-text.ts';
import { gapSentences } from './gap-text.ts';
import { jsonText } from './json-line.ts';
import { sentenceOf } from './sentence.ts';
import { signsOf } from './signs-text.ts';
import { preciseTime, type ReportOptions } from './times.ts';
import { gapWords } from './words/gaps.ts';

/** `report.json`: all of the checklist with stable English keys, sentences in both languages, times with offset and milliseconds. */
export function reportJson(checklist: Checklist, options: Pick<ReportOptions, 'timezone'>): string {
  const { timezone } = options;
  const time = (at: Date | null): string | null => at && preciseTime(at, timezone);
  const report = {
    madeBy: checklist.madeBy,
    organisation: checklist.organisation,
    network: checklist.network,
    period: {
      askedFrom: time(checklist.askedFrom),
      askedUntil: time(checklist.askedUntil),
      recordedFrom: time(checklist.recordedFrom),
      recordedUntil: time(checklist.recordedUntil),
      timezone,
    },
    checklist: checklist.results.map((result) => checkJson(result, timezone)),
    findings: checklist.results.flatMap((result) => result.findings.map((finding) => findingJson(finding, result, timezone))),
    coverage: checklist.coverage.map((line) => ({
      evidence: line.evidence,
      recordedBy: line.recordedBy,
      network: line.network,
      state: line.state,
      coveredFrom: time(line.coveredFrom),
      coveredUntil: time(line.coveredUntil),
      records: line.records,
      exportKind: line.exportKind,
      gaps: line.gaps.map((gap) => gapJson(gap, timezone)),
    })),
    damage: checklist.damage,
    inputs: checklist.inputs,
    proxyInputs: checklist.proxyInputs.map((input) => ({ ...input, firstAt: time(input.firstAt), lastAt: time(input.lastAt) })),
    recorders: checklist.recorders,
    directories: checklist.directories.map((directory) => ({
      ...directory,
      takenAt: time(directory.takenAt),
      gaps: directory.gaps.map((gap) => ({ ...gap, reason: inBoth((language) => directoryGapText(gap, language)) })),
    })),
    terminals: checklist.terminals,
    settings: checklist.settings,
    configuration: checklist.configuration,
    maskedNames: checklist.maskedNames,
    acknowledgements: checklist.acknowledgements,
    sumsAgree: checklist.sumsAgree,
  };
  return jsonText(report, 2);
}

function checkJson(result: CheckResult, timezone: string): object {
  const { check } = result;
  return {
    check: check.id,
    clause: check.clause,
    title: check.title,
    origin: check.origin,
    needs: check.needs,
    parts: result.parts,
    outcome: result.outcome,
    notApplicable: result.notApplicable,
    toReview: result.toReview,
    acknowledged: result.acknowledged,
    noted: result.noted,
    gaps: result.gaps.map((gap) => gapJson(gap, timezone)),
    coveredFrom: result.coveredFrom && preciseTime(result.coveredFrom, timezone),
    coveredUntil: result.coveredUntil && preciseTime(result.coveredUntil, timezone),
  };
}

/** A finding as `report.json` and `incident.json` have it. */
export function findingJson(finding: Finding, result: CheckResult, timezone: string): object {
  const { id, values: _, baseline, ...rest } = finding;
  const signs = signsOf(finding);
  return {
    finding: id,
    ...rest,
    ...(signs.length > 0 ? { signs } : {}),
    firstAt: finding.firstAt && preciseTime(finding.firstAt, timezone),
    lastAt: finding.lastAt && preciseTime(finding.lastAt, timezone),
    baseline: baseline && {
      ...baseline,
      knownSince: baseline.knownSince && preciseTime(baseline.knownSince, timezone),
      from: dayText(baseline.from),
      until: dayText(baseline.until),
    },
    sentence: inBoth((language) => sentenceOf(result.check.sentence, finding, { language, timezone })),
    innocentWhen: result.check.innocentWhen,
  };
}

function gapJson(gap: Gap, timezone: string): object {
  return {
    code: gap.code,
    about: gap.about,
    from: gap.from && preciseTime(gap.from, timezone),
    until: gap.until && preciseTime(gap.until, timezone),
    count: gap.count,
    doneBy: gap.doneBy,
    reason: inBoth((language) => gapSentences([gap], { language, timezone })[0]?.sentence ?? gap.code),
    remedy: gapWords(gap.code).remedy,
  };
}

function inBoth(words: (language: 'en' | 'ja') => string): Words {
  return { en: words('en'), ja: words('ja') };
}
