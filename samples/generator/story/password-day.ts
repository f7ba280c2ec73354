import { passwordChanged } from '../events/account.ts';
import { KERBEROS } from '../events/kerberos.ts';
import { MINUTE, on, SECOND } from './clock.ts';
import { type Account, OFFICE_WORKERS } from './people.ts';
import { askTicket, giveWrongPassword } from './requests.ts';
import type { Stage } from './stage.ts';
import { GW01, homePc, identityOf } from './town.ts';
import type { Truth } from './truth.ts';
import { logOnAt } from './working-day.ts';

/** A password that was changed, and when. */
export interface PasswordChange {
  readonly who: Account;
  readonly at: number;
}

/** What goes on trying the old password afterwards. */
type Retries = 'none' | 'mail program' | 'mapped drive' | 'telephone';

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
    retry(stage, at, who, RETRIES[i % RETRIES.length] ?? 'none');
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

function retry(stage: Stage, changedAt: number, who: Account, retries: Retries): void {
  const account = identityOf(who);
  if (retries === 'mail program') {
    const tries = stage.random.between(8, 14);
    for (let i = 1; i <= tries; i++) {
      const at = changedAt + i * 5 * MINUTE + stage.random.between(0, 9) * SECOND;
      giveWrongPassword(stage, at, account, stage.sourceOf(homePc(who), at));
    }
  } else if (retries === 'mapped drive') {
    for (const minutes of [11, 11.02, 75, 75.02]) {
      const at = changedAt + minutes * MINUTE;
      giveWrongPassword(stage, at, account, stage.sourceOf(homePc(who), at));
    }
  } else if (retries === 'telephone') {
    // The telephone asks the groupware, and the groupware asks the domain controller.
    for (let i = 1; i <= 5; i++) {
      const at = changedAt + i * 9 * MINUTE;
      giveWrongPassword(stage, at, account, stage.sourceOf(GW01, at));
    }
  }
}
