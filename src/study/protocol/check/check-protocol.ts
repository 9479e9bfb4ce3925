import type { ProtocolCriterion } from '../document/criteria.ts'
import type { Protocol } from '../document/protocol.ts'
import { bookOf } from '../expression/scene.ts'
import { isMore } from '../quantity/compare-amounts.ts'
import { checkCircles } from './check-circles.ts'
import { checkRegimen } from './check-dosing.ts'
import { checkTruth, checkValue } from './check-expression.ts'
import {
  type ExpressionCheck,
  checkItem,
  checkMoment,
  checkUnit,
  checkVisitHappens,
  checkVisitOnce,
} from './check-names.ts'
import { checkNodes } from './check-nodes.ts'
import { checkReady } from './check-ready.ts'
import { checkTogether } from './check-together.ts'
import { checkTurns } from './check-turns.ts'
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
  checkHead(protocol, check.report)
  checkItems(protocol, check)
  checkCircles(protocol, check.report)
  for (const [index, { expression }] of protocol.definitions.entries())
    if (expression)
      // A definition may be a test of a reading.
      checkTruth(expression, `definitions[${index}].expression`, { ...check, inTest: true })
  checkAnchors(protocol, check)
  for (const [index, one] of protocol.eligibility.entries())
    checkCriterion(one, `eligibility[${index}]`, check)
  checkTogether(protocol, check)
  checkVisits(protocol, check)
  for (const [index, regimen] of protocol.regimens.entries())
    checkRegimen(regimen, `regimens[${index}]`, check)
  checkTurns(protocol, check)
  checkShared(protocol, check.report)
  checkOutcomes(protocol, check)
  return faults
}

/** A site has one date, a source one name, and a version takes the place of another. */
function checkHead(
  { effective, sources, version, supersedes }: Protocol,
  report: ExpressionCheck['report'],
): void {
  for (const [index, { site }] of effective.entries())
    if (effective.slice(0, index).some((other) => other.site === site))
      report({ kind: 'site twice', path: `effective[${index}].site`, found: site })
  for (const [index, { id }] of sources.entries())
    if (sources.slice(0, index).some((other) => other.id === id))
      report({ kind: 'id twice', path: `sources[${index}].id`, found: id })
  if (supersedes === version) report({ kind: 'cycle', path: 'supersedes', found: version })
}

/** A dose of two regimens would be counted by both, unless each says for whom it is. */
function checkShared({ regimens }: Protocol, report: ExpressionCheck['report']): void {
  for (const [index, { id, item, appliesIf }] of regimens.entries())
    for (const other of regimens.slice(0, index))
      if (other.item === item && !(appliesIf && other.appliesIf))
        report({
          kind: 'item of two regimens',
          path: `regimens[${index}].item`,
          found: id,
          other: other.id,
        })
}

function checkItems({ items }: Protocol, { report }: ExpressionCheck): void {
  const seen = new Set<string>()
  const roles = new Set<string>()
  for (const [index, { id, role, unit, type, plausible }] of items.entries()) {
    const path = `items[${index}]`
    if (seen.has(id)) report({ kind: 'id twice', path, found: id })
    seen.add(id)
    if (role !== undefined && roles.has(role)) report({ kind: 'role twice', path, found: role })
    if (role !== undefined) roles.add(role)
    if (
      plausible &&
      isMore({ value: plausible.from, unit: '1' }, { value: plausible.to, unit: '1' })
    )
      report({ kind: 'limits turned round', path: `${path}.plausible`, found: id })
    if (type === 'quantity') checkUnit(unit ?? '1', `${path}.unit`, { report })
  }
}

function checkAnchors({ anchors, regimens }: Protocol, check: ExpressionCheck): void {
  for (const [index, { event }] of anchors.entries()) {
    const path = `anchors[${index}].event`
    if (event.type === 'visit') {
      checkVisitOnce(event.visit, `${path}.visit`, check)
      continue
    }
    checkItem(event.item, `${path}.item`, check)
    if (event.type === 'increase' && !regimens.some(({ item }) => item === event.item))
      check.report({ kind: 'no dose of it', path: `${path}.item`, found: event.item })
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
    checkReady(endpoint, path, check)
    checkConfidence(endpoint.analysis?.confidence, `${path}.analysis.confidence`, check)
    for (const [at, { value }] of (endpoint.values ?? []).entries())
      checkValue(value, `${path}.values[${at}].value`, check)
    if (endpoint.success && endpoint.sets.length === 0)
      check.report({ kind: 'in no set', path: `${path}.sets`, found: endpoint.id })
    for (const set of endpoint.sets)
      if (!sets.has(set)) check.report({ kind: 'unknown set', path: `${path}.sets`, found: set })
  }
  for (const [index, { member }] of protocol.sets.entries())
    if (member) checkTruth(member, `sets[${index}].member`, check)
}

/** A confidence is a share: 0.95, not 95. */
function checkConfidence(
  confidence: string | undefined,
  path: string,
  { report }: ExpressionCheck,
): void {
  const one = { value: '1', unit: '1' }
  const share = { value: confidence ?? '0.95', unit: '1' }
  if (!isMore(share, { ...one, value: '0' }) || !isMore(one, share))
    report({ kind: 'not a confidence', path, found: share.value })
}
