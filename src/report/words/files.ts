import type { Catalogue } from './catalogue.ts';

/** Why a file was not read. */
export const FILE_PROBLEMS = {
  'not-evtx': { en: 'not an EVTX file', ja: 'EVTX ファイルではありません' },
  empty: { en: 'the file is empty', ja: '空のファイルです' },
  unreadable: { en: 'the file could not be opened', ja: 'ファイルを開けませんでした' },
  'store-damaged': { en: 'a file of the store that is damaged or missing', ja: '保存済みのファイルが壊れているか、見つかりません' },
  'store-newer': { en: 'kept by a newer version of adlogon', ja: '新しいバージョンの adlogon が保存したファイルです' },
} satisfies Catalogue;

/** What was wrong in a file: every key of `evtx/damage.ts`. */
export const DAMAGE_WORDS = {
  'file-header-checksum': { en: 'the checksum of the file header is wrong', ja: 'ファイルヘッダーのチェックサムが一致しません' },
  'file-version': { en: 'an unknown version of the format', ja: '未知の形式バージョンです' },
  'file-cut-short': { en: 'the file ends early', ja: 'ファイルが途中で終わっています' },
  'chunk-zeroed': { en: 'a chunk holds only zeros', ja: 'チャンクの中身がすべて 0 です' },
  'chunk-signature': { en: 'a chunk does not begin as one', ja: 'チャンクの先頭が正しくありません' },
  'chunk-header-checksum': { en: 'the checksum of a chunk header is wrong', ja: 'チャンクヘッダーのチェックサムが一致しません' },
  'chunk-data-checksum': { en: 'the checksum of the records of a chunk is wrong', ja: 'チャンク内のレコードのチェックサムが一致しません' },
  'chunk-free-space': { en: 'a chunk says wrongly where its records end', ja: 'チャンク内のレコードの終わりの位置が正しくありません' },
  'chunk-cut-short': { en: 'the last chunk ends early', ja: '最後のチャンクが途中で終わっています' },
  'record-signature': { en: 'a record does not begin as one', ja: 'レコードの先頭が正しくありません' },
  'record-size': { en: 'a record has an impossible size', ja: 'レコードの大きさが正しくありません' },
  'record-content': { en: 'the content of a record cannot be read', ja: 'レコードの内容を読み取れません' },
} satisfies Catalogue;
