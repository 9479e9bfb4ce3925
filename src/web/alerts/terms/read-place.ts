import { labelOf } from '../../../finder/places/label.ts'
import type { Place } from '../../../finder/places/place.ts'
import { readPlace } from '../../../finder/question/read-place.ts'
import type { AlertPlace } from '../../../people/alerts/model/alert.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'

/** The place an alert is to reach from: where it is, or in words why that cannot be said. */
export type AlertPlaceRead =
  | {
      readonly kind: 'found'
      readonly place: Omit<AlertPlace, 'withinKm'>
      readonly others: readonly string[]
    }
  | { readonly kind: 'wrong'; readonly text: string }
  /** Several are as likely: the best is written into the form, for the reader to look at. */
  | { readonly kind: 'several'; readonly chosen: string; readonly text: string }

/** Reads the place of an alert, and asks which one is meant where several are as likely. */
export function readAlertPlace(
  typed: string,
  { page, app, countries }: { page: Page; app: App; countries: readonly string[] | undefined },
): AlertPlaceRead {
  const read = readPlace(typed, { places: app.places, countries, language: page.language })
  const say = page.words.alerts.problems
  if (read.kind === 'unknown')
    return { kind: 'wrong', text: page.words.search.problems.near(typed.slice(0, 60)) }
  if (read.kind === 'wide') return { kind: 'wrong', text: tooWide(read.place, page) }
  const { place, isSure } = read
  const { lat, lon } = place
  const name = place.kind === 'point' ? pointName(place) : labelOf(place, page.language)
  const others = read.others.map((other) => labelOf(other, page.language))
  if (isSure) return { kind: 'found', place: { name, lat, lon }, others }
  return { kind: 'several', chosen: name, text: say.several(name, others.join(' · ')) }
}

function tooWide(place: Place, page: Page): string {
  const say = page.words.alerts.problems
  const name = labelOf(place, page.language)
  return place.kind === 'country' ? say.country(name) : say.region(name)
}

function pointName({ lat, lon }: Place): string {
  return `${lat.toFixed(2)}, ${lon.toFixed(2)}`
}
