import { kmInMile } from '../../../finder/places/distance.ts'
import { type Alert, agedSpan } from '../../../people/alerts/model/alert.ts'
import { eventsOf, usualEvents } from '../../../people/alerts/model/events.ts'
import { ageInLargestUnit } from '../../../words/mail.ts'
import { labelOf } from '../../../finder/places/label.ts'
import type { Page } from '../../shell/page.ts'
import { spokenSpan } from '../../shell/parts/ages.ts'
import type { TypedWhat } from './typed-what.ts'
import { askedOf } from '../../../finder/question/asked.ts'
import type { Language } from '../../../words/language/language.ts'

/** Where, for whom, of what and how often, as a form holds it. */
export interface TypedTerms {
  readonly near: string
  readonly within: string
  readonly age: string
  readonly sex: string
  readonly events: readonly string[]
  readonly often: string
}

/** What was sent. */
export function typedTerms(params: URLSearchParams): TypedTerms {
  const { near, within, age, sex } = askedOf(params).texts
  return {
    near,
    within,
    age,
    sex,
    events: params.getAll('event').slice(0, 20),
    often: params.get('often') ?? '',
  }
}

/** What a new form holds: what the search held, and what most people want. */
export function firstTerms(params: URLSearchParams, about: 'search' | 'study'): TypedTerms {
  const events = params.has('event') ? params.getAll('event') : eventsOf(usualEvents[about])
  return { ...typedTerms(params), events, often: params.get('often') ?? 'daily' }
}

/** The same, its empty boxes filled with what the words of a search say. */
export function withSaid(typed: TypedTerms, what: TypedWhat, page: Page): TypedTerms {
  const saying = what.about === 'search' ? what.saying : undefined
  const { age, sex } = saying ?? {}
  const place = typed.near === '' ? saying?.place : undefined
  const isArea = place?.read.kind === 'wide'
  const near = typed.near || (place ? labelOf(place.read.place, page.language) : '')
  return {
    ...typed,
    near,
    within: isArea ? '' : typed.within || (place?.distance ?? ''),
    age: typed.age || (age ? spokenSpan(page, age.box) : ''),
    sex: typed.sex || (sex?.sex.toLowerCase() ?? ''),
  }
}

/** What the form of an alert that exists holds. */
export function termsOfAlert(alert: Alert, language: Language, today: string): TypedTerms {
  const { place, area, sex, events, frequency } = alert
  return {
    near: (place ?? area)?.name ?? '',
    within: place ? distanceText(place.withinKm) : '',
    age: ageText(alert, language, today),
    sex: sex?.toLowerCase() ?? '',
    events: eventsOf(events),
    often: frequency,
  }
}

/** The age as it is today, in words that can be read again. */
export function ageText({ age }: Pick<Alert, 'age'>, language: Language, today: string): string {
  return age ? ageInLargestUnit(language, agedSpan(age, today).least).replace(/\s/g, ' ') : ''
}

/** `25km`, or `10mi` where that is what the kilometres were made of. */
export function distanceText(km: number): string {
  const miles = km / kmInMile
  const areMiles = !Number.isInteger(km) && Math.abs(miles - Math.round(miles)) < 0.005
  return areMiles ? `${Math.round(miles)}mi` : `${km}km`
}
