import type { Catalogue } from './catalogue.ts';

/** What is wrong with the command line. */
export const USAGE_ERRORS = {
  'suspect-unknown': {
    en: '{suspect}: neither in the logs, nor in the directory or the inventory. Check how it is written, and that --since, --from and --until include it.',
    ja: '{suspect}: ログにも、ディレクトリや端末台帳にもありません。表記と、--since・--from・--until の範囲を確認してください。',
  },
  'suspect-unknown-near': {
    en: '{suspect}: neither in the logs, nor in the directory or the inventory. Do you mean: {names}?',
    ja: '{suspect}: ログにも、ディレクトリや端末台帳にもありません。近い名前: {names}',
  },
  'terminal-unknown': {
    en: '{option}: {terminal} is neither in the logs, nor in the directory or the inventory. Check how it is written, or give its address.',
    ja: '{option}: {terminal} は、ログにも、ディレクトリや端末台帳にもありません。表記を確認するか、アドレスを指定してください。',
  },
  'terminal-unknown-near': {
    en: '{option}: {terminal} is neither in the logs, nor in the directory or the inventory. Do you mean: {names}?',
    ja: '{option}: {terminal} は、ログにも、ディレクトリや端末台帳にもありません。近い名前: {names}',
  },
  'options-contradict': {
    en: '{option} and {other} contradict each other. Give one of them.',
    ja: '{option} と {other} は両立しません。どちらか一方を指定してください。',
  },
  'option-missing': { en: '{option} is missing.', ja: '{option} を指定してください。' },
  'period-two-ways': {
    en: 'Give the period in one way only: --from/--until, --week or --last.',
    ja: '期間は --from/--until、--week、--last のどれか1つで指定してください。',
  },
  'period-empty': {
    en: '--from {from} --until {until}: the end is not after the start. Swap them.',
    ja: '--from {from} --until {until}: 終了が開始より後になっていません。入れ替えてください。',
  },
  'period-bad-week': {
    en: '--week {value}: not a week of the calendar. Write the year and the ISO week: 2026-W46.',
    ja: '--week {value}: 週として正しくありません。年と ISO 週番号で 2026-W46 のように指定してください。',
  },
  'period-bad-last': {
    en: '--last {value}: not a length of time. Write hours, days or weeks: 24h, 7d, 2w.',
    ja: '--last {value}: 期間の長さとして正しくありません。24h、7d、2w のように指定してください。',
  },
  'period-bad-moment': {
    en: '--{option} {value}: not a day or time. Write 2026-11-09 or 2026-11-09T08:30.',
    ja: '--{option} {value}: 日時として正しくありません。2026-11-09 または 2026-11-09T08:30 のように指定してください。',
  },
  'option-value': {
    en: '{option} {value}: not allowed. Allowed: {allowed}.',
    ja: '{option} {value}: 使えない値です。使える値: {allowed}。',
  },
  'option-not-a-name': {
    en: '{option}: must not be empty.',
    ja: '{option}: 空にはできません。',
  },
  'option-unknown': {
    en: '{option}: there is no such option. "adlogon COMMAND --help" lists them.',
    ja: '{option}: そのようなオプションはありません。「adlogon コマンド名 --help」で確認してください。',
  },
  'option-without-value': {
    en: '{option}: needs a value.',
    ja: '{option}: 値が必要です。',
  },
  'command-unknown': {
    en: '{command}: there is no such command. "adlogon --help" lists them.',
    ja: '{command}: そのようなコマンドはありません。「adlogon --help」で確認してください。',
  },
  'option-needs': {
    en: '{option} only means something with {other}.',
    ja: '{option} は {other} と一緒に指定するものです。',
  },
  'option-needs-store': {
    en: '{option}: only together with --store.',
    ja: '{option}: --store と一緒に指定してください。',
  },
  'argument-missing': {
    en: 'Something is missing: {argument}. "adlogon COMMAND --help" shows how to write it.',
    ja: '指定が足りません: {argument}。「adlogon コマンド名 --help」で書き方を確認してください。',
  },
  'argument-too-many': {
    en: 'More was given than the command takes. "adlogon COMMAND --help" shows how to write it.',
    ja: '余分な指定があります。「adlogon コマンド名 --help」で書き方を確認してください。',
  },
  'usage-wrong': {
    en: '{problem}. "adlogon COMMAND --help" shows how to write it.',
    ja: '指定を解釈できません({problem})。「adlogon コマンド名 --help」で書き方を確認してください。',
  },
  'ack-options': {
    en: 'Give findings with --by, --until and --reason; or --from with --until; or --remove. Not several of them.',
    ja: '検出IDと --by、--until、--reason を指定するか、--from と --until、または --remove のどれか1つの形で指定してください。',
  },
} satisfies Catalogue;
