import type { Tx } from '../../../people/records/model/records.ts'
import { firstInstantOf } from '../../protocol/time/first-instant.ts'
import { auditFacts } from '../derived/audit-facts.ts'
import { keepDerived } from '../derived/keep-derived.ts'
import type { ConductActing } from '../model/acting.ts'
import { type ConductCase, caseOf, itemOf, zoneOf } from '../model/case.ts'
import { appendFacts, type NewFact } from '../model/facts.ts'

/** What takes effect at a site, as each participant who is in is told of it in their own record. */
export interface Announcement {
  /** The name of a version of the protocol, or of a text of consent. */
  readonly name: string
  readonly of: 'version' | 'consent text'
  /** `yyyy-MM-dd`, by the clocks of the site. */
  readonly from: string
  /** Whether they sign consent again. */
  readonly reconsent: boolean
  readonly reason?: string
}

/**
 * Adds to the record of a participant that something takes effect for them, once for each name: consent that is due again
 * is due from then on. Answers the case with it; as it was where their version has no item for it.
 */
export async function announce(
  tx: Tx,
  { newId, ...acting }: ConductActing & { readonly newId: () => string },
  before: ConductCase,
  { name, of, from, reconsent, reason }: Announcement,
): Promise<ConductCase> {
  const { participant, run, facts, protocol } = before
  const item = itemOf(protocol, 'version effective')
  const formKey = `announced ${of} ${name}`
  if (!item || facts.some((fact) => fact.formKey === formKey)) return before
  const fact: NewFact = {
    item: item.id,
    value: name,
    at: firstInstantOf(from, zoneOf(before)),
    details: { of, reconsent },
    ...(reason !== undefined && { reason }),
  }
  const by = `account/${acting.actor.accountId}`
  const kept = await appendFacts(tx, participant, { facts: [fact], formKey, by, newId }, acting.now)
  await auditFacts(tx, acting, before, kept)
  const head = kept.at(-1)?.hash ?? participant.head
  const grown = { ...participant, facts: participant.facts + kept.length, head }
  const after = caseOf(grown, run, [...facts, ...kept], acting.now)
  await keepDerived(tx, acting, after)
  return after
}

/** Whether somebody is in: they consented, and did not take it all back. */
export function isIn({
  facts,
  protocol,
  state,
}: Pick<ConductCase, 'facts' | 'protocol' | 'state'>): boolean {
  const { treatment, visits } = state.withdrawn
  if (treatment !== undefined && visits !== undefined) return false
  const consent = itemOf(protocol, 'consent')?.id
  const corrected = new Set(facts.flatMap(({ corrects }) => corrects ?? []))
  return facts.some(
    ({ id, item, value }) => item === consent && value !== null && !corrected.has(id),
  )
}
