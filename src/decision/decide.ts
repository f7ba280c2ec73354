import { FLOW, type FlowLine, ISOLATION, type IsolationLine } from './flow-lines.ts';
import type { IncidentFacts } from './incident-facts.ts';

const SIX_HOURS_MS = 6 * 60 * 60 * 1000;

/** Where the flow stands. `no-traffic`: the log was examined and showed none, a case for which the text names no step. */
export type Branch = 'not-examined' | 'cannot-examine' | 'no-traffic' | 'one-pc' | 'several-pcs';

/**
 * What a line of the text means now. `do`: to be done. `done`: what it asks is established. `here`: a heading, and its condition holds.
 * `open`: it depends on what is not established. `not here`: its condition does not hold.
 */
export type LineState = 'do' | 'done' | 'here' | 'open' | 'not here';

export interface DecidedLine {
  readonly line: FlowLine | IsolationLine;
  readonly depth: number;
  readonly state: LineState;
  /** The PCs that a line which is to be done is about; empty: it is about none, or nobody knows which. */
  readonly terminals: readonly string[];
}

/** A sentence as data; the words are in `report/words/incident-flow.ts`. */
export interface Statement {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What the flow says for the facts. Advice: nothing is ever done by the tool. */
export interface Decision {
  readonly branch: Branch;
  /** End of the six hours for the proxy log; null: nobody said when the incident came to light. */
  readonly proxyDeadline: Date | null;
  /** Every line of the text, in its order. */
  readonly lines: readonly DecidedLine[];
  /** ※ PCの隔離手順. */
  readonly isolation: readonly DecidedLine[];
  /** Why we are on this branch. */
  readonly because: Statement;
  /** What would lead to another. */
  readonly wouldChange: readonly Statement[];
  readonly established: readonly Statement[];
  readonly notEstablished: readonly Statement[];
  /** What the text does not say and a reader must not miss. */
  readonly beyondTheText: readonly Statement[];
}

/** Follows the flow, line by line. */
export function decide(facts: IncidentFacts): Decision {
  const deadline = facts.discoveredAt === null ? null : new Date(facts.discoveredAt.getTime() + SIX_HOURS_MS);
  const overdue = deadline !== null && facts.now >= deadline;
  const branch = branchOf(facts, overdue);
  const lines = FLOW.map(({ line, depth }) => {
    const state = stateOf(line, branch, facts);
    return { line, depth, state, terminals: state === 'do' ? terminalsOf(line, facts) : [] };
  });
  return {
    branch,
    proxyDeadline: deadline,
    lines,
    isolation: ISOLATION.map(({ line, depth }) => ({ line, depth, state: isolationState(line, lines), terminals: [] })),
    because: becauseOf(branch, facts),
    wouldChange: changesFrom(branch, facts),
    ...establishedIn(facts),
    beyondTheText: beyondTheText(branch, facts),
  };
}

function branchOf({ outbound }: IncidentFacts, overdue: boolean): Branch {
  // What was not examined within the six hours is treated as what cannot be.
  if (outbound.examined !== 'yes') return outbound.examined === 'impossible' || overdue ? 'cannot-examine' : 'not-examined';
  const { length } = outbound.terminals;
  return length === 0 ? 'no-traffic' : length === 1 ? 'one-pc' : 'several-pcs';
}

function stateOf(line: FlowLine, branch: Branch, facts: IncidentFacts): LineState {
  switch (line) {
    case 'contact':
      return 'do';
    case 'check-proxy':
      return facts.outbound.examined === 'yes' ? 'done' : facts.outbound.examined === 'impossible' ? 'not here' : 'do';
    case 'cannot-examine':
      return headed(branch, 'cannot-examine', 'here');
    case 'cannot-examine-cut-off':
    case 'cannot-examine-experts':
      return headed(branch, 'cannot-examine', 'do');
    case 'one-pc':
      return headed(branch, 'one-pc', 'here');
    case 'one-pc-isolate':
    case 'one-pc-watch':
      return headed(branch, 'one-pc', 'do');
    case 'several-pcs':
      return headed(branch, 'several-pcs', 'here');
    case 'several-pcs-cut-off':
      // Whoever lifts it has cut it off before.
      return headed(branch, 'several-pcs', facts.cause === 'person' || (facts.cause === 'virus suspected' && facts.contained) ? 'done' : 'do');
    default:
      return branch === 'several-pcs' ? causeState(line, facts) : headed(branch, 'several-pcs', 'do');
  }
}

/** A line under the heading of one branch. As long as the proxy log is not examined, every branch is open. */
function headed(branch: Branch, heading: Branch, state: LineState): LineState {
  return branch === heading ? state : branch === 'not-examined' ? 'open' : 'not here';
}

/** Lines under (3) ② and ③. */
function causeState(
  line: Exclude<FlowLine, 'contact' | 'check-proxy' | `cannot-examine${string}` | `one-pc${string}` | `several-pcs${string}`>,
  { cause, programLogons, administrator, contained }: IncidentFacts,
): LineState {
  const underVirus = (state: LineState): LineState => (cause === 'virus suspected' ? state : cause === 'person' ? 'not here' : 'open');
  const underLogons = (state: LineState): LineState =>
    underVirus(programLogons === 'found' ? state : programLogons === 'none found' ? 'not here' : 'open');
  switch (line) {
    case 'confirm-person':
      return cause === 'not established' ? 'do' : 'done';
    case 'person-confirmed':
      return cause === 'person' ? 'do' : cause === 'virus suspected' ? 'not here' : 'open';
    case 'virus-suspected':
      return underVirus('here');
    case 'virus-isolate':
    case 'virus-experts':
      return underVirus('do');
    case 'virus-check-logons':
      return underVirus(programLogons === 'not examined' ? 'do' : 'done');
    case 'logons-found':
      return underLogons('here');
    case 'logons-found-administrator':
      return underLogons(administrator === 'involved' ? 'do' : administrator === 'not involved' ? 'not here' : 'open');
    case 'logons-found-no-administrator':
      return underLogons(administrator === 'not involved' ? 'do' : administrator === 'involved' ? 'not here' : 'open');
    case 'virus-contained':
      return underVirus(contained ? 'do' : 'open');
  }
}

/** Which PCs a line says to isolate. */
function terminalsOf(line: FlowLine, { outbound, programTerminals }: IncidentFacts): readonly string[] {
  if (line === 'logons-found-no-administrator') return programTerminals;
  return ISOLATING.has(line) && outbound.examined === 'yes' ? outbound.terminals : [];
}

/** The steps of ※ are for whoever isolates a PC. */
const ISOLATING: ReadonlySet<DecidedLine['line']> = new Set<FlowLine>(['one-pc-isolate', 'virus-isolate', 'logons-found-no-administrator']);

function isolationState(line: IsolationLine, lines: readonly DecidedLine[]): LineState {
  const states = lines.filter((one) => ISOLATING.has(one.line)).map(({ state }) => state);
  if (states.includes('do')) return line === 'isolation' ? 'here' : 'do';
  return states.includes('open') ? 'open' : 'not here';
}

function becauseOf(branch: Branch, { outbound }: IncidentFacts): Statement {
  switch (branch) {
    case 'not-examined':
      return statement(notExaminedCode(outbound));
    case 'cannot-examine':
      if (outbound.examined === 'impossible') return statement('proxy-cannot-be-examined');
      return statement(outbound.examined === 'partly' ? 'proxy-partly-overdue' : 'proxy-overdue');
    case 'no-traffic':
      return noTraffic(outbound);
    case 'one-pc':
    case 'several-pcs':
      return traffic(outbound);
  }
}

/** What was examined in part is not examined, and the reader need not begin anew. */
function notExaminedCode({ examined }: IncidentFacts['outbound']): string {
  return examined === 'partly' ? 'proxy-partly-examined' : 'proxy-not-examined';
}

function noTraffic(outbound: IncidentFacts['outbound']): Statement {
  return statement(isAsTold(outbound) ? 'no-suspicious-traffic-as-told' : 'no-suspicious-traffic');
}

function isAsTold(outbound: IncidentFacts['outbound']): boolean {
  return outbound.examined === 'yes' && outbound.asTold === true;
}

function traffic(outbound: IncidentFacts['outbound']): Statement {
  const terminals = outbound.examined === 'yes' ? outbound.terminals : [];
  const code = terminals.length === 1 ? 'traffic-of-one-pc' : 'traffic-of-several-pcs';
  return statement(isAsTold(outbound) ? `${code}-as-told` : code, {
    count: terminals.length,
    terminals: terminals.join(', '),
  });
}

function changesFrom(branch: Branch, { outbound, cause, programLogons, administrator, contained }: IncidentFacts): readonly Statement[] {
  if (branch === 'not-examined' || branch === 'cannot-examine') {
    return [statement(outbound.examined === 'partly' ? 'if-the-rest-is-examined' : 'if-proxy-is-examined')];
  }
  if (branch === 'no-traffic') return [statement('if-traffic-appears')];
  if (branch === 'one-pc') return [statement('if-a-second-pc-appears')];
  if (cause === 'not established') return [statement('if-a-person-is-confirmed'), statement('if-a-virus-is-suspected')];
  if (cause === 'person') return [statement('if-a-virus-is-suspected')];
  const ending = contained ? [] : [statement('if-contained')];
  if (programLogons !== 'found') return [statement('if-program-logons-are-found'), ...ending];
  return administrator === 'involved' ? ending : [statement('if-an-administrator-is-involved'), ...ending];
}

function establishedIn(facts: IncidentFacts): Pick<Decision, 'established' | 'notEstablished'> {
  const { discoveredAt, outbound, cause, programLogons, administrator, contained } = facts;
  const known: Statement[] = [];
  const unknown: Statement[] = [];
  if (discoveredAt === null) unknown.push(statement('discovery-not-told'));
  if (outbound.examined === 'yes') known.push(outbound.terminals.length === 0 ? noTraffic(outbound) : traffic(outbound));
  else unknown.push(statement(outbound.examined === 'impossible' ? 'proxy-cannot-be-examined' : notExaminedCode(outbound)));
  if (cause === 'not established') unknown.push(statement('cause-not-established'));
  else known.push(statement(cause === 'person' ? 'cause-is-a-person' : 'cause-may-be-a-virus'));
  if (programLogons === 'not examined') unknown.push(statement('logons-not-examined'));
  else known.push(statement(programLogons === 'found' ? 'program-logons-found' : 'no-program-logons'));
  if (administrator === 'not examined') unknown.push(statement('administrator-not-examined'));
  else known.push(statement(administrator === 'involved' ? 'administrator-involved' : 'administrator-not-involved'));
  if (contained) known.push(statement('contained-as-told'));
  return { established: known, notEstablished: unknown };
}

/** The text asks about logons under (3) ③ alone, and knows no case without suspicious traffic. */
function beyondTheText(branch: Branch, facts: IncidentFacts): readonly Statement[] {
  const found: Statement[] = [];
  if (facts.discoveredAt !== null && facts.discoveredAt > facts.now) found.push(statement('discovered-in-the-future'));
  const elsewhere = branch !== 'several-pcs' || facts.cause !== 'virus suspected';
  if (elsewhere && facts.programLogons === 'found') {
    found.push(statement(facts.administrator === 'involved' ? 'administrator-outside-the-flow' : 'program-logons-outside-the-flow'));
  }
  if (branch === 'no-traffic') found.push(statement('no-step-without-traffic'));
  return found;
}

function statement(code: string, details: Statement['details'] = {}): Statement {
  return { code, details };
}
