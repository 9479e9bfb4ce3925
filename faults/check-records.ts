import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readAnchors } from '../src/people/audit/anchors.ts'
import { verifyAudit } from '../src/people/audit/verify.ts'
import { readMailAddress } from '../src/people/records/address.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { personOf } from '../src/people/records/persons.ts'
import type { Records } from '../src/people/records/model/records.ts'
import type { Said } from './child.ts'
import type { Findings } from './fault.ts'
import { answerAll } from './people.ts'

/** What a data folder was found to hold, compared with what had been acknowledged. */
export interface Checked {
  readonly lost: number
  readonly corrupt: number
  readonly people: number
}

export interface PlaceToCheck {
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly keys?: string
}

/**
 * Opens records as a start after the fault would, and compares them with the journal of what was said to be done:
 * each acknowledged request with its person, subscription, audit line and mail, each confirmation, each erasure.
 */
export async function checkRecords(
  place: PlaceToCheck,
  journal: readonly Said[],
  findings: Findings,
): Promise<Checked> {
  const corrupt = place.databaseUrl === undefined ? damageIn(place.dataDir, findings) : 0
  let records: Records
  try {
    records = await openRecords(place)
  } catch (error) {
    findings.add('the records did not open', (error as Error).message)
    return { lost: journal.filter(({ kind }) => kind === 'requested').length, corrupt, people: 0 }
  }
  try {
    const opened = journal.findLast(({ kind }) => kind === 'opened')
    if (opened)
      findings.expect(opened['instance'] === records.instanceId, 'the records were made anew')
    await answerAll(records)
    const { lost, people } = await compare(records, journal, findings)
    await checkTrail(records, findings)
    return { lost, corrupt, people }
  } finally {
    await records.close()
  }
}

/** What SQLite itself finds damaged in the file together with its log. */
export function damageIn(dataDir: string, findings: Findings): number {
  const file = join(dataDir, 'records.sqlite')
  if (!existsSync(file)) return 0
  const database = new DatabaseSync(file)
  try {
    const rows = [
      ...database.prepare('pragma integrity_check').all(),
      ...database.prepare('pragma foreign_key_check').all(),
    ].map((row) => JSON.stringify(Object.values(row)))
    const problems = rows.filter((text) => text !== '["ok"]')
    for (const text of problems) findings.add('the file is damaged', text)
    return problems.length > 0 ? 1 : 0
  } catch (error) {
    findings.add('the file is damaged', (error as Error).message)
    return 1
  } finally {
    database.close()
  }
}

async function compare(
  records: Records,
  journal: readonly Said[],
  findings: Findings,
): Promise<{ lost: number; people: number }> {
  const found = await peopleIn(records, findings)
  const numbers = (kind: string): Set<number> =>
    new Set(journal.filter((said) => said.kind === kind).map((said) => Number(said['number'])))
  const [requested, confirmed, erased, erasing] = [
    numbers('requested'),
    numbers('confirmed'),
    numbers('erased'),
    numbers('erasing'),
  ]
  let lost = 0
  const lose = (what: string, number: number): void => {
    lost++
    findings.add(what, String(number))
  }
  for (const number of requested) {
    const lookup = lookupOf(records, number)
    const person = found.get(lookup)
    if (erased.has(number)) {
      if (person) lose('an erased person is there', number)
    } else if (erasing.has(number)) continue
    else if (!person) lose('an acknowledged request is lost', number)
    else if (person.subscriptions === 0) lose('a person without the subscription', number)
    else if (person.mails === 0) lose('a subscription without its mail', number)
    else if (person.audited < person.subscriptions)
      lose('a subscription without its audit line', number)
    else if (confirmed.has(number) && person.confirmed === 0)
      lose('an acknowledged confirmation is lost', number)
  }
  return { lost, people: found.size }
}

interface FoundPerson {
  readonly subscriptions: number
  readonly confirmed: number
  readonly mails: number
  readonly audited: number
}

/** Everybody by the hash of their address; each must be readable with the keys that are there. */
async function peopleIn(records: Records, findings: Findings): Promise<Map<string, FoundPerson>> {
  const { db, keys } = records
  const [people, subscriptions, mails, lines] = await Promise.all([
    db.selectFrom('person').selectAll().execute(),
    db.selectFrom('subscription').select(['person_id', 'id', 'confirmed_at']).execute(),
    db.selectFrom('mail').select('person_id').execute(),
    db
      .selectFrom('audit_event')
      .select('subject')
      .where('action', '=', 'subscription.requested')
      .execute(),
  ])
  const audited = new Set(lines.map(({ subject }) => subject))
  const mailed = Map.groupBy(mails, ({ person_id }) => person_id)
  const subscribed = Map.groupBy(subscriptions, ({ person_id }) => person_id)
  const found = new Map<string, FoundPerson>()
  for (const row of people) {
    try {
      personOf(row, keys).address()
    } catch (error) {
      findings.add('a person cannot be read', (error as Error).message)
    }
    const own = subscribed.get(row.id) ?? []
    found.set(row.lookup, {
      subscriptions: own.length,
      confirmed: own.filter(({ confirmed_at }) => confirmed_at !== null).length,
      mails: mailed.get(row.id)?.length ?? 0,
      audited: own.filter(({ id }) => audited.has(`subscription/${id}`)).length,
    })
  }
  return found
}

function lookupOf({ keys }: Records, number: number): string {
  const address = readMailAddress(`p${number}@example.org`)
  return keys.lookupOf(address?.key ?? '')
}

/** Notes where the audit trail is not whole, or cannot be read. */
export async function checkTrail(records: Records, findings: Findings): Promise<void> {
  try {
    const verdict = await verifyAudit(records.db, readAnchors(records))
    if (!verdict.isWhole) findings.add('the audit trail is not whole', verdict.problem)
  } catch (error) {
    findings.add('the audit trail cannot be read', (error as Error).message)
  }
}
