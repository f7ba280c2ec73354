import type { Engine, Row } from '../engine/engine.ts';
import { dateOf, listOf, numberOf, textOf } from './cells.ts';
import type { Acknowledgement } from './finding.ts';
import { certaintyOf } from './finding-kind.ts';

/** The acknowledgements of the run, by whom they are about, in order of the file. */
export async function readAcknowledgements(engine: Engine): Promise<ReadonlyMap<string, readonly Acknowledgement[]>> {
  const { rows } = await engine.ask('select * from acknowledgements order by line');
  const bySubject = new Map<string, Acknowledgement[]>();
  for (const acknowledgement of rows.map(acknowledgementFrom)) {
    const { subject } = acknowledgement.kind;
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), acknowledgement]);
  }
  return bySubject;
}

function acknowledgementFrom(row: Row): Acknowledgement {
  const result = textOf(row.result);
  return {
    key: textOf(row.acknowledgement) ?? '',
    by: textOf(row.acknowledged_by) ?? '',
    on: textOf(row.acknowledged_on) ?? '',
    until: textOf(row.acknowledged_until) ?? '',
    // One without an end never holds.
    untilAt: dateOf(row.until_at) ?? new Date(0),
    reason: textOf(row.acknowledged_reason) ?? '',
    kind: {
      subject: textOf(row.subject) ?? '',
      placeKey: textOf(row.place_key) ?? '',
      originKey: textOf(row.origin_key),
      check: textOf(row.check_id) ?? '',
      result: result === 'succeeded' || result === 'failed' ? result : null,
      why: listOf(row.why),
      failureReasons: listOf(row.failure_reasons),
      administrator: row.administrator === true,
      successFollowed: row.success_followed === true,
      credentialsChanged: row.credentials_changed === true,
      certainty: certaintyOf(row.certainty),
      folded: textOf(row.folded),
      count: numberOf(row.accepted_count) ?? 0,
      accounts: numberOf(row.accounts) ?? 1,
      places: numberOf(row.places) ?? 1,
      account: textOf(row.account),
      place: textOf(row.place),
      network: textOf(row.network),
    },
  };
}
