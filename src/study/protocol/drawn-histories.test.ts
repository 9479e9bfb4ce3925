import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { drawChild } from '../../testing/drawn-child.ts'
import { brokenLaws } from '../../testing/participant-laws.ts'
import { sized } from '../../testing/sized.ts'

const folder = join(import.meta.dirname, '../../../data/protocols')
const count = sized(240, 3000)

for (const version of ['listing', 'record-2020', 'report'])
  test(`no drawn history under ${version} goes above the ceiling, steps on what is unknown, or is rewritten`, () => {
    const protocol = JSON.parse(readFileSync(join(folder, `NCT02390596.${version}.json`), 'utf8'))
    const broken = Array.from({ length: count }, (_, seed) => seed).flatMap((seed) =>
      brokenLaws({ protocol }, drawChild(seed), seed).map((law) => `${seed}: ${law}`),
    )
    assert.deepEqual(broken, [])
  })
