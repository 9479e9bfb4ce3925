import { leadingCount } from '../../../base/leading-count.ts'
import { bodySurface } from '../clinical/body-surface.ts'
import { floatQuantity } from '../clinical/measured.ts'
import { isClinicalProblem } from '../clinical/problems.ts'
import type { Regimen } from '../document/dosing.ts'
import { newestReadings } from '../expression/ends.ts'
import { findAnchor } from '../expression/moments.ts'
import type { Scene } from '../expression/scene.ts'
import { seenReadings } from '../expression/select.ts'
import type { MissingFact } from '../expression/truth.ts'
import { sameValue } from '../facts/disagreement.ts'
import type { FactReading } from '../facts/reading.ts'
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
  const { readings, newest, baselines } = measuredOf(weight.item, regimen, scene)
  const current = newest.at(-1)
  if (!current) return { missing: [{ item: weight.item, why: 'not recorded' }] }
  const baseline = baselines.at(-1) ?? current
  const chosen =
    use === 'baseline'
      ? baselines
      : use === 'current'
        ? newest
        : differing(readings, [...baselines, ...newest])
  const bases: BodyBasis[] = []
  for (const reading of chosen) {
    const which =
      chosen.length > 1 || use !== undefined
        ? reading === baseline
          ? 'baseline'
          : 'current'
        : 'only'
    const basis = basesOf(reading, use ?? which, kind, regimen, scene)
    if ('missing' in basis) return basis
    bases.push(...basis)
  }
  return bases
}

/** The measures of an item up to the decision: all, those that may be the newest, and those that may be of the start. */
function measuredOf(item: string, regimen: Regimen, scene: Scene) {
  const readings = seenReadings(item, scene, scene.decision)
  const newest = newestReadings(readings, scene.chart.isPlain(item))
  const first = baselineOf(readings, scene.chart.isPlain(item), regimen, scene)
  return { readings, newest, baselines: first.length > 0 ? first : newest }
}

function baselineOf(
  readings: readonly FactReading[],
  isPlain: boolean,
  { anchor }: Regimen,
  scene: Scene,
): readonly FactReading[] {
  const first = findAnchor(anchor, scene)
  if ('missing' in first) return []
  const { until } = first.moment
  const begun = leadingCount(readings, ({ moment }) => orderInstants(moment.from, until) <= 0)
  return newestReadings(readings.slice(0, begun), isPlain)
}

/** Each weight of the day of the baseline and of the latest, where they differ: no source says which of a day counts. */
function differing(
  readings: readonly FactReading[],
  ends: readonly FactReading[],
): readonly FactReading[] {
  const days = new Set(ends.map(({ moment }) => moment.firstDay))
  const ofDays = readings.filter(
    (reading) => ends.includes(reading) || days.has(reading.moment.firstDay),
  )
  // The latest of equal ones: its age is shown.
  return ofDays.filter(
    (one, place) => !ofDays.slice(place + 1).some((other) => sameValue(one, other)),
  )
}

/** One basis; with a body surface, one for each height that may count beside the weight. */
function basesOf(
  reading: FactReading,
  which: 'baseline' | 'current' | 'only',
  kind: 'weight' | 'surface',
  regimen: Regimen,
  scene: Scene,
): readonly BodyBasis[] | { readonly missing: readonly MissingFact[] } {
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
  if (kind === 'weight') return [{ by: quantity, weight }]
  const rule = regimen.weight?.surface
  if (!rule) return { missing: [{ item: '', why: 'not defined' }] }
  const heights = heightsFor(rule.height, which, regimen, scene)
  if ('missing' in heights) return heights
  const bases: BodyBasis[] = []
  for (const height of heights) {
    const surface = surfaceOf(quantity, height, rule)
    if ('missing' in surface) return surface
    bases.push({ by: surface.value, weight, surface })
  }
  return bases
}

/** The heights that count beside a weight: that of the same time, or both where no source says which time counts. */
function heightsFor(
  item: string,
  which: 'baseline' | 'current' | 'only',
  regimen: Regimen,
  scene: Scene,
): readonly FactReading[] | { readonly missing: readonly MissingFact[] } {
  const { newest, baselines } = measuredOf(item, regimen, scene)
  if (newest.length === 0) return { missing: [{ item, why: 'not recorded' }] }
  if (which === 'current') return newest
  return which === 'baseline' ? baselines : [...new Set([...baselines, ...newest])]
}

function surfaceOf(
  weight: Quantity,
  height: FactReading,
  rule: NonNullable<NonNullable<Regimen['weight']>['surface']>,
): NonNullable<DoseDerivation['surface']> | { readonly missing: readonly MissingFact[] } {
  const { value: tall, fact, rivals } = height
  if (tall.type !== 'quantity' || rivals.length > 0)
    return { missing: [{ item: rule.height, why: 'contradictory', facts: [fact.id, ...rivals] }] }
  const surface = knownSurfaces
    .getOrInsertComputed(height, () => new Map<string, SurfaceMade | undefined>())
    .getOrInsertComputed(`${rule.formula} ${weight.value} ${weight.unit}`, () =>
      madeSurface(rule.formula, tall.quantity, weight),
    )
  if (!surface) return { missing: [{ item: rule.height, why: 'not computable' }] }
  return {
    ...surface,
    height: tall.quantity,
    at: fact.at,
    fact: fact.id,
  }
}

type SurfaceMade = Pick<NonNullable<DoseDerivation['surface']>, 'value' | 'formula'>

/** By a height: most doses of a treatment are by the same one, and by few weights. */
const knownSurfaces = new WeakMap<FactReading, Map<string, SurfaceMade | undefined>>()

function madeSurface(
  formula: Parameters<typeof bodySurface>[0],
  height: Quantity,
  weight: Quantity,
): SurfaceMade | undefined {
  const surface = bodySurface(formula, height, weight)
  if (isClinicalProblem(surface)) return undefined
  const { value, unit } = surface.quantity
  const cut = floatQuantity(Number(Number(value).toPrecision(surfaceDigits)), unit)
  return { value: cut, formula: surface.rule }
}

/** A root has no end: more digits than these say nothing of a person, and the last ones are those of the machine. */
export const surfaceDigits = 12

/** Hours between two moments to a tenth, where both are known. */
function hoursApart(one: Moment, other: Moment): string | undefined {
  const { least, most } = hoursBetween(one, other)
  return least === most ? String(Math.round(least * 10) / 10) : undefined
}
