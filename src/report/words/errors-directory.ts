import type { Catalogue } from './catalogue.ts';

/** What is wrong with a directory, its snapshot, or the way to it. */
export const DIRECTORY_ERRORS = {
  'password-missing': {
    en: 'No password. Type it when asked on a terminal, or give --password-file or the environment variable ADLOGON_PASSWORD.',
    ja: 'パスワードがありません。端末で入力するか、--password-file または環境変数 ADLOGON_PASSWORD で渡してください。',
  },
  'password-file-too-large': {
    en: '{file}: too large for a password file. Its first line must be the password.',
    ja: '{file}: パスワードのファイルとしては大きすぎます。1行目にパスワードだけを書いてください。',
  },
  'password-file-empty': {
    en: '{file}: the first line is empty. It must be the password.',
    ja: '{file}: 1行目が空です。1行目にパスワードを書いてください。',
  },
  'option-for-live-directory': {
    en: '{option} only means something with --directory ldaps://HOST.',
    ja: '{option} は --directory ldaps://ホスト名 と一緒に指定するものです。',
  },
  'snapshot-too-large': {
    en: '{file}: {megabytes} MB is too large for a directory snapshot. Give the file that "adlogon directory" wrote.',
    ja: '{file}: ディレクトリのスナップショットとしては大きすぎます({megabytes} MB)。正しいファイルを指定してください。',
  },
  'directory-domain-unreadable': {
    en: '{host}: it does not say which domain it is of, or the domain may not be read as {account} ({reason}). Give a domain controller, and an account that may read.',
    ja: '{host}: どのドメインのサーバーか読み取れません(アカウント {account}、{reason})。ドメインコントローラーと、読み取り権限のあるアカウントを指定してください。',
  },
  'snapshot-folder-missing': {
    en: '{path}: there is no folder {folder}. Make it, or give another path.',
    ja: '{path}: フォルダー {folder} がありません。作成するか、別の場所を指定してください。',
  },
  'snapshot-name-taken': {
    en: '{path}: is not a file that can be replaced. Give the name of a file.',
    ja: '{path}: 上書きできるファイルではありません。ファイル名を指定してください。',
  },
  'snapshot-not-writable': {
    en: '{path}: could not be written ({reason}). Give a place where you may write.',
    ja: '{path}: 書き込めません({reason})。書き込みできる場所を指定してください。',
  },
  'snapshot-not-utf8': {
    en: '{file}: not UTF-8. Save the directory snapshot as UTF-8.',
    ja: '{file}: UTF-8 ではありません。UTF-8 で保存し直してください。',
  },
  'snapshot-not-json': {
    en: '{file}: not JSON ({problem}). Give a directory snapshot.',
    ja: '{file}: JSON ではありません({problem})。ディレクトリのスナップショットを指定してください。',
  },
  'snapshot-field-missing': { en: '{file}: {at} is missing ({expected} expected).', ja: '{file}: {at} がありません({expected} が必要です)。' },
  'snapshot-field-type': {
    en: '{file}: {at} is of the wrong type. It must be {expected}.',
    ja: '{file}: {at} の型が正しくありません。{expected} にしてください。',
  },
  'snapshot-field-unknown': {
    en: '{file}: {at} has unknown fields: {keys}. Remove them.',
    ja: '{file}: {at} に未知の項目があります: {keys}。削除してください。',
  },
  'snapshot-field-value': {
    en: '{file}: {at} has a value that is not allowed. Allowed: {allowed}.',
    ja: '{file}: {at} の値が正しくありません。使える値: {allowed}。',
  },
  'snapshot-field-format': { en: '{file}: {at} does not have the form of {format}.', ja: '{file}: {at} が {format} の形式ではありません。' },
  'snapshot-field-empty': { en: '{file}: {at} must not be empty.', ja: '{file}: {at} が空です。値を入れてください。' },
  'snapshot-sid-twice': {
    en: '{file}: the SID {sid} stands in it twice. Take the snapshot again.',
    ja: '{file}: SID {sid} が重複しています。スナップショットを取り直してください。',
  },
  'snapshot-name-twice': {
    en: '{file}: the account name {name} stands in it twice. Take the snapshot again.',
    ja: '{file}: アカウント名 {name} が重複しています。スナップショットを取り直してください。',
  },
  'ldap-url-wrong': {
    en: '{url}: not the address of a directory server. Write ldaps://HOST or ldaps://HOST:PORT.',
    ja: '{url}: ディレクトリサーバーのアドレスとして正しくありません。ldaps://ホスト名 または ldaps://ホスト名:ポート の形で指定してください。',
  },
  'ldap-url-credentials': {
    en: 'The address of the directory server holds an account or a password. Leave them out; give the account with --user and the password at the prompt.',
    ja: 'ディレクトリサーバーのアドレスにアカウントやパスワードが含まれています。アドレスから除き、アカウントは --user、パスワードは入力画面で指定してください。',
  },
  'ldap-plain': {
    en: '{host}: ldap:// would send the password readable over the network; nothing was sent. Use ldaps://{host}, or add --start-tls.',
    ja: '{host}: ldap:// ではパスワードが暗号化されずにネットワークを流れるため、接続しませんでした。ldaps://{host} を指定するか、--start-tls を付けてください。',
  },
  'ldap-starttls-with-ldaps': {
    en: '{host}: ldaps:// is encrypted from the start. Leave out --start-tls, or write ldap://.',
    ja: '{host}: ldaps:// は最初から暗号化されています。--start-tls を外すか、ldap:// にしてください。',
  },
  'ldap-global-catalogue': {
    en: '{host}: port {port} is the global catalogue, which lacks members of groups and other attributes. Use port 636 (ldaps) or 389 (StartTLS).',
    ja: '{host}: ポート {port} はグローバルカタログで、グループのメンバーなどの情報が欠けています。ポート 636 (ldaps) または 389 (StartTLS) を指定してください。',
  },
  'ldap-user-form': {
    en: '{user}: Active Directory does not accept a short account name. Write name@domain (UPN), DOMAIN\\name or a distinguished name.',
    ja: '{user}: Active Directory には短いアカウント名だけでは接続できません。名前@ドメイン (UPN)、ドメイン\\名前、識別名 (DN) のどれかで指定してください。',
  },
  'ldap-password-empty': {
    en: '{user}: the password is empty; that would connect as nobody. Give the password of the account.',
    ja: '{user}: パスワードが空です。空のままでは匿名接続になるため接続しませんでした。アカウントのパスワードを指定してください。',
  },
  'ldap-ca-empty': {
    en: '{file}: the file is empty. Give the certificate of the authority (CA) as a PEM or DER file.',
    ja: '{file}: 空のファイルです。認証局 (CA) の証明書を PEM または DER 形式で指定してください。',
  },
  'ldap-ca-key': {
    en: '{file}: holds a private key, not a certificate. Give the certificate of the authority (CA), and keep the key away from here.',
    ja: '{file}: 証明書ではなく秘密鍵のファイルです。認証局 (CA) の証明書を指定してください。秘密鍵は持ち出さないでください。',
  },
  'ldap-ca-not-certificate': {
    en: '{file}: no certificate that can be read. Export the certificate of the authority (CA) as "Base-64 encoded X.509 (.CER)".',
    ja: '{file}: 証明書として読み取れません。認証局 (CA) の証明書を「Base-64 encoded X.509 (.CER)」形式でエクスポートしてください。',
  },
  'ldap-refused': {
    en: '{host}: nothing listens on port {port}. Check the name and the port, and that LDAPS is enabled on the domain controller.',
    ja: '{host}: ポート {port} で接続を拒否されました。ホスト名とポート、ドメインコントローラーで LDAPS が有効かを確認してください。',
  },
  'ldap-timeout': {
    en: '{host}: no answer on port {port} within {seconds} s. Check the name, the firewall and whether the server is running.',
    ja: '{host}: ポート {port} から {seconds} 秒以内に応答がありません。ホスト名、ファイアウォール、サーバーの稼働状況を確認してください。',
  },
  'ldap-unreachable': {
    en: '{host}: port {port} could not be reached ({reason}). Check the network and the firewall.',
    ja: '{host}: ポート {port} に到達できません({reason})。ネットワークとファイアウォールを確認してください。',
  },
  'ldap-host-unknown': {
    en: '{host}: this name is not known. Check the spelling and that this machine uses the DNS of the domain.',
    ja: '{host}: この名前のホストが見つかりません。綴りと、このコンピューターがドメインの DNS を使っているかを確認してください。',
  },
  'ldap-closed': {
    en: '{host}: port {port} closed the connection without an answer. Check that it is the LDAPS port and that the domain controller has a certificate for LDAPS.',
    ja: '{host}: ポート {port} が応答せずに接続を切りました。LDAPS のポートか、ドメインコントローラーに LDAPS 用の証明書があるかを確認してください。',
  },
  'ldap-not-tls': {
    en: '{host}: port {port} does not speak TLS. Use the LDAPS port (636), or ldap:// with --start-tls.',
    ja: '{host}: ポート {port} は TLS に対応していません。LDAPS のポート (636) を指定するか、ldap:// と --start-tls を使ってください。',
  },
  'ldap-not-ldap': {
    en: '{host}: what answers on port {port} is no LDAP server. Check the name and the port.',
    ja: '{host}: ポート {port} で応答したのは LDAP サーバーではありません。ホスト名とポートを確認してください。',
  },
  'ldap-tls-timeout': {
    en: '{host}: port {port} accepted the connection but did not complete TLS within {seconds} s. Check that it is the right port, and try again later.',
    ja: '{host}: ポート {port} に接続できましたが、{seconds} 秒以内に TLS を開始できませんでした。ポートが正しいか確認し、時間をおいて再実行してください。',
  },
  'ldap-tls-failed': {
    en: '{host}: no secure connection on port {port} ({reason}). Check which TLS versions and certificate the domain controller uses (TLS 1.2 or later is needed).',
    ja: '{host}: ポート {port} で TLS 接続を確立できません({reason})。ドメインコントローラーの TLS のバージョン(1.2 以上が必要)と証明書を確認してください。',
  },
  'ldap-starttls-refused': {
    en: '{host}: port {port} refused StartTLS ({reason}). Use ldaps://{host}, or give the domain controller a certificate.',
    ja: '{host}: ポート {port} が StartTLS を拒否しました({reason})。ldaps://{host} を使うか、ドメインコントローラーに証明書を用意してください。',
  },
  'ldap-self-signed': {
    en: '{host}: the certificate is self-signed. Compare its fingerprint with the one on the server, save it to a file, and give that with --ca.',
    ja: '{host}: 自己署名証明書です。サーバー上の証明書と拇印(フィンガープリント)が一致することを確認してファイルに保存し、--ca で指定してください。',
  },
  'ldap-ca-unknown': {
    en: '{host}: the certificate is from an authority (CA) that is not trusted here. Give the CA certificate with --ca ("certutil -ca.cert ca.cer" on the CA writes it).',
    ja: '{host}: 証明書を発行した認証局 (CA) が信頼されていません。CA の証明書を --ca で指定してください(CA サーバーで certutil -ca.cert ca.cer を実行すると取得できます)。',
  },
  'ldap-ca-other': {
    en: '{host}: the certificate is not from an authority (CA) in {file}. Give the certificate of the CA that issued it, intermediate ones included.',
    ja: '{host}: 証明書は {file} の認証局 (CA) が発行したものではありません。発行元の CA(中間 CA を含む)の証明書を指定してください。',
  },
  'ldap-certificate-expired': {
    en: '{host}: the certificate, or that of its authority (CA), has expired. Renew it on the server; if it has not, correct the clock of this machine.',
    ja: '{host}: 証明書または発行元の認証局 (CA) の証明書の有効期限が切れています。サーバーの証明書を更新してください。期限内であれば、このコンピューターの時刻を合わせてください。',
  },
  'ldap-certificate-early': {
    en: '{host}: the certificate is not valid yet. Correct the clock of this machine, or the certificate on the server.',
    ja: '{host}: 証明書がまだ有効期間に入っていません。このコンピューターの時刻、またはサーバーの証明書を確認してください。',
  },
  'ldap-certificate-host': {
    en: '{host}: the certificate is for another name ({names}). Connect by the name in the certificate.',
    ja: '{host}: 証明書の名前が異なります({names})。証明書に記載された名前で接続してください。',
  },
  'ldap-signing': {
    en: '{host}: the server requires a signed or encrypted connection. Use ldaps://{host}.',
    ja: '{host}: サーバーが署名または暗号化された接続を求めています。ldaps://{host} を使ってください。',
  },
  'ldap-bind-credentials': {
    en: '{user}: {host} does not accept this account name or password. Check both; name@domain or DOMAIN\\name is the form to use.',
    ja: '{user}: アカウント名またはパスワードが正しくありません({host})。名前@ドメイン または ドメイン\\名前 の形で指定し、パスワードを確認してください。',
  },
  'ldap-bind-hours': {
    en: '{user}: the account may not log on at this hour ({host}). Try in its logon hours, or have them changed.',
    ja: '{user}: このアカウントは今の時間帯のログオンが許可されていません({host})。許可された時間に実行するか、ログオン時間の設定を変更してください。',
  },
  'ldap-bind-workstation': {
    en: '{user}: the account may not log on from this machine ({host}). Run it on an allowed one, or have "Log On To" changed.',
    ja: '{user}: このアカウントはこのコンピューターからのログオンが許可されていません({host})。許可されたコンピューターで実行するか、「ログオン先」の設定を変更してください。',
  },
  'ldap-bind-password-expired': {
    en: '{user}: the password has expired ({host}). Change it, then try again.',
    ja: '{user}: パスワードの有効期限が切れています({host})。パスワードを変更してから再実行してください。',
  },
  'ldap-bind-disabled': {
    en: '{user}: the account is disabled ({host}). Have it enabled, or use another account.',
    ja: '{user}: アカウントが無効になっています({host})。有効にするか、別のアカウントを使ってください。',
  },
  'ldap-bind-account-expired': {
    en: '{user}: the account has expired ({host}). Have its expiry date changed, or use another account.',
    ja: '{user}: アカウントの有効期限が切れています({host})。期限を延長するか、別のアカウントを使ってください。',
  },
  'ldap-bind-must-change': {
    en: '{user}: the password must be changed at the first logon ({host}). Change it, then try again.',
    ja: '{user}: 初回ログオン時のパスワード変更が必要です({host})。パスワードを変更してから再実行してください。',
  },
  'ldap-bind-locked': {
    en: '{user}: the account is locked out ({host}). Have it unlocked, find out why it was, then try again.',
    ja: '{user}: アカウントがロックアウトされています({host})。原因を確認してロックを解除してから再実行してください。',
  },
  'ldap-bind-failed': {
    en: '{user}: {host} refused the account (result {result}: {reason}). Check the account and its form.',
    ja: '{user}: {host} への接続が拒否されました(結果コード {result}: {reason})。アカウントとその書き方を確認してください。',
  },
} satisfies Catalogue;
