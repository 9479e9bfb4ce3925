import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Records } from '../../../people/records/model/records.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  screenedChild,
} from '../../../testing/test-study.ts'
import { withdrawalsOf } from '../derived/own-consent.ts'
import { readCase } from '../model/case.ts'
import { recordWithdrawal, takeOutSigned, type TypedWithdrawal } from './withdraw.ts'

async function screened(records: Records) {
  const team = await openTestStudy(records)
  const base = peopleBase(records)
  const id = await enrolTestChild(records, team.coordinator)
  await recordTestFacts(records, team.coordinator.actor, id, screenedChild())
  const read = async (now = runNow) => {
    const found = await readCase(records.db, records.keys, id, now)
    assert.ok(found)
    return found
  }
  const ask = async () => ({ id, formKey: randomUUID(), seen: (await read()).facts.length })
  const withdraw = async (more: Partial<TypedWithdrawal>, { actor } = team.coordinator) =>
    recordWithdrawal(
      base,
      actor,
      await ask(),
      { of: 'all', why: '', at: { day: '2026-11-26', time: '09:30', offset: '' }, ...more },
      runNow,
    )
  return { ...team, base, id, read, ask, withdraw }
}

onEachStore(
  'a withdrawal stops at once what it covers, and keeps what was collected',
  async (records) => {
    const { withdraw, read, coordinator, id } = await screened(records)
    assert.equal((await read()).state.nextDoses[0]?.kind, 'give')
    const treatment = await withdraw({ of: 'treatment', why: 'side effects' })
    assert.ok(treatment.kind === 'done')
    assert.equal(treatment.after.state.nextDoses[0]?.kind, 'refuse')
    assert.deepEqual(treatment.after.state.withdrawn, { treatment: '2026-11-26T09:30+01:00' })
    assert.deepEqual(treatment.recorded[0]?.details, { of: 'treatment', why: 'side effects' })
    const all = await withdraw({ of: 'all', at: { day: '2026-11-26', time: '', offset: '' } })
    assert.ok(all.kind === 'done')
    assert.deepEqual(Object.keys(all.after.state.withdrawn), ['treatment', 'visits'])
    assert.equal(withdrawalsOf(all.after).length, 2)
    for (const { item } of screenedChild())
      assert.ok(all.after.facts.some((fact) => fact.item === item))
    await recordTestFacts(records, coordinator.actor, id, [])
  },
)

onEachStore('what is wrong with a withdrawal is said, and changes nothing', async (records) => {
  const { withdraw, read, stranger } = await screened(records)
  const before = (await read()).facts.length
  const codes = async (more: Partial<TypedWithdrawal>) => {
    const outcome = await withdraw(more)
    return outcome.kind === 'refused' ? outcome.problem.map(({ code }) => code) : [outcome.kind]
  }
  const day = (text: string) => ({ at: { day: text, time: '', offset: '' } })
  assert.deepEqual(await codes({ of: '' }), ['noScope'])
  assert.deepEqual(await codes({ of: 'half' }), ['noScope'])
  assert.deepEqual(await codes({ why: 'because' }), ['why'])
  assert.deepEqual(await codes(day('2026-12-01')), ['future'])
  assert.deepEqual(await codes(day('2023-12-01')), ['beforeBirth'])
  assert.deepEqual(await codes(day('2026-02-30')), ['noSuchDay'])
  assert.equal((await withdraw({}, stranger)).kind, 'gone')
  assert.equal((await read()).facts.length, before)
  assert.deepEqual(await codes({}), ['done'])
  for (const scope of ['treatment', 'visits', 'all'])
    assert.deepEqual(await codes({ of: scope }), ['already'])
})

onEachStore(
  'a withdrawal that was recorded by mistake is taken out with a reason, and all goes on',
  async (records) => {
    const { withdraw, base, coordinator, ask } = await screened(records)
    const done = await withdraw({ of: 'all' })
    assert.ok(done.kind === 'done')
    const fact = done.recorded[0]?.id ?? ''
    const wrong = { role: 'withdrawal', fact, reason: 'Of another child' } as const
    const out = await takeOutSigned(base, coordinator.actor, await ask(), wrong, runNow)
    assert.ok(out.kind === 'done', JSON.stringify(out))
    assert.deepEqual(out.after.state.withdrawn, {})
    assert.equal(out.after.state.nextDoses[0]?.kind, 'give')
    assert.deepEqual(withdrawalsOf(out.after), [])
  },
)
