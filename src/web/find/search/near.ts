import { readPoint } from '../../../finder/question/read-values.ts'
import type { Near as Point } from '../../../finder/catalogue/model/query.ts'
import { labelOf } from '../../../finder/places/label.ts'
import type { House } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import type { Asked } from '../../../finder/question/asked.ts'
import type { Place } from '../../../finder/places/place.ts'

/** What the words after "near" turned out to be. */
export type Near =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'found'
      readonly point: Point
      /** The place for people; undefined when a bare point was given. */
      readonly label?: string
      /** Other places of that name. */
      readonly others: readonly string[]
    }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'country'; readonly code: string; readonly text: string }

/** Finds the place a search is near: a town, a postcode or `lat,lon`. */
export function findNear(
  asked: Asked,
  countries: readonly string[] | undefined,
  house: House,
  page: Page,
): Near {
  const text = asked.texts.near
  if (text === '') return { kind: 'none' }
  const point = readPoint(text)
  if (point) return { kind: 'found', point, others: [] }
  const [country] = countries?.length === 1 ? countries : []
  const found =
    text.length > 200 ? [] : house.places.find(text, { limit: 6, ...(country && { country }) })
  return answer(text, found, page)
}

function answer(text: string, found: readonly Place[], page: Page): Near {
  const say = page.words.search.problems
  const [best, ...others] = found
  if (!best) return { kind: 'unknown', text: say.near(text.slice(0, 60)) }
  const label = labelOf(best, page.language)
  if (best.kind === 'country')
    return { kind: 'country', code: best.country ?? '', text: say.nearCountry(label) }
  const point = { lat: best.lat, lon: best.lon }
  if (best.kind === 'point') return { kind: 'found', point, others: [] }
  const labels = others
    .filter((other) => other.kind !== 'country')
    .map((other) => labelOf(other, page.language))
  return { kind: 'found', point, label, others: distinct(labels, label) }
}

function distinct(labels: readonly string[], chosen: string): readonly string[] {
  return [...new Set(labels)].filter((label) => label !== chosen).slice(0, 4)
}
