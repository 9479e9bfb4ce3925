import { html, raw } from 'hono/html'
import { escapeXml } from '../../../base/escape-xml.ts'
import type { Language } from '../../../words/language/language.ts'
import { reportWords } from '../../../words/report.ts'
import { told } from '../report/both.ts'
import type { Behind, BehindRow, ReportCell } from '../report/cells.ts'
import { factAnchor, participantAnchor } from './anchors.ts'
import { cellText } from './cell-text.ts'

/** Escaped HTML. */
export type ReportMarkup = ReturnType<typeof html>

/** What one page remembers: which lists of rows it has shown already, and where. */
export interface PageMemory {
  readonly shown: Map<readonly BehindRow[], string>
}

/** A cell as HTML. A number opens what is behind it; a list that stands above already is linked to. */
export function cellMarkup(
  { value, behind }: ReportCell,
  language: Language,
  memory: PageMemory,
  isListing: boolean,
): ReportMarkup | string {
  const text = cellText(value, language)
  if (!behind) return text
  const sole = isListing ? soleFact(behind) : undefined
  if (sole !== undefined)
    return html`
      <a href="#${sole}">${text}</a>
    `
  if (isListing && behind.rows.every(({ facts }) => facts.length === 0)) return text
  return html`
    <details>
      <summary>${text}</summary>
      ${behindMarkup(behind, language, memory)}
    </details>
  `
}

function soleFact({ rows }: Behind): string | undefined {
  const [row, ...others] = rows
  const [fact, ...more] = row?.facts ?? []
  if (!row || fact === undefined || others.length > 0 || more.length > 0) return undefined
  return factAnchor(row.participant, fact)
}

function behindMarkup(behind: Behind, language: Language, memory: PageMemory): ReportMarkup {
  const words = reportWords(language).behind
  const { set, denominator, rule, method, rows } = behind
  const pairs: readonly (readonly [string, string | undefined])[] = [
    [words.set, set && told(set, language)],
    [words.denominator, denominator === undefined ? undefined : String(denominator)],
    [words.rule, rule && words.ofVersion(rule.node, rule.version)],
    [words.method, method],
  ]
  return html`
    <dl>
      ${pairs.map(([name, text]) =>
        text === undefined
          ? ''
          : html`
              <dt>${name}</dt>
              <dd>${text}</dd>
            `,
      )}
      <dt>${words.rows}</dt>
      <dd>${rowsMarkup(rows, words.nobody, memory)}</dd>
    </dl>
  `
}

function rowsMarkup(
  rows: readonly BehindRow[],
  nobody: string,
  memory: PageMemory,
): ReportMarkup | string {
  if (rows.length === 0) return nobody
  const shown = memory.shown.get(rows)
  if (shown !== undefined)
    return html`
      <a href="#${shown}">↑ ${rows.length}</a>
    `
  const id = `rows-${memory.shown.size + 1}`
  memory.shown.set(rows, id)
  return html`
    <ul id="${id}">
      ${rows.map(
        ({ participant, facts }) => html`
          <li>${rowLinks(participant, facts)}</li>
        `,
      )}
    </ul>
  `
}

/** `P1: f1, f2`, each a link, with no space before the signs. */
function rowLinks(
  participant: string,
  facts: readonly string[],
): readonly (ReportMarkup | string)[] {
  const links = facts.flatMap((fact, at) => [
    at === 0 ? ': ' : ', ',
    linkMarkup(factAnchor(participant, fact), fact),
  ])
  return [linkMarkup(participantAnchor(participant), participant), ...links]
}

/** Both are escaped here: a template would be set apart with spaces, and these stand before signs. */
function linkMarkup(anchor: string, text: string): ReportMarkup {
  return raw(`<a href="#${anchor}">${escapeXml(text)}</a>`)
}
