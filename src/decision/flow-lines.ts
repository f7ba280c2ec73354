/**
 * The lines of the incident flow in their order, by key: 総務省 自治体情報セキュリティ対策検討チーム 中間報告 (2015-08-12), 1(3) 標的型攻撃への対応(例).
 * The words stand in `report/words/incident-flow.ts`, those of the text itself. `depth`: how far the text indents the line.
 */
export const FLOW = [
  { line: 'contact', depth: 0 },
  { line: 'check-proxy', depth: 0 },
  { line: 'cannot-examine', depth: 0 },
  { line: 'cannot-examine-cut-off', depth: 1 },
  { line: 'cannot-examine-experts', depth: 1 },
  { line: 'one-pc', depth: 0 },
  { line: 'one-pc-isolate', depth: 1 },
  { line: 'one-pc-watch', depth: 1 },
  { line: 'several-pcs', depth: 0 },
  { line: 'several-pcs-cut-off', depth: 1 },
  { line: 'confirm-person', depth: 1 },
  { line: 'person-confirmed', depth: 2 },
  { line: 'virus-suspected', depth: 1 },
  { line: 'virus-isolate', depth: 2 },
  { line: 'virus-check-logons', depth: 2 },
  { line: 'logons-found', depth: 3 },
  { line: 'logons-found-administrator', depth: 3 },
  { line: 'logons-found-no-administrator', depth: 3 },
  { line: 'virus-experts', depth: 2 },
  { line: 'virus-contained', depth: 2 },
] as const satisfies readonly { readonly line: string; readonly depth: number }[];

/** ※ PCの隔離手順, in its order. */
export const ISOLATION = [
  { line: 'isolation', depth: 0 },
  { line: 'isolation-no-scan', depth: 1 },
  { line: 'isolation-power-off', depth: 1 },
] as const satisfies readonly { readonly line: string; readonly depth: number }[];

export type FlowLine = (typeof FLOW)[number]['line'];
export type IsolationLine = (typeof ISOLATION)[number]['line'];
