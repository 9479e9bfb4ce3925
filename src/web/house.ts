import type { Catalogue } from '../finder/catalogue/catalogue.ts'
import type { Matcher } from '../finder/matching/open-matcher.ts'
import type { Places } from '../finder/places/places.ts'
import type { Vocabulary } from '../finder/vocabulary/vocabulary.ts'

/** What the pages stand on: made once when the server starts, handed to every area. */
export interface House {
  readonly catalogue: Catalogue
  readonly places: Places
  readonly vocabulary: Vocabulary
  readonly matcher: Matcher
  /** The origin people see, as `https://trials.example.org`, without a slash at its end. */
  readonly baseUrl: string
  /** `yyyy-MM-dd`; the only clock a page may read. */
  readonly today: () => string
  readonly log: Log
}

/** Lines for the operator. Never a query, a form or a person in them. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
