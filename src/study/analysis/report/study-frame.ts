import type { Wording } from '../../protocol/document/node.ts'
import type { Protocol } from '../../protocol/document/protocol.ts'
import type { BehindRow } from './cells.ts'

/** A thing of the protocol that has an id and a title. */
interface Titled {
  readonly id: string
  readonly title: Wording
}

/** The rule a number is by: a node of the version that the report names. */
export function ruleOf(
  { version }: Pick<Protocol, 'version'>,
  { id }: Pick<Titled, 'id'>,
): { readonly node: string; readonly version: string } {
  return { node: id, version }
}

/** The title of a criterion, at whatever depth of a group, or its id. */
export function criterionTitle(
  { eligibility }: Pick<Protocol, 'eligibility'>,
  id: string,
): Wording {
  const stack = [...eligibility]
  for (let one = stack.pop(); one; one = stack.pop()) {
    if (one.id === id) return one.title
    stack.push(...(one.group?.members ?? []))
  }
  return { en: id }
}

/** A participant behind a number, with the facts that count, each once. */
export function behindRow(participant: string, facts: readonly string[] = []): BehindRow {
  return { participant, facts: [...new Set(facts)] }
}
