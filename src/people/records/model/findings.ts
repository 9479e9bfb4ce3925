import { openValue, placeOfNews, sealedSteps, sealValue } from './sealed-rows.ts'

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

/** The person whose finding it is, with their own key. */
interface Owner {
  readonly id: string
  readonly key: Uint8Array
}

/** News of one person sealed together under the id of a finding: one after the other, in one list. */
export function sealFinding(
  { id: personId, key }: Owner,
  id: string,
  news: readonly NewsContent[],
): Uint8Array {
  const what = news.flatMap((one) => [one.nctId, one.eventKey, one.events, one.foundBy])
  return sealValue(key, placeOfNews(personId, id), what, sealedSteps.news)
}

/** What `sealFinding` sealed. Throws when it was changed, moved or sealed with another key. */
export function openFinding(
  { id: personId, key }: Owner,
  { id, sealed }: { readonly id: string; readonly sealed: Uint8Array },
): readonly NewsContent[] {
  const what = openValue(key, placeOfNews(personId, id), sealed) as readonly unknown[]
  const news: NewsContent[] = []
  for (let at = 0; at < what.length; at += partsOfNews) {
    const [nctId, eventKey, events, foundBy] = what.slice(at, at + partsOfNews) as Parts
    news.push({ nctId, eventKey, events, foundBy })
  }
  return news
}

type Parts = [string, string, number, readonly string[]]
const partsOfNews = 4
