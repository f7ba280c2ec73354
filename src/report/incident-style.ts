import { REPORT_STYLE } from './report-style.ts';

/** Style of `incident.html`: that of the report, with the drawings. */
export const INCIDENT_STYLE = `${REPORT_STYLE}
.now { border: 3px solid #14181c; padding: .2rem 1rem .6rem; margin: 1rem 0; }
.now h2 { border: 0; margin-top: .5rem; }
ul.lines { list-style: none; margin: .2rem 0 .6rem; padding: 0; }
ul.lines li { margin: .2rem 0; overflow-wrap: anywhere; }
ul.lines li.depth-1 { margin-left: 1.4rem; } ul.lines li.depth-2 { margin-left: 2.8rem; } ul.lines li.depth-3 { margin-left: 4.2rem; }
.sign { display: inline-block; border: 1px solid #14181c; border-radius: 3px; padding: 0 .4rem; margin-right: .45rem; font-size: .82em; font-weight: 600; white-space: nowrap; }
.strong { font-weight: 700; }
.strong > .sign { background: #14181c; color: #fff; }
tr.do td { font-weight: 700; } tr.not-here td { color: #5a6470; }
td.place { white-space: nowrap; }
td.depth-1 { padding-left: 1.6rem; } td.depth-2 { padding-left: 2.8rem; } td.depth-3 { padding-left: 4rem; }
.spread svg { display: block; }
.picture { overflow-x: auto; margin: .3rem 0 .6rem; }
svg { font: 12px/1.2 system-ui, 'Segoe UI', 'Yu Gothic UI', 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif; vertical-align: middle; }
text.name { font-weight: 600; } text.quiet { fill: #48525c; font-size: 11px; } text.label { font-size: 11px; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
text.label.admin { font-weight: 700; fill: #a4161a; }
.node rect { fill: #fff; stroke: #14181c; stroke-width: 1.5; } .node.suspect rect { fill: #ffe9e9; stroke: #a4161a; stroke-width: 3; }
.node.weak rect { stroke: #9aa4ae; stroke-width: 1; } .node.attempted rect { stroke: #9aa4ae; stroke-dasharray: 3 3; }
.edge { fill: none; stroke: #14181c; stroke-width: 1.6; } .edge.admin { stroke: #a4161a; stroke-width: 3.2; } .edge.weak { stroke: #9aa4ae; stroke-width: 1; }
.edge.attempted { stroke: #9aa4ae; stroke-width: 1; stroke-dasharray: 2 4; } .edge.inferred { stroke-dasharray: 7 4; }
.tick { stroke: #d5dae0; } .mark { fill: #14181c; stroke: #14181c; }
.mark.keyboard { fill: #1f5f99; stroke: #1f5f99; } .mark.remote { fill: #fff; stroke: #1f5f99; stroke-width: 2; } .mark.ticket { fill: #fff; stroke: #14181c; stroke-width: 1.5; }
.mark.credentials { fill: #6a1b9a; stroke: #6a1b9a; } .mark.program { fill: #b26a00; stroke: #b26a00; } .mark.failed, .mark.failed-in { fill: none; stroke: #a4161a; stroke-width: 2; }
.legend span { white-space: nowrap; margin-right: 1rem; display: inline-block; }
@page wide { size: A4 landscape; margin: 10mm; }
@media print { @page { size: A4 portrait; margin: 12mm; } .spread.wide { page: wide; } .spread svg { break-inside: avoid; } .picture { overflow: visible; } .picture svg { max-width: 100%; height: auto; } .now { break-inside: avoid; } h3 + .picture { break-inside: avoid; } ul.lines:has(+ .scroll), p.quiet:has(+ .picture) { break-after: avoid; } td.what { min-width: 0; } table { font-size: 8.5pt; } }
`;
