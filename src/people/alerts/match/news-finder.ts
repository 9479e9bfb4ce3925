import type { StudyChange } from '../../../finder/catalogue/model/changes.ts'
import type { Point } from '../../../finder/places/distance.ts'
import type { AgeSpan } from '../../../finder/registry/ages.ts'
import { agedSpan, type NewsUrgency, urgencyOf } from '../model/alert.ts'
import { eventBit } from '../model/events.ts'
import { hasBit } from '../../../base/bitset.ts'
import type { FoundChanges } from './found-by-search.ts'
import type { Reached } from './reach.ts'
import type { SubscriptionRow } from './subscription-pages.ts'
import type { EventList } from './event-list.ts'

/** One change that one person is to hear of. */
export interface News {
  readonly person_id: string
  readonly nct_id: string
  readonly event_key: string
  readonly events: number
  /** Ids of subscriptions, with spaces between them. */
  readonly found_by: string
  readonly urgency: NewsUrgency
}

/** Looks at one subscription after the other, those of a person together, and puts news together by person. */
export class NewsFinder {
  readonly #list: EventList
  readonly #found: ReadonlyMap<string, FoundChanges>
  readonly #reach: (place: Point, withinKm: number) => Reached
  readonly #ready: News[] = []
  #person = ''
  readonly #ofPerson = new Map<number, { events: number; foundBy: string; urgency: NewsUrgency }>()

  constructor(
    list: EventList,
    found: ReadonlyMap<string, FoundChanges>,
    reach: (place: Point, withinKm: number) => Reached,
  ) {
    this.#list = list
    this.#found = found
    this.#reach = reach
  }

  /** How much news is ready to be taken. */
  get waiting(): number {
    return this.#ready.length
  }

  look(row: SubscriptionRow): void {
    if (row.person_id !== this.#person) this.end()
    this.#person = row.person_id
    const found = this.#found.get(row.saved_search_id)
    if (!found) return
    const place = placeOf(row)
    const reached = place && this.#reach(place, row.within_km ?? 0)
    const age = ageOf(row, this.#list.at.slice(0, 10))
    for (const study of candidates(found, reached)) {
      const change = this.#list.changes[study] as StudyChange
      const events = this.#eventsFor(row, found, study, reached)
      if (events === 0 || !admits(change, age, row.sex)) continue
      this.#note(study, events, row)
    }
  }

  /** The person looked at is done with. */
  end(): void {
    for (const [study, { events, foundBy, urgency }] of this.#ofPerson)
      this.#ready.push({
        person_id: this.#person,
        nct_id: (this.#list.changes[study] as StudyChange).nctId,
        event_key: this.#list.events[study]?.key ?? '',
        events,
        found_by: foundBy,
        urgency,
      })
    this.#ofPerson.clear()
  }

  /** What is ready; of the person being looked at nothing yet. */
  take(): readonly News[] {
    return this.#ready.splice(0)
  }

  /** The events of a study that this subscription wants, asked for by state and within its reach. */
  #eventsFor(
    { events: wanted }: SubscriptionRow,
    { status, isOneStudy }: FoundChanges,
    study: number,
    reached: Reached | undefined,
  ): number {
    let events = wanted & (this.#list.events[study]?.bits ?? 0)
    if (status) events &= withStatus(this.#list.changes[study] as StudyChange, status)
    if (!reached || events === 0) return events
    if (!hasBit(reached.fresh, study)) events &= ~eventBit.site
    if (!isOneStudy && !hasBit(reached.any, study)) return 0
    return events
  }

  /** A study that several alerts of a person find is told once, as soon as the hastiest wants it. */
  #note(study: number, events: number, { id, frequency }: SubscriptionRow): void {
    const urgency = urgencyOf[frequency]
    const before = this.#ofPerson.get(study)
    if (!before) this.#ofPerson.set(study, { events, foundBy: id, urgency })
    else {
      before.events |= events
      before.foundBy += ` ${id}`
      if (urgency < before.urgency) before.urgency = urgency
    }
  }
}

/** What was found, less what is out of reach where that is quickly told: whichever list is shorter is gone through. */
function candidates(
  { studies, set, isOneStudy }: FoundChanges,
  reached: Reached | undefined,
): readonly number[] {
  if (!set || !reached || isOneStudy || reached.studies.length >= studies.length) return studies
  return reached.studies.filter((study) => hasBit(set, study))
}

/** A study that closed is told to who asked for its old state, everything else to who asked for its new one. */
function withStatus({ statusBefore, status }: StudyChange, asked: ReadonlySet<string>): number {
  const closed = asked.has(statusBefore ?? '') ? eventBit.closed : 0
  return asked.has(status ?? '') ? ~eventBit.closed | closed : closed
}

function placeOf({ lat, lon, within_km }: SubscriptionRow): Point | undefined {
  return lat === null || lon === null || within_km === null ? undefined : { lat, lon }
}

function ageOf({ age_least, age_most, age_on }: SubscriptionRow, day: string): AgeSpan | undefined {
  if (age_least === null || age_most === null || age_on === null) return undefined
  return agedSpan({ least: age_least, most: age_most, on: age_on }, day)
}

/** The same as the search's filters for age and sex. */
function admits(
  { minDays = 0, maxDays = Infinity, sex: admitted }: StudyChange,
  age: AgeSpan | undefined,
  sex: 'FEMALE' | 'MALE' | null,
): boolean {
  if (age && (age.most < minDays || age.least > maxDays)) return false
  return sex === null || admitted === 'ALL' || admitted === sex
}
