/** The style of an exported page: a serif for the journal's words, one rule, nothing to fetch. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #16191f; --ink-2: #4b525e; --line: #d5d9e0; --accent: #1f4fa3;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #14161a; --ink: #e8eaee; --ink-2: #aeb5c0; --line: #333943; --accent: #9fc0f5; }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 "Source Serif 4 Variable", "Source Serif 4", Georgia, "Times New Roman", serif;
  overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
}
main { max-width: 42rem; margin: 0 auto; padding: clamp(1.25rem, 5vw, 3rem) clamp(1rem, 5vw, 2rem) 4rem; }
h1 {
  margin: 0 0 1.5rem; padding-bottom: 0.625rem; border-bottom: 3px solid currentColor;
  font-size: clamp(1.75rem, 1.35rem + 2vw, 2.5rem); line-height: 1.15; text-wrap: balance;
}
ol { margin: 0; padding: 0; list-style: none; }
li { padding-bottom: 1.25rem; }
li + li { padding-top: 1.25rem; border-top: 1px solid var(--line); }
li h2, li h3 { margin: 0; font-size: 1.3125rem; line-height: 1.25; text-wrap: pretty; }
.lead h2, .lead h3 { font-size: clamp(1.5rem, 1.3rem + 1vw, 1.875rem); line-height: 1.2; }
.brief li { padding-block: 0.625rem; }
.brief h2, .brief h3 { font-size: 1.0625rem; }
.brief .standfirst { font-size: 0.9375rem; }
p, figure { margin: 0; }
a { color: inherit; text-decoration: none; }
a:hover { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
.standfirst { margin-top: 0.375rem; color: var(--ink-2); text-wrap: pretty; }
.kicker, .label, .nearby, .zone { font-family: "Inter Variable", Inter, system-ui, sans-serif; line-height: 1.4; }
.kicker { margin-bottom: 0.25rem; color: var(--accent); font-size: 0.875rem; font-weight: 600; }
.nearby { margin-bottom: 0.25rem; color: var(--ink-2); font-size: 0.875rem; font-weight: 600; }
.label { margin-top: 0.5rem; color: var(--ink-2); font-size: 0.8125rem; }
.zone { margin: 2.25rem 0 1rem; color: var(--ink-2); font-size: 0.9375rem; font-weight: 600; }
h1 + section .zone { margin-top: 0; }
.empty { color: var(--ink-2); }
img {
  display: block; max-width: 100%; height: auto; max-height: 28rem; margin-top: 0.75rem;
  object-fit: contain; object-position: left;
}
@media print {
  :root { --paper: #ffffff; --ink: #000000; --ink-2: #333333; }
  li { break-inside: avoid; }
}
`;
