import { ageSpan } from '../../src/finder/registry/ages.ts'
import type { Frequency, AlertTerms } from '../../src/people/alerts/model/alert.ts'
import { usualEvents } from '../../src/people/alerts/model/events.ts'
import { draw, weighted, zipf } from './draw.ts'
import type { Subjects } from './subjects.ts'

/** The day on which ages were said. */
export const saidOn = '2026-06-01'

/** How many alerts the nth person has: most one, some two to four. */
export function alertsOfPerson(n: number): number {
  const given = draw('count', n)
  if (given < 0.717) return 1
  if (given < 0.897) return 2
  return given < 0.957 ? 3 : 4
}

/** The nth alert: 70 % a category near a place, 20 % a search in words, 10 % one study. */
export function wishesFrom(subjects: Subjects): (n: number) => AlertTerms {
  const category = weighted(subjects.categories.map(({ studies }) => studies))
  const town = weighted(subjects.towns.map(({ population }) => population))
  const placeOf = (n: number): Pick<AlertTerms, 'place'> => {
    const at = subjects.towns[town(draw('town', n))]
    if (!at) throw new Error('the gazetteer has no towns')
    const { name, country, lat, lon } = at
    const withinKm = radii[Math.floor(draw('radius', n) * radii.length)] ?? 100
    return { place: { name: `${name}, ${country}`, lat, lon, withinKm } }
  }
  return (n) => {
    const kind = draw('kind', n)
    const forWhom = { ...ageOf(n), ...sexOf(n), frequency: frequencyOf(n) }
    if (kind < 0.7) {
      const slug = subjects.categories[category(draw('search', n))]?.slug ?? ''
      const search = { category: [slug] }
      return { search, ...placeOf(n), ...forWhom, events: usualEvents.search }
    }
    if (kind < 0.9) {
      const search = subjects.searches[zipf(draw('search', n), subjects.searches.length)] ?? {}
      const place = draw('place', n) < 0.6 ? placeOf(n) : {}
      return { search, ...place, ...forWhom, events: usualEvents.search }
    }
    const study = subjects.studies[Math.floor(draw('study', n) * subjects.studies.length)] ?? ''
    const place = draw('place', n) < 0.3 ? placeOf(n) : {}
    return { search: { study }, ...place, frequency: frequencyOf(n), events: usualEvents.study }
  }
}

const radii = [10, 25, 50, 50, 100, 100, 100, 200]

function ageOf(n: number): Pick<AlertTerms, 'age'> {
  if (draw('age', n) >= 0.5) return {}
  const value = Math.floor(draw('years', n) * 90)
  return { age: { ...ageSpan({ value, unit: 'year' }), on: saidOn } }
}

function sexOf(n: number): Pick<AlertTerms, 'sex'> {
  const given = draw('sex', n)
  if (given >= 1 / 3) return {}
  return { sex: given < 1 / 6 ? 'FEMALE' : 'MALE' }
}

function frequencyOf(n: number): Frequency {
  const given = draw('frequency', n)
  if (given < 0.1) return 'at_once'
  return given < 0.7 ? 'daily' : 'weekly'
}
