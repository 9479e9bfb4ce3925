import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleProtocol as protocol } from '../../../testing/example-protocol.ts'
import {
  dosesOn,
  factOf,
  latest,
  madeNode,
  nextDose,
  onDay,
  smallProtocol,
  smallState,
  temperatureOn,
} from '../../../testing/small-protocol.ts'
import { fc } from '../../../testing/properties.ts'
import { type Scene, bookOf } from '../expression/scene.ts'
import { type Chart, chartWithout, readCharts } from '../facts/chart.ts'
import { openDesk } from '../state/question-desk.ts'
import { type Moment, readMoment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'
import { type HoldFound, heldAt } from './hold-rules.ts'

const book = bookOf(protocol)
const [regimen] = protocol.regimens
const momentOf = (hours: number): Moment => {
  const instant = Temporal.Instant.from('2025-09-01T06:00Z').add({ hours })
  const read = readMoment(instant.toString())
  assert.ok(!isTimeProblem(read))
  return read
}
const now = momentOf(1000)

/** Counts of neutrophils so many hours after the start: some low, some high, some that say nothing. */
const counts = fc.array(
  fc.record({
    hours: fc.integer({ min: 0, max: 900 }),
    value: fc.constantFrom('0.4', '0.9', '1.0', '1.4', '1.5', '2.1', 'not known', 'many'),
  }),
  { maxLength: 14 },
)
const decisions = fc.array(
  fc.record({
    hours: fc.integer({ min: 0, max: 950 }),
    since: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
    isPlanned: fc.boolean(),
    without: fc.option(fc.integer({ min: 0, max: 13 }), { nil: undefined }),
  }),
  { minLength: 2, maxLength: 12 },
)

test('what was lived through for earlier doses changes nothing for later ones, in whatever order they are decided', () => {
  assert.ok(regimen)
  fc.assert(
    fc.property(counts, decisions, (all, asked) => {
      const facts = all.map(({ hours, value }, index) => ({
        id: `f${index}`,
        item: 'neutrophils',
        value,
        unit: '10*9/L',
        at: momentOf(hours).text,
      }))
      const { chart: known } = readCharts(facts, { items: book.items, now })
      for (const { hours, since, isPlanned, without } of asked) {
        const seen =
          without === undefined ? known : chartWithout(known, 'neutrophils', [`f${without}`])
        const scene: Scene = {
          book,
          chart: seen,
          now,
          decision: momentOf(hours),
          isPlanned,
          increaseOf: () => undefined,
          spanOf: () => undefined,
        }
        const before = since === undefined ? undefined : momentOf(since)
        const found = (chart: Chart): HoldFound =>
          heldAt(regimen, before, scene, { desk: openDesk(), known: chart })
        assert.deepEqual(found(known), found({ ...known }))
      }
    }),
  )
})

test('a rest that an age led to is lived again where the date of birth is corrected', () => {
  const young = {
    ...madeNode('young'),
    when: {
      op: 'and',
      of: [
        latest('temperature', '>', '38', 'Cel'),
        {
          op: 'compare',
          left: { op: 'age', unit: 'mo', on: { at: 'decision' } },
          is: '<',
          right: { op: 'quantity', value: '6', unit: 'mo' },
        },
      ],
    },
    resumeWhen: latest('platelets', '>', '100', '10*9/L'),
  } as const
  const small = smallProtocol({ changes: [], holds: [young] })
  const birth = factOf('birth', '2025-01-10', onDay(0))
  const fever = [...temperatureOn('37', 1), ...temperatureOn('39', 2), ...temperatureOn('37', 3)]
  const facts = [birth, ...dosesOn('20', 1), ...fever, ...dosesOn('20', 3)]
  assert.equal(nextDose(small, facts, onDay(4)).kind, 'hold')
  const older = {
    ...factOf('birth', '2023-01-10', onDay(0)),
    id: 'older',
    corrects: birth.id,
    recordedAt: onDay(3, '20:00'),
  }
  const corrected = smallState(small, [...facts, older], onDay(4))
  assert.deepEqual(
    corrected.dosesGiven.map(({ shown, now: then }) => [shown.kind, then?.kind]),
    [
      ['give', undefined],
      ['hold', 'give'],
    ],
  )
  assert.equal(corrected.nextDoses[0]?.because[0]?.type, 'level kept')
})
