import type { Finding } from '../checks/finding.ts';
import { filled, type Language, wordsFor } from './words/catalogue.ts';
import { TRAIL_SENTENCES, TRAILS } from './words/trails.ts';

/** Where an administrator's logon really began, as sentences that follow another; empty where nothing was followed, or the terminal itself is where it began. */
export function trailText(finding: Finding, language: Language): string {
  const { trailEnd, originTerminal, originHops, chain } = finding;
  if (trailEnd === null || chain === null) return '';
  const hopped = (originHops ?? 0) > 0;
  const told = hopped || trailEnd.startsWith('server');
  const by = hopped ? filled(TRAILS.chain[language], { chain }) : '';
  const sentences = [
    ...(told ? [filled(wordsFor(TRAIL_SENTENCES, trailEnd, language), { terminal: originTerminal ?? '', chain: by })] : []),
    ...(finding.originInferred ? [TRAILS.inferred[language]] : []),
    ...(finding.credentialsChanged ? [TRAILS.credentialsChanged[language]] : []),
  ];
  return sentences.map((sentence) => (language === 'ja' ? sentence : ` ${sentence}`)).join('');
}
