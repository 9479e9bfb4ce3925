import { historyDifferences, workedHistories } from '../../../src/testing/worked-histories.ts'
import type { Section } from '../evidence.ts'

/** The thirty invented children, each by two versions of the protocol. */
export function section(): Section {
  const rows = workedHistories.flatMap((history) =>
    (['listing', 'published'] as const).map((name) => ({
      what: `${history.id} by the ${name === 'listing' ? 'listing' : 'published report'}: ${history.title}`,
      published: 'as worked out by hand',
      found: foundIn(historyDifferences(history, name)),
      source: 'own work; no clinician has read them',
    })),
  )
  return {
    title: 'Thirty invented children by two versions of NCT02390596',
    note: 'Eligibility, next dose, endpoints, visits, safety clocks, deviations and questions, each key that was worked out.',
    rows,
  }
}

function foundIn(differences: readonly string[]): string {
  return differences.length === 0 ? 'as worked out by hand' : differences.join('; ')
}
