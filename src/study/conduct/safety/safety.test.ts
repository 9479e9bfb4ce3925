import assert from 'node:assert/strict'
import { sendDue } from '../../../people/mail/delivery/sender.ts'
import type { Actor } from '../../../people/accounts/model/actor.ts'
import type { Records } from '../../../people/records/model/records.ts'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { openTestServer, postTo, sending } from '../../../testing/test-mail.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  askNow,
  noMoment,
  recordTestEvent,
  typedAt,
  typedReaction,
} from '../../../testing/test-safety.ts'
import {
  enrolTestChild,
  openTestStudy,
  recordTestFacts,
  runNow,
  screenedChild,
} from '../../../testing/test-study.ts'
import { tellingOf } from '../../in-words/telling.ts'
import { type ConductCase, readCase } from '../model/case.ts'
import { caseElements } from './case-elements.ts'
import { eventNarrative } from './narrative.ts'
import { followUpEvent, judgeEvent } from './record-event.ts'
import { remindOfSafety } from './remind-of-safety.ts'
import { safetyEventsOf } from './safety-event.ts'
import type { TypedEvent, TypedJudgement } from './typed-event.ts'

const sponsorsWord: Omit<TypedJudgement, 'event'> = {
  expected: 'no',
  reference: 'Investigator’s brochure 4, section 7',
  sponsorAware: typedAt('2026-11-26', '09:30'),
  reported: noMoment,
  reason: 'not in the brochure',
}

const later = (hours: number): Date => new Date(runNow.getTime() + hours * 3_600_000)

async function aChild(records: Records) {
  const team = await openTestStudy(records)
  const id = await enrolTestChild(records, team.coordinator)
  await recordTestFacts(records, team.coordinator.actor, id, screenedChild())
  return { team, id }
}

async function theCase(records: Records, id: string, now = runNow): Promise<ConductCase> {
  const known = await readCase(records.db, records.keys, id, now)
  assert.ok(known)
  return known
}

async function judged(
  records: Records,
  actor: Actor,
  id: string,
  given: Partial<TypedJudgement> = {},
  now = later(1),
) {
  const event = safetyEventsOf(await theCase(records, id, now))[0]?.id ?? ''
  const ask = await askNow(records, id, now)
  return judgeEvent(peopleBase(records), actor, ask, { event, ...sponsorsWord, ...given }, now)
}

async function followedUp(
  records: Records,
  actor: Actor,
  id: string,
  given: Partial<TypedEvent> & { change?: string; reason?: string },
  now = later(48),
) {
  const { change = 'follow-up', reason = 'a call from the ward', ...typed } = given
  const event = safetyEventsOf(await theCase(records, id, now))[0]?.id ?? ''
  const ask = await askNow(records, id, now)
  const followUp = { event, change, reason, typed: { ...typedReaction, ...typed } }
  return followUpEvent(peopleBase(records), actor, ask, followUp, now)
}

onEachStore(
  'an event is followed from its first word to its worsening: each clock starts once, and all that was said stays',
  async (records) => {
    const { team, id } = await aChild(records)
    const first = await recordTestEvent(records, team.investigator.actor, id)
    assert.equal(first.kind, 'done')
    const open = (await theCase(records, id)).state.safety[0]
    assert.deepEqual([open?.expedited, open?.toSponsor.length], ['unknown', 1])
    assert.equal((await judged(records, team.manager.actor, id)).kind, 'done')
    assert.equal((await theCase(records, id, later(1))).state.safety[0]?.due, '2026-12-11')
    const worse = await followedUp(records, team.investigator.actor, id, {
      serious: 'yes',
      criteria: ['hospitalisation', 'lifeThreatening'],
      grade: '4',
      siteAware: typedAt('2026-11-28', '09:00'),
    })
    assert.equal(worse.kind, 'done')
    const untold = (await theCase(records, id, later(48))).state.safety[0]
    assert.deepEqual(
      untold?.clocks.map(({ days, due }) => [days, due]),
      [
        [7, undefined],
        [15, '2026-12-11'],
      ],
    )
    const word = { sponsorAware: typedAt('2026-11-28', '12:00') }
    const told = await judged(records, team.manager.actor, id, word, later(52))
    assert.equal(told.kind, 'done')
    const [event] = safetyEventsOf(await theCase(records, id, later(52)))
    assert.deepEqual(
      event?.state?.clocks.map(({ days, due, followUpDue }) => [days, due, followUpDue]),
      [
        [7, '2026-12-05', '2026-12-13'],
        [15, '2026-12-11', undefined],
      ],
    )
    assert.equal(event?.versions.length, 4)
    assert.deepEqual(
      event?.versions.map(({ details }) => details?.['serious']),
      ['hospitalisation', 'hospitalisation', 'lifeThreatening', 'lifeThreatening'],
    )
  },
)

onEachStore(
  'what cannot be is refused at its field and changes nothing; who may not does nothing',
  async (records) => {
    const { team, id } = await aChild(records)
    const { actor } = team.investigator
    const before = (await theCase(records, id)).participant.facts
    const refused = async (typed: Partial<TypedEvent>) => {
      const outcome = await recordTestEvent(records, actor, id, typed)
      assert.equal(outcome.kind, 'refused')
      return outcome.kind === 'refused'
        ? outcome.problem.map(({ field, code }) => `${field} ${code}`)
        : []
    }
    assert.deepEqual(await refused({ end: typedAt('2026-11-25') }), ['end endBeforeOnset'])
    assert.deepEqual(await refused({ onset: typedAt('2026-11-27') }), [
      'onset future',
      'siteAware beforeOnset',
    ])
    assert.deepEqual(await refused({ onset: typedAt('2024-05-09') }), ['onset beforeBirth'])
    assert.deepEqual(await refused({ onset: typedAt('2026-02-30') }), ['onset noSuchDay'])
    assert.deepEqual(await refused({ onset: typedAt('2026-11-26', '25:00') }), ['onset noSuchTime'])
    assert.deepEqual(await refused({ onset: typedAt('2026-10-25', '02:30') }), ['onset twice'])
    assert.deepEqual(await refused({ onset: typedAt('2026-03-29', '02:30') }), ['onset skipped'])
    assert.deepEqual(await refused({ grade: '6' }), ['grade notAGrade'])
    assert.deepEqual(await refused({ criteria: [] }), ['criteria noCriterion'])
    assert.deepEqual(await refused({ serious: 'no' }), ['criteria criterionOfNotSerious'])
    assert.deepEqual(await refused({ what: ' ', words: 'x'.repeat(5001) }), [
      'what noWhat',
      'words tooLong',
    ])
    assert.deepEqual(await refused({ siteAware: noMoment }), ['siteAware noMoment'])
    for (const who of [team.monitor, team.pharmacist, team.stranger, team.auditor, team.manager])
      assert.equal((await recordTestEvent(records, who.actor, id)).kind, 'gone')
    assert.equal((await theCase(records, id)).participant.facts, before)
    await recordTestEvent(records, actor, id)
    const early = { sponsorAware: typedAt('2026-11-25') }
    const early2 = await judged(records, team.manager.actor, id, early)
    assert.deepEqual(early2.kind === 'refused' && early2.problem, [
      { field: 'sponsorAware', code: 'beforeOnset' },
    ])
    assert.equal((await judged(records, actor, id)).kind, 'gone')
    const same = await followedUp(records, actor, id, {})
    assert.deepEqual(same.kind === 'refused' && same.problem[0]?.code, 'asBefore')
    const silent = await followedUp(records, actor, id, { grade: '2', reason: ' ' })
    assert.deepEqual(silent.kind === 'refused' && silent.problem[0]?.code, 'noReason')
  },
)

onEachStore(
  'partial dates are kept as they are; two events of one day are two; relatedness is an investigator’s word',
  async (records) => {
    const { team, id } = await aChild(records)
    const mild = { serious: 'no', criteria: [], siteAware: noMoment, onset: typedAt('2026-11') }
    for (const what of ['rash', 'cough'])
      assert.equal(
        (await recordTestEvent(records, team.coordinator.actor, id, { ...mild, what })).kind,
        'done',
      )
    const known = await theCase(records, id)
    assert.deepEqual(
      safetyEventsOf(known).map(({ number, newest }) => [number, newest.value, newest.at]),
      [
        [1, 'rash', '2026-11'],
        [2, 'cough', '2026-11'],
      ],
    )
    assert.equal(safetyEventsOf(known)[0]?.newest.details?.['related'], undefined)
    assert.equal(
      known.state.questions.some(({ type }) => type === 'contradictory'),
      false,
    )
  },
)

onEachStore(
  'the draft is made from facts alone, names nobody, and says what is missing',
  async (records) => {
    const { team, id } = await aChild(records)
    await recordTestEvent(records, team.investigator.actor, id)
    await judged(records, team.manager.actor, id)
    for (const language of ['en', 'fr'] as const) {
      const known = await theCase(records, id, later(1))
      const [event] = safetyEventsOf(known)
      assert.ok(event)
      const telling = tellingOf(known.protocol, language, known.state.now)
      const story = eventNarrative(telling, known, event).join('\n')
      assert.match(
        story,
        language === 'en' ? /Participant 01-001, female/ : /Participant 01-001, sexe/,
      )
      assert.match(story, language === 'en' ? /30 months/ : /30 mois/)
      assert.match(story, /a high fever/)
      assert.doesNotMatch(story, /Léa|Martin|undefined/)
      const elements = caseElements(telling, known, event)
      const missing = elements
        .filter(({ value }) => value === undefined)
        .map(({ number }) => number)
      assert.ok(missing.includes('E.i.2.1') && missing.includes('C.1.1'))
      assert.equal(elements.find(({ number }) => number === 'D.1.1.4')?.value, '01-001')
      assert.match(elements.find(({ number }) => number === 'D.3')?.value ?? '', /14[.,]0/)
    }
  },
)

onEachStore(
  'people of the site and the sponsor are mailed of each clock once for each step, without a word of health',
  async (records, t) => {
    const base = peopleBase(records)
    const { team, id } = await aChild(records)
    await recordTestEvent(records, team.investigator.actor, id)
    assert.equal(await remindOfSafety(base, runNow), 1)
    assert.equal(await remindOfSafety(base, runNow), 0)
    // A correction starts no clock, and nobody is mailed again.
    await followedUp(
      records,
      team.investigator.actor,
      id,
      { change: 'correction', grade: '2' },
      later(1),
    )
    assert.equal(await remindOfSafety(base, later(1)), 0)
    await judged(records, team.manager.actor, id, {}, later(2))
    assert.equal(await remindOfSafety(base, later(2)), 1)
    // Half of 15 days and more, then the last day, then over: of several that passed, the last.
    assert.equal(await remindOfSafety(base, later(9 * 24)), 1)
    assert.equal(await remindOfSafety(base, new Date('2026-12-10T23:30:00Z')), 1)
    assert.equal(await remindOfSafety(base, new Date('2026-12-11T22:59:00Z')), 0)
    assert.equal(await remindOfSafety(base, new Date('2026-12-11T23:01:00Z')), 1)
    assert.equal(await remindOfSafety(base, new Date('2027-01-11T23:01:00Z')), 0)
    const server = await openTestServer(t)
    await sendDue(records, postTo(server.port), sending({ now: () => new Date('2027-01-12') }))
    const all = server.received.map(({ message }) => message.replaceAll('=\r\n', '')).join('\n')
    assert.equal(server.received.length, 10)
    assert.deepEqual([...new Set(server.received.map(({ to }) => to))].toSorted(), [
      'investigator@example.org',
      'manager@example.org',
    ])
    assert.doesNotMatch(
      all,
      /01-001|fever|hospital|serious|Léa|(?:7|15) (?:calendar )?days|Kawasaki/,
    )
    assert.match(all, /ends today/)
  },
)

onEachStore('a report to the authority ends the reminders of its clock', async (records) => {
  const base = peopleBase(records)
  const { team, id } = await aChild(records)
  await recordTestEvent(records, team.investigator.actor, id)
  await judged(records, team.manager.actor, id)
  await remindOfSafety(base, later(1))
  const reported = { reported: typedAt('2026-11-28'), reason: 'sent' }
  const told = await judged(records, team.manager.actor, id, reported, later(72))
  assert.equal(told.kind, 'done')
  assert.equal(await remindOfSafety(base, new Date('2027-01-11T23:01:00Z')), 0)
})
