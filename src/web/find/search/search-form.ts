import { html, type Markup } from '../../shell/markup.ts'
import { type Page, link } from '../../shell/page.ts'
import { type Choice, hiddenField, selectField, textField } from '../../shell/parts/field.ts'
import { valuesOfGroup } from '../../../finder/catalogue/model/filter-table.ts'
import type { Asked, TextField } from '../../../finder/question/asked.ts'
import { typedDistance } from '../../shell/parts/distance.ts'
import { keptIn } from '../../shell/parts/kept.ts'
import type { SaidProblem } from '../../shell/parts/said-question.ts'
import { paths } from '../../shell/paths.ts'

/** The id by which filters elsewhere on the page belong to this form. */
export const searchFormId = 'search-form'

type WordField = 'q' | 'near' | 'age' | 'cond' | 'intr' | 'title' | 'spons' | 'elig'

/** What, near where and how old, over the results; the home page begins with fewer boxes. */
export function searchForm(page: Page, asked: Asked, problems: readonly SaidProblem[]): Markup {
  const words = page.words.search
  return html`
    <form
      class="finder"
      id="${searchFormId}"
      action="${link(page, paths.search())}"
      method="get"
      role="search"
      aria-label="${words.title}"
    >
      ${unseen(asked, problems)} ${keptIn(page).map((id) => hiddenField('keep', id))}
      <search-box
        suggest="${link(page, paths.suggest(), { for: 'condition' })}"
        list="${words.suggestions.label}"
      >
        ${box(page, asked, problems, 'q')}
      </search-box>
      <div class="pair">
        <place-box
          suggest="${link(page, paths.suggest(), { for: 'place' })}"
          list="${words.suggestions.label}"
          my-place="${words.suggestions.myPlace}"
          used="${words.suggestions.myPlaceUsed}"
          refused="${words.suggestions.myPlaceRefused}"
        >
          ${box(page, asked, problems, 'near')}
        </place-box>
        ${withinField(page, asked, problems)}
      </div>
      <div class="pair">
        ${box(page, asked, problems, 'age')} ${sexField(page, asked, problems)}
      </div>
      <button class="button" type="submit">${words.button}</button>
      ${moreBoxes(page, asked, problems)}
    </form>
  `
}

/** Boxes for those who know in which part of a record to look; open where one is filled in. */
function moreBoxes(page: Page, asked: Asked, problems: readonly SaidProblem[]): Markup {
  const words = page.words.search
  const isUsed = advancedFields.some((name) => asked.texts[name] !== '')
  return html`
    <details
      class="search-more"
      ${
        isUsed &&
        html`
          open
        `
      }
    >
      <summary>${words.advanced}</summary>
      <p class="field-hint">${words.advancedHint}</p>
      <div class="search-more-fields">
        ${advancedFields.map((name) => box(page, asked, problems, name))}
      </div>
    </details>
  `
}

/** What has no box of its own: sending the form again must not lose it. */
function unseen(asked: Asked, problems: readonly SaidProblem[]): readonly Markup[] {
  const texts = (['tree', 'sort', 'size', 'exact', 'unfit', 'units'] as const)
    .filter((name) => asked.texts[name] !== '' && !errorFor(problems, name))
    .map((name) => [name, asked.texts[name]] as const)
  return [...texts, ['status', shownStatus(asked)] as const].map(([name, value]) =>
    hiddenField(name, value),
  )
}

/** All studies or the open ones, as is shown; a status among the filters counts before it. */
function shownStatus({ lists: { status } }: Asked): string {
  const isGroup = status.length === 1 && valuesOfGroup('status', status[0] ?? '') !== undefined
  return isGroup ? (status[0] ?? openOnly) : openOnly
}

const openOnly = 'open'

const advancedFields = ['cond', 'intr', 'title', 'spons', 'elig'] as const

function box(page: Page, asked: Asked, problems: readonly SaidProblem[], name: WordField): Markup {
  const { label, hint } = page.words.search.fields[name]
  return textField({
    name,
    label,
    hint,
    value: asked.texts[name],
    error: errorFor(problems, name),
    maxLength: name === 'age' ? 20 : name === 'near' ? 200 : 512,
  })
}

function withinField(page: Page, asked: Asked, problems: readonly SaidProblem[]): Markup {
  const asIs = asked.texts.within
  const standard = page.inMiles
    ? ['10mi', '25mi', '50mi', '100mi', '250mi']
    : ['10km', '25km', '50km', '100km', '200km', '500km']
  const values = asIs === '' || standard.includes(asIs) ? standard : [asIs, ...standard]
  const choices: Choice[] = [
    { value: '', label: page.words.search.anywhere },
    ...values.map((value) => ({ value, label: typedDistance(page, value) })),
  ]
  return selectField({
    name: 'within',
    ...page.words.search.fields.within,
    value: asIs,
    choices,
    error: errorFor(problems, 'within'),
  })
}

function sexField(page: Page, asked: Asked, problems: readonly SaidProblem[]): Markup {
  const { sexes } = page.words.common
  const value = asked.texts.sex.toUpperCase()
  return selectField({
    name: 'sex',
    ...page.words.search.fields.sex,
    value: value === 'FEMALE' || value === 'MALE' ? value.toLowerCase() : '',
    choices: [
      { value: '', label: page.words.search.anySex },
      { value: 'female', label: sexes.FEMALE },
      { value: 'male', label: sexes.MALE },
    ],
    error: errorFor(problems, 'sex'),
  })
}

/** What could not be read of a field, in words; undefined when all could. */
export function errorFor(problems: readonly SaidProblem[], field: TextField): string | undefined {
  return problems.find((problem) => problem.field === field)?.text
}
