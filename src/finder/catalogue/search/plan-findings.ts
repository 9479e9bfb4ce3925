import type { AgeSpan } from '../../registry/ages.ts'
import type { Concept } from '../../vocabulary/concept.ts'
import { bareWord } from '../../vocabulary/small-words.ts'
import type { FieldArea, Index, Weights } from '../model/fields.ts'
import type { Plan } from '../model/plan.ts'
import type { Understood } from '../model/query.ts'
import type { FoundDrug } from './named-drugs.ts'
import type { Lexicon } from './lexicon.ts'
import type { ReadWords } from './run.ts'
import type { SaidOfTreatment } from './treated.ts'

/** What was found out about the words while planning, for the page to say. */
export interface PlanFindings {
  readonly corrections: { from: string; to: string }[]
  readonly concepts: { words: string; term: string }[]
  /** Abbreviations of several illnesses: that which is asked for, and those which it may be as well. */
  readonly choices: { words: string; term: string; others: readonly string[] }[]
  /** Medicines, with the words that named them. */
  readonly drugs: FoundDrug[]
  /** Stages and courses that are required, with the words that records use. */
  /** Keywords that are required and name nothing. */
  readonly words: string[]
  readonly stages: { words: string; english: string; isSubject?: true }[]
  /** Words that say what is looked for and need not be found: they only put studies first. */
  readonly ranked: string[]
  /** What was recognised and is not asked for: it was denied, is somebody else's, was tried, or no study has all of it. */
  readonly setAside: {
    words: string
    isDenied: boolean
    isOver?: true
    isOfOther?: true
    treatment?: SaidOfTreatment
  }[]
  /** Whether the words were read as a sentence, of which small words are not looked for. */
  isSentence: boolean
  /** What was looked for in just these words, because it stood in quotation marks. */
  readonly phrases: string[]
  /** Any one of the illnesses, or of the medicines, is enough: "or" stood between them, or no study has all. */
  isEither: boolean
  /** Of keywords that name an illness: what a study is about. Where no study they find is, they are read in another way. */
  about?: Plan
  /** How many ways there are to read the words, from the one that asks most to the one that asks least. */
  readings: number
}

/** Findings to be written down while planning. */
export function noFindings(): PlanFindings {
  return {
    corrections: [],
    concepts: [],
    choices: [],
    drugs: [],
    stages: [],
    words: [],
    ranked: [],
    setAside: [],
    isSentence: false,
    isEither: false,
    phrases: [],
    readings: 1,
  }
}

/** How the words were read, as results tell it. */
export function understoodOf({
  isSentence,
  isEither,
  phrases,
  words,
  concepts,
  drugs,
  stages,
  choices,
  ranked,
  setAside,
}: PlanFindings): Understood {
  return {
    isSentence,
    ...(isEither && { isEither }),
    ...(phrases.length > 0 && { phrases }),
    ...(words.length > 0 && concepts.length + drugs.length > 0 && { words }),
    stages,
    choices,
    ranked,
    setAside,
  }
}

/** How a box is planned. */
export interface PlanOptions {
  /** Words are searched as they were typed. */
  readonly exact: boolean
  /** The words are about somebody whose age or sex was said. */
  readonly isOfPerson?: boolean
  /** How old that person is, where it is asked for or was said. */
  readonly age?: AgeSpan | undefined
  /** The same, or where they live: words that name nothing are demanded of no study. */
  readonly isTold?: boolean
  /** Which way to read the words, 0 for the one that asks most; `findings` says how many there are. */
  readonly reading: number
  readonly findings: PlanFindings
  /** What words say, by the box and the words: the same for every way to read them. */
  readonly read: Map<string, ReadWords>
}

/** A box being planned: its fields, and what they weigh. */
export interface PlanContext extends PlanOptions {
  readonly area: FieldArea
  readonly index: Index
  readonly weights: Weights
  readonly lexicon: Lexicon
}

/** Notes of what an abbreviation was taken for that it may stand for other illnesses. */
export function noteChoice(
  words: readonly string[],
  { concept, others }: { readonly concept: Concept; readonly others?: readonly Concept[] },
  { findings: { choices } }: PlanOptions,
): void {
  const said = bareWord(words.join(' '))
  if (!others || choices.some((known) => known.words === said)) return
  choices.push({ words: said, term: concept.term, others: others.map(({ term }) => term) })
}

/** Notes that an illness is asked for, once, by the words that named it first. */
export function noteConcept(
  words: readonly string[],
  term: string,
  { findings: { concepts } }: PlanOptions,
): void {
  if (!concepts.some((known) => known.term === term))
    concepts.push({ words: words.join(' '), term })
}
