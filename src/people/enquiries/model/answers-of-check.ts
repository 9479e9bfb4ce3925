import type { Criterion } from '../../../finder/eligibility/criteria.ts'
import type { Answer } from '../../../finder/eligibility/facts.ts'
import type { Reading } from '../../../finder/eligibility/reading.ts'
import { isNoLimit } from '../../../finder/registry/ages.ts'
import type { EligibilityModule } from '../../../finder/registry/study.ts'
import {
  type CheckedAnswers,
  type RuleLabel,
  type RuleResult,
  ruleResults,
} from '../../../finder/self-check/rule-results.ts'
import { questionText } from '../../../finder/self-check/question-text.ts'
import { turnedAnswer } from '../../../finder/self-check/read-answers.ts'
import type { Language } from '../../../words/language/language.ts'
import { wordsOf } from '../../../words/words.ts'
import type { CheckedStudy } from '../../../finder/self-check/outcome.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import {
  type EnquiryDetails,
  longestQuestion,
  longestSentCriterion,
  mostAnswers,
  type PersonalFact,
  type SentAnswer,
} from './details.ts'

/**
 * What a check comes to, as a site gets it: every rule in the study's own words with what was said of it. `met` speaks for
 * joining: an inclusion that is so, an exclusion that is not. What was presumed from silence is never `met`. Rules under
 * another are there only where they were answered.
 */
export function answersOfCheck(checked: CheckedAnswers): readonly SentAnswer[] {
  const { told, study } = checked
  return ruleResults(checked)
    .filter((result) => isSent(result, told))
    .slice(0, mostAnswers)
    .flatMap((result) => {
      const reading = readings[result.label]
      if (reading === undefined) return []
      const criterion = criterionText(result, study.protocol.eligibilityModule).slice(
        0,
        longestSentCriterion,
      )
      const rests = restsOnOf(result, study)
      return {
        criterion,
        kind: kindOf(result),
        said: saidOf(result, told),
        reading,
        ...askedOf(result, told),
        ...(rests.length > 0 && { restsOn: rests }),
      }
    })
}

/** How many questions of a check were answered. */
export function answeredOf({ answers, condition }: Told): number {
  return [condition, ...Object.values(answers)].filter((answer) => answer !== 'skip').length
}

/** An age as it was said, in the words of the registry: `8 months`; the day of birth where that was said. */
export function saidAgeOf({ age, born }: Pick<Told, 'age' | 'born'>): string | undefined {
  if (born !== undefined) return `born ${born}`
  return age && `${age.value} ${age.unit}${age.value === 1 ? '' : 's'}`
}

const readings: Readonly<Record<RuleLabel, SentAnswer['reading'] | undefined>> = {
  met: 'met',
  clear: 'met',
  notMet: 'not met',
  keepsOut: 'not met',
  unknown: 'unknown',
  confirm: 'presumed',
  none: undefined,
}

function isSent({ rule, isUnder, counts }: RuleResult, { answers }: Told): boolean {
  if (!isUnder && counts) return true
  return rule.about === 'criterion' && (answers[rule.criterion.id] ?? 'skip') !== 'skip'
}

function kindOf({ part }: RuleResult): SentAnswer['kind'] {
  if (part === 'limits') return 'limit'
  return part === 'exclusion' ? 'exclusion' : 'inclusion'
}

/** The registry's own words, as it writes them on a study's page. */
function criterionText({ rule }: RuleResult, limits: EligibilityModule = {}): string {
  switch (rule.about) {
    case 'age': {
      const { minimumAge, maximumAge } = limits
      const least = isNoLimit(minimumAge) ? undefined : minimumAge
      const most = isNoLimit(maximumAge) ? undefined : maximumAge
      if (least && most) return `Age: ${least} to ${most}`
      return most ? `Age: up to ${most}` : `Age: ${least ? `${least} and older` : 'no limit'}`
    }
    case 'sex':
      return `Sex: ${(limits.sex ?? 'ALL').toLowerCase()}`
    case 'illness':
      return `Condition: ${rule.names.join(', ')}`
    case 'criterion': {
      const { heading, text } = rule.criterion
      return heading === undefined ? text : `${heading}: ${text}`
    }
  }
}

/** What a person answered to the rule itself rests on nothing else. */
function restsOnOf({ rule, why }: RuleResult, { readings }: CheckedStudy): readonly PersonalFact[] {
  if (rule.about === 'illness') return []
  if (rule.about !== 'criterion') return [rule.about]
  if (why.because === 'answer' || isLeft(why)) return []
  const types = new Set(
    [rule.criterion, ...criteriaUnder(rule.criterion)]
      .flatMap(({ id }) => readings.get(id) ?? [])
      .flatMap(({ type }) => restingOn[type] ?? []),
  )
  return [...types].toSorted()
}

/** Pregnancy asks nothing of a male, nor of a child. */
const restingOn: Readonly<Partial<Record<Reading['type'], readonly PersonalFact[]>>> = {
  age: ['age'],
  sex: ['sex'],
  pregnancy: ['age', 'sex'],
}

function criteriaUnder({ children }: Criterion): readonly Criterion[] {
  return children.flatMap((child) =>
    child.type === 'criterion' ? [child, ...criteriaUnder(child)] : [],
  )
}

function saidOf({ rule, why }: RuleResult, told: Told): string {
  if (rule.about === 'age' || why.because === 'age') return saidAgeOf(told) ?? 'unknown'
  if (rule.about === 'sex' || why.because === 'sex') return told.sex?.toLowerCase() ?? 'unknown'
  if (rule.about === 'illness') return yesNo(told.condition)
  if (rule.about !== 'criterion' || isLeft(why)) return 'unknown'
  return yesNo(told.answers[rule.criterion.id])
}

/** The looser question that was answered, in both languages: the answer is to it, and not to the criterion. */
function askedOf({ rule, why }: RuleResult, told: Told): Pick<SentAnswer, 'asked'> {
  if (rule.about !== 'criterion' || rule.ask.kind !== 'rule' || !isLeft(why)) return {}
  const answer = turnedAnswer(told.answers[rule.criterion.id] ?? 'skip', rule.ask.rule.isTurned)
  if (answer !== 'yes' && answer !== 'no') return {}
  const { ask } = rule
  const inWords = (language: Language): string =>
    questionText({ language, words: wordsOf(language) }, ask, told.who).slice(0, longestQuestion)
  return { asked: { en: inWords('en'), fr: inWords('fr'), answer } }
}

/** What was answered leaves the rule open. */
function isLeft({ because }: RuleResult['why']): boolean {
  return because === 'wider' || because === 'partly'
}

function yesNo(answer: Answer | undefined): string {
  return answer === 'yes' || answer === 'no' ? answer : 'unknown'
}

/** The answers that a person can put right, each with its place among all: those that are yes, no or not known. */
export function correctableAnswers(
  answers: readonly SentAnswer[],
): readonly { readonly at: number; readonly answer: SentAnswer }[] {
  return answers
    .map((answer, at) => ({ at, answer }))
    .filter(({ answer: { said } }) => said === 'yes' || said === 'no' || said === 'unknown')
}

/** An answer as it is put right, and what it then says of the rule: nothing is presumed of what somebody said. */
export function answerPutRight(answer: SentAnswer, said: 'yes' | 'no' | 'unknown'): SentAnswer {
  if (said === answer.said) return answer
  const { criterion, kind } = answer
  // What a "no" to the illness means depends on what the study is for.
  if (said === 'unknown' || (said === 'no' && kind === 'limit'))
    return { criterion, kind, said, reading: 'unknown' }
  const isSo = said === 'yes'
  const isFor = kind === 'exclusion' ? !isSo : isSo
  return { criterion, kind, said, reading: isFor ? 'met' : 'not met' }
}

/**
 * The answers of a check once the age or the sex was put right: what may rest on the one before is unknown, and says the
 * new one where it said that. The same answers where neither changed.
 */
export function answersAfter(
  answers: readonly SentAnswer[],
  before: SaidOfPerson,
  after: SaidOfPerson,
): readonly SentAnswer[] {
  return facts
    .filter((fact) => before[fact] !== after[fact])
    .reduce((all, fact) => all.map((one) => answerAfter(one, fact, before, after)), answers)
}

type SaidOfPerson = Pick<EnquiryDetails, PersonalFact>

const facts: readonly PersonalFact[] = ['age', 'sex']

function answerAfter(
  answer: SentAnswer,
  fact: PersonalFact,
  before: SaidOfPerson,
  after: SaidOfPerson,
): SentAnswer {
  const saysIt = before[fact] !== undefined && answer.said === wordOf(before, fact)
  if (!saysIt && !answer.restsOn?.includes(fact)) return answer
  return { ...answer, reading: 'unknown', ...(saysIt && { said: wordOf(after, fact) }) }
}

/** As an answer says it. */
function wordOf(said: SaidOfPerson, fact: PersonalFact): string {
  return (fact === 'sex' ? said.sex?.toLowerCase() : said.age) ?? 'unknown'
}
