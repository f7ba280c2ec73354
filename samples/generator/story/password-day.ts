import { passwordChanged } from '../events/account.ts';
import { KERBEROS } from '../events/kerberos.ts';
import type { Event } from '../evtx/event.ts';
import { MINUTE, on, SECOND } from './clock.ts';
import { type Account, OFFICE_WORKERS } from './people.ts';
import { askTicket, giveWrongPassword } from './requests.ts';
import type { Stage } from './stage.ts';
import { GW01, homePc, identityOf } from './town.ts';
import type { Truth } from './truth.ts';
import { CHECK, type Truth } from './truth.ts';
import { logOnAt } from './working-day.ts';

/** A password that was changed, and when. */
export interface PasswordChange {
  readonly who: Account;
  readonly at: number;
}

/** What goes on trying the old password afterwards. */
type Retries = 'none' | 'mail program' | 'mapped drive' | 'telephone';

/** From which machine the domain controller hears of it (null: the person's own PC), and how many minutes after the change. */
const HABITS = {
  'mail program': { machine: null, minutes: [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60], what: 'The mail program' },
  'mapped drive': { machine: null, minutes: [11, 11.3, 38, 38.3], what: 'A mapped drive' },
  // The telephone asks the groupware, and the groupware asks the domain controller.
  telephone: { machine: GW01, minutes: [9, 18, 27, 36, 45], what: 'The telephone' },
} as const;

const RETRIES: readonly Retries[] = ['none', 'mail program', 'none', 'mapped drive', 'telephone', 'none'];

/**
 * Monday is the day of new passwords: every second office worker changes theirs, some because the old one has expired.
 * Mail programs, mapped drives and telephones go on with the old one for a while: many failures, nobody's fault.
 */
export function passwordDay(stage: Stage, truth: Truth): readonly PasswordChange[] {
  return OFFICE_WORKERS.filter((_, i) => i % 2 === 0).map((who, i) => {
    const at = on('Mon', '08:55') + (7 * i + stage.random.between(0, 5)) * MINUTE;
    if (i % 7 === 3) findExpired(stage, at - 40 * SECOND, who);
    changePassword(stage, at, who);
    retry(stage, truth, { who, at }, RETRIES[i % RETRIES.length] ?? 'none');
    truth.stayedQuiet('the password was changed on Monday', who.name, homePc(who));
    truth.stayedQuiet('a password changed on Monday, and programs that keep the old one', who.name, homePc(who));
    truth.stayedQuiet('a telephone that keeps the old password', who.name, GW01);
    return { who, at };
  });
}

/** The old password has expired: Windows asks for a new one before it lets the person in. */
function findExpired(stage: Stage, at: number, who: Account): void {
  askTicket(stage, at, identityOf(who), stage.sourceOf(homePc(who), at), KERBEROS.passwordExpired);
}

function changePassword(stage: Stage, at: number, who: Account): void {
  const { controller } = stage.sourceOf(homePc(who), at);
  stage.write(controller, passwordChanged(stage.moment(controller, at), identityOf(who), stage.logonId()));
  logOnAt(stage, at + 6 * SECOND, who, homePc(who));
}

function retry(stage: Stage, truth: Truth, { who, at: changedAt }: PasswordChange, retries: Retries): void {
  if (retries === 'none') return;
  const { machine, minutes, what } = HABITS[retries];
  const from = machine ?? homePc(who);
  const failAt = (after: number): Event => {
    const at = changedAt + after * MINUTE + stage.random.between(0, 9) * SECOND;
    return giveWrongPassword(stage, at, identityOf(who), stage.sourceOf(from, at));
  };
  truth.happened(`old-password-${who.name}`, `${what} of ${who.name} goes on with the old password after the change.`, {
    check: from === GW01 ? CHECK.elsewhere : CHECK.userTerminal,
    level: 'note',
    account: who.name,
    from,
    events: minutes.map(failAt),
  });
}
