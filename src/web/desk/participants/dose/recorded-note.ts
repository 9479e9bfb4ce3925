import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import { deviationLines } from '../../../../study/in-words/outcomes.ts'
import { momentText, quantityInWords } from '../../../../study/in-words/values.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import type { ParticipantView } from '../parts/participant-view.ts'

/** Exactly what was recorded of a dose, by whom, and what it raised; the way back is a correction. */
export function recordedNote(
  view: ParticipantView,
  fact: KeptFact,
  names: ReadonlyMap<string, string>,
): Markup {
  const { page, telling, of } = view
  const words = page.words.doseForm.recorded
  const raised = of.state.deviations.filter(({ facts }) => facts.includes(fact.id))
  return html`
    <section
      class="note flow dose-recorded"
      data-tone="open"
      role="status"
      aria-labelledby="recorded-title"
    >
      <h2 id="recorded-title">${words.title}</h2>
      <p class="dose-big"><b class="dose-number">${amountLine(view, fact)}</b></p>
      <ul>
        ${recordedLines(view, fact, names).map(
          (line) => html`
            <li>${line}</li>
          `,
        )}
      </ul>
      ${
        raised.length > 0 &&
        html`
          <p>${words.deviations}</p>
          <ul>
            ${raised.map(
              (deviation) => html`
                <li>${deviationLines(telling, deviation).join(' ')}</li>
              `,
            )}
          </ul>
        `
      }
      <p class="small">
        ${words.undo}
        <a href="${link(page, paths.participantFact(of.participant.id, fact.id))}">
          ${words.correct}
        </a>
      </p>
    </section>
  `
}

function amountLine(
  { page, telling, of }: ParticipantView,
  { id, value, unit = '' }: KeptFact,
): string {
  const words = page.words.doseForm.recorded
  const amount = quantityInWords(telling, { value: String(value), unit })
  const number = of.state.dosesGiven.find(({ fact }) => fact === id)?.number
  return number === undefined ? words.amount(amount) : words.line(String(number), amount)
}

function recordedLines(
  { page, telling }: ParticipantView,
  { at, reason, recordedBy = '', details = {} }: KeptFact,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const words = page.words.doseForm.recorded
  const nameOf = (who: string): string => names.get(who.replace(/^account\//, '')) ?? who
  const { volume, lot, preparedBy } = details
  const [value = '', unit = ''] = typeof volume === 'string' ? volume.split(' ') : []
  return [
    value && words.drawn(quantityInWords(telling, { value, unit })),
    words.at(momentText(telling, at)),
    typeof preparedBy === 'string'
      ? words.both(nameOf(preparedBy), nameOf(recordedBy))
      : words.by(nameOf(recordedBy)),
    typeof lot === 'string' && words.lot(lot),
    reason !== undefined && words.reason(reason),
  ].filter((line) => typeof line === 'string' && line !== '') as string[]
}

/** The accounts that a recorded dose names. */
export function accountsOfDose({ recordedBy = '', details = {} }: KeptFact): readonly string[] {
  const { preparedBy } = details
  return [recordedBy, typeof preparedBy === 'string' ? preparedBy : '']
    .filter((who) => who.startsWith('account/'))
    .map((who) => who.slice('account/'.length))
}
