import { DAY, DAYS, HOUR, WEEK_BEGINS } from './story/clock.ts';

/** As an English Windows Server 2022 begins every file: the ids that occur here. */
const PREAMBLE: readonly string[] = [
  '\t\tMicrosoft DHCP Service Activity Log',
  '',
  '',
  'Event ID  Meaning',
  '00\tThe log was started.',
  '10\tA new IP address was leased to a client.',
  '11\tA lease was renewed by a client.',
  '16\tA lease was deleted.',
  '24\tIP address cleanup operation has began.',
  '25\tIP address cleanup statistics.',
  '30\tDNS update request to the named DNS server.',
  '32\tDNS update successful.',
  '50+\tCodes above 50 are used for Rogue Server Detection information.',
  '',
  'QResult: 0: NoQuarantine, 1:Quarantine, 2:Drop Packet, 3:Probation,6:No Quarantine Information ProbationTime:Year-Month-Day Hour:Minute:Second:MilliSecond.',
  '',
  'ID,Date,Time,Description,IP Address,Host Name,MAC Address,User Name, TransactionID, QResult,Probationtime, CorrelationID,Dhcid,VendorClass(Hex),VendorClass(ASCII),UserClass(Hex),UserClass(ASCII),RelayAgentInformation,DnsRegError.',
];
export const OF_WINDOWS = ',,,,0x4D53465420352E30,MSFT 5.0,,,,0';
export const OF_SERVER = ',,,,,,,,,0';

/** One line of the log, and when. */
export interface Line {
  readonly at: number;
  readonly text: string;
}

/** A file for each day of the week, by name. */
export function dailyFiles(unsorted: readonly Line[]): readonly (readonly [string, string])[] {
  const lines = [...unsorted].sort((one, other) => one.at - other.at);
  return DAYS.map((day, n) => {
    const begins = WEEK_BEGINS + n * DAY;
    const today = lines.filter(({ at }) => at >= begins && at < begins + DAY).map(({ text }) => text);
    return [`DhcpSrvLog-${day}.log`, [...PREAMBLE, ...today, ''].join('\r\n')];
  });
}

/** Date and time are those of the server's wall clock: nine hours more than UTC. */
export function row(at: number, id: string, description: string, cells: string): Line {
  const [year = '', month = '', day = ''] = new Date(at + 9 * HOUR).toISOString().slice(2, 10).split('-');
  const time = new Date(at + 9 * HOUR).toISOString().slice(11, 19);
  return { at, text: `${id},${month}/${day}/${year},${time},${description},${cells}` };
}
