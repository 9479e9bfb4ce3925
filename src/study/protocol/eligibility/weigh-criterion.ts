import { type Verdict, and, or } from '../../../finder/eligibility/logic.ts'
import type { ProtocolCriterion } from '../document/criteria.ts'
import type { Scene } from '../expression/scene.ts'
import { itemsRead } from '../expression/items-read.ts'
import { type Ground, type Truth, joinTruths, unknownTruth } from '../expression/truth.ts'
import { weighTruth } from '../expression/weigh-truth.ts'
import { type Moment, compareMoments, orderMoments } from '../time/moment.ts'
import type { CriterionState, EligibilityMode } from '../state/answers.ts'
import { type QuestionDesk, askSilent, judgedAt } from '../state/question-desk.ts'

/** What one criterion is weighed with. */
export interface CriterionWeigher {
  readonly scene: Scene
  readonly mode: EligibilityMode
  readonly desk: QuestionDesk
}

/** Weighs a criterion and its members. Silence is presumed clear in a self-check alone, and only of an exclusion. */
export function weighCriterion(
  criterion: ProtocolCriterion,
  weigher: CriterionWeigher,
): CriterionState {
  const { id, kind, status } = criterion
  const base = { id, kind, status }
  if (!criterion.expression && !criterion.group)
    return { ...base, effect: 'none', members: [], ...nothing('not applicable') }
  if (criterion.appliesIf && doesNotApply(criterion.appliesIf, weigher))
    return { ...base, effect: 'none', members: [], ...nothing('not applicable') }
  const members = (criterion.group?.members ?? []).map((member) => weighCriterion(member, weigher))
  if (criterion.group) return { ...base, ...groupState(criterion, criterion.group.join, members) }
  const truth = criterion.expression
    ? weighTruth(criterion.expression, weigher.scene)
    : unknownTruth([])
  if (weigher.mode === 'self-check' && isSilence(truth) && mayPresume(criterion, weigher)) {
    const verdict = kind === 'exclusion' ? 'not met' : 'met'
    return { ...base, effect: 'for', presumed: true, members, ...nothing(verdict) }
  }
  const lapsed = lapsedGrounds(criterion, truth, weigher.scene)
  return { ...base, members, ...weighed(criterion, truth, weigher), ...(lapsed && { lapsed }) }
}

function nothing(verdict: Verdict) {
  return { verdict, grounds: [], missing: [], asks: [] } as const
}

function doesNotApply(
  expression: NonNullable<ProtocolCriterion['appliesIf']>,
  { scene }: CriterionWeigher,
): boolean {
  return weighTruth(expression, scene).verdict === 'not met'
}

/** Nothing was said at all: neither something uncertain nor something contradictory. */
function isSilence({ verdict, missing }: Truth): boolean {
  return (
    verdict === 'unknown' &&
    missing.length > 0 &&
    missing.every(({ why }) => why === 'not recorded' || why === 'window open')
  )
}

/**
 * What was against a criterion by the newest of its readings, where nothing is missing but a newer one. It decides nothing:
 * a value of last week is not one of today. It is told, so that nobody who was screened out seems never to have been.
 */
function lapsedGrounds(
  { kind, status, expression }: ProtocolCriterion,
  { verdict, missing, raised }: Truth,
  scene: Scene,
): readonly Ground[] | undefined {
  if (!expression || status === 'silent' || verdict !== 'unknown' || !scene.isPlanned) return
  if (raised.length > 0 || !missing.every(({ why }) => why === 'not recorded')) return
  const decision = newestOf(expression, scene)
  if (!decision) return
  const then = weighTruth(expression, { ...scene, decision })
  return effectOf(kind, then) === 'against' && then.grounds.length > 0 ? then.grounds : undefined
}

/** When the newest reading was, as far as the decision can know, of all that an expression looks at. */
function newestOf(
  expression: NonNullable<ProtocolCriterion['expression']>,
  { book, chart, decision }: Scene,
): Moment | undefined {
  return [...itemsRead(expression, book)]
    .flatMap((item) => [...chart.of(item), ...chart.unread(item)])
    .map(({ moment }) => moment)
    .filter((moment) => compareMoments(moment, decision) === -1)
    .toSorted(orderMoments)
    .at(-1)
}

function mayPresume(
  { kind, presumeIf, silence }: ProtocolCriterion,
  { scene }: CriterionWeigher,
): boolean {
  if (presumeIf && weighTruth(presumeIf, scene).verdict === 'met') return true
  return kind === 'exclusion' && silence !== 'ask'
}

/**
 * A silent criterion borrows its expression from another source: where that holds it is a note, and where it does
 * not a person is asked.
 */
function weighed(
  criterion: ProtocolCriterion,
  truth: Truth,
  { desk }: CriterionWeigher,
): Omit<CriterionState, 'id' | 'kind' | 'status' | 'members'> {
  const { id, kind, status } = criterion
  const told = judgedAt(desk, truth, { node: id, blocks: true })
  if (status !== 'silent') return { ...told, effect: effectOf(kind, truth) }
  const effect = effectOf(kind, truth)
  if (effect === 'for') desk.note({ type: 'elsewhere', node: id, ...wordsOf(criterion) })
  if (effect === 'for' || effect === 'none' || effect === 'open') return { ...told, effect }
  const left = truth.grounds.find((ground) => ground.left)?.left
  const given = left && 'value' in left ? { given: { value: left.value } } : {}
  const ask = askSilent(desk, criterion, { blocks: true, ...given })
  const { turnsMet: _, ...rest } = told
  return { ...rest, verdict: 'unknown', effect: 'open', asks: [...told.asks, ask] }
}

function wordsOf({ notes }: ProtocolCriterion) {
  const [words] = notes ?? []
  return words ? { words } : {}
}

function effectOf(
  kind: ProtocolCriterion['kind'],
  { verdict, turnsMet }: Truth,
): CriterionState['effect'] {
  if (verdict === 'not applicable') return 'none'
  if (verdict === 'unknown') return 'open'
  if ((verdict === 'met') === (kind === 'inclusion')) return 'for'
  return kind === 'inclusion' && turnsMet !== undefined ? 'not yet' : 'against'
}

function groupState(
  { kind }: ProtocolCriterion,
  join: 'all' | 'any',
  members: readonly CriterionState[],
): Omit<CriterionState, 'id' | 'kind' | 'status'> {
  const verdict = (join === 'all' ? and : or)(members.map((member) => member.verdict))
  const truth = joinTruths(
    verdict,
    members.map((member) => ({ ...member, raised: [] })),
  )
  const { grounds, missing, turnsMet } = truth
  const deciding = members.filter((member) => member.verdict === verdict)
  const isPresumed = members.some(({ presumed }) => presumed === true)
  return {
    verdict,
    grounds,
    missing,
    asks: verdict === 'unknown' ? deciding.flatMap(({ asks }) => asks) : [],
    ...(turnsMet !== undefined && { turnsMet }),
    effect: effectOf(kind, truth),
    ...(isPresumed && { presumed: true }),
    members,
  }
}
