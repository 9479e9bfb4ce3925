import { randomUUID } from 'node:crypto'
import type { Records, Tx } from '../../src/people/records/model/records.ts'
import { siteId } from '../../src/finder/registry/site-id.ts'
import { appendFacts, type NewFact } from '../../src/study/conduct/model/facts.ts'
import { addSignature, type Signature } from '../../src/study/conduct/model/signature.ts'
import { newParticipantKey, sealIdentity } from '../../src/study/conduct/model/participant.ts'
import {
  addVersion,
  keepSite,
  openRun,
  startSiteBy,
} from '../../src/study/conduct/set-up/open-run.ts'
import { type Draw, drawFrom } from '../../src/testing/drawn-child.ts'
import { peopleBase } from '../../src/testing/test-alerts.ts'
import { signedIn } from '../../src/testing/test-accounts.ts'
import { childOn, setTestWindows } from '../../src/testing/moved-child.ts'
import { runStudy, shippedVersion } from '../../src/testing/test-study.ts'

/** How many participants there are at how many sites of one study. */
export interface ConductPlan {
  readonly participants: number
  readonly sites: number
  readonly now: Date
}

/** The sites of the bench, by their number. */
export function conductSite(number: number): string {
  return siteId({ facility: `Hospital ${number}`, city: `Town ${number}`, country: 'France' })
}

/** Opens a study with its sites, and fills it with participants of whom nothing was worked out yet; answers their ids. */
export async function seedConduct(
  records: Records,
  { participants, sites, now }: ConductPlan,
): Promise<readonly string[]> {
  const manager = { role: 'manager', study: runStudy, site: null } as const
  const { actor } = await signedIn(records, [manager], 'runs@example.org', now)
  const base = peopleBase(records)
  const zone = 'Europe/Paris'
  await openRun(base, actor, { study: runStudy, timeZone: zone, areDosesConfirmed: false }, now)
  await addVersion(base, actor, shippedVersion('report'), now)
  for (let number = 0; number < sites; number++) {
    const site = conductSite(number)
    const named = { site, number: String(number + 1).padStart(2, '0'), name: `Hospital ${number}` }
    const approved = { approvedFrom: '2026-01-01', approvedUntil: null, timeZone: zone }
    await keepSite(base, actor, runStudy, { ...named, ...approved }, now)
    const begun = { study: runStudy, version: 'report', site, from: '2026-01-01' }
    await startSiteBy(base, actor, begun, now)
  }
  const window = { early: 'P3D', late: 'P3D' }
  await setTestWindows(records, { D30: window, lastVisit: window }, now)
  const draw = drawFrom(20_261_126)
  const ids: string[] = []
  for (let from = 0; from < participants; from += batch)
    await records.writeLightly(async (tx) => {
      for (let at = from; at < Math.min(from + batch, participants); at++)
        ids.push(await addParticipant({ tx, records, draw, now }, at, sites))
    })
  return ids
}

const batch = 50

interface Seeding {
  readonly tx: Tx
  readonly records: Records
  readonly draw: Draw
  readonly now: Date
}

async function addParticipant(
  { tx, records, draw, now }: Seeding,
  at: number,
  sites: number,
): Promise<string> {
  const [id, key] = [randomUUID(), newParticipantKey()]
  const [site, serial] = [conductSite(at % sites), Math.floor(at / sites) + 1]
  const number = `${String((at % sites) + 1).padStart(2, '0')}-${String(serial).padStart(3, '0')}`
  const { version, wrapped } = records.keys.wrap(id, key)
  const enrolledAt = now.toISOString()
  const [enrolledBy, formKey] = ['system', randomUUID()]
  const row = {
    id,
    study: runStudy,
    site,
    serial,
    number,
    key_version: version,
    wrapped_key: wrapped,
    identity_sealed: sealIdentity({ id, key }, { name: `Child ${at}`, language: 'fr' }),
    origin: null,
    form_key: formKey,
    enrolled_at: enrolledAt,
    enrolled_by: enrolledBy,
    facts: 0,
    corrected: 0,
    head: '',
    outlook_at: null,
    outlook_until: null,
    erasure_asked_at: null,
  }
  await tx.insertInto('participant').values(row).execute()
  const of = { id, study: runStudy, site, number, key, enrolledAt, enrolledBy, facts: 0, head: '' }
  const kept = { ...of, outlookAt: null, outlookUntil: null, erasureAskedAt: null }
  const given = { facts: drawnFacts(draw, now), formKey, by: enrolledBy, newId: randomUUID }
  const facts = await appendFacts(tx, kept, given, now)
  // Who is treated was signed for, and so was every second one who is not yet.
  if (facts.some(({ item }) => item === 'injection') || draw.chance(0.5))
    await addSignature(
      tx,
      { study: runStudy, site, participantId: id },
      { ...signed, id: randomUUID(), signedAt: enrolledAt },
    )
  return id
}

const signed: Omit<Signature, 'id' | 'signedAt'> = {
  meaning: 'eligibility',
  scope: { until: '' },
  contentHash: '',
  accountId: '',
  role: 'investigator',
  nameSealed: new Uint8Array(),
  sealedFor: 'participant',
  voidAt: null,
  voidBecause: null,
}

/** Of ten children two are looked at, and the others were treated for two weeks, some days or weeks ago; one in fifty has an event. */
function drawnFacts(draw: Draw, now: Date): readonly NewFact[] {
  const began = new Date(now.getTime() - (1 + draw.upTo(70)) * dayMs)
  const screening = childOn(began)
  if (draw.chance(0.2)) return screening
  const days = Math.min(14, Math.floor((now.getTime() - began.getTime()) / dayMs))
  const doses = Array.from({ length: days }, (_, day) => [
    reading('temperature', '37.2', 'Cel', dayAt(began, day, '08:30'), 'axillary'),
    reading('injection', '28', 'mg', dayAt(began, day, '09:30')),
  ]).flat()
  const event = reading('adverseEvent', 'fever', undefined, dayAt(now, -2, '10:00'))
  const details = { serious: 'hospitalisation', related: true, expected: false }
  const told = { ...details, sponsorAware: dayAt(now, -1, '10:00').slice(0, 10) }
  return [
    ...screening,
    ...doses,
    ...(draw.chance(0.5)
      ? [reading('crp', '3', 'mg/L', dayAt(began, 27 + draw.upTo(7), '10:00'))]
      : []),
    ...(draw.chance(0.02) ? [{ ...event, details: told }] : []),
  ]
}

const dayMs = 86_400_000

function reading(
  item: string,
  value: string,
  unit: string | undefined,
  at: string,
  site?: string,
): NewFact {
  return {
    item,
    value,
    at,
    ...(unit !== undefined && { unit }),
    ...(site !== undefined && { site }),
  }
}

function dayAt(from: Date, days: number, time: string): string {
  return `${new Date(from.getTime() + days * dayMs).toISOString().slice(0, 10)}T${time}+01:00`
}
