/**
 * SHA-256 of HTML_STYLE in Base64, for `style-src` of a content security policy. The core has no hash function: a test
 * compares, and prints the new value when the style was changed.
 */
export const HTML_STYLE_HASH = 'x440NI6lTFeLDNgO3OIapD+8m9PID6ZQLUu9zm1vIGg='

/** The whole look of the HTML report. Fonts are the system's, so that the file loads nothing. */
export const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --desk: #f3f2ee; --paper: #fffefa; --ink: #1d1c1a; --ink-2: #5c5952; --ink-3: #676359;
  --line: #e2dfd6; --line-2: #cfcbc0; --accent: #2c4a6e; --accent-soft: #e4ebf4;
  --out: #8a3b12; --out-soft: #fbe6d8; --in: #17603f; --in-soft: #dcf1e4;
  --verified: #17603f; --verified-soft: #e0f2e7; --disputed: #9d2b1e; --disputed-soft: #fae3df;
  --unverified: #5c5952; --unverified-soft: #eceae3;
  --serif: 'Source Serif 4 Variable', 'Source Serif 4', Charter, 'Iowan Old Style', Georgia, Cambria, 'Noto Serif', serif;
  --sans: Inter, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --desk: #171716; --paper: #1f1f1d; --ink: #ebe8e0; --ink-2: #b4b0a6; --ink-3: #a19d93;
    --line: #33322f; --line-2: #4a4843; --accent: #a9c4e4; --accent-soft: #263341;
    --out: #f0a67c; --out-soft: #45291b; --in: #8ed3ad; --in-soft: #1c3a2b;
    --verified: #8ed3ad; --verified-soft: #1c3a2b; --disputed: #f2a095; --disputed-soft: #472420;
    --unverified: #b4b0a6; --unverified-soft: #2c2b28;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--desk); color: var(--ink); font: 0.9375rem/1.55 var(--sans); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
header, main, footer { max-width: 58rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2.5rem; }
footer { padding-top: 1.5rem; padding-bottom: 3rem; color: var(--ink-2); }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font: 600 2rem/1.2 var(--serif); }
h2 { font-size: 1.25rem; margin: 2.75rem 0 0.75rem; padding-top: 1rem; border-top: 1px solid var(--line-2); }
h3 { font-size: 1rem; margin: 1.25rem 0 0.5rem; }
h4 { font-size: 0.8125rem; margin: 1.25rem 0 0.5rem; color: var(--ink-2); }
p { margin: 0.5rem 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
:target { outline: 2px solid var(--accent); outline-offset: 4px; }
.quiet { color: var(--ink-2); }
.numbers { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 1.5rem 0; padding: 0; list-style: none; }
.numbers strong { display: block; font: 600 1.5rem/1.2 var(--serif); }
.contents { columns: 20rem; column-gap: 2rem; padding-left: 1.5rem; }
.contents li { break-inside: avoid; margin: 0.35rem 0; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 0.75rem; padding: 1.25rem 1.5rem; margin: 1rem 0; }
.card > :first-child { margin-top: 0; }
.statement { font: 1.125rem/1.5 var(--serif); white-space: pre-wrap; margin: 0.75rem 0; }
.chip { display: inline-block; padding: 0.1rem 0.6rem; border-radius: 1rem; font-size: 0.8125rem; font-weight: 600; white-space: nowrap; }
.verified { color: var(--verified); background: var(--verified-soft); }
.disputed { color: var(--disputed); background: var(--disputed-soft); }
.unverified { color: var(--unverified); background: var(--unverified-soft); outline: 1px dotted var(--unverified); }
.siglum { display: inline-block; min-width: 1.6rem; padding: 0 0.35rem; border: 1px solid var(--line-2); border-radius: 1rem; font-size: 0.75rem; font-weight: 700; line-height: 1.5rem; text-align: center; background: var(--paper); color: var(--ink); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 0.75rem 1.5rem; }
figure { margin: 0; }
figcaption { font-size: 0.8125rem; color: var(--ink-2); }
blockquote { margin: 0.4rem 0 0.75rem; padding: 0.1rem 0 0.1rem 0.9rem; border-inline-start: 3px solid var(--line-2); font: 1.03rem/1.62 var(--serif); white-space: pre-wrap; max-width: 38em; }
.written { white-space: pre-wrap; }
.warning { color: var(--disputed); }
del { color: var(--out); background: var(--out-soft); text-decoration: line-through; border-radius: 0.2rem; }
ins { color: var(--in); background: var(--in-soft); text-decoration: underline; text-underline-offset: 0.2em; border-radius: 0.2rem; }
del::before, del::after, ins::before, ins::after { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
del::before { content: ' [left out: '; }
ins::before { content: ' [put in: '; }
del::after, ins::after { content: '] '; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; }
caption { text-align: start; font-weight: 600; padding: 0.25rem 0; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th { color: var(--ink-2); font-weight: 600; }
dl { display: grid; grid-template-columns: minmax(6rem, 12rem) minmax(0, 1fr); gap: 0.2rem 1rem; margin: 0.75rem 0 0; font-size: 0.875rem; }
dt { color: var(--ink-2); }
dd { margin: 0; }
code { font: 0.8125rem/1.5 ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; }
@media (max-width: 40rem) {
  header, main, footer { padding-left: 1rem; padding-right: 1rem; }
  .card { padding: 1rem; }
  dl { grid-template-columns: minmax(0, 1fr); }
  dd { margin-bottom: 0.4rem; }
  th, td { overflow-wrap: anywhere; padding-right: 0.5rem; }
}
@page { margin: 18mm 16mm; }
@media print {
  :root {
    color-scheme: light;
    --desk: #fff; --paper: #fff; --ink: #000; --ink-2: #333; --ink-3: #333; --line: #bbb; --line-2: #888; --accent: #000; --accent-soft: #fff;
    --out: #000; --out-soft: #fff; --in: #000; --in-soft: #fff; --verified: #000; --verified-soft: #fff; --disputed: #000; --disputed-soft: #fff;
    --unverified: #000; --unverified-soft: #fff;
  }
  body { font-size: 10pt; }
  header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  h2, h3, h4, figcaption { break-after: avoid; }
  figure, tr, dl, .numbers { break-inside: avoid; }
  .card { border: 0; border-top: 1px solid #888; border-radius: 0; padding: 0.75rem 0; }
  .chip { outline: 1px solid #000; }
  ins { font-weight: 600; }
  p, blockquote { orphans: 3; widows: 3; }
}
`
