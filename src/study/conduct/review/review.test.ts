import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../people/accounts/model/actor.ts'
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
  type StudyTeam,
} from '../../../testing/test-study.ts'
import { readCase } from '../model/case.ts'
import { type NewQuery, openQuery, stepQuery } from './change-query.ts'
import { classDeviation, readDeviations } from './deviation-class.ts'
import { queriesOf } from './query.ts'
import type { QueryStep } from './query-steps.ts'
import { checkSources, sourceChecksOf, sourceFigures } from './source-checks.ts'
import { countQueries, studyQueries } from './study-queries.ts'

async function aChild(records: Records) {
  const team = await openTestStudy(records)
  const id = await enrolTestChild(records, team.coordinator)
  await recordTestFacts(records, team.coordinator.actor, id, screenedChild())
  return { team, id }
}

async function theCase(records: Records, id: string) {
  const known = await readCase(records.db, records.keys, id, runNow)
  assert.ok(known)
  return known
}

async function threads(records: Records, id: string) {
  return queriesOf(records.db, (await theCase(records, id)).participant)
}

async function asked(
  records: Records,
  { actor }: StudyTeam['monitor'],
  id: string,
  given: Partial<NewQuery> = {},
) {
  const text = 'Is 14.0 kg right?'
  const query = { participant: id, formKey: randomUUID(), text, about: undefined, isDraft: false }
  return openQuery(peopleBase(records), actor, { ...query, ...given }, runNow)
}

function stepping(records: Records, id: string, query: string) {
  return (actor: Actor, step: QueryStep, version: number, text = 'It is so in the notes.') =>
    stepQuery(peopleBase(records), actor, { participant: id, query, version, step, text }, runNow)
}

onEachStore(
  'a query is asked by a monitor, answered by the site, closed by the role that asked, and each step is in the trail',
  async (records) => {
    const { team, id } = await aChild(records)
    const weight = (await theCase(records, id)).facts.find(({ item }) => item === 'bodyWeight')
    const opened = await asked(records, team.monitor, id, { about: { fact: weight?.id ?? '' } })
    assert.ok(opened.kind === 'done')
    const step = stepping(records, id, opened.query)
    const kinds = async (...steps: readonly (readonly [Actor, QueryStep, number])[]) => {
      const found: string[] = []
      for (const one of steps) found.push((await step(...one)).kind)
      return found
    }
    const { monitor, manager, coordinator, investigator, stranger, auditor } = team
    assert.deepEqual(
      await kinds(
        [stranger.actor, 'answer', 1],
        [auditor.actor, 'answer', 1],
        [monitor.actor, 'answer', 1],
        [monitor.actor, 'close', 1],
        [coordinator.actor, 'answer', 1],
        // Sent twice; and somebody who saw it before it was answered.
        [coordinator.actor, 'answer', 1],
        [investigator.actor, 'answer', 1],
        [monitor.actor, 'add', 2],
        [investigator.actor, 'add', 2],
        [manager.actor, 'close', 3],
        [coordinator.actor, 'close', 3],
        [monitor.actor, 'reopen', 3],
        [coordinator.actor, 'add', 4],
        [coordinator.actor, 'answer', 4],
        [monitor.actor, 'close', 5],
        [monitor.actor, 'cancel', 6],
      ),
      [
        'gone',
        'refused',
        'refused',
        'refused',
        'done',
        'done',
        'changed',
        'refused',
        'done',
        'refused',
        'refused',
        'done',
        'refused',
        'done',
        'done',
        'refused',
      ],
    )
    const [thread] = await threads(records, id)
    assert.deepEqual(
      thread?.events.map(({ kind, role }) => [kind, role]),
      [
        ['opened', 'monitor'],
        ['answered', 'coordinator'],
        ['answered', 'investigator'],
        ['reopened', 'monitor'],
        ['answered', 'coordinator'],
        ['closed', 'monitor'],
      ],
    )
    assert.deepEqual(thread?.query.item, 'bodyWeight')
    const lines = await records.db
      .selectFrom('audit_event')
      .select(['action', 'details'])
      .where('action', 'like', 'query.%')
      .execute()
    assert.equal(lines.length, 6)
    assert.doesNotMatch(lines.map(({ details }) => details).join(), /14\.0|notes/)
    assert.equal((await checkAudit(records)).isWhole, true)
  },
)

onEachStore(
  'a draft is not asked before it is sent; what cannot be is refused; pressing twice asks once',
  async (records) => {
    const { team, id } = await aChild(records)
    const draft = await asked(records, team.manager, id, { isDraft: true })
    assert.ok(draft.kind === 'done')
    const step = stepping(records, id, draft.query)
    assert.equal((await step(team.coordinator.actor, 'answer', 1)).kind, 'refused')
    assert.equal((await step(team.monitor.actor, 'send', 1)).kind, 'refused')
    assert.equal((await step(team.manager.actor, 'send', 1, '')).kind, 'done')
    assert.equal((await step(team.manager.actor, 'cancel', 2, ' ')).kind, 'refused')
    assert.equal((await step(team.manager.actor, 'cancel', 2, 'asked by mistake')).kind, 'done')
    assert.deepEqual(await asked(records, team.monitor, id, { text: ' ' }), {
      kind: 'refused',
      code: 'noText',
    })
    assert.deepEqual(await asked(records, team.monitor, id, { about: { fact: 'none' } }), {
      kind: 'refused',
      code: 'noFact',
    })
    for (const who of [team.coordinator, team.pharmacist, team.auditor, team.statistician])
      assert.equal((await asked(records, who, id)).kind, 'gone')
    const formKey = randomUUID()
    await asked(records, team.monitor, id, { formKey })
    await asked(records, team.monitor, id, { formKey })
    assert.equal((await threads(records, id)).length, 2)
  },
)

onEachStore(
  'the engine’s question about a value is one query, however often it is asked, and is resolved when it is answered in the data',
  async (records) => {
    const { team, id } = await aChild(records)
    const { actor } = team.coordinator
    const at = '2026-11-25T08:00+01:00'
    const heat = { item: 'temperature', unit: 'Cel', site: 'axillary', at }
    const one = { ...heat, value: '38.6' }
    const other = { ...heat, value: '36.8' }
    await recordTestFacts(records, actor, id, [one, other])
    await recordTestFacts(records, actor, id, [{ item: 'kawasakiSigns', value: '5', at }])
    const [opened, ...rest] = await threads(records, id)
    assert.deepEqual(rest, [])
    assert.equal(opened?.query.openedRole, 'system')
    assert.ok(opened?.events[0]?.words && 'question' in opened.events[0].words)
    const step = stepping(records, id, opened?.query.id ?? '')
    // Only the engine closes what it asked; a site may say why it is so.
    assert.equal((await step(team.monitor.actor, 'close', 1)).kind, 'refused')
    assert.equal((await step(actor, 'answer', 1)).kind, 'done')
    const wrong = (await theCase(records, id)).facts.find(({ value }) => value === '36.8')
    const correction = { ...one, corrects: wrong?.id ?? '', reason: 'a slip of the pen' }
    await recordTestFacts(records, actor, id, [correction])
    const [resolved] = await threads(records, id)
    assert.equal(resolved?.query.state, 'resolved')
    assert.deepEqual(
      resolved?.events.map(({ kind }) => kind),
      ['opened', 'answered', 'resolved'],
    )
  },
)

onEachStore('queries are listed and counted by the sites that one may see', async (records) => {
  const { team, id } = await aChild(records)
  await asked(records, team.monitor, id)
  const filter = { study: runStudy, states: ['open'] as const, limit: 10, offset: 0 }
  const found = await studyQueries(records.db, { ...filter, sites: [runSite] })
  assert.deepEqual(
    found.map(({ number, state }) => [number, state]),
    [['01-001', 'open']],
  )
  assert.deepEqual(await studyQueries(records.db, { ...filter, sites: [otherRunSite] }), [])
  assert.deepEqual(await countQueries(records.db, runStudy, [runSite, otherRunSite]), [
    { site: runSite, state: 'open', count: 1 },
  ])
})

onEachStore(
  'a value is checked against its source once; its correction makes the check void and needs its own',
  async (records) => {
    const { team, id } = await aChild(records)
    const base = peopleBase(records)
    const { facts } = await theCase(records, id)
    const weight = facts.find(({ item }) => item === 'bodyWeight')
    assert.ok(weight)
    const check = (actor: Actor, ids: readonly string[]) =>
      checkSources(base, actor, { participant: id, facts: ids }, runNow)
    const two = [weight.id, facts[0]?.id ?? '']
    assert.deepEqual(await check(team.coordinator.actor, two), { kind: 'gone' })
    assert.deepEqual(await check(team.monitor.actor, ['nothing']), { kind: 'nothing' })
    assert.deepEqual(await check(team.monitor.actor, two), { kind: 'done', checked: 2 })
    assert.deepEqual(await check(team.monitor.actor, two), { kind: 'done', checked: 0 })
    const figure = async () => (await sourceFigures(records.db, runStudy, [runSite]))[0]
    const values = screenedChild().length
    const before = await figure()
    assert.deepEqual([before?.values, before?.checked], [values, 2])
    const { item, value: _, unit = '', at } = weight
    await recordTestFacts(records, team.coordinator.actor, id, [
      { item, value: '14.2', unit, at, corrects: weight.id, reason: 'read again' },
    ])
    const now = await figure()
    assert.deepEqual([now?.values, now?.checked], [values, 1])
    assert.notEqual((await sourceChecksOf(records.db, id)).get(weight.id)?.voidAt, null)
    // The old value is not there to be checked any more.
    assert.deepEqual(await check(team.monitor.actor, [weight.id]), { kind: 'nothing' })
  },
)

onEachStore(
  'a deviation is classed by people with a reason; who saw an older class is told; the trail keeps each',
  async (records) => {
    const { team, id } = await aChild(records)
    const base = peopleBase(records)
    const dose = { item: 'injection', value: '60', unit: 'mg', at: '2026-11-25T09:00+01:00' }
    await recordTestFacts(records, team.investigator.actor, id, [dose])
    const all = await readDeviations(records.db, records.keys, { participantId: id })
    const raised = all.find(({ deviation }) => deviation.type === 'dose differs') ?? all[0]
    assert.ok(raised)
    const give = (actor: Actor, to: string, seen: string, why = 'a slip in drawing it up') =>
      classDeviation(
        base,
        actor,
        { participant: id, deviation: raised.id, class: to, why, seen },
        runNow,
      )
    assert.equal(await give(team.coordinator.actor, 'major', ''), 'gone')
    assert.equal(await give(team.monitor.actor, 'huge', ''), 'noClass')
    assert.equal(await give(team.monitor.actor, 'major', '', ' '), 'noReason')
    assert.equal(await give(team.monitor.actor, 'major', ''), 'done')
    assert.equal(await give(team.monitor.actor, 'major', ''), 'done')
    assert.equal(await give(team.manager.actor, 'important', ''), 'changed')
    assert.equal(await give(team.manager.actor, 'important', runNow.toISOString()), 'done')
    const lines = await records.db
      .selectFrom('audit_event')
      .select('details')
      .where('action', '=', 'deviation.classed')
      .orderBy('seq')
      .execute()
    assert.deepEqual(
      lines.map(({ details }) => {
        const { before, after } = JSON.parse(details) as Record<string, string>
        return [before, after]
      }),
      [
        ['none', 'major'],
        ['major', 'important'],
      ],
    )
    const sites = [runSite]
    const of = async (one: 'none' | 'important') =>
      (await readDeviations(records.db, records.keys, { study: runStudy, sites, class: one }))
        .length
    assert.deepEqual([await of('important'), await of('none')], [1, all.length - 1])
  },
)
