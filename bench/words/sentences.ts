import type { Engine } from '../../src/finder/catalogue/search/engine.ts'
import { type QuestionContext, readQuestion } from '../../src/finder/question/read-question.ts'
import type { Study } from '../../src/finder/registry/study.ts'
import { allStudies } from './mentions.ts'
import { conceptsOfStudy } from '../../src/finder/vocabulary/categories.ts'
import type { Vocabulary } from '../../src/finder/vocabulary/concept.ts'

/** A sentence as a person types it, and the MeSH names of which one is the illness asked for; none where nothing is right. */
export interface Sentence {
  readonly language: string
  readonly text: string
  readonly terms: readonly string[]
}

/**
 * What came of a sentence: right when 8 in 10 of the first ten studies have the illness or a narrower one; where no study of the
 * catalogue has it, when none is shown.
 */
export interface SentenceResult extends Sentence {
  /** Whether a study of the catalogue has what is asked for. */
  readonly isHeld: boolean
  readonly total: number
  /** Of the first ten, those that have the illness or a narrower one. */
  readonly having: number
  readonly shown: number
  readonly isRight: boolean
}

/** Lines of language, sentence and MeSH names; `-` stands for none, `|` between several. */
export function readSentences(text: string): Sentence[] {
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [language = '', sentence = '', terms = ''] = line.split('\t')
      return { language, text: sentence, terms: terms === '-' ? [] : terms.split('|') }
    })
}

/** What an ordinary search shows for each sentence, within an opened catalogue. */
export function measureSentences(
  sentences: readonly Sentence[],
  engine: Engine,
  vocabulary: Vocabulary,
  context: QuestionContext,
): SentenceResult[] {
  const held = new Set(
    allStudies(engine, context.today).flatMap(({ study }) => aboutOf(study, vocabulary)),
  )
  return sentences.map((sentence) => {
    const isHeld = sentence.terms.some((term) => held.has(term))
    const params = new URLSearchParams({ q: sentence.text })
    const { query } = readQuestion(params, context)
    const { total, hits } = engine.search({ ...query, pageSize: 10 })
    const having = hits.filter(({ nctId }) => {
      const stored = engine.study(nctId)
      if (!stored) return false
      return aboutOf(stored.study, vocabulary).some((term) => sentence.terms.includes(term))
    }).length
    const isRight = isHeld ? hits.length > 0 && having >= hits.length * 0.8 : total === 0
    return { ...sentence, isHeld, total, having, shown: hits.length, isRight }
  })
}

/** The MeSH terms of a record and what they are kinds of, and those that its list of conditions names. */
export function aboutOf(study: Study, vocabulary: Vocabulary): string[] {
  const { exact, broader } = conceptsOfStudy(study, vocabulary)
  const conditions = study.protocolSection.conditionsModule?.conditions ?? []
  const named = conditions
    .flatMap((condition) => vocabulary.conceptsInText(condition))
    .flatMap(({ concept }) => [concept, ...vocabulary.ancestors(concept)])
  return [...exact, ...broader, ...named].map(({ term }) => term)
}
