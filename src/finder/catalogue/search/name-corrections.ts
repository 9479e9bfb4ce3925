import type { Vocabulary } from '../../vocabulary/concept.ts'
import { fold, tokens } from '../../vocabulary/fold.ts'
import { type NearWord, editDistance } from '../../vocabulary/near-words.ts'
import { isOtherAct } from '../../vocabulary/own-words.ts'
import { inSingular } from '../../vocabulary/spelling.ts'
import { isDisease } from './diseases.ts'
import { isKnownWord } from './known-word.ts'
import type { CorrectWord } from './spelling.ts'
import { wordRoot } from '../../vocabulary/loose-names.ts'
import { type NamedIllness, illnessesIn, stagesBeside } from './name-pieces.ts'
import { bareWord, smallness, withoutElision } from '../../vocabulary/small-words.ts'

/** A typed word, and the word of an illness's name that is meant. */
export interface NameCorrection {
  readonly at: number
  readonly from: string
  readonly to: string
}

/** What correcting the names of illnesses needs to know. */
export interface NameKnowledge {
  readonly vocabulary: Vocabulary
  /** Whether studies hold a word as it was typed, so that it may be meant, beside the word that it is near to. */
  readonly isInUse: (word: string, beside: string) => boolean
  /** The word of the records that a word is nearest to, by its token or its letters. */
  readonly nearestInUse: (token: string, word: string) => CorrectWord | undefined
}

/**
 * The misspelt words of illnesses' names in a run of typed words. A word is taken for another only where that makes a
 * name: one of several of the typed words ("brest cancer"), or of this word alone if no study holds it as it was typed.
 */
export function nameCorrections(
  typed: readonly string[],
  knowledge: NameKnowledge,
): readonly NameCorrection[] {
  const { words, made } = withListedSlips(typed, knowledge)
  const tried: (NameCorrection & { readonly isName: boolean })[] = []
  const asTyped = illnessesIn(words, knowledge.vocabulary)
  // A sign is not what the sentence is about: "schizofrenia, hears voices".
  const isNamed = asTyped.some(({ concept }) => isDisease(concept))
  let named = asTyped
  for (const at of mayBeMisspelt(words, asTyped)) {
    // What has been put right before it may have made it part of a name.
    if (isWithin(named, at)) continue
    const better = bestFor(words, at, { ...knowledge, isNamed })
    if (better === undefined) continue
    const from = bare(words[at] ?? '')
    tried.push({ at, from, to: better.word, isName: better.isName })
    words[at] = (words[at] ?? '').replace(from, better.word)
    named = illnessesIn(words, knowledge.vocabulary)
  }
  if (tried.length === 0) return made
  const names = [...named, ...stagesBeside(words, named)]
  // What made no name by itself must be part of one now, with another word of it.
  const kept = tried.filter(({ at, isName }) =>
    names.some(
      (one) => isWithin([one], at) && (isName || !('concept' in one) || tellingIn(words, one) > 1),
    ),
  )
  return [...made, ...kept].map((one) => ({ ...one, to: asWritten(one, named) }))
}

/** A word of an illness's name as the name is written: its token may be no word ("schizofreny"). */
function asWritten({ at, from, to }: NameCorrection, named: readonly NamedIllness[]): string {
  const concept = named.find((one) => isWithin([one], at))?.concept
  const names = concept ? [concept.term, ...concept.entryTerms] : []
  const written = names.flatMap((name) => fold(name).split(/[^\p{L}]+/u))
  // « Alergie » is no "allergy".
  if (/ie$/i.test(from) && to.endsWith('y')) return to.replace(/y$/, 'ie')
  if (written.length === 0 || written.includes(fold(to))) return to
  const own = written.find((word) => tokens(word).join(' ') === to)
  // « Pneumonnie » is not "pneumony".
  return own ?? (/ies?$/i.test(from) ? to.replace(/y$/, 'ie') : to)
}

/**
 * Slips that are so common that they are listed as names ("lukemia") put right where that makes a longer name of the words
 * ("myeloid lukemia").
 */
function withListedSlips(
  typed: readonly string[],
  { vocabulary, isInUse }: NameKnowledge,
): { readonly words: string[]; readonly made: readonly NameCorrection[] } {
  const words = [...typed]
  const made: NameCorrection[] = []
  for (const { start: at, end, concept } of words.length > 1
    ? illnessesIn(words, vocabulary)
    : []) {
    if (end - at > 1) continue
    const from = bare(words[at] ?? '')
    const [token = ''] = tokens(from)
    const better = likeTyped(fold(from), vocabulary.nearWords(token)).find((word) => {
      if ((isOneWord(word, token) && isInUse(token, word)) || vocabulary.byName(word) !== concept)
        return false
      const [longer] = illnessesIn(words.with(at, word), vocabulary).filter((one) =>
        isWithin([one], at),
      )
      return longer !== undefined && longer.end - longer.start > 1
    })
    if (!better) continue
    words[at] = (words[at] ?? '').replace(from, better)
    made.push({ at, from, to: better })
  }
  return { words, made }
}

/** Near words, before them those that lost the "s" at their end in the index: "diabetis" is "diabetes". */
function likeTyped(typed: string, near: readonly NearWord[]): readonly string[] {
  const words = near.map(({ word }) => word)
  if (!typed.endsWith('s')) return words
  const plurals = words.map((word) => `${word}s`)
  const nearer = plurals.filter((word) => editDistance(word, typed, 1) === 1)
  const sameLength = nearer.filter(({ length }) => length === typed.length)
  return [...sameLength, ...nearer, ...words]
}

/** Long words of letters alone that name nothing as they are, as far as a few. */
function mayBeMisspelt(
  words: readonly string[],
  illnesses: readonly NamedIllness[],
): readonly number[] {
  const stages = stagesBeside(words, illnesses)
  const places = words.flatMap((word, at) => {
    const [token = '', ...more] = tokens(bare(word))
    const isRight =
      isWithin([...illnesses, ...stages], at) ||
      smallness(word) !== undefined ||
      isKnownWord(words, at) ||
      more.length > 0 ||
      token.length < fewestLetters ||
      !/^\p{L}+$/u.test(token)
    return isRight ? [] : [at]
  })
  return places.slice(0, mostTried)
}

const fewestLetters = 4
const mostTried = 8

/**
 * The near word that makes the longest name, or a name of its own if no word is nearer; where none does, the nearest, for
 * the next word to make one with.
 */
function bestFor(
  words: readonly string[],
  at: number,
  { vocabulary, isInUse, nearestInUse, isNamed }: NameKnowledge & { readonly isNamed: boolean },
): { readonly word: string; readonly isName: boolean } | undefined {
  const typed = bare(words[at] ?? '')
  const [token = ''] = tokens(typed)
  const isKnown = vocabulary.words().has(token)
  const near = nearTo(token, typed, vocabulary).filter(({ word }) => !isOtherAct(typed, word))
  const least = near[0]?.distance
  let best: { readonly word: string; readonly named: number } | undefined
  for (const { word, distance, isOtherFirst } of near) {
    if (isOneWord(word, token) && (isKnown || isInUse(token, word))) continue
    if (isOtherFirst && (isKnown || isInUse(token, word))) continue
    const name = illnessesIn(words.with(at, word), vocabulary).find(
      ({ start, end }) => start <= at && at < end,
    )
    const named = name ? tellingIn(words, name) : 0
    // Beside an illness that is named rightly, a word alone is no misspelt one.
    if (named === 0 || named <= (best?.named ?? 0)) continue
    const isSure = (): boolean =>
      !isKnown &&
      !isNamed &&
      distance === least &&
      !isInUse(token, word) &&
      isNoNearer(nearestInUse(token, typed), word, distance)
    if (named > 1 || isSure()) best = { word, named }
  }
  const [nearest] = near
  if (best) return { word: best.word, isName: true }
  if (!nearest || isKnown || isInUse(token, nearest.word)) return undefined
  return { word: nearest.word, isName: false }
}

/** Of two words as near, that which names an illness is meant: "eosinophili" is no misspelt "eosinophilic". */
function isNoNearer(inUse: CorrectWord | undefined, word: string, distance: number): boolean {
  return !inUse || inUse.stem === word || inUse.rank >= 2 * distance
}

/** Near to a word as it is indexed or as its letters are, the nearest first. */
function nearTo(token: string, typed: string, vocabulary: Vocabulary): readonly NearWord[] {
  const forms = new Set([...formsTyped(typed), token])
  const near = [...forms].flatMap((form) => vocabulary.nearWords(form))
  const greek = asGreek(typed, vocabulary)
  return [
    ...(greek === undefined ? [] : [{ word: greek, distance: 1 }]),
    ...near.toSorted((a, b) => a.distance - b.distance),
  ]
}

/** "Hemofilia", "asfyxie": many write as it sounds what is written with ph; undefined where that makes no word. */
function asGreek(typed: string, vocabulary: Vocabulary): string | undefined {
  const [word = ''] = tokens(fold(typed).replace(/f+/g, 'ph'))
  return word.includes('ph') && word !== fold(typed) && vocabulary.words().has(word)
    ? word
    : undefined
}

/** The letters of a word as they were typed, and without a plural's: what may be near to a word of the index. */
export function formsTyped(typed: string): readonly string[] {
  const letters = fold(typed)
  return [...new Set([letters, inSingular(letters)])]
}

/** "smoked" is no misspelt "smoker"; "migrain", which nobody writes, is "migraine". */
function isOneWord(one: string, other: string): boolean {
  const plain = (word: string): string => wordRoot(word).replace(/(?:er|or)$/, '')
  return plain(one) === plain(other)
}

function tellingIn(words: readonly string[], { start, end }: NamedIllness): number {
  return words.slice(start, end).filter((word) => !smallness(word)).length
}

function isWithin(
  named: readonly { readonly start: number; readonly end: number }[],
  at: number,
): boolean {
  return named.some(({ start, end }) => start <= at && at < end)
}

/** A word without the signs around it and the article before it. */
function bare(word: string): string {
  return withoutElision(bareWord(word))
}
