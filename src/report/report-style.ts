/** Style of `report.html`: readable on a screen of any width, black on white on A4. Colour is never the only sign. */
export const REPORT_STYLE = `
:root { --line: #b8c0c8; --soft: #f3f5f7; --found: #a4161a; --open: #8a5a00; --clean: #1b5e34; --not: #5a6470; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1200px; padding: 1.2rem; color: #14181c; background: #fff; font: 15px/1.55 system-ui, 'Segoe UI', 'Yu Gothic UI', 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif; }
h1 { font-size: 1.45rem; margin: 0 0 .6rem; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; padding-bottom: .2rem; border-bottom: 2px solid #14181c; }
h3 { font-size: 1rem; margin: 1.1rem 0 .2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0 0 1rem; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
p { margin: .2rem 0 .6rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: var(--soft); font-weight: 600; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.when, td.outcome { white-space: nowrap; }
td.account { min-width: 7.5rem; }
/* The longest address in brackets: broken, it would read as another. */
td.terminal { min-width: 9.5rem; }
td.what { min-width: 18rem; }
td.why { min-width: 7rem; }
td.blank { min-width: 8.5rem; }
th { white-space: nowrap; }
td.hash { font: 12px/1.4 ui-monospace, Consolas, monospace; }
.found { color: var(--found); font-weight: 700; }
.not-assessed, .partly-assessed { color: var(--open); font-weight: 700; }
.clean { color: var(--clean); font-weight: 700; }
.not-applicable { color: var(--not); }
.line { display: block; }
.quiet { color: #48525c; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0 .8rem; padding: .5rem .7rem; background: var(--soft); border: 1px solid var(--line); font: 13px/1.5 ui-monospace, Consolas, 'Noto Sans Mono CJK JP', monospace; }
footer { margin-top: 1.4rem; padding-top: .5rem; border-top: 1px solid var(--line); }
@media (max-width: 640px) { body { padding: .7rem; font-size: 14px; } dl { grid-template-columns: 1fr; } dt { margin-top: .3rem; } table { min-width: 40rem; } }
@media screen and (max-width: 640px) {
  table:has(td.blank, td.terminal) { min-width: 0; }
  table:has(td.blank, td.terminal) thead, td.blank { display: none; }
  table:has(td.blank, td.terminal) tr { display: block; border: 1px solid var(--line); margin: 0 0 .5rem; padding: .3rem .5rem; }
  table:has(td.blank, td.terminal) td { display: block; border: 0; padding: .1rem 0; min-width: 0; white-space: normal; text-align: left; }
  table:has(td.blank, td.terminal) td.blank { display: none; }
}
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr, h2, h3 { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  td.terminal { min-width: 8rem; }
  td.what { min-width: 16rem; }
}
`;
