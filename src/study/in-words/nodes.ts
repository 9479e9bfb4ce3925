import type { ProtocolCriterion } from '../protocol/document/criteria.ts'
import type {
  CapRule,
  DoseLevel,
  DoseTiming,
  HoldRule,
  LevelChange,
  Regimen,
  RoundingRule,
  SmallestDose,
  StartRule,
  StopRule,
  WeightRule,
} from '../protocol/document/dosing.ts'
import type { AnalysisSet, ProtocolEndpoint } from '../protocol/document/endpoints.ts'
import type { AmendmentImpact, Definition, Protocol } from '../protocol/document/protocol.ts'
import type { PlannedVisit, ProtocolAnchor } from '../protocol/document/schedule.ts'

/** The parts of a protocol that hold nodes, in the order in which they are shown. */
export const protocolParts = [
  'eligibility',
  'visits',
  'regimens',
  'endpoints',
  'sets',
  'definitions',
  'anchors',
  'amendment',
] as const

/** One part of a protocol. */
export type ProtocolPart = (typeof protocolParts)[number]

/** A node and what kind of thing it is. */
export type PlacedNode =
  | Placed<'definition', Definition>
  | Placed<'anchor', ProtocolAnchor>
  | Placed<'criterion', ProtocolCriterion>
  | Placed<'visit', PlannedVisit>
  | Placed<'regimen', Regimen>
  | Placed<'timing', DoseTiming>
  | Placed<'level', DoseLevel>
  | Placed<'start', StartRule>
  | Placed<'change', LevelChange>
  | Placed<'weight', WeightRule>
  | Placed<'cap', CapRule>
  | Placed<'rounding', RoundingRule>
  | Placed<'smallest', SmallestDose>
  | Placed<'hold', HoldRule>
  | Placed<'stop', StopRule>
  | Placed<'endpoint', ProtocolEndpoint>
  | Placed<'set', AnalysisSet>
  | Placed<'amendment', AmendmentImpact>

interface Placed<Kind extends string, Node> {
  readonly kind: Kind
  readonly node: Node
}

/** Every node of a document, by its part, in the document's order; members follow their group. */
export function protocolNodes(
  protocol: Protocol,
): Readonly<Record<ProtocolPart, readonly PlacedNode[]>> {
  return {
    eligibility: protocol.eligibility.flatMap(withMembers).map(placedAs('criterion')),
    visits: protocol.visits.map(placedAs('visit')),
    regimens: protocol.regimens.flatMap(regimenNodes),
    endpoints: protocol.endpoints.map(placedAs('endpoint')),
    sets: protocol.sets.map(placedAs('set')),
    definitions: protocol.definitions.map(placedAs('definition')),
    anchors: protocol.anchors.map(placedAs('anchor')),
    amendment: protocol.amendment ? [{ kind: 'amendment', node: protocol.amendment }] : [],
  }
}

/** The nodes of one regimen: itself first, then its rules. */
export function regimenNodes(regimen: Regimen): readonly PlacedNode[] {
  const { weight, cap, rounding, smallest } = regimen
  return [
    { kind: 'regimen', node: regimen },
    { kind: 'timing', node: regimen.timing },
    ...regimen.levels.map(placedAs('level')),
    ...regimen.start.map(placedAs('start')),
    ...regimen.changes.map(placedAs('change')),
    ...(weight ? [placedAs('weight')(weight)] : []),
    ...(cap ? [placedAs('cap')(cap)] : []),
    ...(rounding ? [placedAs('rounding')(rounding)] : []),
    ...(smallest ? [placedAs('smallest')(smallest)] : []),
    ...(regimen.holds ?? []).map(placedAs('hold')),
    ...regimen.stops.map(placedAs('stop')),
  ]
}

function withMembers(criterion: ProtocolCriterion): readonly ProtocolCriterion[] {
  return [criterion, ...(criterion.group?.members ?? []).flatMap(withMembers)]
}

function placedAs<const Kind extends string>(kind: Kind): <Node>(node: Node) => Placed<Kind, Node> {
  return (node) => ({ kind, node })
}
