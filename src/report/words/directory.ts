import type { Catalogue } from './catalogue.ts';

/** What a directory snapshot lacks, by the code of the gap: what could not be read, and where. One sentence each. */
export const DIRECTORY_GAPS = {
  'as-written': { en: '{text}', ja: '{text}' },
  // Of an answer of the server (src/directory/search.ts and the files it uses).
  'answer-size-limit': {
    en: '{base}: the server stopped at its limit of objects after {count}; the others are missing.',
    ja: '{base}: サーバーの件数上限により {count} 件で打ち切られ、残りを読み取れませんでした。',
  },
  'answer-time-limit': {
    en: '{base}: the server stopped at its time limit after {count} objects; the others are missing.',
    ja: '{base}: サーバーの時間制限により {count} 件で打ち切られ、残りを読み取れませんでした。',
  },
  'answer-admin-limit': {
    en: '{base}: the server stopped at an administrative limit after {count} objects; the others are missing.',
    ja: '{base}: サーバーの管理上の制限により {count} 件で打ち切られ、残りを読み取れませんでした。',
  },
  'answer-pages-refused': {
    en: '{base}: the server refused to answer in pages (result {result}: {message}); nothing was read.',
    ja: '{base}: サーバーがページ単位の読み取りを拒否したため(結果コード {result}: {message})、読み取れませんでした。',
  },
  'answer-pages-ignored': {
    en: '{base}: the server did not say whether more pages follow; {count} objects were read, others may be missing.',
    ja: '{base}: 続きがあるかどうかをサーバーが返しませんでした。{count} 件を読み取りましたが、残りがあるかもしれません。',
  },
  'answer-pages-repeat': {
    en: '{base}: the server sent the same page again and again; {count} objects were read, others may be missing.',
    ja: '{base}: サーバーが同じページを繰り返し返しました。{count} 件を読み取りましたが、残りがあるかもしれません。',
  },
  'answer-referred': {
    en: '{base}: a part of it lies on another server, which was not asked ({to}).',
    ja: '{base}: 一部が別のサーバーにあり、読み取っていません({to})。',
  },
  'answer-refused': {
    en: '{base}: the server refused to answer (result {result}: {message}); {count} objects were read.',
    ja: '{base}: サーバーが応答を拒否しました(結果コード {result}: {message})。読み取れたのは {count} 件です。',
  },
  'answer-cut': {
    en: '{base}: the connection was cut, also when tried again; {count} objects were read, the others are missing.',
    ja: '{base}: 読み取り中に接続が切れ、再試行でも完了しませんでした。読み取れたのは {count} 件で、残りは読み取れていません。',
  },
  'answer-stalled': {
    en: '{base}: the server fell silent for {seconds} s, also when tried again; {count} objects were read, the others are missing.',
    ja: '{base}: サーバーの応答が {seconds} 秒以上途絶え、再試行でも完了しませんでした。読み取れたのは {count} 件で、残りは読み取れていません。',
  },
  'answer-unreadable': {
    en: '{base}: the server sent what is not LDAP, also when tried again; {count} objects were read, the others are missing.',
    ja: '{base}: サーバーの応答を LDAP として解釈できず、再試行でも完了しませんでした。読み取れたのは {count} 件で、残りは読み取れていません。',
  },
  'answer-no-connection': {
    en: '{base}: the connection was lost and could not be made again; {count} objects were read, the others are missing.',
    ja: '{base}: 接続が失われ、再接続できませんでした。読み取れたのは {count} 件で、残りは読み取れていません。',
  },
  'base-missing': {
    en: '{base}: there is no such place in the directory, or it may not be read.',
    ja: '{base}: ディレクトリにこの場所がないか、読み取り権限がありません。',
  },
  'values-cut': {
    en: '{dn}: only {count} values of {attribute} could be read; others are missing.',
    ja: '{dn}: {attribute} の値は {count} 件しか読み取れませんでした。残りは読み取れていません。',
  },
  // Of what the answers say together (src/directory/take-snapshot.ts and the files it uses).
  'netbios-name-unreadable': {
    en: 'The short (NetBIOS) name of {domain} could not be read; records that name the domain by it may not be told from others.',
    ja: '{domain} の NetBIOS 名を読み取れませんでした。ログに NetBIOS 名で記録されたアカウントを照合できないことがあります。',
  },
  'attribute-unreadable': {
    en: '{attribute} of {count} objects could not be read, for example of {example}.',
    ja: '{count} 件のオブジェクトの {attribute} を読み取れませんでした(例: {example})。',
  },
  'descriptor-unreadable': {
    en: 'The permissions of {count} privileged objects could not be read, for example of {example}: who can become administrator by a right is not known.',
    ja: '特権に関わるオブジェクト {count} 件のアクセス許可を読み取れませんでした(例: {example})。権限の委任によって管理者になれるアカウントの漏れがあり得ます。',
  },
  'name-twice': {
    en: 'Two accounts are named {name}; {sid} is the other one. Records that have no more than the name cannot be told apart.',
    ja: '{name} という名前のアカウントが 2 つあります(もう一方は {sid})。名前しか残っていない記録は、どちらのものか区別できません。',
  },
  'group-hidden': {
    en: 'The group {sid}, which every domain has, did not show: its members are not known.',
    ja: 'どのドメインにもあるグループ {sid} が見つかりません。読み取り権限がなく、メンバーが分からない可能性があります。',
  },
  'account-hidden': {
    en: 'The account {sid}, which every domain has, did not show: other accounts may not have been shown either.',
    ja: 'どのドメインにもあるアカウント {sid} が見つかりません。ほかのアカウントも読み取れていない可能性があります。',
  },
  'domain-controllers-hidden': {
    en: 'No domain controller of {domain} showed among the computers: others may not have been shown either.',
    ja: '{domain} のコンピューターにドメインコントローラーが 1 台も見つかりません。ほかのコンピューターも読み取れていない可能性があります。',
  },
  'members-hidden': {
    en: '{group}: its list of members may not be read ({count} of them name the group themselves); others may be missing.',
    ja: '{group}: メンバーの一覧を読み取れません(メンバー側の情報から {count} 件のみ確認)。ほかにもメンバーがいる可能性があります。',
  },
  'member-unreadable': {
    en: '{group}: its member {member} may not be read, so that it is not known who that is.',
    ja: '{group}: メンバー {member} を読み取れず、どのアカウントか分かりません。',
  },
  'member-elsewhere': {
    en: '{group}: its member {member} is of another domain, which was not asked.',
    ja: '{group}: メンバー {member} は別のドメインにあり、読み取っていません。',
  },
  'operating-systems-unreadable': {
    en: 'The operating system of none of {count} computers could be read, for example of {example}: servers cannot be told from user terminals.',
    ja: 'コンピューター {count} 台すべてで OS の情報を読み取れず(例: {example})、サーバーとユーザ端末を区別できません。',
  },
  'dns-partition-elsewhere': {
    en: '{partition}: this domain controller does not hold this part of DNS; its addresses are not known.',
    ja: '{partition}: このドメインコントローラーには DNS のこの領域がなく、アドレスを読み取っていません。',
  },
  'dns-zone-unreadable': {
    en: 'The names in the DNS zone {zone} may not be read.',
    ja: 'DNS ゾーン {zone} の名前を読み取る権限がありません。',
  },
  'dns-records-damaged': {
    en: '{count} DNS records could not be understood, for example of {example}.',
    ja: 'DNS レコード {count} 件を解釈できませんでした(例: {example})。',
  },
  'dns-records-unreadable': {
    en: 'The records of {count} DNS names could not be read, for example of {example}.',
    ja: 'DNS の名前 {count} 件のレコードを読み取れませんでした(例: {example})。',
  },
} satisfies Catalogue;

/** What should be looked at although nothing is missing in a directory snapshot, by code. */
export const DIRECTORY_WARNINGS = {
  'right-of-everybody': {
    en: 'Everybody in {holder} has the right {right} over {over} (objects: {count}): anybody can become administrator. Take it away.',
    ja: '{holder} の全員が {over} に対する権限 {right} を持ち(対象 {count} 件)、誰でも管理者になれる状態です。この権限を外してください。',
  },
  'right-of-unknown': {
    en: '{holder} has the right {right} over {over} (objects: {count}) and can become administrator, but is no account or group that could be read: of another domain, deleted, or hidden.',
    ja: '{holder} は {over} に対する権限 {right} を持ち(対象 {count} 件)、管理者になり得ますが、読み取れたアカウントやグループの中にありません(別のドメインのもの、削除済み、または読み取り権限なし)。',
  },
  'everybody-privileged': {
    en: '{group} has {holder} as a member: everybody in it is privileged. Take it out.',
    ja: '{group} のメンバーに {holder} が含まれ、その全員が特権を持っています。メンバーから外してください。',
  },
  'members-unlisted': {
    en: '{group} (without a privilege): {count} of its members are known only from their own side; its list may not be read, or changed while it was read.',
    ja: '{group}(特権なし): メンバーのうち {count} 件はメンバー側の情報からしか確認できません。一覧の読み取り権限がないか、読み取り中に変更されました。',
  },
  'members-unknown': {
    en: '{group} (without a privilege): it is not known who {count} of its members are, for example {example}.',
    ja: '{group}(特権なし): メンバーのうち {count} 件を読み取れず、どのアカウントか分かりません(例: {example})。',
  },
  'dns-zone-elsewhere': {
    en: 'The DNS zone {zone} is not in the directory, or may not be read: DNS gives no addresses of computers.',
    ja: 'DNS ゾーン {zone} がディレクトリに見つかりません(別の DNS サーバーにあるか、読み取り権限がありません)。DNS からコンピューターのアドレスは分かりません。',
  },
  'operating-system-missing': {
    en: '{count} computers do not say their operating system, for example {example}; they count as user terminals.',
    ja: 'OS の情報がないコンピューターが {count} 台あり(例: {example})、ユーザ端末として扱います。',
  },
  'token-groups-disagree': {
    en: '{account}: the domain controller works out other privileged groups than the memberships say (more: {more}; fewer: {fewer}).',
    ja: '{account}: ドメインコントローラーが算出した特権グループが、メンバーの一覧と一致しません(一覧にないもの: {more}、一覧にのみあるもの: {fewer})。',
  },
  'token-groups-unread': {
    en: '{domain}: the privileged groups of {count} accounts could not be checked against what the domain controller works out (tokenGroups may not be read).',
    ja: '{domain}: {count} 件のアカウントの特権グループを、ドメインコントローラーの算出結果(tokenGroups)と照合できませんでした。',
  },
} satisfies Catalogue;
