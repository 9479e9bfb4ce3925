import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Hit, Query } from '../model/query.ts'
import { termOfBeginning } from '../segment/beginnings.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { fieldOf, holdsTerm } from '../segment/read-postings.ts'
import { hitOf } from './hits.ts'
import type { Statistics } from './statistics.ts'
import { type ExplainedStudy, type Reasons, whyFound } from './why.ts'

/** What a found study is explained by. */
export interface Explaining {
  readonly query: Query
  /** Undefined where nothing is to be explained. */
  readonly reasons: Reasons | undefined
  readonly parts: {
    readonly vocabulary: Vocabulary
    readonly statistics: Pick<Statistics, 'beginning'>
  }
}

/** A study as a list shows it, with why it was found. Throws `StudyDamaged` where what is shown of it is not as it was written. */
export function explainedHit(
  from: LoadedSegment,
  doc: number,
  { query, reasons, parts }: Explaining,
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
    isInBody: (stem) => {
      const term = from.segment.term('body', stem)
      return term !== undefined && holdsTerm(term, doc)
    },
    whole: () => from.segment.studyAt(doc).study,
  }
  const why = reasons ? whyFound(readable, reasons, parts.vocabulary) : []
  return hitOf(brief, from, doc, query, why)
}
