import type { PoolMessage } from '../../base/process-pool.ts'
import { openEngine } from '../catalogue/search/engine.ts'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { type MatchAsked, matchText } from './match-text.ts'
import type { MatchSource } from './match.ts'

/**
 * A process that matches: it is given a note or a record for one answer and keeps nothing of it. What goes
 * wrong is told by its kind and place alone, because a message could quote the note.
 */
const folder = process.argv[2] ?? ''
const vocabulary = openVocabulary()
const source = openSource()

process.on('message', (question: MatchAsked & { readonly id: number }) => {
  void matchText(question, source, vocabulary).then(
    (result) => say({ kind: 'answer', id: question.id, result }),
    (error: unknown) => say({ kind: 'failed', id: question.id, reason: placeOf(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
// A terminal sends its interrupt to every process of the group; the server says when this one ends.
process.on('SIGINT', () => undefined)
say({ kind: 'ready' })

function openSource(): MatchSource {
  const engine = openEngine(folder, vocabulary)
  return {
    rank: (plans, query, limit) => engine.rank(plans, query, limit),
    study: (nctId) => engine.study(nctId)?.study,
  }
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...frames.slice(0, 8)].join('\n')
}

function say(answer: PoolMessage): void {
  process.send?.(answer, undefined, undefined, () => undefined)
}
