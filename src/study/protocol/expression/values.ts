import type { ReadingSelect, ValueExpression } from '../document/expressions.ts'
import type { FactReading } from '../facts/reading.ts'
import { compareQuantities } from '../quantity/convert.ts'
import {
  addQuantities,
  ratioOfQuantities,
  subtractQuantities,
  timesQuantity,
} from '../quantity/arithmetic.ts'
import { type Quantity, isQuantityProblem } from '../quantity/quantity.ts'
import { deriveValue } from './derive.ts'
import { newestReadings, oldestReadings, whyUnordered } from './ends.ts'
import type { Scene } from './scene.ts'
import { type SelectedReading, selectReadings } from './select.ts'
import { ageValue, dayValue, elapsedValue } from './times.ts'
import type { Truth } from './truth.ts'
import { type ValueFound, exactly, unknownValue } from './value-found.ts'
import { latestPlain } from './window-readings.ts'

/** How a condition is weighed: given by `weighTruth`, which stands above. */
export type Weigh = (reading: FactReading) => Truth

/** What a value expression comes to in a scene. Never throws: what cannot be worked out is unknown, with its reason. */
export function valueOf(
  expression: Exclude<ValueExpression, { readonly op: 'count' }>,
  scene: Scene,
  valueAgain: (expression: ValueExpression) => ValueFound,
): ValueFound {
  switch (expression.op) {
    case 'quantity':
      return exactly({ value: expression.value, unit: expression.unit })
    case 'text':
      return { known: 'text', text: expression.text, facts: [] }
    case 'this':
      return scene.reading ? readingValue(scene.reading) : undefinedValue('this')
    case 'bySite': {
      const site = scene.reading?.fact.site
      const isListed = site !== undefined && Object.hasOwn(expression.sites, site)
      const limit = isListed ? expression.sites[site] : undefined
      const item = scene.reading?.fact.item ?? ''
      return limit ? exactly(limit) : unknownValue({ item, why: 'site not listed' })
    }
    case 'reading':
      return pickedValue(expression, scene)
    case 'age':
      return ageValue(expression.unit, expression.on, scene)
    case 'day':
      return dayValue(expression.anchor, expression.of, scene)
    case 'elapsed':
      return elapsedValue(expression, scene)
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return calculated(expression.op, expression.of.map(valueAgain))
    case 'derived': {
      const inputs = Object.entries(expression.inputs).map(
        ([name, value]) => [name, valueAgain(value)] as const,
      )
      return deriveValue(expression.by, new Map(inputs))
    }
  }
}

/**
 * How many readings of a window hold; while it is open there may be more. Where readings are tested and there is none,
 * nobody looked: that there are none that hold is not known.
 */
export function countValue(
  select: ReadingSelect,
  weigh: Weigh | undefined,
  scene: Scene,
): ValueFound {
  const selection = selectReadings(select, scene)
  if ('missing' in selection) return unknownValue(selection.missing)
  const verdicts = selection.readings.map(({ reading, doubt }) => {
    const verdict = weigh?.(reading).verdict ?? 'met'
    return doubt !== undefined && verdict === 'met' ? 'unknown' : verdict
  })
  const sure = verdicts.filter((verdict) => verdict === 'met').length
  const open = verdicts.filter((verdict) => verdict === 'unknown').length
  const facts = selection.readings.map(({ reading }) => reading.fact.id)
  if (weigh && facts.length === 0 && selection.isClosed)
    return unknownValue({ ...selection.wanted, why: 'not recorded' })
  return {
    known: 'quantity',
    least: { value: String(sure), unit: '1' },
    ...(selection.isClosed && { most: { value: String(sure + open), unit: '1' } }),
    item: select.item,
    facts,
  }
}

/** What a reading says, as a value. One that disagrees with another of the same moment says nothing. */
export function readingValue(reading: FactReading): ValueFound {
  const { fact, value, rivals } = reading
  const { item } = fact
  const facts = [fact.id]
  if (rivals.length > 0)
    return unknownValue({ item, why: 'contradictory', facts: [...facts, ...rivals] })
  switch (value.type) {
    case 'quantity':
      return {
        known: 'quantity',
        least: value.quantity,
        most: value.quantity,
        facts,
        item,
        at: fact.at,
      }
    case 'yes-no':
      return { known: 'text', text: value.yes ? 'yes' : 'no', facts, item }
    case 'code':
    case 'text':
    case 'event':
    case 'date':
      return { known: 'text', text: value.text, facts, item }
    case 'none':
    case 'not applicable':
      return { known: value.type, facts, item }
    case 'not known':
      return unknownValue({ item, why: 'not known', facts })
  }
}

type Picked = Extract<ValueExpression, { readonly op: 'reading' }>

function pickedValue({ pick, of, comparable }: Picked, scene: Scene): ValueFound {
  const plain = pick === 'latest' && !comparable ? latestPlain(of, scene) : undefined
  if (plain) return readingValue(plain)
  const selection = selectReadings(of, scene, pick === 'latest' ? 'end' : 'all')
  if ('missing' in selection) return unknownValue(selection.missing)
  const picked = pickReading(pick, selection.readings)
  if (!picked) {
    const why = selection.isClosed ? 'not recorded' : 'window open'
    return unknownValue({ ...selection.wanted, why })
  }
  const { reading, doubt, facts = [reading.fact.id] } = picked
  if (doubt !== undefined) return unknownValue({ ...selection.wanted, why: doubt, facts })
  if (comparable) {
    const { detail, with: other, question } = comparable
    const base = selectReadings(other, scene)
    const beside = 'missing' in base ? undefined : base.readings.at(-1)?.reading
    const [one, two] = [reading.fact.details?.[detail], beside?.fact.details?.[detail]]
    // Two values of which nobody said by what model are not known to be of one.
    if (beside && (one === undefined || one !== two)) {
      const facts = [reading.fact.id, beside.fact.id]
      return unknownValue({ item: of.item, why: 'not comparable', facts }, question)
    }
  }
  return readingValue(reading)
}

interface PickedReading extends SelectedReading {
  readonly facts?: readonly string[]
}

function pickReading(
  pick: Picked['pick'],
  readings: readonly SelectedReading[],
): PickedReading | undefined {
  switch (pick) {
    case 'first':
      return endReading(readings[0], oldestReadings(readings.map(({ reading }) => reading)))
    case 'latest':
      return endReading(readings.at(-1), newestReadings(readings.map(({ reading }) => reading)))
    case 'lowest':
    case 'highest': {
      const unread = readings.find(({ reading }) => reading.value.type === 'not known')
      if (unread) return unread
      return extreme(readings, pick === 'lowest' ? 1 : -1)
    }
  }
}

function endReading(
  end: SelectedReading | undefined,
  ends: readonly FactReading[],
): PickedReading | undefined {
  if (!end || ends.length < 2) return end
  return { ...end, doubt: whyUnordered(ends), facts: ends.map(({ fact }) => fact.id) }
}

/** The first of the lowest; of the highest, with a sign of -1. Where there is none of it, that is neither low nor high. */
function extreme(readings: readonly SelectedReading[], sign: 1 | -1): SelectedReading | undefined {
  const measured = readings.filter(({ reading }) => reading.value.type === 'quantity')
  let best = measured[0]
  for (const one of measured) if (best && size(one, best) * sign < 0) best = one
  return best ?? readings[0]
}

function size(one: SelectedReading, other: SelectedReading): number {
  const [first, second] = [one.reading.value, other.reading.value]
  if (first.type !== 'quantity' || second.type !== 'quantity') return 0
  const compared = compareQuantities(first.quantity, second.quantity)
  return isQuantityProblem(compared) ? 0 : compared.order
}

type Sign = 'add' | 'subtract' | 'multiply' | 'divide'

function calculated(sign: Sign, values: readonly ValueFound[]): ValueFound {
  const open = values.filter((value) => value.known === 'no')
  if (open.length > 0)
    return {
      known: 'no',
      missing: open.flatMap(({ missing }) => missing),
      raised: open.flatMap(({ raised }) => raised),
    }
  const away = values.find((value) => value.known === 'none' || value.known === 'not applicable')
  if (away) return away
  const facts = values.flatMap((value) => (value.known === 'no' ? [] : value.facts))
  let total: Quantity | undefined
  for (const value of values) {
    const point = pointOf(value)
    if (!point) return undefinedValue(sign)
    const result = total ? calculate(sign, total, point) : point
    if (!result) return unknownValue({ item: itemOf(values), why: 'not computable', facts })
    total = result
  }
  return total ? exactly(total, { facts, item: itemOf(values) }) : undefinedValue(sign)
}

function calculate(sign: Sign, one: Quantity, other: Quantity): Quantity | undefined {
  const result = calculateAny(sign, one, other)
  return isQuantityProblem(result) ? undefined : result
}

function calculateAny(sign: Sign, one: Quantity, other: Quantity) {
  switch (sign) {
    case 'add':
      return addQuantities(one, other)
    case 'subtract':
      return subtractQuantities(one, other)
    case 'multiply':
      return other.unit === '1' ? timesQuantity(one, other.value) : timesQuantity(other, one.value)
    case 'divide':
      return ratioOfQuantities(one, other)
  }
}

function pointOf(value: ValueFound): Quantity | undefined {
  if (value.known !== 'quantity' || value.most === undefined) return undefined
  return value.least.value === value.most.value ? value.least : undefined
}

function itemOf(values: readonly ValueFound[]): string {
  for (const value of values)
    if (value.known !== 'no' && value.item !== undefined) return value.item
  return ''
}

function undefinedValue(item: string): ValueFound {
  return unknownValue({ item, why: 'not computable' })
}
