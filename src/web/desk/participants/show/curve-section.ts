import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { recordedText } from '../../../../study/in-words/facts.ts'
import { titleOf } from '../../../../study/in-words/telling.ts'
import { momentText, quantityInWords } from '../../../../study/in-words/values.ts'
import { html, line, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import {
  type CurveData,
  type CurveDose,
  type CurveReading,
  curveData,
  curveItem,
} from './curve-data.ts'
import { curveScale } from './curve-scale.ts'
import { curveDrawing } from './curve-drawing.ts'

/** The temperatures with the doses and their levels above them, drawn as one picture, and the same as a table. */
export function curveSection(view: ParticipantView): Markup | false {
  const { page, of } = view
  const words = page.words.participantPage.curve
  if (!curveItem(of.protocol)) return false
  const data = curveData(of)
  const scale = curveScale(data, zoneOf(of))
  return html`
    <section class="flow" aria-labelledby="curve-title">
      <h2 id="curve-title">${words.title}</h2>
      ${
        scale
          ? html`
              <figure class="curve">${curveDrawing(view, data, scale)}</figure>
              <details class="record-more">
                <summary>${words.table}</summary>
                ${curveTable(view, data)}
              </details>
            `
          : html`
              <p>${words.none}</p>
            `
      }
    </section>
  `
}

function curveTable(view: ParticipantView, { readings, doses }: CurveData): Markup {
  const words = view.page.words.participantPage.curve
  const rows = [
    ...readings.map((one) => ({ at: one.at, row: readingRow(view, one) })),
    ...doses.map((one) => ({ at: one.at, row: doseRow(view, one) })),
  ].toSorted((one, other) => one.at - other.at)
  return html`
    <table class="curve-table">
      <caption class="unseen">${words.title}</caption>
      <thead>
        <tr>
          <th scope="col">${words.when}</th>
          <th scope="col">${words.what}</th>
          <th scope="col">${words.value}</th>
        </tr>
      </thead>
      <tbody>${rows.map(({ row }) => row)}</tbody>
    </table>
  `
}

function readingRow({ page, of, telling }: ParticipantView, { fact }: CurveReading): Markup {
  const href = link(page, paths.participantFact(of.participant.id, fact.id))
  const value = line`<a href="${href}">${recordedText(telling, fact)}</a>`
  return line`<tr><td>${momentText(telling, fact.at)}</td><td>${titleOf(telling, fact.item)}</td><td>${value}</td></tr>`
}

function doseRow({ page, of, telling }: ParticipantView, { dose, level }: CurveDose): Markup {
  const words = page.words.participantPage.curve
  const amount = dose.amount ? quantityInWords(telling, dose.amount) : ''
  const at = level === undefined ? words.noLevel : titleOf(telling, level)
  return html`
    <tr>
      <td>${momentText(telling, dose.at)}</td>
      <td>
        <a href="${link(page, paths.participantFact(of.participant.id, dose.fact))}">
          ${words.dose(String(dose.number))}${dose.day === undefined ? '' : ` (${dose.day})`}
        </a>
      </td>
      <td>${[amount, at].filter((part) => part !== '').join(', ')}</td>
    </tr>
  `
}
