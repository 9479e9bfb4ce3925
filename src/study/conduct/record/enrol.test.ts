import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readDetails, secretsOf } from '../../../people/audit/details.ts'
import { checkAudit } from '../../../people/audit/verify.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { enquiryOnDesk } from '../../../testing/test-desk.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  otherRunSite,
  runNow,
  runSite,
  runStudy,
} from '../../../testing/test-study.ts'
import { readIdentity, readParticipant } from '../model/participant.ts'
import { keepSite } from '../set-up/open-run.ts'
import { enrolmentFrom, enrolPlaces } from './enrol-places.ts'
import { type Enrolment, enrol } from './enrol.ts'
import { changeIdentity, identityMark, noteErasureAsked } from './identity.ts'

const identity = { name: 'Léa Martin', language: 'fr' } as const

onEachStore(
  'nobody is enrolled twice from one enquiry, and the enquiry may be erased afterwards',
  async (records) => {
    const { coordinator, stranger, monitor } = await openTestStudy(records)
    const base = peopleBase(records)
    const enquiry = await enquiryOnDesk(records, { now: runNow, state: 'joined' })
    const asked = (more: Partial<Enrolment> = {}): Enrolment => ({
      study: runStudy,
      site: runSite,
      formKey: randomUUID(),
      identity: { ...identity, enquiry: enquiry.caseNumber },
      enquiryId: enquiry.id,
      ...more,
    })
    assert.deepEqual(await enrolmentFrom(records, coordinator.actor, enquiry), { kind: 'possible' })
    assert.equal(await enrolmentFrom(records, stranger.actor, enquiry), undefined)
    assert.equal(await enrolmentFrom(records, monitor.actor, enquiry), undefined)
    const first = await enrol(base, coordinator.actor, asked(), runNow)
    assert.ok(first.kind === 'done')
    assert.equal(first.number, '01-001')
    assert.deepEqual(await enrol(base, coordinator.actor, asked(), runNow), {
      ...first,
      kind: 'twice',
    })
    assert.deepEqual(await enrolmentFrom(records, coordinator.actor, enquiry), {
      ...first,
      kind: 'enrolled',
    })
    await records.write((tx) => tx.deleteFrom('enquiry').where('id', '=', enquiry.id).execute())
    const left = await readParticipant(records.db, records.keys, first.participantId)
    assert.ok(left)
    assert.equal((await readIdentity(records.db, left))?.enquiry, enquiry.caseNumber)
  },
)

onEachStore(
  'a site that is not approved today, has no version or is not theirs enrols nobody, and says why',
  async (records) => {
    const { coordinator, manager, stranger, investigator } = await openTestStudy(records)
    const base = peopleBase(records)
    const place = {
      site: runSite,
      number: '01',
      name: 'Bicêtre',
      timeZone: 'Europe/Paris',
      approvedFrom: '2026-11-01',
      approvedUntil: '2026-11-25',
    }
    const ask = { study: runStudy, site: runSite, formKey: randomUUID(), identity }
    assert.equal((await enrol(base, stranger.actor, ask, runNow)).kind, 'gone')
    assert.equal((await enrol(base, manager.actor, ask, runNow)).kind, 'gone')
    const nameless = { ...ask, identity: { ...identity, name: '' } }
    assert.equal((await enrol(base, coordinator.actor, nameless, runNow)).kind, 'identity')
    const states = async () =>
      (await enrolPlaces(records, coordinator.actor, runNow)).map(({ site, state }) => [
        site.site,
        state,
      ])
    assert.deepEqual(await states(), [[runSite, 'open']])
    assert.deepEqual(await enrolPlaces(records, coordinator.actor, runNow, 'NCT00000009'), [])
    await keepSite(base, manager.actor, runStudy, place, runNow)
    assert.deepEqual(await states(), [[runSite, 'notApproved']])
    assert.equal((await enrol(base, coordinator.actor, ask, runNow)).kind, 'notApproved')
    await keepSite(base, manager.actor, runStudy, { ...place, approvedUntil: '2026-11-26' }, runNow)
    assert.equal((await enrol(base, investigator.actor, ask, runNow)).kind, 'done')
    assert.equal((await enrol(base, investigator.actor, ask, runNow)).kind, 'done', 'sent twice')
    await records.write((tx) =>
      tx.deleteFrom('version_site').where('site', '=', otherRunSite).execute(),
    )
    const elsewhere = { ...ask, site: otherRunSite, formKey: randomUUID() }
    assert.equal((await enrol(base, stranger.actor, elsewhere, runNow)).kind, 'noVersion')
    const [there] = await enrolPlaces(records, stranger.actor, runNow)
    assert.equal(there?.state, 'noVersion')
  },
)

onEachStore('nobody is enrolled into a study that is locked', async (records) => {
  const { coordinator } = await openTestStudy(records)
  await records.write((tx) =>
    tx
      .insertInto('conduct_lock')
      .values({
        study: runStudy,
        seq: 1,
        kind: 'lock',
        participant_id: null,
        reason: 'test',
        snapshot_id: null,
        done_at: runNow.toISOString(),
        done_by: 'system',
      })
      .execute(),
  )
  const ask = { study: runStudy, site: runSite, formKey: randomUUID(), identity }
  assert.equal((await enrol(peopleBase(records), coordinator.actor, ask, runNow)).kind, 'locked')
  const [place] = await enrolPlaces(records, coordinator.actor, runNow)
  assert.equal(place?.state, 'locked')
})

onEachStore(
  'who a participant is can be put right by who treats them; the trail keeps both for them alone',
  async (records) => {
    const { coordinator, investigator, stranger, monitor, manager } = await openTestStudy(records)
    const base = peopleBase(records)
    const id = await enrolTestChild(records, coordinator)
    const participant = await readParticipant(records.db, records.keys, id)
    assert.ok(participant)
    const read = async () => {
      const found = await readIdentity(records.db, participant)
      assert.ok(found)
      return found
    }
    const seen = identityMark(participant.key, await read())
    const change = (who: typeof coordinator, name: string, mark = seen) =>
      changeIdentity(
        base,
        who.actor,
        { id, seen: mark, identity: { name, language: 'fr', phone: '+33 1 23 45 67 89' } },
        runNow,
      )
    for (const who of [stranger, monitor, manager]) assert.equal(await change(who, 'X'), 'gone')
    assert.equal(await change(coordinator, ''), 'identity')
    assert.equal(await change(coordinator, 'Léa Martin'), 'same')
    assert.equal(await change(coordinator, 'Léa Martin-Roux'), 'done')
    assert.equal(await change(investigator, 'Lea'), 'changed')
    assert.equal(await change(investigator, 'Léa Martin-Roux'), 'same', 'sent twice')
    assert.equal((await read()).name, 'Léa Martin-Roux')
    assert.equal((await read()).isMadeUp, true)
    const lines = await records.db
      .selectFrom('audit_event')
      .select(['seq', 'details'])
      .where('action', '=', 'participant.identity-changed')
      .execute()
    const [line] = lines.map(({ seq, details }) => ({ seq: Number(seq), details }))
    assert.ok(line)
    assert.ok(!line.details.includes('Martin'))
    assert.deepEqual(readDetails(line).codes['parts'], ['name'])
    assert.equal((await secretsOf(records.db, records.keys, [line])).size, 0)
    const told = await secretsOf(records.db, records.keys, [line], { mayIdentify: true })
    assert.deepEqual(told.get(line.seq), { before: 'Léa Martin', after: 'Léa Martin-Roux' })
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)

onEachStore(
  'that a participant asks to be erased is noted once, and nothing is erased',
  async (records) => {
    const { coordinator, stranger } = await openTestStudy(records)
    const base = peopleBase(records)
    const id = await enrolTestChild(records, coordinator)
    assert.equal(await noteErasureAsked(base, stranger.actor, id, runNow), 'gone')
    assert.equal(await noteErasureAsked(base, coordinator.actor, id, runNow), 'done')
    const later = new Date(runNow.getTime() + 60_000)
    assert.equal(await noteErasureAsked(base, coordinator.actor, id, later), 'done')
    const participant = await readParticipant(records.db, records.keys, id)
    assert.equal(participant?.erasureAskedAt, runNow.toISOString())
    const lines = records.db.selectFrom('audit_event').select('seq')
    const found = await lines.where('action', '=', 'participant.erasure-asked').execute()
    assert.equal(found.length, 1)
  },
)
