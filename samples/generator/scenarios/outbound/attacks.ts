import { HOUR, MINUTE, on, SECOND } from '../../story/clock.ts';
import type { Machine } from '../../story/town.ts';
import { DUTY_PCS, nth } from '../town/machines.ts';
import { desk } from '../world.ts';
import type { Flow, Traffic } from './traffic.ts';

/** Calls from one moment to another, so far apart as `gap` says each time. */
function calls(traffic: Traffic, machine: Machine, host: string, from: number, until: number, gap: () => number, sent?: number): void {
  for (let at = from; at < until; at += gap()) traffic.ask(at, machine, sent === undefined ? { host, received: 420 } : { host, sent, received: 300 });
}

/** What a remote control and a theft of data look like at the proxy. Nobody had these in the innocent week. */
export const OUTBOUND_ATTACKS: readonly Flow[] = [
  {
    id: 'beacon',
    title: "A program at a user's PC asks its master every minute, for two days and the night between.",
    destination: 'assets-sync.example',
    play: (traffic) => calls(traffic, desk(31).machine, 'static.assets-sync.example', on('Tue', '10:00'), on('Wed', '17:00'), () => MINUTE),
  },
  {
    id: 'beacon-with-jitter',
    title: 'The same every five minutes, a fifth more or less.',
    destination: 'docs-mirror.example',
    play: (traffic) =>
      calls(
        traffic,
        desk(32).machine,
        'docs-mirror.example',
        on('Mon', '11:00'),
        on('Thu', '16:00'),
        () => (240 + traffic.random.between(0, 120)) * SECOND,
      ),
  },
  {
    id: 'beacon-with-much-jitter',
    title: 'The same with pauses between a half and the whole of five minutes.',
    destination: 'fonts-edge.example',
    play: (traffic) =>
      calls(
        traffic,
        desk(33).machine,
        'fonts-edge.example',
        on('Mon', '11:00'),
        on('Thu', '16:00'),
        () => (150 + traffic.random.between(0, 150)) * SECOND,
      ),
  },
  {
    id: 'beacon-slow',
    title: 'The same once an hour, day and night.',
    destination: 'time-service.example',
    play: (traffic) =>
      calls(
        traffic,
        nth(DUTY_PCS, 1),
        'time-service.example',
        on('Mon', '03:00'),
        on('Sun', '20:00'),
        () => HOUR + traffic.random.between(0, 200) * SECOND,
      ),
  },
  {
    id: 'beacon-of-four',
    title: 'The program has spread to four PCs, which ask every three minutes, through two nights.',
    destination: 'metrics-hub.example',
    play: (traffic) => {
      for (const number of [34, 35, 36, 37]) {
        const from = on('Wed', '09:30') + number * MINUTE;
        calls(traffic, desk(number).machine, 'metrics-hub.example', from, on('Fri', '15:00'), () => (170 + traffic.random.between(0, 20)) * SECOND);
      }
    },
  },
  {
    id: 'upload-at-night',
    title: 'Four hundred megabytes go to a storage in the Web within an hour of the night.',
    destination: 'dropzone.example',
    play: (traffic) => calls(traffic, desk(38).machine, 'up.dropzone.example', on('Thu', '01:10'), on('Thu', '02:00'), () => 75 * SECOND, 10_000_000),
  },
  {
    id: 'upload-little-by-little',
    title: 'Every working day twenty megabytes go to one host.',
    destination: 'notes-backup.example',
    known: 'Less than upload_megabytes a day to a rare host is what people do, too.',
    play: (traffic) => {
      for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const) {
        calls(traffic, desk(39).machine, 'notes-backup.example', on(day, '16:20'), on(day, '16:30'), () => 5 * MINUTE, 10_000_000);
      }
    },
  },
  {
    id: 'known-bad-host',
    title: 'A PC asks three times for a host below a domain that an indicator names.',
    destination: 'bad-actor.example',
    play: (traffic) => calls(traffic, desk(40).machine, 'x1.bad-actor.example', on('Fri', '13:40'), on('Fri', '13:46'), () => 3 * MINUTE),
  },
  {
    id: 'night-at-a-bare-address',
    title: 'At night, with nobody there, a PC asks an address without a name at uneven moments.',
    destination: '203.0.113.77',
    play: (traffic) =>
      calls(
        traffic,
        desk(41).machine,
        '203.0.113.77',
        on('Wed', '00:20'),
        on('Wed', '05:00'),
        () => (200 + traffic.random.between(0, 2400)) * SECOND,
      ),
  },
  {
    id: 'night-at-a-name',
    title: 'The same of a host with a name, in one night.',
    destination: 'quiet-hours.example',
    known: 'A page left open does the same: a note (unattended), and to review where weeks before show that the host is new.',
    play: (traffic) =>
      calls(
        traffic,
        desk(42).machine,
        'quiet-hours.example',
        on('Fri', '00:20'),
        on('Fri', '05:00'),
        () => (200 + traffic.random.between(0, 2400)) * SECOND,
      ),
  },
];
