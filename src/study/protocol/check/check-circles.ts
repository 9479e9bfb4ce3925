import type { TruthExpression } from '../document/expressions.ts'
import type { Protocol } from '../document/protocol.ts'
import type { FaultReport } from './fault.ts'
import { reachedFrom } from './reached-from.ts'

/** Reports definitions and anchors that lead back to themselves: nothing could be worked out from them. */
export function checkCircles(protocol: Protocol, report: FaultReport): void {
  const anchors = new Map(
    protocol.anchors.map(({ id }, index) => [`anchor ${id}`, `anchors[${index}]`]),
  )
  const paths = new Map([
    ...anchors,
    ...protocol.definitions.map(
      ({ id }, index) => [`definition ${id}`, `definitions[${index}]`] as const,
    ),
    ...protocol.visits.map(({ id }, index) => [`visit ${id}`, `visits[${index}]`] as const),
  ])
  const graph = graphOf(protocol)
  for (const [name, path] of paths)
    if (reachedFrom([name], (one) => graph.get(one) ?? []).has(name))
      report({ kind: 'cycle', path, found: name.replace(/^\w+ /, '') })
}

type Graph = ReadonlyMap<string, readonly string[]>

function graphOf({ definitions, anchors, visits }: Protocol): Graph {
  return new Map([
    ...definitions.map(
      ({ id, expression }) => [`definition ${id}`, expression ? namesIn(expression) : []] as const,
    ),
    ...anchors.map(({ id, event }) => {
      const day = 'onDay' in event && event.onDay ? [`anchor ${event.onDay.anchor}`] : []
      return [`anchor ${id}`, event.type === 'visit' ? [`visit ${event.visit}`] : day] as const
    }),
    ...visits.map(
      ({ id, target }) => [`visit ${id}`, target ? [`anchor ${target.anchor}`] : []] as const,
    ),
  ])
}

/** The definitions, anchors and visits that an expression leads to. */
function namesIn(expression: TruthExpression): readonly string[] {
  const names: string[] = []
  const look = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(look)
    else if (typeof part === 'object' && part !== null) {
      if ('op' in part && part.op === 'defined' && 'name' in part)
        names.push(`definition ${String(part.name)}`)
      if ('anchor' in part) names.push(`anchor ${String(part.anchor)}`)
      if ('visit' in part) names.push(`visit ${String(part.visit)}`)
      Object.values(part).forEach(look)
    }
  }
  look(expression)
  return names
}
