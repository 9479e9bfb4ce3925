import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Hit, Query } from '../model/query.ts'
import { termOfBeginning } from '../segment/beginnings.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { fieldOf } from '../segment/read-postings.ts'
import { hitOf } from './hits.ts'
import type { PlanFindings } from './plan-findings.ts'
import type { Statistics } from './statistics.ts'
import { type ExplainedStudy, whyFound } from './why.ts'

/** What a found study is explained by. */
export interface Explaining {
  readonly query: Query
  readonly findings: PlanFindings
  readonly parts: {
    readonly vocabulary: Vocabulary
    readonly statistics: Pick<Statistics, 'beginning'>
  }
  readonly inEligibility: boolean
}

/** A study as a list shows it, with why it was found. Throws `StudyDamaged` where what is shown of it is not as it was written. */
export function explainedHit(
  from: LoadedSegment,
  doc: number,
  { query, findings, parts, inEligibility }: Explaining,
): Hit {
  const brief = from.segment.briefAt(doc)
  const readable: ExplainedStudy = {
    brief,
    fieldOf: (stem) => {
      const term = stem.endsWith('*')
        ? termOfBeginning(from.segment, parts.statistics.beginning('main', stem.slice(0, -1)))
        : from.segment.term('main', stem)
      return term && fieldOf(term, doc)
    },
    whole: () => from.segment.studyAt(doc).study,
  }
  const why = whyFound(readable, query, findings, parts.vocabulary, inEligibility)
  return hitOf(brief, from, doc, query, why)
}
