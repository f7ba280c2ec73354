import type { Words } from '../../checks/check.ts';
import type { Branch, LineState } from '../../decision/decide.ts';
import type { FlowLine, IsolationLine } from '../../decision/flow-lines.ts';
import type { Catalogue } from './catalogue.ts';

/** Where the flow stands in the guideline. The Japanese lines of `FLOW_WORDS` are the text's own, word for word; the English ones are our translation. */
export const FLOW_TITLE: Words = {
  en: 'Response to a targeted attack (example), interim report of the ministry of 12 August 2015, 1(3)',
  ja: '標的型攻撃への対応(例) — 総務省 自治体情報セキュリティ対策検討チーム 中間報告(平成27年8月12日) 1(3)',
};

/** Said wherever the flow is printed. */
export const FLOW_CAUTION: Words = {
  en: 'The text is of 2015. Cutting the power destroys what is in memory; many plans of today isolate the network first and preserve memory. Follow your own current emergency response plan where it differs.',
  ja: 'この手順は2015年のものです。電源を切るとメモリ上の証拠は失われます。現在は、先にネットワークから切り離してメモリを保全する手順も多く採られています。異なる場合は、自組織の現行の緊急時対応計画に従ってください。',
};

export const FLOW_WORDS: Readonly<Record<FlowLine | IsolationLine, Words>> = {
  contact: { ja: '必要な連絡を行う', en: 'Make the necessary contacts' },
  'check-proxy': {
    ja: 'プロキシサーバをチェックし、外部への不審な通信を事案発覚後6時間以内に調査',
    en: 'Check the proxy server: examine suspicious traffic to the outside within 6 hours after the incident came to light',
  },
  'cannot-examine': { ja: '(1) 検査できない場合', en: '(1) If it cannot be examined' },
  'cannot-examine-cut-off': {
    ja: '外部へのWebアクセス及びPCからのメール送受信を遮断(ネット遮断)',
    en: 'Cut off Web access to the outside and sending and receiving mail from PCs (network cut-off)',
  },
  'cannot-examine-experts': { ja: 'セキュリティ事案対処専門家と共に対応', en: 'Respond together with security incident experts' },
  'one-pc': {
    ja: '(2) 検査できて不審な通信が1台のPCから行われている',
    en: '(2) If it can be examined and the suspicious traffic comes from one PC',
  },
  'one-pc-isolate': { ja: 'PCの隔離 ※', en: 'Isolate the PC *' },
  'one-pc-watch': { ja: '引き続き不審な通信の監視を続ける', en: 'Keep watching for suspicious traffic' },
  'several-pcs': {
    ja: '(3) 検査できて不審な通信が2台以上のPCから行われている',
    en: '(3) If it can be examined and the suspicious traffic comes from two or more PCs',
  },
  'several-pcs-cut-off': {
    ja: '① 外部へのWebアクセス及びPCからのメール送受信を遮断(ネット遮断)',
    en: '(i) Cut off Web access to the outside and sending and receiving mail from PCs (network cut-off)',
  },
  'confirm-person': {
    ja: '② 不審なアクセスが、人間の操作に起因するものかを確認',
    en: '(ii) Confirm whether the suspicious access was caused by what a person did',
  },
  'person-confirmed': {
    ja: '人間による操作で、不審なサイトへ誘導されたもので、ウイルス感染ではないことが確定された場合、ネット遮断を解除し緊急体制を解除',
    en: 'If it is established that a person was led to a suspicious site and that it is no virus infection, lift the network cut-off and end the emergency',
  },
  'virus-suspected': {
    ja: '③ 不審なアクセスが、ウイルスによるものと疑われる場合',
    en: '(iii) If the suspicious access is suspected to be caused by a virus',
  },
  'virus-isolate': { ja: 'PCの隔離 ※', en: 'Isolate the PC *' },
  'virus-check-logons': {
    ja: 'AD (Active Directory) のログを確認して、人間以外のログオン(成功・失敗)を検査',
    en: 'Check the logs of AD (Active Directory): examine logons, successful or failed, that no person made',
  },
  'logons-found': { ja: '(不審なログオンが発見された場合)', en: '(If a suspicious logon was found)' },
  'logons-found-administrator': {
    ja: '管理者権限の不正アクセスが見つかった場合 →LANを停止させ、セキュリティ事案対応専門家と共に対応',
    en: "If unauthorised access with an administrator's privilege was found: stop the LAN, and respond together with security incident experts",
  },
  'logons-found-no-administrator': {
    ja: '管理者権限ではなかった場合 →PCの隔離 ※',
    en: "If it was not an administrator's privilege: isolate the PC *",
  },
  'virus-experts': {
    ja: '感染範囲特定のできるセキュリティ事案対応専門家と共に対応',
    en: 'Respond together with security incident experts who can determine how far the infection reaches',
  },
  'virus-contained': {
    ja: '感染範囲の特定・除去ができたと合理的に判断できた場合、ネット遮断を解除する',
    en: 'When it can reasonably be judged that the infection was determined and removed, lift the network cut-off',
  },
  isolation: { ja: '※ PCの隔離手順', en: '* How to isolate a PC' },
  'isolation-no-scan': {
    ja: '調査の妨げになるのでウイルスワクチンによるスキャンは行わないこと',
    en: 'Do not run a virus scan: it hinders the examination',
  },
  'isolation-power-off': {
    ja: '対象PCの電源断 (バッテリーを抜くかコンセントを抜く、分からない場合には電源ボタンの長押し(LANケーブルの抜線よりも先に行うこと))',
    en: 'Cut the power of the PC (take out the battery or pull the plug; if unsure, hold the power button; do this before pulling the LAN cable)',
  },
};

/** What a line means now. */
export const LINE_STATES: Readonly<Record<LineState, Words>> = {
  do: { en: 'DO', ja: '実施' },
  done: { en: 'done', ja: '確認済' },
  here: { en: 'applies', ja: '該当' },
  open: { en: 'open', ja: '未確定' },
  'not here': { en: 'does not apply', ja: '非該当' },
};

export const BRANCHES: Readonly<Record<Branch, Words>> = {
  'not-examined': { en: 'the proxy log has not been examined yet', ja: 'プロキシログの調査がまだ' },
  'cannot-examine': { en: '(1) it cannot be examined', ja: '(1) 検査できない場合' },
  'no-traffic': { en: 'examined, and no suspicious traffic was found', ja: '検査でき、不審な通信は見つかっていない' },
  'one-pc': { en: '(2) suspicious traffic from one PC', ja: '(2) 不審な通信が1台のPC' },
  'several-pcs': { en: '(3) suspicious traffic from two or more PCs', ja: '(3) 不審な通信が2台以上のPC' },
};

/** Why, what would change it, what is established and what is not. */
export const STATEMENTS = {
  'proxy-not-examined': { en: 'The proxy log has not been examined.', ja: 'プロキシログを調査していません。' },
  'proxy-partly-examined': {
    en: 'The proxy log was examined only in part: nothing suspicious was found in what it records, and it does not record all that is asked.',
    ja: 'プロキシログの調査は一部だけです。記録の範囲では不審な通信は見つかっていませんが、調べられなかった点があります。',
  },
  'proxy-cannot-be-examined': { en: 'The proxy log cannot be examined.', ja: 'プロキシログを調査できません。' },
  'proxy-overdue': {
    en: 'Six hours are over and the proxy log has not been examined: it is treated as what cannot be.',
    ja: '事案発覚から6時間を過ぎてもプロキシログを調査していないため、検査できない場合として扱います。',
  },
  'proxy-partly-overdue': {
    en: 'Six hours are over and the proxy log has been examined only in part (nothing suspicious in what it records): it is treated as what cannot be.',
    ja: '事案発覚から6時間を過ぎ、プロキシログの調査は一部だけのため(記録の範囲では不審な通信なし)、検査できない場合として扱います。',
  },
  'no-suspicious-traffic': {
    en: 'The proxy log was examined, and no suspicious traffic was found in it.',
    ja: 'プロキシログを調査し、不審な通信は見つかっていません。',
  },
  'traffic-of-one-pc': { en: 'Suspicious traffic came from one PC: {terminals}.', ja: '不審な通信は1台のPCからです: {terminals}。' },
  'traffic-of-several-pcs': { en: 'Suspicious traffic came from {count} PCs: {terminals}.', ja: '不審な通信は{count}台のPCからです: {terminals}。' },
  'no-suspicious-traffic-as-told': {
    en: 'The proxy log was examined, and no suspicious traffic was found in it (as told).',
    ja: 'プロキシログを調査し、不審な通信は見つかっていません(申告による)。',
  },
  'traffic-of-one-pc-as-told': {
    en: 'Suspicious traffic came from one PC (as told): {terminals}.',
    ja: '不審な通信は1台のPCからです(申告による): {terminals}。',
  },
  'traffic-of-several-pcs-as-told': {
    en: 'Suspicious traffic came from {count} PCs (at least in part as told): {terminals}.',
    ja: '不審な通信は{count}台のPCからです(一部または全部は申告による): {terminals}。',
  },
  'if-proxy-is-examined': {
    en: 'When the proxy log is examined: (2) for one PC, (3) for two or more.',
    ja: 'プロキシログを調査できれば、不審な通信が1台なら(2)、2台以上なら(3)に進みます。',
  },
  'if-the-rest-is-examined': {
    en: 'When somebody has examined the rest (see what could not be seen), tell the result with --suspicious-terminals NAME,... or none: (2) for one PC, (3) for two or more.',
    ja: '残り(「確認できなかったこと」を参照)をプロキシの管理者などが調査できたら、結果を --suspicious-terminals 端末名,… (なければ none)で指定してください。不審な通信が1台なら(2)、2台以上なら(3)に進みます。',
  },
  'if-traffic-appears': {
    en: 'When suspicious traffic appears: (2) for one PC, (3) for two or more.',
    ja: '不審な通信が見つかれば、1台なら(2)、2台以上なら(3)に進みます。',
  },
  'if-a-second-pc-appears': { en: 'When suspicious traffic comes from a second PC: (3).', ja: '2台目のPCの不審な通信が見つかれば(3)に進みます。' },
  'if-a-person-is-confirmed': {
    en: 'When it is established that a person did it and that it is no virus: the cut-off and the emergency end.',
    ja: '人間による操作でウイルス感染ではないと確定できれば、ネット遮断と緊急体制を解除します。',
  },
  'if-a-virus-is-suspected': { en: 'When a virus is suspected: (3) (iii).', ja: 'ウイルスによるものと疑われれば(3)③に進みます。' },
  'if-program-logons-are-found': {
    en: 'When a logon that no person made is found: stop the LAN if it had an administrator’s privilege, isolate the PC if not.',
    ja: '人間以外のログオンが見つかれば、管理者権限ならLANを停止し、そうでなければPCを隔離します。',
  },
  'if-an-administrator-is-involved': {
    en: 'When one of these logons turns out to be an administrator’s: stop the LAN.',
    ja: '管理者権限の不正アクセスと分かれば、LANを停止します。',
  },
  'if-contained': {
    en: 'When the infection is judged to be determined and removed: the network cut-off ends.',
    ja: '感染範囲の特定・除去ができたと判断できれば、ネット遮断を解除します。',
  },
  'discovery-not-told': {
    en: 'When the incident came to light was not told (--discovered): the six hours cannot be counted.',
    ja: '事案発覚の時刻が指定されていません(--discovered)。6時間の期限を計算できません。',
  },
  'discovered-in-the-future': {
    en: 'The time of discovery that was told (--discovered) is still to come by the clock of this computer: check both. The deadline follows from it.',
    ja: '指定された事案発覚の時刻(--discovered)が、このコンピューターの時計より先です。指定と時計を確認してください(期限はこの時刻から計算しています)。',
  },
  'cause-not-established': {
    en: 'Whether a person or a virus caused the traffic is not established.',
    ja: '人間の操作によるものかウイルスによるものか、確認できていません。',
  },
  'cause-is-a-person': {
    en: 'A person caused it, and it is no virus (as told).',
    ja: '人間の操作によるもので、ウイルス感染ではないと確定しています(申告による)。',
  },
  'cause-may-be-a-virus': { en: 'A virus is suspected.', ja: 'ウイルスによるものと疑われます。' },
  'logons-not-examined': {
    en: 'The AD logs could not show whether there are logons that no person made.',
    ja: 'ADのログから人間以外のログオンの有無を確認できていません。',
  },
  'program-logons-found': { en: 'Logons that no person made were found.', ja: '人間以外のログオンが見つかっています。' },
  'no-program-logons': { en: 'No logon that no person made was found.', ja: '人間以外のログオンは見つかっていません。' },
  'administrator-not-examined': {
    en: 'Whether an administrator’s privilege was used is not established.',
    ja: '管理者権限が使われたかどうか、確認できていません。',
  },
  'administrator-involved': { en: 'An administrator’s privilege was used.', ja: '管理者権限が使われています。' },
  'administrator-not-involved': { en: 'No administrator’s privilege was used.', ja: '管理者権限は使われていません。' },
  'contained-as-told': { en: 'The infection was determined and removed (as told).', ja: '感染範囲の特定・除去が完了しています(申告による)。' },
  'administrator-outside-the-flow': {
    en: 'The text asks for the AD logs under (3) (iii) only. Logons with an administrator’s privilege that no person made were found all the same: think about stopping the LAN, with experts.',
    ja: '手順ではADのログの確認は(3)③だけで求められていますが、管理者権限による人間以外のログオンが見つかっています。LANの停止を含め、専門家と共に判断してください。',
  },
  'program-logons-outside-the-flow': {
    en: 'The text asks for the AD logs under (3) (iii) only. Logons that no person made were found all the same: think about isolating the PC.',
    ja: '手順ではADのログの確認は(3)③だけで求められていますが、人間以外のログオンが見つかっています。PCの隔離を検討してください。',
  },
  'no-step-without-traffic': {
    en: 'The text names no step for the case that no suspicious traffic was found. Keep watching, and make sure that the proxy log covers the whole time.',
    ja: '不審な通信が見つからなかった場合の手順は示されていません。監視を続け、プロキシログが全期間を含むことを確かめてください。',
  },
} satisfies Catalogue;
