import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../testing/properties.ts'
import { and, atLeast, not, or } from './logic.ts'
import type { Verdict } from './logic.ts'

const verdict = fc.constantFrom<Verdict>('met', 'not met', 'unknown', 'not applicable')
const verdicts = fc.array(verdict, { maxLength: 6 })

test('unknown stays unknown unless the rest decides', () => {
  assert.equal(and(['met', 'unknown']), 'unknown')
  assert.equal(and(['not met', 'unknown']), 'not met')
  assert.equal(or(['met', 'unknown']), 'met')
  assert.equal(or(['not met', 'unknown']), 'unknown')
  assert.equal(not('unknown'), 'unknown')
})

test('what does not apply stands aside', () => {
  assert.equal(and(['met', 'not applicable']), 'met')
  assert.equal(or(['not met', 'not applicable']), 'not met')
  assert.equal(and(['not applicable']), 'not applicable')
  assert.equal(or(['not applicable', 'not applicable']), 'not applicable')
  assert.equal(not('not applicable'), 'not applicable')
  assert.equal(and([]), 'met')
  assert.equal(or([]), 'not met')
})

test('four of five signs, with one not looked for, cannot be told', () => {
  assert.equal(atLeast(4, ['met', 'met', 'met', 'unknown', 'not met']), 'unknown')
  assert.equal(atLeast(4, ['met', 'met', 'met', 'met', 'unknown']), 'met')
  assert.equal(atLeast(4, ['met', 'met', 'unknown', 'not met', 'not met']), 'not met')
})

test('so many of what does not apply do not apply, and of nothing there are too few', () => {
  assert.equal(atLeast(1, ['not applicable', 'not applicable']), 'not applicable')
  assert.equal(atLeast(1, ['not applicable', 'not met']), 'not met')
  assert.equal(atLeast(1, []), 'not met')
})

test('one more fact turns unknown into an answer, never an answer into its opposite', () => {
  fc.assert(
    fc.property(verdicts, fc.constantFrom<Verdict>('met', 'not met'), (all, known) => {
      const at = all.indexOf('unknown')
      if (at < 0) return
      for (const rule of [and, or, (list: readonly Verdict[]) => atLeast(2, list)]) {
        const before = rule(all)
        if (before !== 'unknown') assert.equal(rule(all.with(at, known)), before)
      }
    }),
  )
})

test('and, or and not obey De Morgan', () => {
  fc.assert(
    fc.property(verdicts, (all) => {
      if (all.length > 0) assert.equal(not(and(all)), or(all.map(not)))
      assert.equal(not(not(and(all))), and(all))
    }),
  )
})
