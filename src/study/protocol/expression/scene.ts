import type { Definition, Protocol, ProtocolItem } from '../document/protocol.ts'
import type { ProtocolAnchor } from '../document/schedule.ts'
import type { Chart } from '../facts/chart.ts'
import type { FactReading } from '../facts/reading.ts'
import type { Moment } from '../time/moment.ts'

/** A protocol by the names its expressions use. */
export interface ProtocolBook {
  readonly protocol: Protocol
  readonly items: ReadonlyMap<string, ProtocolItem>
  readonly definitions: ReadonlyMap<string, Definition>
  readonly anchors: ReadonlyMap<string, ProtocolAnchor>
}

/** What an expression is held against: a chart, seen at the moment of one decision. */
export interface Scene {
  readonly book: ProtocolBook
  readonly chart: Chart
  readonly now: Moment
  /** The moment the decision at hand is for. Readings that are surely later are not seen. */
  readonly decision: Moment
  /** The decision has not been acted on: its moment may still move. */
  readonly isPlanned: boolean
  readonly zone?: string
  /** The reading under test, inside `any`, `agreed` and `count`. */
  readonly reading?: FactReading
  /** The definition that is being looked into, for its grounds. */
  readonly within?: string
  /** The last dose of an item that was of a higher level than the one before, or its first. */
  readonly increaseOf: (item: string) => Moment | undefined
  /** The days or moments in which a reading counts for a visit, where the visit is placed. */
  readonly spanOf: (
    visit: string,
  ) => { readonly opens: Moment; readonly closes: Moment } | undefined
}

/** The names of a protocol, for looking up. */
export function bookOf(protocol: Protocol): ProtocolBook {
  return {
    protocol,
    items: new Map(protocol.items.map((item) => [item.id, item])),
    definitions: new Map(protocol.definitions.map((definition) => [definition.id, definition])),
    anchors: new Map(protocol.anchors.map((anchor) => [anchor.id, anchor])),
  }
}
