import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCriteria } from './criteria.ts'
import { decide } from './decide.ts'
import type { Limits } from './differs.ts'
import type { Facts } from './facts.ts'

const years = (count: number): number => Math.round(count * 365.25) + 10
const man: Facts = { ageDays: years(70), sex: 'MALE' }
const woman: Facts = { ageDays: years(34), sex: 'FEMALE', pregnant: 'no' }
const baby: Facts = { ageDays: 244, sex: 'MALE' }

function decided(kind: 'Inclusion' | 'Exclusion', text: string, facts: Facts, limits: Limits) {
  const all = { sex: 'ALL', ...limits }
  const criteria = parseCriteria(`${kind} Criteria:\n\n* ${text}`)
  const decision = decide(criteria, facts, 'self-check', { limits: all })
  const [first] = decision.criteria
  return `${first?.effect}: ${first?.reason.because}`
}

test('a text that contradicts the limits of its study keeps nobody out', () => {
  const differ = 'open: limits differ'
  const adults = { minimumAge: '18 Years', maximumAge: '75 Years' }
  assert.equal(decided('Inclusion', '18 to 65 years of age', man, adults), differ)
  assert.equal(decided('Inclusion', 'Age ≥ 60 years', woman, adults), differ)
  assert.equal(decided('Inclusion', 'Male participants', woman, adults), differ)
  assert.equal(decided('Exclusion', 'Females', woman, adults), differ)
  const every = { minimumAge: '1 Month', maximumAge: '40 Years' }
  assert.equal(decided('Inclusion', 'Healthy controls aged 1-25 years', baby, every), differ)
})

test('a limit under the wrong heading, which would leave nobody, keeps nobody out', () => {
  const adults = { minimumAge: '18 Years' }
  assert.equal(decided('Inclusion', '<18 years old', woman, adults), 'open: limits differ')
  assert.equal(decided('Exclusion', 'Age ≥ 18', woman, adults), 'open: limits differ')
})

test('where the registry has no limit on that side, or the same, the text keeps out', () => {
  const adults = { minimumAge: '18 Years' }
  assert.equal(decided('Exclusion', 'Older than 65 years', man, adults), 'against: facts')
  assert.equal(decided('Inclusion', 'Age ≥ 18 years', baby, adults), 'against: facts')
  assert.equal(decided('Inclusion', 'Aged 10 to 70 years', baby, {}), 'against: facts')
})

test('what is asked of the other sex to avoid a pregnancy is not asked', () => {
  const none = 'none: facts'
  for (const text of [
    'Women, who have not yet entered menopause, will provide a negative urine HCG',
    'Women with bilateral tubal ligation',
    'Women who are sexually active, must agree to use contraception',
  ])
    assert.equal(decided('Inclusion', text, man, {}), none, text)
  assert.equal(decided('Inclusion', 'Male subjects who agree to use condoms', woman, {}), none)
})

test('one of several ways in is not asked by itself', () => {
  const text = 'One or more of BMI > 30 kg/m2, diabetes, smoking, over age 40'
  assert.equal(decided('Inclusion', text, woman, {}), 'open: nothing said')
  const care = 'Pregnancy. (Women of childbearing potential must have a negative pregnancy test.)'
  assert.equal(decided('Inclusion', care, woman, {}), 'open: nothing said')
})
