import type { Scenario } from '../scenario.ts';
import { addressOfAdminTerminal } from './address-of-admin-terminal.ts';
import { addressRightAfter } from './address-right-after.ts';
import { adminAtTerminalServer } from './admin-at-terminal-server.ts';
import { adminAtUserPc } from './admin-at-user-pc.ts';
import { adminBehindSharedAddress } from './admin-behind-shared-address.ts';
import { adminFailsAtUserPc } from './admin-fails-at-user-pc.ts';
import { adminFromVpnPool } from './admin-from-vpn-pool.ts';
import { adminHopsToController } from './admin-hops-to-controller.ts';
import { bruteForce } from './brute-force.ts';
import { builtinAdministratorByName } from './builtin-administrator-by-name.ts';
import { disabledAccount } from './disabled-account.ts';
import { forgedNameAlone } from './forged-name-alone.ts';
import { forgedNameWithAddress } from './forged-name-with-address.ts';
import { guessingAtNight } from './guessing-at-night.ts';
import { lockout } from './locked-out.ts';
import { manyTerminals } from './many-terminals.ts';
import { meetingRoomAddress } from './meeting-room-address.ts';
import { nameLikeAComputer } from './name-like-a-computer.ts';
import { namesAlone } from './names-alone.ts';
import { passwordSpray } from './password-spray.ts';
import { runasOnTerminalServer } from './runas-on-terminal-server.ts';
import { serviceWithOldPassword } from './service-with-old-password.ts';
import { slowSpray } from './slow-spray.ts';
import { sprayThatSucceeds } from './spray-that-succeeds.ts';
import { spreadSpray } from './spread-spray.ts';
import { storageWithOldPassword } from './storage-with-old-password.ts';
import { terminalNotPermitted } from './terminal-not-permitted.ts';
import { unknownNames } from './unknown-names.ts';
import { visitorDevice } from './visitor-device.ts';

/** What somebody must look at: each must be on the checklist, at the right terminal. */
export const PLANTED: readonly Scenario[] = [
  adminAtUserPc,
  adminFailsAtUserPc,
  adminHopsToController,
  addressOfAdminTerminal,
  addressRightAfter,
  forgedNameWithAddress,
  forgedNameAlone,
  adminBehindSharedAddress,
  adminFromVpnPool,
  passwordSpray,
  slowSpray,
  spreadSpray,
  bruteForce,
  unknownNames,
  lockout,
  disabledAccount,
  terminalNotPermitted,
  serviceWithOldPassword,
  storageWithOldPassword,
  nameLikeAComputer,
  visitorDevice,
  runasOnTerminalServer,
  adminAtTerminalServer,
  namesAlone,
  manyTerminals,
  sprayThatSucceeds,
  guessingAtNight,
  builtinAdministratorByName,
  meetingRoomAddress,
];
