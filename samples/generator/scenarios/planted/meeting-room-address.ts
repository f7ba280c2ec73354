import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { CHECK } from '../../story/truth.ts';
import { fail } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const meetingRoomAddress: Scenario = {
  id: 'meeting-room-address',
  title: 'Twelve wrong passwords at a notebook of the meeting rooms, at an address that another notebook had two hours before.',
  play(world) {
    // The first notebook of an afternoon whose address another had in the meeting before.
    const meeting = world.leases.meetings.find(({ notebook, from }) => {
      const before = world.leases.holderOf(world.leases.addressOf(notebook, from), from - 40 * MINUTE);
      return from > on('Wed', '13:30') && from < on('Wed', '14:00') && before !== null && before !== notebook;
    });
    if (meeting === undefined) throw new Error('no address changes hands at noon on Wednesday');
    const { who } = desk(55);
    const events = fail(world.stage, meeting.from + 30 * MINUTE, who, meeting.notebook, 12, 15 * SECOND);
    return { rows: [row({ check: CHECK.userTerminal, account: who.name, at: meeting.notebook, events, because: 'many-failures' })] };
  },
};
