import type { PoolMessage } from '../../base/process-pool.ts'
import { StudyDamaged } from '../catalogue/model/damage.ts'
import { type Engine, openEngine } from '../catalogue/search/engine.ts'
import type { Study } from '../registry/study.ts'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { matchText } from './match-text.ts'
import type { MatchSource } from './match.ts'
import type { FormAsked, FormMatches, ReaderQuestion } from './open-matcher.ts'
import { readNote } from './note/read-note.ts'
import { readSent } from './read-sent.ts'

/**
 * A process that reads and matches: it is given a form, a note or a record for one answer and keeps nothing of it. What
 * goes wrong is told by its kind and place alone, because a message could quote the note.
 */
const folder = process.argv[2] ?? ''
const vocabulary = openVocabulary()
const source = openSource()
// What a first note needs is read and made now: its own time is for reading it alone.
for (const note of ['Fever since Monday, no rash. On aspirin.', 'Fièvre depuis lundi, sans toux.'])
  readNote(note, { vocabulary })

process.on('message', (question: ReaderQuestion & { readonly id: number }) => {
  void answerTo(question).then(
    (result) => say({ kind: 'answer', id: question.id, result }),
    (error: unknown) => say({ kind: 'failed', id: question.id, reason: placeOf(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
// A terminal sends its interrupt to every process of the group; the server says when this one ends.
process.on('SIGINT', () => undefined)
say({ kind: 'ready' })

async function answerTo(question: ReaderQuestion): Promise<unknown> {
  return question.kind === 'text'
    ? matchText(question.asked, source, vocabulary)
    : matchForm(question.asked)
}

async function matchForm({ form, ...asked }: FormAsked): Promise<FormMatches> {
  const { text, ...read } = readSent(form)
  if (read.refused) return read
  const { onlyOpen } = read
  return { ...read, matched: await matchText({ ...asked, text, onlyOpen }, source, vocabulary) }
}

function openSource(): MatchSource {
  const engine = openEngine(folder, vocabulary)
  return {
    rank: (plans, query, limit) => engine.rank(plans, query, limit),
    study: (nctId) => studyOf(engine, nctId),
  }
}

/** A study whose record is damaged is left out, as one that is gone. */
function studyOf(engine: Engine, nctId: string): Study | undefined {
  try {
    return engine.study(nctId)?.study
  } catch (error) {
    if (error instanceof StudyDamaged) return undefined
    throw error
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
