import { describe, expect, test } from 'vitest';
import { answerText } from '../../src/report/answer.ts';
import { csvText } from '../../src/report/csv.ts';
import { escapeTerminal } from '../../src/report/escape-terminal.ts';
import { html, page } from '../../src/report/html.ts';
import { jsonLine } from '../../src/report/json-line.ts';
import { recordXml } from '../../src/report/record-xml.ts';
import { recordLine } from '../../src/report/records.ts';

const ESCAPE = '\u001b]0;owned\u0007';
const C1 = '\u009b2J';

describe('a CSV cell', () => {
  test.each([
    ["=cmd|'/c calc'!A1", `'=cmd|'/c calc'!A1`],
    ['+1', "'+1"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['  =1', "'  =1"],
    ['\t=1', "'\t=1"],
    ['\u200b=1', "'\\u{200b}=1"],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\r\nb', '"a\r\nb"'],
    ['髙橋 𠮷', '髙橋 𠮷'],
    [ESCAPE, '\\u{1b}]0;owned\\u{7}'],
    [C1, '\\u{9b}2J'],
  ])('%j becomes %j', (cell, shown) => {
    expect(csvText(['h'], [[cell]])).toBe(`\ufeffh\r\n${shown}\r\n`);
  });

  test('a number stays a number, and nothing is empty', () => {
    expect(csvText(['a', 'b'], [[-1, null]])).toBe('\ufeffa,b\r\n-1,\r\n');
  });
});

describe('a line of JSON', () => {
  test.each([ESCAPE, C1, '\u202egnp.exe', '\u2028', '\ufeffx', 'ad\u200bmin', '髙橋'])('%j is safe to print and parses to the same', (text) => {
    const line = jsonLine({ text });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
    expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/);
    expect(JSON.parse(line)).toEqual({ text });
  });
});

describe('HTML', () => {
  test.each([
    ['<script>alert(1)</script>', '&#60;script&#62;alert(1)&#60;/script&#62;'],
    ['"onmouseover="x', '&#34;onmouseover=&#34;x'],
    ["' & `", '&#39; &#38; `'],
    [ESCAPE, '\\u{1b}]0;owned\\u{7}'],
    ['\u202egnp.exe', '\\u{202e}gnp.exe'],
    ['ad\u200bmin', 'ad\\u{200b}min'],
    ['ad\u00admin\u2060\ufeff', 'ad\\u{ad}min\\u{2060}\\u{feff}'],
    ['髙橋 𠮷', '髙橋 𠮷'],
  ])('the text %j becomes %j', (text, shown) => {
    expect(html`<p title="${text}">${[text, html`<b>${text}</b>`]}</p>`.markup).toBe(`<p title="${shown}">${shown}<b>${shown}</b></p>`);
  });

  test('a page may run nothing and ask nothing of a network', () => {
    const text = page({ language: 'ja', title: '</title><script>', style: '', body: '<img src=x>' });
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|<img|https?:/);
  });
});

describe('XML', () => {
  test.each([
    ['<script>&"\'', '&#60;script&#62;&#38;&#34;&#39;'],
    [ESCAPE, '\ufffd]0;owned\ufffd'],
    [C1, '&#155;2J'],
    ['\ud800', '\ufffd'],
    ['a\r\n\tb', 'a&#13;\n\tb'],
    ['𠮷', '𠮷'],
  ])('the text %j becomes %j', (text, shown) => {
    expect(recordXml({ name: 'Data', attributes: [{ name: 'Name', text }], children: [text] })).toBe(`<Data Name="${shown}">${shown}</Data>`);
  });

  test('a name cannot break out of its element', () => {
    expect(recordXml({ name: 'a b="c"/><x', attributes: [], children: [] })).toBe('<a_b__c____x/>');
  });
});

test('a field called __proto__ is a field of the record', () => {
  const data = JSON.parse('{"__proto__":"x"}') as Record<string, string>;
  const record = {
    recordId: 1,
    timeCreated: 't',
    computer: 'c',
    eventId: 2,
    version: 0,
    channel: 'Security',
    provider: 'p',
    keywords: '0x0',
    section: 'EventData',
    data,
  };
  const tree = { name: 'Event', attributes: [], children: [] };
  expect(recordLine('f', { record, tree, header: {} }, 'ndjson', [])).toContain('"data":{"__proto__":"x"}');
  expect(recordLine('f', { record, tree, header: {} }, 'csv', ['__proto__', 'toString'])).toBe('f,1,t,c,2,0,Security,p,x,\r\n');
});

test('what is shown on a terminal is escaped', () => {
  expect(escapeTerminal(`${ESCAPE}\u202e${C1}`)).toBe('\\u{1b}]0;owned\\u{7}\\u{202e}\\u{9b}2J');
});

describe('an answer', () => {
  const at = new Date('2026-11-09T00:00:00.123Z');
  const answer = { columns: ['name', 'n', 'at', 'ok'], rows: [{ name: ESCAPE, n: 1, at, ok: true }] };
  const options = { timezone: 'Asia/Tokyo', width: 80, nothing: '(no rows)' };

  test('as a table', () => {
    expect(answerText(answer, { ...options, format: 'table' })).toBe(
      [
        '+---------------------+---+-------------------------------+------+',
        '| name                | n | at                            | ok   |',
        '+---------------------+---+-------------------------------+------+',
        '| \\u{1b}]0;owned\\u{7} | 1 | 2026-11-09T09:00:00.123+09:00 | true |',
        '+---------------------+---+-------------------------------+------+',
        '',
      ].join('\n'),
    );
  });

  test('as CSV and NDJSON', () => {
    expect(answerText(answer, { ...options, format: 'csv' })).toBe(
      '\ufeffname,n,at,ok\r\n\\u{1b}]0;owned\\u{7},1,2026-11-09T09:00:00.123+09:00,true\r\n',
    );
    expect(JSON.parse(answerText(answer, { ...options, format: 'ndjson' }))).toEqual({
      name: ESCAPE,
      n: 1,
      at: '2026-11-09T09:00:00.123+09:00',
      ok: true,
    });
  });

  test('without a row says so', () => {
    expect(answerText({ columns: ['a'], rows: [] }, { ...options, format: 'table' })).toBe('(no rows)\n');
  });
});
