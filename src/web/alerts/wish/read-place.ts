import { labelOf } from '../../../finder/places/label.ts'
import type { AlertPlace } from '../../../people/alerts/model/alert.ts'
import type { House } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import type { Place } from '../../../finder/places/place.ts'

/** A place that was typed: where it is, or in words why that cannot be said. */
export type ReadPlace =
  | {
      readonly kind: 'found'
      readonly place: Omit<AlertPlace, 'withinKm'>
      readonly others: readonly string[]
    }
  | { readonly kind: 'wrong'; readonly text: string }
  /** Several are as likely: the best is written into the form, for the reader to look at. */
  | { readonly kind: 'several'; readonly chosen: string; readonly text: string }

/** Finds a town, a postcode or a point: an alert reaches so far from a spot, not from a country. */
export function readPlace(
  typed: string,
  { page, house, country }: { page: Page; house: House; country: string | undefined },
): ReadPlace {
  const found =
    typed.length > 200 ? [] : house.places.find(typed, { limit: 6, ...(country && { country }) })
  const say = page.words.alerts.problems
  const spots = found.filter(({ kind }) => kind !== 'country' && kind !== 'region')
  const [best] = spots
  if (!best) return { kind: 'wrong', text: tooWide(found, typed, page) }
  const name = best.kind === 'point' ? pointName(best) : labelOf(best, page.language)
  const labels = new Set(spots.map((spot) => labelOf(spot, page.language)))
  const others = [...labels].filter((label) => label !== name).slice(0, 4)
  if (isSure(spots) || typed.toLowerCase() === name.toLowerCase())
    return { kind: 'found', place: { name, lat: best.lat, lon: best.lon }, others }
  return { kind: 'several', chosen: name, text: say.several(name, others.join(' · ')) }
}

function tooWide(found: readonly Place[], typed: string, page: Page): string {
  const [wide] = found
  if (!wide) return page.words.search.problems.near(typed.slice(0, 60))
  const say = page.words.alerts.problems
  const name = labelOf(wide, page.language)
  return wide.kind === 'country' ? say.country(name) : say.region(name)
}

/** "Paris" is the one in France for nearly everybody: five times as many people live there as in the next. */
function isSure([best, ...others]: readonly Place[]): boolean {
  if (!best || best.kind === 'point') return true
  const next = others.find(({ kind }) => kind === best.kind)
  return !next || (best.population ?? 0) >= 5 * (next.population ?? 0)
}

function pointName({ lat, lon }: Place): string {
  return `${lat.toFixed(2)}, ${lon.toFixed(2)}`
}
