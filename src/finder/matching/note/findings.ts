import type { Finding } from '../patient/patient.ts'
import type { Named } from '../patient/named.ts'
import type { NoteSpan } from './span.ts'
import { assertionOf } from './assertion.ts'
import { isLasting } from './lasting.ts'
import { namesInNote } from './names-in-note.ts'
import type { NoteSentence } from './note-sentence.ts'
import { resultOf } from './results.ts'
import type { NoteWords } from './senses.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'

/** Diseases and symptoms a sentence names, each with how it is said: denied, suspected, past, of a relative. */
export function findingsIn(
  sentence: NoteSentence,
  note: NoteWords,
  vocabulary: Vocabulary,
  allergies: readonly NoteSpan[],
): Finding[] {
  const { text, start, end } = sentence
  const evidence = { text, start, end }
  const all = namesInNote(sentence, note, vocabulary).slice(0, mostInSentence)
  return all.flatMap((named): Finding[] => {
    const words = text.slice(named.start, named.end)
    const said = assertionOf(sentence, named.start, named.end)
    const result = resultOf(text, named.start, named.end)
    if (result === 'nothing') return []
    const presence = result ?? said.presence
    const lasts = !said.isOver && isLasting(named.term, vocabulary)
    const isReaction = allergies.some(({ from, to }) => named.start >= from && named.end <= to)
    const detail = detailOf(named, all, text)
    const isOver = detail && assertionOf(sentence, detail.start, detail.end).when === 'history'
    const when = isReaction || isOver ? 'history' : lasts ? 'now' : said.when
    return [{ term: named.term, words, presence, when, of: said.of, evidence }]
  })
}

const mostInSentence = 80

/** « AVC : AIT en mai »: what stands behind the colon says when that of its title was. */
function detailOf({ end }: Named, all: readonly Named[], text: string): Named | undefined {
  return all.find(({ start }) => start > end && /^\s?: (?:\p{L}+ )?$/u.test(text.slice(end, start)))
}
