import { bodySurface } from '../clinical/body-surface.ts'
import { isClinicalProblem } from '../clinical/problems.ts'
import type { Regimen } from '../document/dosing.ts'
import { findAnchor } from '../expression/moments.ts'
import type { Scene } from '../expression/scene.ts'
import { selectReadings } from '../expression/select.ts'
import type { MissingFact } from '../expression/truth.ts'
import type { FactReading } from '../facts/reading.ts'
import { isEqual } from '../quantity/compare-amounts.ts'
import type { Quantity } from '../quantity/quantity.ts'
import type { DoseDerivation } from '../state/answers.ts'
import { hoursBetween } from '../time/duration.ts'
import { orderInstants } from '../time/instants.ts'
import type { Moment } from '../time/moment.ts'

/** What a dose is multiplied by: a weight, or a body surface made of a weight and a height. */
export interface BodyBasis {
  readonly by: Quantity
  readonly weight: NonNullable<DoseDerivation['weight']>
  readonly surface?: NonNullable<DoseDerivation['surface']>
}

/**
 * The weights that may count for a dose, each as a basis: one where it is known which, two where the version does not
 * say and they differ. The baseline weight is the last one before the first dose.
 */
export function bodyBases(
  regimen: Regimen,
  kind: 'weight' | 'surface',
  use: 'baseline' | 'current' | undefined,
  scene: Scene,
): readonly BodyBasis[] | { readonly missing: readonly MissingFact[] } {
  const { weight } = regimen
  if (!weight) return { missing: [{ item: regimen.id, why: 'not defined' }] }
  const selection = selectReadings({ item: weight.item, until: { at: 'decision' } }, scene)
  if ('missing' in selection) return { missing: [selection.missing] }
  const readings = selection.readings.map(({ reading }) => reading)
  const current = readings.at(-1)
  if (!current) return { missing: [{ item: weight.item, why: 'not recorded' }] }
  const baseline = baselineOf(readings, regimen, scene) ?? current
  const chosen =
    use === 'baseline'
      ? [baseline]
      : use === 'current'
        ? [current]
        : differing(readings, baseline, current)
  const bases: BodyBasis[] = []
  for (const reading of chosen) {
    const which =
      chosen.length > 1 || use !== undefined
        ? reading === baseline
          ? 'baseline'
          : 'current'
        : 'only'
    const basis = basisOf(reading, use ?? which, kind, regimen, scene)
    if ('missing' in basis) return basis
    bases.push(basis)
  }
  return bases
}

function baselineOf(
  readings: readonly FactReading[],
  { anchor }: Regimen,
  scene: Scene,
): FactReading | undefined {
  const first = findAnchor(anchor, scene)
  if ('missing' in first) return undefined
  return readings.filter(({ moment }) => orderInstants(moment.from, first.moment.until) <= 0).at(-1)
}

/** Each weight of the day of the baseline and of the latest, where they differ: no source says which of a day counts. */
function differing(
  readings: readonly FactReading[],
  baseline: FactReading,
  current: FactReading,
): readonly FactReading[] {
  const days = new Set([baseline.moment.firstDay, current.moment.firstDay])
  const ofDays = readings.filter(
    (reading) => reading === baseline || reading === current || days.has(reading.moment.firstDay),
  )
  // The latest of equal ones: its age is shown.
  return ofDays.filter((one, place) => !ofDays.slice(place + 1).some((other) => isSame(one, other)))
}

function isSame({ value: one }: FactReading, { value: other }: FactReading): boolean {
  if (one.type !== 'quantity' || other.type !== 'quantity') return one.type === other.type
  return isEqual(one.quantity, other.quantity)
}

function basisOf(
  reading: FactReading,
  which: 'baseline' | 'current' | 'only',
  kind: 'weight' | 'surface',
  { weight: rule }: Regimen,
  scene: Scene,
): BodyBasis | { readonly missing: readonly MissingFact[] } {
  const { value, fact, rivals, moment } = reading
  const facts = [fact.id, ...rivals]
  if (rivals.length > 0) return { missing: [{ item: fact.item, why: 'contradictory', facts }] }
  if (value.type !== 'quantity') return { missing: [{ item: fact.item, why: 'not known', facts }] }
  const { quantity, written } = value
  const ageHours = hoursApart(moment, scene.decision)
  const weight = {
    value: quantity,
    at: fact.at,
    ...(ageHours !== undefined && { ageHours }),
    which,
    fact: fact.id,
    ...(written.unit !== quantity.unit && { written }),
  }
  if (kind === 'weight') return { by: quantity, weight }
  const surface = surfaceOf(quantity, rule?.surface, scene)
  return 'missing' in surface ? surface : { by: surface.value, weight, surface }
}

function surfaceOf(
  weight: Quantity,
  rule: NonNullable<Regimen['weight']>['surface'],
  scene: Scene,
): NonNullable<DoseDerivation['surface']> | { readonly missing: readonly MissingFact[] } {
  if (!rule) return { missing: [{ item: '', why: 'not defined' }] }
  const selection = selectReadings({ item: rule.height, until: { at: 'decision' } }, scene)
  if ('missing' in selection) return { missing: [selection.missing] }
  const height = selection.readings.at(-1)?.reading
  if (!height || height.value.type !== 'quantity' || height.rivals.length > 0)
    return { missing: [{ item: rule.height, why: height ? 'contradictory' : 'not recorded' }] }
  const surface = bodySurface(rule.formula, height.value.quantity, weight)
  if (isClinicalProblem(surface)) return { missing: [{ item: rule.height, why: 'not computable' }] }
  const { value, unit } = surface.quantity
  return {
    value: { value, unit },
    formula: surface.rule,
    height: height.value.quantity,
    fact: height.fact.id,
  }
}

/** Hours between two moments to a tenth, where both are known. */
function hoursApart(one: Moment, other: Moment): string | undefined {
  const { least, most } = hoursBetween(one, other)
  return least === most ? String(Math.round(least * 10) / 10) : undefined
}
