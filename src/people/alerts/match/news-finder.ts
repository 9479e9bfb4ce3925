import type { StudyChange } from '../../../finder/catalogue/model/changes.ts'
import type { AgeSpan } from '../../../finder/registry/ages.ts'
import { agedSpan, type NewsUrgency, urgencyOf } from '../model/alert.ts'
import { eventBit } from '../model/events.ts'
import { hasBit } from '../../../base/bitset.ts'
import type { PersonNews } from '../model/news.ts'
import type { StoredTerms } from '../model/terms.ts'
import type { FoundChanges, SearchesFound } from './found-by-search.ts'
import type { OpenAlert } from './open-page.ts'
import { siteMarkOf, type Reach, type Reached, siteMark } from './reach.ts'
import type { EventList } from './event-list.ts'

/** Looks at one alert after the other, those of a person together, and puts news together by person. */
export class NewsFinder {
  readonly #list: EventList
  readonly #found: Pick<SearchesFound, 'of'>
  readonly #reach: Reach
  #ready: PersonNews[] = []
  #person: OpenAlert['person'] | undefined
  readonly #ofPerson = new Map<number, Draft>()

  constructor(list: EventList, found: Pick<SearchesFound, 'of'>, reach: Reach) {
    this.#list = list
    this.#found = found
    this.#reach = reach
  }

  look(alert: OpenAlert): void {
    if (alert.person.id !== this.#person?.id) this.end()
    this.#person = alert.person
    const { terms } = alert
    const found = this.#found.of(terms.search)
    if (!found) return
    const reached = reachedBy(terms, this.#reach)
    const age = ageOf(terms, this.#list.at.slice(0, 10))
    const lookAt = (study: number, mark: number | undefined): void => {
      const events = this.#eventsFor(terms, found, study, mark)
      if (events === 0) return
      if (admits(this.#list.changes[study] as StudyChange, age, terms.sex))
        this.#note(study, events, alert)
    }
    eachCandidate(found, reached, lookAt)
  }

  /** The person looked at is done with. */
  end(): void {
    if (!this.#person || this.#ofPerson.size === 0) return
    const news = [...this.#ofPerson].map(([study, draft]) => ({
      ...draft,
      nctId: (this.#list.changes[study] as StudyChange).nctId,
      eventKey: this.#list.events[study]?.key ?? '',
    }))
    this.#ready.push({ person: this.#person, news })
    this.#ofPerson.clear()
  }

  /** What is ready; of the person being looked at nothing yet. */
  take(): readonly PersonNews[] {
    const ready = this.#ready
    this.#ready = []
    return ready
  }

  /** The events of a study that this subscription wants, asked for by state and within its reach. */
  #eventsFor(
    { events: wanted }: StoredTerms,
    { status, isOneStudy }: FoundChanges,
    study: number,
    mark: number | undefined,
  ): number {
    let events = wanted & (this.#list.events[study]?.bits ?? 0)
    if (status) events &= withStatus(this.#list.changes[study] as StudyChange, status)
    if (mark === undefined || events === 0) return events
    if ((mark & siteMark.fresh) === 0) events &= ~eventBit.site
    if (isOneStudy) return events
    if (mark === 0) return 0
    // "It takes people, near you" is true only where a place near takes people.
    if ((mark & siteMark.joinable) !== 0) return events
    return status ? 0 : events & ~eventBit.recruiting
  }

  /** A study that several alerts of a person find is told once, as soon as the hastiest wants it. */
  #note(study: number, events: number, { id, terms }: OpenAlert): void {
    const urgency = urgencyOf[terms.frequency]
    const before = this.#ofPerson.get(study)
    if (!before) this.#ofPerson.set(study, { events, foundBy: [id], urgency })
    else {
      before.events |= events
      before.foundBy.push(id)
      if (urgency < before.urgency) before.urgency = urgency
    }
  }
}

function reachedBy({ place, area }: StoredTerms, reach: Reach): Reached | undefined {
  if (area) return reach.inside(area[1])
  const [, lat = 0, lon = 0, withinKm = 0] = place ?? []
  return place && reach.around({ lat, lon }, withinKm)
}

interface Draft {
  events: number
  readonly foundBy: string[]
  urgency: NewsUrgency
}

/**
 * What was found, with the marks of its sites within reach; undefined where no reach is asked. What is out of reach is left out where that is
 * quickly told: whichever list is shorter is gone through.
 */
function eachCandidate(
  { studies, set, isOneStudy }: FoundChanges,
  reached: Reached | undefined,
  use: (study: number, mark: number | undefined) => void,
): void {
  if (!reached) for (const study of studies) use(study, undefined)
  else if (!set || isOneStudy || reached.studies.length >= studies.length)
    for (const study of studies) use(study, siteMarkOf(reached, study))
  else
    for (let at = 0; at < reached.studies.length; at++) {
      const study = reached.studies[at] as number
      if (hasBit(set, study)) use(study, reached.marks[at])
    }
}

/** A study that closed is told to who asked for its old state, everything else to who asked for its new one. */
function withStatus({ statusBefore, status }: StudyChange, asked: ReadonlySet<string>): number {
  const closed = asked.has(statusBefore ?? '') ? eventBit.closed : 0
  return asked.has(status ?? '') ? ~eventBit.closed | closed : closed
}

function ageOf({ age }: StoredTerms, day: string): AgeSpan | undefined {
  return age && agedSpan({ least: age[0], most: age[1], on: age[2] }, day)
}

/** The same as the search's filters for age and sex. */
function admits(
  { minDays = 0, maxDays = Infinity, sex: admitted }: StudyChange,
  age: AgeSpan | undefined,
  sex: 'FEMALE' | 'MALE' | undefined,
): boolean {
  if (age && (age.most < minDays || age.least > maxDays)) return false
  return sex === undefined || admitted === 'ALL' || admitted === sex
}
