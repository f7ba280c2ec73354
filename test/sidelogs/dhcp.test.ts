import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/settings/user-error.ts';
import { dhcpLeases } from '../../src/sidelogs/dhcp-leases.ts';

const folder = mkdtempSync(join(tmpdir(), 'adlogon-dhcp-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As Windows Server 2016 to 2025 in English begins a file (shortened). */
const PREAMBLE = `\t\tMicrosoft DHCP Service Activity Log\r\n\r\n\r\nEvent ID  Meaning\r\n00\tThe log was started.\r\n10\tA new IP address was leased to a client.
14\tA lease request could not be satisfied because the scope's address pool was exhausted.\r
50+\tCodes above 50 are used for Rogue Server Detection information.\r\n\r
QResult: 0: NoQuarantine, 1:Quarantine, 2:Drop Packet, 3:Probation,6:No Quarantine Information ProbationTime:Year-Month-Day Hour:Minute:Second:MilliSecond.\r\n\r
ID,Date,Time,Description,IP Address,Host Name,MAC Address,User Name, TransactionID, QResult,Probationtime, CorrelationID,Dhcid,VendorClass(Hex),VendorClass(ASCII),UserClass(Hex),UserClass(ASCII),RelayAgentInformation,DnsRegError.\r\n`;
const REST = ',,1803421,0,,,,0x4D53465420352E30,MSFT 5.0,,,,0';

interface Case {
  readonly lines?: readonly string[];
  readonly content?: string | Uint8Array;
  readonly timezone?: string;
}

let made = 0;

function fileOf({ lines = [], content }: Case): string {
  const path = join(folder, `DhcpSrvLog-${++made}.log`);
  writeFileSync(path, content ?? PREAMBLE + lines.map((line) => `${line}\r\n`).join(''));
  return path;
}

function leasesOf(paths: readonly string[], timezone = 'Asia/Tokyo') {
  const known = [
    {
      network: 'office',
      terminal: 'SOMU-KYOYO-NOTE',
      dns_name: 'somu-kyoyo-notepc-01.midori.example.jp',
      role: null,
      admin_terminal: null,
      segment: null,
      department: null,
      known_by: 'directory',
    },
  ];
  const { addresses, warnings } = dhcpLeases(
    paths.map((path) => ({ path, name: path, timezone, network: 'office' })),
    known,
  );
  const time = (at: Date | null) => at?.toISOString().slice(5, 19) ?? null;
  return {
    warnings: warnings.map(({ code, details: { file: _, ...details } }) => [code, details]),
    leases: addresses.map((row) => [row.terminal_address, row.terminal, time(row.held_from), time(row.held_until), time(row.last_seen_at)]),
  };
}

/** Leases of one file with these lines after the preamble. */
function leasesIn(...lines: readonly string[]) {
  return leasesOf([fileOf({ lines: lines.map((line) => line + REST) })]);
}

describe('a lease', () => {
  test('goes from its first to its last word about the device, in UTC by the time zone of the run', () => {
    expect(
      leasesIn(
        '10,11/09/26,08:00:00,Assign,10.1.2.3,PC01.midori.example.jp,00155D010A01',
        '11,11/09/26,12:00:00,Renew,10.1.2.3,PC01.midori.example.jp,00155D010A01',
        '12,11/09/26,17:00:00,Release,10.1.2.3,PC01.midori.example.jp,00155D010A01',
      ),
    ).toEqual({ warnings: [], leases: [['10.1.2.3', 'PC01', '11-08T23:00:00', '11-09T08:00:00', '11-09T03:00:00']] });
  });

  test('that nothing ends has no end: how long it lasts is the models’ to say', () => {
    expect(leasesIn('11,11/09/26,08:00:00,Renew,10.1.2.3,PC01,00155D010A01').leases).toEqual([
      ['10.1.2.3', 'PC01', '11-08T23:00:00', null, '11-08T23:00:00'],
    ]);
  });

  test.each([
    ['12', 'Release'],
    ['16', 'Deleted'],
    ['17', 'DNS record not deleted'],
    ['18', 'Expired'],
  ])('is ended by %s (%s)', (id, description) => {
    const { leases } = leasesIn('10,11/09/26,08:00:00,Assign,10.1.2.3,PC01,00155D010A01', `${id},11/09/26,09:00:00,${description},10.1.2.3,,`);
    expect(leases).toEqual([['10.1.2.3', 'PC01', '11-08T23:00:00', '11-09T00:00:00', '11-08T23:00:00']]);
  });

  test.each([
    '00,11/09/26,09:00:00,Started,,,',
    '32,11/09/26,09:00:00,DNS Update Successful,10.1.2.3,PC02.midori.example.jp,',
    '15,11/09/26,09:00:00,NACK,10.1.2.3,PC02,AA',
    '13,11/09/26,09:00:00,Conflict,10.1.2.3,BAD_ADDRESS,',
    '55,11/09/26,09:00:00,Authorized(servicing),,midori.example.jp,',
    '24,11/09/26,09:00:00,Database Cleanup Begin,,,',
  ])('is not changed by %s', (line) => {
    expect(leasesIn('10,11/09/26,08:00:00,Assign,10.1.2.3,PC01,00155D010A01', line)).toEqual({
      warnings: [],
      leases: [['10.1.2.3', 'PC01', '11-08T23:00:00', null, '11-08T23:00:00']],
    });
  });

  test('ends where another device gets the address, also one without a name, and where a device takes another name', () => {
    expect(
      leasesIn(
        '10,11/09/26,08:00:00,Assign,10.1.2.3,PC01,00155D010A01',
        '10,11/09/26,09:00:00,Assign,10.1.2.3,PC02,00155D010A02',
        '10,11/09/26,10:00:00,Assign,10.1.2.3,,00155D010A03',
        '10,11/09/26,11:00:00,Assign,10.1.2.3,PC04,00155D010A04',
        '11,11/09/26,12:00:00,Renew,10.1.2.3,PC05,00155D010A04',
        '11,11/09/26,13:00:00,Renew,10.1.2.3,,00155D010A04',
      ).leases,
    ).toEqual([
      ['10.1.2.3', 'PC01', '11-08T23:00:00', '11-09T00:00:00', '11-08T23:00:00'],
      ['10.1.2.3', 'PC02', '11-09T00:00:00', '11-09T01:00:00', '11-09T00:00:00'],
      ['10.1.2.3', 'PC04', '11-09T02:00:00', '11-09T03:00:00', '11-09T02:00:00'],
      ['10.1.2.3', 'PC05', '11-09T03:00:00', null, '11-09T04:00:00'],
    ]);
  });

  test('has the name an event would carry: the directory’s for a long one, fifteen characters otherwise', () => {
    const { leases } = leasesIn(
      '10,11/09/26,08:00:00,Assign,10.1.2.3,SOMU-kyoyo-notepc-01.MIDORI.example.jp.,00155D010A01',
      '10,11/09/26,08:00:00,Assign,10.1.2.4,android-7f3c9e1d2b4a,00155D010A02',
    );
    expect(leases.map(([, terminal]) => terminal)).toEqual(['SOMU-KYOYO-NOTE', 'ANDROID-7F3C9E1']);
  });
});

describe('files', () => {
  test('of a Japanese server in CP932 are read as any other', () => {
    expect(leasesOf(['test/sidelogs/dhcp/DhcpSrvLog-Mon.log'])).toEqual({
      warnings: [],
      leases: [
        ['10.20.10.101', 'PC-001', '11-08T23:31:05', '11-09T08:20:00', '11-09T03:31:05'],
        ['10.20.10.102', '情報政策-タブレット', '11-08T23:40:00', null, '11-08T23:40:00'],
      ],
    });
  });

  test('of IPv6 have columns of their own, and an offer leases nothing', () => {
    expect(leasesOf(['test/sidelogs/dhcp/DhcpV6SrvLog-Mon.log'])).toEqual({
      warnings: [],
      leases: [['2001:db8::91f2:a9b2:e09a:6fc6', 'PC-002', '11-09T00:00:01', '11-09T09:00:00', '11-09T04:00:01']],
    });
  });

  test.each(['utf8', 'utf16le'] as const)('in %s with a byte order mark are read', (encoding) => {
    const content = Buffer.from(`\ufeff${PREAMBLE}10,11/09/26,08:00:00,割り当て,10.1.2.3,総務-01,00155D010A01${REST}\r\n`, encoding);
    expect(leasesOf([fileOf({ content })]).leases).toEqual([['10.1.2.3', '総務-01', '11-08T23:00:00', null, '11-08T23:00:00']]);
  });

  test('of two servers and several days make one story, whatever their order', () => {
    const first = fileOf({ lines: [`10,11/09/26,08:00:00,Assign,10.1.2.3,PC01,00155D010A01${REST}`] });
    const second = fileOf({ lines: [`11,11/09/26,12:00:00,Renew,10.1.2.3,PC01,00155D010A01${REST}`] });
    const next = fileOf({ lines: [`10,11/10/26,08:00:00,Assign,10.1.2.3,PC02,00155D010A02${REST}`] });
    const story = [
      ['10.1.2.3', 'PC01', '11-08T23:00:00', '11-09T23:00:00', '11-09T03:00:00'],
      ['10.1.2.3', 'PC02', '11-09T23:00:00', null, '11-09T23:00:00'],
    ];
    expect(leasesOf([next, second, first]).leases).toEqual(story);
    // The same file twice, under two names, tells nothing new.
    expect(leasesOf([first, second, next, first]).leases).toEqual(story);
  });

  test('that were joined hold a preamble in the middle; one may lack it', () => {
    const row = `10,11/09/26,08:00:00,Assign,10.1.2.3,PC01,00155D010A01${REST}\r\n`;
    const again = `11,11/09/26,12:00:00,Renew,10.1.2.3,PC01,00155D010A01${REST}\r\n`;
    const expected = { warnings: [], leases: [['10.1.2.3', 'PC01', '11-08T23:00:00', null, '11-09T03:00:00']] };
    expect(leasesOf([fileOf({ content: PREAMBLE + row + PREAMBLE + again })])).toEqual(expected);
    expect(leasesOf([fileOf({ content: row + again })])).toEqual(expected);
  });

  test('may be larger than any piece that is read at once, with lines across the pieces', () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, n) => `11,11/09/26,08:${String(n % 60).padStart(2, '0')}:00,更新,10.1.${Math.floor(n / 200)}.${n % 200},PC${n},00155D${n}${REST}`,
    );
    const { leases, warnings } = leasesOf([fileOf({ lines })]);
    expect(warnings).toEqual([]);
    expect(new Set(leases.map(([, terminal]) => terminal)).size).toBe(20_000);
  });

  test('that are no DHCP log are refused by name, and so is an empty one', () => {
    for (const content of ['', 'name,address\r\nPC01,10.1.2.3\r\n', 'ElfFile\0\0\0\0', 'x'.repeat(3_000_000)]) {
      const path = fileOf({ content });
      expect(() => leasesOf([path])).toThrow(expect.objectContaining({ code: 'dhcp-not-a-log', details: { file: path } }));
    }
    expect(() => leasesOf([join(folder, 'absent.log')])).toThrow(UserError);
  });
});

describe('lines', () => {
  test('that are not understood are counted and told with the first of them; the rest is used', () => {
    const { leases, warnings } = leasesIn(
      '10,11/09/26,08:00:00,Assign,10.1.2.3,PC01,00155D010A01',
      '10,09.11.2026,08:00:00,Assign,10.1.2.4,PC02,00155D010A02',
      '10,13/01/26,08:00:00,Assign,10.1.2.4,PC02,00155D010A02',
      '10,11/09/26,24:00:00,Assign,10.1.2.4,PC02,00155D010A02',
      '10,11/09/26,08:00:00,Assign,10.1.2,PC02,00155D010A02',
      'rubbish',
      '10,11/09/26,09:00:00,Assign,10.1.2.5,PC03,00155D010A03',
    );
    expect(leases.map(([, terminal]) => terminal)).toEqual(['PC01', 'PC03']);
    expect(warnings).toEqual([['dhcp-lines-bad', { count: 5, line: 14, problem: 'dhcp-bad-time' }]]);
  });

  test('the last of a file that was copied while the server wrote is not taken for a whole one', () => {
    const rows = `10,11/09/26,08:00:00,Assign,10.1.2.3,PC01,00155D010A01${REST}\r\n11,11/09/26,09:00:00,Renew,10.1.2.4,PC0`;
    expect(leasesOf([fileOf({ content: PREAMBLE + rows })])).toEqual({
      warnings: [['dhcp-line-cut', { line: 14 }]],
      leases: [['10.1.2.3', 'PC01', '11-08T23:00:00', null, '11-08T23:00:00']],
    });
  });

  test('in the hour that a clock goes through twice are in order', () => {
    const lines = ['01:10:00', '01:50:00', '01:10:00', '02:10:00'].map(
      (time, n) => `10,11/01/26,${time},Assign,10.1.2.${n},PC0${n},00155D010A0${n}${REST}`,
    );
    expect(leasesOf([fileOf({ lines })], 'America/New_York').leases.map(([, , from]) => from)).toEqual([
      '11-01T05:10:00',
      '11-01T05:50:00',
      '11-01T06:10:00',
      '11-01T07:10:00',
    ]);
  });

  test('in the hour that a clock leaves out, and under a fixed offset, are read too', () => {
    const lines = [`10,03/08/26,02:30:00,Assign,10.1.2.1,PC01,00155D010A01${REST}`];
    expect(leasesOf([fileOf({ lines })], 'America/New_York').leases[0]?.[2]).toBe('03-08T07:30:00');
    expect(leasesOf([fileOf({ lines })], '-05:00').leases[0]?.[2]).toBe('03-08T07:30:00');
  });
});
