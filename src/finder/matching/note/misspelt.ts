import type { Vocabulary } from '../../vocabulary/concept.ts'
import { openDrugs } from '../../vocabulary/drugs.ts'
import { fold, tokens } from '../../vocabulary/fold.ts'
import { NearSpelling } from '../../vocabulary/near-spelling.ts'
import { signNames } from '../../vocabulary/note-names.ts'

/** A misspelt word of a note at characters `start` to `end`, and the name that it is nearly. */
export interface Misspelt {
  readonly start: number
  readonly end: number
  readonly name: string
}

/** Long words that are nearly the name of a substance: "hydrocortizone". Rule `near-spelling@2`. */
export function misspeltDrugsIn(text: string, vocabulary: Vocabulary): Misspelt[] {
  drugs ??= new NearSpelling(
    openDrugs().all.flatMap(({ substances }) =>
      substances.map(fold).filter((name) => /^[a-z]+$/.test(name)),
    ),
  )
  return nearIn(text, drugs, vocabulary)
}

let drugs: NearSpelling | undefined

/** Long words that are nearly the name of a disease or symptom: "palpitatons", "diarrhee". Rule `near-spelling@2`. */
export function misspeltSignsIn(
  text: string,
  language: 'en' | 'fr',
  vocabulary: Vocabulary,
): Misspelt[] {
  const known = signs.get(language) ?? new NearSpelling(namesOf(language, vocabulary))
  signs.set(language, known)
  return nearIn(text, known, vocabulary)
}

const signs = new Map<string, NearSpelling>()

function namesOf(language: 'en' | 'fr', vocabulary: Vocabulary): string[] {
  const terms =
    language === 'en'
      ? vocabulary.concepts.flatMap(({ term, entryTerms }) => [term, ...entryTerms])
      : []
  return [...signNames(language), ...terms].map(fold).filter((name) => /^[a-z]+$/.test(name))
}

function nearIn(text: string, names: NearSpelling, vocabulary: Vocabulary): Misspelt[] {
  const found: Misspelt[] = []
  for (const match of text.matchAll(word)) {
    const written = fold(match[0])
    const name = names.nearest(written)
    if (name === undefined || name === written || isWord(written, name, vocabulary)) continue
    found.push({ start: match.index, end: match.index + match[0].length, name })
  }
  return found
}

/** A word that is right as it is: one of another name ("dysplasia" is not "dysphasia"), another form, or an ordinary word. */
function isWord(written: string, name: string, vocabulary: Vocabulary): boolean {
  if (ordinary.has(written)) return true
  if (tokens(written).every((one) => vocabulary.words().has(one))) return true
  const [one, other] = [written, name].map((each) => each.replace(grammar, ''))
  return one === other || (written.endsWith('ic') && name.endsWith('ia'))
}

/** "Suggesting" beside "suggestion", "separate" beside "separated"; "ophthalmic" is no ophthalmia. */
const grammar = /(?:ings?|ions?|ed|es|e|ives?|ly)$/

/** Words of notes and criteria that are nearly a name of something else and part of no name. */
const ordinary: ReadonlySet<string> = new Set(
  `conclusion separate projection protection profiling proposes communicating clustering counselling multisite
  integrates selecting connecting prohibiting prohibitions withdraw withdraws breastfeed excipient recovering
  eosinophiles neutrophiles basophiles lymphocytes leucocytes leukocytes monocytes thrombocytes`.split(
    /\s+/,
  ),
)

const word = /(?<![\p{L}-])\p{L}{7,}(?![\p{L}-])/gu
