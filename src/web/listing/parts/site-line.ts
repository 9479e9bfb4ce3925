import type { Location } from '../../../finder/registry/study.ts'
import { line, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { countryOf } from '../../shell/parts/countries.ts'
import { own } from '../../shell/parts/phrases.ts'

/** "Hospital, town, region, country", without a town that the name says already. */
export function siteLine(
  page: Page,
  location: Pick<Location, 'facility' | 'city' | 'state' | 'country'>,
): Markup {
  const { facility, city, state, country } = location
  const place = [city, state].filter(
    (part, at, all) => part && !facility?.includes(part) && all.indexOf(part) === at,
  )
  const name = line`<b>${facility ? own(page, facility) : page.words.study.sites.nameUnknown}</b>`
  const land = countryOf(page, country)?.name
  const parts = [name, ...(place.length > 0 ? [own(page, place.join(', '))] : []), land]
  return line`${parts.flatMap((part, at) => (part ? [at > 0 ? ', ' : '', part] : []))}`
}
