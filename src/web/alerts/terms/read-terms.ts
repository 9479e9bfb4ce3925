import { z } from 'zod'
import { readAge, readDistanceKm, readSex } from '../../../finder/question/read-values.ts'
import type {
  Alert,
  AlertArea,
  AlertPlace,
  AlertTerms,
} from '../../../people/alerts/model/alert.ts'
import { allEvents, eventBits } from '../../../people/alerts/model/events.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import { readAlertPlace } from './read-place.ts'
import { ageText, type TypedTerms } from './typed-terms.ts'

/** What is wrong, beside its field. */
export interface TermsProblem {
  readonly field: string
  readonly text: string
}

/** Where, for whom, of what and how often; or in words what could not be read. */
export interface ReadTerms {
  /** As it was typed, with the name of the place made exact. */
  readonly typed: TypedTerms
  readonly wish?: Omit<AlertTerms, 'search'>
  readonly problems: readonly TermsProblem[]
}

/** What the fields are read with. */
export interface TermsContext {
  readonly page: Page
  readonly app: App
  /** The countries that are looked in: where it is one, places in it come first. */
  readonly countries?: readonly string[] | undefined
  /** The alert that is changed: what was left as it stood keeps its exact place and age. */
  readonly kept?: Alert
}

/** Reads the fields of an alert: its terms, or what is wrong beside each field. Never throws on what was typed. */
export function readTerms(typed: TypedTerms, context: TermsContext): ReadTerms {
  const problems: TermsProblem[] = []
  const { place, area, near } = wishedPlace(typed, context, problems)
  const age = wishedAge(typed, context, problems)
  const sex = wishedSex(typed, context, problems)
  const say = context.page.words.alerts.problems
  const events = eventShape.safeParse(typed.events)
  if (!events.success) problems.push({ field: 'event', text: say.events })
  const often = oftenShape.safeParse(typed.often)
  if (!often.success) problems.push({ field: 'often', text: say.often })
  const shown = { ...typed, near }
  if (problems.length > 0 || !events.success || !often.success) return { typed: shown, problems }
  const wish = {
    ...(place && { place }),
    ...(area && { area }),
    ...(age && { age }),
    ...(sex && { sex }),
    events: eventBits(events.data),
    frequency: often.data,
  }
  return { typed: shown, wish, problems }
}

const eventShape = z.array(z.enum(allEvents)).min(1)
const oftenShape = z.enum(['at_once', 'daily', 'weekly'])
/** As far as most people say they would travel for a study. */
const usualKm = 100
const mostKm = 5000

function wishedPlace(
  { near, within }: TypedTerms,
  { page, app, countries, kept }: TermsContext,
  problems: TermsProblem[],
): { place?: AlertPlace; area?: AlertArea; near: string } {
  const say = page.words.alerts.problems
  if (near === '') {
    if (within !== '') problems.push({ field: 'near', text: say.withinAlone })
    return { near }
  }
  const withinKm = within === '' ? usualKm : readDistanceKm(within)
  const isWithin = withinKm !== undefined && withinKm >= 1 && withinKm <= mostKm
  if (!isWithin) problems.push({ field: 'within', text: say.within })
  const read = keptPlace(near, kept) ?? readAlertPlace(near, { page, app, countries })
  if (read.kind === 'area') {
    if (within === '') return { area: read.area, near }
    problems.push({ field: 'within', text: say.withinArea(read.area.name) })
    return { near }
  }
  if (read.kind !== 'found') {
    problems.push({ field: 'near', text: read.text })
    return { near: read.kind === 'several' ? read.chosen : near }
  }
  return isWithin ? { place: { ...read.place, withinKm }, near } : { near }
}

function keptPlace(near: string, kept: Alert | undefined) {
  if (kept?.place?.name === near) return { kind: 'found', place: kept.place } as const
  return kept?.area?.name === near ? ({ kind: 'area', area: kept.area } as const) : undefined
}

function wishedAge(
  { age }: TypedTerms,
  { page, app, kept }: TermsContext,
  problems: TermsProblem[],
): AlertTerms['age'] {
  if (age === '') return undefined
  const today = app.today()
  if (kept?.age && age === ageText(kept, page.language, today)) return kept.age
  const span = readAge(age)
  if (!span) problems.push({ field: 'age', text: page.words.alerts.problems.age })
  return span && { ...span, on: today }
}

function wishedSex(
  { sex }: TypedTerms,
  { page }: TermsContext,
  problems: TermsProblem[],
): AlertTerms['sex'] {
  if (sex === '') return undefined
  const read = readSex(sex)
  if (!read) problems.push({ field: 'sex', text: page.words.alerts.problems.sex })
  return read
}
