import { MessageParser, SearchEntry } from 'ldapts';
import { describe, expect, test } from 'vitest';
import { Interrupted } from '../../src/directory/ldap-connection.ts';
import { MessageFrames } from '../../src/directory/message-frames.ts';
import { entryBytes, resultBytes } from './windows-double/messages.ts';

const SMALL = entryBytes(1, 'CN=a', [['member', [Buffer.from('x'), Buffer.alloc(0), Buffer.alloc(300, 1)]]]);
const LARGE = entryBytes(1, 'CN=大', [['jpegPhoto', [Buffer.alloc(200_000, 7)]]]);
const DONE = resultBytes(1, 0x65, 0, '', Buffer.from('cookie'));
const ALL = Buffer.concat([SMALL, LARGE, SMALL, DONE]);

describe('messages', () => {
  test.each([1, 2, 3, 7, 1_000, 16_384, 1_000_000])('come whole, in pieces of %i bytes', (size) => {
    const frames = new MessageFrames();
    const messages: Buffer[] = [];
    for (let at = 0; at < ALL.length; at += size) messages.push(...frames.messagesWith(ALL.subarray(at, at + size)));
    expect(messages.map((message) => message.length)).toEqual([SMALL, LARGE, SMALL, DONE].map((message) => message.length));
    expect(Buffer.concat(messages).equals(ALL)).toBe(true);
  });

  test.each([
    ['another protocol', Buffer.from('HTTP/1.1 400 Bad Request')],
    ['a length of 2 GB', Buffer.from([0x30, 0x84, 0x7f, 0xff, 0xff, 0xff, 0x02])],
    ['a length below zero', Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xfa, 0x02])],
    ['a length without end', Buffer.from([0x30, 0x80, 0x02, 0x01, 0x01, 0x00, 0x00])],
    ['a length of 5 bytes', Buffer.from([0x30, 0x85, 0, 0, 0, 0, 1, 0])],
    ['a part longer than the message', Buffer.from([0x30, 0x03, 0x04, 0x05, 0x41])],
    [
      'nesting without end',
      Buffer.concat(Array.from({ length: 100 }, (_, index) => Buffer.from([0x30, 0x84, 0, 0, 0, (99 - index) * 6 > 255 ? 255 : (99 - index) * 6]))),
    ],
  ])('%s is no message', (_, bytes) => {
    expect(() => new MessageFrames().messagesWith(bytes)).toThrow(Interrupted);
  });

  test('with flipped bytes are refused, or read by ldapts in bounded time', () => {
    let seed = 20_261_109;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
      return seed % below;
    };
    const outcomes = { refused: 0, unreadable: 0, read: 0 };
    for (let round = 0; round < 5_000; round++) {
      const bytes = Buffer.concat([SMALL, DONE]);
      for (let flips = random(4); flips >= 0; flips--) bytes[random(bytes.length)] = random(256);
      const parser = new MessageParser();
      let errors = 0;
      parser.on('error', () => {
        errors += 1;
      });
      parser.on('message', (message) => message instanceof SearchEntry && message.attributes.length);
      try {
        for (const message of new MessageFrames().messagesWith(bytes)) parser.read(message, new Map());
        if (errors > 0) outcomes.unreadable += 1;
        else outcomes.read += 1;
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
        outcomes.refused += 1;
      }
    }
    for (const count of Object.values(outcomes)) expect(count).toBeGreaterThan(100);
  });
});
