import type { World } from '../world.ts';
import { administration } from './administration.ts';
import { deskWork } from './desk-work.ts';
import { duty } from './duty.ts';
import { homeWork } from './home-work.ts';
import { serversAndTerminalsRun } from './machines-run.ts';
import { meetings } from './meetings.ts';
import { newPasswords } from './new-passwords.ts';
import { partTime } from './part-time.ts';
import { programs } from './programs.ts';
import { slips } from './slips.ts';
import { terminalServer } from './terminal-server.ts';

/** A week in which nothing is wrong. */
export function ordinaryWeek(world: World): void {
  serversAndTerminalsRun(world);
  deskWork(world);
  partTime(world);
  duty(world);
  meetings(world);
  homeWork(world);
  terminalServer(world);
  programs(world);
  administration(world);
  newPasswords(world);
  slips(world);
}
