import { DAYS, type Day, HOUR, MINUTE, on, SECOND, WORKING_DAYS } from '../../story/clock.ts';
import { DESK_PCS, DUTY_PCS, nth } from '../town/machines.ts';
import { DESK_WORKERS } from '../town/people.ts';
import { desk } from '../world.ts';
import type { Flow, Traffic } from './traffic.ts';

const PAGES = [
  'www.example.jp',
  'news.example.net',
  'chizu.example.jp',
  'www.pref.example.jp',
  'weather.example.com',
  'law.example.jp',
  'search.example.com',
];
const OF_WINDOWS = ['ctldl.windowsupdate.com', 'fe3cr.delivery.mp.microsoft.com', 'settings-win.data.microsoft.com', 'v10.events.data.microsoft.com'];

/** Desks whose PCs do it: `count` from this on. */
const desks = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, i) => from + i);

/** Calls through the hours of a working day at desks where somebody is, at a regular interval with a little of chance. */
function polled(
  traffic: Traffic,
  numbers: readonly number[],
  host: string,
  seconds: number,
  jitter: number,
  days: readonly Day[] = WORKING_DAYS,
): void {
  for (const day of days) {
    for (const number of numbers) {
      if (!traffic.world.present.has(`${day} ${number}`)) continue;
      const until = on(day, '17:10');
      for (
        let at = on(day, '08:52') + traffic.random.between(0, seconds) * SECOND;
        at < until;
        at += (seconds + traffic.random.between(-jitter, jitter)) * SECOND
      ) {
        traffic.ask(at, desk(number).machine, { host });
      }
    }
  }
}

/** People read pages by day, and Windows looks after itself. */
export function ordinaryTraffic(traffic: Traffic): void {
  const { random, world } = traffic;
  for (const day of WORKING_DAYS) {
    for (let number = 1; number <= DESK_WORKERS.length; number++) {
      if (!world.present.has(`${day} ${number}`)) continue;
      const { machine } = desk(number);
      for (let page = random.between(8, 30); page > 0; page--) {
        const at = on(day, '08:50') + random.between(0, 8 * 3600) * SECOND;
        traffic.ask(at, machine, {
          host: random.chance(0.9) ? (PAGES[random.between(0, PAGES.length - 1)] ?? '') : `www.shop-${random.between(1, 400)}.example`,
        });
      }
      for (let at = on(day, '08:45') + random.between(0, 3600) * SECOND; at < on(day, '17:00'); at += random.between(60, 150) * MINUTE) {
        traffic.ask(at, machine, { host: OF_WINDOWS[random.between(0, OF_WINDOWS.length - 1)] ?? '' });
      }
    }
  }
}

/** Honest traffic that is regular, large or of the night. */
export const OUTBOUND_LOOK_ALIKES: readonly Flow[] = [
  {
    id: 'updates-of-an-office-program',
    title: 'An office program at sixty PCs asks its maker for news every half hour.',
    destination: 'office-maker.example',
    play: (traffic) => polled(traffic, desks(100, 60), 'update.office-maker.example', 1800, 20),
  },
  {
    id: 'updates-of-a-rare-program',
    title: 'A drawing program, at two PCs alone, asks its maker for news every twenty minutes.',
    destination: 'cad-maker.example',
    play: (traffic) => polled(traffic, [170, 171], 'license.cad-maker.example', 1200, 15),
  },
  {
    id: 'groupware-in-the-web',
    title: 'A hundred PCs ask the groupware in the Web for news every ten minutes.',
    destination: 'groupware.example',
    play: (traffic) => polled(traffic, desks(61, 100), 'app.groupware.example', 600, 5),
  },
  {
    id: 'files-in-the-web',
    title: 'Sixty PCs copy their files to a storage in the Web, up to eighty megabytes a day each.',
    destination: 'cloud-files.example',
    play: (traffic) => {
      for (const day of WORKING_DAYS) {
        for (const number of desks(180, 60)) {
          for (let i = 0; i < 6; i++) {
            const at = on(day, '09:00') + traffic.random.between(0, 8 * 3600) * SECOND;
            traffic.ask(at, desk(number).machine, { host: 'midori-my.cloud-files.example', sent: traffic.random.between(100_000, 13_000_000) });
          }
        }
      }
    },
  },
  {
    id: 'clocks',
    title: 'Five PCs ask a clock in the Web every seventeen minutes, the four that never sleep at night too.',
    destination: 'clock.example',
    play: (traffic) => {
      polled(traffic, [172], 'ntp.clock.example', 1024, 3);
      for (const machine of DUTY_PCS)
        for (let at = on('Mon', '00:05'); at < on('Sun', '23:50'); at += 1024 * SECOND) traffic.ask(at, machine, { host: 'ntp.clock.example' });
    },
  },
  {
    id: 'news-left-open',
    title: 'At twelve PCs, left on for the night, a page of news that everybody reads renews itself every two minutes.',
    destination: 'example.net',
    play: (traffic) => {
      for (const number of desks(200, 12)) {
        for (let at = on('Tue', '17:40'); at < on('Wed', '08:20'); at += 2 * MINUTE)
          traffic.ask(at, nth(DESK_PCS, number), { host: 'news.example.net' });
      }
    },
  },
  {
    id: 'night-desk-reads',
    title: 'The night desk reads pages of its own all night, somebody logged on.',
    destination: 'angling.example',
    play: (traffic) => {
      for (const day of DAYS) {
        for (let i = 0; i < 25; i++)
          traffic.ask(on(day, '00:10') + traffic.random.between(0, 6 * 3600) * SECOND, nth(DUTY_PCS, 2), { host: 'www.angling.example' });
      }
    },
  },
  {
    id: 'video',
    title: 'Two persons watch a course in the Web for three hours: a piece of it every six seconds.',
    destination: 'lectures.example',
    play: (traffic) => {
      for (const number of [173, 174]) {
        for (let at = on('Thu', '13:05'); at < on('Thu', '13:05') + 3 * HOUR; at += 6 * SECOND) {
          traffic.ask(at, desk(number).machine, { host: 'v7.lectures.example', received: traffic.random.between(400_000, 2_000_000) });
        }
      }
    },
  },
  {
    id: 'meeting-in-the-web',
    title: 'Twenty PCs are in meetings by video, and send some hundred megabytes each.',
    destination: 'meetings.example',
    play: (traffic) => {
      for (const number of desks(220, 20)) {
        for (let i = 0; i < 40; i++)
          traffic.ask(on('Wed', '10:00') + 90 * i * SECOND, desk(number).machine, { host: 'media.meetings.example', sent: 6_000_000 });
      }
    },
  },
];
