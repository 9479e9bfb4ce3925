import { fracturesIn } from './fractures.ts'
import { plainSigns, shorthand } from './shorthand.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'

/** A disease or symptom named in a sentence: characters `start` to `end` of it. */
export interface Named {
  readonly start: number
  readonly end: number
  readonly term: string
}

/** Diseases and symptoms in a text of a record or a note, doctors' shorthand included; no two overlap. */
export function namedIn(text: string, vocabulary: Vocabulary): Named[] {
  const found: Named[] = []
  for (const { start, end, concept } of vocabulary.conceptsInText(text))
    if (!tooGeneral.has(concept.term)) found.push({ start, end, term: concept.term })
  for (const match of text.matchAll(short)) {
    const term = shorthand.get(match[0])
    if (term) found.push({ start: match.index, end: match.index + match[0].length, term })
  }
  for (const [pattern, term] of plainSigns)
    for (const match of text.matchAll(pattern))
      found.push({ start: match.index, end: match.index + match[0].length, term })
  found.push(...fracturesIn(text))
  return withoutOverlaps(found)
}

const short = /(?<![A-Za-z0-9/-])[A-Za-z][A-Za-z0-9/]{1,5}(?![A-Za-z0-9])/g

/** Names of the vocabulary that say nothing of a person by themselves, in records and notes alike. */
export const tellsNothing: ReadonlySet<string> = new Set([
  'Disease',
  'Syndrome',
  'Chronic Disease',
  'Acute Disease',
  'Disease Attributes',
  'Recurrence',
  'Pregnancy',
  'Wounds and Injuries',
  'Signs and Symptoms',
  'Emergencies',
  'Birth Weight',
  'Body Weight',
  'Labor Pain',
  'Remission, Spontaneous',
])

/** A criterion's "progression" is of whatever it speaks of; a note's is of the person's own illness. */
const tooGeneral: ReadonlySet<string> = new Set([...tellsNothing, 'Disease Progression'])

function withoutOverlaps(found: readonly Named[]): Named[] {
  const kept: Named[] = []
  for (const named of found.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (named.start >= (kept.at(-1)?.end ?? 0)) kept.push(named)
  return kept
}
