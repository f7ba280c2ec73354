import type { LdapConnection } from './ldap-connection.ts';

/** What a server says about itself. */
export interface ServerFacts {
  /** Its own name; null: it does not say. */
  readonly host: string | null;
  /** The parts of the directory (naming contexts) it holds, lower case. */
  readonly parts: readonly string[];
}

/** Reads the root entry. A refusal is left to the questions that follow: they will say more. */
export async function readServer(connection: LdapConnection): Promise<ServerFacts> {
  const attributes = ['dnsHostName', 'namingContexts'];
  const answer = await connection.ask({ base: '', scope: 'base', filter: '(objectClass=*)', attributes, withDescriptor: false, page: null });
  const textsOf = (attribute: string) =>
    (answer.entries[0]?.attributes ?? [])
      .filter(({ name }) => name.toLowerCase() === attribute.toLowerCase())
      .flatMap(({ values }) => values.map((value) => value.toString('utf8')));
  const host = textsOf('dnsHostName').find((name) => /^[\w.-]{1,255}$/.test(name));
  return { host: host?.toLowerCase() ?? null, parts: textsOf('namingContexts').map((part) => part.toLowerCase()) };
}

/** Parts that every domain has beside it and that hold no accounts: they are asked for by themselves, by their own base. */
const PARTS_BESIDE = /^(cn=(configuration|schema),|dc=(domaindnszones|forestdnszones),)/;

/** Whether a reference (`ldap://host/DN`) names a part that the server holds itself, or one that is asked for by itself, beside `base`. */
export function isOwnPart(reference: string, base: string, parts: readonly string[]): boolean {
  const encoded = /^ldaps?:\/\/[^/]*\/([^?]*)/i.exec(reference)?.[1];
  if (encoded === undefined) return false;
  let part: string;
  try {
    part = decodeURIComponent(encoded).toLowerCase();
  } catch {
    return false;
  }
  return part !== base.toLowerCase() && (parts.includes(part) || PARTS_BESIDE.test(part));
}
