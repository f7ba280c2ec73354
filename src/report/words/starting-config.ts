import type { Catalogue } from './catalogue.ts';

/** Comments in the `adlogon.yaml` that `adlogon init` writes, a line each, and what it says afterwards. */
export const STARTING_CONFIG = {
  head: {
    en: 'Configuration of adlogon. Use it with:  adlogon audit LOG... --config adlogon.yaml\nSave as UTF-8, indent with spaces. All other settings, with examples: samples/adlogon.yaml, which comes with adlogon.',
    ja: 'adlogon の設定ファイルです。使い方: adlogon audit ログ... --config adlogon.yaml\nUTF-8 で保存し、字下げは半角スペースだけにします。ほかの設定と記入例は、付属の samples/adlogon.yaml にあります。',
  },
  organisation: { en: 'Name of the organisation, and of the network these logs are of', ja: '組織名と、ログの属するネットワークの名前' },
  clock: { en: 'Time zone, and language of the reports (ja or en)', ja: 'タイムゾーンと、報告書の言語(ja または en)' },
  terminals: {
    en: 'Which terminals are admin terminals. Write them here, or give an inventory (CSV: name, address, admin); without either, most questions about administrators cannot be answered.',
    ja: 'どれが管理者端末か。ここに書くか、端末台帳(CSV。端末名、IPアドレス、管理者端末)を指定します。どちらもないと、管理者のログオンを判定できません。',
  },
  adminCandidates: {
    en: 'Administrators logged on from these on three days or more. An admin terminal, or one that is misused? Put only what you have confirmed into names: [...]',
    ja: '管理者が3日以上ログオンした端末です。管理者端末か、本来使うべきでない端末かを確認し、管理者端末だけを names: [...] に書いてください。',
  },
  adminCandidate: {
    en: '{terminal}: administrators: {administrators}, days: {days}, records: {records}, other accounts: {others}',
    ja: '{terminal}: 管理者 {administrators} 名、{days} 日、レコード {records} 件、ほかのアカウント {others} 件',
  },
  administrators: {
    en: "Accounts that count as administrators beside those of AD's administrator groups, such as [op-kudo]",
    ja: 'AD の管理者グループのほかに、管理者として扱うアカウント(例: [op-kudo])',
  },
  services: {
    en: 'Accounts that services use, beside those that AD shows to be, such as [svc-backup]',
    ja: 'サービスが使うアカウント(AD で分かるものに加えて。例: [svc-backup])',
  },
  hours: { en: 'Working hours; closed: no work', ja: '勤務時間。休みの曜日は closed' },
  holidays: {
    en: 'Other days closed, beside the national holidays: every year (12-29) or once (2026-10-01)',
    ja: '国民の祝日のほかの閉庁日。毎年(12-29)または1回だけ(2026-10-01)',
  },
  recorders: {
    en: 'Machines whose logs must be there each week; without one of them the checks are not assessed',
    ja: '毎週ログがあるべきコンピューター。1台でも欠けると判定不能になります',
  },
  otherRecorders: {
    en: 'Logs of these were given too. Add those that must be there each week: {names}',
    ja: '次のコンピューターのログもありました。毎週あるべきものは追加してください: {names}',
  },
  unfitRecorders: { en: 'Not written, because such a name cannot be: {names}', ja: '次の名前は書けないため省きました: {names}' },
  automation: {
    en: 'Programs that log on by themselves. Candidates: adlogon init --learn LOG... --directory FILE',
    ja: '自動でログオンする処理(タスク、バックアップ、監視)。候補の表示: adlogon init --learn ログ... --directory ファイル',
  },
  automationCandidates: {
    en: 'Candidates, not in force. Where the person in charge has confirmed one, take away the "# " before it and before known_automation, and write its purpose.',
    ja: '候補です(有効ではありません)。担当者に確認できたものだけ、その行と known_automation の行の先頭の「# 」を外し、purpose に用途を書いてください。',
  },
  written: { en: 'Written: {file}', ja: '作成しました: {file}' },
  next: {
    en: 'Next: open it, fill in the organisation and the admin terminals, then: adlogon audit LOG... --config {file}',
    ja: '次に: ファイルを開いて組織名と管理者端末を記入し、adlogon audit ログ... --config {file} を実行してください。',
  },
  nextDirectory: {
    en: 'Without a directory nobody is known to be an administrator. Take a snapshot: adlogon directory --url ldaps://HOST --user NAME --out directory.json',
    ja: 'ディレクトリがないと、誰が管理者かわかりません。取得方法: adlogon directory --url ldaps://ホスト名 --user 名前 --out directory.json',
  },
} satisfies Catalogue;
