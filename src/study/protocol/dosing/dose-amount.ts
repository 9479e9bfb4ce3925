import { floatQuantity } from '../clinical/measured.ts'
import type { DoseLevel, Regimen } from '../document/dosing.ts'
import type { OperatorSetting } from '../document/settings.ts'
import type { Scene } from '../expression/scene.ts'
import type { MissingFact } from '../expression/truth.ts'
import { roundQuantity, scaleQuantity, volumeOf } from '../quantity/arithmetic.ts'
import { isEqual, isMore } from '../quantity/compare-amounts.ts'
import { convertQuantity } from '../quantity/convert.ts'
import { type Quantity, type QuantityProblem, isQuantityProblem } from '../quantity/quantity.ts'
import type { DoseDerivation } from '../state/answers.ts'
import { type BodyBasis, bodyBases, surfaceDigits } from './body-basis.ts'
import { capOf, roundingOf, weightUse } from './dose-rules.ts'

/** The amount of a level for one person: one derivation, or one for each weight that may count; else what is missing. */
export function amountsOf(
  regimen: Regimen,
  level: DoseLevel,
  settings: readonly OperatorSetting[],
  scene: Scene,
): readonly DoseDerivation[] | { readonly missing: readonly MissingFact[] } {
  const kind = basisKind(level)
  if (kind === 'fixed') return given([derive(regimen, level, undefined, settings)], level)
  const bases = bodyBases(regimen, kind, weightUse(regimen, settings), scene)
  if ('missing' in bases) return bases
  return given(
    bases.map((basis) => derive(regimen, level, basis, settings)),
    level,
  )
}

/** What a level's amount is a rate of. */
export function basisKind({ amount }: DoseLevel): 'fixed' | 'weight' | 'surface' {
  if (/\/kg\b/.test(amount.unit)) return 'weight'
  return /\/m2\b/.test(amount.unit) ? 'surface' : 'fixed'
}

function given(
  derivations: readonly (DoseDerivation | undefined)[],
  { id }: DoseLevel,
): readonly DoseDerivation[] | { readonly missing: readonly MissingFact[] } {
  const known = derivations.filter((one) => one !== undefined)
  if (known.length < derivations.length) return { missing: [{ item: id, why: 'not computable' }] }
  const [first] = known
  // Two weights that come to one dose are no choice.
  const isOne = known.every(({ amount }) => first && isEqual(amount, first.amount))
  return isOne && first ? [first] : known
}

function derive(
  regimen: Regimen,
  level: DoseLevel,
  basis: BodyBasis | undefined,
  settings: readonly OperatorSetting[],
): DoseDerivation | undefined {
  const by = basis
    ? `${basis.by.value} ${basis.by.unit} ${basis.surface ? 'surface' : 'weight'}`
    : ''
  const worked = knownAmounts
    .getOrInsertComputed(settings, () => new Map<string, WorkedAmount | undefined>())
    .getOrInsertComputed(`${regimen.id}\n${level.id}\n${by}`, () =>
      workedAmount(regimen, level, basis, settings),
    )
  return (
    worked && {
      level: level.id,
      perUnit: level.amount,
      ...(basis && { weight: basis.weight, ...(basis.surface && { surface: basis.surface }) }),
      ...worked,
    }
  )
}

type WorkedAmount = Omit<DoseDerivation, 'level' | 'perUnit' | 'weight' | 'surface'>

const knownAmounts = new WeakMap<
  readonly OperatorSetting[],
  Map<string, WorkedAmount | undefined>
>()

/** Each step in the order in which a person would do it; nothing is rounded before the end. */
function workedAmount(
  regimen: Regimen,
  { amount: perUnit }: DoseLevel,
  basis: BodyBasis | undefined,
  settings: readonly OperatorSetting[],
): WorkedAmount | undefined {
  const exact = basis ? timesBasis(perUnit, basis) : perUnit
  // A weight of nothing, or less, is no weight.
  if (isQuantityProblem(exact) || !isAboveZero(exact)) return undefined
  const cap = capOf(regimen, settings)
  const isOver = cap !== undefined && isMore(exact, cap.rule)
  const capped = isOver ? inUnitOf(cap.rule, exact.unit) : exact
  const rounding = roundingOf(regimen, settings)
  const rounded = rounding ? roundDose(capped, rounding.rule, cap?.rule) : capped
  if (!capped || !rounded) return undefined
  const product = productOf(rounded, regimen)
  return {
    arithmetic: basis ? `${perUnit.value} x ${basis.by.value}` : perUnit.value,
    exact: plain(exact),
    ...(cap && { cap: { amount: cap.rule, applied: isOver, by: cap.by } }),
    ...(rounding && { rounding: { ...rounding.rule, by: rounding.by } }),
    amount: plain(rounded),
    ...(product && { product }),
  }
}

/** A body surface has no exact number: what comes of it keeps the digits that its own last ones cannot move. */
function timesBasis(rate: Quantity, { by, surface }: BodyBasis): Quantity | QuantityProblem {
  const exact = scaleQuantity(rate, by)
  if (isQuantityProblem(exact) || !surface) return exact
  return floatQuantity(Number(Number(exact.value).toPrecision(surfaceDigits - 2)), exact.unit)
}

/** True for what can be given at all. */
export function isAboveZero(amount: Quantity): boolean {
  return isMore(amount, { value: '0', unit: amount.unit })
}

/** Rounded as the rule says, but never above the cap. */
export function roundDose(
  amount: Quantity | undefined,
  { step, mode }: { readonly step: Quantity; readonly mode: 'down' | 'nearest half up' },
  cap: Quantity | undefined,
): Quantity | undefined {
  const inStep = amount && inUnitOf(amount, step.unit)
  const down = inStep && roundQuantity(inStep, step.value, 'down')
  const near = inStep && roundQuantity(inStep, step.value, 'nearest-half-up')
  if (!down || !near || isQuantityProblem(down) || isQuantityProblem(near)) return undefined
  const isOver = cap !== undefined && isMore(near, cap)
  return inUnitOf(mode === 'down' || isOver ? down : near, amount.unit)
}

/** What is drawn up or counted out, to four places where it has more. */
function productOf(
  amount: Quantity,
  { product: { strength } }: Regimen,
): DoseDerivation['product'] {
  if (!strength) return undefined
  const volume = volumeOf(amount, strength)
  if (isQuantityProblem(volume)) return undefined
  const isShort = volume.isExact && (volume.value.split('.')[1]?.length ?? 0) <= 4
  const cut = isShort ? volume : roundQuantity(volume, '0.0001', 'nearest-half-even')
  if (isQuantityProblem(cut)) return undefined
  return { amount: plain(cut), strength, exact: isShort }
}

function inUnitOf(quantity: Quantity, unit: string): Quantity | undefined {
  const converted = convertQuantity(quantity, unit)
  return isQuantityProblem(converted) ? undefined : plain(converted)
}

function plain({ value, unit }: Quantity): Quantity {
  return { value, unit }
}
