import { html as line } from 'hono/html'
import { ageFits, parseAge } from '../../../finder/registry/ages.ts'
import { type Criterion, allCriteria } from '../../../finder/eligibility/criteria.ts'
import type { CriterionVerdict, Effect, LimitVerdict } from '../../../finder/eligibility/decide.ts'
import type { Markup } from '../../shell/markup.ts'
import { ageRange } from '../../shell/parts/ages.ts'
import { spokenDate } from '../../shell/parts/dates.ts'
import { fill, own } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'
import { askOf } from '../../../finder/self-check/ask.ts'
import {
  type CheckOutcome,
  type CheckedStudy,
  ageDaysOf,
  illnessesOf,
  rootOf,
} from '../../../finder/self-check/outcome.ts'
import { spokenBounds, spokenValue } from '../../shell/parts/spoken.ts'
import { questionText } from './wording.ts'
import type { Reading } from '../../../finder/eligibility/reading.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { sexText } from '../parts/sex-text.ts'

/** One rule of a study with what the check says of it, and why. */
export interface RuleLine {
  readonly part: 'limits' | 'inclusion' | 'exclusion' | 'unspecified'
  readonly label: LabelName
  /** The question in plain words, where there is one that says more than "is this true". */
  readonly question?: Markup
  readonly rule: Markup
  /** The same without the end of a long text, for lists that stand beside the whole one. */
  readonly shortRule: Markup
  readonly why: Markup
  readonly change?: Markup
  readonly isUnder: boolean
  /** False for one line of a list that came to something else: one of several is enough. */
  readonly counts: boolean
}

/** The name of a label among our words. */
export type LabelName = 'met' | 'clear' | 'notMet' | 'keepsOut' | 'unknown' | 'confirm' | 'none'

interface Checked {
  readonly view: StudyView
  readonly told: Told
  readonly asked: CheckedStudy
  readonly outcome: CheckOutcome
}

/** Every rule of the study in its order: age, sex, illness, then the criteria. */
export function ruleLines(checked: Checked): readonly RuleLine[] {
  const { asked, outcome } = checked
  const criteria = allCriteria(asked.criteria.parts)
  return [
    ...outcome.limits.map((limit) =>
      limit.limit === 'age' ? ageLine(checked, limit) : sexLine(checked, limit),
    ),
    ...conditionLine(checked),
    ...outcome.criteria.flatMap((verdict) => {
      const criterion = criteria.find(({ id }) => id === verdict.id)
      return criterion ? [criterionLine(checked, criterion, verdict)] : []
    }),
  ]
}

function ageLine({ view, told, asked }: Checked, { verdict }: LimitVerdict): RuleLine {
  const words = view.page.words.check.result
  const module = view.protocol.eligibilityModule
  const range = ageRange(view.page, module) ?? view.page.words.study.short.agesUnclear
  const given = spokenAge(view, told)
  const isLimited = range !== view.page.words.common.ages.any
  const near =
    ageDaysOf(told, asked.today) === undefined ? words.because.ageMissing : words.because.ageNear
  const because = !isLimited
    ? words.because.anyone
    : verdict === 'unknown'
      ? near
      : fill(words.because.age, { age: given ?? '' })
  return {
    part: 'limits',
    label: verdict === 'met' ? 'met' : verdict === 'not met' ? 'notMet' : 'unknown',
    ...both(fill(words.ageRule, { range })),
    why: line`${because}`,
    ...(verdict === 'not met' && { change: ageChange(view, told, asked) }),
    ...(verdict === 'unknown' && { change: line`${words.changes.tell}` }),
    isUnder: false,
    counts: true,
  }
}

/** The age a person gave, in the reader's language. */
export function spokenAge({ page }: StudyView, { age, born }: Told): string | undefined {
  if (born) return spokenDate(page.language, born)
  if (!age) return undefined
  const name = ({ year: 'Year', month: 'Month', week: 'Week', day: 'Day' } as const)[
    age.unit === 'hour' || age.unit === 'minute' ? 'day' : age.unit
  ]
  return page.words.common.ageUnits[name](age.value)
}

function ageChange({ page, protocol }: StudyView, told: Told, { today }: CheckedStudy): Markup {
  const words = page.words.check.result.changes
  const { minimumAge } = protocol.eligibilityModule ?? {}
  const least = parseAge(minimumAge)
  const days = ageDaysOf(told, today)
  const isYoung = least && ageFits(minimumAge ? { minimumAge } : {}, days) !== 'met'
  if (!isYoung) return line`${words.tooOld}`
  const age = ageWords(page, least.value, least.unit)
  const older = fill(words.older, { age })
  if (!told.born || least.unit === 'hour' || least.unit === 'minute') return older
  const date = Temporal.PlainDate.from(told.born).add({ [`${least.unit}s`]: least.value })
  const day = spokenDate(page.language, date.toString()) ?? date.toString()
  return line`${older} ${fill(words.bornFrom, { date: day })}`
}

function ageWords(page: StudyView['page'], value: number, unit: string): string {
  const codes: Readonly<Record<string, string>> = { year: 'a', month: 'mo', week: 'wk', day: 'd' }
  return spokenValue(page, String(value), codes[unit] ?? 'd')
}

function sexLine({ view, told }: Checked, { verdict }: LimitVerdict): RuleLine {
  const words = view.page.words.check.result
  const limit = view.protocol.eligibilityModule?.sex
  const isOpen = limit === undefined || limit === 'ALL'
  const because = isOpen
    ? words.because.anyone
    : told.sex
      ? words.because.sex
      : words.because.sexMissing
  return {
    part: 'limits',
    label: verdict === 'met' ? 'met' : verdict === 'not met' ? 'notMet' : 'unknown',
    ...both(fill(words.sexRule, { sex: sexText(view.page, limit) })),
    why: line`${because}`,
    ...(verdict === 'not met' && { change: line`${words.changes.sex}` }),
    ...(verdict === 'unknown' && { change: line`${words.changes.tell}` }),
    isUnder: false,
    counts: true,
  }
}

function both(rule: Markup): Pick<RuleLine, 'rule' | 'shortRule'> {
  return { rule, shortRule: rule }
}

function conditionLine({ view, told, outcome }: Checked): readonly RuleLine[] {
  const { result, answers } = view.page.words.check
  const names = illnessesOf(view.protocol)
  if (names.length === 0) return []
  const labels = { for: 'met', against: 'notMet', open: 'unknown', none: 'none' } as const
  const answer = answers[told.condition].toLowerCase()
  const why =
    told.condition === 'skip'
      ? result.because.nothing
      : told.condition === 'no' && outcome.condition === 'open'
        ? result.because.conditionMaybe
        : fill(result.because.conditionSaid, { answer })
  return [
    {
      part: 'limits',
      label: labels[outcome.condition],
      ...both(
        fill(result.conditionRule, {
          conditions: own(view.page, names.slice(0, 20).join(', ')),
        }),
      ),
      why: line`${why}`,
      ...(outcome.condition === 'against' && { change: line`${result.changes.condition}` }),
      ...(outcome.condition === 'open' && { change: line`${result.changes.tell}` }),
      isUnder: false,
      counts: true,
    },
  ]
}

function criterionLine(
  checked: Checked,
  criterion: Criterion,
  verdict: CriterionVerdict,
): RuleLine {
  const { view, told, asked } = checked
  const root = rootOf(criterion.id)
  const ask = askOf(criterion, readingsOf(asked, criterion))
  const change = changeOf(checked, criterion, verdict)
  return {
    part: criterion.kind,
    label: labelOf(verdict),
    ...(ask.kind !== 'isTrue' && { question: questionText(view.page, ask, told.who) }),
    rule: ownWords(criterion, criterion.text),
    shortRule: ownWords(criterion, shortened(criterion.text)),
    why: line`${because(checked, verdict)}`,
    ...(change && { change }),
    isUnder: criterion.id !== root,
    counts: checked.outcome.criteria.some(
      ({ id, effect }) => id === root && effect === verdict.effect,
    ),
  }
}

function ownWords({ heading }: Criterion, text: string): Markup {
  const title = heading ? line`<span class="small">${heading}:</span> ` : ''
  return line`<span class="check-own" lang="en">${title}${text}</span>`
}

function shortened(text: string): string {
  return text.length <= 240 ? text : `${text.slice(0, 220).replace(/\s+\S*$/, '')}…`
}

function labelOf({ kind, effect, reason }: CriterionVerdict): LabelName {
  const isOut = kind === 'exclusion'
  const labels: Readonly<Record<Effect, LabelName>> = {
    for: isOut ? (reason.because === 'presumed clear' ? 'confirm' : 'clear') : 'met',
    against: isOut ? 'keepsOut' : 'notMet',
    open: 'unknown',
    none: 'none',
  }
  return labels[effect]
}

function because({ view, told }: Checked, { reason, effect }: CriterionVerdict): Markup | string {
  const { because: words } = view.page.words.check.result
  switch (reason.because) {
    case 'answer':
      return fill(words.answer, {
        answer: view.page.words.check.answers[reason.answer].toLowerCase(),
      })
    case 'facts':
      if (effect === 'none') return words.none
      if (reason.readings.some(({ type }) => type === 'age'))
        return fill(words.age, { age: spokenAge(view, told) ?? '' })
      return reason.readings.some(({ type }) => type === 'sex') ? words.sex : words.facts
    case 'answer and facts differ':
      return words.differ
    case 'parts':
      return words.parts
    case 'presumed clear':
      return words.presumed
    case 'nothing said':
      return words.nothing
  }
}

function changeOf(
  { view, asked }: Checked,
  criterion: Criterion,
  { effect, reason, kind }: CriterionVerdict,
): Markup | undefined {
  const words = view.page.words.check.result.changes
  if (effect === 'open') return line`${words.tell}`
  if (effect !== 'against' || reason.because === 'parts') return undefined
  if (reason.because === 'facts') return factChange(view, reason.readings)
  const ask = askOf(criterion, readingsOf(asked, criterion))
  const bound = ask.kind === 'measure' ? spokenBounds(view.page, ask.reading) : undefined
  if (bound) return fill(kind === 'exclusion' ? words.notMeasure : words.measure, { bound })
  return line`${kind === 'exclusion' ? words.answerNo : words.answerYes}`
}

function factChange({ page }: StudyView, readings: readonly Reading[]): Markup | undefined {
  const words = page.words.check.result.changes
  const age = readings.find((reading) => reading.type === 'age')
  if (age?.min) return fill(words.older, { age: spokenValue(page, age.min.value, age.unit) })
  if (age) return line`${words.tooOld}`
  return readings.some(({ type }) => type === 'sex') ? line`${words.sex}` : undefined
}

function readingsOf({ readings }: CheckedStudy, { id }: Criterion): readonly Reading[] {
  return readings.get(id) ?? []
}
