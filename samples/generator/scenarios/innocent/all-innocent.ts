import type { Scenario } from '../scenario.ts';
import { adminMistypesAtAdminTerminal } from './admin-mistypes-at-admin-terminal.ts';
import { adminReachesServerWithoutLog } from './admin-reaches-server-without-log.ts';
import { brokenTrust } from './broken-trust.ts';
import { counterOfMany } from './counter-of-many.ts';
import { expiredPassword } from './expired-password.ts';
import { groupwareMistakes } from './groupware-mistakes.ts';
import { homeWorkersMistype } from './home-workers-mistype.ts';
import { jumpHost } from './jump-host.ts';
import { localAdministrator } from './local-administrator.ts';
import { meetingRoomsMistakes } from './meeting-rooms-mistakes.ts';
import { mistyped } from './mistyped.ts';
import { nightDuty } from './night-duty.ts';
import { printerWithOldPassword } from './printer-with-old-password.ts';
import { reimagedPc } from './reimaged-pc.ts';
import { renamedPc } from './renamed-pc.ts';
import { secondLook } from './second-look.ts';
import { sharedCounterAccount } from './shared-counter-account.ts';
import { slowClock } from './slow-clock.ts';
import { telephoneWithOldPassword } from './telephone-with-old-password.ts';
import { terminalServerMistakes } from './terminal-server-mistakes.ts';
import { wrongName } from './wrong-name.ts';

/** What looks like an attack and is none: nothing of it may be at review. */
export const INNOCENT: readonly Scenario[] = [
  jumpHost,
  mistyped,
  telephoneWithOldPassword,
  nightDuty,
  secondLook,
  localAdministrator,
  homeWorkersMistype,
  terminalServerMistakes,
  renamedPc,
  reimagedPc,
  slowClock,
  printerWithOldPassword,
  sharedCounterAccount,
  adminMistypesAtAdminTerminal,
  adminReachesServerWithoutLog,
  meetingRoomsMistakes,
  wrongName,
  expiredPassword,
  counterOfMany,
  groupwareMistakes,
  brokenTrust,
];
