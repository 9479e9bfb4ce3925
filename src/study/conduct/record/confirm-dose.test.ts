import assert from 'node:assert/strict'
import type { Records } from '../../../people/records/model/records.ts'
import { checkAudit } from '../../../people/audit/verify.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { minutesOn, type ReadyChild, readyChild, typedDose } from '../../../testing/test-dose.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import { enrolTestChild, shippedVersion } from '../../../testing/test-study.ts'
import { confirmDose, type Prepared, prepareDose, takeBackDose } from './confirm-dose.ts'
import { readDoseOrder, orderStanding } from './dose-order.ts'
import { giveDose } from './give-dose.ts'
import type { TypedDose } from './typed-dose.ts'

type Member = 'coordinator' | 'investigator' | 'pharmacist' | 'monitor'

async function opened(records: Records) {
  const child = await readyChild(records, { areDosesConfirmed: true })
  const base = peopleBase(records)
  const prepare = async (
    who: Member = 'pharmacist',
    typed: Partial<TypedDose> = {},
    now: Date = minutesOn(5),
  ): Promise<Prepared> =>
    prepareDose(base, child[who].actor, await child.askNow(), typedDose(typed), now)
  const orderOf = async (who?: Member, typed?: Partial<TypedDose>): Promise<string> => {
    const prepared = await prepare(who, typed)
    assert.ok(prepared.kind === 'done', JSON.stringify(prepared))
    return prepared.order
  }
  const confirm = async (who: Member, order: string, number = '01-001', now = minutesOn(9)) =>
    confirmDose(base, child[who].actor, await child.askNow(), { order, number }, now)
  return { child, base, prepare, orderOf, confirm }
}

async function standing(records: Records, child: ReadyChild, order: string, now: Date) {
  const known = await child.caseAt(now)
  const read = await readDoseOrder(records.db, known.participant, order)
  assert.ok(read)
  return orderStanding(read, known, records.db, now)
}

onEachStore(
  'one prepares and another confirms: only then it is recorded, with both',
  async (records) => {
    const { child, base, prepare, orderOf, confirm } = await opened(records)
    const alone = await giveDose(
      base,
      child.coordinator.actor,
      await child.askNow(),
      typedDose(),
      minutesOn(5),
    )
    assert.ok(alone.kind === 'refused' && alone.problem.why === 'needsSecond')
    const order = await orderOf()
    assert.equal((await child.caseAt(minutesOn(6))).state.dosesGiven.length, 0)
    const second = await prepare('coordinator')
    assert.ok(second.kind === 'refused' && second.problem.why === 'orderWaits')
    const own = await confirm('pharmacist', order)
    assert.ok(own.kind === 'refused' && own.problem.why === 'ownOrder')
    const elsewhere = await confirm('coordinator', order, '01-004')
    assert.deepEqual(elsewhere.kind === 'refused' && elsewhere.problem, {
      why: 'otherChild',
      typed: '01-004',
    })
    assert.equal((await confirm('monitor', order)).kind, 'gone')
    const done = await confirm('coordinator', order)
    assert.ok(done.kind === 'done', JSON.stringify(done))
    const [fact] = done.recorded
    assert.equal(fact?.value, '28')
    assert.equal(fact?.at, '2026-11-26T10:09:00+01:00', 'at the moment of the confirmation')
    assert.equal(fact?.details?.['preparedBy'], `account/${child.pharmacist.actor.accountId}`)
    assert.equal(fact?.details?.['confirmedBy'], `account/${child.coordinator.actor.accountId}`)
    assert.deepEqual(done.after.state.deviations, [])
    const again = await confirm('investigator', order)
    assert.ok(again.kind === 'refused' && again.problem.why === 'orderSettled')
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)

onEachStore('two who confirm at once record one dose', async (records) => {
  const { child, base, orderOf } = await opened(records)
  const order = await orderOf()
  const asks = [await child.askNow(), await child.askNow()]
  const both = await Promise.all(
    (['coordinator', 'investigator'] as const).map((who, at) =>
      confirmDose(
        base,
        child[who].actor,
        asks[at] ?? assert.fail(),
        { order, number: '01-001' },
        minutesOn(9),
      ),
    ),
  )
  assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['changed', 'done'])
  assert.equal((await child.caseAt(minutesOn(10))).state.dosesGiven.length, 1)
})

onEachStore('two who prepare at once make one order', async (records) => {
  const { child, base } = await opened(records)
  const asks = [await child.askNow(), await child.askNow()]
  const both = await Promise.all(
    (['coordinator', 'pharmacist'] as const).map((who, at) =>
      prepareDose(base, child[who].actor, asks[at] ?? assert.fail(), typedDose(), minutesOn(5)),
    ),
  )
  assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['done', 'refused'])
  const twice = await Promise.all(
    [1, 2].map(() =>
      prepareDose(
        base,
        child.coordinator.actor,
        asks[0] ?? assert.fail(),
        typedDose(),
        minutesOn(5),
      ),
    ),
  )
  const rows = await records.db.selectFrom('dose_order').select('id').execute()
  assert.equal(rows.length, 1, JSON.stringify(twice.map(({ kind }) => kind)))
})

onEachStore('an order is void when what it rests on changed, and says so', async (records) => {
  const { child, orderOf, confirm, prepare } = await opened(records)
  const order = await orderOf()
  await child.record(
    [{ item: 'crp', value: '12', unit: 'mg/L', at: '2026-11-26T10:06+01:00' }],
    minutesOn(7),
  )
  assert.equal(
    (await standing(records, child, order, minutesOn(8))).kind,
    'waiting',
    'the dose does not rest on it',
  )
  const weight = { item: 'bodyWeight', value: '15.0', unit: 'kg', at: '2026-11-26T10:07+01:00' }
  await child.record([weight], minutesOn(8))
  await child.sign(minutesOn(8))
  assert.equal((await standing(records, child, order, minutesOn(8))).kind, 'void')
  const refused = await confirm('coordinator', order)
  assert.ok(refused.kind === 'refused' && refused.problem.why === 'orderVoid')
  const row = await records.db.selectFrom('dose_order').select('state').executeTakeFirstOrThrow()
  assert.equal(row.state, 'void')
  assert.equal((await child.caseAt(minutesOn(10))).state.dosesGiven.length, 0)
  const anew = await prepare('pharmacist', { amount: '30' }, minutesOn(11))
  assert.equal(anew.kind, 'done', JSON.stringify(anew))
})

onEachStore(
  'an order waits two hours, and can be taken back before it is confirmed',
  async (records) => {
    const { child, base, orderOf, confirm, prepare } = await opened(records)
    const order = await orderOf()
    const late = await confirm('coordinator', order, '01-001', minutesOn(126))
    assert.ok(late.kind === 'refused' && late.problem.why === 'orderExpired')
    const { id } = child
    const back = (who: Member | 'stranger') =>
      takeBackDose(base, child[who].actor, { id, order }, minutesOn(7))
    assert.equal((await back('stranger')).kind, 'gone')
    assert.equal((await back('coordinator')).kind, 'done')
    assert.equal((await back('coordinator')).kind, 'settled')
    const refused = await confirm('coordinator', order)
    assert.ok(refused.kind === 'refused' && refused.problem.why === 'orderSettled')
    assert.equal((await prepare('coordinator')).kind, 'done')
  },
)

onEachStore('what is refused of a dose is refused of its preparation', async (records) => {
  const { prepare } = await opened(records)
  for (const [typed, why] of [
    [{ amount: '280' }, 'tenTimes'],
    [{ amount: '30' }, 'differs'],
    [{ number: '01-002' }, 'otherChild'],
  ] as const) {
    const refused = await prepare('pharmacist', typed)
    assert.equal(refused.kind === 'refused' && refused.problem.why, why)
  }
})

onEachStore(
  'a version may ask for the second person itself, whatever the study says',
  async (records) => {
    const report = shippedVersion('report')
    const regimens = report.regimens.map((one) => ({ ...one, secondPerson: true as const }))
    const child = await readyChild(records, { protocol: { ...report, regimens } })
    const { actor } = child.coordinator
    const given = await giveDose(
      peopleBase(records),
      actor,
      await child.askNow(),
      typedDose(),
      minutesOn(5),
    )
    assert.ok(given.kind === 'refused' && given.problem.why === 'needsSecond')
  },
)

onEachStore('the form of another child prepares nothing', async (records) => {
  const { child, base, prepare } = await opened(records)
  assert.equal((await prepare()).kind, 'done')
  const { form_key: formKey } = await records.db
    .selectFrom('dose_order')
    .select('form_key')
    .executeTakeFirstOrThrow()
  const id = await enrolTestChild(records, child.coordinator)
  const ask = { id, formKey, seen: 0 }
  const typed = typedDose({ number: '01-002' })
  const refused = await prepareDose(base, child.coordinator.actor, ask, typed, minutesOn(6))
  assert.ok(refused.kind === 'refused' && refused.problem.why === 'noOrder')
})
