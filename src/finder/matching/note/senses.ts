import { abbreviationMeanings, type AbbreviationMeaning } from '../../vocabulary/abbreviations.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { unsureAbbreviations } from './unsure-abbreviations.ts'
import { shorthand } from '../patient/shorthand.ts'

/** An abbreviation in a sentence and the disease it means there. */
export interface Sense {
  readonly start: number
  readonly end: number
  readonly term: string
}

/**
 * Abbreviations whose sense is sure: those that mean one thing only, and those of several meanings where the note
 * holds words of just one of them. "RA" after a saturation is room air. Rule `abbreviation@1`.
 */
export function sensesIn(
  text: string,
  language: 'en' | 'fr',
  note: NoteWords,
  vocabulary: Vocabulary,
): Sense[] {
  const found: Sense[] = []
  const allCapitals = text.length > 12 && text === text.toUpperCase()
  for (const match of text.matchAll(short)) {
    const [written] = match
    const start = match.index
    const term = senseOf(written, { text, start, language, note, allCapitals, vocabulary })
    if (term) found.push({ start, end: start + written.length, term })
  }
  return found
}

const short = /(?<![\p{L}\d/-])(?:[A-Z][A-Za-z0-9/]{1,6})(?![\p{L}\d])/gu

/** What is asked of the whole note, once. */
export interface NoteWords {
  readonly has: (pattern: RegExp) => boolean
}

/** The words of a note, each pattern looked for once. */
export function noteWords(note: string): NoteWords {
  const part = note.slice(0, 50_000)
  const asked = new Map<RegExp, boolean>()
  return {
    has: (pattern) => {
      const before = asked.get(pattern)
      if (before !== undefined) return before
      const held = pattern.test(part)
      asked.set(pattern, held)
      return held
    },
  }
}

interface Place {
  readonly text: string
  readonly start: number
  readonly language: 'en' | 'fr'
  readonly note: NoteWords
  readonly allCapitals: boolean
  readonly vocabulary: Vocabulary
}

function senseOf(written: string, place: Place): string | undefined {
  const { text, start, language, note, allCapitals, vocabulary } = place
  const rows = unsureAbbreviations[language].filter(([one]) => one === written)
  if (rows.length > 0) {
    const before = text.slice(Math.max(0, start - 24), start)
    const after = text.slice(start + written.length, start + written.length + 14)
    const held = rows.filter(
      ([, , support, against]) => !against?.test(`${before}§${after}`) && note.has(support),
    )
    const near = held.filter(([, , support]) => support.test(text))
    const [only, ...more] = near.length > 0 ? near : held
    return only && more.length === 0 ? only[1] : undefined
  }
  if (allCapitals && vocabulary.words().has(written.toLowerCase()) && written.length < 5)
    return undefined
  const own = language === 'en' ? shorthand.get(written) : undefined
  return own ?? sureMeaning(written, language, vocabulary)
}

/** Listed with one meaning, in the language of the note or, where that has none, in English. */
function sureMeaning(
  written: string,
  language: 'en' | 'fr',
  vocabulary: Vocabulary,
): string | undefined {
  if (written.length < 3 || !/^[A-Z]{2}/.test(written)) return undefined
  const all = abbreviationMeanings(written)
  const own = all.filter((one) => one.language === language)
  const meanings = own.length > 0 ? own : all
  const terms = new Set(meanings.map((one) => termOf(one, vocabulary)))
  const [term, ...more] = terms
  return more.length === 0 ? term : undefined
}

function termOf(
  { term, words, kind }: AbbreviationMeaning,
  vocabulary: Vocabulary,
): string | undefined {
  if (term !== undefined) return kind === 'disease' ? vocabulary.byName(term)?.term : undefined
  return vocabulary.byName(words)?.term
}
