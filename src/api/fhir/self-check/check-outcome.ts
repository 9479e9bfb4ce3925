import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import { isNoLimit, parseAge } from '../../../finder/registry/ages.ts'
import type { EligibilityModule } from '../../../finder/registry/study.ts'
import { outcomeOf } from '../../../finder/self-check/outcome.ts'
import {
  type AnswerProblem,
  readAnswers,
  turnedAnswer,
} from '../../../finder/self-check/read-answers.ts'
import {
  type RuleChange,
  type RuleLabel,
  type RuleResult,
  ruleResults,
} from '../../../finder/self-check/rule-results.ts'
import { selfCheckOf } from '../../../finder/self-check/self-check.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import type { Vocabulary } from '../../../finder/vocabulary/concept.ts'
import { spokenDate } from '../../../words/dates.ts'
import { type Speech, spokenBounds, spokenValue } from '../../../words/spoken.ts'
import { wordsOf } from '../../../words/words.ts'
import { filledIn } from '../parts/filled-in.ts'
import { plainLine } from '../parts/texts.ts'
import type { AnsweredQuestionnaire } from './response-answers.ts'

/** One value of a Parameters resource, or several under one name. */
export interface CheckParameter {
  readonly name: string
  readonly valueCode?: string
  readonly valueString?: string
  readonly part?: readonly CheckParameter[]
}

/** What a self-check came to, as a Parameters resource of R4 and R5 alike. */
export interface CheckParameters {
  readonly resourceType: 'Parameters'
  readonly parameter: readonly CheckParameter[]
}

/**
 * Weighs the answers of a response against a study's rules: the outcome in a word and a sentence, and each rule with `met`,
 * `not-met`, `unknown`, `presumed` (silence was taken as clear) or `not-applicable`, and why. `met` of an exclusion means that it
 * does not keep the person out. What cannot be read comes back as problems, by field, and nothing is weighed.
 */
export function checkedResponse(
  { study }: StoredStudy,
  { answers, rules, language }: AnsweredQuestionnaire,
  options: { readonly vocabulary: Vocabulary; readonly today: string },
): CheckParameters | { readonly problems: readonly AnswerProblem[] } {
  const check = selfCheckOf(study.protocolSection, options)
  const sent = new URLSearchParams(answers)
  sent.set('rules', rules ?? check.form.rules)
  const { told, problems } = readAnswers(sent, check.form)
  if (problems.length > 0) return { problems }
  const outcome = outcomeOf(told, check.study)
  const speech = { language, words: wordsOf(language) }
  const { overall, meaning } = speech.words.check.result
  const results = ruleResults({ told, study: check.study, outcome })
  const said = {
    speech,
    told,
    limits: check.study.protocol.eligibilityModule,
  }
  return filledIn<CheckParameters>({
    resourceType: 'Parameters',
    parameter: [
      { name: 'outcome', valueCode: outcome.overall.replaceAll(' ', '-') },
      text('statement', `${overall[outcome.overall]}. ${meaning[outcome.overall]}`),
      text('note', speech.words.check.onlyTeam),
      ...results.map((result) => ruleParameter(result, said)),
    ],
  })
}

interface Said {
  readonly speech: Speech
  readonly told: Told
  readonly limits: EligibilityModule | undefined
}

function text(name: string, value: string | undefined): CheckParameter {
  const line = plainLine(value)
  return { name, ...(line !== undefined && { valueString: line }) }
}

function ruleParameter(result: RuleResult, said: Said): CheckParameter {
  const { part, rule, label, change } = result
  const id = rule.about === 'criterion' ? rule.criterion.id : rule.about
  const parts = [
    text('id', id),
    { name: 'kind', valueCode: part },
    text('text', ruleWords(result, said)),
    { name: 'result', valueCode: resultCodes[label] },
    text('evidence', evidence(result, said)),
    ...(change ? [text('change', changeWords(change, said.speech))] : []),
  ]
  return {
    name: 'rule',
    part: parts.filter(
      ({ valueString, valueCode }: CheckParameter) => (valueString ?? valueCode) !== undefined,
    ),
  }
}

const resultCodes: Readonly<Record<RuleLabel, string>> = {
  met: 'met',
  clear: 'met',
  notMet: 'not-met',
  keepsOut: 'not-met',
  unknown: 'unknown',
  confirm: 'presumed',
  none: 'not-applicable',
}

function ruleWords({ rule }: RuleResult, { speech, limits }: Said): string {
  const { result } = speech.words.check
  const { sexes, notGiven } = speech.words.common
  switch (rule.about) {
    case 'age':
      return put(result.ageRule, { range: ageLine(limits, speech) })
    case 'sex': {
      const sex = limits?.sex ?? ''
      return put(result.sexRule, {
        sex: sex in sexes ? sexes[sex as keyof typeof sexes] : sex || notGiven,
      })
    }
    case 'illness':
      return put(result.conditionRule, { conditions: rule.names.join(', ') })
    case 'criterion':
      return [rule.criterion.heading, rule.criterion.text]
        .filter((part) => part !== undefined)
        .join(': ')
  }
}

function ageLine(limits: EligibilityModule | undefined, speech: Speech): string {
  const { ages } = speech.words.common
  const spoken = (limit: string | undefined): string => {
    if (isNoLimit(limit)) return ''
    const age = parseAge(limit)
    return age ? spokenAge(age, speech) : (limit ?? '')
  }
  const [least, most] = [spoken(limits?.minimumAge), spoken(limits?.maximumAge)]
  if (least && most) return ages.between(least, most)
  if (least) return ages.from(least)
  return most ? ages.upTo(most) : ages.any
}

function spokenAge({ value, unit }: NonNullable<Told['age']>, speech: Speech): string {
  return spokenValue(speech, String(value), units[unit])
}

const units = { year: 'a', month: 'mo', week: 'wk', day: 'd', hour: 'h', minute: 'min' } as const

function evidence({ why, rule }: RuleResult, { speech, told }: Said): string {
  const { because } = speech.words.check.result
  if (why.because === 'answer' || why.because === 'conditionSaid') {
    const isTurned =
      rule.about === 'criterion' && rule.ask.kind === 'rule' && rule.ask.rule.isTurned
    const answer = speech.words.check.answers[turnedAnswer(why.answer, isTurned)]
    return put(because[why.because], { answer: answer.toLowerCase() })
  }
  if (why.because !== 'age') return because[why.because]
  const age = told.born
    ? (spokenDate(speech.language, told.born) ?? told.born)
    : told.age && spokenAge(told.age, speech)
  return put(because.age, { age: age ?? '' })
}

function changeWords(change: RuleChange, speech: Speech): string {
  const words = speech.words.check.result.changes
  if (change.by === 'older') {
    const older = put(words.older, { age: spokenValue(speech, change.value, change.unit) })
    const date = spokenDate(speech.language, change.reached)
    return date === undefined ? older : `${older} ${put(words.bornFrom, { date })}`
  }
  if (change.by === 'measure' || change.by === 'notMeasure')
    return put(words[change.by], { bound: spokenBounds(speech, change.reading) ?? '' })
  return words[change.by]
}

/** Puts texts into the places of a sentence: `{age}`. */
function put(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
