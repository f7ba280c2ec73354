import type { Catalogue } from './catalogue.ts';

/** Why a finding has its level: one key per stated rule. */
export const LEVEL_BECAUSE = {
  'not-an-admin-terminal': { en: 'not an admin terminal', ja: '管理者端末ではありません' },
  'credentials-used': {
    en: 'its credentials were used in the session of another there; whether a logon followed no log that was given tells',
    ja: '別のアカウントのセッションで資格情報が使われました(ログオンできたかどうかは、渡されたログでは分かりません)',
  },
  'unknown-terminal': { en: 'the terminal is not known', ja: '端末を特定できません' },
  'continued-from-admin-terminal': { en: 'continued from an admin terminal', ja: '管理者端末からの操作の続きです' },
  'began-elsewhere': {
    en: 'nothing proves that the session at that machine began at an admin terminal',
    ja: 'その機器への接続元が管理者端末と確認できません',
  },
  'ticket-not-issued-there': {
    en: "an administrator's ticket was used there, though none was issued to it there by the logs given (inferred): it may have been stolen elsewhere",
    ja: 'その端末に発行された記録のない管理者のチケットが使われました(推定)。ほかの端末から盗まれたおそれがあります',
  },
  'origin-doubted': {
    en: 'that machine was used from an admin terminal, but from elsewhere as well',
    ja: 'その機器は管理者端末からも、それ以外からも使われていました',
  },
  'admin-terminal-confirmed': {
    en: 'named as an admin terminal by weak evidence, where the account was at work',
    ja: '根拠は弱いものの、同じ管理者が使用中の管理者端末とみられます',
  },
  'admin-terminal-doubted': {
    en: 'only weak evidence names an admin terminal, or its sources disagree on that',
    ja: '管理者端末とする根拠が弱いか、資料が食い違っています',
  },
  administrator: { en: 'the account is an administrator', ja: '管理者のアカウントです' },
  'second-look': {
    en: 'a domain controller asked another about the same wrong password; the attempt itself is counted where it was made',
    ja: '同じ誤りを別のドメインコントローラーが確認した記録です(試行そのものは行われた場所で数えています)',
  },
  'computer-account': {
    en: "the computer's own password or trust with the domain, not a person (restored, renamed or set up anew; account disabled): join it to the domain again",
    ja: '人ではなく、コンピューター自身のパスワードやドメインとの信頼関係の問題です(復元、改名、再設定、アカウントの無効化など)。ドメインへの参加をやり直してください',
  },
  technical: { en: 'a technical cause, not a password', ja: 'パスワードではなく技術的な原因です' },
  spray: { en: 'many accounts failed from one place (password spraying)', ja: '1か所から多数のアカウントで失敗しています(パスワードスプレーの形)' },
  'slow-spray': {
    en: 'over hours, many accounts failed at one place where they never log on (slow password spraying)',
    ja: '何時間もかけて、1か所から、そこでログオンしたことのない多数のアカウントで失敗しています(ゆっくりしたパスワードスプレーの形)',
  },
  'spread-spray': {
    en: 'within seconds or over hours, many accounts failed at several places where they never log on (password spraying over many terminals)',
    ja: '短時間に、または何時間もかけて、ログオンしたことのない複数の場所から、多数のアカウントで失敗しています(多数の端末に分散したパスワードスプレーの形)',
  },
  'spray-then-success': {
    en: 'one of many accounts that failed from one place, and it logged on there afterwards',
    ja: '1か所から多数のアカウントで失敗したうちの1つで、その後同じ場所でログオンに成功しています',
  },
  'many-terminals': { en: 'one account failed at several terminals', ja: '1つのアカウントが複数の端末で失敗しています' },
  'disabled-at-its-terminal': {
    en: 'a disabled or expired account, at a terminal where it had logged on before',
    ja: '無効または期限切れのアカウントです(以前からログオンしていた端末)',
  },
  'disabled-elsewhere': {
    en: 'a disabled or expired account, at a terminal where no earlier logon of it is recorded',
    ja: '無効または期限切れのアカウントです(以前のログオンが記録にない端末)',
  },
  refused: { en: 'refused by a rule on the account or the terminal', ja: 'アカウントや端末の制限により拒否されました' },
  'locked-out': { en: 'the account was locked out', ja: 'アカウントがロックされました' },
  'mistyped-then-success': { en: 'mistyped, then succeeded at the same terminal', ja: '打ち間違いのあと、同じ端末で成功しました' },
  'password-just-changed': { en: 'the password had just been changed', ja: 'パスワードを変更した直後です' },
  'password-expired': { en: 'the password had expired or had to be changed', ja: 'パスワードの期限切れ、または変更が必要な状態でした' },
  'service-retrying': {
    en: 'a service or task goes on with an old password: set the new one at that machine',
    ja: 'サービスやタスクが古いパスワードのまま再試行しています(その機器の設定を新しいパスワードに変更してください)',
  },
  'outside-hours': { en: 'outside working hours or on a holiday', ja: '勤務時間外または休日です' },
  'outside-hours-usual': {
    en: 'outside working hours, as the account logs on on other days too',
    ja: '勤務時間外ですが、このアカウントはほかの日にも時間外にログオンしています',
  },
  'outside-hours-again': {
    en: 'outside working hours again, by the same account at the same terminal as a failure to review before it',
    ja: '勤務時間外の失敗の続きです(同じアカウントと端末の、最初の1件が要確認)',
  },
  'many-failures': { en: 'many failures', ja: '失敗の回数が多くなっています' },
  'unknown-names': { en: 'several names that the directory does not have', ja: 'ディレクトリにない名前が複数使われました' },
  'program-suspected': { en: 'a program is suspected', ja: 'プログラムによるログオンの疑いがあります' },
  'cannot-tell': { en: 'a person or a program: cannot be told', ja: '人かプログラムか判断できません' },
  'known-automation': { en: 'known automation, by the configuration', ja: '設定にある既知の自動処理です' },
  'service-account': { en: 'a service account at a server', ja: 'サーバーで動くサービスアカウントです' },
  'few-failures': { en: 'few failures', ja: '失敗の回数はわずかです' },
  'program-used': { en: 'a browser or mail program was started by a person', ja: 'Webブラウザまたはメールソフトが起動されました' },
  'started-by-windows': {
    en: 'started by Windows or by another program, without a window or as the system',
    ja: 'Windows やほかのプログラムによる起動です(システム権限、画面なし、部品としての呼び出し)',
  },
  'helper-process': {
    en: 'processes that the program started for itself; its own start is not in the log',
    ja: 'プログラム自身が起動した補助プロセスです(本体の起動は記録にありません)',
  },
  'web-use': { en: 'requests to hosts that Windows does not ask by itself', ja: 'Windows が自動で接続する先ではないホストへの通信です' },
  'web-use-doubted': {
    en: 'requests to hosts that Windows does not ask by itself; the address may have been of another terminal',
    ja: 'Windows が自動で接続する先ではないホストへの通信です(別の端末のアドレスだった可能性があります)',
  },
  'windows-itself': {
    en: 'hosts that Windows asks by itself: updates, certificates, telemetry',
    ja: 'Windows が自動で接続する先(更新、証明書の確認、診断データなど)への通信です',
  },
  'refused-by-proxy': { en: 'the proxy refused it, or no host was asked for', ja: 'プロキシが拒否したか、接続先のない要求です' },
  'known-bad-destination': { en: 'an indicator given names the destination', ja: '指定された一覧にある通信先です' },
  'known-bad-host': {
    en: 'an indicator given names a page of that host; the proxy sees only the host',
    ja: '指定された一覧にあるURLのホストです(ページまでは記録がありません)',
  },
  'known-bad-host-common': {
    en: 'an indicator given names a page of that host, which many terminals use; the proxy sees only the host',
    ja: '指定された一覧にあるURLのホストですが、多くの端末が使うホストです(ページまでは記録がありません)',
  },
  'regular-and-rare': { en: 'at regular intervals, from few terminals', ja: '少数の端末だけから、規則的な間隔で通信しています' },
  'regular-and-more': {
    en: 'at regular intervals, and new, unattended, refused or without a name',
    ja: '規則的な間隔で通信しており、ほかにも不審な点があります(初めての通信先、利用者の不在、拒否の繰り返し、IPアドレス指定)',
  },
  'large-upload': { en: 'much was sent to a destination that few use', ja: '使う端末の少ない通信先へ大量に送信しています' },
  'unattended-and-more': {
    en: 'with nobody at the terminal, and new or without a name',
    ja: '利用者のいない時間帯の通信で、初めての通信先かIPアドレス指定です',
  },
  'regular-interval': {
    en: 'at regular intervals, to a destination that several terminals use',
    ja: '規則的な間隔の通信です(複数の端末が使う通信先)',
  },
  unattended: { en: 'with nobody at the terminal', ja: '利用者のいない時間帯の通信です' },
  'bare-address': { en: 'by address instead of name', ja: 'IPアドレスを直接指定した通信です' },
  'refused-again': { en: 'refused by the proxy again and again', ja: 'プロキシが繰り返し拒否した通信です' },
} satisfies Catalogue;
