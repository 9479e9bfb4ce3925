import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { checkAudit } from '../../../people/audit/verify.ts'
import { keysOf, readKeySetting } from '../../../people/records/model/keys.ts'
import type { Records } from '../../../people/records/model/records.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { minutesOn, type ReadyChild, readyChild } from '../../../testing/test-dose.ts'
import { onEachStore, secret, testKeys } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  recordTestFacts,
  runNow,
  runStudy,
  screenedChild,
  shippedVersion,
} from '../../../testing/test-study.ts'
import type { Protocol } from '../../protocol/document/protocol.ts'
import { openArm, readTakenPlace, sealArm } from '../model/allocation.ts'
import { allocationCounts, importAllocation } from '../set-up/allocation.ts'
import { signFor } from './sign.ts'
import { freeStrata, seeArm, takeAllocation } from './take-allocation.ts'

const text = `position;site;stratum;kit;arm
1;01;under 1 year;K-101;anakinra
2;01;older;K-102;placebo
3;01;older;K-103;anakinra
4;02;older;K-201;anakinra
`

function load(
  records: Records,
  { manager }: ReadyChild,
  more: Partial<Parameters<typeof importAllocation>[2]> = {},
) {
  const list = { study: runStudy, list: 'main', text, isBlind: true, ...more }
  return importAllocation(peopleBase(records), manager.actor, list, runNow)
}

/** A version that knows the arms of a study that is open. */
function withArms(): Protocol {
  const report = shippedVersion('report')
  const title = { en: 'Arm', fr: 'Bras' }
  const codes = ['anakinra', 'placebo']
  const arm = {
    id: 'arm',
    title,
    type: 'code',
    repeats: 'once',
    role: 'allocation',
    codes,
  } as const
  return { ...report, items: [...report.items, arm] }
}

function take(records: Records, child: ReadyChild, id: string, seen: number, stratum = 'older') {
  const ask = { id, formKey: randomUUID(), seen }
  return takeAllocation(peopleBase(records), child.coordinator.actor, ask, stratum, minutesOn(5))
}

/** Another child of the same study who may be allocated. */
async function another(records: Records, { coordinator, investigator }: ReadyChild) {
  const id = await enrolTestChild(records, coordinator)
  const { facts } = await recordTestFacts(records, coordinator.actor, id, screenedChild())
  const ask = { participantId: id, meaning: 'eligibility', seen: facts.length } as const
  const signed = await signFor(peopleBase(records), investigator.actor, ask, runNow)
  assert.equal(signed.kind, 'done')
  return { id, seen: facts.length }
}

onEachStore(
  'the next place is taken in order, once for each, and two at once never get the same',
  async (records) => {
    const child = await readyChild(records)
    assert.deepEqual(await load(records, child), { kind: 'done', places: 4 })
    const other = await another(records, child)
    const { participant } = await child.caseAt(runNow)
    assert.deepEqual(await freeStrata(records.db, participant), ['older', 'under 1 year'])
    const both = await Promise.all([
      take(records, child, child.id, participant.facts),
      take(records, child, other.id, other.seen),
      take(records, child, child.id, participant.facts),
    ])
    assert.deepEqual(
      both.map(({ kind }) => kind),
      ['done', 'done', 'done'],
    )
    const places = await Promise.all(
      [child.id, other.id].map((id) => readTakenPlace(records.db, id)),
    )
    assert.deepEqual(new Set(places.map((place) => place?.kit)), new Set(['K-102', 'K-103']))
    const third = await another(records, child)
    const none = await take(records, child, third.id, third.seen)
    assert.ok(none.kind === 'refused' && none.problem === 'noPlace')
    const counts = await allocationCounts(records.db, runStudy)
    const older = counts.filter(({ stratum }) => stratum === 'older')
    assert.deepEqual(
      new Set(older.map(({ places: all, taken }) => `${taken} of ${all}`)),
      new Set(['0 of 1', '2 of 2']),
    )
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)

onEachStore(
  'in a blind study the arm is in no fact and no line; a pharmacist alone opens it, and the trail says so',
  async (records) => {
    const child = await readyChild(records)
    await load(records, child)
    const { participant } = await child.caseAt(runNow)
    assert.equal((await take(records, child, child.id, participant.facts)).kind, 'done')
    const base = peopleBase(records)
    for (const who of [
      'coordinator',
      'investigator',
      'manager',
      'monitor',
      'statistician',
      'auditor',
      'stranger',
    ] as const)
      assert.equal((await seeArm(base, child[who].actor, child.id, runNow)).kind, 'gone', who)
    assert.deepEqual(await seeArm(base, child.pharmacist.actor, child.id, runNow), {
      kind: 'done',
      arm: 'placebo',
    })
    const known = await child.caseAt(minutesOn(6))
    assert.ok(!JSON.stringify([known.facts, known.state]).includes('placebo'))
    const lines = await records.db.selectFrom('audit_event').selectAll().execute()
    assert.ok(!JSON.stringify(lines).includes('placebo'))
    assert.ok(lines.some(({ action }) => action === 'allocation.arm-seen'))
    const rows = await records.db.selectFrom('allocation_place').selectAll().execute()
    assert.ok(rows.every((row) => !Buffer.from(row.arm_sealed).includes('placebo')))
    assert.equal(
      new Set(rows.map((row) => row.arm_sealed.length)).size,
      1,
      'no length tells an arm',
    )
  },
)

onEachStore('in an open study the arm is a fact as any other', async (records) => {
  const child = await readyChild(records, { protocol: withArms() })
  const wrong = await load(records, child, {
    isBlind: false,
    text: text.replace('placebo', 'water'),
  })
  assert.deepEqual(wrong, { kind: 'faults', faults: [{ line: 3, code: 'arm' }] })
  assert.equal((await load(records, child, { isBlind: false })).kind, 'done')
  const { participant } = await child.caseAt(runNow)
  const taken = await take(records, child, child.id, participant.facts)
  assert.ok(taken.kind === 'done')
  assert.deepEqual(
    taken.recorded.map(({ item, value }) => [item, value]),
    [['arm', 'placebo']],
  )
})

onEachStore(
  'before an investigator has signed, and after a withdrawal, nobody is allocated',
  async (records) => {
    const child = await readyChild(records, { isUnsigned: true })
    await load(records, child)
    const seen = async () => (await child.caseAt(runNow)).participant.facts
    const unsigned = await take(records, child, child.id, await seen())
    assert.ok(unsigned.kind === 'refused' && unsigned.problem === 'notSigned')
    await child.sign(runNow)
    await child.record(
      [{ item: 'consentWithdrawn', value: 'all', at: '2026-11-26T10:00+01:00' }],
      runNow,
    )
    const withdrawn = await take(records, child, child.id, await seen())
    assert.ok(withdrawn.kind === 'refused' && withdrawn.problem === 'withdrawn')
    assert.equal(await readTakenPlace(records.db, child.id), undefined)
  },
)

onEachStore(
  'a list is imported whole or not at all, and each bad line is named',
  async (records) => {
    const child = await readyChild(records)
    const bad = `position,site,stratum,kit,arm
1,01,a,K-1,x
1,01,a,K-2,x
two,01,a,K-3,x
3,09,a,K-4,x
4,01,a,K-1,x
5,01,a,=SUM(A1),x
6,01,a,K-6,
7,01,a,K-7
8,*,"a, b",K-8,x
`
    const read = await load(records, child, { text: bad })
    assert.ok(read.kind === 'faults')
    assert.deepEqual(
      read.faults.map(({ line, code }) => `${line} ${code}`),
      ['3 positionTwice', '4 position', '5 site', '6 kitTwice', '7 kit', '8 arm', '9 columns'],
    )
    assert.deepEqual(await allocationCounts(records.db, runStudy), [])
    assert.equal((await load(records, child, { text: 'kit,arm\nK-1,x' })).kind, 'header')
    assert.equal((await load(records, child, { text: '' })).kind, 'header')
    assert.equal((await load(records, child, { text: text.split('\n')[0] ?? '' })).kind, 'empty')
    assert.equal((await load(records, child, { list: 'a b' })).kind, 'listName')
    assert.equal((await load(records, child, { isBlind: false })).kind, 'noItem')
    assert.equal((await load(records, child)).kind, 'done')
    assert.equal((await load(records, child)).kind, 'listKnown')
    const twice = await load(records, child, { list: 'second' })
    assert.ok(twice.kind === 'faults' && twice.faults.every(({ code }) => code === 'kitTwice'))
    const { actor } = child.coordinator
    const mine = { study: runStudy, list: 'mine', text, isBlind: true }
    assert.equal(
      (await importAllocation(peopleBase(records), actor, mine, runNow)).kind,
      'notYours',
    )
  },
)

onEachStore(
  'a study whose doses are worked out by the arm cannot be blind here',
  async (records) => {
    const protocol = withArms()
    const appliesIf = { op: 'code', item: 'arm', in: ['anakinra'] } as const
    const regimens = protocol.regimens.map((regimen) => ({ ...regimen, appliesIf }))
    const byArm = { ...protocol, regimens }
    const child = await readyChild(records, { protocol: byArm, isUnsigned: true })
    assert.equal((await load(records, child)).kind, 'dosesByArm')
    assert.equal((await load(records, child, { isBlind: false })).kind, 'done')
  },
)

test('what was sealed for a place opens after a rotation of the keys, and at no other place', () => {
  const before = keysOf(readKeySetting(testKeys))
  const [root, ...others] = testKeys.split(',')
  const after = keysOf(readKeySetting([root, `2:${secret('2')}`, ...others].join(',')))
  const place = { study: runStudy, list: 'main', position: 1 }
  const arm_sealed = sealArm(before, place, 'placebo')
  assert.equal(openArm(after, { ...place, arm_sealed }), 'placebo')
  assert.throws(() => openArm(after, { ...place, position: 2, arm_sealed }))
})
