import type { Engine } from '../../src/finder/catalogue/search/engine.ts'
import { labelOf } from '../../src/finder/places/label.ts'
import type { Places } from '../../src/finder/places/places.ts'
import { readQuestion } from '../../src/finder/question/read-question.ts'
import { readAge } from '../../src/finder/question/read-values.ts'
import { type SoughtFor, soughtForOf } from '../../src/finder/question/sought-for.ts'
import type { Vocabulary } from '../../src/finder/vocabulary/concept.ts'
import { aboutOf } from './sentences.ts'

/** A sentence with the MeSH names of which one is meant, and whom and where it is about: `age=4y sex=male place=Lyon`, `agegroup=child` where the age is a word. */
export interface ToldSentence {
  readonly language: 'en' | 'fr'
  readonly text: string
  readonly terms: readonly string[]
  readonly told: ReadonlyMap<string, string>
}

/** Lines of language, sentence, MeSH names and what it tells; `_` stands for a space. */
export function readToldSentences(text: string): ToldSentence[] {
  const lines = text.trimEnd().split('\n').slice(1)
  return lines.map((line) => {
    const [language, sentence = '', terms = '', told = ''] = line.split('\t')
    const pairs = told.split(' ').filter((pair) => pair.includes('='))
    return {
      language: language === 'fr' ? 'fr' : 'en',
      text: sentence,
      terms: terms.split('|'),
      told: new Map(pairs.map((pair) => toldPair(pair))),
    }
  })
}

function toldPair(pair: string): [string, string] {
  const [key = '', value = ''] = pair.split('=')
  return [key, value.replaceAll('_', ' ')]
}

/** Of one sentence: whether its first ten studies have the illness, and whether all that it tells was read, and no more. */
export interface ToldResult extends ToldSentence {
  readonly isAbout: boolean
  readonly isTold: boolean
}

/** What an ordinary search shows for each sentence, and whom it takes it to be about. */
export function measureTold(
  sentences: readonly ToldSentence[],
  {
    engine,
    places,
    vocabulary,
    today,
  }: {
    readonly engine: Engine
    readonly places: Places
    readonly vocabulary: Vocabulary
    readonly today: string
  },
): ToldResult[] {
  return sentences.map((sentence) => {
    const { language, text, terms } = sentence
    const context = { places, isTree: () => false, today, language }
    const read = readQuestion(new URLSearchParams({ q: text }), context)
    const { hits, concepts } = engine.search({ ...read.query, pageSize: 10 })
    const having = hits.filter(({ nctId }) => {
      const stored = engine.study(nctId)
      return stored && aboutOf(stored.study, vocabulary).some((term) => terms.includes(term))
    }).length
    const named = concepts.map(({ term }) => term).filter((term) => terms.includes(term))
    const isHeld = (term: string): boolean =>
      (vocabulary.byName(term)?.trees ?? []).some(
        (tree) => engine.search({ tree, today, pageSize: 1 }).total > 0,
      )
    // Of what no study of the catalogue has, nothing is right to show: that it was understood counts.
    const isAbout = (hits.length > 0 ? terms : named).some(isHeld)
      ? hits.length > 0 && having >= hits.length * 0.8
      : named.length > 0
    return { ...sentence, isAbout, isTold: isToldRight(sentence, soughtForOf(read)) }
  })
}

function isToldRight({ told, language }: ToldSentence, { age, sex, place }: SoughtFor): boolean {
  const span = readAge(told.get('age') ?? '')
  const isOfChild = told.get('agegroup') === 'child'
  const isAge = isOfChild
    ? age !== undefined && age.span.most <= mostOfChild
    : span
      ? age !== undefined && age.span.least >= span.least - 366 && age.span.most <= span.most + 1
      : age === undefined
  const label = place && labelOf(place.place, language)
  const meant = told.get('place')
  const isPlace = meant === undefined ? !label : (label?.includes(meant) ?? false)
  return isAge && isPlace && told.get('sex') === sex?.toLowerCase()
}

/** A child is under 18, in days. */
const mostOfChild = 18 * 366
