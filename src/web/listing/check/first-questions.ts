import { html, html as line } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import { own } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'
import { illnessesOf } from '../../../finder/self-check/outcome.ts'
import { answerChoices, radio } from './question-field.ts'
import { type AnswerProblem, toldAgeUnits } from '../../../finder/self-check/read-answers.ts'
import { whos } from '../../../words/language/who.ts'
import { forWhom } from './wording.ts'
import type { Told } from '../../../finder/self-check/told.ts'

/** For whom, how old, which sex, and the illness: what decides most. */
export function firstQuestions(
  view: StudyView,
  told: Told,
  problems: readonly AnswerProblem[],
): Markup {
  const words = view.page.words.check
  return html`
    <fieldset class="check-question" id="who">
      <legend>${words.who.legend}</legend>
      <div class="check-answers">
        ${whos.map((who) => radio('who', who, words.who[who], who === told.who))}
      </div>
    </fieldset>
    ${age(view, told, problems)}
    <fieldset class="check-question" id="sex">
      <legend>${words.sex.legend}</legend>
      <p class="field-hint">${words.sex.hint}</p>
      <div class="check-answers">
        ${(['FEMALE', 'MALE', 'skip'] as const).map((sex) =>
          radio('sex', sex, words.sex[sex], sex === (told.sex ?? 'skip')),
        )}
      </div>
    </fieldset>
    ${condition(view, told)}
  `
}

function age(view: StudyView, told: Told, problems: readonly AnswerProblem[]): Markup {
  const words = view.page.words.check.age
  return html`
    <fieldset class="check-question check-age">
      <legend>${words.legend}</legend>
      <p class="field-hint" id="age-hint">${words.hint}</p>
      ${errors(view, problems, 'age')} ${errors(view, problems, 'unit')}
      <div class="check-age-row">
        ${ageNumber(view, told, problems)} ${ageUnit(view, told, problems)}
      </div>
      ${birthDay(view, told, problems)}
    </fieldset>
  `
}

function ageNumber(view: StudyView, { typed }: Told, problems: readonly AnswerProblem[]): Markup {
  return html`
    <div class="field">
      <label for="age">${view.page.words.check.age.value}</label>
      <input
        id="age"
        name="age"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        maxlength="10"
        value="${typed.age}"
        aria-describedby="${hasError(problems, 'age') ? 'age-hint age-error' : 'age-hint'}"
        ${invalid(problems, 'age')}
      />
    </div>
  `
}

function ageUnit(view: StudyView, { typed }: Told, problems: readonly AnswerProblem[]): Markup {
  const words = view.page.words.check.age
  const unit = typed.unit || 'year'
  return html`
    <div class="field">
      <label for="unit">${words.unit}</label>
      <select id="unit" name="unit" ${invalid(problems, 'unit')}>
        ${toldAgeUnits.map((each) =>
          each === unit
            ? html`
                <option value="${each}" selected>${words.units[each]}</option>
              `
            : html`
                <option value="${each}">${words.units[each]}</option>
              `,
        )}
      </select>
    </div>
  `
}

function birthDay(view: StudyView, { typed }: Told, problems: readonly AnswerProblem[]): Markup {
  return html`
    <div class="field">
      <label for="born">${view.page.words.check.age.born}</label>
      ${errors(view, problems, 'born')}
      <input
        id="born"
        name="born"
        type="date"
        autocomplete="off"
        max="${view.today}"
        value="${typed.born}"
        ${invalid(problems, 'born')}
        ${
          hasError(problems, 'born') &&
          html`
            aria-describedby="born-error"
          `
        }
      />
    </div>
  `
}

function condition(view: StudyView, told: Told): Markup | string {
  const names = illnessesOf(view.protocol)
  if (names.length === 0) return ''
  const words = view.page.words.check.condition
  return html`
    <fieldset class="check-question" id="condition" aria-describedby="condition-own">
      <legend>${forWhom(told.who, names.length === 1 ? words.one : words.some)}</legend>
      <p class="field-hint">${words.hint}</p>
      <ul class="check-conditions" id="condition-own">
        ${names.slice(0, 20).map(
          (name) => html`
            <li>${own(view.page, name)}</li>
          `,
        )}
      </ul>
      ${answerChoices(view, 'condition', told.condition)}
    </fieldset>
  `
}

function hasError(problems: readonly AnswerProblem[], field: string): boolean {
  return problems.some((problem) => problem.field === field)
}

function errors(view: StudyView, problems: readonly AnswerProblem[], field: string): Markup {
  return line`${problems
    .filter((problem) => problem.field === field)
    .map(
      ({ code }) => html`
        <p class="field-error" id="${field}-error">${view.page.words.check.problems[code]}</p>
      `,
    )}`
}

function invalid(problems: readonly AnswerProblem[], field: string): Markup | false {
  return (
    hasError(problems, field) &&
    html`
      aria-invalid="true"
    `
  )
}
