import type { Envelope, Template } from './template.ts';
import type { Value, ValueKind } from './value.ts';

/** A kind of event, as a provider's manifest describes it. */
export interface EventKind {
  readonly id: number;
  readonly version: number;
  readonly task: number;
  readonly level: number;
  /** Keywords of a success and of a failure. */
  readonly keywords: { readonly success: bigint; readonly failure: bigint };
  readonly envelope: Envelope;
  readonly fields: readonly (readonly [name: string, kind: ValueKind])[];
  readonly payload: Template;
}

/** One event to be written, without its number: that is the log's to give. */
export interface Event {
  readonly kind: EventKind;
  /** 100 ns since 1601-01-01 UTC (FILETIME). */
  readonly at: bigint;
  /** Whether it is audited as a failure. */
  readonly failed: boolean;
  /** In the order of `kind.fields`. */
  readonly values: readonly Value[];
  /** Process and thread that wrote it. */
  readonly process: number;
  readonly thread: number;
  /** GUID that ties the records of one activity together; null: none. */
  readonly activity: string | null;
}

/** An event as it stands in a log. */
export interface LoggedEvent extends Event {
  /** System/EventRecordID. */
  readonly recordId: number;
}
