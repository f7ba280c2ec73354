import { expect, test } from 'vitest';
import { NULL_HIGH_WORD, NULL_INTEGER, RowBuffer } from '../../src/events/row-buffer.ts';
import { column, type Table } from '../../src/tables/table.ts';

const TABLE: Table = {
  name: 'trial',
  row: 'a trial',
  columns: [
    column('text', 'text', ''),
    column('number', 'integer', ''),
    column('fact', 'boolean', ''),
    column('wide', 'bigint', ''),
    column('at', 'timestamp', ''),
  ],
};
const NULL_ROW = [[0], [NULL_INTEGER], [NULL_INTEGER], [0, NULL_HIGH_WORD], [0, NULL_HIGH_WORD]];

function taken(buffer: RowBuffer): number[][] {
  return buffer.take().columns.map((words) => [...words]);
}

function fillRow(buffer: RowBuffer): void {
  const row = buffer.addRow();
  buffer.columns.forEach((words, c) => {
    if (c < 3) words[row] = 7;
    else buffer.setWide(c, row, 7);
  });
}

test('a new row is NULL everywhere: at first, after a row was dropped, and after rows were taken', () => {
  const buffer = new RowBuffer(TABLE, 2);
  buffer.addRow();
  expect(taken(buffer)).toEqual(NULL_ROW);
  fillRow(buffer);
  buffer.dropRow();
  buffer.addRow();
  expect(taken(buffer)).toEqual(NULL_ROW);
  for (let n = 0; n < 5; n++) fillRow(buffer);
  expect(buffer.take().rows).toBe(5);
  for (let n = 0; n < 9; n++) buffer.addRow();
  expect(taken(buffer)).toEqual(NULL_ROW.map((words) => Array.from({ length: 9 }, () => words).flat()));
});

test('rows outlive the growth of the buffer', () => {
  const buffer = new RowBuffer(TABLE, 1);
  for (let n = 0; n < 3; n++) fillRow(buffer);
  expect(taken(buffer)).toEqual([
    [7, 7, 7],
    [7, 7, 7],
    [7, 7, 7],
    [7, 0, 7, 0, 7, 0],
    [7, 0, 7, 0, 7, 0],
  ]);
});

test.each([
  { value: 0, words: [0, 0] },
  { value: -1, words: [-1, -1] },
  { value: 4_294_967_295, words: [-1, 0] },
  { value: 1_613_133_268_194_437, words: [(1_613_133_268_194_437 % 2 ** 32) | 0, Math.floor(1_613_133_268_194_437 / 2 ** 32)] },
  { value: -11_644_473_600_000_000, words: [Number(BigInt.asIntN(32, -11_644_473_600_000_000n)), Number(-11_644_473_600_000_000n >> 32n)] },
  { value: Number.NaN, words: [0, NULL_HIGH_WORD] },
])('the wide number $value', ({ value, words }) => {
  const buffer = new RowBuffer(TABLE, 1);
  buffer.setWide(3, buffer.addRow(), value);
  expect(taken(buffer)[3]).toEqual(words);
});
