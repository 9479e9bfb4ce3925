import { ageInDays, birthFits } from '../registry/ages.ts'
import { aboutIllness, illnessesOf } from './about-illness.ts'
import { answerToRule, leansAgainst } from './answer-to-rule.ts'
import type { AsksById } from './ask.ts'
import { type Criteria, type Kind, allCriteria } from '../eligibility/criteria.ts'
import {
  type CriterionVerdict,
  type Effect,
  type LimitVerdict,
  type Overall,
  type VerdictReason,
  decide,
} from '../eligibility/decide.ts'
import type { Answer, Facts } from '../eligibility/facts.ts'
import type { EligibilityModule, ProtocolSection } from '../registry/study.ts'
import type { Reading } from '../eligibility/reading.ts'
import { rulesOfIllness } from './rules-of-illness.ts'
import type { Told } from './told.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'

/** What a self-check came to, with a reason for each rule. It never says that a person is eligible. */
export interface CheckOutcome {
  readonly overall: Overall
  /** Age and sex, where the registry limits them or the person gave them. */
  readonly limits: readonly LimitVerdict[]
  readonly condition: Effect
  readonly criteria: readonly CriterionVerdict[]
  /** The criteria that an answer leans against and leaves open, by their ids. */
  readonly leaning: readonly string[]
}

/** What is asked of a study besides its criteria's text. */
export interface CheckedStudy {
  readonly criteria: Criteria
  /** What was read in each criterion, by its id. */
  readonly readings: ReadonlyMap<string, readonly Reading[]>
  /** How each criterion is put to a person. */
  readonly asks: AsksById
  readonly protocol: ProtocolSection
  readonly vocabulary: Vocabulary
  /** `yyyy-MM-dd` */
  readonly today: string
}

/** Weighs what a person told against one study's rules. */
export function outcomeOf(told: Told, asked: CheckedStudy): CheckOutcome {
  const facts = factsOf(told, asked)
  const { eligibilityModule = {} } = asked.protocol
  const rules = decide(asked.criteria, facts, 'self-check', {
    limits: eligibilityModule,
    read: ({ id }) => asked.readings.get(id) ?? [],
  })
  const exact = rules.limits
    .filter(({ limit }) => limit !== 'healthy volunteers')
    .map((one) => exactly(one, told, eligibilityModule, asked.today))
  const condition = conditionEffect(told.condition, asked.protocol)
  const leaning = rules.criteria
    .filter(({ effect }) => effect !== 'none')
    .filter(
      ({ id, kind, reason }) =>
        (leansAgainst(kind, told.answers[id], asked.asks.get(id)) &&
          !(told.answers[id] === 'no' && isOfTimeSince(id, asked))) ||
        keepsOutSome(kind, told.answers[id], reason),
    )
    .map(({ id }) => id)
  const overall = overallOf(rules.overall, rules.criteria, exact, condition)
  return {
    overall: overall === 'worth asking' && leaning.length > 0 ? 'the site must tell' : overall,
    limits: exact,
    condition,
    criteria: rules.criteria,
    leaning,
  }
}

/** "At least 4 weeks since the last chemotherapy": who never had one has nothing against them. */
function isOfTimeSince(id: string, { criteria }: CheckedStudy): boolean {
  const rule = allCriteria(criteria.parts).find((one) => one.id === id)
  return rule !== undefined && rule.kind !== 'exclusion' && timeSince.test(rule.text)
}

const timeSince =
  /\b(?:at least|more than|minimum of|[≥>]=?) ?(?:\d+|one|two|three|four|six) (?:\w+ )?(?:hours?|days?|weeks?|months?|years?)\b[^.;]{0,40}?\b(?:since|from|after|(?:must |should )?(?:have |has )?(?:elapsed|passed))\b|\b(?:last|most recent) (?:dose|treatment|cycle|course|administration)\b[^.;]{0,80}?\b(?:at least|more than|[≥>])|\bwash-?out\b|\bnegative (?:\w+ ){0,3}pregnancy test\b/i

/** What was told keeps some people out, of whom this one may be: the site must look at it. */
function keepsOutSome(kind: Kind, answer: Answer | undefined, reason: VerdictReason): boolean {
  return kind === 'exclusion' && answer === 'yes' && reason.because === 'not alone'
}

/** A person's age in days, from the date of birth when it is given. */
export function ageDaysOf(
  { age, born }: Pick<Told, 'age' | 'born'>,
  today: string,
): number | undefined {
  if (born) {
    const birth = Temporal.PlainDate.from(born)
    return birth.until(Temporal.PlainDate.from(today), { largestUnit: 'day' }).days
  }
  return age && ageInDays(age)
}

function factsOf(told: Told, study: CheckedStudy): Facts {
  const { protocol, vocabulary, today, asks } = study
  const ageDays = ageDaysOf(told, today)
  const illnesses = illnessesOf(protocol)
  const [only, ...more] = illnesses
  const concept = only && more.length === 0 ? vocabulary.byName(only) : undefined
  const has = told.condition === 'yes' ? 'present' : told.condition === 'no' ? 'absent' : undefined
  const answers = Object.entries(told.answers).map(
    ([id, answer]) => [id, answerToRule(answer, asks.get(id))] as const,
  )
  // What was asked of the illness itself was not asked again.
  const ofIllness = [...rulesOfIllness(illnesses, study)]
    .filter((id) => (told.answers[id] ?? 'skip') === 'skip')
    .map((id) => [id, told.condition] as const)
  return {
    answers: Object.fromEntries([...answers, ...ofIllness]),
    ...(ageDays !== undefined && { ageDays }),
    ...(told.sex && { sex: told.sex }),
    ...(concept && has && { conditions: { [concept.term]: has } }),
  }
}

/** A date of birth tells by the calendar what an age in days can leave open. */
function exactly(
  verdict: LimitVerdict,
  { born }: Told,
  limits: EligibilityModule,
  today: string,
): LimitVerdict {
  if (verdict.limit !== 'age' || !born) return verdict
  return { ...verdict, verdict: birthFits(limits, born, today) }
}

/**
 * Rule `condition@2`: without the illness a study that treats it is not for a person; one that prevents,
 * finds or watches it, takes healthy volunteers, or names an operation or a medicine beside it, may be.
 */
export function conditionEffect(answer: Answer, protocol: ProtocolSection): Effect {
  const { illnesses, hasOther } = aboutIllness(protocol)
  if (illnesses.length === 0) return 'none'
  if (answer === 'yes') return 'for'
  if (answer !== 'no') return 'open'
  const purpose = protocol.designModule?.designInfo?.primaryPurpose
  const healthy = protocol.eligibilityModule?.healthyVolunteers
  return purpose === 'TREATMENT' && healthy !== true && !hasOther ? 'against' : 'open'
}

/**
 * Rule `outcome@2`. *Probably not*: a limit, the illness or a rule is against it. *Worth asking*: age, sex and
 * illness fit, at least one requirement is met where there are any, nothing is contradicted and no answer leans against a
 * rule that it leaves open; what else is left open is for the site to confirm. *The site must tell*: everything else.
 */
function overallOf(
  rules: Overall,
  criteria: readonly CriterionVerdict[],
  limits: readonly LimitVerdict[],
  condition: Effect,
): Overall {
  const isOut = limits.some(({ verdict }) => verdict === 'not met') || condition === 'against'
  if (isOut || rules === 'probably not') return 'probably not'
  const whole = criteria.filter(({ id }) => id === rootOf(id))
  const wanted = whole.filter(({ kind, effect }) => kind !== 'exclusion' && effect !== 'none')
  const isTold =
    limits.every(({ verdict }) => verdict === 'met') &&
    condition !== 'open' &&
    criteria.length > 0 &&
    (wanted.length === 0 || wanted.some(({ effect }) => effect === 'for'))
  const isDoubtful =
    whole.some(({ effect }) => effect === 'against') ||
    criteria.some(({ reason }) => reason.because === 'answer and facts differ')
  return isTold && !isDoubtful ? 'worth asking' : 'the site must tell'
}

/** The criterion at the top of the list one is in: `e7` for `e7.1`. What counts is what that comes to. */
export function rootOf(id: string): string {
  return id.split('.')[0] ?? id
}
