import type { Check, CheckPart, Outcome } from './check.ts';
import type { CoverageLine, Gap } from './coverage-line.ts';
import type { AcknowledgementsUsed, Finding } from './finding.ts';
import type { ConfigurationUsed, DamageLine, DirectoryLine, DisputedTerminal, InputLine, ProxyInputLine } from './sources.ts';

/** What became of one check. */
export interface CheckResult {
  readonly check: Check;
  readonly outcome: Outcome;
  /** Whether the evidence let the question be asked, also where something was found. */
  readonly asked: 'wholly' | 'in part' | 'not';
  /** Why the organisation says that the question does not apply; null: it did not say so. Then nothing was asked. */
  readonly notApplicable: string | null;
  /** Every part of the question, in the order of the check's header; empty: it has none, or was not asked at all. */
  readonly parts: readonly CheckPart[];
  /** Findings a person must look at: those at level `review` that nobody acknowledged. */
  readonly toReview: number;
  readonly acknowledged: number;
  readonly noted: number;
  /** What was not covered, also when something was found. */
  readonly gaps: readonly Gap[];
  readonly coveredFrom: Date | null;
  readonly coveredUntil: Date | null;
  readonly findings: readonly Finding[];
}

/** All outcomes of one run, in order: the one thing every report is made from. */
export interface Checklist {
  /** Version of adlogon that made it. */
  readonly madeBy: string;
  readonly organisation: string;
  readonly network: string;
  /** Span asked for; null: whatever the logs cover. */
  readonly askedFrom: Date | null;
  readonly askedUntil: Date | null;
  /** Span of the Security records that were read; null: there were none. */
  readonly recordedFrom: Date | null;
  readonly recordedUntil: Date | null;
  readonly results: readonly CheckResult[];
  readonly coverage: readonly CoverageLine[];
  readonly inputs: readonly InputLine[];
  readonly proxyInputs: readonly ProxyInputLine[];
  readonly damage: readonly DamageLine[];
  /** Machines that recorded, by what the directory calls them or their records show; tells whether the logs are those of domain controllers only. */
  readonly recorders: readonly { readonly recordedBy: string; readonly role: string | null }[];
  /** Directory snapshots used. */
  readonly directories: readonly DirectoryLine[];
  readonly terminals: {
    readonly known: number;
    readonly adminTerminals: number;
    readonly disputed: readonly DisputedTerminal[];
    /** Admin terminals of which only the proxy's log tells what was done on them. */
    readonly seenByProxyOnly: readonly string[];
  };
  /** Null: none was given. */
  readonly configuration: ConfigurationUsed | null;
  /** Null: none was given. */
  readonly acknowledgements: AcknowledgementsUsed | null;
  /** Thresholds in force. */
  readonly settings: Readonly<Record<string, number>>;
  /** Names masked in all findings. */
  readonly maskedNames: number;
  /** True when records = stored + duplicates + out of scope + damaged, for every file and in sum, and the tables hold the stored ones. */
  readonly sumsAgree: boolean;
}
