import { exportAccount, exportAccountLinks, exportClaims } from './export-account.ts'
import { exportEnquiries } from './export-enquiries.ts'
import { type Person, personById } from './persons.ts'
import type { Records } from './model/records.ts'
import { openFinding } from './model/findings.ts'
import { withoutColumns } from './without.ts'
import { newsMarker, openValue, placeOfTerms, placeOfWatch } from './model/sealed-rows.ts'

/** All that is held about one person, in plain words and readable; nothing that only we need to find it. */
export async function exportPerson(
  records: Records,
  personId: string,
): Promise<object | undefined> {
  const { db, keys } = records
  const person = await personById(db, keys, personId)
  if (!person) return undefined
  const held = await db
    .selectFrom('person')
    .select(['lookup', 'created_at'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const mails = await mailsOf(records, personId)
  const subscriptions = await watchesOf(records, personId)
  const alerts = await alertsOf(records, person)
  const account = await exportAccount(records, person)
  const claims = await exportClaims(records, personId)
  const enquiries = await exportEnquiries(records, person)
  const owned = [...alerts, ...subscriptions, ...mails, ...enquiries, ...claims].map(({ id }) => id)
  const ids = account ? [...owned, account.id] : owned
  return {
    person: {
      id: person.id,
      address: person.address(),
      language: person.language,
      namesTopic: person.namesTopic,
      createdAt: held.created_at,
      confirmedAt: person.confirmedAt,
    },
    ...(account && { account }),
    signInLinks: await exportAccountLinks(records, personId),
    claims,
    enquiries,
    alerts,
    subscriptions,
    confirmationLinks: await linksOf(records, personId),
    news: await newsOf(records, person),
    digests: await digestsOf(records, personId),
    mails,
    ...(await byAddressOf(records, held.lookup)),
    auditTrail: await auditTrailOf(records, [personId, ...ids]),
  }
}

async function alertsOf({ db }: Records, { id: personId, key }: Person) {
  const rows = await db
    .selectFrom('subscription')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('requested_at')
    .execute()
  return rows.map(({ terms_sealed, ...row }) => {
    const terms = openValue(key, placeOfTerms(personId, row.id), terms_sealed) as Terms
    return { ...withoutColumns(row, 'person_id'), id: row.id, ...inWords(terms) }
  })
}

/** The terms of an alert, as the alerts keep them. */
interface Terms {
  readonly search: string
  readonly place?: readonly unknown[]
  readonly area?: readonly unknown[]
  readonly age?: readonly unknown[]
}

function inWords({ search, place, area, age, ...others }: Terms): object {
  const [name, lat, lon, withinKm] = place ?? []
  const [least, most, on] = age ?? []
  return {
    what: JSON.parse(search) as object,
    ...(place && { place: { name, lat, lon, withinKm } }),
    ...(area && { area: { name: area[0], path: area[1] } }),
    ...(age && { age: { leastDays: least, mostDays: most, on } }),
    ...others,
  }
}

/** What programs asked to mail this address; their own secrets are theirs. */
async function watchesOf({ db, keys }: Records, personId: string) {
  const rows = await db
    .selectFrom('watch')
    .select(['id', 'release', 'state', 'terms_sealed', 'made_at', 'started_at', 'events', 'told'])
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .execute()
  return rows.map(({ terms_sealed, ...row }) => ({
    ...row,
    asked: openValue(keys.watchKey, placeOfWatch(row.id), terms_sealed),
  }))
}

/** Without the hashes, which are only there to recognise the links. */
function linksOf({ db }: Records, personId: string) {
  return db
    .selectFrom('request_link')
    .select(['purpose', 'created_at', 'expires_at', 'used_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute()
}

/** Of what was told only that it was: which study it was is not kept. */
async function newsOf({ db }: Records, person: Person) {
  const rows = await db
    .selectFrom('news')
    .selectAll()
    .where('person_id', '=', person.id)
    .orderBy('found_at')
    .execute()
  const findings = await db
    .selectFrom('finding')
    .select(['id', 'sealed'])
    .where('person_id', '=', person.id)
    .execute()
  const markOf = newsMarker(person.key)
  const waiting = new Map(
    findings
      .flatMap((finding) => openFinding(person, finding))
      .map(({ nctId: study, eventKey: event, events, foundBy }) => [
        markOf(study, event),
        { study, event, events, foundBy },
      ]),
  )
  return rows.map(({ mark, finding_id, ...row }) => ({
    ...withoutColumns(row, 'person_id'),
    ...(finding_id !== null && waiting.get(mark)),
  }))
}

function digestsOf({ db }: Records, personId: string) {
  return db
    .selectFrom('digest')
    .select(['id', 'period', 'composed_at'])
    .where('person_id', '=', personId)
    .orderBy('composed_at')
    .execute()
}

/** Without the letters: the person has them, or will. */
async function mailsOf({ db }: Records, personId: string) {
  const rows = await db
    .selectFrom('mail')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute()
  const ours = ['person_id', 'domain_key', 'letter_sealed', 'lease_holder', 'lease_until'] as const
  return rows.map((row) => ({ ...withoutColumns(row, ...ours), id: row.id }))
}

async function byAddressOf({ db }: Records, lookup: string) {
  const suppressions = await db
    .selectFrom('suppression')
    .select(['stream', 'reason', 'at'])
    .where('lookup', '=', lookup)
    .execute()
  const bounces = await db
    .selectFrom('bounce')
    .select(['id', 'mail_id', 'kind', 'at'])
    .where('lookup', '=', lookup)
    .execute()
  const askedMails = await db
    .selectFrom('asked_mail')
    .select(['mail_id', 'at'])
    .where('lookup', '=', lookup)
    .execute()
  return { suppressions, bounces, askedMails }
}

async function auditTrailOf({ db }: Records, ids: readonly string[]) {
  const subjects = ids.flatMap((id) => [
    `person/${id}`,
    `subscription/${id}`,
    `watch/${id}`,
    `mail/${id}`,
    `enquiry/${id}`,
    `account/${id}`,
    `claim/${id}`,
  ])
  const lines: object[] = []
  for (let at = 0; at < subjects.length; at += 500)
    lines.push(
      ...(await db
        .selectFrom('audit_event')
        .select(['seq', 'at', 'actor', 'action', 'subject', 'details'])
        .where('subject', 'in', subjects.slice(at, at + 500))
        .orderBy('seq')
        .execute()),
    )
  return lines
}
