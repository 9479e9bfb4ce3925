import type { Scene } from '../expression/scene.ts'
import { type Moment, readMoment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'
import type { CriterionState, EligibilityMode, EligibilityState } from '../state/answers.ts'
import { type QuestionDesk, openDesk } from '../state/question-desk.ts'
import { shownMoment } from '../state/moved.ts'
import { weighCriterion } from './weigh-criterion.ts'

/**
 * What a version's criteria come to at the moment of a scene. One thing against is `no`; what time alone will change
 * is `notYet`, if on that day nothing else is against; anything open is `unknown`.
 */
export function eligibilityAt(
  scene: Scene,
  mode: EligibilityMode,
  desk: QuestionDesk,
): EligibilityState {
  const criteria = scene.book.protocol.eligibility.map((criterion) =>
    weighCriterion(criterion, { scene, mode, desk }),
  )
  const against = criteria.filter(({ effect }) => effect === 'against')
  const later = criteria.filter(({ effect }) => effect === 'not yet')
  const open = criteria.filter(({ effect }) => effect === 'open')
  const base = {
    mode,
    criteria,
    confirm: criteria.flatMap(presumedIn),
    judgedAt: shownMoment(scene.decision),
  }
  const by = (those: readonly CriterionState[]) => ({ by: those.map(({ id }) => id) })
  if (against.length > 0) return { ...base, answer: 'no', ...by(against) }
  if (later.length > 0) {
    const earliest = later
      .flatMap(({ turnsMet }) => turnsMet ?? [])
      .toSorted()
      .at(-1)
    if (earliest === undefined || !isOpenOn(earliest, scene, mode))
      return { ...base, answer: 'no', ...by(later) }
    return { ...base, answer: 'notYet', earliest, ...by(later) }
  }
  return open.length > 0
    ? { ...base, answer: 'unknown', ...by(open) }
    : { ...base, answer: 'yes', by: [] }
}

/** Whether on a later day nothing would be against: a window may open on one and another close before it. */
function isOpenOn(day: string, scene: Scene, mode: EligibilityMode): boolean {
  const decision = laterMoment(day, scene)
  if (!decision) return false
  const weigher = { scene: { ...scene, decision, now: decision }, mode, desk: openDesk() }
  return scene.book.protocol.eligibility
    .map((criterion) => weighCriterion(criterion, weigher))
    .every(({ effect }) => effect !== 'against' && effect !== 'not yet')
}

function laterMoment(day: string, { zone }: Scene): Moment | undefined {
  const moment = readMoment(day, zone)
  return isTimeProblem(moment) ? undefined : moment
}

function presumedIn({ id, presumed, members }: CriterionState): readonly string[] {
  if (members.length > 0) return members.flatMap(presumedIn)
  return presumed === true ? [id] : []
}
