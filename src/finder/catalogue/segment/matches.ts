import { newDocs, newScores } from './scratch.ts'

/** The studies of one segment that match something: documents in order, each with its score. */
export interface Matches {
  readonly docs: Int32Array
  readonly scores: Float32Array
  readonly count: number
}

/** No study at all. */
export const none: Matches = { docs: new Int32Array(0), scores: new Float32Array(0), count: 0 }

/** In both; scores are added. */
export function intersect(a: Matches, b: Matches): Matches {
  const [few, many] = a.count <= b.count ? [a, b] : [b, a]
  const docs = newDocs(few.count)
  const scores = newScores(few.count)
  let count = 0
  let at = 0
  for (let i = 0; i < few.count; i++) {
    const doc = few.docs[i] as number
    at = seek(many, at, doc)
    if (at === many.count) break
    if (many.docs[at] === doc) {
      docs[count] = doc
      scores[count++] = (few.scores[i] as number) + (many.scores[at] as number)
    }
  }
  return { docs, scores, count }
}

/** The first, with a share of the second's score added where both match. */
export function addScores(a: Matches, b: Matches, share: number): Matches {
  if (b.count === 0) return a
  const scores = newScores(a.count)
  let at = 0
  for (let i = 0; i < a.count; i++) {
    const doc = a.docs[i] as number
    at = seek(b, at, doc)
    const more = at < b.count && b.docs[at] === doc ? (b.scores[at] as number) * share : 0
    scores[i] = (a.scores[i] as number) + more
  }
  return { docs: a.docs, scores, count: a.count }
}

/** The first, each score raised by up to a share of itself: the more, the higher the second's score of the same study. */
export function raiseScores(a: Matches, b: Matches, most: number): Matches {
  const scores = newScores(a.count)
  for (let i = 0; i < a.count; i++) {
    const [score, more] = [a.scores[i] as number, b.scores[i] as number]
    scores[i] = more === 0 ? score : score * (1 + (most * more) / (more + score))
  }
  return { docs: a.docs, scores, count: a.count }
}

/** In either; the better score counts. */
export function unite(a: Matches, b: Matches): Matches {
  if (a.count === 0) return b
  if (b.count === 0) return a
  const docs = newDocs(a.count + b.count)
  const scores = newScores(a.count + b.count)
  let count = 0
  let i = 0
  let j = 0
  while (i < a.count || j < b.count) {
    const left = i < a.count ? (a.docs[i] as number) : past
    const right = j < b.count ? (b.docs[j] as number) : past
    docs[count] = left < right ? left : right
    const leftScore = left <= right ? (a.scores[i++] as number) : 0
    const rightScore = right <= left ? (b.scores[j++] as number) : 0
    scores[count++] = leftScore > rightScore ? leftScore : rightScore
  }
  return { docs, scores, count }
}

/** In any of many; the best score counts. Many are gathered in one array with a place for every document. */
export function uniteAll(all: readonly Matches[], documents: number): Matches {
  const some = all.filter(({ count }) => count > 0)
  const together = some.reduce((sum, { count }) => sum + count, 0)
  if (some.length <= 2 || together < documents / 4) return some.reduce(unite, none)
  const best = newScores(documents).fill(-1)
  for (const { docs, scores, count } of some)
    for (let i = 0; i < count; i++) {
      const doc = docs[i] as number
      if ((scores[i] as number) > (best[doc] as number)) best[doc] = scores[i] as number
    }
  const docs = newDocs(documents)
  const scores = newScores(documents)
  let count = 0
  for (let doc = 0; doc < documents; doc++) {
    if ((best[doc] as number) < 0) continue
    docs[count] = doc
    scores[count++] = best[doc] as number
  }
  return { docs, scores, count }
}

/** In the first and not in the second. */
export function subtract(a: Matches, b: Matches): Matches {
  const docs = newDocs(a.count)
  const scores = newScores(a.count)
  let count = 0
  let at = 0
  for (let i = 0; i < a.count; i++) {
    const doc = a.docs[i] as number
    at = seek(b, at, doc)
    if (at < b.count && b.docs[at] === doc) continue
    docs[count] = doc
    scores[count++] = a.scores[i] as number
  }
  return { docs, scores, count }
}

/** The same studies, with no score. */
export function unscored({ docs, count }: Matches): Matches {
  return { docs, scores: newScores(count).fill(0), count }
}

/** Every document of a segment, with no score. */
export function everything(count: number): Matches {
  const docs = newDocs(count)
  for (let doc = 0; doc < count; doc++) docs[doc] = doc
  return { docs, scores: newScores(count).fill(0), count }
}

const past = 0x7fffffff

/** The first place at or after `from` whose document is not below `doc`, in growing steps. */
function seek({ docs, count }: Matches, from: number, doc: number): number {
  if (from >= count || (docs[from] as number) >= doc) return from
  let step = 1
  let low = from
  while (low + step < count && (docs[low + step] as number) < doc) {
    low += step
    step <<= 1
  }
  let high = Math.min(low + step, count)
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((docs[middle] as number) < doc) low = middle
    else high = middle
  }
  return high
}
