import type { ProtocolCriterion } from '../document/criteria.ts'
import type { Protocol } from '../document/protocol.ts'
import { bookOf } from '../expression/scene.ts'
import { checkCircles } from './check-circles.ts'
import { checkRegimen } from './check-dosing.ts'
import { checkTruth, checkValue } from './check-expression.ts'
import {
  type ExpressionCheck,
  checkItem,
  checkMoment,
  checkUnit,
  checkVisitHappens,
} from './check-names.ts'
import { checkNodes } from './check-nodes.ts'
import { checkVisits } from './check-visits.ts'
import type { ProtocolFault } from './fault.ts'

/**
 * Everything that is wrong with a protocol of the right shape, each with its path: names that are not there, units that
 * do not convert, levels nobody reaches, steps that fire twice, windows that overlap, endpoints of visits that may not
 * happen, circles, nodes that do not say where they come from. A protocol with a fault is not used.
 */
export function protocolFaults(protocol: Protocol): readonly ProtocolFault[] {
  const faults: ProtocolFault[] = []
  const check: ExpressionCheck = { book: bookOf(protocol), report: (fault) => faults.push(fault) }
  checkNodes(protocol, check.report)
  checkItems(protocol, check)
  checkCircles(protocol, check.report)
  for (const [index, { expression }] of protocol.definitions.entries())
    if (expression)
      // A definition may be a test of a reading.
      checkTruth(expression, `definitions[${index}].expression`, { ...check, inTest: true })
  checkAnchors(protocol, check)
  for (const [index, one] of protocol.eligibility.entries())
    checkCriterion(one, `eligibility[${index}]`, check)
  checkVisits(protocol, check)
  for (const [index, regimen] of protocol.regimens.entries())
    checkRegimen(regimen, `regimens[${index}]`, check)
  checkOutcomes(protocol, check)
  return faults
}

function checkItems({ items }: Protocol, { report }: ExpressionCheck): void {
  const seen = new Set<string>()
  const roles = new Set<string>()
  for (const [index, { id, role, unit, type }] of items.entries()) {
    const path = `items[${index}]`
    if (seen.has(id)) report({ kind: 'id twice', path, found: id })
    seen.add(id)
    if (role !== undefined && roles.has(role)) report({ kind: 'role twice', path, found: role })
    if (role !== undefined) roles.add(role)
    if (type === 'quantity') checkUnit(unit ?? '1', `${path}.unit`, { report })
  }
}

function checkAnchors({ anchors }: Protocol, check: ExpressionCheck): void {
  for (const [index, { event }] of anchors.entries()) {
    const path = `anchors[${index}].event`
    if (event.type === 'visit') {
      checkVisitHappens(event.visit, `${path}.visit`, check)
      continue
    }
    checkItem(event.item, `${path}.item`, check)
    if (event.type !== 'increase' && event.onDay)
      checkMoment({ at: 'day', ...event.onDay }, `${path}.onDay`, check)
  }
}

function checkCriterion(criterion: ProtocolCriterion, path: string, check: ExpressionCheck): void {
  const { expression, group, appliesIf, presumeIf, status, question, kind } = criterion
  if (expression && group) check.report({ kind: 'criterion and group', path, found: criterion.id })
  if (expression) checkTruth(expression, `${path}.expression`, check)
  if (status === 'silent' && expression && !question)
    check.report({ kind: 'question missing', path, found: criterion.id })
  if (appliesIf) checkTruth(appliesIf, `${path}.appliesIf`, check)
  if (presumeIf) checkTruth(presumeIf, `${path}.presumeIf`, check)
  for (const [index, member] of (group?.members ?? []).entries()) {
    const at = `${path}.group.members[${index}]`
    if (member.kind !== kind)
      check.report({
        kind: 'item of another kind',
        path: `${at}.kind`,
        found: member.kind,
        other: kind,
      })
    checkCriterion(member, at, check)
  }
}

function checkOutcomes(protocol: Protocol, check: ExpressionCheck): void {
  const sets = new Set(protocol.sets.map(({ id }) => id))
  for (const [index, endpoint] of protocol.endpoints.entries()) {
    const path = `endpoints[${index}]`
    if (endpoint.success) checkTruth(endpoint.success, `${path}.success`, check)
    else if (!endpoint.question)
      check.report({ kind: 'question missing', path, found: endpoint.id })
    if (endpoint.appliesIf) checkTruth(endpoint.appliesIf, `${path}.appliesIf`, check)
    if (endpoint.readyAt) checkMoment(endpoint.readyAt, `${path}.readyAt`, check)
    if (endpoint.visit !== undefined) checkVisitHappens(endpoint.visit, `${path}.visit`, check)
    for (const [at, { value }] of (endpoint.values ?? []).entries())
      checkValue(value, `${path}.values[${at}].value`, check)
    for (const set of endpoint.sets)
      if (!sets.has(set)) check.report({ kind: 'unknown set', path: `${path}.sets`, found: set })
  }
  for (const [index, { member }] of protocol.sets.entries())
    if (member) checkTruth(member, `sets[${index}].member`, check)
}
