import type { Tx } from '../../../people/records/model/records.ts'
import { type ConductActing, auditConduct } from '../model/acting.ts'
import type { ConductCase } from '../model/case.ts'
import type { KeptFact } from '../model/facts.ts'

/** A line for each fact: which, of what, bound to its hash; the values, old and new, and the reason are the participant's. */
export async function auditFacts(
  tx: Tx,
  acting: ConductActing,
  { participant, facts }: Pick<ConductCase, 'participant' | 'facts'>,
  kept: readonly KeptFact[],
): Promise<void> {
  for (const fact of kept) {
    const before = facts.find(({ id }) => id === fact.corrects)
    await auditConduct(tx, acting, {
      action: fact.corrects === undefined ? 'fact.recorded' : 'fact.corrected',
      subject: `participant/${participant.id}`,
      at: participant,
      details: {
        fact: fact.id,
        item: fact.item,
        seq: fact.seq,
        hash: fact.hash,
        ...(fact.corrects !== undefined && { corrects: fact.corrects }),
      },
      sealed: {
        person: participant,
        values: {
          after: valueText(fact),
          ...(before && { before: valueText(before) }),
          ...(fact.reason !== undefined && { reason: fact.reason }),
        },
      },
    })
  }
}

/** A value as it was recorded, with its unit and when it was so. */
function valueText({ value, unit, at }: KeptFact): string {
  return [String(value), unit, `(${at})`].filter(Boolean).join(' ')
}
