import type { Regimen } from '../document/dosing.ts'
import type { Protocol } from '../document/protocol.ts'
import { type BeforeDoses, canBe } from './before-doses.ts'
import type { ExpressionCheck } from './check-names.ts'

/**
 * Reports what nobody can tell before the first dose: what counts from a dose of its own product, and what counts from one of
 * another product that is itself waiting, as a washout of each from the other.
 */
export function checkTurns({ regimens }: Protocol, { book, report }: ExpressionCheck): void {
  const notGiven = neverGiven(regimens, book)
  for (const [index, regimen] of regimens.entries())
    for (const part of partsToKnow(regimen)) {
      if (part.isKnown({ book, notGiven })) continue
      const own = [regimen.item]
      const isOwn = !part.isKnown({ book, notGiven: own })
      const others = notGiven.filter((item) => !part.isKnown({ book, notGiven: [item] }))
      report({
        kind: isOwn ? 'nobody could begin' : 'products wait for each other',
        path: `regimens[${index}].${part.path}`,
        found: part.id,
        other: (isOwn ? own : others.length > 0 ? others : notGiven).join(', '),
      })
    }
}

/** The doses that nobody can be given first: whatever can begin without the others is taken away until nothing more can. */
function neverGiven(regimens: readonly Regimen[], book: BeforeDoses['book']): readonly string[] {
  let waiting = regimens
  for (;;) {
    const notGiven = [...new Set(waiting.map(({ item }) => item))]
    const given = new Set(
      waiting
        .filter((one) => partsToKnow(one).every(({ isKnown }) => isKnown({ book, notGiven })))
        .map(({ item }) => item),
    )
    if (given.size === 0) return notGiven
    waiting = waiting.filter(({ item }) => !given.has(item))
  }
}

interface PartToKnow {
  readonly id: string
  readonly path: string
  readonly isKnown: (before: BeforeDoses) => boolean
}

/** What must be known before a first dose: whom it is for, that no rest holds it, and its level. */
function partsToKnow({ id, appliesIf, holds = [], start }: Regimen): readonly PartToKnow[] {
  const isLevelKnown = (before: BeforeDoses): boolean =>
    start.some(
      ({ when }, at) =>
        (!when || canBe('met', when, before)) &&
        start.slice(0, at).every((one) => !one.when || canBe('not met', one.when, before)),
    )
  return [
    ...(appliesIf
      ? [{ id, path: 'appliesIf', isKnown: (at: BeforeDoses) => canBe('met', appliesIf, at) }]
      : []),
    ...holds.map((hold, at): PartToKnow => ({
      id: hold.id,
      path: `holds[${at}].when`,
      isKnown: (before) => canBe('not met', hold.when, before),
    })),
    ...(start.length > 0 ? [{ id: start[0]?.id ?? id, path: 'start', isKnown: isLevelKnown }] : []),
  ]
}
