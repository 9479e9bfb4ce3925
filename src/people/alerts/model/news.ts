import {
  newsMarker,
  openValue,
  placeOfNews,
  sealedSteps,
  sealValue,
} from '../../records/model/sealed-rows.ts'
import type { Tables } from '../../records/model/tables.ts'
import type { Person } from '../../records/persons.ts'
import type { NewsUrgency } from './alert.ts'

/** What happened to a study that a person is to hear of. */
export interface NewsContent {
  readonly nctId: string
  /** The same whenever it is worked out again. */
  readonly eventKey: string
  /** Bits of `eventBit`. */
  readonly events: number
  /** Ids of the alerts that found it. */
  readonly foundBy: readonly string[]
}

/** The same, and how soon it is told. */
export interface UrgentNews extends NewsContent {
  readonly urgency: NewsUrgency
}

type Owner = Pick<Person, 'id' | 'key'>

/** News of one person as rows that wait to be told: each with its mark, its content sealed with the person's key. */
export function newsRows(
  { id, key }: Owner,
  news: readonly UrgentNews[],
  foundAt: Date,
): readonly Tables['news'][] {
  const markOf = newsMarker(key)
  return news.map((one) => {
    const mark = markOf(one.nctId, one.eventKey)
    return {
      person_id: id,
      mark,
      urgency: one.urgency,
      found_at: foundAt.toISOString(),
      digest_id: null,
      what_sealed: resealNews({ id, key }, mark, one),
    }
  })
}

/** The content of news that waits, sealed anew, as when one alert fewer has found it. */
export function resealNews({ id, key }: Owner, mark: string, content: NewsContent): Uint8Array {
  const { nctId, eventKey, events, foundBy } = content
  return sealValue(key, placeOfNews(id, mark), [nctId, eventKey, events, foundBy], sealedSteps.news)
}

/** The content of news that waits. Throws when it was changed, moved or sealed with another key. */
export function openNews({ id, key }: Owner, mark: string, sealed: Uint8Array): NewsContent {
  const [nctId, eventKey, events, foundBy] = openValue(key, placeOfNews(id, mark), sealed) as [
    string,
    string,
    number,
    readonly string[],
  ]
  return { nctId, eventKey, events, foundBy }
}
