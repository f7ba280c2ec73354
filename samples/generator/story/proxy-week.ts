import { Random } from '../random.ts';
import { DAYS, HOUR, MINUTE, on, SECOND, WEEK_BEGINS, WEEK_ENDS, WORKING_DAYS } from './clock.ts';
import type { Leases } from './leases.ts';
import { ADMINS, OFFICE_WORKERS } from './people.ts';
import { ADM01, ADM02, ADM03, DOMAIN, homePc, type Machine } from './town.ts';
import { CHECK, type Truth } from './truth.ts';

interface Request {
  /** Unix milliseconds. */
  readonly at: number;
  readonly line: string;
}

const PAGES = ['www.example.jp', 'news.example.net', 'chizu.example.jp', 'www.pref.example.jp', 'weather.example.com', 'law.example.jp'];
const OF_WINDOWS = [
  'ctldl.windowsupdate.com',
  'fe3cr.delivery.mp.microsoft.com',
  'settings-win.data.microsoft.com',
  'v10.events.data.microsoft.com',
  'ocsp.digicert.com',
];

/** The town's proxy log in Squid's own format: people read pages by day, machines update themselves at all hours, and one admin terminal is used for the Web. */
export function proxyWeek(seed: number, leases: Leases, truth: Truth): string {
  const random = new Random(seed);
  const requests: Request[] = [];
  const ask = (at: number, machine: Machine, host: string, user: string | null): void => {
    const bytes = random.between(400, 90_000);
    const [result, target, way] = random.chance(0.9)
      ? ['TCP_TUNNEL/200', `CONNECT ${host}:443`, `HIER_DIRECT/192.0.2.${random.between(1, 250)} -`]
      : ['TCP_MISS/200', `GET http://${host}/`, `HIER_DIRECT/192.0.2.${random.between(1, 250)} text/html`];
    const account = user === null ? '-' : `${DOMAIN.name}%5c${user}`;
    const duration = String(random.between(5, 9000)).padStart(6);
    requests.push({
      at,
      line: `${(at / 1000).toFixed(3)} ${duration} ${leases.addressOf(machine, at)} ${result} ${bytes} ${target} ${account} ${way}`,
    });
  };

  for (const day of WORKING_DAYS) {
    for (const who of OFFICE_WORKERS) {
      for (let page = random.between(2, 6); page > 0; page--) {
        ask(on(day, '09:00') + random.between(0, 8 * 3600) * SECOND, homePc(who), PAGES[random.between(0, PAGES.length - 1)] ?? '', who.name);
      }
    }
  }
  for (const machine of [ADM01, ADM02, ADM03]) {
    for (let at = WEEK_BEGINS + 7 * MINUTE; at < WEEK_ENDS; at += random.between(170, 230) * MINUTE) {
      ask(at, machine, OF_WINDOWS[random.between(0, OF_WINDOWS.length - 1)] ?? '', null);
    }
  }
  for (const day of DAYS) ask(on(day, '23:30'), ADM03, 'www.msftconnecttest.com', null);
  requests.push(...usedForTheWeb(leases, truth));
  return requests
    .filter(({ at }) => at < WEEK_ENDS + HOUR)
    .sort((one, other) => one.at - other.at || (one.line < other.line ? -1 : 1))
    .map(({ line }) => `${line}\n`)
    .join('');
}

/** On Tuesday adm-suzuki looks something up at ADM-02, and reads on. */
function usedForTheWeb(leases: Leases, truth: Truth): readonly Request[] {
  const begins = on('Tue', '15:10');
  const moments = Array.from({ length: 9 }, (_, i) => begins + i * 40 * SECOND);
  const time = (at: number | undefined) => new Date(at ?? 0).toISOString();
  truth.used('web-from-admin-terminal', 'adm-suzuki reads pages at the admin terminal ADM-02, through the proxy.', {
    check: CHECK.mailWeb,
    level: 'review',
    account: ADMINS.suzuki.name,
    terminal: ADM02.name,
    address: null,
    succeeded: null,
    firstAt: time(moments[0]),
    lastAt: time(moments.at(-1)),
    records: moments.length,
  });
  return moments.map((at, i) => ({
    at,
    line: `${(at / 1000).toFixed(3)}    120 ${leases.addressOf(ADM02, at)} TCP_TUNNEL/200 ${5000 + i} CONNECT ${i % 3 === 0 ? 'search.example.com' : 'howto.example.org'}:443 ${DOMAIN.name}%5c${ADMINS.suzuki.name} HIER_DIRECT/192.0.2.80 -`,
  }));
}
