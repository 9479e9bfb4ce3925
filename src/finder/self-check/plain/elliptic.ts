import { isThing } from '../../../words/language/is-thing.ts'
import type { AskedFrame, AskedThing, AskedThings } from '../../../words/language/asked.ts'

/** Whether a thing of a row is none of its own: it says of what the next one is, or what the one before it needs. */
export function isElliptic(row: AskedThings, frame: AskedFrame): boolean {
  return saysOfNext(row) || (frame === 'have' && isNeededBefore(row))
}

/** "Egg or milk allergy", "alcohol or drug problem": what looks like a thing that is given says of what the next one is. */
function saysOfNext({ things }: AskedThings): boolean {
  return things.some((one, at) => {
    const next = things[at + 1]
    if (!next || !isThing(one) || !isThing(next)) return false
    const isGiven = one.name.kind === 'given' || one.name.mark === 'food'
    return (
      isGiven &&
      next.name.kind === undefined &&
      next.name.mark !== 'food' &&
      next.name.mark !== 'own'
    )
  })
}

/** "Infections that need an antibiotic or antiviral treatment": who takes the second has no such infection. */
function isNeededBefore({ things }: AskedThings): boolean {
  return things.some(
    (one, at) =>
      isThing(one) &&
      one.name.kind === 'given' &&
      things.slice(0, at).some((before) => isThing(before) && needsSomething(before)),
  )
}

function needsSomething({ name, tails }: AskedThing): boolean {
  if (name.kind !== undefined) return false
  return tails.some(
    (one) =>
      one.tail === 'needs' ||
      one.tail === 'treated' ||
      (one.tail === 'said' && /^qui (?:demande|nécessite)/.test(one.said.fr)),
  )
}
