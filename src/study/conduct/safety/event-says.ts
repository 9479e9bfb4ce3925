import { ageOn } from '../../protocol/time/age.ts'
import { readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import type { DoseGiven } from '../../protocol/state/answers.ts'
import type { Telling } from '../../in-words/telling.ts'
import { codeText } from '../../in-words/telling.ts'
import { momentText, quantityInWords } from '../../in-words/values.ts'
import { type ConductCase, itemOf, zoneOf } from '../model/case.ts'
import { currentFacts } from '../model/current.ts'
import type { SafetyEvent } from './safety-event.ts'
import { momentOf } from './read-typed-event.ts'

/** What is known of an event beside itself, as it is told: who they are by number, and what they had been given. */
export interface EventSurroundings {
  readonly age?: string
  readonly birth?: string
  /** The code of the item, and what it is called. */
  readonly sex?: { readonly code: string; readonly text: string }
  readonly weight?: string
  readonly height?: string
  /** Doses that had been given when it began, the oldest first. */
  readonly doses: readonly DoseGiven[]
  /** The amount of the last of them. */
  readonly lastDose?: string
  readonly product?: string
  readonly route?: string
}

/** Gathers it from the facts. */
export function surroundingsOf(
  telling: Telling,
  known: ConductCase,
  { newest }: SafetyEvent,
): EventSurroundings {
  const zone = zoneOf(known)
  const onset = momentOf(newest.at, zone)
  const doses = known.state.dosesGiven.filter(({ at }) => {
    const given = readMoment(at, zone)
    return onset !== undefined && !isTimeProblem(given) && given.from < onset.until
  })
  const last = doses.at(-1)
  const regimen = known.protocol.regimens.find(({ id }) => id === (last ?? { regimen: '' }).regimen)
  const of = regimen ?? known.protocol.regimens[0]
  return {
    ...personal(telling, known, newest.at),
    doses,
    ...(last?.amount && { lastDose: quantityInWords(telling, last.amount) }),
    ...(of && { product: of.product.name, route: of.route }),
  }
}

function personal(
  telling: Telling,
  known: ConductCase,
  onset: string,
): Pick<EventSurroundings, 'age' | 'birth' | 'sex' | 'weight' | 'height'> {
  const { protocol, facts } = known
  const birth = lastText(known, itemOf(protocol, 'birth date')?.id)
  const sex = lastText(known, itemOf(protocol, 'sex')?.id)
  const weightItem = protocol.regimens.find(({ weight }) => weight !== undefined)?.weight?.item
  const measured = (item: string | undefined): string | undefined => {
    const fact = item === undefined ? undefined : currentFacts(facts, item, zoneOf(known)).at(-1)
    if (typeof fact?.value !== 'string' || fact.unit === undefined) return undefined
    const value = quantityInWords(telling, { value: fact.value, unit: fact.unit })
    return `${value} (${momentText(telling, fact.at)})`
  }
  const age = birth === undefined ? undefined : ageText(telling, birth, onset)
  const [weight, height] = [measured(weightItem), measured('bodyHeight')]
  return {
    ...(age !== undefined && { age }),
    ...(birth !== undefined && { birth }),
    ...(sex !== undefined && { sex: { code: sex, text: codeText(telling, sex) } }),
    ...(weight !== undefined && { weight }),
    ...(height !== undefined && { height }),
  }
}

function lastText(known: ConductCase, item: string | undefined): string | undefined {
  const value = item === undefined ? undefined : currentFacts(known.facts, item).at(-1)?.value
  return typeof value === 'string' ? value : undefined
}

function ageText(telling: Telling, birth: string, onset: string): string | undefined {
  const age = ageOn(birth, onset.slice(0, 10))
  if (isTimeProblem(age)) return undefined
  const words = telling.words.safety.story
  const months = age.months.least
  return months >= 36 ? words.years(age.years.least) : words.months(months)
}
