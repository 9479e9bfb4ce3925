import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import type { Query } from '../query.ts'
import { openEngine } from './engine.ts'
import type { Wish } from './rank.ts'

/** A search process: holds the catalogue and nothing private, and answers one question at a time. */
export type Question =
  | { readonly id: number; readonly kind: 'search'; readonly query: Query }
  | {
      readonly id: number
      readonly kind: 'similar'
      readonly nctId: string
      readonly limit: number
      readonly today: string
    }
  | {
      readonly id: number
      readonly kind: 'among'
      /** The numbers of the studies' NCT ids. */
      readonly studies: readonly number[]
      readonly queries: readonly Query[]
    }
  | {
      readonly id: number
      readonly kind: 'rank'
      readonly wishes: readonly Wish[]
      readonly query: Query
      readonly limit: number
    }

export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }

const folder = process.argv[2] ?? ''
const engine = openEngine(folder, openVocabulary())

process.on('message', (question: Question) => {
  try {
    say({ kind: 'answer', id: question.id, result: answerTo(question) })
  } catch (error) {
    say({
      kind: 'failed',
      id: question.id,
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
})
process.on('disconnect', () => process.exit(0))
// A terminal sends its interrupt to every process of the group; the server says when a search process ends.
process.on('SIGINT', () => undefined)
say({ kind: 'ready' })

function answerTo(question: Question): unknown {
  switch (question.kind) {
    case 'search':
      return engine.search(question.query)
    case 'similar':
      return engine.similar(question.nctId, question.limit, question.today)
    case 'among':
      return engine.searchAmong(question.studies, question.queries)
    case 'rank':
      return engine.rank(question.wishes, question.query, question.limit)
  }
}

function say(answer: Answer): void {
  // The server may be gone already; the disconnect ends this process.
  process.send?.(answer, undefined, undefined, () => undefined)
}
