import { ageFits, ageRule } from '../registry/ages.ts'
import { besideList } from './beside-list.ts'
import { type Criteria, type Criterion, type Kind, allCriteria } from './criteria.ts'
import { type Limits, differsFromLimits } from './differs.ts'
import { type Answer, type Facts, verdictOfAnswer } from './facts.ts'
import { groupsByTitle } from './headings.ts'
import { type Verdict, and, atLeast, or } from './logic.ts'
import { readCriterion } from './readings.ts'
import { statementTruth } from './statement.ts'
import type { Reading } from './reading.ts'

/** `self-check` presumes an exclusion clear when nothing is said, to be confirmed; `screening` leaves it unknown. */
export type Mode = 'self-check' | 'screening'

/** What was worked out for one study and one person. It never says that a person is eligible: a site does. */
export interface EligibilityDecision {
  /** Every criterion, in the order of the text. */
  readonly criteria: readonly CriterionVerdict[]
  /** The registry's own limits of age, sex and health, where it gives them. */
  readonly limits: readonly LimitVerdict[]
  /** Ids of the exclusions presumed clear because nothing was said: to confirm with the site. */
  readonly confirm: readonly string[]
  /** Ids of what nobody could tell yet. */
  readonly open: readonly string[]
  readonly overall: Overall
}

/** What a decision comes to. It never says that a person is eligible: a site does. */
export type Overall = 'worth asking' | 'probably not' | 'the site must tell'

/** What one criterion came to, with its reason. */
export interface CriterionVerdict {
  readonly id: string
  readonly kind: Kind
  /** Whether what the criterion says is so: a `met` exclusion keeps a person out. */
  readonly verdict: Verdict
  readonly effect: Effect
  readonly reason: VerdictReason
}

/** `against` keeps a person out; `open` cannot be told; `none` asks nothing of this person. */
export type Effect = 'for' | 'against' | 'open' | 'none'

/** Why, as data; a door puts it into words. */
export type VerdictReason =
  | { readonly because: 'answer'; readonly answer: Answer }
  | { readonly because: 'facts'; readonly readings: readonly Reading[] }
  | { readonly because: 'answer and facts differ'; readonly readings: readonly Reading[] }
  | { readonly because: 'limits differ'; readonly readings: readonly Reading[] }
  | { readonly because: 'parts'; readonly ids: readonly string[] }
  | { readonly because: 'presumed clear' }
  /** It would speak against, but may be one of several lines, or about some people only. */
  | { readonly because: 'not alone'; readonly notAlone: NonNullable<Criterion['notAlone']> }
  | { readonly because: 'nothing said'; readonly readings: readonly Reading[] }

/** What one of the registry’s own limits came to. */
export interface LimitVerdict {
  readonly limit: 'age' | 'sex' | 'healthy volunteers'
  readonly verdict: Verdict
  /** The rule that weighed it. */
  readonly rule: string
}

/** What a decision is made with besides the criteria and the facts. */
export interface Given {
  /** The registry's own limits. */
  readonly limits?: Limits
  /** What a criterion says, where it was read before or is to be read with a vocabulary. */
  readonly read?: Read
}

type Read = (criterion: Criterion) => readonly Reading[]

/** Weighs a study's criteria and limits against what is known about a person. Pure; nothing is guessed. */
export function decide(
  criteria: Criteria,
  facts: Facts,
  mode: Mode,
  { limits, read = readCriterion }: Given = {},
): EligibilityDecision {
  const results = new Map<string, CriterionVerdict>()
  const ofGroups = new Map<string, CriterionVerdict>()
  const judge = { facts, mode, results, ofGroups, read, ...(limits && { limits }) }
  const roots = criteria.parts.filter((part) => part.type === 'criterion')
  for (const root of roots) weigh(root, judge)
  const limited = limits ? limitVerdicts(limits, facts) : []
  const overall = overallOf(roots, judge, limited)
  // What each group has against a person is why none of them takes this one.
  if (isAgainstEachGroup(roots, judge)) for (const [id, one] of ofGroups) results.set(id, one)
  const verdicts = allCriteria(criteria.parts).flatMap(({ id }) => results.get(id) ?? [])
  return {
    criteria: verdicts,
    limits: limited,
    confirm: verdicts
      .filter(({ reason }) => reason.because === 'presumed clear')
      .map(({ id }) => id),
    open: verdicts.filter(({ effect }) => effect === 'open').map(({ id }) => id),
    overall,
  }
}

interface Judge {
  readonly facts: Facts
  readonly mode: Mode
  readonly read: Read
  readonly limits?: Limits
  readonly results: Map<string, CriterionVerdict>
  /** What the rules of one group came to, where it speaks against that group alone. */
  readonly ofGroups: Map<string, CriterionVerdict>
}

function weigh(criterion: Criterion, judge: Judge): Verdict {
  const { kind, opens } = criterion
  const under = criterion.children.flatMap((child) => (child.type === 'criterion' ? [child] : []))
  const children = under.map((child) => weigh(child, judge))
  const own = ownVerdict(criterion, judge)
  const parts = { because: 'parts', ids: under.map((child) => child.id) } as const
  const told = own.reason.because === 'answer'
  if (children.length === 0 || told) return keep(criterion, own.verdict, own.reason, judge)
  const joined = besideList(criterion, joinedVerdict(criterion, children))
  const verdict = opens ? joined : (kind === 'exclusion' ? or : and)([own.verdict, joined])
  return keep(criterion, verdict, opens || joined === verdict ? parts : own.reason, judge)
}

/** What may be one of several, or of other people, never speaks against. Rule `alone@1`. */
function keep(
  { id, kind, notAlone }: Criterion,
  told: Verdict,
  because: VerdictReason,
  judge: Judge,
): Verdict {
  const isSpared = notAlone !== undefined && effectOf(kind, told) === 'against'
  const verdict = isSpared ? 'unknown' : told
  const reason = isSpared ? ({ because: 'not alone', notAlone } as const) : because
  if (isSpared && notAlone === 'one group')
    judge.ofGroups.set(id, { id, kind, verdict: told, effect: 'against', reason: because })
  judge.results.set(id, { id, kind, verdict, effect: effectOf(kind, verdict), reason })
  return verdict
}

function joinedVerdict(criterion: Criterion, children: readonly Verdict[]): Verdict {
  if (criterion.atLeast !== undefined) return atLeast(criterion.atLeast, children)
  return criterion.join === 'any' ? or(children) : and(children)
}

/** From the answer, from the facts, or from both; without either, from silence as the mode takes it. */
function ownVerdict(
  criterion: Criterion,
  judge: Judge,
): { verdict: Verdict; reason: VerdictReason } {
  const { facts, mode } = judge
  const answer = facts.answers?.[criterion.id]
  const said = verdictOfAnswer(answer)
  const readings = judge.read(criterion)
  const known = statementTruth(criterion, readings, facts)
  // What asks nothing of this person is not asked: an answer to it changes nothing.
  if (known.verdict === 'not applicable')
    return { verdict: known.verdict, reason: { because: 'facts', readings: known.readings } }
  const told = known.verdict === 'met' || known.verdict === 'not met'
  if (told && (said === 'met' || said === 'not met') && said !== known.verdict)
    return {
      verdict: 'unknown',
      reason: { because: 'answer and facts differ', readings: known.readings },
    }
  if (said && answer && !(said === 'unknown' && told))
    return { verdict: said, reason: { because: 'answer', answer } }
  const { kind } = criterion
  const isAgainst = told && effectOf(kind, known.verdict) === 'against'
  if (isAgainst && judge.limits && differsFromLimits(known.readings, kind, facts, judge.limits))
    return { verdict: 'unknown', reason: { because: 'limits differ', readings: known.readings } }
  if (known.verdict !== 'unknown')
    return { verdict: known.verdict, reason: { because: 'facts', readings: known.readings } }
  const mayPresume =
    criterion.kind === 'exclusion' &&
    !criterion.opens &&
    !known.isNear &&
    !asksForSomething(criterion.text)
  if (mode === 'self-check' && mayPresume)
    return { verdict: 'not met', reason: { because: 'presumed clear' } }
  return { verdict: 'unknown', reason: { because: 'nothing said', readings } }
}

/** "Does not live in this county" keeps out who does not: that somebody does is not presumed. Rule `presumed@2`. */
function asksForSomething(text: string): boolean {
  return denied.test(text)
}

const denied =
  /^\W*(?:(?:the |any )?(?:patients?|subjects?|participants?|individuals?|persons?|people|those|women|men|children)\s+)?(?:who |that )?(?:(?:do(?:es)?|is|are|has|have|had|did) not|not|without|lacks?|lack of|no)\b(?! (?:(?:being |be |been )?(?:willing|able|capable|consent\w*|agree\w*|sign\w*|want\w*|wish\w*|suitable|appropriate|eligible)|limit\w*|restrict\w*|exclusions?))/i

function effectOf(kind: Kind, verdict: Verdict): Effect {
  if (verdict === 'not applicable') return 'none'
  if (verdict === 'unknown') return 'open'
  return (verdict === 'met') === (kind !== 'exclusion') ? 'for' : 'against'
}

function limitVerdicts(limits: Limits, facts: Facts): LimitVerdict[] {
  return [
    { limit: 'age', verdict: ageFits(limits, facts.ageDays), rule: ageRule },
    { limit: 'sex', verdict: sexFits(limits.sex, facts.sex), rule: 'sex-limit@1' },
    {
      limit: 'healthy volunteers',
      verdict: healthFits(limits.healthyVolunteers, facts),
      rule: 'healthy-limit@1',
    },
  ]
}

/** `ALL` and nothing written admit everybody; a value the registry may add later is unknown. */
function sexFits(limit: string | undefined, sex: Facts['sex']): Verdict {
  if (limit === undefined || limit === '' || limit === 'ALL') return 'met'
  if (sex === undefined || (limit !== 'FEMALE' && limit !== 'MALE')) return 'unknown'
  return limit === sex ? 'met' : 'not met'
}

/** Asks only those who come as healthy volunteers. */
function healthFits(accepts: boolean | undefined, { healthyVolunteer }: Facts): Verdict {
  if (healthyVolunteer !== true) return 'not applicable'
  if (accepts === undefined) return 'unknown'
  return accepts ? 'met' : 'not met'
}

/**
 * One thing against is enough, except in a study of several groups (cohorts, donors and recipients), where
 * it must be in every group; then what is open is for the site to tell. Rule `overall@1`.
 */
function overallOf(
  roots: readonly Criterion[],
  judge: Pick<Judge, 'results' | 'ofGroups'>,
  limits: readonly LimitVerdict[],
): Overall {
  if (limits.some(({ verdict }) => verdict === 'not met')) return 'probably not'
  const groups = effectsByGroup(roots, judge)
  if (groups.get('')?.has('against') || isAgainstEachGroup(roots, judge)) return 'probably not'
  const someOpen = [...groups.values()].some(
    (effects) => effects.has('open') || effects.has('against'),
  )
  const unknownLimit = limits.some(({ verdict }) => verdict === 'unknown')
  return someOpen || unknownLimit || roots.length === 0 ? 'the site must tell' : 'worth asking'
}

/** Whether a study has groups, and each of them something against a person. */
function isAgainstEachGroup(
  roots: readonly Criterion[],
  judge: Pick<Judge, 'results' | 'ofGroups'>,
): boolean {
  const groups = [...effectsByGroup(roots, judge)].filter(([name]) => name !== '')
  return groups.length > 1 && groups.every(([, effects]) => effects.has('against'))
}

/** What the rules of each group of people come to, by its name; those of all people under none. */
function effectsByGroup(
  roots: readonly Criterion[],
  { results, ofGroups }: Pick<Judge, 'results' | 'ofGroups'>,
): ReadonlyMap<string, ReadonlySet<Effect>> {
  const groups = new Map<string, Set<Effect>>()
  const named = groupsByTitle(roots.map(({ heading }) => heading))
  for (const { id, heading } of roots) {
    const group = named.get(heading) ?? ''
    const effects = groups.get(group) ?? new Set()
    const ofGroup = group === '' ? undefined : ofGroups.get(id)
    effects.add((ofGroup ?? results.get(id))?.effect ?? 'open')
    groups.set(group, effects)
  }
  return groups
}
