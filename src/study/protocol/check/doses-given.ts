import { bodySurface } from '../clinical/body-surface.ts'
import { isClinicalProblem } from '../clinical/problems.ts'
import type { DoseLevel, Regimen } from '../document/dosing.ts'
import { basisKind, isAboveZero, roundDose } from '../dosing/dose-amount.ts'
import type { ProtocolBook } from '../expression/scene.ts'
import { scaleQuantity } from '../quantity/arithmetic.ts'
import { isMore } from '../quantity/compare-amounts.ts'
import { type Quantity, isQuantityProblem } from '../quantity/quantity.ts'
import type { ProtocolFault } from './fault.ts'

type Fault = Omit<ProtocolFault, 'path'>

/** What is wrong with a cap that every dose is above, that of the lightest person too: no level would mean anything. */
export function capFault(
  regimen: Regimen,
  cap: Quantity,
  book: Pick<ProtocolBook, 'items'>,
): Fault | undefined {
  const least = regimen.levels.map((level) => amountAt('least', level, regimen, book))
  const isBelowAll =
    isAboveZero(cap) && least.every((amount) => amount !== undefined && isMore(amount, cap))
  const [lowest] = least
  return isBelowAll && lowest
    ? { kind: 'cap below every dose', found: shown(cap), other: shown(lowest) }
    : undefined
}

/** What is wrong with a rounding that leaves nothing of a level, for the heaviest person either. */
export function roundingFault(
  regimen: Regimen,
  rounding: { readonly step: Quantity; readonly mode: 'down' | 'nearest half up' },
  cap: Quantity | undefined,
  book: Pick<ProtocolBook, 'items'>,
): Fault | undefined {
  for (const level of regimen.levels) {
    const most = amountAt('most', level, regimen, book)
    const capped = most && cap && isMore(most, cap) ? cap : most
    const rounded = capped && roundDose(capped, rounding, cap)
    if (capped && rounded && isAboveZero(capped) && !isAboveZero(rounded))
      return { kind: 'rounds to nothing', found: shown(rounding.step), other: shown(capped) }
  }
  return undefined
}

/** The amount of a level for the lightest or the heaviest person that a version can have. */
function amountAt(
  end: 'least' | 'most',
  level: DoseLevel,
  { weight }: Regimen,
  { items }: Pick<ProtocolBook, 'items'>,
): Quantity | undefined {
  const kind = basisKind(level)
  if (kind === 'fixed') return level.amount
  const kg = measureAt(end, items.get(weight?.item ?? ''), bodies.kg)
  const cm = measureAt(end, items.get(weight?.surface?.height ?? ''), bodies.cm)
  const surface = bodySurface(weight?.surface?.formula ?? 'mosteller', cm, kg)
  // The smallest height and the least weight need not be those of one person.
  const m2 = isClinicalProblem(surface) ? bodies.m2[end] : surface.quantity
  const amount = scaleQuantity(level.amount, kind === 'weight' ? kg : m2)
  return isQuantityProblem(amount) ? undefined : { value: amount.value, unit: amount.unit }
}

type Ends = Readonly<Record<'least' | 'most', Quantity>>

/** What no human being is below or above, where the item does not say what is plausible. */
const bodies = {
  kg: { least: { value: '0.2', unit: 'kg' }, most: { value: '650', unit: 'kg' } },
  cm: { least: { value: '20', unit: 'cm' }, most: { value: '275', unit: 'cm' } },
  m2: { least: { value: '0.03', unit: 'm2' }, most: { value: '6', unit: 'm2' } },
} as const satisfies Readonly<Record<string, Ends>>

function measureAt(
  end: 'least' | 'most',
  item: ReturnType<ProtocolBook['items']['get']>,
  body: Ends,
): Quantity {
  const { plausible, unit } = item ?? {}
  if (!plausible || unit === undefined) return body[end]
  return { value: end === 'least' ? plausible.from : plausible.to, unit }
}

function shown({ value, unit }: Quantity): string {
  return `${value} ${unit}`
}
