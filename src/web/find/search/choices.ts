import type { Results } from '../../../finder/catalogue/model/query.ts'
import { type Asked, withTexts } from '../../../finder/question/asked.ts'
import { shownName } from '../../../finder/vocabulary/shown-names.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { searchLink } from './chosen.ts'

/** For each abbreviation of several illnesses, which one these studies are for, and each other one a press away. */
export function abbreviationChoices(
  page: Page,
  asked: Asked,
  { understood: { choices, isSentence } }: Results,
): readonly Markup[] {
  const words = page.words.search.choices
  return choices.map(
    ({ words: typed, term, others }) => html`
      <section class="notice" aria-label="${words.label(typed)}">
        <p>
          ${words.severally(page.words.search.quote(typed))}
          <strong>${words.taken(shownName(term, page.language))}</strong>
          ${words.or}
        </p>
        <ul>
          ${others.map((other) => choice(page, asked, typed, other))}
          ${!isSentence && veryWords(page, asked)}
        </ul>
      </section>
    `,
  )
}

function choice(page: Page, asked: Asked, typed: string, term: string): Markup {
  const name = shownName(term, page.language)
  const meant = withMeaning(asked, typed, typedName(page, term))
  return html`
    <li>
      ${
        meant
          ? html`
              <a href="${searchLink(page, meant)}">${name}</a>
            `
          : name
      }
    </li>
  `
}

/** It need not be an illness at all; under a sentence the same is offered for all of it. */
function veryWords(page: Page, asked: Asked): Markup {
  const address = searchLink(page, withTexts(asked, { exact: '1' }))
  return html`
    <li><a href="${address}">${page.words.search.understood.exact}</a></li>
  `
}

/** What typed in the box means the illness: its name as it is shown, or else its MeSH term. */
function typedName(page: Page, term: string): string {
  const name = shownName(term, page.language)
  return page.vocabulary.byName(name)?.term === term ? name : term
}

/** The same search with a name in the place of an abbreviation; undefined where that is not there as it stands. */
function withMeaning(asked: Asked, typed: string, name: string): Asked | undefined {
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(typed)}(?![\\p{L}\\p{N}])`, 'u')
  const field = (['q', 'cond'] as const).find((one) => whole.test(asked.texts[one]))
  return field && withTexts(asked, { [field]: asked.texts[field].replace(whole, () => name) })
}
