import { processorMs } from '../../base/processor-time.ts'
import type { PoolSaying } from '../../base/process-pool.ts'
import { unlessDamaged } from '../catalogue/model/damage.ts'
import { openEngineOrExit } from '../catalogue/search/engine.ts'
import type { Study } from '../registry/study.ts'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { type MatchAsked, matchText, type TextMatches } from './match-text.ts'
import { matchRecord, type RecordAsked, type RecordMatches } from './match-record.ts'
import type { MatchSource } from './match.ts'
import type { FormAsked, FormMatches, ReaderQuestion } from './open-matcher.ts'
import { readSent } from './read-sent.ts'

/**
 * A process that reads and matches: it is given a form, a note or a record for one answer and keeps nothing of it. What
 * goes wrong is told by its kind and place alone, because a message could quote the note.
 */
const [folder = '', start] = process.argv.slice(2)
const vocabulary = openVocabulary()
const engine = openEngineOrExit(folder, vocabulary)
const source: MatchSource = {
  rank: (plans, query, limit) => engine.rank(plans, query, limit),
  study: studyOf,
}
/** How often a study was left out because its record is damaged. */
let leftOut = 0
const usual = [
  'A 5-year-old boy with asthma and fever since Monday, no rash. On aspirin. Creatinine 0.5 mg/dL.',
  'Femme de 50 ans, diabète de type 2 et fièvre depuis lundi, sans toux. Sous metformine.',
]
// What a first note needs is read and made now: its own time is for reading and matching it alone.
for (const text of start === 'cold' ? [] : usual)
  // What is damaged is said to who asks, not here.
  await matched({ text, today: '2026-01-01', limit: 20, onlyOpen: false }).catch(() => undefined)

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
  switch (question.kind) {
    case 'text':
      return matched(question.asked)
    case 'form':
      return matchForm(question.asked)
    case 'record':
      return recordMatched(question.asked)
  }
}

async function matched(asked: MatchAsked): Promise<TextMatches> {
  const found = await toldDamage(() => matchText(asked, source, vocabulary))
  return { ...found.answer, ...found.incomplete }
}

async function recordMatched(asked: RecordAsked): Promise<RecordMatches> {
  const { answer, incomplete } = await toldDamage(() => matchRecord(asked, source, vocabulary))
  const { matched: found } = answer
  return found ? { ...answer, matched: { ...found, ...incomplete } } : answer
}

/** One question is answered at a time, so damage that is met meanwhile is its own. */
async function toldDamage<T>(
  answering: () => Promise<T>,
): Promise<{ answer: T; incomplete: Pick<TextMatches, 'isIncomplete'> }> {
  const met = (): number => engine.damageMet() + leftOut
  const before = met()
  const answer = await answering()
  return { answer, incomplete: met() > before ? { isIncomplete: true } : {} }
}

async function matchForm({ form, ...asked }: FormAsked): Promise<FormMatches> {
  const { text, ...read } = readSent(form)
  if (read.refused) return read
  const { onlyOpen } = read
  return { ...read, matched: await matched({ ...asked, text, onlyOpen }) }
}

/** A study whose record is damaged is left out, and the answer says that it is not complete. */
function studyOf(nctId: string): Study | undefined {
  return unlessDamaged(
    () => engine.study(nctId)?.study,
    () => void leftOut++,
  )
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...frames.slice(0, 8)].join('\n')
}

function say(answer: PoolSaying): void {
  process.send?.({ ...answer, usedMs: processorMs() }, undefined, undefined, () => undefined)
}
