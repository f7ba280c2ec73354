import { UAC, uacOf } from './directory-objects.ts';
import type { DirectoryEntry } from './directory-reader.ts';
import type { DomainHead } from './domain-head.ts';
import { bytesOf, sidFromBytes, textsOf } from './entry-values.ts';
import type { DirectoryObjects } from './read-objects.ts';
import { securityDescriptorFrom } from './security-descriptor.ts';
import type { Delegation, DirectorySnapshot } from './snapshot-schema.ts';

/**
 * Rights that stand on the account that has them, or on the service it may act at, and not in a list of permissions.
 * `worth`: SIDs of the administrators and operators, accounts and groups, that a sIDHistory may name.
 */
export function delegatedServices(
  head: DomainHead,
  objects: DirectoryObjects,
  snapshot: DirectorySnapshot,
  worth: ReadonlySet<string>,
): readonly Delegation[] {
  const controllerSids = new Set(snapshot.computers.flatMap(({ sid, role }) => (role === 'domain controller' ? [sid] : [])));
  const services = servicesOf(head, objects, snapshot);
  const names = new Map([...snapshot.accounts, ...snapshot.computers, ...snapshot.groups].map(({ sid, dn }) => [sid, dn ?? sid]));
  const found: Delegation[] = [];
  for (const [holder, entry] of [...objects.accounts, ...objects.computers]) {
    if (controllerSids.has(holder)) continue;
    if (uacOf(entry) & UAC.unconstrainedDelegation) found.push({ holder, right: 'UnconstrainedDelegation', over: head.dn });
    for (const over of servedBy(entry, services)) found.push({ holder, right: 'AllowedToDelegate', over });
  }
  for (const [holder, entry] of [...objects.accounts, ...objects.computers, ...objects.groups]) {
    for (const former of bytesOf(entry, 'sIDHistory').map(sidFromBytes)) {
      if (former !== null && worth.has(former)) found.push({ holder, right: 'SIDHistory', over: names.get(former) ?? former });
    }
  }
  // At a server too: administrators, the domain's among them, are who one may act as there.
  const servers = snapshot.computers.flatMap(({ sid, role }) => (role === 'server' ? [sid] : []));
  for (const sid of [...controllerSids, krbtgtOf(head), ...servers]) {
    const service = objects.computers.get(sid) ?? objects.accounts.get(sid);
    if (service !== undefined) for (const holder of actorsAt(service)) found.push({ holder, right: 'AllowedToAct', over: service.dn });
  }
  return found;
}

function krbtgtOf(head: DomainHead): string {
  return `${head.sid}-502`;
}

/** DN of the domain controller (of krbtgt for its own services) by service name, and by host name: the class of a service can be changed at will. */
function servicesOf(head: DomainHead, objects: DirectoryObjects, snapshot: DirectorySnapshot): ReadonlyMap<string, string> {
  const services = new Map<string, string>();
  const krbtgt = objects.accounts.get(krbtgtOf(head));
  if (krbtgt !== undefined) {
    for (const realm of [head.dnsName, head.name]) services.set(`krbtgt/${realm.toLowerCase()}`, krbtgt.dn);
    for (const service of textsOf(krbtgt, 'servicePrincipalName')) services.set(service.toLowerCase(), krbtgt.dn);
  }
  for (const { sid, name, dnsName, role } of snapshot.computers) {
    const entry = objects.computers.get(sid);
    if (role !== 'domain controller' || entry === undefined) continue;
    for (const host of [name, dnsName]) if (host !== null) services.set(host.toLowerCase(), entry.dn);
    for (const service of textsOf(entry, 'servicePrincipalName')) services.set(service.toLowerCase(), entry.dn);
  }
  return services;
}

function servedBy(entry: DirectoryEntry, services: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of textsOf(entry, 'msDS-AllowedToDelegateTo')) {
    const service = text.toLowerCase();
    // class/host, class/host:port, class/host/domain
    const host = service.split('/')[1]?.split(':', 1)[0] ?? '';
    const over = services.get(service) ?? services.get(host);
    if (over !== undefined) found.add(over);
    // Without anybody's password or ticket, as any account: at whatever service.
    else if (uacOf(entry) & UAC.protocolTransition) found.add(text);
  }
  return found;
}

/** Who may act in the name of others at a service: everybody that the list there allows anything. */
function actorsAt(service: DirectoryEntry): readonly string[] {
  const [bytes] = bytesOf(service, 'msDS-AllowedToActOnBehalfOfOtherIdentity');
  const descriptor = bytes === undefined ? null : securityDescriptorFrom(bytes, new Set());
  return (descriptor?.entries ?? []).filter(({ allows, mask }) => allows && mask !== 0).map(({ trustee }) => trustee);
}
