import type { ColumnType, Table } from '../tables/table.ts';

/** NULL in a column of 32-bit integers or booleans. Texts use number 0 for it. */
export const NULL_INTEGER = -2_147_483_648;
/** High word of NULL in a 64-bit column; its low word is 0. */
export const NULL_HIGH_WORD = -2_147_483_648;
/** Both words as one number. Low before high is also how the machines Node supports lay out a number. */
const NULL_WIDE = -(2n ** 63n);

/** Rows of one table as plain columns: one 32-bit word per value, or two (low, high) for 64-bit types. Texts are numbers. */
export interface Rows {
  readonly rows: number;
  /** In the order of the table's columns. */
  readonly columns: readonly Int32Array[];
}

/** 32-bit words a value of this type takes. */
export function wordsOf(type: ColumnType): 1 | 2 {
  return type === 'bigint' || type === 'timestamp' ? 2 : 1;
}

/** Collects rows of one table, column by column. Rows not yet begun are NULL everywhere. */
export class RowBuffer {
  readonly table: Table;
  rows = 0;
  /** One array per column, as in `Rows`. Replaced when they grow. */
  columns: Int32Array[];
  private capacity: number;
  private readonly types: readonly ColumnType[];

  constructor(table: Table, capacity = 1024) {
    this.table = table;
    this.capacity = capacity;
    this.types = table.columns.map((column) => column.type);
    this.columns = this.types.map((type) => blankColumn(type, capacity));
  }

  /** Position of a column of the table. */
  columnOf(name: string): number {
    const at = this.table.columns.findIndex((column) => column.name === name);
    if (at < 0) throw new Error(`${this.table.name} has no column ${name}`);
    return at;
  }

  /** Begins a row and returns its number. */
  addRow(): number {
    if (this.rows === this.capacity) this.grow();
    return this.rows++;
  }

  /** Takes back the row added last. */
  dropRow(): void {
    this.rows--;
    this.columns.forEach((column, c) => {
      blank(column, this.types[c] ?? 'text', this.rows, this.rows + 1);
    });
  }

  /** Writes a whole number of up to 53 bits into a 64-bit column. */
  setWide(column: number, row: number, value: number): void {
    const words = this.columns[column];
    if (words === undefined || !Number.isFinite(value)) return;
    const high = Math.floor(value / 4_294_967_296);
    words[2 * row] = (value - high * 4_294_967_296) | 0;
    words[2 * row + 1] = high;
  }

  /** The rows collected so far; the buffer is empty afterwards. */
  take(): Rows {
    const { rows } = this;
    const columns = this.columns.map((column, c) => {
      const type = this.types[c] ?? 'text';
      const taken = column.slice(0, rows * wordsOf(type));
      blank(column, type, 0, rows);
      return taken;
    });
    this.rows = 0;
    return { rows, columns };
  }

  private grow(): void {
    this.capacity *= 2;
    this.columns = this.columns.map((column, c) => {
      const larger = blankColumn(this.types[c] ?? 'text', this.capacity);
      larger.set(column);
      return larger;
    });
  }
}

function blankColumn(type: ColumnType, capacity: number): Int32Array {
  const column = new Int32Array(capacity * wordsOf(type));
  blank(column, type, 0, capacity);
  return column;
}

/** Makes rows NULL. Whole columns at a time, since 40 columns of every row one by one were 3 % of the time. */
function blank(column: Int32Array, type: ColumnType, from: number, until: number): void {
  if (wordsOf(type) === 2) new BigInt64Array(column.buffer).fill(NULL_WIDE, from, until);
  else column.fill(type === 'text' ? 0 : NULL_INTEGER, from, until);
}
