import type { Language } from '../../src/words/language/language.ts'

/** What the formulas count in texts. */
export interface TextCounts {
  readonly sentences: number
  readonly words: number
  readonly syllables: number
}

/**
 * The school grade in the United States that an English text asks for; 7 is about twelve years old.
 * Kincaid, Fishburne, Rogers, Chissom: Derivation of new readability formulas, Research Branch Report 8-75, 1975:
 * 0.39 words a sentence + 11.8 syllables a word - 15.59.
 */
export function fleschKincaidGrade({ sentences, words, syllables }: TextCounts): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
}

/**
 * How easily a French text is read, larger is easier: 60 to 70 is plain, 70 to 80 easy. Kandel, Moles: Application de
 * l'indice de Flesch à la langue française, Cahiers d'études de radio-télévision 19, 1958:
 * 207 - 1.015 words a sentence - 73.6 syllables a word.
 */
export function kandelMolesEase({ sentences, words, syllables }: TextCounts): number {
  return 207 - 1.015 * (words / sentences) - 73.6 * (syllables / words)
}

/** The counts of texts taken together. */
export function countsOf(texts: readonly string[], language: Language): TextCounts {
  const sentences = texts.flatMap(sentencesIn)
  const words = sentences.flatMap(wordsIn)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word, language), 0)
  return { sentences: sentences.length, words: words.length, syllables }
}

/** The sentences of a text; a line without an end is one as well. */
export function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[.!?…]["”»\u202F\u00A0]*)\s+/u).filter((one) => wordsIn(one).length > 0)
}

function wordsIn(sentence: string): readonly string[] {
  return sentence.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []
}

/**
 * As they are spoken, by rule: groups of vowels, less an e that is not heard at the end of a word. Where a rule cannot know
 * (French "-ent"), the larger number is taken, so that no text looks easier than it is.
 */
export function syllablesIn(word: string, language: Language): number {
  const folded = word.toLowerCase()
  const heard =
    language === 'fr'
      ? folded.replace(/(?<=.{2})es?$/u, '')
      : folded.replace(/(?<=..)(?:(?<![^aeiouy]l)e|(?<![cgsxzh]|[^aeiouy]l)es|(?<![td])ed)$/u, '')
  const groups = heard.match(/[aeiouyàâäéèêëîïôöùûüœæ]+/gu) ?? []
  const apart = language === 'en' ? (heard.match(/(?<![cgstx])i(?=[aou])/gu) ?? []) : []
  return Math.max(1, groups.length + apart.length)
}

/**
 * Whatever words say to a reader in whole sentences: texts, and what functions say of sample values. Labels, which have no
 * sentence, are left out: short as they are, they would make all else look easier than it is.
 */
export function sayingsOf(words: unknown): readonly string[] {
  if (typeof words === 'string') return /[.!?…]["”»]?$/u.test(words.trim()) ? [words] : []
  if (typeof words === 'function') return sayingsOf(saidBy(words))
  if (typeof words === 'object' && words !== null) return Object.values(words).flatMap(sayingsOf)
  return []
}

/** What a function of words says of numbers that stand for whatever it is given; nothing where it wants more than that. */
function saidBy(say: Function): unknown {
  try {
    return Reflect.apply(say, undefined, [12, 12, 12, 12])
  } catch {
    return undefined
  }
}

/** The sentences that are hardest to read, the hardest first. */
export function hardestIn(
  texts: readonly string[],
  language: Language,
  most: number,
): readonly { readonly sentence: string; readonly score: number }[] {
  const isHarder = language === 'fr' ? 1 : -1
  return texts
    .flatMap(sentencesIn)
    .map((sentence) => ({ sentence, score: scoreOf([sentence], language) }))
    .toSorted((one, other) => isHarder * (one.score - other.score))
    .slice(0, most)
}

/** The grade of English texts, or the ease of French ones. */
export function scoreOf(texts: readonly string[], language: Language): number {
  const counts = countsOf(texts, language)
  return language === 'fr' ? kandelMolesEase(counts) : fleschKincaidGrade(counts)
}
