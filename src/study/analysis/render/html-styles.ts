/** What the style sheet of a report has to say on each printed page. */
interface PrintedPage {
  readonly title: string
  readonly mark: string
  /** By what records it is known, at the foot. */
  readonly stamp: string
  readonly pageOf: (page: string, pages: string) => string
}

/** The style sheet of a report, print included: title, mark and “page x of y” stand on each page. */
export function reportStyles({ title, mark, stamp, pageOf }: PrintedPage): string {
  return `${screen}
@page {
  size: A4 landscape;
  margin: 18mm 14mm 16mm;
  @top-left { content: ${cssText(title)}; font: 9pt system-ui, sans-serif; }
  @top-right { content: ${cssText(mark)}; font: bold 9pt system-ui, sans-serif; }
${footOf(stamp)}  @bottom-right { content: ${pageText(pageOf)}; font: 9pt system-ui, sans-serif; }
}
${print}`
}

function footOf(stamp: string): string {
  if (stamp === '') return ''
  return `  @bottom-left { content: ${cssText(stamp)}; font: 8pt system-ui, sans-serif; }\n`
}

const screen = `:root { color-scheme: light; --line: #767676; --soft: #f1f1f1; }
body { margin: 0 auto; padding: 1rem; max-width: 80rem; font: 1rem/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; } h3 { font-size: 1.05rem; }
header p { margin: .2rem 0; overflow-wrap: anywhere; }
.mark { margin: 0 0 1rem; padding: .6rem 1rem; border: 3px solid #8a1c00; color: #8a1c00; font-weight: bold; }
.stamp { overflow-wrap: anywhere; border-inline-start: 4px solid var(--line); padding-inline-start: .8rem; }
.wide { overflow-x: auto; } .wide:focus-visible { outline: 3px solid #1a5fb4; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { padding: .3rem .6rem; text-align: start; vertical-align: top; border-bottom: 1px solid #d0d0d0; }
thead th { border-bottom: 2px solid var(--line); vertical-align: bottom; }
tbody th { font-weight: normal; } tr.depth-0 > th { font-weight: 600; }
tr.depth-1 > th { padding-inline-start: 1.6rem; } tr.depth-2 > th { padding-inline-start: 2.8rem; }
.summary td { white-space: nowrap; } .summary .notes td, .summary details dl { white-space: normal; }
tr:target, li:target, ul:target { background: #fff3bf; }
tr.print-title { display: none; }
tfoot td, .notes td { border: 0; } tfoot p, .notes p, .note { margin: .3rem 0; font-size: .85rem; max-width: 60rem; }
summary { cursor: pointer; text-decoration: underline dotted; text-underline-offset: .2em; }
details[open] { max-width: 34rem; padding: .2rem .4rem; background: var(--soft); }
dl { margin: .3rem 0; } dt { font-weight: 600; } dd { margin: 0 0 .3rem; } dd ul { margin: 0; padding-inline-start: 1.1rem; }
figure { margin: 0; } figcaption { font-weight: 600; } svg { max-width: 100%; height: auto; }
a { color: #1a4f94; }`

const print = `@media print {
  body { max-width: none; padding: 0; font-size: 9pt; }
  nav, .back { display: none; } .wide { overflow: visible; }
  h3 { display: none; } tr.print-title { display: table-row; font-weight: bold; }
  thead { display: table-header-group; } tfoot { display: table-footer-group; }
  tr, figure { break-inside: avoid; } .notes { break-inside: auto; } h2 { break-after: avoid; }
  table { font-size: 8pt; width: 100%; } th, td { padding: .12rem .3rem; }
  .summary td { white-space: normal; }
  tfoot p, .notes p { margin: 0; font-size: 7pt; line-height: 1.3; font-weight: normal; max-width: none; }
  summary { list-style: none; text-decoration: none; } summary::-webkit-details-marker { display: none; }
  a { color: inherit; text-decoration: none; }
}
`

/** A text as CSS allows it in quotes; nothing in it can end the quotes or the sheet. */
function cssText(text: string): string {
  const safe = text.replace(
    /[^\p{L}\p{N} .,:;()–-]/gu,
    (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  )
  return `"${safe}"`
}

function pageText(pageOf: PrintedPage['pageOf']): string {
  const [before = '', rest = ''] = pageOf('\u0001', '\u0002').split('\u0001')
  const [between = '', after = ''] = rest.split('\u0002')
  return `${cssText(before)} counter(page) ${cssText(between)} counter(pages) ${cssText(after)}`
}
