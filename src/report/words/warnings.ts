import type { Catalogue } from './catalogue.ts';

/** What the user should know although the run goes on, by code. */
export const WARNINGS = {
  'terminals-column-ignored': { en: '{file}: the column "{column}" is not used.', ja: '{file}: 列「{column}」は使われません。' },
  'terminals-no-admin-column': {
    en: '{file}: no column says which terminals are admin terminals ("admin").',
    ja: '{file}: 管理者端末かどうかを示す列(「管理者端末」)がありません。',
  },
  'terminal-listed-twice': {
    en: 'Terminal {terminal} stands in lines {before} and {line} of the inventory.',
    ja: '端末 {terminal} が台帳の {before} 行目と {line} 行目にあります。',
  },
  'terminal-role-disagrees': {
    en: 'Terminal {terminal} (line {line}): {inventory} in the inventory, {directory} in the directory; the directory is believed.',
    ja: '端末 {terminal}({line} 行目)の役割が、台帳では{inventory}、ディレクトリでは{directory}です。ディレクトリに従います。',
  },
  'password-file-open-to-others': {
    en: '{file}: others may read this password file. Make it readable by you only (chmod 600).',
    ja: '{file}: パスワードのファイルをほかの人も読めます。本人だけが読めるようにしてください(chmod 600)。',
  },
  'address-of-several-terminals': {
    en: 'The inventory gives the address {address} to several terminals: {terminals}.',
    ja: '台帳でアドレス {address} が複数の端末に割り当てられています: {terminals}。',
  },
  'terminal-of-two-roles': {
    en: 'Terminal {terminal}: the configuration makes it both a server and a user terminal; it is taken for a server.',
    ja: '端末 {terminal} が、設定ファイルの servers と user_terminals の両方に該当します。サーバーとして扱います。',
  },
  'admin-terminal-disputed': {
    en: 'Terminal {terminal}: an admin terminal according to {said}, none according to {denied}. It is not trusted: administrator logons from it are to be reviewed.',
    ja: '端末 {terminal} について、{said}では管理者端末、{denied}では管理者端末ではないとされています。信頼せず、この端末からの管理者ログオンは要確認とします。',
  },
  'admin-terminal-overruled': {
    en: 'Terminal {terminal}: an admin terminal according to {said}, none according to {denied}. It is taken for none.',
    ja: '端末 {terminal} について、{said}では管理者端末、{denied}では管理者端末ではないとされています。管理者端末ではないものとして扱います。',
  },
  'admin-terminals-disputed-more': {
    en: 'The sources disagree on {count} more terminals: see report.json (--out).',
    ja: 'ほかに {count} 台で、管理者端末かどうかが食い違っています。report.json(--out で書き出し)をご覧ください。',
  },
  'config-fits-nothing': {
    en: '{file}: line {line}, {key}: "{value}" fits no terminal that is known, so it has no effect.',
    ja: '{file}: {line} 行目 {key}: 「{value}」に該当する端末がなく、この指定は効いていません。',
  },
  'config-needs-directory': {
    en: '{file}: "{section}" has no effect without a directory snapshot (--directory).',
    ja: '{file}: ディレクトリのスナップショット(--directory)がないため、「{section}」の指定は効いていません。',
  },
  'dhcp-lines-bad': {
    en: '{file}: {count} line(s) of the DHCP log were not understood, the first is line {line} ({problem}). The others were used.',
    ja: '{file}: DHCP のログに読み取れない行が {count} 行あります(最初は {line} 行目: {problem})。ほかの行は使用しました。',
  },
  'dhcp-line-cut': {
    en: '{file}: the last line ({line}) is cut: the DHCP server was writing while the file was copied. The others were used.',
    ja: '{file}: 最後の行({line} 行目)が途中で切れています(DHCP サーバーの書き込み中にコピーされたファイルです)。ほかの行は使用しました。',
  },
  'store-kept-elsewhere': {
    en: '{file}: kept already as of the network "{network}", so it is not kept again under another name.',
    ja: '{file}: ネットワーク「{network}」のログとして保存済みのため、別の名前では保存しません。',
  },
  'store-damaged': {
    en: '{file}: this file of the store is damaged or missing. What it held is missing here; give the log again to keep it anew.',
    ja: '{file}: 保存済みのファイルが壊れているか、見つかりません。この内容は今回の結果に含まれません。元のログを指定し直すと保存し直します。',
  },
  'store-newer': {
    en: '{file}: kept by a newer version of adlogon and not read. What it holds is missing here; use that version.',
    ja: '{file}: 新しいバージョンの adlogon が保存したため、読み取れません。この内容は今回の結果に含まれません。新しいバージョンを使ってください。',
  },
  'store-dropped': {
    en: 'Deleted from the store because older than {weeks} weeks: {files}.',
    ja: '{weeks} 週より古いため、保存先から削除しました: {files}。',
  },
  'ioc-lines-unusable': {
    en: '{file}: {count} line(s) hold a hash or a mail address, the first is line {line}: a proxy log does not show those. The others were used.',
    ja: '{file}: ハッシュ値またはメールアドレスの行が {count} 行あります(最初は {line} 行目)。プロキシログには現れないため使いません。ほかの行は使用しました。',
  },
  'proxy-bad-lines': {
    en: '{file}: {count} lines could not be understood, the first of them line {line}; {requests} requests were read.',
    ja: '{file}: {count} 行を読み取れませんでした(最初は {line} 行目)。{requests} 件の要求は読み取りました。',
  },
  'proxy-cut-short': {
    en: '{file}: the compressed file ends early or is damaged after line {line}; what comes before was read.',
    ja: '{file}: 圧縮ファイルが {line} 行目より後で途切れているか、壊れています。それより前は読み取りました。',
  },
  'proxy-no-requests': { en: '{file}: there is no request in this proxy log.', ja: '{file}: プロキシログに要求の記録がありません。' },
  'proxy-same-content': { en: '{file}: the same content as {other}; counted once.', ja: '{file}: {other} と同じ内容です。1回だけ数えます。' },
  'proxy-file-passed-over': { en: '{file}: not a proxy log, passed over.', ja: '{file}: プロキシログではないため、読み飛ばしました。' },
  'ack-line-unusable': {
    en: '{file}: line {line} is not used ({problem}); what it acknowledged asks again.',
    ja: '{file}: {line} 行目は使用できません({problem})。この行の承認は無効で、再び要確認になります。',
  },
  'ack-file-missing': {
    en: '{file}: there is no acknowledgements file yet; nothing is taken for acknowledged.',
    ja: '{file}: 承認のファイルがまだありません。承認済みの扱いはしません。',
  },
  'more-memory': {
    en: 'The logs hold unusually much, so this run takes up to {megabytes} MB of memory.',
    ja: 'ログの内容が通常より大幅に多いため、メモリを最大 {megabytes} MB 使って処理を続けます。',
  },
} satisfies Catalogue;

/** What is wrong with a line of a DHCP log. */
export const DHCP_PROBLEMS = {
  'dhcp-bad-time': { en: 'the date or time is not MM/DD/YY and HH:MM:SS', ja: '日付・時刻が MM/DD/YY、HH:MM:SS の形ではありません' },
  'dhcp-bad-address': { en: 'no IP address', ja: 'IP アドレスがありません' },
  'dhcp-no-row': { en: 'not a line of the log', ja: 'ログの行ではありません' },
} satisfies Catalogue;
