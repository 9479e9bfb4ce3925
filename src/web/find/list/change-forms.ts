import { html, type Markup } from '../../shell/markup.ts'
import { paramsOf } from '../../../finder/question/asked.ts'
import type { Carried } from '../../shell/parts/carried.ts'
import { link, type Page } from '../../shell/page.ts'
import { hiddenField, hiddenFields } from '../../shell/parts/field.ts'
import { listLink, mostKept } from '../../shell/parts/my-list.ts'
import { placeBox } from '../../shell/parts/place-field.ts'
import { paths } from '../../shell/paths.ts'
import type { AskedList } from './read-list.ts'

/** To add a study by its number, to measure from a place, to clear the list, and the same as data. */
export function changeForms(page: Page, list: AskedList): Markup {
  const words = page.words.list
  const isEmpty = list.ids.length === 0
  return html`
    <section class="flow no-print" aria-labelledby="change-list">
      <h2 id="change-list">${words.change}</h2>
      ${
        list.ids.length >= mostKept
          ? html`
              <p>${words.full(mostKept)}</p>
            `
          : addForm(page, list)
      }
      ${!isEmpty && nearForm(page, list)}
      ${
        !isEmpty &&
        html`
          <ul class="links">
            <li><a href="${listLink(page, [], list.carried)}">${words.clear}</a></li>
            <li><a href="${twin(page, list)}" type="application/json">${words.json}</a></li>
          </ul>
        `
      }
    </section>
  `
}

function addForm(page: Page, { ids, carried }: AskedList): Markup {
  const words = page.words.list
  return html`
    <form class="near-form" method="get" action="${link(page, paths.list())}">
      ${ids.length > 0 && hiddenField('ids', ids.join(','))} ${hiddenOf(carried, '')}
      <div class="field">
        <label for="add">${words.add}</label>
        <p class="field-hint" id="add-hint">${words.addHint}</p>
        <input
          type="text"
          id="add"
          name="add"
          maxlength="100"
          autocomplete="off"
          aria-describedby="add-hint"
        />
      </div>
      <button class="button button-quiet" type="submit">${words.addButton}</button>
    </form>
  `
}

function nearForm(page: Page, { ids, carried, said }: AskedList): Markup {
  const words = page.words.list
  return html`
    <form class="near-form" method="get" action="${link(page, paths.list())}">
      ${hiddenField('ids', ids.join(','))} ${hiddenOf(carried, 'near')}
      ${placeBox(page, words.place, said.asked.texts.near, page.words.study.sites.placeHint)}
      <button class="button button-quiet" type="submit">${words.placeButton}</button>
    </form>
  `
}

/** The search and its count, but for one field that the form has a box for. */
function hiddenOf({ asked, found }: Carried, but: string): Markup {
  return html`
    ${hiddenFields(paramsOf(asked), but)}
    ${found !== undefined && hiddenField('found', String(found))}
  `
}

function twin(page: Page, { ids, said }: AskedList): string {
  return link(page, paths.compareJson(), { ids: ids.join(','), near: said.asked.texts.near })
}
