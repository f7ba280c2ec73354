import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { LoggedEvent } from '../../samples/generator/evtx/event.ts';
import type { Value, ValueKind } from '../../samples/generator/evtx/value.ts';
import { tellWeek } from '../../samples/generator/week.ts';
import { fileTimeText } from '../../src/evtx/file-time.ts';

/** libevtx's own reader: Debian's libevtx-utils, which .ci/run installs. */
const installed = spawnSync('evtxexport', ['-V']).status === 0;
if (!installed) {
  if (process.env.CI) throw new Error('evtxexport is missing: install libevtx-utils');
  console.warn('SKIPPED: no evtxexport here (Debian: libevtx-utils), so the samples were not read by an independent reader');
}

interface Exported {
  readonly recordId: string;
  readonly time: string;
  readonly eventId: string;
  readonly computer: string;
  readonly data: readonly (readonly [name: string, text: string])[];
}

test.skipIf(!installed).each(tellWeek().logs.map((log) => [log.path, log] as const))(
  '%s: an independent reader sees the same records and fields',
  (path, log) => {
    const { stdout, status } = spawnSync('evtxexport', ['-f', 'xml', `samples/week/${path}`], { encoding: 'utf8', maxBuffer: 1 << 28 });
    expect(status).toBe(0);
    expect(exportedFrom(stdout)).toEqual(log.events.map((event) => meant(event, log.computer)));
  },
);

function meant(event: LoggedEvent, computer: string): Exported {
  return {
    recordId: String(event.recordId),
    time: fileTimeText(event.at),
    eventId: String(event.kind.id),
    computer,
    data: event.kind.fields.map(([name, kind], n) => [name, textOf(kind, event.values[n] ?? '')]),
  };
}

/** Numbers as the manifest has them shown; the rest is text already. */
function textOf(kind: ValueKind, value: Value): string {
  if (kind === 'hex32' || kind === 'hex64' || kind === 'pointer') return `0x${BigInt(value).toString(16)}`;
  return String(value);
}

function exportedFrom(output: string): readonly Exported[] {
  return output
    .split('<Event ')
    .slice(1)
    .map((text) => {
      const [, payload = ''] = text.split('</System>');
      return {
        recordId: inElement(text, 'EventRecordID'),
        // Written with nanoseconds, of which the format has hundreds.
        time: (/SystemTime="([^"]+)"/.exec(text)?.[1] ?? '').replace(/00Z$/, 'Z'),
        eventId: inElement(text, 'EventID'),
        computer: inElement(text, 'Computer'),
        data: dataIn(payload),
      };
    });
}

/** `<Data Name="…">…</Data>`, or in UserData an element for each field. */
function dataIn(payload: string): readonly (readonly [string, string])[] {
  const fields = payload.includes('<EventData') ? /<Data Name="([^"]*)"(?:\/>|>([^<]*)<\/Data>)/g : /<(Subject\w+)(?:\/>|>([^<]*)<\/)/g;
  return [...payload.matchAll(fields)].map(([, name = '', text = '']) => [name, canonical(unescaped(text))]);
}

function inElement(text: string, name: string): string {
  return new RegExp(`<${name}(?: [^>]*)?>([^<]*)<`).exec(text)?.[1] ?? '';
}

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '');
}

/** libevtx pads hexadecimal numbers to their width and writes GUIDs in lower case. */
function canonical(text: string): string {
  if (/^0x[0-9a-fA-F]{8,16}$/.test(text)) return `0x${BigInt(text).toString(16)}`;
  return /^\{[0-9a-f-]{36}\}$/i.test(text) ? text.toUpperCase() : text;
}
