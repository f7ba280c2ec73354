import { dailyFiles, type Line, OF_SERVER, OF_WINDOWS, row } from './dhcp-lines.ts';
import { DAY, DAYS, HOUR, MINUTE, on, SECOND, WORKING_DAYS } from './story/clock.ts';
import { HANDED_OVER, type Leases } from './story/leases.ts';
import { dnsNameOf, type Machine, USER_PCS } from './story/town.ts';

/** The logs of the DHCP server, a file for each day of the week, by name. */
export function dhcpLogs(leases: Leases): readonly (readonly [string, string])[] {
  return dailyFiles([...USER_PCS.flatMap((machine, i) => linesOf(machine, i, leases)), ...otherLines(leases)]);
}

/** A PC's leases: new ones, and every working morning a renewal. */
function linesOf(machine: Machine, i: number, leases: Leases): readonly Line[] {
  return leases.of(machine).flatMap(({ from, address }, n, all) => {
    const isNew = n > 0 && all[n - 1]?.address !== address;
    const isWorkingDay = WORKING_DAYS.some((day) => from >= on(day, '00:00') && from < on(day, '00:00') + DAY);
    if (!isNew && !isWorkingDay) return [];
    // The PC that was carried away is put up elsewhere in the afternoon.
    const late = from === HANDED_OVER.at && machine === HANDED_OVER.from ? 2 * HOUR - MINUTE : 0;
    const at = from + late + (from === HANDED_OVER.at ? 0 : 2 * i * SECOND);
    const device = `00155D${machine.rid.toString(16).toUpperCase().padStart(6, '0')}`;
    const cells = `${address},${dnsNameOf(machine)}`;
    const lease = row(at, isNew ? '10' : '11', isNew ? 'Assign' : 'Renew', `${cells},${device},,${1_803_421 + 977 * i + n},0${OF_WINDOWS}`);
    return isNew
      ? [
          lease,
          row(at, '30', 'DNS Update Request', `${cells},,,0,6${OF_SERVER}`),
          row(at, '32', 'DNS Update Successful', `${cells},,,0,6${OF_SERVER}`),
        ]
      : [lease];
  });
}

/** What no PC asked for: the nightly cleanup, the officer who deletes the lease of the PC that was carried away, and a tablet without a name. */
function otherLines(leases: Leases): readonly Line[] {
  const deletedAt = HANDED_OVER.at - 5 * MINUTE;
  const cleanups = DAYS.flatMap((day) => [
    row(on(day, '00:00:04'), '24', 'Database Cleanup Begin', `,,,,0,6${OF_SERVER}`),
    row(on(day, '00:00:04'), '25', '0 leases expired and 0 leases deleted', `,,,,0,6${OF_SERVER}`),
  ]);
  return [
    ...cleanups,
    row(deletedAt, '16', 'Deleted', `${leases.addressOf(HANDED_OVER.from, deletedAt)},,,,0,6${OF_SERVER}`),
    row(on('Tue', '10:20'), '10', 'Assign', `10.20.10.198,,A483E7123456,,3096562285,0${OF_SERVER}`),
  ];
}
