import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { kaplanMeier, survivalQuantile } from './kaplan-meier.ts'
import { logRank } from './log-rank.ts'
import { numbersAtRisk, restrictedMean, survivalAt } from './survival-at.ts'

const few = { numRuns: sized(60, 2000) }
const near = (got: number | null, wanted: number, tol = 1e-11): void =>
  assert.ok(got !== null && Math.abs(got - wanted) <= tol, `${got}, not ${wanted}`)
const times = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 25 })
const people = fc.array(fc.record({ time: fc.integer({ min: 1, max: 12 }), event: fc.nat(1) }), {
  minLength: 1,
  maxLength: 25,
})
const all = (time: readonly number[], event: 0 | 1): number[] => time.map(() => event)

test('where nobody is censored the curve is the share that is left', () => {
  fc.assert(
    fc.property(times, (time) => {
      const curve = kaplanMeier({ time, event: all(time, 1) })
      assert.deepEqual(
        [curve.n, curve.conf, curve.method],
        [time.length, 0.95, 'kaplan-meier(log-log)@1'],
      )
      assert.equal(curve.last, Math.max(...time))
      for (const [at, moment] of curve.time.entries()) {
        const left = time.filter((one) => one > moment).length / time.length
        near(curve.survival[at] ?? null, left)
        assert.equal(curve.atRisk[at], time.filter((one) => one >= moment).length)
        assert.equal(curve.events[at], time.filter((one) => one === moment).length)
        if (left > 0) near(curve.se[at] ?? null, Math.sqrt((left * (1 - left)) / time.length))
      }
    }),
    few,
  )
})

test('the curve falls, its limits hold it, and the order of the participants does not matter', () => {
  const ci = fc.constantFrom('log' as const, 'log-log' as const, 'plain' as const)
  fc.assert(
    fc.property(people, ci, (list, way) => {
      const curveOf = (some: typeof list): ReturnType<typeof kaplanMeier> =>
        kaplanMeier({
          time: some.map(({ time }) => time),
          event: some.map(({ event }) => event),
          ci: way,
        })
      const curve = curveOf(list)
      assert.deepEqual(curve, curveOf(list.toReversed()))
      for (const [at, height] of curve.survival.entries()) {
        assert.ok(height < (curve.survival[at - 1] ?? 1) && height >= 0)
        const [lower, upper] = [curve.lower[at], curve.upper[at]]
        if (height === 0) assert.deepEqual([lower, upper, curve.se[at]], [null, null, null])
        else
          assert.ok(
            typeof lower === 'number' &&
              typeof upper === 'number' &&
              0 <= lower &&
              lower <= height &&
              height <= upper &&
              upper <= 1,
          )
      }
      assert.equal(
        curve.events.reduce((a, b) => a + b, 0),
        list.filter(({ event }) => event).length,
      )
    }),
    few,
  )
})

test('times that differ in the last bit are one time', () => {
  const exact = kaplanMeier({ time: [0.3, 0.3, 0.3, 1], event: [1, 0, 1, 1] })
  const given = kaplanMeier({ time: [0.1 + 0.2, 0.3, 0.3, 1], event: [1, 0, 1, 1] })
  assert.deepEqual(given.time, exact.time)
  assert.deepEqual(given.survival, exact.survival)
  assert.deepEqual(given.median, exact.median)
})

test('without an event nothing is reached, and nobody at all has no curve', () => {
  const curve = kaplanMeier({ time: [3, 5], event: [0, 0] })
  assert.deepEqual([curve.time, curve.median, curve.q25, curve.last], [[], null, null, 5])
  const empty = kaplanMeier({ time: [], event: [] })
  assert.deepEqual([empty.n, empty.last, empty.survival, empty.median], [0, null, [], null])
})

test('a curve flat at just one half has its median in the middle of the flat', () => {
  const time = Array.from({ length: 20 }, (_, at) => at + 1)
  near(kaplanMeier({ time, event: all(time, 1) }).median, 10.5)
  near(kaplanMeier({ time: [2, 4, 7, 9], event: [1, 1, 0, 1] }).median, 6.5)
  // The flat lasts to the end: it ends with the last time anybody was watched (R's quantile.survfit).
  near(kaplanMeier({ time: [2, 4, 7, 9], event: [1, 1, 0, 0] }).median, 6.5)
  near(kaplanMeier({ time: [2, 4, 7, 9], event: [1, 1, 1, 1] }).q25, 3)
  near(survivalQuantile({ time: [2, 4, 7, 9], event: [1, 1, 1, 1], p: 0.6 }).quantile, 7)
  const { method, p, conf } = survivalQuantile({
    time: [1],
    event: [1],
    ci: 'log',
    p: 0.9,
    conf: 0.8,
  })
  assert.deepEqual([method, p, conf], ['kaplan-meier-quantile(log)@1', 0.9, 0.8])
})

test('limits are of the confidence asked for', () => {
  const given = { time: [1, 2, 3, 4], event: [1, 1, 0, 0] }
  const [s, v] = [0.75, 1 / 12]
  const z = 1.6448536269514722
  const at = (ci: 'log' | 'log-log' | 'plain'): readonly (number | null)[] => {
    const found = survivalAt({ ...given, at: 1.5, ci, conf: 0.9 })
    assert.deepEqual([found.method, found.conf, found.at], [`kaplan-meier(${ci})@1`, 0.9, 1.5])
    near(found.survival, s)
    return [found.lower, found.upper]
  }
  const wide = z * Math.sqrt(v)
  const [log, loglog, plain] = [at('log'), at('log-log'), at('plain')]
  near(log[0] ?? null, s * Math.exp(-wide))
  near(log[1] ?? null, 1)
  near(plain[0] ?? null, s - s * wide)
  near(loglog[0] ?? null, s ** Math.exp(-wide / Math.log(s)))
  near(loglog[1] ?? null, s ** Math.exp(wide / Math.log(s)))
})

test('survival is 1 before the first event, and unknown after the last time anybody was watched', () => {
  const given = { time: [2, 4, 7], event: [1, 1, 0] }
  const at = (moment: number, more = given): readonly (number | null)[] => {
    const { survival, lower, upper } = survivalAt({ ...more, at: moment })
    return [survival, lower, upper]
  }
  assert.deepEqual(at(0), [1, 1, 1])
  assert.deepEqual(at(1.9), [1, 1, 1])
  near(at(2)[0] ?? null, 2 / 3)
  near(at(7)[0] ?? null, 1 / 3)
  assert.deepEqual(at(7.1), [null, null, null])
  assert.deepEqual(at(9, { time: [2, 4], event: [1, 1] }), [0, null, null])
  assert.deepEqual(at(0, { time: [], event: [] }), [null, null, null])
})

test('a restricted mean is the mean of what is cut off at tau', () => {
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 14 }), (time, tau) => {
      const { mean, se, method } = restrictedMean({ time, event: all(time, 1), tau })
      const cut = time.map((one) => Math.min(one, tau))
      const wanted = cut.reduce((a, b) => a + b, 0) / time.length
      assert.equal(method, 'restricted-mean@1')
      near(mean, wanted)
      const variance = cut.reduce((sum, one) => sum + (one - wanted) ** 2, 0) / time.length ** 2
      near(se, Math.sqrt(variance), 1e-7)
    }),
    few,
  )
  const { mean, se } = restrictedMean({ time: [1, 5], event: [1, 0], tau: 6 })
  assert.deepEqual([mean, se], [null, null])
  assert.equal(restrictedMean({ time: [1, 5], event: [1, 0], tau: 5 }).mean, 3)
  assert.equal(restrictedMean({ time: [], event: [], tau: 5 }).mean, null)
})

test('who is watched just before a time is at risk at it', () => {
  assert.deepEqual(
    numbersAtRisk({ time: [1, 2, 2, 5], at: [0, 1, 2, 2.5, 5, 6] }),
    [4, 4, 3, 1, 1, 0],
  )
})

test('groups that are alike do not differ, and names of groups do not matter', () => {
  fc.assert(
    fc.property(people, fc.constantFrom(2, 3), (list, copies) => {
      const many = Array.from({ length: copies }, () => list).flat()
      const group = many.map((_, at) => `g${Math.floor(at / list.length)}`)
      const found = logRank({
        time: many.map(({ time }) => time),
        event: many.map(({ event }) => event),
        group,
      })
      if (found.chiSquare === null) return assert.deepEqual([found.df, found.p], [0, null])
      near(found.chiSquare, 0, 1e-9)
      near(found.p, 1, 1e-4)
      assert.equal(found.df, copies - 1)
    }),
    few,
  )
})

test('observed and expected events are as many, in every stratum and together', () => {
  const person = fc.record({
    time: fc.integer({ min: 1, max: 9 }),
    event: fc.nat(1),
    group: fc.constantFrom('a', 'b', 'c'),
    stratum: fc.constantFrom('x', 'y'),
  })
  fc.assert(
    fc.property(fc.array(person, { minLength: 6, maxLength: 30 }), (list) => {
      const given = {
        time: list.map(({ time }) => time),
        event: list.map(({ event }) => event),
        group: list.map(({ group }) => group),
        stratum: list.map(({ stratum }) => stratum),
      }
      if (new Set(given.group).size < 2) return
      const found = logRank(given)
      const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
      near(sum(found.expected), sum(found.observed))
      assert.equal(sum(found.n), list.length)
      assert.ok(found.chiSquare === null || found.chiSquare >= -1e-9)
    }),
    few,
  )
})

test('strata are tested within and added up', () => {
  // Two strata of two participants each; in each, the first event falls to the same group.
  const { observed, expected, chiSquare, df, method } = logRank({
    time: [1, 2, 10, 20],
    event: [1, 1, 1, 1],
    group: ['a', 'b', 'a', 'b'],
    stratum: ['x', 'x', 'y', 'y'],
  })
  assert.deepEqual([observed, expected, df, method], [[2, 2], [1, 3], 1, 'log-rank@1'])
  near(chiSquare, (2 - 1) ** 2 / (2 * 0.25))
  const apart = logRank({ time: [1, 2], event: [1, 1], group: ['a', 'b'], stratum: ['x', 'y'] })
  assert.deepEqual([apart.chiSquare, apart.df, apart.p], [null, 0, null])
})

test('strata that share no group leave fewer degrees of freedom', () => {
  const one = logRank({ time: [1, 2, 3, 4], event: [1, 1, 1, 1], group: ['a', 'b', 'a', 'b'] })
  const twice = logRank({
    time: [1, 2, 3, 4, 1, 2, 3, 4],
    event: [1, 1, 1, 1, 1, 1, 1, 1],
    group: ['a', 'b', 'a', 'b', 'c', 'd', 'c', 'd'],
    stratum: ['x', 'x', 'x', 'x', 'y', 'y', 'y', 'y'],
  })
  assert.deepEqual([one.df, twice.df], [1, 2])
  near(twice.chiSquare, 2 * (one.chiSquare ?? NaN))
})

test('a time asked for is the time of an event that differs in the last bit', () => {
  const given = { time: [0.1 + 0.2, 0.1 + 0.2, 0.7], event: [1, 0, 1] }
  near(survivalAt({ ...given, at: 0.3 }).survival, 2 / 3)
  assert.deepEqual(numbersAtRisk({ time: [0.3, 0.5], at: [0.1 + 0.2] }), [2])
  near(restrictedMean({ time: [0.3], event: [0], tau: 0.1 + 0.2 }).mean, 0.3)
  near(survivalAt({ time: [0.3], event: [0], at: 0.1 + 0.2 }).survival, 1)
})

test('what cannot be is refused, and the refusal names it', () => {
  const one = { time: [1, 2], event: [1, 0] }
  const refused: readonly (readonly [RegExp, () => unknown])[] = [
    [/^time\[0\] is NaN/, () => kaplanMeier({ time: [NaN], event: [1] })],
    [
      /^time\[1\] is -1: give a time of 0 or more$/,
      () => kaplanMeier({ time: [0, -1], event: [1, 1] }),
    ],
    [
      /^event is a list of 1: give one for each of the 2 times$/,
      () => kaplanMeier({ time: [1, 2], event: [1] }),
    ],
    [/^event\[0\] is 2/, () => kaplanMeier({ time: [1], event: [2] })],
    [/^conf is 0/, () => kaplanMeier({ ...one, conf: 0 })],
    [/^p is 1/, () => survivalQuantile({ ...one, p: 1 })],
    [/^at is -1/, () => survivalAt({ ...one, at: -1 })],
    [/^at is NaN/, () => survivalAt({ ...one, at: NaN })],
    [/^at is Infinity/, () => survivalAt({ ...one, at: Infinity })],
    [/^tau is 0/, () => restrictedMean({ ...one, tau: 0 })],
    [/^group is a list of 1/, () => logRank({ ...one, group: ['a'] })],
    [
      /^stratum is a list of 3/,
      () => logRank({ ...one, group: ['a', 'b'], stratum: ['', '', ''] }),
    ],
    [/^group is a: give two groups or more$/, () => logRank({ ...one, group: ['a', 'a'] })],
    [/^group is empty/, () => logRank({ time: [], event: [], group: [] })],
    [/^event\[1\] is NaN/, () => logRank({ time: [1, 2], event: [1, NaN], group: ['a', 'b'] })],
  ]
  for (const [message, call] of refused) assert.throws(call, { name: 'RangeError', message })
})
