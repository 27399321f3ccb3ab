import { mostColumns } from './tables.js';

const light = `--paper:#fdfcf9;--ink:#1d2129;--muted:#59616d;--grid:#e4e1d9;--shade:#f1eee6;--link:#0b4f94;
--for:#0b5cad;--against:#b3450b;--divided:#7a3f8f;--open:#646b77;--open-fill:#d3cfc5;--failed:#ece9e1;
--main:#00705a;--main-2:#4d7a12;--comparison:#a04f86;--comparison-2:#8a6100;--comparison-3:#4a63b0;--context:#6d737d;
--even:#ded9cc;--first:#a9cbea;--first-2:#4f92d1;--first-3:#0b4482;--second:#f3cfa4;--second-2:#dd8a3a;--second-3:#8f3d05`;

const dark = `--paper:#14171b;--ink:#e9e6df;--muted:#a7aeb9;--grid:#2d3239;--shade:#1e2329;--link:#8cc2f5;
--for:#76b5f0;--against:#f0955a;--divided:#cf9be0;--open:#a3abb7;--open-fill:#565d68;--failed:#2b3037;
--main:#3fc3a3;--main-2:#a3cc5c;--comparison:#e08cc4;--comparison-2:#dcae45;--comparison-3:#93a7ee;--context:#949ba6;
--even:#434953;--first:#2b5079;--first-2:#4d8ecd;--first-3:#b5d9fa;--second:#74451c;--second-2:#cf8036;--second-3:#fbd0a2`;

/** The cells of columns of numbers: the third of a table of class `n3`, and so on. */
const numbers = (part: string): string =>
  `:is(${Array.from({ length: mostColumns }, (_, i) => `.n${i + 1} ${part}:nth-child(${i + 1})`).join(',')}):is(th,td)`;

/** The style of every page: light and dark, phone to wide, paper. Figures take their colours from the same properties. */
export const style = `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
@media print{:root{color-scheme:light;${light};--paper:#fff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.frame{max-width:47.5rem;margin:0 auto;padding:0 1.25rem 4rem;box-sizing:content-box}
nav.contents{display:none}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.4rem .8rem;z-index:1}
h1,h2,.sentence,.lead{font-family:Charter,"Bitstream Charter","Iowan Old Style","Palatino Linotype",Palatino,Georgia,serif;text-wrap:pretty}
h1{font-size:clamp(1.9rem,1.4rem + 2.4vw,2.75rem);line-height:1.12;margin:.1em 0 .3em;font-weight:700;letter-spacing:-.012em;text-wrap:balance}
h2{font-size:clamp(1.4rem,1.2rem + 1vw,1.8rem);line-height:1.25;margin:0 0 .35em;font-weight:700}
h3{font-size:1.18rem;line-height:1.3;margin:2.4em 0 .5em;font-weight:650}
h4{font-size:1.04rem;margin:1.9em 0 .4em;font-weight:650}
p,ul,ol,dl{margin:.5em 0 .8em}
p,li,dd{max-width:42rem;overflow-wrap:break-word}
ul,ol{padding-left:1.25rem}
header.top{padding-top:clamp(1.5rem,5vw,3.5rem)}
.lead{font-size:1.2rem;line-height:1.55;margin:1em 0 1.2em}
.eyebrow{color:var(--muted);font-size:.85rem;margin:0;letter-spacing:.01em}
.by{color:var(--muted);margin:0 0 1em}
main>section{margin-top:3rem}
section.claim{margin-top:4.5rem;padding-top:1.6rem;border-top:1px solid var(--ink)}
.minor{font-weight:650;margin:1.8em 0 .4em}
.badge{font-weight:650;white-space:nowrap}
.for{color:var(--for)}.against{color:var(--against)}.divided{color:var(--divided)}.open,.untested{color:var(--muted)}
svg .for,svg .against,svg .open{color:inherit}
.verdict{margin:1.2rem 0;padding:1rem 1.2rem 1.1rem;background:var(--shade);color:var(--ink);border-left:.35rem solid var(--muted);border-radius:.2rem}
.verdict.for{border-color:var(--for)}.verdict.against{border-color:var(--against)}.verdict.divided{border-color:var(--divided)}
.verdict p{margin:0 0 .5rem}
.answer{font-size:1.15rem}
.answer .badge::first-letter{text-transform:uppercase}
.sentence{font-size:1.22rem;line-height:1.5}
.verdict svg{display:block;margin-top:.8rem}
.part{color:var(--muted);font-size:.92em}
.depends{display:block;color:var(--muted);font-size:.9rem;line-height:1.4;margin-top:.15rem}
svg{max-width:100%;height:auto;display:block}
figure{margin:1.1rem 0 1.4rem}
figcaption{margin-bottom:.7rem}
figcaption strong{display:block;font-size:1.05rem;line-height:1.35}
figcaption span{display:block;color:var(--muted);font-size:.92rem;line-height:1.45;max-width:42rem}
.narrow{display:none}
.source{color:var(--muted);font-size:.88rem;line-height:1.45}
table{border-collapse:collapse;width:100%;font-size:.94rem;line-height:1.4;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--muted);font-size:.9rem;padding-bottom:.35rem}
caption span{display:block;max-width:min(42rem,calc(100vw - 2.2rem))}
th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--grid)}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--muted);font-weight:600;font-size:.86rem;border-bottom:1px solid var(--muted);vertical-align:bottom}
tbody th{font-weight:500}
${numbers('')}{text-align:right}${numbers('tbody ')}{white-space:nowrap}
td .depends{min-width:8rem;white-space:normal}
.stacked{font-size:1rem}
.stacked tbody th{font-weight:500}
.stacked td.result{width:35%;padding-top:.8rem}
.stacked tbody th{width:42%}
.stacked .badge{white-space:normal}
.argues{margin-top:1.6rem}
.scroll{overflow-x:auto;margin:.6rem 0 1rem}
.on-paper{display:none}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.take{color:var(--muted);font-size:.88rem;margin:.5rem 0 0}
.take a,.take button{font:inherit;color:var(--link);background:none;border:1px solid var(--grid);border-radius:.2rem;padding:.15rem .55rem;margin-right:.15rem;text-decoration:none;cursor:pointer;display:inline-block;min-height:1.7rem}
.take a:hover,.take button:hover{border-color:var(--link)}
.jumps{font-size:.92rem;margin:1.2rem 0;list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem}
.numbers{margin-top:1rem}
main:focus{outline:none}
details{margin:.6rem 0}
summary{cursor:pointer;color:var(--link);padding:.25rem 0;max-width:42rem}
details.data{font-size:.92rem}
details.data .scroll{max-height:26rem;overflow:auto}
details.data td{white-space:nowrap}details.data td:last-child{white-space:normal;min-width:15rem}
details.data thead th{position:sticky;top:0;background:var(--paper)}
details.reading{border:1px solid var(--grid);border-radius:.2rem;padding:.45rem 1rem;margin:.8rem 0}
details.reading>summary{color:var(--ink)}
.facts>div,.choices>div{display:grid;grid-template-columns:minmax(8rem,13rem) 1fr;gap:.2rem 1rem;padding:.45rem 0;border-bottom:1px solid var(--grid)}
dt{color:var(--muted)}
dd{margin:0}
.choices{font-size:.92rem}
.choices>div{grid-template-columns:1fr 1fr;padding:.25rem 0}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem 2rem}
.pair>div{min-width:0}
.critics{list-style:none;padding:0}
.critics>li{max-width:none;margin-bottom:1.3rem}
.critics>li>strong{display:block}
.critics .depends{max-width:42rem}
.side{font-weight:650;margin-bottom:.2rem}
.meanings>div{display:grid;grid-template-columns:11rem 1fr;gap:.2rem 1rem;padding:.3rem 0}
pre{background:var(--shade);padding:.8rem 1rem;overflow-x:auto;border-radius:.2rem;font-size:.9rem;line-height:1.5}
code{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.92em}
.eyebrow code{font-size:1em}
.hash{overflow-wrap:anywhere}
.sources>li{margin-bottom:.8rem}
.sources li{overflow-wrap:anywhere}
.tally{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.3rem 1.5rem}
.tally strong{font-size:1.5rem;display:inline-block;min-width:2.2rem;font-variant-numeric:tabular-nums}
.dots{display:block;letter-spacing:.12em;overflow-wrap:anywhere;line-height:1.3;margin-left:2.4rem}
footer{margin-top:3rem;color:var(--muted);font-size:.88rem}
@media (min-width:75rem){
.with-nav{max-width:none;display:grid;grid-template-columns:minmax(11rem,1fr) 47.5rem minmax(2rem,1fr);gap:3rem}
.with-nav .contents{display:block;position:sticky;top:0;max-height:100vh;overflow-y:auto;padding-top:3.6rem;font-size:.88rem;line-height:1.35;justify-self:end;max-width:13rem}
.contents ol{list-style:none;padding:0;margin:0}.contents li{margin-bottom:.55rem}.contents a{color:var(--muted);text-decoration:none}.contents a:hover{text-decoration:underline}}
@media (max-width:40rem){
body{font-size:1rem}
.frame{padding:0 1rem 3rem}
.wide{display:none}.narrow{display:block}
.stacked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stacked,.stacked tbody,.stacked caption{display:block}
.stacked tr{display:grid;border-bottom:1px solid var(--grid);padding:.6rem 0}
.stacked tbody th,.stacked td,.stacked td.result{width:auto;border:0;padding:.15rem 0}
.badge{white-space:normal}
.pair,.facts>div,.meanings>div{grid-template-columns:1fr}
.sentence{font-size:1.12rem}
.verdict{padding:.8rem .9rem}}
@page{margin:16mm 15mm;@bottom-right{content:counter(page);font:9pt system-ui,sans-serif;color:#59616d}}
@media print{
body{font-size:10.5pt}.on-paper{display:inline}.frame,.with-nav{display:block;max-width:none;padding:0}nav.contents,.jumps,.skip,.take,details:not([open]){display:none}
a{color:inherit;text-decoration:none}figure,tr,.verdict{break-inside:avoid}h2,h3,h4{break-after:avoid}section.claim{break-before:page}}
`;
