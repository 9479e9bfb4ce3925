import { giveBackMemorySoon } from '../../../base/give-back-memory.ts'
import type { PoolSaying } from '../../../base/process-pool.ts'
import { processorMs } from '../../../base/processor-time.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { ListIncomplete } from '../model/damage.ts'
import { openEngineOrExit } from './engine.ts'
import type { NotSelected, SearchQuestion } from './search-pool.ts'
import { type SelectedHere, warmSelection } from '../select/select.ts'
import { ReadingTooLong } from '../select/verify.ts'

/** A search process: holds the catalogue and nothing private, and answers one question at a time. */
const [folder = '', number = '', start] = process.argv.slice(2)
const engine = openEngineOrExit(folder, openVocabulary(), Number(number))

// The lists of names are read when words are first read: here, so that no one who searches waits for it. What goes wrong
// is met again, and told, by the search that needs it.
try {
  if (start !== 'cold') {
    engine.search({ q: 'my asthma', today: '2000-01-01', pageSize: 1 })
    engine.select(warmSelection, 1000)
  }
} catch {}

process.on('message', (question: SearchQuestion & { readonly id: number }) => {
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
if (start !== 'cold') giveBackMemorySoon()

function answerTo(question: SearchQuestion): unknown {
  switch (question.kind) {
    case 'search':
      return unlessTooLong(() => engine.search(question.query, question.withinMs))
    case 'similar':
      return engine.similar(question.nctId, question.limit, question.today, question.only)
    case 'select':
      return selected(question)
    case 'sizes':
      return engine.sizes(question.field)
    case 'values':
      return engine.values(question.field)
    case 'read values':
      return engine.readValues(question.fields, question)
    case 'among':
      return unlessIncomplete(() => engine.searchAmong(question.studies, question.queries))
  }
}

function selected({
  selection,
  withinMs,
}: Extract<SearchQuestion, { kind: 'select' }>): SelectedHere | NotSelected {
  const found = unlessIncomplete(() => unlessTooLong(() => engine.select(selection, withinMs)))
  return found ?? 'damaged'
}

function unlessTooLong<T>(answer: () => T): T | 'too slow' {
  try {
    return answer()
  } catch (error) {
    if (error instanceof ReadingTooLong) return 'too slow'
    throw error
  }
}

/** Kinds of errors do not reach the asker, so that damage is told by no answer. */
function unlessIncomplete<T>(answer: () => T): T | undefined {
  try {
    return answer()
  } catch (error) {
    if (error instanceof ListIncomplete) return undefined
    throw error
  }
}

function say(answer: PoolSaying): void {
  // The server may be gone already; the disconnect ends this process.
  process.send?.({ ...answer, usedMs: processorMs() }, undefined, undefined, () => undefined)
}
