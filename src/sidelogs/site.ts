import { parse } from 'tldts';

/** Where a host belongs. */
export interface Site {
  /** The domain somebody registered it under; of an address, or where there is none, the host itself. */
  readonly site: string;
  readonly isAddress: boolean;
  /** No public network has it. */
  readonly isInternal: boolean;
}

/**
 * The site of a host by the Public Suffix List that tldts carries, with its private part: two customers of a cloud (a.azurewebsites.net) are two sites.
 *
 * @param host lower case, without port, as in `proxy_requests`
 */
export function siteOf(host: string): Site {
  const { domain, isIp, publicSuffix } = parse(host, { allowPrivateDomains: true, validateHostname: false });
  if (isIp) return { site: host, isAddress: true, isInternal: isInternalAddress(host) };
  return { site: domain ?? host, isAddress: false, isInternal: publicSuffix === host || !host.includes('.') };
}

/** Whether it is a name under which anybody registers: `com`, `co.jp`. */
export function isPublicSuffix(name: string): boolean {
  const { publicSuffix, isIcann } = parse(name, { validateHostname: false });
  return publicSuffix === name && (isIcann === true || !name.includes('.'));
}

/** RFC 1918, RFC 6598, loopback, link-local, RFC 4193. */
function isInternalAddress(address: string): boolean {
  return /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::1$|fe[89ab][0-9a-f]:|f[cd][0-9a-f]{2}:)/.test(
    address,
  );
}
