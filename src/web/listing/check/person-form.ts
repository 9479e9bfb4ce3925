import { toldAgeUnits } from '../../../finder/self-check/read-answers.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { whos } from '../../../words/language/who.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { hiddenFields } from '../../shell/parts/field.ts'
import type { StudyView } from '../parts/view.ts'

/** Whom the check is for, asked once: the answer goes into the address, as a search has it, and travels with it. */
export function checkPersonForm(
  view: StudyView,
  told: Told,
  more: { readonly carried: URLSearchParams; readonly hasError: boolean },
): Markup {
  const words = view.page.words.check
  return html`
    <form method="get" action="${link(view.page, view.page.path)}" class="flow" id="person">
      ${hiddenFields(more.carried)}
      <fieldset class="ask">
        <legend>${words.who.legend}</legend>
        <div class="tiles tiles-long">
          ${whos.map((who) => choice('who', who, words.who[who], false))}
        </div>
      </fieldset>
      <fieldset class="ask">
        <legend>${words.age.legend}</legend>
        <p class="hint" id="age-hint">${words.age.hint}</p>
        ${
          more.hasError &&
          html`
            <p class="field-error" id="age-error">${words.problems.age}</p>
          `
        }
        <div class="check-age">${ageNumber(view, told, more.hasError)} ${ageUnit(view, told)}</div>
      </fieldset>
      <fieldset class="ask">
        <legend>${words.sex.legend}</legend>
        <div class="tiles tiles-long">
          ${(['FEMALE', 'MALE'] as const).map((sex) => choice('sex', sex, words.sex[sex], sex === told.sex))}
        </div>
      </fieldset>
      <p class="acts acts-wide"><button class="button" type="submit">${words.next}</button></p>
    </form>
  `
}

function choice(name: string, value: string, label: string, isChosen: boolean): Markup {
  return html`
    <label>
      <input
        type="radio"
        name="${name}"
        value="${value}"
        ${
          isChosen &&
          html`
            checked
          `
        }
      />
      ${label}
    </label>
  `
}

function ageNumber(view: StudyView, { typed }: Told, hasError: boolean): Markup {
  return html`
    <div class="field">
      <label for="age">${view.page.words.check.age.value}</label>
      <input
        id="age"
        name="age"
        type="text"
        inputmode="numeric"
        maxlength="10"
        value="${typed.age}"
        aria-describedby="${hasError ? 'age-hint age-error' : 'age-hint'}"
        ${
          hasError &&
          html`
            aria-invalid="true"
          `
        }
      />
    </div>
  `
}

function ageUnit(view: StudyView, { typed }: Told): Markup {
  const words = view.page.words.check.age
  const unit = typed.unit || 'year'
  return html`
    <div class="field">
      <label for="unit">${words.unit}</label>
      <select id="unit" name="unit">
        ${toldAgeUnits.map(
          (each) => html`
            <option
              value="${each}"
              ${
                each === unit &&
                html`
                  selected
                `
              }
            >
              ${words.units[each]}
            </option>
          `,
        )}
      </select>
    </div>
  `
}
