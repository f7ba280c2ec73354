import { readFileSync } from 'node:fs';

const packageText = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');

/** Version of adlogon, from package.json; `src/commands` and `dist/commands` are equally deep. */
export const VERSION: string = /"version": "([^"]+)"/.exec(packageText)?.[1] ?? 'unknown';

/** Name and version, as reports carry them. */
export const MADE_BY = `adlogon ${VERSION}`;
