import { type ConductCase, zoneOf } from '../../../../study/conduct/model/case.ts'
import { currentFacts } from '../../../../study/conduct/model/current.ts'
import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import type { Protocol, ProtocolItem } from '../../../../study/protocol/document/protocol.ts'
import { readValue } from '../../../../study/protocol/facts/read-value.ts'
import type { DoseGiven } from '../../../../study/protocol/state/answers.ts'
import { readMoment } from '../../../../study/protocol/time/moment.ts'
import { isTimeProblem } from '../../../../study/protocol/time/problems.ts'

/** A reading on the curve. */
export interface CurveReading {
  readonly fact: KeptFact
  /** Milliseconds of the epoch. */
  readonly at: number
  /** Degrees Celsius, for drawing alone. */
  readonly degrees: number
}

/** A dose above the curve, at its level where it had one. */
export interface CurveDose {
  readonly dose: DoseGiven
  readonly at: number
  readonly level: string | undefined
}

/** What the curve is drawn from, in the order of time. */
export interface CurveData {
  readonly readings: readonly CurveReading[]
  readonly doses: readonly CurveDose[]
  /** Levels that were given, the lowest first. */
  readonly levels: readonly string[]
}

/** The item whose readings are the curve: the first that is measured in degrees Celsius. */
export function curveItem({ items }: Protocol): ProtocolItem | undefined {
  return items.find(({ type, unit }) => type === 'quantity' && unit === 'Cel')
}

/** Readings and doses that have an exact moment; what nothing is worked out from is left out. */
export function curveData(of: ConductCase): CurveData {
  const item = curveItem(of.protocol)
  const zone = zoneOf(of)
  const doses = of.state.dosesGiven
    .flatMap((dose) => {
      const at = millisecondsAt(dose.at, zone)
      return at === undefined ? [] : [{ dose, at, level: levelOf(dose) }]
    })
    .toSorted((one, other) => one.at - other.at)
  const given = new Set(doses.flatMap(({ level }) => level ?? []))
  const levels = of.protocol.regimens
    .flatMap((regimen) => regimen.levels.map(({ id }) => id))
    .filter((id) => given.has(id))
  return { readings: item ? readingsOf(of, item, zone) : [], doses, levels: [...new Set(levels)] }
}

function readingsOf(of: ConductCase, item: ProtocolItem, zone: string): readonly CurveReading[] {
  const aside = new Set(of.state.setAside.map(({ fact }) => fact))
  return currentFacts(of.facts, item.id, zone).flatMap((fact) => {
    const at = aside.has(fact.id) ? undefined : millisecondsAt(fact.at, zone)
    const value = at === undefined ? 'none' : readValue(fact, item, zone)
    if (at === undefined || typeof value === 'string' || value.type !== 'quantity') return []
    return [{ fact, at, degrees: Number(value.quantity.value) }]
  })
}

/** The level that a dose was given at: that of the dose which was shown for it. */
function levelOf({ shown }: DoseGiven): string | undefined {
  return shown.dose?.level ?? shown.level
}

function millisecondsAt(at: string, zone: string): number | undefined {
  const moment = readMoment(at, zone)
  return isTimeProblem(moment) || moment.instant === undefined
    ? undefined
    : Date.parse(moment.instant)
}
