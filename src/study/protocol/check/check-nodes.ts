import type { ProtocolCriterion } from '../document/criteria.ts'
import type { ProtocolNode } from '../document/node.ts'
import type { Protocol } from '../document/protocol.ts'
import type { FaultReport } from './fault.ts'

/** A node and where it stands. */
export interface NodeAt {
  readonly node: ProtocolNode
  readonly path: string
}

/** Every node of a protocol with its path, members of groups and parts of regimens included. */
export function nodesOf(protocol: Protocol): readonly NodeAt[] {
  const at = (name: string, nodes: readonly ProtocolNode[]): readonly NodeAt[] =>
    nodes.map((node, index) => ({ node, path: `${name}[${index}]` }))
  return [
    ...at('definitions', protocol.definitions),
    ...at('anchors', protocol.anchors),
    ...protocol.eligibility.flatMap((one, index) => criterionNodes(one, `eligibility[${index}]`)),
    ...at('visits', protocol.visits),
    ...protocol.regimens.flatMap((regimen, index) => {
      const path = `regimens[${index}]`
      const parts = {
        timing: regimen.timing,
        weight: regimen.weight,
        cap: regimen.cap,
        rounding: regimen.rounding,
        smallest: regimen.smallest,
      }
      return [
        { node: regimen, path },
        ...Object.entries(parts).flatMap(([name, node]) =>
          node ? [{ node, path: `${path}.${name}` }] : [],
        ),
        ...at(`${path}.levels`, regimen.levels),
        ...at(`${path}.start`, regimen.start),
        ...at(`${path}.changes`, regimen.changes),
        ...at(`${path}.holds`, regimen.holds ?? []),
        ...at(`${path}.stops`, regimen.stops),
      ]
    }),
    ...at('endpoints', protocol.endpoints),
    ...at('sets', protocol.sets),
    ...(protocol.amendment ? [{ node: protocol.amendment, path: 'amendment' }] : []),
  ]
}

function criterionNodes(criterion: ProtocolCriterion, path: string): readonly NodeAt[] {
  const members = criterion.group?.members ?? []
  return [
    { node: criterion, path },
    ...members.flatMap((one, index) => criterionNodes(one, `${path}.group.members[${index}]`)),
  ]
}

/** Reports ids that stand twice, sources that are not named, and nodes that do not say where they come from. */
export function checkNodes(protocol: Protocol, report: FaultReport): void {
  const sources = new Set(protocol.sources.map(({ id }) => id))
  const seen = new Map<string, string>()
  for (const { node, path } of nodesOf(protocol)) {
    const before = seen.get(node.id)
    if (before !== undefined) report({ kind: 'id twice', path, found: node.id, other: before })
    seen.set(node.id, path)
    const words = node.words ?? []
    for (const [index, { source }] of words.entries())
      if (!sources.has(source))
        report({ kind: 'unknown source', path: `${path}.words[${index}].source`, found: source })
    if (node.status === 'stated' && words.length === 0)
      report({ kind: 'words missing', path, found: node.id })
    if (node.status === 'inferred' && !node.reason)
      report({ kind: 'reason missing', path, found: node.id })
  }
}
