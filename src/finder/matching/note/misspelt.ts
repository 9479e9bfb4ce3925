import type { Vocabulary } from '../../vocabulary/concept.ts'
import { openDrugs } from '../../vocabulary/drugs.ts'
import { fold } from '../../vocabulary/fold.ts'
import { NearSpelling } from '../../vocabulary/near-spelling.ts'
import { signNames } from '../../vocabulary/note-names.ts'

/** A misspelt word of a note at characters `start` to `end`, and the name that it is nearly. */
export interface Misspelt {
  readonly start: number
  readonly end: number
  readonly name: string
}

/** Long words that are nearly the name of a substance: "hydrocortizone". Rule `near-spelling@1`. */
export function misspeltDrugsIn(text: string): Misspelt[] {
  drugs ??= new NearSpelling(
    openDrugs().all.flatMap(({ substances }) =>
      substances.map(fold).filter((name) => /^[a-z]+$/.test(name)),
    ),
  )
  return nearIn(text, drugs)
}

let drugs: NearSpelling | undefined

/** Long words that are nearly the name of a disease or symptom: "palpitatons", "diarrhee". Rule `near-spelling@1`. */
export function misspeltSignsIn(
  text: string,
  language: 'en' | 'fr',
  vocabulary: Vocabulary,
): Misspelt[] {
  const known = signs.get(language) ?? new NearSpelling(namesOf(language, vocabulary))
  signs.set(language, known)
  return nearIn(text, known)
}

const signs = new Map<string, NearSpelling>()

function namesOf(language: 'en' | 'fr', vocabulary: Vocabulary): string[] {
  const terms =
    language === 'en'
      ? vocabulary.concepts.flatMap(({ term, entryTerms }) => [term, ...entryTerms])
      : []
  return [...signNames(language), ...terms].map(fold).filter((name) => /^[a-z]+$/.test(name))
}

function nearIn(text: string, names: NearSpelling): Misspelt[] {
  const found: Misspelt[] = []
  for (const match of text.matchAll(word)) {
    const written = fold(match[0])
    const name = names.nearest(written) ?? undefined
    if (name !== undefined && name !== written && !ofCells.test(written))
      found.push({ start: match.index, end: match.index + match[0].length, name })
  }
  return found
}

/** Cells that are counted, beside the names of having many of them. */
const ofCells =
  /^(?:eosinophil|neutrophil|basophil|lymphocyt|leucocyt|leukocyt|monocyt|thrombocyt)es?$|^(?:resection|resections|injection|injections|infusion|projection)$/

const word = /(?<![\p{L}-])\p{L}{7,}(?![\p{L}-])/gu
