import { titleOf, wordingText } from '../../../study/in-words/telling.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { selectField } from '../../shell/parts/field.ts'
import type { VersionView } from '../parts/version-view.ts'
import { type Filled, dateField, errorOf, momentField, wordsField } from './answer-field.ts'
import { answerFold } from './answer-fold.ts'
import { mostEvents } from './tried-person.ts'

/** Visits held, adverse events and amendments: folds, open where something is in them. */
export function moreForm(view: VersionView, filled: Filled): Markup {
  const { items, visits } = view.protocol
  const has = (role: 'visit' | 'adverse event'): boolean => items.some((item) => item.role === role)
  return html`
    ${has('visit') && visits.length > 0 && heldVisits(view, filled)}
    ${has('adverse event') && adverseEvents(view, filled)}
    ${view.versions.length > 1 && amendments(view, filled)}
  `
}

function heldVisits(view: VersionView, filled: Filled): Markup {
  const words = view.page.words.tryProtocol.form
  const isUsed = Object.values(filled.person.visits).some((at) => at !== '')
  return answerFold(
    filled,
    { title: words.visits, prefix: 'visit-', isUsed },
    html`
      <p class="field-hint">${words.visitsHint}</p>
      <div class="try-fields">
        ${view.protocol.visits.map(({ id }) =>
          momentField(filled, {
            id: `visit-${id}`,
            label: titleOf(view.telling, id),
            value: filled.person.visits[id] ?? '',
          }),
        )}
      </div>
    `,
  )
}

function adverseEvents(view: VersionView, filled: Filled): Markup {
  const words = view.page.words.tryProtocol.form
  const { events } = filled.person
  const isUsed = events.some((event) => Object.values(event).some((text) => text !== ''))
  return answerFold(
    filled,
    { title: words.events, prefix: 'event-', isUsed },
    html`
      <p class="field-hint">${words.eventsHint}</p>
      <ol class="try-rows">
        ${Array.from({ length: mostEvents }, (_, index) => eventRow(view, filled, index))}
      </ol>
    `,
  )
}

function eventRow(view: VersionView, filled: Filled, index: number): Markup {
  const { form } = view.page.words.tryProtocol
  const words = form.event
  const id = `event-${index}`
  const event = filled.person.events[index]
  const yesNo = [
    { value: '', label: form.notSaid },
    { value: 'yes', label: form.yes },
    { value: 'no', label: form.no },
  ]
  const serious = [
    { value: '', label: form.notSaid },
    { value: 'no', label: form.no },
    { value: 'death', label: words.death },
    { value: 'lifeThreatening', label: words.lifeThreatening },
    { value: 'hospitalisation', label: words.otherSerious },
  ]
  const select = (field: 'serious' | 'related' | 'expected', choices: typeof yesNo): Markup =>
    selectField({
      name: `${id}-${field}`,
      label: words[field],
      value: event?.[field] ?? '',
      choices,
      error: errorOf(filled, `${id}-${field}`),
    })
  return html`
    <li>
      <fieldset>
        <legend>${words.row(index + 1)}</legend>
        ${wordsField(filled, { id: `${id}-name`, label: words.name, value: event?.name ?? '' })}
        ${momentField(filled, { id: `${id}-at`, label: form.at, value: event?.at ?? '' })}
        ${select('serious', serious)} ${select('related', yesNo)} ${select('expected', yesNo)}
        ${dateField(filled, { id: `${id}-aware`, label: words.aware, value: event?.aware ?? '' })}
      </fieldset>
    </li>
  `
}

function amendments(view: VersionView, filled: Filled): Markup {
  const words = view.page.words.tryProtocol.form
  return answerFold(
    filled,
    { title: words.amendments, prefix: 'from-', isUsed: filled.person.isByDate },
    html`
      <p class="field-hint">${words.amendmentsHint}</p>
      <div class="try-fields">
        ${view.versions.map(({ protocol }) =>
          dateField(filled, {
            id: `from-${protocol.version}`,
            label: wordingText(view.telling, protocol.title),
            value: filled.person.from[protocol.version] ?? '',
          }),
        )}
      </div>
    `,
  )
}
