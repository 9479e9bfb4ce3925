import { allEvents } from '../../../people/alerts/model/events.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { choiceGroup } from '../../shell/parts/choice-group.ts'
import { typedDistance } from '../../shell/parts/distance.ts'
import { selectField, textField } from '../../shell/parts/field.ts'
import { placeBox } from '../../shell/parts/place-field.ts'
import type { TermsProblem } from './read-terms.ts'
import type { TypedTerms } from './typed-terms.ts'

/** The fields as they are to be shown. */
export interface TermsForm {
  readonly typed: TypedTerms
  readonly problems: readonly TermsProblem[]
  readonly about: 'search' | 'study'
  /** More to say under the place, such as other places of its name. */
  readonly belowPlace?: Markup
}

/** Where, for whom, of what and how often: the same when an alert is asked for and when it is changed. */
export function termsFields(page: Page, form: TermsForm): Markup {
  return html`
    ${where(page, form)} ${who(page, form)} ${events(page, form)} ${often(page, form)}
  `
}

/** What is wrong with a field, in words; undefined where nothing is. */
export function errorAt(problems: readonly TermsProblem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.text
}

function where(page: Page, { typed, problems, belowPlace }: TermsForm): Markup {
  const words = page.words.alerts.form
  return html`
    <fieldset class="alert-part">
      <legend>${words.where}</legend>
      ${placeBox(page, words.near, typed.near, words.nearHint, errorAt(problems, 'near'))}
      ${belowPlace}
      ${selectField({
        name: 'within',
        label: words.within,
        hint: words.withinHint,
        value: typed.within === usual ? '' : typed.within,
        choices: distances(page, typed.within),
        error: errorAt(problems, 'within'),
      })}
    </fieldset>
  `
}

const usual = '100km'
const standard = [
  '10km',
  '25km',
  '50km',
  '200km',
  '500km',
  '10mi',
  '25mi',
  '50mi',
  '100mi',
  '250mi',
]

function distances(page: Page, given: string): { value: string; label: string }[] {
  const extra = given === '' || given === usual || standard.includes(given) ? [] : [given]
  return [
    { value: '', label: page.words.alerts.form.withinUsual },
    ...[...extra, ...standard].map((value) => ({ value, label: typedDistance(page, value) })),
  ]
}

function who(page: Page, { typed, problems }: TermsForm): Markup {
  const words = page.words.alerts.form
  const { sexes } = page.words.common
  return html`
    <fieldset class="alert-part" aria-describedby="who-hint">
      <legend>${words.who}</legend>
      <p class="field-hint" id="who-hint">${words.whoHint}</p>
      ${textField({
        name: 'age',
        label: words.age,
        hint: words.ageHint,
        value: typed.age,
        maxLength: 20,
        error: errorAt(problems, 'age'),
      })}
      ${selectField({
        name: 'sex',
        label: words.sex,
        hint: words.sexHint,
        value: typed.sex.toLowerCase(),
        choices: [
          { value: '', label: page.words.search.anySex },
          { value: 'female', label: sexes.FEMALE },
          { value: 'male', label: sexes.MALE },
        ],
        error: errorAt(problems, 'sex'),
      })}
    </fieldset>
  `
}

function events(page: Page, { typed, problems, about }: TermsForm): Markup {
  const words = page.words.alerts.form
  const labels = about === 'study' ? words.eventStudy : words.event
  const offered = allEvents.filter((event) =>
    about === 'study' ? event !== 'posted' : event !== 'changed' || typed.events.includes(event),
  )
  return choiceGroup({
    name: 'event',
    kind: 'checkbox',
    label: words.events,
    hint: words.eventsHint,
    error: errorAt(problems, 'event'),
    choices: offered.map((event) => ({
      value: event,
      label: labels[event],
      chosen: typed.events.includes(event),
    })),
  })
}

function often(page: Page, { typed, problems }: TermsForm): Markup {
  const words = page.words.alerts.form
  return choiceGroup({
    name: 'often',
    kind: 'radio',
    label: words.often,
    error: errorAt(problems, 'often'),
    choices: (['at_once', 'daily', 'weekly'] as const).map((value) => ({
      value,
      label: words.frequency[value],
      chosen: typed.often === value,
    })),
  })
}
