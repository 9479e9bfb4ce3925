import type { DataRow, DataParticipant } from '../../../../study/conduct/review/data-listing.ts'
import { recordedText } from '../../../../study/in-words/facts.ts'
import { codeText, type Telling, titleOf } from '../../../../study/in-words/telling.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { selectField } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { studyLayout } from '../parts/study-layout.ts'
import type { RunView } from '../parts/study-view.ts'

/** The rows of one participant, and of whom there are rows. */
export interface DataShown {
  readonly participants: readonly DataParticipant[]
  readonly shown: DataParticipant | undefined
  readonly rows: readonly DataRow[]
  readonly telling: Telling | undefined
}

/** Every value of a participant with what became of it, without who they are; and the same as files, for one or for all. */
export function dataPage(view: RunView, data: DataShown): Markup {
  const { page } = view
  const words = page.words.runStudy.data
  return studyLayout(view, {
    tab: 'data',
    isMadeUp: data.rows.some(({ isMadeUp }) => isMadeUp),
    main: html`
      <p>${words.lead}</p>
      ${
        data.participants.length === 0
          ? html`
              <p>${words.nobody}</p>
            `
          : html`
              ${exportForm(view, data)} ${choiceForm(view, data)} ${listing(view, data)}
            `
      }
    `,
  })
}

function exportForm({ page, study }: RunView, { participants }: DataShown): Markup {
  const words = page.words.runStudy.data
  return html`
    <section class="card flow narrow-left" aria-labelledby="export-title">
      <h2 id="export-title">${words.exportTitle}</h2>
      <p>${words.exportLead}</p>
      <form class="flow" method="post" action="${link(page, paths.studyExport(study))}">
        ${selectField({
          name: 'participant',
          label: words.whom,
          value: '',
          choices: [
            { value: '', label: words.all },
            ...participants.map(({ id, number }) => ({ value: id, label: number })),
          ],
        })}
        ${selectField({
          name: 'format',
          label: words.format,
          value: 'csv',
          choices: (['csv', 'ndjson', 'sets', 'signatures'] as const).map((value) => ({
            value,
            label: words.formats[value],
          })),
        })}
        <button class="button" type="submit">${words.take}</button>
      </form>
    </section>
  `
}

function choiceForm({ page, study }: RunView, { participants, shown }: DataShown): Markup {
  const words = page.words.runStudy.data
  return html`
    <form class="acts" method="get" action="${link(page, paths.studyData(study))}">
      ${selectField({
        name: 'of',
        label: words.of,
        value: shown?.id ?? '',
        choices: participants.map(({ id, number }) => ({ value: id, label: number })),
      })}
      <button class="button button-quiet" type="submit">${words.show}</button>
    </form>
  `
}

function listing({ page }: RunView, { rows, shown, telling }: DataShown): Markup {
  const words = page.words.runStudy.data
  const { columns } = words
  const titleIn = (item: string): string => (telling ? titleOf(telling, item) : item)
  if (rows.length === 0)
    return html`
      <p>${words.nothing}</p>
    `
  const caption = words.caption(shown?.number ?? '', rows.length)
  return html`
    <section class="scroll-x study-table" tabindex="0" aria-label="${caption}">
      <table>
        <caption>${caption}</caption>
        <thead>
          <tr>
            ${(['seq', 'item', 'value', 'at', 'recordedAt', 'correction'] as const).map(
              (name) => html`
                <th scope="col">${columns[name]}</th>
              `,
            )}
          </tr>
        </thead>
        <tbody>${rows.map((row) => tableRow(words, titleIn(row.fact.item), row, telling))}</tbody>
      </table>
    </section>
  `
}

function tableRow(
  words: RunView['page']['words']['runStudy']['data'],
  title: string,
  row: DataRow,
  telling: Telling | undefined,
): Markup {
  const { seq, fact, isNotKnown, correctedBy } = row
  const { at, recordedAt = '', corrects, reason } = fact
  const said = saidValue(words, row, telling)
  const notes = [
    correctedBy !== undefined && words.corrected,
    corrects !== undefined && words.isCorrection,
    reason,
  ]
  return html`
    <tr>
      <th scope="row">${seq}</th>
      <td>${title}</td>
      <td>
        ${
          correctedBy === undefined || isNotKnown
            ? said
            : html`
                <del>${said}</del>
              `
        }
      </td>
      <td>${at}</td>
      <td>${recordedAt.slice(0, 16).replace('T', ' ')}</td>
      <td>${notes.filter(Boolean).join('. ')}</td>
    </tr>
  `
}

/** A value with its unit, where and by whom, as people write it: "39.1 °C, axillary"; a bare number where nothing tells more. */
function saidValue(
  words: RunView['page']['words']['runStudy']['data'],
  { fact }: DataRow,
  telling: Telling | undefined,
): string {
  const { value, details = {} } = fact
  if (value === null) return words.notKnown
  if (telling === undefined) return String(value)
  const more = ['by', 'model'].flatMap((name) => details[name] ?? [])
  return [recordedText(telling, fact), ...more.map((code) => codeText(telling, String(code)))].join(
    ', ',
  )
}
