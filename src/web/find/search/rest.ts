import type { Results } from '../../../finder/catalogue/model/query.ts'
import { withList } from '../../../finder/question/asked.ts'
import { canBeJoined, shownState } from '../../../finder/registry/status.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { saidNumber } from '../../../words/said-number.ts'
import { searchLink } from './chosen.ts'
import { isOpenOnly } from './found-sentence.ts'
import type { ReadQuery } from './read-query.ts'

/** Of a list of open studies: those that are not shown, counted by their state, and the way to all. Empty for any other list. */
export function restOfThem(page: Page, read: ReadQuery, results: Results): Markup | '' {
  const { all, open } = results.counts
  if (!isOpenOnly(read) || all === open) return ''
  const words = page.words.results
  const parts = restStates(read, results).map(([state, count]) => words.rest[state](count))
  const address = searchLink(page, withList(read.applied, 'status', ['all']))
  return html`
    <p class="rest-line">
      <b>${words.restTitle(all - open)}</b>
      ${parts.join(', ')}.
      <a href="${address}">${words.showAll(saidNumber(page.language, all))}</a>
    </p>
  `
}

type RestState = keyof Page['words']['results']['rest']

/** How many there are in each state that nobody can join, the most first; what is open only beyond the place comes last. */
function restStates(
  { query: { today, near, area, withinKm } }: ReadQuery,
  { counts, facets }: Results,
): readonly (readonly [RestState, number])[] {
  const byState = new Map<RestState, number>()
  for (const [overallStatus, count] of Object.entries(facets['status'])) {
    const state = shownState({ overallStatus }, today)
    if (canBeJoined(overallStatus) || !isRest(state)) continue
    byState.set(state, (byState.get(state) ?? 0) + count)
  }
  const told = [...byState.values()].reduce((sum, count) => sum + count, 0)
  const left = counts.all - counts.open - told
  const isNear = area !== undefined || (near !== undefined && withinKm !== undefined)
  const others = isNear ? 'elsewhere' : 'unknown'
  if (left > 0) byState.set(others, (byState.get(others) ?? 0) + left)
  return [...byState].filter(([, count]) => count > 0).toSorted(([, a], [, b]) => b - a)
}

function isRest(state: string): state is RestState {
  return ['full', 'finished', 'stopped', 'paused', 'invitation', 'unknown'].includes(state)
}
