import type { Protocol } from '../../protocol/document/protocol.ts'
import type { Chart } from '../../protocol/facts/chart.ts'
import type { FactValue } from '../../protocol/facts/reading.ts'
import { ratioOfQuantities } from '../../protocol/quantity/arithmetic.ts'
import { isQuantityProblem, type Quantity } from '../../protocol/quantity/quantity.ts'
import type { Moment } from '../../protocol/time/moment.ts'
import { type FactProblem, sureText, type TypedFact } from './typed-fact.ts'

/** No body becomes half as heavy again, or a third lighter, in two months, but for a newborn’s: then a person says so. */
const most = { times: 1.5, ms: 61 * 86_400_000 } as const

/**
 * A weight that doses are worked out from, far from the one that was recorded nearest to it in time: pounds typed as kilograms, a
 * point at the wrong place, another child. Somebody is to say that it is really so; undefined where they did, and where it is not far.
 */
export function farFromLast(
  typed: TypedFact,
  means: FactValue | undefined,
  moment: Moment | undefined,
  { chart, protocol }: { readonly chart: Chart; readonly protocol: Protocol },
): FactProblem | undefined {
  const { item } = typed
  if (means?.type !== 'quantity' || !moment || typed.sureOf === sureText(typed)) return undefined
  if (!protocol.regimens.some(({ weight }) => weight?.item === item)) return undefined
  const last = nearestTo(moment, chart, item)
  if (!last) return undefined
  const ratio = ratioOfQuantities(means.quantity, last)
  if (isQuantityProblem(ratio)) return undefined
  const times = Number(ratio.value)
  if (times <= most.times && times >= 1 / most.times) return undefined
  return { code: 'farFromLast', item, part: 'sure', given: `${last.value} ${last.unit}` }
}

function nearestTo(moment: Moment, chart: Chart, item: string): Quantity | undefined {
  const apart = (other: Moment): number =>
    Math.abs(Date.parse(moment.from) - Date.parse(other.from))
  const [nearest] = chart
    .of(item)
    .flatMap(({ moment: at, value }) =>
      value.type === 'quantity' ? [{ apart: apart(at), written: value.written }] : [],
    )
    .filter((one) => one.apart <= most.ms)
    .toSorted((one, other) => one.apart - other.apart)
  return nearest?.written
}
