import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { fill, type Slot } from '../../shell/parts/phrases.ts'
import { widePlaceText } from '../../shell/parts/said-question.ts'
import { mostKept } from '../../shell/parts/my-list.ts'
import type { AskedList } from './read-list.ts'

/** More numbers than this nobody reads. */
const mostNamed = 10

/** Says of everything asked for and not shown why it is not. */
export function notShown(page: Page, list: AskedList): Markup {
  const words = page.words.list.notShown
  const named = (sentence: string, ids: readonly string[]): Slot | undefined =>
    ids.length === 0 ? undefined : fill(sentence, { ids: namesOf(page, ids), most: mostKept })
  const said = [
    named(words.tooMany, list.leftOut),
    named(words.unknown, list.unknown),
    named(words.malformed, list.malformed),
    named(words.twice, list.twice),
    unplaced(page, list),
  ].filter((one) => one !== undefined)
  return html`
    ${said.map(
      (one) => html`
        <p class="notice notice-warning no-print" role="status">${one}</p>
      `,
    )}
  `
}

function namesOf(page: Page, ids: readonly string[]): string {
  const rest = ids.length - mostNamed
  const shown = ids.slice(0, mostNamed).join(', ')
  return rest > 0 ? page.words.list.notShown.andMore(shown, rest) : shown
}

function unplaced(page: Page, { said, place }: AskedList): Slot | undefined {
  const typed = said.asked.texts.near
  if (typed === '' || place) return undefined
  if (said.place?.kind === 'wide') return widePlaceText(page, said.place.place)
  return fill(page.words.list.notShown.near, { place: typed })
}
