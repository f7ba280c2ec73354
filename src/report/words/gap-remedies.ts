import type { Words } from '../../checks/check.ts';

/**
 * Turns on the recording of one result on a domain controller. auditpol takes the GUID in every language of Windows, names only in its own
 * ([MS-GPAC] 2.2.1.2: Credential Validation, Kerberos Authentication Service, Logon).
 */
export function auditPolicy(result: 'success' | 'failure'): Words {
  const place = { success: '成功', failure: '失敗' }[result];
  return {
    en: `Record it from now on, on every domain controller (past records cannot be brought back):
auditpol /set /subcategory:"Credential Validation" /${result}:enable
auditpol /set /subcategory:"Kerberos Authentication Service" /${result}:enable
auditpol /set /subcategory:"Logon" /${result}:enable
A group policy overrides these commands; set it in the policy of the domain controllers:
Computer Configuration > Policies > Windows Settings > Security Settings > Advanced Audit Policy Configuration > Audit Policies`,
    ja: `今後の記録のために、すべてのドメインコントローラーで次を実行してください(過去の分は取り戻せません)。順に「資格情報の確認」「Kerberos 認証サービス」「ログオン」です。
auditpol /set /subcategory:"{0CCE923F-69AE-11D9-BED3-505054503030}" /${result}:enable
auditpol /set /subcategory:"{0CCE9242-69AE-11D9-BED3-505054503030}" /${result}:enable
auditpol /set /subcategory:"{0CCE9215-69AE-11D9-BED3-505054503030}" /${result}:enable
グループポリシーの設定がある場合はそちらが優先されます。ドメインコントローラーのポリシーの次の場所で「${place}」を有効にしてください。
コンピューターの構成 > ポリシー > Windows の設定 > セキュリティの設定 > 監査ポリシーの詳細な構成 > 監査ポリシー(アカウント ログオン、ログオン/ログオフ)`,
  };
}

/** A part of a question that never can be asked is left out by the organisation, not by silence. */
export function declared(part: string): Words {
  return {
    en: `If that can never be, declare it in adlogon.yaml with the reason, which the report then shows:\nnot_applicable: { ${part}: reason }`,
    ja: `今後も用意できない場合は、adlogon.yaml に理由とともに記載してください(報告書に対象外と示されます)。\nnot_applicable: { ${part}: 理由 }`,
  };
}

export const EXPORT_LOG: Words = {
  en: `Export the Security log on the machine that recorded it, and give the file to adlogon audit:
wevtutil epl Security Security.evtx`,
  ja: `記録元のコンピューターで Security ログを書き出し、adlogon audit に渡してください。
wevtutil epl Security Security.evtx`,
};

export const LARGER_LOG: Words = {
  en: `Give the archived logs of that time too, if there are any. For the future, enlarge the log (here to 4 GB) or export it more often:
wevtutil sl Security /ms:4294967296`,
  ja: `その期間の保管済みログがあれば、あわせて渡してください。今後は、ログの最大サイズを大きくする(例: 4 GB)か、書き出しの間隔を短くしてください。
wevtutil sl Security /ms:4294967296`,
};

/** Overwriting is what Windows does at 20 MB unless told otherwise. */
export const WRAPPED: Words = {
  en: `Give the archived logs of that time, or an export that begins earlier, if there are any. For the future, enlarge the log (here to 4 GB), or export it more often:
wevtutil sl Security /ms:4294967296
A group policy overrides this command; set there "Specify the maximum log file size (KB)" to 4194304:
Computer Configuration > Policies > Administrative Templates > Windows Components > Event Log Service > Security`,
  ja: `その期間の保管済みログや、より早い時点からの書き出しがあれば渡してください。今後は、ログの最大サイズを大きくする(例: 4 GB)か、書き出しの間隔を短くしてください。
wevtutil sl Security /ms:4294967296
グループポリシーの設定がある場合はそちらが優先されます。次の場所の「ログ ファイルの最大サイズ (KB) を指定する」を 4194304 にしてください。
コンピューターの構成 > ポリシー > 管理用テンプレート > Windows コンポーネント > イベント ログ サービス > セキュリティ`,
};

export const SNAPSHOT: Words = {
  en: `Take a directory snapshot from a domain controller of that domain, and give it:
adlogon directory --url ldaps://DC01.city.example --user name@city.example --out directory.json
adlogon audit ... --directory directory.json`,
  ja: `そのドメインのドメインコントローラーからスナップショットを取得し、渡してください。
adlogon directory --url ldaps://DC01.city.example --user 名前@city.example --out directory.json
adlogon audit ... --directory directory.json`,
};

export const INVENTORY_ADMIN: Words = {
  en: `Name the admin terminals in the terminals inventory (column "admin": yes) and give it:
adlogon audit ... --terminals terminals.csv`,
  ja: `端末台帳の「管理者端末」の列に「はい」と記入し、台帳を渡してください。
adlogon audit ... --terminals terminals.csv`,
};

export const INVENTORY_ROLE: Words = {
  en: `Give a directory snapshot, or an inventory with the column "role" (user terminal):
adlogon audit ... --directory directory.json --terminals terminals.csv`,
  ja: `ディレクトリのスナップショットか、「役割」の列(ユーザ端末)がある端末台帳を渡してください。
adlogon audit ... --directory directory.json --terminals terminals.csv`,
};

export const INVESTIGATE: Words = {
  en: `See who did it (1102: log cleared, 4719: policy changed), ask why, and give archived or forwarded copies of the log of that time, if there are any:
adlogon records LOG... --event-id 1102,4719`,
  ja: `実施者(1102: ログの消去、4719: ポリシーの変更)を次のコマンドで確認し、理由を尋ねてください。その期間の保管済みログや転送先のログがあれば、あわせて渡してください。
adlogon records ログ... --event-id 1102,4719`,
};

export const CLOCK: Words = {
  en: `See who set it (4616) and by how much, and read the records around it with that in mind:
adlogon records LOG... --event-id 4616`,
  ja: `変更者と変更幅(4616)を次のコマンドで確認し、前後の記録はそれを踏まえて読んでください。
adlogon records ログ... --event-id 4616`,
};

export const EXPORT_WHOLE: Words = {
  en: `Export the whole log again, without a filter; if the records are still missing, find out who or what removed them:
wevtutil epl Security Security.evtx`,
  ja: `抽出せずに、ログ全体を書き出し直してください。それでも欠けている場合は、消えた原因(誰が、または何が消したか)を調べてください。
wevtutil epl Security Security.evtx`,
};

export const EXPORT_AGAIN: Words = {
  en: `Export the log again and copy it while nothing writes to it:
wevtutil epl Security Security.evtx`,
  ja: `ログを書き出し直し、書き込み中でない状態でコピーしてください。
wevtutil epl Security Security.evtx`,
};

/** 4688: {0CCE922B-69AE-11D9-BED3-505054503030} ([MS-GPAC] 2.2.1.2, Process Creation). */
export const ACTIVITY: Words = {
  en: `Give the Security logs of the admin terminals, with starts of programs (4688), or the proxy log. To record starts from now on, on every admin terminal:
auditpol /set /subcategory:"Process Creation" /success:enable
A group policy overrides this command; set it in the policy of the admin terminals, and with it the command line (Administrative Templates > System > Audit Process Creation):
Computer Configuration > Policies > Windows Settings > Security Settings > Advanced Audit Policy Configuration > Audit Policies > Detailed Tracking
The proxy log shows Web use only where the terminals have no other way out, and no mail program that asks a server inside:
adlogon audit ... --proxy access.log`,
  ja: `管理者端末の Security ログ(プログラム起動の記録 4688 を含むもの)か、プロキシログを渡してください。今後の記録のために、すべての管理者端末で次を実行してください(「プロセス作成」の監査)。
auditpol /set /subcategory:"{0CCE922B-69AE-11D9-BED3-505054503030}" /success:enable
グループポリシーの設定がある場合はそちらが優先されます。管理者端末のポリシーの次の場所で「プロセス作成の監査」の「成功」を有効にし、あわせてコマンドラインの記録も有効にしてください(管理用テンプレート > システム > プロセス作成の監査)。
コンピューターの構成 > ポリシー > Windows の設定 > セキュリティの設定 > 監査ポリシーの詳細な構成 > 監査ポリシー > 詳細追跡
プロキシログで分かるのは、端末からの外部接続が必ずプロキシを通る場合の Web の使用だけです。内部のメールサーバーを使うメールソフトは現れません。
adlogon audit ... --proxy access.log`,
};
