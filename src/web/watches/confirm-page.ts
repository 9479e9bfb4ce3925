import type { WatchesByLink } from '../../people/watches/confirm-watches.ts'
import type { Watch } from '../../people/watches/model/watch.ts'
import { watchWords } from '../../words/watches.ts'
import { masked } from '../alerts/parts/alert-text.ts'
import { html, type Markup } from '../shell/markup.ts'
import { link, type Page } from '../shell/page.ts'
import { oneChoice } from '../shell/parts/choice-group.ts'
import { errorSummary } from '../shell/parts/error-summary.ts'
import { layout } from '../shell/parts/layout.ts'

type Open = Extract<WatchesByLink, { kind: 'open' }>

/** What programs asked for, each to be ticked, and the one button that starts it. Of their own words nothing is shown but the search. */
export function confirmWatchesPage(
  page: Page,
  { person, watches }: Open,
  { isMissing }: { readonly isMissing: boolean },
): Markup {
  const words = watchWords(page.language).confirmPage
  return layout(page, {
    sheets: ['alerts'],
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="alerts">
        ${errorSummary(page, isMissing ? [{ field: 'watch', text: words.none }] : [])}
        <h1>${words.title}</h1>
        <p class="lead">${words.lead(masked(person.address()))}</p>
        <form method="post" action="${link(page, page.path)}">
          <input type="hidden" name="shown" value="${watches.map(({ id }) => id).join(' ')}" />
          <fieldset class="choice-group" aria-describedby="watch-hint">
            <legend>${words.choose}</legend>
            <p class="field-hint" id="watch-hint">${words.chooseHint}</p>
            <ul class="alert-list">
              ${watches.map((watch, at) => choice(page, watch, at, !isMissing))}
            </ul>
          </fieldset>
          <p>${words.often}</p>
          <p class="button-row"><button class="button" type="submit">${words.button}</button></p>
        </form>
        <p>${words.notYou}</p>
      </div>
    `,
  })
}

function choice(page: Page, { id, terms }: Watch, at: number, chosen: boolean): Markup {
  const words = watchWords(page.language).confirmPage
  const search = terms.filters
    .map(({ name, modifier, comparator, value }) => {
      const named = modifier === undefined ? name : `${name}:${modifier}`
      return `${named} = ${comparator ?? ''}${value}`
    })
    .join(', ')
  const label = search === '' ? words.everything : words.search(search)
  return html`
    <li class="alert-item">
      ${oneChoice('watch', 'checkbox', { value: id, label, chosen }, at === 0 ? 'watch' : `watch-${at}`)}
      <p class="small">${words.content[terms.content]}</p>
    </li>
  `
}
