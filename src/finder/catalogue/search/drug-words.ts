import { openDrugFamilies } from '../../vocabulary/drug-families.ts'
import { tokens } from '../../vocabulary/fold.ts'
import type { Lexicon } from './lexicon.ts'
import type { KnownWords } from './spelling.ts'

/** Whether a word, as `tokens` gives it, is the name of a medicine, in whatever use. */
export function isDrugWord(term: string): boolean {
  return openDrugFamilies().byWords([term]) !== undefined
}

/** A shorter name is too near to other words to be what was meant. */
const shortestName = 5

/**
 * The names of medicines for catching misspellings: those that a catalogue holds, and the other names of medicines
 * that it holds under any name.
 */
export function drugWords(lexicon: Pick<Lexicon, 'documents' | 'holds'>): KnownWords {
  const families = openDrugFamilies()
  return {
    stems: families.oneWordNames().filter(({ length }) => length >= shortestName),
    weightOf: (stem) => {
      if (lexicon.holds('main', stem)) return lexicon.documents('main', stem)
      const isHeld = families
        .byWords([stem])
        ?.families.some(({ names }) => names.sure.some((name) => isHeldWhole(name, lexicon)))
      return isHeld ? 1 : 0
    },
    surfaceOf: (stem) =>
      families
        .byWords([stem])
        ?.families.flatMap(({ names }) => names.sure)
        .find((name) => tokens(name).join(' ') === stem) ?? stem,
  }
}

function isHeldWhole(name: string, lexicon: Pick<Lexicon, 'holds'>): boolean {
  const words = tokens(name)
  return words.every((word) => lexicon.holds('main', word))
}
