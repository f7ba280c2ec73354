import { KERBEROS } from '../../events/kerberos.ts';
import { MINUTE, on, SECOND, WORKING_DAYS } from '../../story/clock.ts';
import { askTicket } from '../../story/requests.ts';
import { fail, logOn, stranger } from '../acts.ts';
import { DESK_WORKERS } from '../town/people.ts';
import { DESKS_OF_SCENARIOS, type Desk, desk, type World } from '../world.ts';

/** Slips of a working day: wrong passwords that a right one follows, a few that none follows, and wrong names. */
const A_DAY = { mistyped: 28, leftAtThat: 2, wrongNames: 1 } as const;

/** What goes wrong on any day and is nobody's fault. */
export function slips({ stage, present }: World): void {
  for (const day of WORKING_DAYS) {
    const somebody = (): Desk => {
      const number = stage.random.between(DESKS_OF_SCENARIOS + 1, DESK_WORKERS.length);
      return present.has(`${day} ${number}`) ? desk(number) : somebody();
    };
    const sometime = () => on(day, '09:00') + stage.random.between(0, 460) * MINUTE + stage.random.between(0, 59) * SECOND;
    for (let i = 0; i < A_DAY.mistyped; i++) {
      const { who, machine } = somebody();
      const at = sometime();
      const tries = stage.random.chance(0.7) ? 1 : stage.random.between(2, 4);
      fail(stage, at, who, machine, tries, 8 * SECOND);
      logOn(stage, at + (8 * tries + 6) * SECOND, who, machine);
    }
    for (let i = 0; i < A_DAY.leftAtThat; i++) {
      const { who, machine } = somebody();
      fail(stage, sometime(), who, machine, 2, 9 * SECOND);
    }
    for (let i = 0; i < A_DAY.wrongNames; i++) {
      const { who, machine } = somebody();
      const at = sometime();
      askTicket(stage, at, stranger(`${who.name}${who.name.slice(-1)}`), stage.sourceOf(machine, at), KERBEROS.noSuchAccount);
      logOn(stage, at + 20 * SECOND, who, machine);
    }
  }
}
