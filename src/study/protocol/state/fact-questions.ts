import { partOfSetting } from '../document/settings.ts'
import type { ProtocolNode } from '../document/node.ts'
import type { OpenQuestion } from './answers.ts'
import type { ParticipantCase } from './participant-case.ts'

const asked: Readonly<Partial<Record<string, OpenQuestion['type']>>> = {
  'in the future': 'in the future',
  'recorded twice': 'recorded twice',
  'unknown item': 'not understood',
  'not understood': 'not understood',
  'unit not convertible': 'not understood',
  'moment not understood': 'not understood',
  'not plausible': 'not plausible',
}

/** Asks about facts that cannot be used as they are, and about those that contradict one another. */
export function askAboutFacts({ chart, book, desk }: ParticipantCase): void {
  const doses = new Set(book.protocol.regimens.map(({ item }) => item))
  for (const { fact, why, item } of chart.setAside) {
    const type = asked[why]
    if (!type) continue
    // From when on a site works by a version is known before.
    if (type === 'in the future' && book.items.get(item)?.role === 'version effective') continue
    // The same reading twice is harmless; the same dose twice may be two doses.
    if (type === 'recorded twice' && !doses.has(item))
      desk.note({ type: 'recorded twice', facts: [fact] })
    else desk.ask({ type, facts: [fact], blocks: false, given: { item, why } })
  }
  for (const { id } of book.protocol.items)
    for (const { rivals, fact } of chart.of(id))
      if (rivals.length > 0) {
        const facts = [fact.id, ...rivals].toSorted()
        desk.ask({
          type: 'contradictory',
          missing: { item: id, why: 'contradictory', facts },
          facts,
          blocks: false,
        })
      }
}

/** Notes what the document only infers or is silent about, where its nodes say so, and what an operator has set. */
export function noteDocument({ book, settings, desk }: ParticipantCase): void {
  const { protocol } = book
  const nodes: readonly ProtocolNode[] = [
    ...protocol.anchors,
    ...protocol.eligibility,
    ...protocol.regimens.flatMap((one) => [
      one,
      one.timing,
      ...one.levels,
      ...one.changes,
      ...optional(one),
    ]),
    ...protocol.visits,
    ...protocol.endpoints,
  ]
  for (const { id, status, reason, notes = [] } of nodes) {
    if (status === 'inferred' && reason) desk.note({ type: 'inferred', node: id, words: reason })
    for (const words of notes)
      desk.note({ type: status === 'silent' ? 'silent' : 'note', node: id, words })
  }
  for (const setting of settings) desk.note({ type: 'setting', node: partOfSetting(setting) })
}

function optional({
  weight,
  cap,
  rounding,
  smallest,
}: ParticipantCase['book']['protocol']['regimens'][number]) {
  return [weight, cap, rounding, smallest].filter((node) => node !== undefined)
}
