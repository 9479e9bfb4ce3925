import { leavesOpen } from './answer-to-rule.ts'
import { turnedAnswer } from './read-answers.ts'
import { ageFits, isNoLimit, parseAge } from '../registry/ages.ts'
import { type Criterion, allCriteria } from '../eligibility/criteria.ts'
import type { CriterionVerdict, Effect, LimitVerdict } from '../eligibility/decide.ts'
import type { Answer } from '../eligibility/facts.ts'
import type { Reading } from '../eligibility/reading.ts'
import type { CriterionAsk } from './ask.ts'
import { type RuleChange, changeOf } from './rule-change.ts'
import { illnessesOf } from './about-illness.ts'
import { type CheckOutcome, type CheckedStudy, ageDaysOf, rootOf } from './outcome.ts'
import type { Told } from './told.ts'

export type { RuleChange } from './rule-change.ts'

/** One rule of a study with what a self-check says of it, why, and what would change it; a door puts it into words. */
export interface RuleResult {
  readonly part: 'limits' | 'inclusion' | 'exclusion' | 'unspecified'
  readonly rule: RuleOfStudy
  readonly label: RuleLabel
  readonly why: RuleWhy
  readonly change?: RuleChange
  /** True for a line of a list under another rule. */
  readonly isUnder: boolean
  /** True where an answer leans against joining and leaves the rule open: the site must look at it. */
  readonly leans?: true
  /** False for one line of a list that came to something else: one of several is enough. */
  readonly counts: boolean
}

/** What a result is about. */
export type RuleOfStudy =
  | { readonly about: 'age' | 'sex' }
  | { readonly about: 'illness'; readonly names: readonly string[] }
  | { readonly about: 'criterion'; readonly criterion: Criterion; readonly ask: CriterionAsk }

/** `met` and `clear` speak for joining, `notMet` and `keepsOut` against; `confirm` was presumed from silence. */
export type RuleLabel = 'met' | 'clear' | 'notMet' | 'keepsOut' | 'unknown' | 'confirm' | 'none'

/** Why a rule came to its label. */
export type RuleWhy =
  | { readonly because: 'answer' | 'conditionSaid'; readonly answer: Answer }
  | { readonly because: PlainWhy }

/** Reasons that need no more than their name. */
export type PlainWhy =
  | 'anyone'
  | 'age'
  | 'ageMissing'
  | 'ageNear'
  | 'sex'
  | 'sexMissing'
  | 'facts'
  | 'differ'
  | 'limitsDiffer'
  | 'parts'
  | 'presumed'
  | 'unasked'
  | 'nothing'
  | 'leftToSite'
  | 'none'
  | 'conditionMaybe'
  | 'partly'
  | 'wider'
  | 'oneOfSeveral'
  | 'ofSomePeople'

/** A self-check that was answered. */
export interface CheckedAnswers {
  readonly told: Told
  readonly study: CheckedStudy
  readonly outcome: CheckOutcome
}

/** Every rule of the study in its order: age, sex, illness, then the criteria. */
export function ruleResults(checked: CheckedAnswers): readonly RuleResult[] {
  const { study, outcome } = checked
  const criteria = allCriteria(study.criteria.parts)
  return [
    ...outcome.limits.map((limit) =>
      limit.limit === 'age' ? ageResult(checked, limit) : sexResult(checked, limit),
    ),
    ...illnessResult(checked),
    ...outcome.criteria.flatMap((verdict) => {
      const criterion = criteria.find(({ id }) => id === verdict.id)
      return criterion ? [criterionResult(checked, criterion, verdict)] : []
    }),
  ]
}

/** True for a result that speaks against joining by itself. */
export function speaksAgainst({ label, counts }: Pick<RuleResult, 'label' | 'counts'>): boolean {
  return counts && (label === 'notMet' || label === 'keepsOut')
}

/** True for a result that the site must tell. */
export function isLeftOpen({ label, counts }: Pick<RuleResult, 'label' | 'counts'>): boolean {
  return counts && label === 'unknown'
}

function ageResult({ told, study }: CheckedAnswers, { verdict }: LimitVerdict): RuleResult {
  const { minimumAge, maximumAge } = study.protocol.eligibilityModule ?? {}
  const isLimited = !isNoLimit(minimumAge) || !isNoLimit(maximumAge)
  const near = ageDaysOf(told, study.today) === undefined ? 'ageMissing' : 'ageNear'
  const because = !isLimited ? 'anyone' : verdict === 'unknown' ? near : 'age'
  return limitResult({ about: 'age' }, verdict, because, ageChange(told, study))
}

function ageChange(told: Told, { protocol, today }: CheckedStudy): RuleChange {
  const { minimumAge } = protocol.eligibilityModule ?? {}
  const least = parseAge(minimumAge)
  const days = ageDaysOf(told, today)
  const isYoung = least && ageFits(minimumAge ? { minimumAge } : {}, days) !== 'met'
  if (!isYoung) return { by: 'tooOld' }
  const { value, unit } = least
  const older = { by: 'older', value: String(value), unit: ucumOf[unit] } as const
  if (!told.born || unit === 'hour' || unit === 'minute') return older
  const date = Temporal.PlainDate.from(told.born).add({ [`${unit}s`]: value })
  return { ...older, reached: date.toString() }
}

const ucumOf = { year: 'a', month: 'mo', week: 'wk', day: 'd', hour: 'h', minute: 'min' } as const

function sexResult({ told, study }: CheckedAnswers, { verdict }: LimitVerdict): RuleResult {
  const limit = study.protocol.eligibilityModule?.sex
  const isOpen = limit === undefined || limit === 'ALL'
  const because = isOpen ? 'anyone' : told.sex ? 'sex' : 'sexMissing'
  return limitResult({ about: 'sex' }, verdict, because, { by: 'sex' })
}

function limitResult(
  rule: RuleOfStudy,
  verdict: LimitVerdict['verdict'],
  because: PlainWhy,
  change: RuleChange,
): RuleResult {
  return {
    part: 'limits',
    rule,
    label: verdict === 'met' ? 'met' : verdict === 'not met' ? 'notMet' : 'unknown',
    why: { because },
    ...(verdict === 'not met' && { change }),
    ...(verdict === 'unknown' && { change: { by: 'tell' } }),
    isUnder: false,
    counts: true,
  }
}

function illnessResult({ told, study, outcome }: CheckedAnswers): readonly RuleResult[] {
  const names = illnessesOf(study.protocol)
  if (names.length === 0) return []
  const labels = { for: 'met', against: 'notMet', open: 'unknown', none: 'none' } as const
  const { condition } = outcome
  return [
    {
      part: 'limits',
      rule: { about: 'illness', names },
      label: labels[condition],
      why: illnessWhy(told.condition, condition),
      ...(condition === 'against' && { change: { by: 'condition' } }),
      ...(condition === 'open' && told.condition !== 'no' && { change: { by: 'tell' } }),
      isUnder: false,
      counts: true,
    },
  ]
}

function illnessWhy(answer: Answer, effect: Effect): RuleWhy {
  if (answer === 'skip') return { because: 'nothing' }
  if (answer === 'no' && effect === 'open') return { because: 'conditionMaybe' }
  return { because: 'conditionSaid', answer }
}

function criterionResult(
  { told, study, outcome }: CheckedAnswers,
  criterion: Criterion,
  verdict: CriterionVerdict,
): RuleResult {
  const root = rootOf(criterion.id)
  const silent = isFromSilence(criterion, outcome.criteria)
  const ask = study.asks.get(criterion.id) ?? { kind: 'site' as const }
  const isWidened = isOpened(told, ask, verdict)
  const change = changeOf(ask, verdict, isWidened || isLeft(ask, criterion))
  return {
    part: criterion.kind,
    rule: { about: 'criterion', criterion, ask },
    label: silent ? 'confirm' : labelOf(verdict),
    why: silent
      ? { because: isLeft(ask, criterion) ? 'unasked' : 'presumed' }
      : isWidened
        ? openedBy(ask, told.answers[criterion.id])
        : whyOf(verdict, isLeft(ask, criterion)),
    ...(change && { change }),
    ...(outcome.leaning.includes(criterion.id) && { leans: true as const }),
    isUnder: criterion.id !== root,
    counts: outcome.criteria.some(({ id, effect }) => id === root && effect === verdict.effect),
  }
}

/** A rule that the site asks: nobody was asked it here. */
function isLeft(ask: CriterionAsk, { opens }: Criterion): boolean {
  return ask.kind === 'site' && !opens
}

/** A yes to what is wider than the rule, or a no to a part of it. */
function openedBy(ask: CriterionAsk, answer: Answer | undefined): RuleWhy {
  if (ask.kind !== 'rule' || !ask.rule.isPart) return { because: 'wider' }
  const given = answer && turnedAnswer(answer, ask.rule.isTurned)
  return { because: ask.rule.isWide && given === 'yes' ? 'wider' : 'partly' }
}

/** Whether an answer left its rule open, which is narrower than its question or names more. */
function isOpened(told: Told, ask: CriterionAsk, { id, reason }: CriterionVerdict): boolean {
  return reason.because === 'answer' && leavesOpen(told.answers[id], ask)
}

/**
 * Whether nothing but silence speaks for an exclusion: itself, or what its list needs. Of a list that keeps out by any
 * line, one silent line is enough; of one that keeps out only by all, every line must be. A rule that has words of its own
 * beside its list was not asked about them.
 */
function isFromSilence(
  { id, children, join, opens, atLeast }: Criterion,
  verdicts: readonly CriterionVerdict[],
): boolean {
  const verdict = verdicts.find((one) => one.id === id)
  if (verdict?.kind !== 'exclusion' || verdict.effect !== 'for') return false
  if (verdict.reason.because === 'presumed clear') return true
  if (verdict.reason.because !== 'parts') return false
  if (!opens) return true
  const silent = children
    .filter((child) => child.type === 'criterion')
    .filter((child) => verdicts.some((one) => one.id === child.id && one.effect === 'for'))
    .map((child) => isFromSilence(child, verdicts))
  return join === 'any' || atLeast !== undefined ? silent.includes(true) : !silent.includes(false)
}

function labelOf({ kind, effect }: CriterionVerdict): RuleLabel {
  const isOut = kind === 'exclusion'
  const labels: Readonly<Record<Effect, RuleLabel>> = {
    for: isOut ? 'clear' : 'met',
    against: isOut ? 'keepsOut' : 'notMet',
    open: 'unknown',
    none: 'none',
  }
  return labels[effect]
}

function whyOf({ reason, effect }: CriterionVerdict, isLeftToSite: boolean): RuleWhy {
  switch (reason.because) {
    case 'answer':
      return { because: 'answer', answer: reason.answer }
    case 'facts':
      return { because: effect === 'none' ? 'none' : factWhy(reason.readings) }
    case 'answer and facts differ':
      return { because: 'differ' }
    case 'limits differ':
      return { because: 'limitsDiffer' }
    case 'parts':
      return { because: 'parts' }
    case 'presumed clear':
      return { because: 'presumed' }
    case 'not alone':
      return { because: reason.notAlone === 'one of several' ? 'oneOfSeveral' : 'ofSomePeople' }
    case 'nothing said':
      return { because: isLeftToSite ? 'leftToSite' : 'nothing' }
  }
}

function factWhy(readings: readonly Reading[]): PlainWhy {
  if (readings.some(({ type }) => type === 'age')) return 'age'
  return readings.some(({ type }) => type === 'sex') ? 'sex' : 'facts'
}
