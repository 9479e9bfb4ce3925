import type { MomentExpression } from '../document/expressions.ts'
import type { PlannedVisit, ProtocolAnchor } from '../document/schedule.ts'
import { type FactReading, didHappen } from '../facts/reading.ts'
import { addTo } from '../time/duration.ts'
import { type Moment, compareMoments, momentOfDay } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'
import { dateOfStudyDay } from '../time/study-day.ts'
import type { Scene } from './scene.ts'
import type { MissingFact } from './truth.ts'

/** A moment that an expression names; `isMovable` while it is that of a decision not yet taken. */
export interface FoundMoment {
  readonly moment: Moment
  readonly isMovable: boolean
  /** Facts it was taken from. */
  readonly facts: readonly string[]
}

/** The moment an expression names, or what is missing for it. */
export function findMoment(
  expression: MomentExpression,
  scene: Scene,
): FoundMoment | { readonly missing: MissingFact } {
  if (expression.at === 'day') return findDay(expression.anchor, expression.day, scene)
  const base =
    expression.at === 'anchor'
      ? findAnchor(expression.anchor, scene)
      : {
          moment: expression.at === 'now' ? scene.now : scene.decision,
          isMovable: scene.isPlanned,
          facts: [],
        }
  if ('missing' in base || expression.plus === undefined) return base
  const moved = addTo(base.moment, expression.plus, scene.zone)
  if (!isTimeProblem(moved)) return { ...base, moment: moved }
  const item = expression.at === 'anchor' ? itemOfAnchor(expression.anchor, scene) : ''
  return { missing: { item, why: 'moment not exact', facts: base.facts } }
}

/** The moment of an anchor; in the place of a dose that is still to come, that of the decision. */
export function findAnchor(
  id: string,
  scene: Scene,
): FoundMoment | { readonly missing: MissingFact } {
  const anchor = scene.book.anchors.get(id)
  const missing = (item: string): { missing: MissingFact } => ({
    missing: { item, why: 'not recorded' },
  })
  if (!anchor) return missing(id)
  const { event } = anchor
  switch (event.type) {
    case 'increase': {
      const moment = scene.increaseOf(event.item)
      return moment ? { moment, isMovable: false, facts: [] } : missing(itemOfAnchor(id, scene))
    }
    case 'visit': {
      const span = scene.spanOf(event.visit)
      return span ? { moment: span.opens, isMovable: false, facts: [] } : missing(event.visit)
    }
    case 'first':
    case 'last':
      return findRecorded(event, scene)
  }
}

type RecordedEvent = Extract<ProtocolAnchor['event'], { readonly type: 'first' | 'last' }>

function findRecorded(
  event: RecordedEvent,
  scene: Scene,
): FoundMoment | { readonly missing: MissingFact } {
  const isMeant = (reading: FactReading) =>
    isSeen(reading, scene) && didHappen(reading) && isSaid(reading, event.details)
  const readings = scene.chart.of(event.item)
  const those = event.onDay ? onDay(readings, event.onDay.anchor, event.onDay.day, scene) : readings
  const found = event.type === 'first' ? those.find(isMeant) : those.findLast(isMeant)
  if (found && found.rivals.length > 0 && found.value.type === 'date') {
    const facts = [found.fact.id, ...found.rivals]
    return { missing: { item: event.item, why: 'contradictory', facts } }
  }
  if (found) {
    const moment = found.value.type === 'date' ? found.value.moment : found.moment
    return { moment, isMovable: false, facts: [found.fact.id] }
  }
  if (event.orDecision === true)
    return { moment: scene.decision, isMovable: scene.isPlanned, facts: [] }
  return { missing: { item: event.item, why: 'not recorded' } }
}

function onDay(
  readings: readonly FactReading[],
  anchor: string,
  day: number,
  scene: Scene,
): readonly FactReading[] {
  const found = findDay(anchor, day, scene)
  if ('missing' in found) return []
  const { firstDay } = found.moment
  return readings.filter(
    ({ moment }) => moment.firstDay === firstDay && moment.lastDay === firstDay,
  )
}

function findDay(
  anchor: string,
  day: number,
  scene: Scene,
): FoundMoment | { readonly missing: MissingFact } {
  const base = findAnchor(anchor, scene)
  if ('missing' in base) return base
  const first = scene.book.anchors.get(anchor)?.days?.first ?? 1
  const date = dateOfStudyDay(base.moment, day, first === 1 ? 'sdtm' : 'usdm')
  if (isTimeProblem(date))
    return {
      missing: { item: itemOfAnchor(anchor, scene), why: 'moment not exact', facts: base.facts },
    }
  return { ...base, moment: momentOfDay(date.date, scene.zone) }
}

/** The day or the time of a visit's target; undefined where the visit is not placed. */
export function momentOfTarget(visit: PlannedVisit | undefined): MomentExpression | undefined {
  if (!visit?.target) return undefined
  const { anchor, day, after } = visit.target
  if (day !== undefined) return { at: 'day', anchor, day }
  return { at: 'anchor', anchor, ...(after !== undefined && { plus: after }) }
}

/** The item an anchor is taken from: what a person is asked for where it is missing. */
export function itemOfAnchor(id: string, { book }: Scene): string {
  const event = book.anchors.get(id)?.event
  if (!event) return id
  switch (event.type) {
    case 'visit':
      return event.visit
    case 'increase':
    case 'first':
    case 'last':
      return event.item
  }
}

/** True for a reading that the decision at hand can know of: not one that is surely later. */
export function isSeen(reading: FactReading, { decision }: Scene): boolean {
  return compareMoments(reading.moment, decision) !== 1
}

/** True for a reading with the details that are asked for. */
export function isSaid(
  { fact }: FactReading,
  details: Readonly<Record<string, string>> | undefined,
): boolean {
  if (details === undefined) return true
  return Object.entries(details).every(([name, value]) => String(fact.details?.[name]) === value)
}
