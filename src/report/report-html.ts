import type { Checklist, CheckResult } from '../checks/checklist.ts';
import type { CoverageLine } from '../checks/coverage-line.ts';
import type { Finding } from '../checks/finding.ts';
import { acknowledgementText } from './acknowledgement-text.ts';
import { newnessText } from './baseline-text.ts';
import { damageText, unreadText } from './damage-text.ts';
import { briefGapSentences, gapSentences, remedies } from './gap-text.ts';
import { type Html, html, page } from './html.ts';
import { remarks } from './remark-text.ts';
import { REPORT_STYLE } from './report-style.ts';
import { accountText, contradictionWords, exampleText, sentenceOf } from './sentence.ts';
import { countByReason, outcomeText } from './table-checklist.ts';
import { reviewed, terminalText } from './table-findings.ts';
import { headRows } from './table-head.ts';
import { sumText } from './table-sums.ts';
import { plainTime, type ReportOptions } from './times.ts';
import { counted, filled, wordsFor } from './words/catalogue.ts';
import { EVIDENCE } from './words/evidence.ts';
import { LABELS } from './words/labels.ts';
import { LEVEL_BECAUSE } from './words/level-because.ts';
import { COVERAGE_STATES, EXPORT_KINDS } from './words/outcomes.ts';

/** Findings shown at most: a page of thousands is not read, and findings.csv has all of them. */
const MOST_FINDINGS = 500;
/** Damaged places shown at most. */
const MOST_DAMAGE = 50;

type Label = keyof typeof LABELS;

/** `report.html`: the checklist as one page that needs no network, for the screen and for A4 paper, with room to sign. */
export function reportHtml(checklist: Checklist, options: ReportOptions): string {
  const { language } = options;
  const title = LABELS.title[language];
  return page({
    language,
    title,
    style: REPORT_STYLE,
    body: html`<h1>${title}</h1>
<dl>${headRows(checklist, options).map(([label, text]) => html`<dt>${label}</dt><dd>${text}</dd>`)}</dl>
${checklistPart(checklist, options)}
${reviewPart(checklist, options)}
${acknowledgedPart(checklist, options)}
${notesPart(checklist, options)}
${remedyPart(checklist, options)}
${coveragePart(checklist, options)}
${filesPart(checklist, options)}
<footer><p>${sumText(checklist, language)}</p><p class="quiet">${LABELS.allFindings[language]} ${checklist.madeBy}</p></footer>`,
  });
}

function checklistPart(checklist: Checklist, options: ReportOptions): Html {
  const { language } = options;
  return tableOf(
    ['check', 'clause', 'outcome', 'reason', 'reviewedAs'],
    checklist.results.map((result) => {
      const clause = result.check.clause === '-' ? LABELS.beyond[language] : result.check.clause;
      return html`<tr><td>${result.check.title[language]}</td><td>${clause}</td>
<td class="outcome ${result.outcome.replace(' ', '-')}">${outcomeText(result, language)}</td><td>${reasonLines(result, checklist, options)}</td><td class="blank"></td></tr>`;
    }),
    options,
  );
}

function reasonLines(result: CheckResult, checklist: Checklist, options: ReportOptions): readonly Html[] {
  const { language } = options;
  const found = countByReason(reviewed(result), language).map(([because, count]) =>
    filled(LABELS.byReason[language], { because, count: counted(count) }),
  );
  const gaps = briefGapSentences(result.gaps, options).map(({ sentence }) => sentence);
  return linesOf([...found, ...remarks(result, checklist, language), ...gaps]);
}

function reviewPart(checklist: Checklist, options: ReportOptions): Html | null {
  const { language } = options;
  const all = checklist.results.reduce((sum, result) => sum + reviewed(result).length, 0);
  if (all === 0) return null;
  let number = 0;
  const parts = checklist.results.map((result) => {
    const findings = reviewed(result).slice(0, Math.max(0, MOST_FINDINGS - number));
    if (findings.length === 0) return null;
    const rows = findings.map((finding) => {
      number += 1;
      return findingRow(finding, result, number, options);
    });
    return html`<h3>${result.check.title[language]}</h3>
<p class="quiet">${filled(LABELS.innocentWhen[language], { text: result.check.innocentWhen[language] })}</p>
${tableOf(['number', 'when', 'account', 'terminal', 'what', 'why', 'reviewedAs'], rows, options)}`;
  });
  const more = all > number ? html`<p>${filled(LABELS.moreFindings[language], { count: counted(all - number) })}</p>` : null;
  return html`<h2>${filled(LABELS.toReview[language], { count: counted(all) })}</h2>${parts}${more}`;
}

function findingRow(finding: Finding, { check }: CheckResult, number: number, options: ReportOptions): Html {
  const { language, timezone } = options;
  const because = finding.levelBecause === null ? LABELS.otherReason[language] : wordsFor(LEVEL_BECAUSE, finding.levelBecause, language);
  const times = finding.logons > 1 ? [filled(LABELS.times[language], { count: counted(finding.logons) })] : [];
  const when = linesOf([finding.firstAt === null ? LABELS.unknown[language] : plainTime(finding.firstAt, timezone), ...times]);
  const said = [
    ...exampleText(finding, language),
    ...contradictionWords(finding, language),
    ...newnessText(finding, language),
    ...acknowledgementText(finding, language),
  ];
  const what = [sentenceOf(check.sentence, finding, options, plainTime), ...said];
  return html`<tr><td class="number">${number}</td><td class="when">${when}</td><td class="account">${linesOf([accountText(finding, language), finding.displayName ?? ''])}</td>
<td class="terminal">${terminalText(finding, language)}</td><td class="what">${linesOf(what)}</td><td class="why">${because}</td><td class="blank"></td></tr>`;
}

/** What somebody accepted: shown, and asked of nobody. */
function acknowledgedPart(checklist: Checklist, options: ReportOptions): Html | null {
  const { language, timezone } = options;
  const findings = checklist.results.flatMap((result) => result.findings.filter((one) => one.acknowledgement?.state === 'acknowledged'));
  if (findings.length === 0) return null;
  const rows = findings.slice(0, MOST_FINDINGS).map((finding) => {
    const when = finding.firstAt === null ? LABELS.unknown[language] : plainTime(finding.firstAt, timezone);
    return html`<tr><td class="when">${when}</td><td class="account">${accountText(finding, language)}</td><td class="terminal">${terminalText(finding, language)}</td>
<td class="what">${linesOf(acknowledgementText(finding, language))}</td></tr>`;
  });
  const more = findings.length - rows.length;
  const rest = more > 0 ? html`<p>${filled(LABELS.moreFindings[language], { count: counted(more) })}</p>` : null;
  return html`<h2>${filled(LABELS.acknowledged[language], { count: counted(findings.length) })}</h2>
${tableOf(['when', 'account', 'terminal', 'acknowledgements'], rows, options)}${rest}`;
}

function notesPart(checklist: Checklist, { language }: ReportOptions): Html | null {
  const notes = checklist.results.flatMap((result) => result.findings.filter((finding) => finding.level === 'note'));
  const masked = checklist.maskedNames === 0 ? null : html`<p>${filled(LABELS.maskedNames[language], { count: counted(checklist.maskedNames) })}</p>`;
  if (notes.length === 0) return masked;
  const counts = countByReason(notes, language).map(([because, count]) => filled(LABELS.byReason[language], { because, count: counted(count) }));
  return html`<h2>${filled(LABELS.notes[language], { count: counted(notes.length) })}</h2><p>${linesOf(counts)}</p>${masked}`;
}

function remedyPart(checklist: Checklist, { language }: ReportOptions): Html | null {
  const ways = remedies(
    checklist.results.flatMap((result) => result.gaps),
    language,
  );
  return ways.length === 0 ? null : html`<h2>${LABELS.howToGet[language]}</h2>${ways.map(({ text }) => html`<pre>${text}</pre>`)}`;
}

function coveragePart(checklist: Checklist, options: ReportOptions): Html {
  const header: readonly Label[] = ['evidence', 'recordedBy', 'state', 'from', 'until', 'records', 'reason'];
  return html`<h2>${LABELS.evidenceCovered[options.language]}</h2>${tableOf(
    header,
    checklist.coverage.map((line) => coverageRow(line, options)),
    options,
  )}`;
}

function coverageRow(line: CoverageLine, options: ReportOptions): Html {
  const { language, timezone } = options;
  const kind = line.exportKind === null ? [] : [EXPORT_KINDS[line.exportKind][language]];
  const time = (at: Date | null) => at && plainTime(at, timezone);
  return html`<tr><td>${wordsFor(EVIDENCE, line.evidence, language)}</td><td>${line.recordedBy}</td><td>${COVERAGE_STATES[line.state][language]}</td>
<td class="when">${time(line.coveredFrom)}</td><td class="when">${time(line.coveredUntil)}</td><td class="number">${line.records === null ? null : counted(line.records)}</td>
<td>${linesOf([...kind, ...gapSentences(line.gaps, options, plainTime).map(({ sentence }) => sentence)])}</td></tr>`;
}

function filesPart(checklist: Checklist, options: ReportOptions): Html {
  const { language } = options;
  const rows = checklist.inputs.map(
    (input) =>
      html`<tr><td>${input.problem === null ? input.path : unreadText(input, language)}</td><td class="number">${counted(input.bytes)}</td>
<td class="number">${counted(input.records)}</td><td class="hash">${input.sha256}</td></tr>`,
  );
  const damage = checklist.damage.slice(0, MOST_DAMAGE).map((place) => damageText(place, language));
  const more = checklist.damage.length - damage.length;
  const places = more > 0 ? [...damage, filled(LABELS.moreDamage[language], { count: counted(more) })] : damage;
  return html`<h2>${LABELS.files[language]}</h2>${tableOf(['file', 'bytes', 'records', 'sha256'], rows, options)}${
    places.length === 0 ? null : html`<h3>${LABELS.damaged[language]}</h3><p>${linesOf(places)}</p>`
  }`;
}

function tableOf(header: readonly Label[], rows: readonly Html[], { language }: ReportOptions): Html {
  return html`<div class="scroll"><table><thead><tr>${header.map((label) => html`<th>${LABELS[label][language]}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function linesOf(texts: readonly string[]): readonly Html[] {
  return texts.filter((text) => text !== '').map((text) => html`<span class="line">${text}</span>`);
}
