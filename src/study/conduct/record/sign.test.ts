import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeAccount } from '../../../people/accounts/accounts.ts'
import { eraseForGood } from '../../../people/audit/erase-for-good.ts'
import { checkAudit } from '../../../people/audit/verify.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  runSite,
  runStudy,
  screenedChild,
  shippedVersion,
} from '../../../testing/test-study.ts'
import { addVersion } from '../set-up/open-run.ts'
import { heldSignature } from '../derived/void-signatures.ts'
import { readCase } from '../model/case.ts'
import { openSignerName, readSignatures } from '../model/signature.ts'
import type { NewFact } from '../model/facts.ts'
import type { Actor } from '../../../people/accounts/model/actor.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import type { Records } from '../../../people/records/model/records.ts'
import { signatureRows } from '../review/signature-rows.ts'
import { eligibilityItems, type InvestigatorMeaning, signFor } from './sign.ts'

const temperature = (at: string, value = '38.6'): NewFact => ({
  item: 'temperature',
  value,
  unit: 'Cel',
  site: 'axillary',
  at,
})

async function screened(records: Records) {
  const team = await openTestStudy(records)
  const id = await enrolTestChild(records, team.coordinator)
  await recordTestFacts(records, team.coordinator.actor, id, screenedChild())
  const base = peopleBase(records)
  const seen = async () => (await readCase(records.db, records.keys, id, runNow))?.facts.length ?? 0
  const sign = async (meaning: InvestigatorMeaning, now = runNow) =>
    signFor(base, team.investigator.actor, { participantId: id, meaning, seen: await seen() }, now)
  const held = async (meaning: InvestigatorMeaning) => {
    const found = await readCase(records.db, records.keys, id, runNow)
    assert.ok(found)
    return heldSignature(await readSignatures(records.db, id), meaning, found)
  }
  return { ...team, id, base, sign, held, seen }
}

onEachStore(
  'an investigator signs that a child may take part: name, meaning and what was signed are kept',
  async (records) => {
    const { id, sign, held, investigator } = await screened(records)
    const signed = await sign('eligibility')
    assert.ok(signed.kind === 'done')
    const { signature } = signed
    assert.equal(signature.role, 'investigator')
    assert.equal(signature.meaning, 'eligibility')
    assert.equal(signature.scope.version, 'report')
    assert.ok(signature.scope.items?.includes('bodyWeight'))
    assert.ok(!signature.scope.items?.includes('adverseEvent'))
    const found = await readCase(records.db, records.keys, id, runNow)
    assert.ok(found)
    assert.equal(openSignerName(found.participant.key, signature), investigator.actor.name)
    assert.equal((await held('eligibility'))?.id, signature.id)
    const again = await sign('eligibility')
    assert.ok(again.kind === 'done')
    assert.equal(again.signature.id, signature.id, 'signed twice is signed once')
    assert.equal((await readSignatures(records.db, id)).length, 1)
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)

onEachStore(
  'a correction or a late fact makes a signature void and names the fact; a later reading does not',
  async (records) => {
    const { id, sign, held, coordinator } = await screened(records)
    assert.equal((await sign('eligibility')).kind, 'done')
    assert.equal((await sign('data reviewed')).kind, 'done')
    const record = (facts: readonly NewFact[]) =>
      recordTestFacts(records, coordinator.actor, id, facts)
    await record([temperature('2026-11-26T12:00+01:00')])
    assert.ok(await held('eligibility'), 'a later reading changes nothing')
    assert.ok(await held('data reviewed'))
    const event = { item: 'adverseEvent', value: 'rash', at: '2026-11-25T12:00+01:00' }
    await record([event])
    assert.ok(await held('eligibility'), 'no criterion reads adverse events')
    assert.equal(await held('data reviewed'), undefined)
    const before = await readCase(records.db, records.keys, id, runNow)
    const weight = before?.facts.find(({ item }) => item === 'bodyWeight')
    assert.ok(weight)
    const corrected = await record([
      {
        item: 'bodyWeight',
        value: '15.0',
        unit: 'kg',
        at: weight.at,
        corrects: weight.id,
        reason: 'read from the wrong line',
      },
      temperature('2026-11-26T13:00+01:00'),
    ])
    assert.equal(await held('eligibility'), undefined)
    const eligibility = (await readSignatures(records.db, id)).find(
      ({ meaning }) => meaning === 'eligibility',
    )
    assert.equal(eligibility?.voidAt, runNow.toISOString())
    const because = corrected.facts.find(({ corrects }) => corrects === weight.id)
    assert.equal(eligibility?.voidBecause, because?.id)
    const lines = await records.db
      .selectFrom('audit_event')
      .select('action')
      .where('action', '=', 'signature.void')
      .execute()
    assert.equal(lines.length, 2)
    assert.equal((await sign('eligibility')).kind, 'done', 'what is void can be signed again')
  },
)

onEachStore(
  'a version that comes into force for a participant makes what was signed before it void',
  async (records) => {
    const { id, sign, held, manager, base, coordinator } = await screened(records)
    assert.equal((await sign('eligibility')).kind, 'done')
    await switchOn(records, base, manager.actor)
    assert.equal(await held('eligibility'), undefined, 'though nothing was recorded since')
    await recordTestFacts(records, coordinator.actor, id, [temperature('2026-11-26T12:00+01:00')])
    const [kept] = await readSignatures(records.db, id)
    assert.equal(kept?.voidBecause, 'report-2')
  },
)

onEachStore(
  'a new version leaves the signature of who is treated already: their next dose does not wait for it',
  async (records) => {
    const { id, sign, manager, base, coordinator } = await screened(records)
    assert.equal((await sign('eligibility')).kind, 'done')
    const dose = { item: 'injection', value: '28', unit: 'mg', at: '2026-11-26T10:30+01:00' }
    const later = new Date(runNow.getTime() + 3_600_000)
    await recordTestFacts(records, coordinator.actor, id, [dose], later)
    await switchOn(records, base, manager.actor)
    const now = await readCase(records.db, records.keys, id, later)
    assert.equal(now?.state.version.version, 'report-2')
    assert.ok(now && heldSignature(await readSignatures(records.db, id), 'eligibility', now))
  },
)

onEachStore(
  'nobody signs over a criterion, without proof, for another site, or what they have not seen',
  async (records) => {
    const { id, sign, base, investigator, coordinator, stranger, manager, seen } =
      await screened(records)
    const ask = { participantId: id, meaning: 'eligibility' as const, seen: await seen() }
    for (const { actor } of [coordinator, stranger, manager])
      assert.equal((await signFor(base, actor, ask, runNow)).kind, 'gone')
    const later = new Date(runNow.getTime() + 16 * 60_000)
    assert.equal((await signFor(base, investigator.actor, ask, later)).kind, 'proveAgain')
    assert.equal(
      (await signFor(base, investigator.actor, { ...ask, seen: 3 }, runNow)).kind,
      'changed',
    )
    const none = { ...ask, participantId: '00000000-0000-0000-0000-000000000000' }
    assert.equal((await signFor(base, investigator.actor, none, runNow)).kind, 'gone')
    await recordTestFacts(records, coordinator.actor, id, [
      { item: 'diabetes', value: true, at: '2026-11-25T18:00+01:00' },
    ])
    const refused = await sign('eligibility')
    assert.ok(refused.kind === 'refused')
    assert.ok(refused.criteria.length > 0)
    assert.deepEqual(await readSignatures(records.db, id), [])
  },
)

onEachStore('an open criterion is named, and not signed over', async (records) => {
  const { coordinator, investigator } = await openTestStudy(records)
  const id = await enrolTestChild(records, coordinator)
  const some = screenedChild().filter(({ item }) => item !== 'diabetes')
  await recordTestFacts(records, coordinator.actor, id, some)
  const signed = await signFor(
    peopleBase(records),
    investigator.actor,
    { participantId: id, meaning: 'eligibility', seen: some.length },
    runNow,
  )
  assert.ok(signed.kind === 'refused')
  assert.equal(signed.now.state.eligibility.answer, 'unknown')
  assert.ok(signed.criteria.length === 1)
})

onEachStore('frozen data are signed as reviewed, and locked data not at all', async (records) => {
  const { sign } = await screened(records)
  const lock = (kind: 'freeze' | 'lock', seq: number) =>
    records.write((tx) =>
      tx
        .insertInto('conduct_lock')
        .values({
          study: runStudy,
          seq,
          kind,
          participant_id: null,
          reason: 'test',
          snapshot_id: null,
          done_at: runNow.toISOString(),
          done_by: 'system',
        })
        .execute(),
    )
  await lock('freeze', 1)
  assert.equal((await sign('eligibility')).kind, 'locked')
  assert.equal((await sign('data reviewed')).kind, 'done')
  await lock('lock', 2)
  assert.equal((await sign('data reviewed')).kind, 'locked')
})

onEachStore(
  'a signature stays as it was signed when the account of who signed ends',
  async (records) => {
    const { id, sign, held, investigator } = await screened(records)
    assert.equal((await sign('eligibility')).kind, 'done')
    const { accountId, name, personId } = investigator.actor
    await records.write((tx) => closeAccount(tx, accountId, { by: 'operator', now: runNow }))
    await eraseForGood(records, personId, { now: runNow, actor: 'operator' })
    const found = await readCase(records.db, records.keys, id, runNow)
    const signature = await held('eligibility')
    assert.ok(found && signature)
    assert.equal(openSignerName(found.participant.key, signature), name)
    const of = { id, number: found.participant.number, site: found.participant.site }
    const [row] = await signatureRows(records.db, records.keys, [of], runNow)
    assert.equal(row?.name, name)
    assert.equal(row?.holds, true)
  },
)

test('what the criteria read is listed through their definitions and anchors', () => {
  const items = eligibilityItems(shippedVersion('report'))
  for (const item of ['firstFeverDay', 'ivigEnd', 'consentSigned', 'bodyWeight', 'neutrophils'])
    assert.ok(items.includes(item), item)
})

/** Switches a version on for everybody at the first site. */
async function switchOn(records: Records, base: PeopleBase, manager: Actor): Promise<void> {
  const next = { ...shippedVersion('report'), version: 'report-2', supersedes: 'report' }
  assert.equal(await addVersion(base, manager, next, runNow), 'done')
  await records.write(async (tx) => {
    await tx
      .updateTable('study_version')
      .set({ applies_to: 'everybody' })
      .where('version', '=', 'report-2')
      .execute()
    const decided = { decided_at: runNow.toISOString(), decided_by: 'system' }
    await tx
      .insertInto('version_site')
      .values({
        study: runStudy,
        version: 'report-2',
        site: runSite,
        from_day: '2026-11-26',
        ...decided,
      })
      .execute()
  })
}
