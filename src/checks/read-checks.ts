import { UserError } from '../settings/user-error.ts';
import type { Check, Words } from './check.ts';
import { EVIDENCE_KINDS, QUESTION_PARTS } from './coverage.ts';
import { namesOf, readSqlFiles, type SqlFile } from './sql-files.ts';

/** Order of the guideline's table; ours that it does not name come after, in order of id. */
const GUIDELINE_ORDER = [
  'admin-logon-success-elsewhere',
  'admin-logon-failure-elsewhere',
  'user-terminal-logon-failure',
  'admin-terminal-mail-web',
  'non-human-logon',
  'suspicious-outbound',
  'logon-failure-elsewhere',
];

const KEYS = ['title.en', 'title.ja', 'clause', 'needs', 'sentence.en', 'sentence.ja', 'innocent_when.en', 'innocent_when.ja'];
/** Left out: the question has no part that can fail by itself. */
const OPTIONAL_KEYS = ['parts'];

/**
 * Reads the checks of our folder, in the guideline's order, then those of an organisation's own folders, in order of id.
 * UserError: a header that lacks a key or has an unknown one, evidence that nobody knows, an id that is taken, a folder without checks.
 */
export async function readChecks(ours: string, own: readonly string[] = []): Promise<readonly Check[]> {
  const checks = (await checksIn(ours, 'ours')).toSorted((a, b) => placeOf(a) - placeOf(b) || byId(a, b));
  const added = (await Promise.all(own.map((folder) => checksIn(folder, folder)))).flat().toSorted(byId);
  const all = [...checks, ...added];
  const taken = all.find((check, at) => all.findIndex((other) => other.id === check.id) < at);
  if (taken !== undefined) throw new UserError('check-id-taken', { folder: taken.origin, id: taken.id });
  return all;
}

async function checksIn(folder: string, origin: string): Promise<readonly Check[]> {
  return (await readSqlFiles(folder, KEYS, OPTIONAL_KEYS)).map((file) => checkOf(file, origin));
}

function checkOf(file: SqlFile, origin: string): Check {
  const needs = namesOf(file, 'needs');
  const unknown = needs.find((need) => !EVIDENCE_KINDS.includes(need));
  if (unknown !== undefined) throw new UserError('check-needs-unknown', { file: file.path, evidence: unknown, allowed: EVIDENCE_KINDS.join(', ') });
  const parts = namesOf(file, 'parts');
  const unknownPart = parts.find((part) => !QUESTION_PARTS.includes(part));
  if (unknownPart !== undefined)
    throw new UserError('check-needs-unknown', { file: file.path, evidence: unknownPart, allowed: QUESTION_PARTS.join(', ') });
  return {
    id: file.name,
    title: wordsOf(file, 'title'),
    clause: file.header.get('clause') ?? '-',
    needs,
    parts,
    sentence: wordsOf(file, 'sentence'),
    innocentWhen: wordsOf(file, 'innocent_when'),
    sql: file.sql,
    origin,
  };
}

function wordsOf(file: SqlFile, key: string): Words {
  return { en: file.header.get(`${key}.en`) ?? '', ja: file.header.get(`${key}.ja`) ?? '' };
}

function placeOf(check: Check): number {
  const at = GUIDELINE_ORDER.indexOf(check.id);
  return at < 0 ? GUIDELINE_ORDER.length : at;
}

function byId(a: Check, b: Check): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
