/** Hosts that Windows asks without anybody at the machine. */
export interface BackgroundHost {
  /** Lower case; `*` stands for anything. */
  readonly pattern: string;
  readonly purpose: string;
}

/**
 * The hosts of a run that names no others: those that Microsoft lists for Windows itself
 * (https://learn.microsoft.com/windows/privacy/manage-windows-11-endpoints), and where certificates are checked. Each ends in a domain that nobody else
 * can register: `ocsp.*` would let anybody's server pass. Pages people look at (msn.com, bing.com) are not among them, though widgets ask for them too.
 */
export const DEFAULT_BACKGROUND_HOSTS: readonly BackgroundHost[] = [
  ...hosts('update', '*.windowsupdate.com', 'windowsupdate.com', '*.update.microsoft.com', 'update.microsoft.com', '*.windowsupdate.microsoft.com'),
  ...hosts(
    'update',
    '*.delivery.mp.microsoft.com',
    '*.dsp.mp.microsoft.com',
    '*.mp.microsoft.com',
    '*.api.cdp.microsoft.com',
    'definitionupdates.microsoft.com',
  ),
  ...hosts('update', 'go.microsoft.com', 'adl.windows.com'),
  ...hosts('telemetry', '*.events.data.microsoft.com', 'settings-win.data.microsoft.com', '*.telemetry.microsoft.com'),
  ...hosts('network check', '*.msftconnecttest.com', '*.msftncsi.com'),
  ...hosts('time', 'time.windows.com', 'ntp.nict.jp'),
  ...hosts(
    'protection',
    'wdcp.microsoft.com',
    '*.wdcp.microsoft.com',
    'wdcpalt.microsoft.com',
    '*.smartscreen.microsoft.com',
    '*.smartscreen-prod.microsoft.com',
  ),
  ...hosts('activation', '*.sls.microsoft.com', 'login.live.com'),
  ...hosts(
    'certificates',
    'ocsp.digicert.com',
    'crl3.digicert.com',
    'crl4.digicert.com',
    'cacerts.digicert.com',
    'ocsp.globalsign.com',
    'ocsp2.globalsign.com',
  ),
  ...hosts(
    'certificates',
    'crl.globalsign.com',
    'secure.globalsign.com',
    'ocsp.sectigo.com',
    'crl.sectigo.com',
    'ocsp.usertrust.com',
    'crl.usertrust.com',
  ),
  ...hosts(
    'certificates',
    'ocsp.entrust.net',
    'crl.entrust.net',
    'crl.microsoft.com',
    'mscrl.microsoft.com',
    'ocsp.msocsp.com',
    'oneocsp.microsoft.com',
  ),
  ...hosts('certificates', 'ocsp.secomtrust.net', 'repo1.secomtrust.net', 'ocsp.comodoca.com', 'crl.comodoca.com'),
];

function hosts(purpose: string, ...patterns: readonly string[]): readonly BackgroundHost[] {
  return patterns.map((pattern) => ({ pattern, purpose }));
}
