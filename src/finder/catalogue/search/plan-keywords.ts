import { tokens } from '../../vocabulary/fold.ts'
import { choicesOfAge } from './aged-choice.ts'
import { isDisease } from './diseases.ts'
import { isWrittenName } from '../../vocabulary/written-names.ts'
import { type Weights, ranking } from '../model/fields.ts'
import { type Plan, conceptKey } from '../model/plan.ts'
import { isFiller } from './fillers.ts'
import { type NamedIllness, illnessesIn, isRatherDrug, stagesBeside } from './name-pieces.ts'
import { stageApart } from './stage-apart.ts'
import { overlap } from './word-spans.ts'
import { type NamedDrug, namedDrugs, planDrug } from './named-drugs.ts'
import { type PlanContext, noteChoice, noteConcept } from './plan-findings.ts'
import { planAbout, withoutExcluded } from './plan-about.ts'
import { allOf, planTerms, planWord } from './plan-word.ts'
import { treatmentPhrases } from './treatment-phrases.ts'

/** Names of diseases and medicines first, longest first; then each word left over; small words only when there is nothing else. */
export function planKeywords(words: readonly string[], context: PlanContext): Plan {
  const parts: Plan[] = []
  const asked: string[] = []
  const drugs = namedDrugs(words, context)
  const concepts = namedIllnesses(words, context).filter((one) => !isRatherDrug(one, drugs))
  const phrases = context.exact ? [] : treatmentPhrases(words, [...concepts, ...drugs])
  for (let at = 0; at < words.length;) {
    const phrase = phrases.find(({ start }) => start === at)
    const name = concepts.find(({ start }) => start === at)
    const drug = drugs.find(
      (one) => one.start === at && !concepts.some((other) => overlap(other, one)),
    )
    const asDrug = drug && planNamedDrug(drug, context)
    if (name) {
      noteChoice(words.slice(name.start, name.end), name, context)
      parts.push(planConcept(name, words.slice(name.start, name.end), context))
      at = name.end
    } else if (drug && asDrug) {
      parts.push(asDrug)
      at = drug.end
    } else if (phrase) {
      parts.push(planWord(words.slice(at, phrase.end).join(' '), context))
      asked.push(words.slice(at, phrase.end).join(' '))
      at = phrase.end
    } else {
      const word = words[at] ?? ''
      if (!isFiller(word) || words.every(isFiller)) {
        parts.push(planWord(word, context))
        asked.push(word)
      }
      at++
    }
  }
  if (context.area === 'q') context.findings.words.push(...asked)
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'all', parts }
}

/** A medicine under all its names; undefined where the catalogue holds none of them: then its words are looked for. */
export function planNamedDrug(named: NamedDrug, context: PlanContext): Plan | undefined {
  const planned = planDrug(named.drug, context)
  if (planned) context.findings.drugs.push(planned.found)
  return planned?.plan
}

/**
 * A disease among keywords is what a study is about. In other boxes, and where it is a sign or no illness, it is found as
 * itself, as something narrower, by the words typed, or by those of its MeSH term; but the letters of an abbreviation that may
 * stand for others ("PD", "ALL") find studies of anything, and the words of a name that records do not write ("low thyroid",
 * « glaucome ») find none of it.
 */
function planConcept(
  { concept, others }: NamedIllness,
  words: readonly string[],
  context: PlanContext,
): Plan {
  const { term } = concept
  const own = words.filter((word) => !isFiller(word))
  const isSubject = context.area === 'q' && isDisease(concept)
  if (!others && (isSubject || !isWrittenName(own, concept))) return planAbout(term, words, context)
  const weight = context.weights.condition ?? context.weights.conditionMesh ?? 0.5
  noteConcept(words, term, context)
  const about: PlanContext = { ...context, weights: aboutIllness(context.weights) }
  const parts: Plan[] = [
    {
      kind: 'concept',
      term: conceptKey('exact', term),
      weight: weight * ranking.exactConcept,
      standing: true,
    },
    {
      kind: 'concept',
      term: conceptKey('broader', term),
      weight: weight * ranking.narrowerConcept,
      standing: true,
    },
    ...(others ? [] : [allOf(own.map((word) => planWord(word, about)))]),
  ]
  // Where the term only adds words to those typed, it finds nothing that they do not.
  const termWords = new Set(tokens(term))
  if (!tokens(own.join(' ')).every((word) => termWords.has(word)))
    parts.push(allOf(tokens(term).map((word) => planTerms([word], about))))
  return withoutExcluded({ kind: 'any', parts }, term, context)
}

/** Words that name an illness are not looked for in towns, people and sponsors: Kawasaki is also a city. */
function aboutIllness(weights: Weights): Weights {
  const known = illnessWeights.get(weights)
  if (known) return known
  const made = { ...weights, site: 0, people: 0, sponsor: 0 }
  illnessWeights.set(weights, made)
  return made
}

const illnessWeights = new WeakMap<Weights, Weights>()

/** The illnesses named in the boxes that ask for one. */
function namedIllnesses(
  words: readonly string[],
  { area, exact, age, lexicon }: PlanContext,
): readonly NamedIllness[] {
  if (exact || (area !== 'q' && area !== 'cond' && area !== 'body')) return []
  const { vocabulary } = lexicon
  const illnesses = choicesOfAge(illnessesIn(words, vocabulary), age)
  // A name of one word holds no stage.
  if (illnesses.every(({ start, end }) => end - start < 2)) return illnesses
  return stageApart(illnesses, stagesBeside(words, []), words, vocabulary)
}
