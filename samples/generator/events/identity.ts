/** An account as a record names it. */
export interface Identity {
  readonly name: string;
  readonly domain: string;
  readonly sid: string;
}

/** SID of nobody: what every failure has for an account. */
export const NOBODY_SID = 'S-1-0-0';
export const NOBODY: Identity = { name: '-', domain: '-', sid: NOBODY_SID };
export const SYSTEM: Identity = { name: 'SYSTEM', domain: 'NT AUTHORITY', sid: 'S-1-5-18' };
/** Logon id of SYSTEM on every machine. */
export const SYSTEM_LOGON_ID = 0x3e7;
export const NO_GUID = '{00000000-0000-0000-0000-000000000000}';
export const ANONYMOUS: Identity = { name: 'ANONYMOUS LOGON', domain: 'NT AUTHORITY', sid: 'S-1-5-7' };
