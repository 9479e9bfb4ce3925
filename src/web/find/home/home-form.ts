import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { hiddenField, selectField, textField } from '../../shell/parts/field.ts'
import { keptIn } from '../../shell/parts/kept.ts'
import { paths } from '../../shell/paths.ts'

/** The search as it begins: what, near where, and for whom. What it presumes is said beside its fields. */
export function homeForm(page: Page): Markup {
  const words = page.words.home.form
  const { suggestions } = page.words.search
  return html`
    <form
      class="finder"
      action="${link(page, paths.search())}"
      method="get"
      role="search"
      aria-label="${words.label}"
    >
      <input type="hidden" name="status" value="open" />
      <input type="hidden" name="within" value="100km" />
      ${keptIn(page).map((id) => hiddenField('keep', id))}
      <search-box
        suggest="${link(page, paths.suggest(), { for: 'condition' })}"
        list="${suggestions.label}"
      >
        ${textField({ name: 'q', ...words.q, type: 'search', value: '', isHintBelow: true })}
      </search-box>
      <place-box
        suggest="${link(page, paths.suggest(), { for: 'place' })}"
        list="${suggestions.label}"
        my-place="${suggestions.myPlace}"
        used="${suggestions.myPlaceUsed}"
        refused="${suggestions.myPlaceRefused}"
      >
        ${textField({ name: 'near', ...words.near, value: '', maxLength: 200, isHintBelow: true })}
      </place-box>
      <div class="pair">
        ${textField({ name: 'age', ...words.age, value: '', maxLength: 20, isHintBelow: true })}
        ${sexField(page)}
      </div>
      <button class="button" type="submit">${words.button}</button>
    </form>
  `
}

function sexField(page: Page): Markup {
  const { sexes } = page.words.common
  return selectField({
    name: 'sex',
    ...page.words.home.form.sex,
    value: '',
    isHintBelow: true,
    choices: [
      { value: '', label: page.words.search.anySex },
      { value: 'female', label: sexes.FEMALE },
      { value: 'male', label: sexes.MALE },
    ],
  })
}
