import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { test } from 'node:test'
import type { Records } from '../../../people/records/model/records.ts'
import { drawChild, drawFrom } from '../../../testing/drawn-child.ts'
import { sized } from '../../../testing/sized.ts'
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
import type { Fact } from '../../protocol/facts/fact.ts'
import { caseOf, readCase } from '../model/case.ts'
import type { KeptFact } from '../model/facts.ts'
import type { Participant } from '../model/participant.ts'
import type { StudyRun } from '../model/run.ts'
import { outlookLineOf } from './keep-outlook.ts'
import { nextChange } from './next-change.ts'
import { type OutlookLine, outlookOf } from './outlook.ts'
import { renewOutlooks, renewStudyOutlooks } from './renew-outlooks.ts'

const hourMs = 3_600_000
const later = (hours: number): Date => new Date(runNow.getTime() + hours * hourMs)

async function kept({ db }: Records, id: string): Promise<readonly OutlookLine[]> {
  const rows = await db
    .selectFrom('outlook')
    .selectAll()
    .where('participant_id', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(outlookLineOf)
}

async function saidNow(records: Records, id: string, now: Date): Promise<readonly OutlookLine[]> {
  const found = await readCase(records.db, records.keys, id, now)
  assert.ok(found)
  return outlookOf(found)
}

const dose = {
  item: 'injection',
  value: '28',
  unit: 'mg',
  at: '2026-11-24T22:00+01:00',
} as const

onEachStore(
  'what is due is kept with what was recorded, and is renewed when its time has passed',
  async (records) => {
    const { coordinator } = await openTestStudy(records)
    const id = await enrolTestChild(records, coordinator)
    await recordTestFacts(records, coordinator.actor, id, [...screenedChild(), dose])
    assert.deepEqual(await kept(records, id), await saidNow(records, id, runNow))
    assert.ok((await kept(records, id)).some(({ kind }) => kind === 'visit'))
    for (const hours of [1, 13, 16, 40, 24 * 29, 24 * 30, 24 * 46]) {
      const now = later(hours)
      await renewOutlooks(records, { holder: 'one', now: () => now })
      assert.deepEqual(await kept(records, id), await saidNow(records, id, now), `${hours} hours`)
    }
    const { outlook_at } = await records.db
      .selectFrom('participant')
      .select('outlook_at')
      .executeTakeFirstOrThrow()
    assert.equal(outlook_at, later(24 * 46).toISOString())
  },
)

onEachStore(
  'who was just enrolled has an outlook after the next turn, and one process renews at a time',
  async (records) => {
    const { coordinator } = await openTestStudy(records)
    const id = await enrolTestChild(records, coordinator)
    const other = await enrolTestChild(records, coordinator, 'Jo Martin')
    const now = (): Date => runNow
    const both = await Promise.all([
      renewOutlooks(records, { holder: 'one', now }),
      renewOutlooks(records, { holder: 'other', now }),
    ])
    assert.equal(both[0] + both[1], 2, both.join())
    assert.deepEqual(await kept(records, id), await saidNow(records, id, runNow))
    assert.deepEqual((await kept(records, other))[0]?.standing, 'screening')
    assert.equal(await renewOutlooks(records, { holder: 'one', now }), 0)
    await records.write((tx) => renewStudyOutlooks(tx, runStudy))
    assert.equal(await renewOutlooks(records, { holder: 'one', now }), 2)
  },
)

onEachStore('nothing that was measured is kept in the open', async (records) => {
  const { coordinator } = await openTestStudy(records)
  const id = await enrolTestChild(records, coordinator)
  await recordTestFacts(records, coordinator.actor, id, [...screenedChild(), dose])
  const rows = JSON.stringify(await records.db.selectFrom('outlook').selectAll().execute())
  for (const value of ['14.0', '39.1', '28', '4200', '2024-05-10', 'Martin'])
    assert.equal(rows.includes(`"${value}"`), false, value)
})

test('until its time has passed, what is kept of any child is what the engine says at any moment', async () => {
  const draw = drawFrom(sized(11, Date.now() % 2 ** 31))
  const wrong: string[] = []
  const lengths: number[] = []
  for (let number = 0; number < sized(150, 3000); number++) {
    const seed = draw.upTo(2 ** 31)
    const { facts, now } = drawChild(seed)
    const at = (ms: number) => runCase(facts, new Date(Date.parse(now) + ms))
    const start = draw.upTo(40 * 24) * hourMs - 10 * 24 * hourMs + draw.upTo(hourMs)
    const first = at(start)
    const until = Date.parse(nextChange(first, new Date(first.state.now)))
    const length = until - Date.parse(first.state.now)
    assert.ok(length > 0 && length <= 25 * hourMs)
    lengths.push(length)
    const before = outlookOf(first)
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const after = outlookOf(at(start + Math.min(Math.floor(length * share), length - 1)))
      if (!isDeepStrictEqual(before, after)) wrong.push(`${seed} ${first.state.now} ${share}`)
    }
  }
  assert.deepEqual(wrong, [])
  // Most are asked about again at midnight alone: half a day after a drawn moment.
  const mean = lengths.reduce((sum, one) => sum + one, 0) / lengths.length
  assert.ok(mean > 8 * hourMs, `${mean / hourMs} hours`)
})

const versions = ['listing', 'record-2020', 'report'] as const
const runs = versions.map((version): StudyRun => {
  const protocol = shippedVersion(version)
  return {
    study: runStudy,
    timeZone: 'Europe/Paris',
    areDosesConfirmed: false,
    sites: [
      {
        site: runSite,
        number: '01',
        name: 'Bicêtre',
        timeZone: 'Europe/Paris',
        approvedFrom: '2017-01-01',
        approvedUntil: null,
      },
    ],
    versions: [
      {
        protocol,
        hash: '',
        appliesTo: null,
        reconsent: null,
        sites: [{ site: runSite, from: '2017-01-01' }],
      },
    ],
    settings: protocol.visits.map(({ id }, index) => ({
      sets: 'visit window',
      visit: id,
      window: { early: 'P1D', late: index % 2 === 0 ? 'P2D' : 'PT36H' },
      by: 'the sponsor',
    })),
  }
})

const child: Participant = {
  id: '',
  study: runStudy,
  site: runSite,
  number: '01-001',
  key: new Uint8Array(32),
  enrolledAt: '',
  enrolledBy: '',
  facts: 0,
  head: '',
  outlookAt: null,
  outlookUntil: null,
  erasureAskedAt: null,
}

let turn = 0

function runCase(facts: readonly Fact[], now: Date) {
  const run = runs[Math.floor(turn++ / 5) % runs.length]
  assert.ok(run)
  const kept = facts.map((fact, index): KeptFact => ({
    ...fact,
    seq: index + 1,
    hash: '',
    formKey: '',
  }))
  return caseOf(child, run, kept, now)
}
