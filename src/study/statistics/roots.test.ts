import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unirootOfR } from './brent.ts'
import { solveRising } from './solve.ts'

/** A function, its ends, the root that a port of R's `zeroin` finds, and how often it asks for a value. */
const roots: readonly (readonly [(x: number) => number, number, number, number, number])[] = [
  [(x) => x * x - 2, 0, 2, 1.4142133199955025, 8],
  [(x) => 1 / (x + 0.01) - 9, 0, 1, 0.10108195361308203, 10],
  [(x) => x ** 3 - 0.001, -1, 1, 0.09998987905729556, 14],
  [(x) => x ** 9, -1, 1.3, 3.0196667837677324e-7, 32],
  [(x) => x - 0.25, 0, 1, 0.25, 3],
  [(x) => 0.02 - x ** 5, 0, 1, 0.45728278188176513, 10],
  [(x) => (x - 1) ** 3, 0, 3.1, 0.9999780075170199, 32],
  [(x) => 1e-6 - x, -1, 1, 9.999999999177334e-7, 4],
  [(x) => Math.sign(x - 0.7), 0, 1, 0.7000732421875, 15],
  [(x) => 1000 * (x - 1000.3), 0, 5000, 1000.3, 3],
]

test('a root is found by the steps of R, and so has the digits that R prints', () => {
  for (const [f, low, high, root, values] of roots) {
    let asked = 0
    const found = unirootOfR(
      (x) => {
        asked++
        return f(x)
      },
      low,
      high,
    )
    assert.ok(Math.abs(found - root) < 1e-13 * Math.max(1, root), `${found}, not ${root}`)
    assert.equal(asked, values)
  }
})

test('a rising function is followed to the last bit, and its ends hold', () => {
  assert.equal(solveRising((x) => x ** 2, 2, 0, 2) ** 2 - 2 < 1e-15, true)
  assert.ok(Math.abs(solveRising((x) => x, 1e-200, 0, 1) / 1e-200 - 1) < 1e-15)
  assert.ok(Math.abs(solveRising((x) => x, 5, 0, 1) - 1) < 1e-15)
  assert.ok(Math.abs(solveRising((x) => x, -5, 0, 1)) < 1e-300)
  assert.equal(
    solveRising((x) => x, 0.5, 0.5, 0.5),
    0.5,
  )
})
