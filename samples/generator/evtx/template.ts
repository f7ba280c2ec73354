import { createHash } from 'node:crypto';
import type { Element, Slot } from './binxml.ts';
import type { ValueKind } from './value.ts';

/** A shape of XML that a chunk holds once and its records fill with values. */
export interface Template {
  /** 16 bytes as on disk; the first four are also the id in every instance. */
  readonly guid: Buffer;
  readonly root: Element;
}

/** Slots of the System element, the same in every Windows log. */
export const SLOT = {
  level: 0,
  opcode: 1,
  task: 2,
  eventId: 3,
  qualifiers: 4,
  keywords: 5,
  timeCreated: 6,
  activityId: 7,
  processId: 8,
  threadId: 9,
  recordId: 10,
  version: 11,
  userId: 12,
  relatedActivityId: 13,
} as const;

const EVENT_NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';

/** What tells the two providers of a Security log apart: where their name, channel and payload stand. */
export interface Envelope {
  readonly template: (computer: string) => Template;
  /** Values of the slots after relatedActivityId, up to the payload. */
  readonly constants: readonly (readonly [kind: ValueKind, value: string] | null)[];
}

/** Microsoft-Windows-Security-Auditing: provider and channel are values, the payload brings its own EventData element. */
export const SECURITY_AUDITING: Envelope = {
  template: (computer) =>
    template({
      name: 'Event',
      attributes: [['xmlns', EVENT_NAMESPACE]],
      dependency: 17,
      children: [system([optional(14, 'text'), optional(15, 'guid')], optional(16, 'text'), 16, computer), optional(17, 'binxml')],
    }),
  constants: [
    ['text', 'Microsoft-Windows-Security-Auditing'],
    ['guid', '{54849625-5478-4994-A5BA-3E3B0328C30D}'],
    ['text', 'Security'],
  ],
};

/** Microsoft-Windows-Eventlog: provider and channel are part of the template, the payload goes inside UserData. */
export const EVENTLOG: Envelope = {
  template: (computer) =>
    template({
      name: 'Event',
      attributes: [['xmlns', EVENT_NAMESPACE]],
      children: [
        system(['Microsoft-Windows-Eventlog', '{fc65ddd8-d6ef-4962-83d5-6e5cfe9ce148}'], 'Security', null, computer),
        { name: 'UserData', attributes: [], dependency: 19, children: [optional(19, 'binxml')] },
      ],
    }),
  constants: [null, null, null, null, null],
};

/** `<EventData><Data Name="…">` with one slot for each field. */
export function eventDataTemplate(fields: readonly (readonly [name: string, kind: ValueKind])[]): Template {
  return template({
    name: 'EventData',
    attributes: [],
    children: fields.map(([name, kind], slot) => ({ name: 'Data', attributes: [['Name', name]], children: [{ slot, kind, optional: false }] })),
  });
}

/** An element of the provider's own with one child for each field, as UserData holds it. */
export function userDataTemplate(name: string, namespace: string, fields: readonly (readonly [name: string, kind: ValueKind])[]): Template {
  return template({
    name,
    attributes: [['xmlns', namespace]],
    children: fields.map(([field, kind], slot) => ({ name: field, attributes: [], children: [{ slot, kind, optional: false }] })),
  });
}

function system(provider: readonly [Slot | string, Slot | string], channel: Slot | string, channelSlot: number | null, computer: string): Element {
  const value = (name: string, slot: number, kind: ValueKind): Element => ({
    name,
    attributes: [],
    children: [optional(slot, kind)],
    dependency: slot,
  });
  return {
    name: 'System',
    attributes: [],
    children: [
      {
        name: 'Provider',
        attributes: [
          ['Name', provider[0]],
          ['Guid', provider[1]],
        ],
        children: [],
      },
      { ...value('EventID', SLOT.eventId, 'uint16'), attributes: [['Qualifiers', optional(SLOT.qualifiers, 'uint16')]] },
      value('Version', SLOT.version, 'uint8'),
      value('Level', SLOT.level, 'uint8'),
      value('Task', SLOT.task, 'uint16'),
      value('Opcode', SLOT.opcode, 'uint8'),
      value('Keywords', SLOT.keywords, 'hex64'),
      { name: 'TimeCreated', attributes: [['SystemTime', optional(SLOT.timeCreated, 'filetime')]], children: [] },
      value('EventRecordID', SLOT.recordId, 'uint64'),
      {
        name: 'Correlation',
        attributes: [
          ['ActivityID', optional(SLOT.activityId, 'guid')],
          ['RelatedActivityID', optional(SLOT.relatedActivityId, 'guid')],
        ],
        children: [],
      },
      {
        name: 'Execution',
        attributes: [
          ['ProcessID', optional(SLOT.processId, 'uint32')],
          ['ThreadID', optional(SLOT.threadId, 'uint32')],
        ],
        children: [],
      },
      { name: 'Channel', attributes: [], children: [channel], ...(channelSlot === null ? {} : { dependency: channelSlot }) },
      { name: 'Computer', attributes: [], children: [computer] },
      { name: 'Security', attributes: [['UserID', optional(SLOT.userId, 'sid')]], children: [] },
    ],
  };
}

function optional(slot: number, kind: ValueKind): Slot {
  return { slot, kind, optional: true };
}

/** The same shape always has the same GUID, as Windows derives it from the provider's manifest. */
function template(root: Element): Template {
  return { guid: createHash('sha256').update(JSON.stringify(root)).digest().subarray(0, 16), root };
}
