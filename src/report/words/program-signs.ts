import type { Catalogue } from './catalogue.ts';

/** What of a person's own logon does not look like one, by the key of the sign. `{measured}`, `{seconds}`, `{named}`, `{records}`: its numbers and names. */
export const PROGRAM_SIGNS = {
  'fast-accounts': {
    en: '{measured} accounts failed within {seconds} s from one place',
    ja: '1か所から {seconds} 秒以内に {measured} アカウントで失敗',
  },
  'fast-terminals': {
    en: 'the account failed at {measured} places within {seconds} s',
    ja: '同じアカウントが {seconds} 秒以内に {measured} か所で失敗',
  },
  'fast-failures': {
    en: '{measured} failures within {seconds} s, faster than anybody types',
    ja: '{seconds} 秒以内に {measured} 回失敗(手入力では不可能な速さ)',
  },
  'fast-machines': { en: '{measured} machines visited within {seconds} s', ja: '{seconds} 秒以内に {measured} 台へログオン' },
  'fast-changes': {
    en: '{measured} members added to groups within {seconds} s (a script, or one change in an administration tool)',
    ja: '{seconds} 秒以内にグループへ {measured} 件の追加(スクリプト、または管理ツールでの一括操作)',
  },
  credentials: {
    en: "a program tried {measured} other accounts' credentials within {seconds} s (4648)",
    ja: '{seconds} 秒以内に他の {measured} アカウントの資格情報を使用(4648)',
  },
  'brute-force': { en: '{measured} failures of one account within {seconds} s', ja: '{seconds} 秒以内に同じアカウントで {measured} 回失敗' },
  spray: {
    en: 'many accounts failed from one place (password spraying), {records} failures',
    ja: '1か所から多数のアカウントで失敗(パスワードスプレーの形、失敗 {records} 件)',
  },
  'spread-spray': {
    en: 'many accounts failed from several places (password spraying over many), {records} failures',
    ja: '複数の場所から多数のアカウントで失敗(分散したパスワードスプレーの形、失敗 {records} 件)',
  },
  'success-amid-guesses': { en: 'succeeded while many accounts were tried from there', ja: '同じ場所から多数のアカウントが試される中で成功' },
  'success-after-guesses': { en: 'succeeded after many failures of the same account from there', ja: '同じ場所での多数の失敗に続いて成功' },
  'reset-then-used': {
    en: 'logged on from where {named} had reset its password within the hour (account taken over)',
    ja: '{named} がこのアカウントのパスワードをリセットし、1時間以内に同じ場所からログオン(アカウント乗っ取りの疑い)',
  },
  'many-names': {
    en: 'the address gave {measured} different names of itself within {seconds} s',
    ja: '同じアドレスが {seconds} 秒以内に {measured} 通りの端末名を名乗った',
  },
  kerberoast: {
    en: 'service tickets asked for as tools do that break passwords (Kerberoasting){number}{name}',
    ja: 'サービスチケットをパスワード解析ツールと同じ形で要求(Kerberoasting){number}{name}',
  },
  'weak-ticket': {
    en: 'a ticket with weak encryption (RC4), though {measured} others of the account are strong: asked for with the hash of the password, or by an old program',
    ja: '弱い暗号(RC4)でチケットを取得(同じアカウントのほかの {measured} 件は強い暗号。パスワードのハッシュを使ったか、古いプログラム)',
  },
  'kerberoast-slow': {
    en: 'weakly encrypted tickets of {measured} services, one after the other over hours or days, each once (Kerberoasting)',
    ja: '弱い暗号のサービスチケットを {measured} サービス分、時間をかけて1回ずつ要求(Kerberoasting の疑い)',
  },
  'regular-interval': { en: '{measured} pauses in a row of about {seconds} s, always the same', ja: '約 {seconds} 秒の同じ間隔が {measured} 回連続' },
  'no-night': {
    en: 'active in at least {measured} hours of a day, on {seconds} days',
    ja: '1日のうち {measured} 時間帯以上で活動した日が {seconds} 日(夜間も休みなし)',
  },
  'no-session-there': {
    en: "NTLM logon over the network, while by that terminal's own log the account had no session there for {measured} days (pass-the-hash)",
    ja: 'NTLM のネットワークログオンだが、その端末のログでは過去 {measured} 日にこのアカウントのセッションがない(Pass-the-Hash の疑い)',
  },
  'no-ticket-from-there': {
    en: 'NTLM logon over the network from an address to which the account was given no Kerberos ticket for {measured} days',
    ja: 'NTLM のネットワークログオンだが、そのアドレスでは過去 {measured} 日に Kerberos チケットが発行されていない',
  },
  'ticket-never-issued': {
    en: 'a Kerberos ticket was used, but no domain controller issued one to the account for {measured} days (forged ticket)',
    ja: 'Kerberos チケットが使われたが、過去 {measured} 日にどのドメインコントローラーも発行していない(偽造チケットの疑い)',
  },
  'ticket-not-issued-there': {
    en: 'a Kerberos ticket was used at a terminal where none was issued to the account for {measured} days (stolen or forged ticket)',
    ja: '過去 {measured} 日にこのアカウントへチケットが発行されていない端末で、Kerberos チケットが使われた(盗用または偽造の疑い)',
  },
  'account-of-another': {
    en: "the terminal is another person's, and the account had only been used elsewhere before",
    ja: '別の職員が使っている端末で、このアカウントはそれまで他の端末でしか使われていない',
  },
  'no-service-ticket': {
    en: 'a Kerberos logon, but no domain controller issued the account a ticket for that machine within a day (silver ticket)',
    ja: 'Kerberos のログオンだが、直前1日にその機器へのチケットがどのドメインコントローラーからも発行されていない(シルバーチケットの疑い)',
  },
  'relayed-computer': {
    en: "the account of the computer {named} logged on by NTLM from an address that is not that computer's (relayed)",
    ja: 'コンピューター {named} のアカウントが、その機器のものではないアドレスから NTLM でログオン(認証の中継の疑い)',
  },
  'no-machine-name': { en: 'NTLM logon that names no machine', ja: 'NTLM ログオンに端末名がない' },
  'no-session-key': { en: 'NTLM logon without a session key, as tools make it', ja: 'NTLM ログオンにセッション鍵がない(攻撃ツールに多い形)' },
  'ntlm-beside-kerberos': { en: 'NTLM and Kerberos at the same machine within two seconds', ja: '同じ機器に2秒以内に NTLM と Kerberos でログオン' },
  'local-administrator': {
    en: "the local built-in administrator of the user's PC {named} was used there from another user's PC (a local password that PCs share)",
    ja: 'ユーザ端末 {named} のローカル Administrator が、別のユーザ端末から使われた(端末間で共通のローカルパスワードによる横展開の疑い)',
  },
  'built-in-administrator': {
    en: 'the built-in administrator over the network ({named})',
    ja: 'ビルトイン Administrator のネットワークログオン({named})',
  },
  'built-in-renamed': { en: "the built-in administrator's SID under the name {named}", ja: 'ビルトイン Administrator の SID に別の名前 {named}' },
  'name-of-another': { en: 'the SID is that of {named}, the name is another', ja: 'SID は {named} のものだが、名前が異なる' },
  'random-name': { en: 'a machine name that looks drawn by lot: {named}', ja: '無作為に作られたような端末名: {named}' },
  'tool-name': { en: 'a machine name that attack tools give: {named}', ja: '攻撃ツールが名乗る端末名: {named}' },
  'no-windows-name': { en: 'a machine name that Windows would not give: {named}', ja: 'Windows が名乗らない形の端末名: {named}' },
  'unknown-machine': { en: 'a machine name that nobody knows: {named}', ja: '台帳にもディレクトリにもない端末名: {named}' },
  'contradicted-name': { en: 'a machine name ({named}) that contradicts the address', ja: 'アドレスと食い違う端末名({named})' },
  'new-credentials': {
    en: 'other credentials put into a session (type 9, seclogo; runas /netonly or pass-the-hash){name}',
    ja: 'セッションに別の資格情報を設定(種類9、seclogo。runas /netonly または Pass-the-Hash){name}',
  },
  'desktop-tunnel': { en: 'remote desktop from the machine itself (a tunnel)', ja: '自分自身からのリモートデスクトップ(トンネルの疑い)' },
  'restricted-admin': {
    en: 'remote desktop in Restricted Admin mode, which a hash is enough for',
    ja: 'Restricted Admin モードのリモートデスクトップ(ハッシュだけで接続可能)',
  },
  'no-pre-authentication': {
    en: 'a ticket without pre-authentication (AS-REP roasting), {named}',
    ja: '事前認証なしのチケット発行(AS-REP Roasting の疑い)、{named}',
  },
  'named-as-controller': {
    en: 'an account called like the domain controller, without its $ (noPac)',
    ja: 'ドメインコントローラーと同じ名前($ なし)のアカウント(noPac)',
  },
  'anonymous-loopback': {
    en: 'anonymous NTLM logon of the machine at itself (relayed to gain privileges)',
    ja: '自分自身への匿名 NTLM ログオン(中継による権限昇格の疑い)',
  },
  'session-taken-over': {
    en: 'the remote desktop of {named} was left, and in the same moment and from there another took over, without a record of a logon',
    ja: '{named} のリモートデスクトップ切断と同時に、同じ接続元から別のアカウントが、ログオンの記録なしに引き継いだ(セッション乗っ取りの疑い)',
  },
  'service-credentials': { en: 'a service program logged somebody on: {named}', ja: 'サービスのプログラムが別アカウントでログオン: {named}' },
  'privileged-unexplained': {
    en: 'privileges on a domain controller that the directory does not explain (4672)',
    ja: 'ディレクトリ上は権限がないのに、ドメインコントローラーで特権を取得(4672)',
  },
  'privileged-unknown': {
    en: 'privileges on a domain controller of an account that the directory does not have (4672)',
    ja: 'ディレクトリにないアカウントが、ドメインコントローラーで特権を取得(4672)',
  },
  dcsync: {
    en: 'the directory was replicated, passwords’ hashes included, by an account that is no domain controller (DCSync, 4662), {records} records',
    ja: 'ドメインコントローラーでないアカウントがディレクトリを複製(DCSync、4662)。パスワードのハッシュを取得できる操作、{records} 件',
  },
  'directory-sync': {
    en: 'the directory was replicated by an account to which the directory gives that right (4662), {records} records: its synchronisation, or DCSync',
    ja: 'ディレクトリの複製権限を持つアカウントが複製を実行(4662)、{records} 件。同期サービス、または DCSync',
  },
  'hidden-account': {
    en: 'an account of a person that is named like a computer ({named})',
    ja: 'コンピューターを装った($ で終わる)アカウント({named})',
  },
  'computer-renamed': { en: 'a computer account renamed to {named}, without its $', ja: 'コンピューターアカウントの名前を $ のない {named} に変更' },
  'changed-anonymously': { en: 'the account was changed by somebody anonymous (Zerologon)', ja: '匿名でアカウントが変更された(Zerologon の疑い)' },
  'sid-history': {
    en: 'gave an account the rights of another through its SID history: {named} (4765)',
    ja: 'SID 履歴により、ほかのアカウントまたはグループの権限を追加: {named}(4765)',
  },
  'dsrm-password': {
    en: 'set the password with which a domain controller is administered while the directory is off (DSRM, 4794)',
    ja: 'ドメインコントローラーのディレクトリサービス復元モード(DSRM)のパスワードを設定(4794)',
  },
  'administrator-reset': {
    en: "reset an administrator's password without being one: {named} (4724)",
    ja: '管理者でないアカウントが管理者のパスワードをリセット: {named}(4724)',
  },
  'kerberos-loopback': {
    en: 'the built-in administrator logged on over the network from the machine itself with a Kerberos ticket (KrbRelayUp)',
    ja: 'ビルトイン管理者が端末自身からネットワーク経由で Kerberos によりログオン(KrbRelayUp による権限昇格の疑い)',
  },
  'guest-privileged': {
    en: 'privileges of the Guest account, which has none (4672; its entry was altered, or it was made an administrator)',
    ja: '本来特権のない Guest アカウントが特権を取得(4672。RID の書き換え、または管理者への追加)',
  },
  'new-administrator': { en: 'made somebody an administrator: {named}', ja: '管理者グループへの追加を実行: {named}' },
  'log-cleared': { en: 'the log was cleared within {measured} minutes, by {named}', ja: '前後 {measured} 分以内にログが消去された(実行者 {named})' },
  'first-time': {
    en: 'never before at this terminal in the {seconds} days with records of the weeks before; the account is otherwise at home at {named}, and was known at {measured} terminal(s)',
    ja: '過去の週(記録のある {seconds} 日)に、この端末でのログオンはない(ふだんの端末は {named}、使っていた端末は {measured} 台)',
  },
  'out-of-hours': { en: 'outside working hours ({records} records)', ja: '勤務時間外({records} 件)' },
} satisfies Catalogue;
