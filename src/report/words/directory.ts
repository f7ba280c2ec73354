import type { Catalogue } from './catalogue.ts';

/** What a directory snapshot lacks, by the code of the gap: what could not be read, and where. One sentence each. */
export const DIRECTORY_GAPS = {
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
} satisfies Catalogue;

/** What should be looked at although nothing is missing in a directory snapshot, by code. */
export const DIRECTORY_WARNINGS = {} satisfies Catalogue;
