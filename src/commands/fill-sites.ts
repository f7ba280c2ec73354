import type { DuckDbEngine } from '../engine/duckdb.ts';
import { siteOf } from '../sidelogs/site.ts';
import { SITES } from '../tables/outbound.ts';

/** Hosts taken at once: whoever sits behind a proxy may ask for ever new ones. */
const MOST_HOSTS = 200_000;

/** Fills `sites` with the hosts that proxies were asked for. After the proxy logs are loaded, before models are built. */
export async function fillSites(engine: DuckDbEngine): Promise<void> {
  for (let after = ''; ; ) {
    const { rows } = await engine.ask(`
      select distinct host from proxy_requests where host > '${after.replaceAll("'", "''")}' order by host limit ${MOST_HOSTS}`);
    const hosts = rows.map((row) => String(row.host));
    await engine.insertRows(
      SITES,
      hosts.map((host) => {
        const { site, isAddress, isInternal } = siteOf(host);
        return { host, site, is_address: isAddress, is_internal: isInternal };
      }),
    );
    const last = hosts.at(-1);
    if (last === undefined || hosts.length < MOST_HOSTS) return;
    after = last;
  }
}
