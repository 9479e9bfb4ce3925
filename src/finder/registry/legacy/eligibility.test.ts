import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standardAges } from './eligibility.ts'

for (const [minimum, maximum, groups] of [
  [undefined, undefined, ['CHILD', 'ADULT', 'OLDER_ADULT']],
  ['18 Years', undefined, ['ADULT', 'OLDER_ADULT']],
  ['17 Years', '17 Years', ['CHILD']],
  ['3 Months', '18 Years', ['CHILD', 'ADULT']],
  ['18 Years', '64 Years', ['ADULT']],
  ['18 Years', '65 Years', ['ADULT', 'OLDER_ADULT']],
  ['65 Years', undefined, ['OLDER_ADULT']],
  ['216 Months', '1 Year', []],
  ['1 Day', '215 Months', ['CHILD']],
  ['P18Y', undefined, []],
] as const)
  test(`from ${minimum ?? 'any age'} to ${maximum ?? 'any age'}: ${groups.join(', ') || 'unknown'}`, () =>
    assert.deepEqual(standardAges(minimum, maximum), groups))
