import { milesFromKm } from '../../../finder/places/distance.ts'
import { isInMiles, readDistanceKm } from '../../../finder/question/read-values.ts'
import type { Page } from '../page.ts'
import { exactDistance, roundedDistance } from '../../../words/distances.ts'

/** "3 km", "120 km", "1,300 km", or miles for who asked in miles: rounded, and at least 1. */
export function spokenDistance({ language, inMiles }: Page, km: number): string {
  return inMiles
    ? roundedDistance(language, milesFromKm(km), 'mile')
    : roundedDistance(language, km, 'kilometer')
}

/** `25km` as "25 km", `10mi` as "10 miles"; what is neither is shown as it was typed. */
export function typedDistance({ language }: Page, text: string): string {
  const [, digits = '', unit = ''] = typed.exec(text) ?? []
  if (digits === '') return text
  return exactDistance(language, Number(digits), isMiles(unit) ? 'mile' : 'kilometer')
}

/** The same in the unit in which the page tells distances: `100km` as "60 miles" where it tells miles. */
export function shownDistance(page: Page, text: string): string {
  const km = readDistanceKm(text)
  return km === undefined || !page.inMiles || isInMiles(text)
    ? typedDistance(page, text)
    : spokenDistance(page, km)
}

function isMiles(unit: string): boolean {
  return unit.toLowerCase().startsWith('mi')
}

const typed = /^\s*(\d{1,6}(?:\.\d{1,3})?) ?([a-z]*)\s*$/i
