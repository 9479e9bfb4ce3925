import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JudgedCriterion } from '../judge/judge-study.ts'
import { fitOf, mostFit } from './fit.ts'

function criterion(
  kind: JudgedCriterion['kind'],
  verdict: JudgedCriterion['verdict'],
  ofGroup: boolean,
): JudgedCriterion {
  return { id: 'i1', kind, verdict, ofGroup, text: '', reason: 'nothing said', evidence: [] }
}

/** Every list of so many criteria of these kinds. */
function listsOf(length: number): readonly (readonly JudgedCriterion[])[] {
  if (length === 0) return [[]]
  return listsOf(length - 1).flatMap((list) => kinds.map((one) => [...list, one]))
}

const kinds = [
  criterion('inclusion', 'met', false),
  criterion('inclusion', 'unknown', false),
  criterion('inclusion', 'not met', false),
  criterion('inclusion', 'not met', true),
  criterion('exclusion', 'met', false),
  criterion('exclusion', 'not met', false),
]

test('what is left out before it is judged to its end could not have come to more', () => {
  for (const criteria of [3, 5].flatMap(listsOf)) {
    const most = Array.from({ length: criteria.length + 1 }, (_, judged) =>
      mostFit(criteria.slice(0, judged), criteria.slice(judged)),
    )
    assert.equal(most.at(-1), fitOf(criteria))
    for (const [at, one] of most.entries())
      assert.ok(one >= (most[at + 1] ?? one), JSON.stringify(criteria.slice(0, at)))
  }
})

test('a requirement met brings a study up, what speaks against it halves it, and of one group only it does not', () => {
  const [met, , against, ofGroup, free] = kinds
  assert.ok(met && against && ofGroup && free)
  assert.equal(fitOf([free]), 1)
  assert.ok(fitOf([met, free]) > 1 && fitOf([met, met, met]) <= 1.35)
  assert.equal(fitOf([against]), 0.5)
  assert.equal(fitOf([ofGroup]), 1)
})
