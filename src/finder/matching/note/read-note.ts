import { tokens } from '../../vocabulary/fold.ts'
import { ageIn } from './age.ts'
import { assertionOf } from './assertion.ts'
import { circumstancesIn } from './circumstances.ts'
import { readable } from '../patient/readable.ts'
import { findingsIn } from './findings.ts'
import { measuresIn } from './measures.ts'
import { sentencesOf } from './sentences.ts'
import { sexIn } from './sex.ts'
import { treatmentsIn } from './treatments.ts'
import type { Patient } from '../patient/patient.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'

/** What a note is read with. */
export interface NoteOptions {
  readonly vocabulary: Vocabulary
  /** Names of treatments to look for besides those told by their own ending: a catalogue's, say. */
  readonly treatments?: readonly string[]
}

/**
 * Reads a clinical note in English into facts about one person, by rules alone. Never throws; what is
 * not understood is left out. A note of a megabyte is read in under a second.
 */
export function readNote(note: string, { vocabulary, treatments = [] }: NoteOptions): Patient {
  const text = readable(note)
  const sentences = sentencesOf(text).slice(0, mostSentences)
  const unread =
    note.length - (sentences.length < mostSentences ? text.length : (sentences.at(-1)?.end ?? 0))
  const known = new Set(treatments.map((name) => tokens(name).join(' ')))
  const findings = sentences
    .flatMap((sentence) => findingsIn(sentence, vocabulary))
    .slice(0, mostFacts)
  const age = ageIn(sentences)
  const sex = sexIn(sentences)
  const circumstances = circumstancesIn(sentences)
  const pregnant = circumstances.pregnant
  return {
    source: 'note',
    ...(unread > 0 && { unread }),
    ...(age && { age }),
    ...(sex && { sex }),
    ...circumstances,
    ...(!sex && pregnant?.value === 'yes' && { sex: { ...pregnant, value: 'FEMALE' as const } }),
    findings,
    measures: sentences.flatMap(measuresIn).slice(0, mostFacts),
    treatments: sentences.flatMap((sentence) => treatmentsIn(sentence, known)).slice(0, mostFacts),
    allergies: [],
    lines: sentences.map(({ text, start, end }) => ({
      evidence: { text, start, end },
      affirmed: affirmedIn(text),
    })),
  }
}

/** More is not one person's note; the rest is left unread so that the answer comes in time. */
const mostSentences = 8_000

/** Of each kind; what is said first counts most. */
const mostFacts = 1_500

/** The words of a sentence that are said to be so of the person: without what is denied, feared or a relative's. */
function affirmedIn(sentence: string): string {
  const kept: string[] = []
  for (const match of sentence.matchAll(run)) {
    const { presence, of } = assertionOf(sentence, match.index, match.index + match[0].length)
    if ((presence === 'present' || presence === 'possible') && of === 'patient') kept.push(match[0])
  }
  return kept.join(' ')
}

/** Words between commas and the small words that join: judged together, which is fast and enough for a search. */
const run =
  /[^\s,;:.()]+(?: (?!(?:and|or|but|with|who|which|is|was|has|had|no|not|denies|without)\b)[^\s,;:.()]+){0,5}/gi
