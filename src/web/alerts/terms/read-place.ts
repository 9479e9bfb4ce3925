import { labelOf } from '../../../finder/places/label.ts'
import type { Place } from '../../../finder/places/place.ts'
import { readPlace } from '../../../finder/question/read-place.ts'
import type { AlertArea, AlertPlace } from '../../../people/alerts/model/alert.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'

/** The place an alert is to reach from, or the area it is to look in: where it is, or in words why that cannot be said. */
export type AlertPlaceRead =
  | {
      readonly kind: 'found'
      readonly place: Omit<AlertPlace, 'withinKm'>
      readonly others: readonly string[]
    }
  | { readonly kind: 'area'; readonly area: AlertArea; readonly others: readonly string[] }
  | { readonly kind: 'wrong'; readonly text: string }
  /** Several are as likely: the best is written into the form, for the reader to look at. */
  | { readonly kind: 'several'; readonly chosen: string; readonly text: string }

/** Reads the place of an alert, and asks which one is meant where several are as likely. */
export function readAlertPlace(
  typed: string,
  { page, app, countries }: { page: Page; app: App; countries: readonly string[] | undefined },
): AlertPlaceRead {
  const { language } = page
  const read = readPlace(typed, { places: app.places, countries, language, withAreas: true })
  const say = page.words.alerts.problems
  if (read.kind === 'unknown')
    return { kind: 'wrong', text: page.words.search.problems.near(typed.slice(0, 60)) }
  const { place, isSure } = read
  const { lat, lon } = place
  const name = place.kind === 'point' ? pointName(place) : labelOf(place, language)
  const others = read.others.map((other) => labelOf(other, language))
  if (!isSure) return { kind: 'several', chosen: name, text: say.several(name, others.join(' · ')) }
  if (read.kind === 'found') return { kind: 'found', place: { name, lat, lon }, others }
  return place.area === undefined
    ? { kind: 'wrong', text: say.tooWide(name) }
    : { kind: 'area', area: { name, path: place.area }, others }
}

function pointName({ lat, lon }: Place): string {
  return `${lat.toFixed(2)}, ${lon.toFixed(2)}`
}
