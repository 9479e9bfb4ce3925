import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import type { Query } from '../query.ts'
import { openEngine } from './engine.ts'

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
  return question.kind === 'search'
    ? engine.search(question.query)
    : engine.similar(question.nctId, question.limit, question.today)
}

function say(answer: Answer): void {
  // The server may be gone already; the disconnect ends this process.
  process.send?.(answer, undefined, undefined, () => undefined)
}
