/** How a report looks: a page of a UN document, on screen, in the dark and on paper. */

export const style = `:root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1c1e21;--quiet:#5c6066;--line:#d8d3c8;--panel:#f5f3ee;
--ins:#0a5c58;--ins-ground:#e4f1f0;--del:#8f3a1f;--moved:#64459b;--moved-ground:#f0ebf8;--amended:#0b5c8f;--amended-ground:#e3eef6;--del-ground:#f9ebe5}
@media (prefers-color-scheme:dark){:root{--paper:#15171a;--ink:#e8e6e1;--quiet:#9aa0a8;--line:#383d45;--panel:#1c1f23;--ins:#7fd0c7;--ins-ground:#15322f;
--del:#eba189;--moved:#c1a9ec;--moved-ground:#2b2340;--amended:#6bb3df;--amended-ground:#1a3344;--del-ground:#3a2119}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.55 'Source Serif 4',Georgia,'Times New Roman','Noto Naskh Arabic',serif;
font-variant-numeric:lining-nums}
header,.summary,.redline{max-width:46rem;margin-inline:auto;padding-inline:2rem}
header{padding-block:4rem 1.5rem}.kicker,.tags,.tag,th,dt,.counts,.legend{font-family:Inter,system-ui,'Segoe UI',sans-serif}
.kicker{margin:0;color:var(--quiet);font-size:.8rem;letter-spacing:.06em;text-transform:uppercase}
h1{margin:.25rem 0 1.25rem;font-size:1.75rem;line-height:1.25;font-weight:600;letter-spacing:-.01em;text-wrap:balance}
dl{display:grid;grid-template-columns:auto 1fr;gap:.15rem 1rem;margin:0}dt{color:var(--quiet);font-size:.8rem;line-height:1.55rem}dd{margin:0}
h2{margin:2.5rem 0 .75rem;padding-block-start:1rem;border-block-start:1px solid var(--line);font-size:1.15rem;font-weight:600}
.counts{display:grid;grid-template-columns:repeat(3,1fr);gap:1px;margin:0;padding:1px;background:var(--line);list-style:none;font-size:.8rem}
.counts li{padding:.6rem .75rem;background:var(--paper);color:var(--quiet)}.counts b{display:block;color:var(--ink);font-size:1.35rem;font-weight:600;line-height:1.2;font-variant-numeric:tabular-nums}
.counts li[data-none]{opacity:.75}.counts li[data-none] b{color:var(--quiet)}
table{inline-size:100%;border-collapse:collapse;font-size:.95rem}th{color:var(--quiet);font-size:.75rem;font-weight:500;text-align:start}
th,td{padding:.35rem .75rem .35rem 0;border-block-end:1px solid var(--line);text-align:start;vertical-align:baseline}td.n{font-variant-numeric:tabular-nums}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:3px}a:hover{text-decoration-color:currentColor}
.note,.legend{color:var(--quiet);font-size:.85rem;margin:0 0 .75rem}
.redline{padding-block-end:6rem}.clause{position:relative;margin-block:0 .8rem;padding-inline-start:calc(var(--depth,0)*1.75rem + 3rem);white-space:pre-wrap;overflow-wrap:break-word;scroll-margin:1rem}
.clause>.n{position:absolute;inset-inline-start:calc(var(--depth,0)*1.75rem);inline-size:2.5rem;color:var(--quiet);text-align:end;white-space:nowrap}
.heading{padding-inline-start:0;margin-block:2rem .8rem;text-align:center;font-weight:600;break-after:avoid}.heading>.n{position:static;display:block;inline-size:auto;text-align:center;font-weight:400;font-style:italic}.heading>.n:lang(ar),.heading>.n:lang(zh){font-style:normal}
.clause h3{margin:0;font:inherit}.title{font-size:1.6rem;line-height:1.3}
.changed{border-inline-start:2px solid var(--line);margin-inline-start:-1rem;padding-inline-start:calc(var(--depth,0)*1.75rem + 4rem - 2px)}.changed>.n{margin-inline-start:calc(1rem - 2px)}
.heading.changed{padding-inline-start:calc(1rem - 2px)}.heading.changed>.n{margin-inline-start:0}
.tags{margin:0 0 .15rem;color:var(--quiet);font-size:.72rem;font-weight:400;font-style:normal;white-space:normal}
.tag{margin-inline-start:.4rem;padding:.05rem .4rem;border-radius:3px;background:var(--amended-ground);color:var(--amended);font-size:.72rem}td .tag{margin:0}
.tag.added{background:var(--ins-ground);color:var(--ins)}.tag.deleted{background:var(--del-ground);color:var(--del)}.tag.moved{background:var(--moved-ground);color:var(--moved)}.tag.renumbered{background:var(--panel);color:var(--quiet)}
ins{background:var(--ins-ground);color:var(--ins);text-decoration:underline;text-decoration-thickness:1.5px;text-underline-offset:3px}
del{color:var(--del);text-decoration:line-through;text-decoration-thickness:1.5px}del+ins{margin-inline-start:.15em}
.said{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@page{margin:22mm 20mm}@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--quiet:#444;--line:#bbb;--ins:#004d49;--del:#7a2c13;--moved:#4b2f80;--ins-ground:transparent;--amended:#0b5c8f;--amended-ground:transparent;--moved-ground:transparent;--del-ground:transparent;--panel:transparent}
body{font-size:10.5pt}header,.summary,.redline{max-width:none;padding-inline:0}header{padding-block:0 1rem}.redline{break-before:page;padding-block-end:0}
tr,.tags{break-inside:avoid}.tags,h2,h3{break-after:avoid}.clause{orphans:3;widows:3}.tag{padding-inline:0}a{text-decoration:none}}`
