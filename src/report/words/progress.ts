import type { Catalogue } from './catalogue.ts';

/** What is said on standard error while a command works. */
export const PROGRESS = {
  reading: {
    en: 'Reading [{bar}] {percent}%  {done} of {total} MB  {rate} MB/s  {left} left',
    ja: '読み取り中 [{bar}] {percent}%  {done} / {total} MB  {rate} MB/秒  残り {left}',
  },
  written: { en: 'Reports written to {folder}: {files}', ja: 'レポートを {folder} に書き出しました: {files}' },
  preserved: {
    en: '{count} files preserved in {folder}; check them with: sha256sum -c SHA256SUMS',
    ja: '{folder} に {count} ファイルを保全しました。確認: sha256sum -c SHA256SUMS',
  },
  password: { en: 'Password of {user} (not shown): ', ja: '{user} のパスワード(表示されません): ' },
  directoryWritten: { en: 'Snapshot written to {file}', ja: 'スナップショットを {file} に書き出しました' },
  interrupted: {
    en: 'Interrupted. No report was written.',
    ja: '中断しました。レポートは書き出していません。',
  },
  noRecord: { en: 'No such record in the logs given.', ja: '指定したログに該当するレコードがありません。' },
  ended: {
    en: 'adlogon ended because of a mistake of its own. Please report this:',
    ja: 'adlogon の不具合により終了しました。次の内容を報告してください。',
  },
  notAnswered: { en: '(no rows)', ja: '(該当なし)' },
} satisfies Catalogue;
