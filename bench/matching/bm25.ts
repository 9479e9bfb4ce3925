import { tokens } from '../../src/finder/vocabulary/fold.ts'
import type { Study } from '../../src/finder/registry/study.ts'

/** Plain BM25 (k1 1.2, b 0.75) over title, conditions, summary, description and eligibility as one text. */
export function plainBm25(studies: readonly Study[]): (query: string) => string[] {
  const documents = studies.map((study) => {
    const counts = new Map<string, number>()
    const words = tokens(textOf(study))
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    return { id: study.protocolSection.identificationModule.nctId, counts, length: words.length }
  })
  const frequency = new Map<string, number>()
  for (const { counts } of documents)
    for (const word of counts.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const usual = documents.reduce((sum, { length }) => sum + length, 0) / documents.length
  return (query) => {
    const asked = new Map<string, number>()
    for (const word of tokens(query)) asked.set(word, (asked.get(word) ?? 0) + 1)
    const scored = documents.map(({ id, counts, length }) => {
      let score = 0
      for (const [word, times] of asked) {
        const held = counts.get(word) ?? 0
        if (held === 0) continue
        const documentsWith = frequency.get(word) ?? 0
        const rarity = Math.log(
          1 + (documents.length - documentsWith + 0.5) / (documentsWith + 0.5),
        )
        const long = 1.2 * (1 - 0.75 + (0.75 * length) / usual)
        score += times * rarity * ((held * 2.2) / (held + long))
      }
      return { id, score }
    })
    return scored
      .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id)
  }
}

function textOf({ protocolSection: protocol }: Study): string {
  return [
    protocol.identificationModule.briefTitle,
    protocol.identificationModule.officialTitle,
    ...(protocol.conditionsModule?.conditions ?? []),
    protocol.descriptionModule?.briefSummary,
    protocol.descriptionModule?.detailedDescription,
    protocol.eligibilityModule?.eligibilityCriteria,
  ]
    .filter(Boolean)
    .join('\n')
}
