import { capitalized } from '../../../../base/capitalized.ts'
import { can } from '../../../../people/accounts/model/can.ts'
import type { SafetyEvent } from '../../../../study/conduct/safety/safety-event.ts'
import type { TypedFollowUp, TypedJudgement } from '../../../../study/conduct/safety/typed-event.ts'
import { askedText } from '../../../../study/in-words/questions.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { choiceGroup } from '../../../shell/parts/choice-group.ts'
import { errorSummary } from '../../../shell/parts/error-summary.ts'
import { hiddenField, textField } from '../../../shell/parts/field.ts'
import { paths } from '../../../shell/paths.ts'
import { draftForm } from '../parts/draft-form.ts'
import { participantLayout } from '../parts/participant-layout.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import { clockList } from './clock-list.ts'
import { eventFields, yesNoField } from './event-fields.ts'
import { eventProblemAt, eventProblems } from './event-problems.ts'
import type { SentEvent } from './event-form.ts'
import { eventMomentField } from './moment-field.ts'
import { safetyZones } from './safety-zones.ts'
import { eventAsSaid, versionList } from './version-list.ts'

/** What a page of one event shows besides the event. */
export interface EventParts {
  readonly event: SafetyEvent
  /** The names of who recorded, by account. */
  readonly names: ReadonlyMap<string, string>
  readonly followUp: TypedFollowUp
  readonly judgement: TypedJudgement
  /** The form that was sent, or a fresh one. */
  readonly sent: SentEvent
  /** Which form that is. */
  readonly form: 'follow-up' | 'judgement'
}

/** One adverse event: what is so now, its clocks, what is asked, the forms for who may, and all that was said of it. */
export function eventPage(view: ParticipantView, parts: EventParts): Markup {
  const { page, of, lock } = view
  const words = page.words.safety
  const { event, names, sent } = parts
  const title = words.open(event.number, String(event.newest.value))
  const did = new URLSearchParams(page.query).get('did') === 'recorded'
  const report = link(page, paths.participantEventReport(of.participant.id, event.id))
  return participantLayout(view, {
    title: words.event(event.number),
    islands: ['draft-form'],
    main: html`
      ${errorSummary(page, eventProblems(page, sent.problems))} ${changedNote(view, sent)}
      ${
        did &&
        html`
          <p class="note" data-tone="open" role="status">${words.did}</p>
        `
      }
      <h1>${title}</h1>
      ${questions(view, event)}
      <section class="card flow" aria-labelledby="clocks-title">
        <h2 id="clocks-title">${words.clocks.title}</h2>
        ${clockList(view, event)}
      </section>
      <section class="card flow">${eventAsSaid(view, event.newest)}</section>
      <p><a href="${report}">${words.report.link}</a></p>
      ${lock === 'open' && judgeForm(view, parts)} ${lock === 'open' && followUpForm(view, parts)}
      ${versionList(view, event, names)}
    `,
  })
}

/** Somebody was faster: what is on the page now is theirs. */
export function changedNote({ page }: ParticipantView, { isChanged }: SentEvent): Markup | false {
  return (
    isChanged === true &&
    html`
      <p class="note" data-tone="doubt" role="alert">${page.words.safety.changed}</p>
    `
  )
}

function questions(
  { page, of, telling }: ParticipantView,
  { newest }: SafetyEvent,
): Markup | false {
  const { missingNames } = page.words.participant.safety
  const asked = of.state.questions.filter(({ facts }) => facts.includes(newest.id))
  const texts = asked.map((one) => {
    const name = one.type === 'missing' ? missingNames[one.given?.['item'] ?? ''] : undefined
    return name === undefined
      ? askedText(telling, one)
      : page.words.safety.askedOf(capitalized(name))
  })
  return (
    texts.length > 0 &&
    html`
      <section class="note flow" data-tone="doubt" aria-labelledby="asked-title">
        <h2 id="asked-title">${page.words.safety.asked}</h2>
        <ul>
          ${[...new Set(texts)].map(
            (text) => html`
              <li>${text}</li>
            `,
          )}
        </ul>
      </section>
    `
  )
}

function followUpForm(view: ParticipantView, parts: EventParts): Markup | false {
  const { page, of, actor } = view
  if (!can.recordFacts(actor, of.participant)) return false
  const words = page.words.safety
  const { followUp, event, form } = parts
  const sent = form === 'follow-up' ? parts.sent : { ...parts.sent, problems: [] }
  const wrong = eventProblemAt(page, sent.problems)
  const choices = (['follow-up', 'correction'] as const).map((one) => ({
    value: one,
    label: words.changes[one],
    chosen: followUp.change === one,
  }))
  return html`
    <details
      class="card"
      ${
        sent.problems.length > 0 || (form === 'follow-up' && sent.isAgain)
          ? html`
              open
            `
          : ''
      }
    >
      <summary>${words.changeTitle}</summary>
      ${draftForm(
        view,
        sent.isAgain,
        html`
          <form
            class="record-form"
            method="post"
            action="${link(page, paths.participantEvent(of.participant.id, event.id))}"
            autocomplete="off"
            novalidate
          >
            ${choiceGroup({ name: 'change', label: words.fields.change, hint: words.changesHint, error: wrong('change'), kind: 'radio', choices })}
            ${eventFields(view, followUp.typed, sent)}
            ${textField({ name: 'reason', label: words.fields.reason, hint: words.hints.reason, value: followUp.reason, error: wrong('reason'), maxLength: 1000 })}
            <p><button class="button" type="submit">${words.saveChange}</button></p>
          </form>
        `,
      )}
    </details>
  `
}

function judgeForm(view: ParticipantView, parts: EventParts): Markup | false {
  const { page, of, actor } = view
  if (!can.judgeSafety(actor, of.participant)) return false
  const { fields, hints, judgeTitle, saveJudgement } = page.words.safety
  const { judgement, event, form } = parts
  const sent = form === 'judgement' ? parts.sent : { ...parts.sent, problems: [] }
  const wrong = eventProblemAt(page, sent.problems)
  const moment = (name: 'sponsorAware' | 'reported', hint: string): Markup =>
    eventMomentField(page, {
      name,
      label: fields[name],
      hint,
      value: judgement[name],
      problem: sent.problems.find(({ field }) => field === name),
      error: wrong(name),
    })
  return html`
    <section class="card flow" aria-labelledby="judge-title">
      <h2 id="judge-title">${judgeTitle}</h2>
      <form
        class="record-form"
        method="post"
        action="${link(page, paths.participantEventSponsor(of.participant.id, event.id))}"
        autocomplete="off"
        novalidate
      >
        ${hiddenField('form', sent.formKey)} ${hiddenField('seen', String(sent.seen))}
        ${moment('sponsorAware', hints.sponsorAware(safetyZones(of).sponsor.replaceAll('_', ' ')))}
        ${yesNoField(view, 'expected', { value: judgement.expected, hint: hints.expected, error: wrong('expected') })}
        ${textField({ name: 'reference', label: fields.reference, hint: hints.reference, value: judgement.reference, error: wrong('reference'), maxLength: 1000 })}
        ${moment('reported', hints.reported)}
        ${textField({ name: 'reason', label: fields.reason, hint: hints.reason, value: judgement.reason, error: wrong('reason'), maxLength: 1000 })}
        <p><button class="button" type="submit">${saveJudgement}</button></p>
      </form>
    </section>
  `
}
