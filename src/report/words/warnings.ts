import type { Catalogue } from './catalogue.ts';

/** What the user should know although the run goes on, by code. */
export const WARNINGS = {
  'terminals-column-ignored': { en: '{file}: the column "{column}" is not used.', ja: '{file}: 列「{column}」は使われません。' },
  'terminals-no-admin-column': {
    en: '{file}: no column says which terminals are admin terminals ("admin").',
    ja: '{file}: 管理者端末かどうかを示す列(「管理者端末」)がありません。',
  },
  'terminal-listed-twice': {
    en: 'Terminal {terminal} stands in lines {before} and {line} of the inventory.',
    ja: '端末 {terminal} が台帳の {before} 行目と {line} 行目にあります。',
  },
  'terminal-role-disagrees': {
    en: 'Terminal {terminal} (line {line}): {inventory} in the inventory, {directory} in the directory; the directory is believed.',
    ja: '端末 {terminal}({line} 行目)の役割が、台帳では{inventory}、ディレクトリでは{directory}です。ディレクトリに従います。',
  },
  'address-of-several-terminals': {
    en: 'The inventory gives the address {address} to several terminals: {terminals}.',
    ja: '台帳でアドレス {address} が複数の端末に割り当てられています: {terminals}。',
  },
} satisfies Catalogue;
