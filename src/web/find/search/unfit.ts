import { CatalogueBusy, SearchTooSlow } from '../../../finder/catalogue/model/catalogue.ts'
import type { Hit, Query, Results } from '../../../finder/catalogue/model/query.ts'
import { ageSpanFits } from '../../../finder/registry/ages.ts'
import type { App } from '../../shell/app.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { ageRange } from '../../shell/parts/ages.ts'
import { withTexts, type Asked } from '../../../finder/question/asked.ts'
import { searchLink } from './chosen.ts'

/** Whom a search is for, as far as age and sex were given. */
export type Seeker = Pick<Query, 'age' | 'sex'>

/** Whom a search is for: an age in days and a sex, as far as they were given. */
export function seekerOf({ age, sex }: Query): Seeker {
  return { ...(age && { age }), ...(sex && { sex }) }
}

/** The same search for anyone, so that studies that do not fit can be shown and marked. */
export function forAnybody({ age: _age, sex: _sex, ...query }: Query): Query {
  return query
}

/** How many studies age and sex alone leave out. An extra: 0 when the search is too busy or too slow; throws what else
 * keeps a search from answering. */
export async function countUnfit(app: App, query: Query, found: Promise<Results>): Promise<number> {
  if (!query.age && query.sex === undefined) return 0
  try {
    const all = await app.catalogue.search({ ...forAnybody(query), page: 1, pageSize: 1 })
    return Math.max(0, all.total - (await found).total)
  } catch (problem) {
    if (problem instanceof SearchTooSlow || problem instanceof CatalogueBusy) return 0
    throw problem
  }
}

/** "12 more studies are not for this age or sex", with the way to them; or the way back. */
export function unfitNotice(page: Page, asked: Asked, count: number): Markup {
  const words = page.words.check.unfit
  const isShown = asked.texts.unfit === 'show'
  if (!isShown && count === 0) return html``
  const address = searchLink(page, withTexts(asked, { unfit: isShown ? '' : 'show' }))
  return html`
    <p class="small soft no-print">
      ${isShown ? words.shown : words.more(count)}
      <a href="${address}">${isShown ? words.hide : words.show}</a>
    </p>
  `
}

/** Why a study cannot fit, by the registry's age limits and sex alone; what is not sure is not said. */
export function misfitsOf(page: Page, hit: Hit, { age, sex }: Seeker): readonly string[] {
  const words = page.words.check.unfit
  const { minimumAge, maximumAge } = hit
  const limits = { ...(minimumAge && { minimumAge }), ...(maximumAge && { maximumAge }) }
  const isWrongAge = age !== undefined && ageSpanFits(limits, age) === 'not met'
  const { sexes } = page.words.common
  const takes = hit.sex === 'FEMALE' || hit.sex === 'MALE' ? hit.sex : undefined
  return [
    ...(isWrongAge ? [words.age(ageRange(page, hit) ?? page.words.common.unknown)] : []),
    ...(takes && sex && takes !== sex ? [words.sex(sexes[takes])] : []),
  ]
}
