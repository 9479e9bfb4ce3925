import type { Hit, Results } from '../../../finder/catalogue/model/query.ts'
import { countryCode, countryName } from '../../../finder/places/countries.ts'
import type { Point } from '../../../finder/places/distance.ts'
import type { MapDot } from '../../map/dot.ts'
import { largeMap } from '../../map/large-map.ts'
import { mapPicture } from '../../map/picture.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { placeName } from './found-sentence.ts'
import type { ReadQuery } from './read-query.ts'
import { siteAndTown } from '../../shell/parts/known-site.ts'

/** Around where the people of a country live. */
export type CountryPoint = (country: string) => Point | undefined

/**
 * Where the studies of this page are: round the reader's place the site that each card names, with the card's number; without
 * a place each study in each of its countries. Nothing where no place is known.
 */
export function resultsMap(
  page: Page,
  read: ReadQuery,
  results: Results,
  pointOf: CountryPoint,
): Markup | '' {
  const words = page.words.map
  const near = read.query.near
  const here = near && { ...near, name: (placeName(page, read) ?? '').split(',')[0] ?? '' }
  const first = (results.page - 1) * results.pageSize + 1
  const hits = results.hits.slice(0, mostHits)
  const dots = hits.flatMap((study, at) =>
    here ? siteDot(study, first + at) : countryDots(page, study, first + at, pointOf),
  )
  const picture = mapPicture(page, { dots, label: words.results, ...(here && { here }) })
  if (!picture) return ''
  const ids = hits.map(({ nctId }) => nctId)
  return html`
    <div class="side-map no-print" id="map">
      ${picture}
      <p class="small soft">${here ? words.straight : words.byCountry}</p>
      ${largeMap(page, { ids, from: first, here, label: words.results })}
    </div>
  `
}

/** The sites of more studies than this are not told for one large map. */
const mostHits = 50

function siteDot({ nearestSite: site }: Hit, number: number): readonly MapDot[] {
  if (!site?.point) return []
  const name = siteAndTown(site)
  return [{ ...site.point, name, number, href: `#hit-${number}` }]
}

function countryDots(
  page: Page,
  { countries }: Hit,
  number: number,
  pointOf: CountryPoint,
): readonly MapDot[] {
  return countries.flatMap((country) => {
    const point = pointOf(country)
    if (!point) return []
    const name = countryName(countryCode(country) ?? country, page.language)
    return [{ ...point, name, number, href: `#hit-${number}` }]
  })
}
