import type { InternedTexts } from '../evtx/interned-texts.ts';
import { NO_INTEGER, type RecordView } from '../evtx/record-view.ts';
import { DerivedTexts } from './derived-texts.ts';
import { failureReason, type StatusFamily, statusCode } from './failure-reasons.ts';
import type { Mapping, PlainStep, Step } from './mapping.ts';
import { accountName, accountSid, namesByMail, spaced, terminalAddress, terminalName, trimmed } from './normal-texts.ts';
import { NULL_HIGH_WORD, type RowBuffer } from './row-buffer.ts';

/** Windows' "Yes" (%%1843 is "No"). */
const YES = '%%1842';
const NO = '%%1843';
/** Encryption type of a ticket that was not issued. */
const NO_TICKET = '0xffffffff';

/** A step with names replaced by positions: fields in the selection, columns in the buffer. */
interface CompiledStep {
  readonly as: Step['as'];
  readonly field: number;
  readonly other: number;
  readonly columns: readonly number[];
  /** The first three of them, which most steps need only one of. */
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly succeeded: number;
}

/** Texts in normal form, worked out once per distinct text. */
export class NormalTexts {
  readonly texts: InternedTexts;
  readonly trimmed: DerivedTexts;
  readonly sid: DerivedTexts;
  readonly spaced: DerivedTexts;
  readonly terminal: DerivedTexts;
  readonly account: DerivedTexts;
  readonly address: DerivedTexts;
  /** Something for a domain whose accounts are mail addresses. */
  readonly mailDomain: DerivedTexts;

  constructor(texts: InternedTexts) {
    this.texts = texts;
    this.trimmed = new DerivedTexts(texts, 1, (text) => [trimmed(text)]);
    this.sid = new DerivedTexts(texts, 1, (text) => [accountSid(text)]);
    this.spaced = new DerivedTexts(texts, 1, (text) => [spaced(text)]);
    this.terminal = new DerivedTexts(texts, 1, (text) => [terminalName(text)]);
    this.account = new DerivedTexts(texts, 2, (text) => {
      const { account, domain } = accountName(text);
      return [account, domain];
    });
    this.mailDomain = new DerivedTexts(texts, 1, (text) => [namesByMail(text) ? text : null]);
    this.address = new DerivedTexts(texts, 2, (text) => {
      const { address, kind } = terminalAddress(text);
      return [address, kind];
    });
  }
}

/** Fills one row per record of one kind. */
export interface Filler {
  addRow(view: RecordView): void;
}

/** Makes a mapping ready: every name looked up once, so that a row costs array reads only. */
export function compileMapping(mapping: Mapping, fields: readonly string[], buffer: RowBuffer, normal: NormalTexts): Filler {
  const fieldAt = (name: string | null) => (name === null ? -1 : fields.indexOf(name));
  const steps = mapping.steps.map((step): CompiledStep => {
    const columns = columnsOf(step).map((name) => buffer.columnOf(name));
    const [first = 0, second = 0, third = 0] = columns;
    const places = { columns, first, second, third };
    if (step.as === 'always') return { as: step.as, field: -1, other: -1, ...places, succeeded: step.succeeded ? 1 : 0 };
    const otherName = step.as === 'account' ? step.domainField : 'subField' in step ? step.subField : null;
    return { as: step.as, field: fieldAt(step.field), other: fieldAt(otherName), ...places, succeeded: 0 };
  });
  return new RowFiller(steps, buffer, normal);
}

function columnsOf(step: Step): readonly string[] {
  switch (step.as) {
    case 'always':
      return ['succeeded'];
    case 'account':
      return ['account', 'account_recorded', 'account_domain'];
    case 'address':
      return ['terminal_address', 'terminal_address_recorded', 'terminal_address_kind'];
    case 'ntstatus':
    case 'kerberos':
      return ['succeeded', 'status_family', 'status_code', 'failure_reason', 'status_recorded', 'sub_status_recorded'];
    default:
      return [step.column];
  }
}

class RowFiller implements Filler {
  private readonly steps: readonly CompiledStep[];
  private readonly buffer: RowBuffer;
  private readonly texts: InternedTexts;
  private readonly normal: NormalTexts;
  private readonly record: { readonly [name: string]: number };
  private readonly words = new Int32Array(2);

  constructor(steps: readonly CompiledStep[], buffer: RowBuffer, normal: NormalTexts) {
    this.steps = steps;
    this.buffer = buffer;
    this.texts = normal.texts;
    this.normal = normal;
    const names = ['recorded_by', 'record_id', 'occurred_at', 'event_id', 'event_version'];
    this.record = Object.fromEntries(names.map((name) => [name, buffer.columnOf(name)]));
  }

  addRow(view: RecordView): void {
    const row = this.buffer.addRow();
    try {
      this.fillRecord(view, row);
      for (const step of this.steps) this.fillStep(step, view, row);
    } catch (error) {
      this.buffer.dropRow();
      throw error;
    }
  }

  private fillRecord(view: RecordView, row: number): void {
    const { record, buffer } = this;
    this.put(record.recorded_by ?? 0, row, view.computer);
    buffer.setWide(record.record_id ?? 0, row, view.recordId);
    buffer.setWide(record.occurred_at ?? 0, row, view.occurredAt);
    this.put(record.event_id ?? 0, row, view.eventId);
    this.put(record.event_version ?? 0, row, view.version);
  }

  private fillStep(step: CompiledStep, view: RecordView, row: number): void {
    const { first, second, third } = step;
    switch (step.as) {
      case 'always':
        this.put(first, row, step.succeeded);
        return;
      case 'account': {
        const recorded = view.text(step.field);
        const own = step.other < 0 ? 0 : this.normal.trimmed.of(view.text(step.other));
        this.put(first, row, this.normal.mailDomain.of(own) === 0 ? this.normal.account.of(recorded, 0) : this.normal.trimmed.of(recorded));
        this.put(second, row, recorded);
        this.put(third, row, own === 0 ? this.normal.account.of(recorded, 1) : own);
        return;
      }
      case 'address': {
        const recorded = view.text(step.field);
        this.put(first, row, this.normal.address.of(recorded, 0));
        this.put(second, row, recorded);
        this.put(third, row, this.normal.address.of(recorded, 1));
        return;
      }
      case 'ntstatus':
      case 'kerberos':
        this.fillStatus(step, step.as, view, row);
        return;
      default:
        this.fillPlain(step.as, step.field, first, view, row);
    }
  }

  private fillPlain(as: PlainStep, field: number, column: number, view: RecordView, row: number): void {
    switch (as) {
      case 'text':
        this.put(column, row, view.text(field));
        return;
      case 'trimmed':
      case 'sid':
      case 'spaced':
      case 'terminal':
        this.put(column, row, this.normal[as].of(view.text(field)));
        return;
      case 'integer':
        this.put(column, row, view.integer(field));
        return;
      case 'port': {
        const port = view.integer(field);
        this.put(column, row, port === 0 ? NO_INTEGER : port);
        return;
      }
      case 'yes': {
        const text = this.texts.textOf(view.text(field));
        this.put(column, row, text === YES ? 1 : text === NO ? 0 : NO_INTEGER);
        return;
      }
      case 'encryption': {
        const id = view.text(field);
        this.put(column, row, this.texts.textOf(id).toLowerCase() === NO_TICKET ? 0 : this.normal.trimmed.of(id));
        return;
      }
      case 'time':
        this.buffer.setWide(column, row, view.time(field));
        return;
      case 'wide':
      case 'key':
        this.fillWide(as === 'key', field, column, view, row);
    }
  }

  private fillWide(zeroIsNull: boolean, field: number, column: number, view: RecordView, row: number): void {
    const words = this.words;
    const target = this.buffer.columns[column];
    if (target === undefined || !view.words(field, words, 0)) return;
    const low = words[0] ?? 0;
    const high = words[1] ?? 0;
    if (zeroIsNull && low === 0 && high === 0) return;
    target[2 * row] = low;
    // The one number that means NULL here is no real value of any of these fields.
    target[2 * row + 1] = low === 0 && high === NULL_HIGH_WORD ? 0 : high;
  }

  /** The deciding code is SubStatus unless it is 0 or absent, then Status; compared as a number. */
  private fillStatus(step: CompiledStep, family: StatusFamily, view: RecordView, row: number): void {
    const [succeeded = 0, familyColumn = 0, codeColumn = 0, reasonColumn = 0, statusColumn = 0, subStatusColumn = 0] = step.columns;
    const status = view.integer(step.field);
    const sub = step.other < 0 ? NO_INTEGER : view.integer(step.other);
    const code = sub !== NO_INTEGER && sub !== 0 ? sub : status;
    this.put(familyColumn, row, this.texts.idOf(family));
    this.put(statusColumn, row, view.text(step.field));
    if (step.other >= 0) this.put(subStatusColumn, row, view.text(step.other));
    if (code === NO_INTEGER) return;
    this.put(succeeded, row, code === 0 ? 1 : 0);
    if (code === 0) return;
    this.put(codeColumn, row, this.texts.idOf(statusCode(family, code)));
    this.put(reasonColumn, row, this.texts.idOf(failureReason(family, code)));
  }

  private put(column: number, row: number, value: number): void {
    const words = this.buffer.columns[column];
    if (words !== undefined) words[row] = value;
  }
}
