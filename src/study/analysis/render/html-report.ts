import { html, raw } from 'hono/html'
import type { Language } from '../../../words/language/language.ts'
import { reportWords } from '../../../words/report.ts'
import type { ReportWords } from '../../../words/shape/report-shape.ts'
import { told } from '../report/both.ts'
import type { ReportFigure, ReportPart, StudyReport } from '../report/report.ts'
import { figureSvg } from './figure-svg.ts'
import type { PageMemory, ReportMarkup } from './html-cell.ts'
import { reportStyles } from './html-styles.ts'
import { tableMarkup, type TableSetting } from './html-table.ts'
import { type NumberedPart, numberedParts } from './numbered.ts'

/** What stands around a report that was made from a study's own records. */
export interface ReportFrame {
  /** Said at its top and on each printed page: of which records it is, by their hash. */
  readonly stamp?: string
  /** The way back to where it was asked for. */
  readonly back?: { readonly href: string; readonly text: string }
  /** Where each participant is told of beside the report, by their number: for who may see them there. */
  readonly participants?: Readonly<Record<string, string>>
}

/**
 * A report as one page of HTML: no script, nothing from elsewhere, made to be read, to be heard and to be printed.
 * The same report gives the same bytes.
 */
export async function reportHtml(
  report: StudyReport,
  language: Language,
  { stamp = '', back, participants }: ReportFrame = {},
): Promise<string> {
  const words = reportWords(language)
  const mark = report.mark ? told(report.mark, language) : ''
  const title = `${words.title(report.study)}: ${report.version.version}`
  const parts = numberedParts(report, language)
  const memory: PageMemory = { shown: new Map() }
  const page = html`
    <!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${mark === '' ? '' : `${mark} – `}${title}</title>
        <style>
          ${raw(reportStyles({ title, mark, stamp, pageOf: words.pageOf }))}
        </style>
      </head>
      <body>
        ${topMarkup(mark, stamp, back)}
        <header>
          <h1>${told(report.title, language)}</h1>
          ${aboutMarkup(report, language, words)}
        </header>
        ${contentsMarkup(parts, language, words)}
        <main>
          ${sectionsMarkup(report, parts, { language, memory, mark, ...(participants && { participants }) })}
        </main>
      </body>
    </html>
  `
  // The space that sets the templates apart would be a third of the page.
  return `${(await page).replace(/\s*\n\s*/g, '\n').trim()}\n`
}

function sectionsMarkup(
  { sections }: StudyReport,
  parts: readonly NumberedPart[],
  setting: Omit<TableSetting, 'number'>,
): ReportMarkup {
  return html`
    ${sections.map(
      ({ id, title }) => html`
        <section id="section-${id}">
          <h2>${told(title, setting.language)}</h2>
          ${parts
            .filter(({ section }) => section === id)
            .map((part) => partMarkup(part, { ...setting, number: part.number }))}
        </section>
      `,
    )}
  `
}

function topMarkup(mark: string, stamp: string, back: ReportFrame['back']): ReportMarkup {
  return html`
    ${
      mark !== '' &&
      html`
        <p class="mark" role="note">${mark}</p>
      `
    }
    ${
      back &&
      html`
        <p class="back"><a href="${back.href}">${back.text}</a></p>
      `
    }
    ${
      stamp !== '' &&
      html`
        <p class="stamp">${stamp}</p>
      `
    }
  `
}

function contentsMarkup(
  parts: readonly NumberedPart[],
  language: Language,
  words: ReportWords,
): ReportMarkup {
  return html`
    <nav aria-label="${words.contents}">
      <h2>${words.contents}</h2>
      <ul>
        ${parts.map(
          ({ number, part }) => html`
            <li><a href="#${placeOf(part)}">${number}. ${told(titleOf(part), language)}</a></li>
          `,
        )}
      </ul>
    </nav>
  `
}

function aboutMarkup(report: StudyReport, language: Language, words: ReportWords): ReportMarkup {
  const { version, beside, cutoff, facts, notes } = report
  const lines = [
    words.byVersion(version.version, told(version.title, language)),
    ...(version.sha256 === undefined ? [] : [words.documentHash(version.sha256)]),
    ...(beside ? [words.besideVersion(beside.version, told(beside.title, language))] : []),
    ...(beside?.sha256 === undefined ? [] : [words.documentHash(beside.sha256)]),
    words.cutoff[cutoff.by](cutoff.at),
    words.counted(facts.facts, facts.participants),
    ...(facts.sha256 === undefined ? [] : [words.fileHash(facts.sha256)]),
    ...notes.map((note) => told(note, language)),
    words.sameBytes,
  ]
  return html`
    ${lines.map(
      (line) => html`
        <p>${line}</p>
      `,
    )}
  `
}

function partMarkup({ part, number }: NumberedPart, setting: TableSetting): ReportMarkup {
  if (part.type === 'table') return tableMarkup(part.table, setting)
  return figureMarkup(part.figure, { ...setting, number })
}

/** The picture, and under it the table that says the same. */
function figureMarkup(figure: ReportFigure, setting: TableSetting): ReportMarkup {
  const { language, number } = setting
  const id = `figure-${figure.id}`
  return html`
    <section class="part figure" id="${id}">
      <figure>
        <figcaption>${number}. ${told(figure.title, language)}</figcaption>
        ${raw(figureSvg(figure, language))}
        ${figure.footnotes.map(
          (note) => html`
            <p class="note">${told(note, language)}</p>
          `,
        )}
      </figure>
    </section>
    ${tableMarkup(figure.table, { ...setting, number: reportWords(language).figureTable(number) })}
  `
}

function placeOf(part: ReportPart): string {
  return part.type === 'table' ? part.table.id : `figure-${part.figure.id}`
}

function titleOf(part: ReportPart): StudyReport['title'] {
  return part.type === 'table' ? part.table.title : part.figure.title
}
