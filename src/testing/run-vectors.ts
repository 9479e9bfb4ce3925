import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

/** One value with the result it must have: `in` -> `out`, numbers within `tol`. Only the keys of `out` are compared. */
export interface Vector {
  readonly id: string
  readonly fn: string
  readonly in: Readonly<Record<string, unknown>>
  readonly out: Readonly<Record<string, unknown>>
  readonly tol: number
}

/** What our code answers to a vector's `in`, with the keys of its `out`. */
export type VectorRunner = (
  given: Vector['in'],
  vector: Vector,
) => Readonly<Record<string, unknown>>

/** The vectors of a file of `vectors/`. Throws when it is none. */
export function readVectors(file: string): readonly Vector[] {
  const path = join(import.meta.dirname, 'vectors', file)
  const whole: unknown = JSON.parse(readFileSync(path, 'utf8'))
  assert.ok(whole !== null && typeof whole === 'object' && 'vectors' in whole, file)
  assert.ok(Array.isArray(whole.vectors) && whole.vectors.length > 0, file)
  return whole.vectors.map((one: Vector) => one)
}

/** One test for each vector of a file; it fails where a vector's function has no runner. */
export function testVectors(file: string, runners: Readonly<Record<string, VectorRunner>>): void {
  for (const vector of readVectors(file))
    test(`${file} ${vector.id}`, () => {
      assert.deepEqual(differencesOf(vector, runners), [])
    })
}

/** What our answer to a vector differs in, in words; nothing where it agrees. */
export function differencesOf(
  vector: Vector,
  runners: Readonly<Record<string, VectorRunner>>,
): readonly string[] {
  const runner = Object.hasOwn(runners, vector.fn) ? runners[vector.fn] : undefined
  if (!runner) return [`${vector.fn} has no runner`]
  const answer = runner(vector.in, vector)
  return Object.entries(vector.out).flatMap(([key, expected]) =>
    isWithin(answer[key], expected, vector.tol)
      ? []
      : [`${key}: ${JSON.stringify(answer[key])} is not ${JSON.stringify(expected)}`],
  )
}

function isWithin(answer: unknown, expected: unknown, tol: number): boolean {
  if (typeof expected === 'number')
    return typeof answer === 'number' && Math.abs(answer - expected) <= tol
  if (Array.isArray(expected))
    return (
      Array.isArray(answer) &&
      answer.length === expected.length &&
      expected.every((one, at) => isWithin(answer[at], one, tol))
    )
  if (expected !== null && typeof expected === 'object') {
    const given: Readonly<Record<string, unknown>> =
      answer !== null && typeof answer === 'object' ? { ...answer } : {}
    return Object.entries(expected).every(([key, value]) => isWithin(given[key], value, tol))
  }
  return answer === expected
}
