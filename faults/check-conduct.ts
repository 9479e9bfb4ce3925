import { isDeepStrictEqual } from 'node:util'
import { openRecords } from '../src/people/records/open-records.ts'
import type { Records } from '../src/people/records/model/records.ts'
import { outlookLineOf } from '../src/study/conduct/derived/keep-outlook.ts'
import { outlookOf } from '../src/study/conduct/derived/outlook.ts'
import { readCase } from '../src/study/conduct/model/case.ts'
import { checkFacts } from '../src/study/conduct/model/verify-facts.ts'
import { checkTrail, damageIn, type PlaceToCheck } from './check-records.ts'
import type { Said } from './child.ts'
import type { Findings } from './fault.ts'

/** What was acknowledged of participants and is not so. */
export interface CheckedConduct {
  readonly lost: number
  readonly repeated: number
  readonly corrupt: number
  readonly facts: number
}

/**
 * Opens records as a start after the fault would, and compares them with the journal: each fact that was acknowledged is there
 * once, each follows from the one before and from its line in the trail, and what is kept of a participant (what is due, the
 * deviations) is what the engine says when their facts are replayed.
 */
export async function checkConduct(
  place: PlaceToCheck,
  journal: readonly Said[],
  findings: Findings,
): Promise<CheckedConduct> {
  const corrupt = place.databaseUrl === undefined ? damageIn(place.dataDir, findings) : 0
  const records = await openRecords(place)
  try {
    await checkTrail(records, findings)
    const verdict = await checkFacts(records)
    if (!verdict.isWhole)
      findings.add(
        'facts are not as recorded',
        `${verdict.number} ${verdict.seq} ${verdict.problem}`,
      )
    const found = await compare(records, journal, findings)
    await replay(records, findings)
    return { ...found, corrupt: corrupt + (verdict.isWhole ? 0 : 1) }
  } finally {
    await records.close()
  }
}

async function compare({ db }: Records, journal: readonly Said[], findings: Findings) {
  const rows = await db.selectFrom('fact').select(['participant_id', 'form_key']).execute()
  const times = new Map<string, number>()
  for (const { form_key } of rows) times.set(form_key, (times.get(form_key) ?? 0) + 1)
  const recorded = new Set(
    journal
      .filter(({ kind }) => kind === 'recorded')
      .map(({ form, number }) => (typeof form === 'string' ? form : `fact ${String(number)}`)),
  )
  const lost = [...recorded].filter((form) => !times.has(form))
  for (const form of lost) findings.add('an acknowledged fact is lost', form)
  const twice = [...times].filter(([, count]) => count > 1)
  for (const [form] of twice) findings.add('a fact is there twice', form)
  return { lost: lost.length, repeated: twice.length, facts: rows.length }
}

/** The live state is that of a replay: of everybody, as of the moment for which it was kept. */
async function replay({ db, keys }: Records, findings: Findings): Promise<void> {
  const people = await db.selectFrom('participant').select(['id', 'outlook_at']).execute()
  for (const { id, outlook_at } of people) {
    if (outlook_at === null) continue
    const found = await readCase(db, keys, id, new Date(outlook_at))
    if (!found) return findings.add('a participant cannot be read', id)
    const rows = await db
      .selectFrom('outlook')
      .selectAll()
      .where('participant_id', '=', id)
      .orderBy('seq')
      .execute()
    const isSame = isDeepStrictEqual(rows.map(outlookLineOf), outlookOf(found))
    findings.expect(isSame, 'what is due is not what a replay says', id)
    const raised = await db
      .selectFrom('deviation')
      .select('id')
      .where('participant_id', '=', id)
      .execute()
    const kept = new Set(raised.map((row) => row.id))
    for (const deviation of found.state.deviations)
      findings.expect(kept.has(deviation.id), 'a deviation was not kept', deviation.id)
  }
}
