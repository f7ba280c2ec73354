import type { ColumnType, Table } from '../tables/table.ts';

/** NULL in a column of 32-bit integers or booleans. Texts use number 0 for it. */
export const NULL_INTEGER = -2_147_483_648;
/** High word of NULL in a 64-bit column; its low word is 0. */
export const NULL_HIGH_WORD = -2_147_483_648;

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

/** Collects rows of one table, column by column. A new row is NULL everywhere. */
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
    this.columns = this.types.map((type) => new Int32Array(capacity * wordsOf(type)));
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
    const row = this.rows++;
    for (let c = 0; c < this.columns.length; c++) {
      const column = this.columns[c];
      if (column === undefined) continue;
      if (column.length === this.capacity * 2) {
        column[2 * row] = 0;
        column[2 * row + 1] = NULL_HIGH_WORD;
      } else column[row] = this.types[c] === 'text' ? 0 : NULL_INTEGER;
    }
    return row;
  }

  /** Takes back the row added last. */
  dropRow(): void {
    this.rows--;
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
    const taken: Rows = { rows: this.rows, columns: this.columns.map((column, c) => column.slice(0, this.rows * wordsOf(this.types[c] ?? 'text'))) };
    this.rows = 0;
    return taken;
  }

  private grow(): void {
    this.capacity *= 2;
    this.columns = this.columns.map((column) => {
      const larger = new Int32Array(column.length * 2);
      larger.set(column);
      return larger;
    });
  }
}
