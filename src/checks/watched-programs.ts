/** A program that may not be used on an admin terminal (内部対策②). */
export interface WatchedProgram {
  /** Name of its file, lower case. */
  readonly program: string;
  readonly use: 'web-browser' | 'mail-client';
}

/**
 * The programs of a run that names no others. `msedgewebview2.exe` is not among them: other programs show their own pages with it. Nor are
 * `hxtsr.exe`, which fetches mail in the background, and `microsoftedgeupdate.exe`.
 */
export const DEFAULT_WATCHED_PROGRAMS: readonly WatchedProgram[] = [
  ...['msedge.exe', 'microsoftedge.exe', 'chrome.exe', 'chromium.exe', 'firefox.exe', 'iexplore.exe', 'brave.exe', 'opera.exe', 'vivaldi.exe'].map(
    browser,
  ),
  ...['sleipnir.exe', 'floorp.exe', 'waterfox.exe', 'librewolf.exe', 'seamonkey.exe', 'kinza.exe', 'lunascape.exe', 'tor.exe'].map(browser),
  ...['outlook.exe', 'olk.exe', 'hxoutlook.exe', 'wlmail.exe', 'winmail.exe', 'msimn.exe', 'thunderbird.exe', 'b2.exe', 'shuriken.exe'].map(
    mailClient,
  ),
  ...['sylpheed.exe', 'edmax.exe', 'nlnotes.exe', 'notes.exe'].map(mailClient),
];

function browser(program: string): WatchedProgram {
  return { program, use: 'web-browser' };
}

function mailClient(program: string): WatchedProgram {
  return { program, use: 'mail-client' };
}
