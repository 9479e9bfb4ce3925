import { zoneOf } from '../../../../study/conduct/model/case.ts'
import { titleOf } from '../../../../study/in-words/telling.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { hiddenField } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { draftForm } from '../parts/draft-form.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import type { FilledSheet } from './filled-sheet.ts'
import { type FormNotice, formNotice } from './form-notice.ts'
import { protocolField } from './protocol-field.ts'
import { sharedMoment } from './moment-fields.ts'
import { typedFactsOf, type FormAsk } from './typed-form.ts'

/** A form drawn from the items of the version in force: a visit, or single values. */
export function recordPage(
  filled: FilledSheet,
  ask: FormAsk,
  { title, notice }: { readonly title: string; readonly notice?: FormNotice },
): Markup {
  const { view, problems } = filled
  const { page, lock } = view
  const words = page.words.record
  return participantLayout(view, {
    title: words.of(title),
    islands: ['draft-form'],
    main: html`
      ${errorSummary(page, problems)} ${notice && formNotice(view, notice)}
      <h1>${words.of(title)}</h1>
      ${lock === 'open' ? form(filled, ask) : typedList(filled)}
      <p><a href="${link(page, paths.participant(view.of.participant.id))}">${words.back}</a></p>
    `,
  })
}

function form(filled: FilledSheet, ask: FormAsk): Markup {
  const { view, form: typed, problems } = filled
  const { page, of } = view
  const words = page.words.record
  const hasShared = ask.items.some(({ type }) => type !== 'event')
  const isAgain = problems.length > 0 || typed.fields.has('form')
  return draftForm(
    view,
    isAgain,
    html`
      <form
        class="record-form"
        method="post"
        action="${link(page, paths.participantRecord(of.participant.id), formQuery(ask))}"
        autocomplete="off"
        novalidate
      >
        <p class="prose">${words.intro}</p>
        ${orderNotes(view, ask)} ${hiddenField('form', typed.formKey)}
        ${hiddenField('seen', String(typed.seen))}
        ${hasShared && sharedMoment(filled, words.whenHint(zoneOf(of).replaceAll('_', ' ')))}
        ${ask.items.map((item) => protocolField(filled, item))} ${othersNote(view, ask)}
        ${
          ask.items.length > 0 &&
          html`
            <p class="acts"><button class="button" type="submit">${words.button}</button></p>
          `
        }
      </form>
    `,
  )
}

/** The query by which a form is asked for again. */
export function formQuery({ visit, items }: FormAsk): URLSearchParams {
  if (visit !== undefined) return new URLSearchParams({ visit })
  return new URLSearchParams(items.map(({ id }) => ['item', id]))
}

/** What is to be done before what: a temperature before the dose. */
function orderNotes({ page, of, telling }: ParticipantView, { visit }: FormAsk): Markup | false {
  const planned = of.protocol.visits.find(({ id }) => id === visit?.replace(/#\d+$/, ''))
  const order = planned?.order ?? []
  return (
    order.length > 0 &&
    html`
      <div class="note">
        ${order.map(
          ({ first, then }) => html`
            <p>${page.words.record.order(titleOf(telling, first), titleOf(telling, then))}</p>
          `,
        )}
      </div>
    `
  )
}

function othersNote({ page, telling }: ParticipantView, { others }: FormAsk): Markup | false {
  const say = page.words.record.elsewhere
  return (
    others.length > 0 &&
    html`
      <ul>
        ${others.map(
          ({ item, form: of }) =>
            of !== 'record' &&
            html`
              <li>${say[of](titleOf(telling, item.id))}</li>
            `,
        )}
      </ul>
    `
  )
}

/** What was typed, where nothing can be recorded any more: it is not lost. */
function typedList(filled: FilledSheet): Markup | false {
  const { view, form: typed } = filled
  const words = view.page.words.record.locked
  const all = typedFactsOf(typed)
  return (
    all.length > 0 &&
    html`
      <div class="note" data-tone="stop" role="alert">
        <h2>${words.title}</h2>
        <p>${words.text}</p>
        <ul>
          ${all.map(
            ({ item, value, unit, at, whyNot }) => html`
              <li>
                ${titleOf(view.telling, item)}:
                ${[value, unit, at.day, at.time, whyNot].filter(Boolean).join(' ')}
              </li>
            `,
          )}
        </ul>
      </div>
    `
  )
}
