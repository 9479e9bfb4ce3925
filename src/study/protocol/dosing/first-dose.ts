import { findAnchor } from '../expression/moments.ts'
import type { Scene } from '../expression/scene.ts'
import { type Moment, compareMoments, orderMoments } from '../time/moment.ts'

/** The first dose of the study that was given, of whatever product; the criteria are for it. */
export function firstDoseGiven(scene: Scene): Moment | undefined {
  const doses = scene.book.protocol.regimens.flatMap(({ anchor }) => {
    const first = findAnchor(anchor, scene)
    return 'missing' in first || first.facts.length === 0 ? [] : [first.moment]
  })
  return doses.toSorted(orderMoments)[0]
}

/** The same, where it was surely before the decision of the scene. */
export function firstDoseBefore(scene: Scene): Moment | undefined {
  const first = firstDoseGiven(scene)
  return first && compareMoments(first, scene.decision) === -1 ? first : undefined
}
