import assert from 'node:assert/strict'
import { hash, randomUUID } from 'node:crypto'
import { checkAudit } from '../../../people/audit/verify.ts'
import { personById } from '../../../people/records/persons.ts'
import type { Records } from '../../../people/records/model/records.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  runStudy,
  screenedChild,
} from '../../../testing/test-study.ts'
import { gatherFacts } from '../../protocol/read/gather-facts.ts'
import { readFactLines } from '../../protocol/read/read-fact-lines.ts'
import { can } from '../../../people/accounts/model/can.ts'
import { lockOf } from '../model/lock.ts'
import { readStudyRun } from '../model/run.ts'
import { openSignerName } from '../model/signature.ts'
import { recordOf } from '../record/change.ts'
import { signFor } from '../record/sign.ts'
import { freeze, lockStudy, unlockStudy } from './lock.ts'
import { acceptSets, decideSet, readSets } from './sets.ts'
import { lockedSnapshot, readHeads, snapshotFile } from './snapshot.ts'

const reason = 'All data are there'

async function studyToLock(records: Records) {
  const team = await openTestStudy(records)
  const base = peopleBase(records)
  const child = await enrolTestChild(records, team.coordinator)
  const after = await recordTestFacts(records, team.coordinator.actor, child, screenedChild())
  await enrolTestChild(records, team.coordinator, 'Screened Only')
  const signed = () =>
    signFor(
      base,
      team.investigator.actor,
      { participantId: child, meaning: 'eligibility', seen: after.participant.facts },
      runNow,
    )
  const lock = (now = runNow) =>
    lockStudy(base, team.manager.actor, { study: runStudy, reason }, now)
  return { ...team, base, child, signed, lock, facts: after.participant.facts }
}

/** Decides each set that the version says nothing of, and takes the rest as it says. */
async function decideAll(
  records: Records,
  { base, manager, child }: Awaited<ReturnType<typeof studyToLock>>,
) {
  await acceptSets(base, manager.actor, runStudy, runNow)
  const run = await readStudyRun(records.db, runStudy)
  assert.ok(run)
  const [of] = await readSets(records.db, records.keys, run, runNow)
  for (const { set, isDecided } of of?.lines ?? [])
    if (!isDecided) {
      const ask = { study: runStudy, participantId: child, set, isMember: true }
      assert.equal(await decideSet(base, manager.actor, { ...ask, reason: '' }, runNow), 'reason')
      const done = await decideSet(base, manager.actor, { ...ask, reason: 'By the plan' }, runNow)
      assert.equal(done, 'done')
    }
  return readSets(records.db, records.keys, run, runNow)
}

onEachStore(
  'a study is locked only when nothing is missing: each thing is named, and a lock keeps and signs the hash of all facts',
  async (records) => {
    const study = await studyToLock(records)
    const { lock, signed, manager, child, base } = study
    const missing = await lock()
    assert.ok(missing.kind === 'needs')
    assert.deepEqual(missing.needs.map(({ kind, number }) => `${kind} ${number}`).toSorted(), [
      'eligibility 01-001',
      'set 01-001',
    ])
    assert.equal((await signed()).kind, 'done')
    const decided = await decideAll(records, study)
    assert.ok(decided.every(({ lines }) => lines.every(({ isDecided }) => isDecided)))
    await records.write((tx) =>
      tx
        .insertInto('query')
        .values({
          id: randomUUID(),
          study: runStudy,
          site: 'any',
          participant_id: child,
          fact_id: null,
          item: null,
          visit: null,
          rule: null,
          state: 'answered',
          opened_at: runNow.toISOString(),
          opened_by: null,
          opened_role: 'monitor',
          version: 1,
        })
        .execute(),
    )
    const asked = await lock()
    assert.ok(asked.kind === 'needs')
    assert.deepEqual(
      asked.needs.map(({ kind }) => kind),
      ['query'],
    )
    await records.write((tx) => tx.updateTable('query').set({ state: 'closed' }).execute())
    const stale = await lock(new Date(runNow.getTime() + 3_600_000))
    assert.equal(stale.kind, 'proveAgain')
    const done = await lock()
    assert.ok(done.kind === 'locked')
    assert.equal(await lockOf(records.db, runStudy, child), 'locked')
    const [signature] = await records.db
      .selectFrom('signature')
      .selectAll()
      .where('meaning', '=', 'lock')
      .execute()
    assert.equal(signature?.content_hash, done.snapshot.hash)
    const person = await personById(records.db, records.keys, manager.actor.personId)
    assert.ok(person)
    const name = openSignerName(person.key, { id: signature.id, nameSealed: signature.name_sealed })
    assert.equal(name, 'manager')
    assert.equal((await lock()).kind, 'state')
    const late = await recordOf(
      base,
      study.coordinator.actor,
      { id: child, formKey: randomUUID(), seen: study.facts },
      { may: can.recordFacts, act: () => Promise.resolve([]) },
      runNow,
    )
    assert.equal(late.kind, 'locked')
    const set = { study: runStudy, participantId: child, set: 'ITT', isMember: true, reason }
    const again = await decideSet(base, manager.actor, set, runNow)
    assert.ok(again === 'locked' || again === 'gone')
    const opened = await unlockStudy(base, manager.actor, { study: runStudy, reason }, runNow)
    assert.equal(opened.kind, 'done')
    assert.equal(await lockOf(records.db, runStudy), 'open')
    const { void_because } = await records.db
      .selectFrom('signature')
      .select('void_because')
      .where('meaning', '=', 'lock')
      .executeTakeFirstOrThrow()
    assert.equal(void_because, 'unlocked')
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)

onEachStore(
  'a snapshot can be made again byte for byte after more was recorded, and is read as any file of facts',
  async (records) => {
    const { coordinator, child, facts } = await studyToLock(records)
    const { db, keys } = records
    const heads = await readHeads(db, runStudy)
    const file = await snapshotFile(db, keys, runStudy, heads)
    assert.deepEqual([file.participants, file.facts, file.isMadeUp], [1, facts, true])
    assert.equal(hash('sha256', file.bytes), file.hash)
    await recordTestFacts(records, coordinator.actor, child, [
      {
        item: 'temperature',
        value: '38.0',
        unit: 'Cel',
        site: 'axillary',
        at: '2026-11-26T08:00+01:00',
      },
    ])
    const again = await snapshotFile(db, keys, runStudy, heads)
    assert.equal(again.hash, file.hash)
    const now = await snapshotFile(db, keys, runStudy, await readHeads(db, runStudy))
    assert.notEqual(now.hash, file.hash)
    const text = Buffer.from(file.bytes).toString()
    assert.doesNotMatch(text, /Léa|Martin|\+33/u)
    assert.match(text, /"invented":true/)
    const read = await gatherFacts(readFactLines(chunks(file.bytes)))
    assert.deepEqual(
      [read.faultyLines, read.facts, [...read.participants.keys()]],
      [0, facts, ['01-001']],
    )
    const wrong = heads.map((head) => ({ ...head, head: 'other' }))
    await assert.rejects(snapshotFile(db, keys, runStudy, wrong))
    assert.equal(await lockedSnapshot(db, runStudy), undefined)
  },
)

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

onEachStore('what is frozen is opened again, of one participant or of all', async (records) => {
  const { base, manager, child, coordinator } = await studyToLock(records)
  const of = (kind: 'freeze' | 'unfreeze', participantId?: string, actor = manager.actor) =>
    freeze(
      base,
      actor,
      { study: runStudy, kind, reason, ...(participantId !== undefined && { participantId }) },
      runNow,
    ).then((done) => done.kind)
  assert.equal(await of('freeze', child, coordinator.actor), 'notYours')
  assert.equal(await of('unfreeze', child), 'state')
  assert.equal(await of('freeze', randomUUID()), 'gone')
  assert.equal(await of('freeze', child), 'done')
  assert.deepEqual(
    [await lockOf(records.db, runStudy, child), await lockOf(records.db, runStudy)],
    ['frozen', 'open'],
  )
  assert.equal(await of('unfreeze', child), 'done')
  assert.equal(await of('freeze'), 'done')
  assert.equal(await lockOf(records.db, runStudy, child), 'frozen')
  assert.equal(await of('freeze'), 'state')
  assert.equal(await of('unfreeze'), 'done')
  assert.equal(await lockOf(records.db, runStudy, child), 'open')
  const blank = await freeze(
    base,
    manager.actor,
    { study: runStudy, kind: 'freeze', reason: ' ' },
    runNow,
  )
  assert.equal(blank.kind, 'reason')
})
