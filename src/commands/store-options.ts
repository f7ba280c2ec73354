import type { Command } from 'commander';
import { words } from './command-parts.ts';
import type { Console } from './console.ts';

/** Options about the store, as given. */
export interface StoreGiven {
  readonly store?: string;
  readonly keepWeeks?: string;
}

/** `keeps`: the command keeps logs; otherwise it only reads what is kept. */
export function withStoreOptions(command: Command, console: Console, keeps: boolean): Command {
  const withStore = command.option('--store <dir>', words(console, keeps ? 'store' : 'storeRead'));
  return keeps ? withStore.option('--keep-weeks <n>', words(console, 'keepWeeks')) : withStore;
}
