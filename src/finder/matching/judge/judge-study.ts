import { ageFits, birthFits } from '../../registry/ages.ts'
import { besideList } from '../../eligibility/beside-list.ts'
import { type Criteria, type Criterion, parseCriteria } from '../../eligibility/criteria.ts'
import type { Overall } from '../../eligibility/decide.ts'
import { groupsByTitle } from '../../eligibility/headings.ts'
import { type Verdict, and, atLeast, not, or } from '../../eligibility/logic.ts'
import type { EligibilityModule, Study } from '../../registry/study.ts'
import { asksIllness, mayBeOfHealthy } from './healthy.ts'
import { judgeCriterion } from './judge.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import type { JudgeOptions, Judgement } from './judgement.ts'

/** One criterion of a study against one person, in the registry's words. */
export interface JudgedCriterion extends Judgement {
  readonly id: string
  readonly kind: Criterion['kind']
  readonly text: string
  /** True under a title such as "Cohort B": asked of some participants only. */
  readonly ofGroup: boolean
}

/** What one of the registry’s limits came to for this person, and why. */
export interface JudgedLimit {
  readonly limit: 'age' | 'sex'
  readonly verdict: Verdict
  readonly evidence: readonly Evidence[]
}

/** A study's limits and criteria against one person. It never says that a person is eligible: a site does. */
export interface JudgedStudy {
  readonly limits: readonly JudgedLimit[]
  readonly criteria: readonly JudgedCriterion[]
  readonly overall: Overall
}

/** What a study is judged with. */
export interface StudyOptions extends JudgeOptions {
  /** `yyyy-MM-dd`. */
  readonly today: string
}

/** Whether a study is worth judging on, by what is judged of it and what is still to come. */
type JudgesOn = (judged: readonly JudgedCriterion[], toCome: readonly Criterion[]) => boolean

/** Holds a study against a person, criterion by criterion; undefined as soon as it is not worth it. */
export function judgeStudy(
  study: Study,
  patient: Patient,
  options: StudyOptions,
  judgesOn: JudgesOn = () => true,
): JudgedStudy | undefined {
  const module = study.protocolSection.eligibilityModule ?? {}
  const limits = limitsOf(module, patient, options.today)
  const text = (module.eligibilityCriteria ?? '').slice(0, mostText)
  const roots = rootsOf(parseCriteria(text))
  const groups = groupsByTitle(roots.map(({ heading }) => heading))
  const takesIll = takesTheIll(roots, options)
  const criteria: JudgedCriterion[] = []
  for (const root of roots) {
    if (!judgesOn(criteria, roots.slice(criteria.length))) return undefined
    criteria.push({
      ...weigh(root, patient, { ...options, limits: module, takesIll }),
      id: root.id,
      kind: root.kind,
      text: textOf(root),
      ofGroup: groups.has(root.heading),
    })
  }
  return { limits, criteria, overall: overallOf(limits, criteria, patient) }
}

/** The registry's own limits; an age that may be either side of one is unknown. */
export function limitsOf(
  module: EligibilityModule,
  { age, sex }: Patient,
  today: string,
): readonly JudgedLimit[] {
  const days = age ? [age.minDays, age.maxDays] : [undefined]
  const verdicts = age?.born
    ? [birthFits(module, age.born, today)]
    : days.map((day) => ageFits(module, day))
  const [first = 'unknown'] = verdicts
  const ageVerdict = verdicts.every((verdict) => verdict === first) ? first : 'unknown'
  return [
    { limit: 'age', verdict: ageVerdict, evidence: age ? [age.evidence] : [] },
    {
      limit: 'sex',
      verdict: sexVerdict(module.sex, sex?.value),
      evidence: sex ? [sex.evidence] : [],
    },
  ]
}

function sexVerdict(asked: string | undefined, sex: 'FEMALE' | 'MALE' | undefined): Verdict {
  if (asked !== 'FEMALE' && asked !== 'MALE') return 'met'
  if (!sex) return 'unknown'
  return asked === sex ? 'met' : 'not met'
}

function rootsOf({ parts }: Criteria): readonly Criterion[] {
  return parts.filter((part) => part.type === 'criterion').slice(0, mostCriteria)
}

/** Where the healthy are asked for, whether the ill are as well. */
function takesTheIll(roots: readonly Criterion[], { vocabulary }: StudyOptions): boolean {
  const asked = roots.filter(({ kind }) => kind !== 'exclusion').map(textOf)
  return (
    asked.some((text) => mayBeOfHealthy.test(text)) &&
    asked.some((text) => asksIllness(text, vocabulary))
  )
}

/** A text with more criteria than this, or of more characters, is not judged to its end. */
const mostCriteria = 200
const mostText = 30_000

/** A criterion with the list under it is one question: its children's words follow its own. */
function textOf({ text, children }: Criterion): string {
  return [
    text,
    ...children.map((child) => (child.type === 'criterion' ? textOf(child) : child.text)),
  ]
    .join(' ')
    .slice(0, 2_000)
}

/** What may be one of several, or of other people, never speaks against. Rule `alone@1`. */
function weigh(criterion: Criterion, patient: Patient, options: JudgeOptions): Judgement {
  const judged = weighed(criterion, patient, options)
  if (criterion.notAlone === undefined || judged.verdict !== 'not met') return judged
  return { ...judged, verdict: 'unknown', reason: 'only the site can tell' }
}

function weighed(criterion: Criterion, patient: Patient, options: JudgeOptions): Judgement {
  const { text, kind, opens } = criterion
  const under = criterion.children.flatMap((child) => (child.type === 'criterion' ? [child] : []))
  if (under.length === 0) return judgeCriterion(text, kind, patient, options)
  const children = under.map((child) => weigh(child, patient, options))
  const joined = joinedVerdict(
    criterion,
    children.map(({ verdict }) => verdict),
  )
  const own = opens ? undefined : judgeCriterion(text, kind, patient, options)
  const verdict = own ? and([own.verdict, joined]) : joined
  const telling = [...(own ? [own] : []), ...children].filter((one) => one.verdict === verdict)
  return {
    verdict,
    reason: reasonOf(telling),
    evidence: telling.flatMap(({ evidence }) => evidence).slice(0, 5),
  }
}

/** Where a part was only presumed clear, so is the whole. */
function reasonOf(telling: readonly Judgement[]): Judgement['reason'] {
  if (telling.some(({ reason }) => reason === 'presumed clear')) return 'presumed clear'
  return telling[0]?.reason ?? 'nothing said'
}

/** Judgements say whether a person is let in, so an exclusion's list is joined the other way round. */
function joinedVerdict(criterion: Criterion, letIn: readonly Verdict[]): Verdict {
  const isOut = criterion.kind === 'exclusion'
  const said = isOut ? letIn.map(not) : letIn
  const { join, atLeast: count } = criterion
  const joined = count !== undefined ? atLeast(count, said) : join === 'any' ? or(said) : and(said)
  const told = besideList(criterion, joined)
  return isOut ? not(told) : told
}

/** One thing against is enough, unless it is asked of one group only; anything open is for the site to tell. */
function overallOf(
  limits: readonly JudgedLimit[],
  criteria: readonly JudgedCriterion[],
  { deceased }: Patient,
): Overall {
  if (deceased || limits.some(({ verdict }) => verdict === 'not met')) return 'probably not'
  if (criteria.some(({ verdict, ofGroup }) => verdict === 'not met' && !ofGroup))
    return 'probably not'
  const open = [...limits, ...criteria].some(({ verdict }) => verdict === 'unknown')
  return open || criteria.length === 0 ? 'the site must tell' : 'worth asking'
}
