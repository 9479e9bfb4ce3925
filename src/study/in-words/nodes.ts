import type { ProtocolCriterion } from '../protocol/document/criteria.ts'
import type { Regimen } from '../protocol/document/dosing.ts'
import type { ProtocolNode } from '../protocol/document/node.ts'
import type { Protocol } from '../protocol/document/protocol.ts'

/** The parts of a protocol as they are shown, in this order. */
export const protocolParts = [
  'definitions',
  'anchors',
  'eligibility',
  'visits',
  'regimens',
  'endpoints',
  'sets',
  'amendment',
] as const

/** Every node of a document, by the part it belongs to, in the document's order; members follow their group. */
export function protocolNodes(
  protocol: Protocol,
): Readonly<Record<(typeof protocolParts)[number], readonly ProtocolNode[]>> {
  return {
    definitions: protocol.definitions,
    anchors: protocol.anchors,
    eligibility: protocol.eligibility.flatMap(withMembers),
    visits: protocol.visits,
    regimens: protocol.regimens.flatMap(regimenNodes),
    endpoints: protocol.endpoints,
    sets: protocol.sets,
    amendment: protocol.amendment ? [protocol.amendment] : [],
  }
}

function withMembers(criterion: ProtocolCriterion): readonly ProtocolCriterion[] {
  return [criterion, ...(criterion.group?.members ?? []).flatMap(withMembers)]
}

function regimenNodes(regimen: Regimen): readonly ProtocolNode[] {
  const { timing, levels, start, changes, weight, cap, rounding, smallest, holds, stops } = regimen
  const single = [weight, cap, rounding, smallest].filter((node) => node !== undefined)
  return [regimen, timing, ...levels, ...start, ...changes, ...single, ...(holds ?? []), ...stops]
}
