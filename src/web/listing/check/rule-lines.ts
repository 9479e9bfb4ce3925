import type { Criterion } from '../../../finder/eligibility/criteria.ts'
import {
  type CheckedAnswers,
  type RuleChange,
  type RuleOfStudy,
  type RuleResult,
  type RuleWhy,
  ruleResults,
} from '../../../finder/self-check/rule-results.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { line, type Markup } from '../../shell/markup.ts'
import { ageRange } from '../../shell/parts/ages.ts'
import { spokenDate } from '../../../words/dates.ts'
import { fill, listed } from '../../shell/parts/phrases.ts'
import { saidConditions } from '../parts/said-condition.ts'
import { sexText } from '../parts/sex-text.ts'
import type { StudyView } from '../parts/view.ts'
import { spokenBounds, spokenValue } from '../../../words/spoken.ts'
import { spokenAge } from './notes.ts'
import { questionText } from '../../../finder/self-check/question-text.ts'
import { turnedAnswer } from '../../../finder/self-check/read-answers.ts'

/** One rule of a study with what the check says of it, and why, in the reader's words. */
export interface RuleLine extends Pick<
  RuleResult,
  'part' | 'label' | 'isUnder' | 'counts' | 'leans'
> {
  /** The question in plain words, where there is one that says more than "is this true". */
  readonly question?: Markup
  readonly rule: Markup
  readonly why: Markup
  readonly change?: Markup
}

/** Every rule of the study in its order, for its page. */
export function ruleLines(view: StudyView, checked: CheckedAnswers): readonly RuleLine[] {
  return ruleResults(checked).map((result) => {
    const { part, label, isUnder, counts, leans, rule, why, change } = result
    return {
      part,
      label,
      isUnder,
      counts,
      ...(leans && { leans }),
      ...ruleText(view, rule, checked.told),
      why: line`${whyText(view, why, checked.told, isTurned(rule))}`,
      ...(change && { change: changeText(view, change) }),
    }
  })
}

function ruleText(
  view: StudyView,
  rule: RuleOfStudy,
  told: Told,
): Pick<RuleLine, 'question' | 'rule'> {
  const words = view.page.words.check.result
  const module = view.protocol.eligibilityModule
  switch (rule.about) {
    case 'age': {
      const range = ageRange(view.page, module) ?? view.page.words.study.short.agesUnclear
      return { rule: fill(words.ageRule, { range }) }
    }
    case 'sex':
      return { rule: fill(words.sexRule, { sex: sexText(view.page, module?.sex) }) }
    case 'illness': {
      const conditions = listed(view.page, saidConditions(view.page, rule.names), 20)
      return { rule: fill(words.conditionRule, { conditions }) }
    }
    case 'criterion': {
      const { criterion, ask } = rule
      return {
        ...(ask.kind === 'rule' && { question: line`${questionText(view.page, ask, told.who)}` }),
        rule: ownWords(criterion),
      }
    }
  }
}

function ownWords({ heading, text }: Criterion): Markup {
  const title = heading ? line`<span class="small">${heading}:</span> ` : ''
  return line`<span lang="en">${title}${text}</span>`
}

function isTurned(rule: RuleOfStudy): boolean {
  return rule.about === 'criterion' && rule.ask.kind === 'rule' && rule.ask.rule.isTurned
}

function whyText(view: StudyView, why: RuleWhy, told: Told, isTurned: boolean): Markup | string {
  const { result, answers } = view.page.words.check
  if (why.because === 'answer' || why.because === 'conditionSaid')
    return fill(result.because[why.because], {
      answer: answers[turnedAnswer(why.answer, isTurned)].toLowerCase(),
    })
  if (why.because === 'age') return fill(result.because.age, { age: spokenAge(view, told) ?? '' })
  return result.because[why.because]
}

function changeText({ page }: StudyView, change: RuleChange): Markup {
  const words = page.words.check.result.changes
  if (change.by === 'older') {
    const older = fill(words.older, { age: spokenValue(page, change.value, change.unit) })
    if (!change.reached) return older
    const date = spokenDate(page.language, change.reached) ?? change.reached
    return line`${older} ${fill(words.bornFrom, { date })}`
  }
  if (change.by === 'measure' || change.by === 'notMeasure')
    return fill(words[change.by], { bound: spokenBounds(page, change.reading) ?? '' })
  return line`${words[change.by]}`
}
