import { can } from '../../../../people/accounts/model/can.ts'
import {
  drugActions,
  eventOutcomes,
  longestEventWords,
  seriousnessCriteria,
  severityGrades,
  type TypedEvent,
} from '../../../../study/conduct/safety/typed-event.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { choiceGroup } from '../../../shell/parts/choice-group.ts'
import { hiddenField, selectField, textArea, textField } from '../../../shell/parts/field.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import type { SentEvent } from './event-form.ts'
import { eventProblemAt } from './event-problems.ts'
import { eventMomentField } from './moment-field.ts'
import { safetyZones } from './safety-zones.ts'

/** What a site says of an event: seriousness stands apart from the grade, and only an investigator says whether it is related. */
export function eventFields(view: ParticipantView, typed: TypedEvent, sent: SentEvent): Markup {
  const { page, of } = view
  const { fields, hints } = page.words.safety
  const wrong = eventProblemAt(page, sent.problems)
  const moment = (name: 'onset' | 'end' | 'siteAware', hint: string): Markup =>
    eventMomentField(page, {
      name,
      label: fields[name],
      hint,
      value: typed[name],
      problem: sent.problems.find(({ field }) => field === name),
      error: wrong(name),
    })
  return html`
    ${hiddenField('form', sent.formKey)} ${hiddenField('seen', String(sent.seen))}
    ${textField({ name: 'what', label: fields.what, hint: hints.what, value: typed.what, error: wrong('what'), maxLength: 1000 })}
    ${moment('onset', hints.moment)} ${seriousness(view, typed, wrong)}
    ${moment('siteAware', hints.siteAware(safetyZones(of).site.replaceAll('_', ' ')))}
    ${select(view, 'grade', { value: typed.grade, values: severityGrades, hint: hints.grade, error: wrong('grade') })}
    ${relatedField(view, typed, wrong('related'))}
    ${select(view, 'action', { value: typed.action, values: drugActions, error: wrong('action') })}
    ${select(view, 'outcome', { value: typed.outcome, values: eventOutcomes, error: wrong('outcome') })}
    ${moment('end', hints.end)}
    ${textArea({ name: 'words', label: fields.words, hint: hints.words, value: typed.words, rows: 4, maxLength: longestEventWords, error: wrong('words') })}
  `
}

/** Yes, no, or not known yet. */
export function yesNoField(
  { page }: ParticipantView,
  name: 'serious' | 'related' | 'expected',
  {
    value,
    hint,
    error,
  }: { readonly value: string; readonly hint: string; readonly error: string | undefined },
): Markup {
  const { fields, yesNo } = page.words.safety
  const choices = (['yes', 'no', ''] as const).map((one) => ({
    value: one,
    label: yesNo[one],
    chosen: value === one,
  }))
  return choiceGroup({ name, label: fields[name], hint, error, kind: 'radio', choices })
}

function seriousness(
  view: ParticipantView,
  typed: TypedEvent,
  wrong: (field: string) => string | undefined,
): Markup {
  const { fields, hints, criteria } = view.page.words.safety
  return html`
    <div class="record-item flow">
      ${yesNoField(view, 'serious', { value: typed.serious, hint: hints.serious, error: wrong('serious') })}
      ${choiceGroup({
        name: 'criteria',
        label: fields.criteria,
        hint: hints.criteria,
        error: wrong('criteria'),
        kind: 'checkbox',
        choices: seriousnessCriteria.map((one) => ({
          value: one,
          label: criteria[one],
          chosen: typed.criteria.includes(one),
        })),
      })}
    </div>
  `
}

/** Who is no investigator reads what was said, and says nothing. */
function relatedField(
  view: ParticipantView,
  { related }: TypedEvent,
  error: string | undefined,
): Markup {
  const { fields, hints, yesNo } = view.page.words.safety
  if (can.signAsInvestigator(view.actor, view.of.participant))
    return yesNoField(view, 'related', { value: related, hint: hints.related, error })
  const said = related === 'yes' || related === 'no' ? yesNo[related] : yesNo['']
  return html`
    <p>
      <b>${fields.related}</b>
      ${said}. ${hints.related}
    </p>
  `
}

function select(
  { page }: ParticipantView,
  name: 'grade' | 'action' | 'outcome',
  {
    value,
    values,
    hint,
    error,
  }: {
    readonly value: string
    readonly values: readonly string[]
    readonly hint?: string
    readonly error: string | undefined
  },
): Markup {
  const words = page.words.safety
  const labels: Readonly<Record<string, string>> = {
    grade: words.grades,
    action: words.actions,
    outcome: words.outcomes,
  }[name]
  // What is not among the answers, as a grade of 6, stays to see and is refused.
  const known = ['', ...values, ...(value === '' || values.includes(value) ? [] : [value])]
  return selectField({
    name,
    label: words.fields[name],
    hint,
    error,
    value,
    choices: known.map((one) => ({ value: one, label: labels[one] ?? one })),
  })
}
