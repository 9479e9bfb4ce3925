import type { PlannedVisit } from '../document/schedule.ts'
import type { FactReading } from '../facts/reading.ts'
import type { ProtocolDeviation, VisitState } from '../state/answers.ts'
import type { ParticipantCase } from '../state/participant-case.ts'
import { compareMoments } from '../time/moment.ts'

/** A visit missed, early or late by the window that is in force; without a window there is none of them. */
export function visitDeviations(state: VisitState): readonly ProtocolDeviation[] {
  const type = deviationOf(state.standing)
  if (!type || state.due === undefined) return []
  return [
    {
      id: [type, state.id, state.occurrence ?? ''].filter((part) => part !== '').join(':'),
      type,
      node: state.id,
      at: state.doneAt ?? state.closes ?? state.due,
      ...(state.day !== undefined && { day: state.day }),
      ...(state.doneAt !== undefined && { found: { text: state.doneAt } }),
      expected: { text: state.due },
      facts: state.facts,
    },
  ]
}

function deviationOf(standing: VisitState['standing']): ProtocolDeviation['type'] | undefined {
  if (standing === 'missed') return 'visit missed'
  if (standing === 'early') return 'visit early'
  return standing === 'late' ? 'visit late' : undefined
}

/** What was to be done first and was not: a temperature after the injection, or none at all. */
export function orderDeviations(
  { id, order = [] }: PlannedVisit,
  state: VisitState,
  { chart }: ParticipantCase,
): readonly ProtocolDeviation[] {
  if (order.length === 0) return []
  const own = new Set(state.facts)
  const at = (item: string): readonly FactReading[] =>
    chart.of(item).filter(({ fact }) => own.has(fact.id))
  return order.flatMap(({ first, then }) => {
    const [done] = at(then)
    if (!done) return []
    if (at(first).some(({ moment }) => compareMoments(moment, done.moment) !== 1)) return []
    return [
      {
        id: ['not taken before', id, done.fact.id, first].join(':'),
        type: 'not taken before',
        node: id,
        at: done.fact.at,
        ...(state.day !== undefined && { day: state.day }),
        item: first,
        facts: [done.fact.id],
      } as const,
    ]
  })
}
