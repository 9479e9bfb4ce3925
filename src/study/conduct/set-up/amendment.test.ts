import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAudit } from '../../../people/audit/verify.ts'
import type { Records } from '../../../people/records/model/records.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  enrolTestChild,
  openTestStudy,
  otherRunSite,
  recordTestFacts,
  runNow,
  runSite,
  runStudy,
  screenedChild,
  shippedVersion,
} from '../../../testing/test-study.ts'
import { readCase } from '../model/case.ts'
import { readStudyRun, type StudyRun } from '../model/run.ts'
import { type AmendmentDecision, switchEffects, switchProblem } from './amendment.ts'
import { addVersion } from './open-run.ts'
import { type DecidedSwitch, switchVersion } from './switch-version.ts'

const asked = { study: runStudy, version: 'report', site: runSite, from: '2026-11-27' } as const
const everybody: AmendmentDecision = { appliesTo: 'everybody', reconsent: true }
const decided: DecidedSwitch = { ...asked, decision: everybody, reason: 'Approved on 20 November' }

/** A child at the site who is in by the listing, and one who is only screened; the report waits to be switched on. */
async function studyBeforeAmendment(records: Records) {
  const team = await openTestStudy(records, { version: 'listing' })
  const base = peopleBase(records)
  await addVersion(base, team.manager.actor, shippedVersion('report'), runNow)
  const child = await enrolTestChild(records, team.coordinator)
  await recordTestFacts(records, team.coordinator.actor, child, screenedChild())
  const screened = await enrolTestChild(records, team.coordinator, 'Zoé Petit')
  return { ...team, base, child, screened }
}

async function runOf(records: Records): Promise<StudyRun> {
  const run = await readStudyRun(records.db, runStudy)
  assert.ok(run)
  return run
}

onEachStore(
  'what a version would change is told for each participant of its site, and nothing is changed by looking',
  async (records) => {
    const { child } = await studyBeforeAmendment(records)
    const { db, keys } = records
    const before = await readCase(db, keys, child, runNow)
    const effects = await switchEffects(db, keys, await runOf(records), asked, everybody, runNow)
    assert.deepEqual(
      effects.map((one) => one.before.participant.number),
      ['01-001', '01-002'],
    )
    const [first] = effects
    assert.equal(first?.before.state.now, '2026-11-27T00:00:00+01:00')
    assert.deepEqual(first.changes.version, { id: 'report', before: 'listing', after: 'report' })
    assert.equal(first.changes.isConsentDue, true)
    assert.ok(first.changes.visits.length > 0)
    const other = { ...everybody, appliesTo: 'new participants' } as const
    const [stays] = await switchEffects(db, keys, await runOf(records), asked, other, runNow)
    assert.equal(stays?.changes.version, undefined)
    assert.deepEqual(await readCase(db, keys, child, runNow), before)
  },
)

onEachStore(
  'who is in moves on the day, is asked for consent again, and each has a line in the trail; doses stay as they were given',
  async (records) => {
    const { manager, coordinator, base, child, screened } = await studyBeforeAmendment(records)
    const dose = { item: 'injection', value: '28', unit: 'mg', at: '2026-11-25T10:00+01:00' }
    await recordTestFacts(records, coordinator.actor, child, [dose])
    const given = (await readCase(records.db, records.keys, child, runNow))?.state.dosesGiven
    const done = await switchVersion(base, manager.actor, decided, runNow)
    assert.deepEqual(done, { kind: 'done', moved: 2, asked: 1 })
    const at = (day: string) => readCase(records.db, records.keys, child, new Date(day))
    const today = await at(runNow.toISOString())
    assert.deepEqual(
      [today?.state.version.version, today?.state.version.reconsent],
      ['listing', 'not needed'],
    )
    assert.ok(today?.state.questions.every(({ type }) => type !== 'in the future'))
    const then = await at('2026-11-27T08:00:00Z')
    assert.equal(then?.state.version.because, 'amendment applies')
    assert.deepEqual([then.state.version.version, then.state.version.reconsent], ['report', 'due'])
    assert.equal(then.state.dosesGiven[0]?.amount?.value, given?.[0]?.amount?.value)
    const lines = await records.db
      .selectFrom('audit_event')
      .select(['action', 'subject'])
      .where('action', 'in', ['participant.version-changes', 'study.version-switched'])
      .orderBy('seq')
      .execute()
    assert.deepEqual(
      lines.map(({ subject }) => subject),
      [`study/${runStudy}`, `participant/${child}`, `participant/${screened}`],
    )
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)

onEachStore(
  'a version is decided on once: at the next site it is as it was decided, and cannot be decided otherwise',
  async (records) => {
    const { manager, base } = await studyBeforeAmendment(records)
    assert.equal((await switchVersion(base, manager.actor, decided, runNow)).kind, 'done')
    const there = { ...decided, site: otherRunSite, decision: { appliesTo: 'new participants' } }
    const done = await switchVersion(base, manager.actor, there as DecidedSwitch, runNow)
    assert.equal(done.kind, 'done')
    const [, second] = (await runOf(records)).versions
    assert.deepEqual(
      [second?.appliesTo, second?.reconsent, second?.sites.length],
      ['everybody', true, 2],
    )
  },
)

onEachStore('what cannot be switched on is refused and changes nothing', async (records) => {
  const { manager, coordinator, base } = await studyBeforeAmendment(records)
  const tried = async (more: Partial<DecidedSwitch>, actor = manager.actor) => {
    const done = await switchVersion(base, actor, { ...decided, ...more }, runNow)
    return done.kind === 'refused' ? done.problem : done.kind
  }
  const before = await records.db.selectFrom('audit_event').select('seq').execute()
  assert.equal(await tried({}, coordinator.actor), 'notYours')
  assert.equal(await tried({ version: 'none' }), 'unknown')
  assert.equal(await tried({ site: 'nowhere' }), 'unknown')
  assert.equal(await tried({ from: '2026-02-30' }), 'days')
  assert.equal(await tried({ from: '2019-01-01' }), 'beforeDate')
  assert.equal(await tried({ from: '2026-11-01' }), 'order')
  assert.equal(await tried({ version: 'listing' }), 'twice')
  assert.equal(await tried({ decision: { appliesTo: 'everybody' } }), 'undecided')
  assert.equal(await tried({ reason: '  ' }), 'reason')
  const after = await records.db.selectFrom('audit_event').select('seq').execute()
  assert.equal(after.length, before.length)
})

test('a site that works by no version yet gets its first one at once', () => {
  const site = {
    site: 'a',
    number: '01',
    name: 'A',
    timeZone: 'UTC',
    approvedFrom: '',
    approvedUntil: null,
  }
  const version = {
    protocol: shippedVersion('listing'),
    hash: '',
    appliesTo: null,
    reconsent: null,
  }
  const run = {
    study: runStudy,
    timeZone: 'UTC',
    areDosesConfirmed: false,
    sites: [site],
    versions: [{ ...version, sites: [] }],
    settings: [],
  }
  assert.equal(switchProblem(run, { version: 'listing', site: 'a', from: '2026-11-01' }), 'first')
})
