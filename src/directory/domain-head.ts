import { UserError } from '../settings/user-error.ts';
import type { DirectoryEntry, DirectoryReader, ReadingGap } from './directory-reader.ts';
import { sidOf, textOf, textsOf } from './entry-values.ts';
import { type Incompleteness, isCut } from './incompleteness.ts';

/** The domain a domain controller answers for. */
export interface DomainHead {
  readonly dn: string;
  readonly sid: string;
  readonly dnsName: string;
  /** NetBIOS name. */
  readonly name: string;
  /** Host name of the domain controller, as it says. */
  readonly host: string;
  readonly isForestRoot: boolean;
  /** Distinguished names of the other domains of the forest. */
  readonly otherDomains: readonly string[];
  /** The parts of the directory that this domain controller holds. */
  readonly held: ReadonlySet<string>;
  /** The parts that exist in the forest. */
  readonly existing: ReadonlySet<string>;
  readonly forestRoot: string;
  /** The object itself, with its descriptor. */
  readonly entry: DirectoryEntry;
}

/** UserError: the domain controller does not say which domain it is of, so that nothing else can be read. */
export async function readDomainHead(reader: DirectoryReader, incompleteness: Incompleteness): Promise<DomainHead> {
  const root = await reader.search({
    base: '',
    scope: 'base',
    filter: '(objectClass=*)',
    attributes: ['defaultNamingContext', 'rootDomainNamingContext', 'configurationNamingContext', 'namingContexts', 'dnsHostName'],
  });
  const [dse] = root.entries;
  const dn = dse === undefined ? null : textOf(dse, 'defaultNamingContext');
  if (dse === undefined || dn === null) throw unreadable(reader, root.gaps[0]?.code);
  const [head, parts] = await Promise.all([
    reader.search({
      base: dn,
      scope: 'base',
      filter: '(objectClass=*)',
      attributes: ['objectClass', 'objectSid', 'nTSecurityDescriptor'],
      withDescriptor: true,
    }),
    reader.search({
      base: `CN=Partitions,${textOf(dse, 'configurationNamingContext') ?? `CN=Configuration,${dn}`}`,
      scope: 'one',
      filter: '(objectClass=crossRef)',
      attributes: ['nCName', 'nETBIOSName'],
    }),
  ]);
  const [entry] = head.entries;
  const sid = entry === undefined ? null : sidOf(entry);
  if (entry === undefined || sid === null) throw unreadable(reader, head.gaps[0]?.code);
  incompleteness.lacksAll(parts.gaps, ['administrators', 'addresses']);

  const dnsName = [...dn.matchAll(/DC=([^,]+)/gi)].map(([, label = '']) => label.toLowerCase()).join('.');
  const forestRoot = textOf(dse, 'rootDomainNamingContext') ?? dn;
  const domains = parts.entries.flatMap((part) => {
    const context = textOf(part, 'nCName');
    const name = textOf(part, 'nETBIOSName');
    return context === null || name === null ? [] : [{ context, name }];
  });
  const ours = domains.find(({ context }) => same(context, dn));
  if (ours === undefined && !isCut(parts.gaps)) incompleteness.lacks('netbios-name-unreadable', { domain: dnsName }, ['administrators']);
  return {
    dn,
    sid,
    dnsName,
    name: ours?.name ?? dnsName.split('.', 1)[0]?.toUpperCase() ?? dnsName,
    host: textOf(dse, 'dnsHostName') ?? reader.host,
    isForestRoot: same(forestRoot, dn),
    otherDomains: domains.map(({ context }) => context).filter((context) => !same(context, dn)),
    held: new Set(textsOf(dse, 'namingContexts').map((context) => context.toLowerCase())),
    existing: new Set(parts.entries.flatMap((part) => textsOf(part, 'nCName')).map((context) => context.toLowerCase())),
    forestRoot,
    entry,
  };
}

/** The gaps without those that only say that another domain of the forest is elsewhere: a snapshot is of one domain, and members from others are told one by one. */
export function gapsWithin(head: DomainHead, gaps: readonly ReadingGap[]): readonly ReadingGap[] {
  const others = head.otherDomains.map((domain) => domain.toLowerCase());
  return gaps.filter(({ code, details }) => code !== 'answer-referred' || !others.includes(referredTo(String(details.to))));
}

/** The DN in `ldap://host/DN`, lower case; empty: none. */
function referredTo(reference: string): string {
  const encoded = /^ldaps?:\/\/[^/]*\/([^?]*)/i.exec(reference)?.[1] ?? '';
  try {
    return decodeURIComponent(encoded).toLowerCase();
  } catch {
    return '';
  }
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function unreadable(reader: DirectoryReader, reason = '-'): UserError {
  return new UserError('directory-domain-unreadable', { host: reader.host, account: reader.user, reason });
}
