import { unitText } from '../../../study/in-words/values.ts'
import { titleOf } from '../../../study/in-words/telling.ts'
import type { ProtocolItem } from '../../../study/protocol/document/protocol.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { selectField } from '../../shell/parts/field.ts'
import { paths } from '../../shell/paths.ts'
import { type VersionView, versionChoices } from '../parts/version-view.ts'
import { type Filled, answerField, errorOf, momentField, wordsField } from './answer-field.ts'
import { answerFold } from './answer-fold.ts'
import { longest } from './clock-time.ts'
import { moreForm } from './more-form.ts'
import { type TriedPerson, byDate, formItems, mostRows, spareRows } from './tried-person.ts'

/** What was typed, and what is wrong with it, by the clocks of a zone. */
export interface FilledForm extends Filled {
  readonly zone: string
}

/** The invented person, to be filled in without script: empty lines stand ready, and a button adds more. */
export function personForm(view: VersionView, filled: FilledForm): Markup {
  const { page, protocol } = view
  const words = page.words.tryProtocol.form
  const { person, zone } = filled
  const { answers } = formItems(protocol)
  const isYesNo = ({ type }: ProtocolItem): boolean => type === 'yes-no'
  return html`
    <form
      class="try-form"
      id="person"
      method="post"
      action="${link(page, paths.protocolTry(protocol.study))}"
      autocomplete="off"
      novalidate
    >
      <h2>${words.title}</h2>
      <input type="hidden" name="fields" value="${protocol.version}" />
      <div class="try-fields">
        ${versionField(view, person)}
        ${momentField(filled, { id: 'now', label: words.now, value: person.now, hint: words.nowHint(zone) })}
        ${momentField(filled, { id: 'recorded', label: words.recorded, value: person.recorded, hint: words.recordedHint })}
      </div>
      <fieldset>
        <legend>${words.once}</legend>
        <div class="try-fields">
          ${answers.filter((item) => !isYesNo(item)).map((item) => answerField(view, filled, item))}
        </div>
      </fieldset>
      ${rows(view, filled)} ${yesNoFold(view, filled, answers.filter(isYesNo))}
      ${moreForm(view, filled)}
      <div class="button-row">
        <button class="button" type="submit">${words.submit}</button>
        <button class="button button-quiet" type="submit" name="more" value="yes">
          ${words.more}
        </button>
      </div>
    </form>
  `
}

/** By which version the person is judged: one that is named, or the one in force at the site. */
function versionField({ page, protocol, versions }: VersionView, person: TriedPerson): Markup {
  const words = page.words.tryProtocol.form
  const named = versionChoices(page, versions)
  return selectField({
    name: 'version',
    label: words.version,
    value: person.isByDate ? byDate : protocol.version,
    choices: versions.length > 1 ? [...named, { value: byDate, label: words.byDate }] : named,
  })
}

function yesNoFold(view: VersionView, filled: FilledForm, items: readonly ProtocolItem[]): Markup {
  const title = `${view.page.words.tryProtocol.form.yesNo} (${items.length})`
  return answerFold(
    filled,
    { title, prefix: 'a-', isUsed: false },
    html`
      <div class="try-fields">${items.map((item) => answerField(view, filled, item))}</div>
    `,
  )
}

function rows(view: VersionView, filled: FilledForm): Markup {
  const words = view.page.words.tryProtocol.form
  const { rows: typed } = filled.person
  const count = Math.min(mostRows, Math.max(typed.length, lastFilled(typed) + spareRows))
  return html`
    <fieldset>
      <legend>${words.rows}</legend>
      <p class="field-hint">${words.rowsHint} ${words.valueHint}</p>
      <input type="hidden" name="rows" value="${count}" />
      <ol class="try-rows">
        ${Array.from({ length: count }, (_, index) => row(view, filled, index))}
      </ol>
    </fieldset>
  `
}

function lastFilled(rowsTyped: TriedPerson['rows']): number {
  return rowsTyped.findLastIndex(({ item, at, value }) => item + at + value !== '') + 1
}

function row(view: VersionView, filled: FilledForm, index: number): Markup {
  const words = view.page.words.tryProtocol.form
  const typed = filled.person.rows[index] ?? { item: '', at: '', value: '', site: '' }
  const name = `row-${index}`
  const choices = [
    { value: '', label: words.nothing },
    ...formItems(view.protocol).rows.map((item) => ({
      value: item.id,
      label: itemLabel(view, item),
    })),
  ]
  return html`
    <li>
      <fieldset>
        <legend class="unseen">${words.row(index + 1)}</legend>
        ${selectField({ name: `${name}-item`, label: words.what, value: typed.item, choices, error: errorOf(filled, `${name}-item`) })}
        ${momentField(filled, { id: `${name}-at`, label: words.at, value: typed.at })}
        ${wordsField(filled, { id: `${name}-value`, label: words.value, value: typed.value, maxLength: longest })}
        ${wordsField(filled, { id: `${name}-site`, label: words.site, value: typed.site, maxLength: longest })}
      </fieldset>
    </li>
  `
}

/** The name of an item, and the unit in which a bare number is. */
function itemLabel(view: VersionView, { id, unit }: ProtocolItem): string {
  const name = titleOf(view.telling, id)
  const written = unit === undefined ? '' : unitText(view.telling, unit)
  return written === '' ? name : `${name} (${written})`
}
