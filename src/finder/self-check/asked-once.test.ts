import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { outcomeOf } from './outcome.ts'
import { checkPlanOf } from './plan.ts'
import { nothingTold, readAnswers } from './read-answers.ts'
import { ruleResults } from './rule-results.ts'
import { selfCheckOf } from './self-check.ts'

const vocabulary = openVocabulary()

function checkOf(rule: string, conditions: readonly string[], list = 'Inclusion') {
  const protocol = {
    identificationModule: { nctId: 'NCT00000001' },
    conditionsModule: { conditions },
    eligibilityModule: { eligibilityCriteria: `${list} Criteria:\n\n* ${rule}` },
  }
  return selfCheckOf(protocol, { vocabulary, today: '2026-11-29' })
}

function kindsAsked(rule: string, conditions: readonly string[], list?: string): string[] {
  const { parts, notAsked, site } = checkPlanOf(
    checkOf(rule, conditions, list),
    { who: 'me' },
    true,
  )
  assert.deepEqual([notAsked, site], [[], []])
  return parts.flatMap(({ items }) => items.map(({ kind }) => kind))
}

test('a rule that asks for the illness itself is not asked a second time', () => {
  assert.deepEqual(kindsAsked('Diagnosed with type 1 diabetes', ['Type 1 Diabetes']), ['illness'])
  for (const [rule, conditions, list] of [
    ['Severe asthma', ['Asthma'], 'Inclusion'],
    ['Asthma for at least 6 months', ['Asthma'], 'Inclusion'],
    ['Asthma or eczema', ['Asthma'], 'Inclusion'],
    ['Epilepsy', ['Asthma'], 'Inclusion'],
    ['Asthma', ['Asthma', 'Eczema'], 'Inclusion'],
    ['Asthma', ['Asthma'], 'Exclusion'],
  ] as const)
    assert.deepEqual(kindsAsked(rule, conditions, list), ['illness', 'one'], rule)
})

test('the answer about the illness tells the rule that asks for it', () => {
  const { study } = checkOf('Diagnosed with type 1 diabetes', ['Type 1 Diabetes'])
  const resultOf = (condition: 'yes' | 'no' | 'skip') => {
    const told = { ...nothingTold('me'), condition }
    const outcome = outcomeOf(told, study)
    return ruleResults({ told, study, outcome }).flatMap(({ rule, label, why }) =>
      rule.about === 'criterion' ? [`${label} ${why.because}`] : [],
    )
  }
  assert.deepEqual((['yes', 'no', 'skip'] as const).map(resultOf), [
    ['met answer'],
    ['notMet answer'],
    ['unknown nothing'],
  ])
})

test('what two rules of a study ask in the same words is asked once, and the answer tells both', () => {
  const protocol = {
    identificationModule: { nctId: 'NCT00000001' },
    eligibilityModule: {
      eligibilityCriteria: `Inclusion Criteria:

* Signed informed consent
* Weight of at least 40 kg

Exclusion Criteria:

* Unable to give informed consent
* Weight under 40 kg`,
    },
  }
  const check = selfCheckOf(protocol, { vocabulary, today: '2026-11-29' })
  const plan = checkPlanOf(check, { who: 'me' }, false)
  const asked = plan.parts.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'one' ? [item.question.criterion.id] : [])),
  )
  const [signed, unable] = ['i1', 'e1']
  assert.deepEqual([asked.includes(signed), asked.includes(unable)], [true, false])
  assert.equal(asked.length, 3, 'values within other bounds are questions of their own')
  assert.deepEqual([plan.notAsked, plan.site], [[], []])
  const sent = new URLSearchParams({ rules: check.form.rules, who: 'me', [`c_${signed}`]: 'no' })
  const { told, problems } = readAnswers(sent, check.form)
  assert.deepEqual(problems, [])
  assert.deepEqual([told.answers[signed], told.answers[unable]], ['no', 'yes'])
})

test('a value within the same bounds that two lists of a study ask is asked once', () => {
  const asked = (first: string, second: string) => {
    const protocol = {
      identificationModule: { nctId: 'NCT00000001' },
      eligibilityModule: {
        eligibilityCriteria: `Inclusion Criteria:

* ${first}
* Signed informed consent

Inclusion criteria for the second part:

* ${second}`,
      },
    }
    const check = selfCheckOf(protocol, { vocabulary, today: '2026-11-29' })
    const plan = checkPlanOf(check, { who: 'me' }, false)
    assert.deepEqual([plan.notAsked, plan.site], [[], []])
    const ids = plan.parts.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'one' ? [item.question.criterion.id] : [])),
    )
    return { check, ids }
  }
  const { check, ids } = asked('Karnofsky performance score ≥ 50', 'Karnofsky performance score≥50')
  assert.equal(ids.length, 2)
  const [only = ''] = ids
  const { told } = readAnswers(
    new URLSearchParams({ rules: check.form.rules, who: 'me', [`c_${only}`]: 'no' }),
    check.form,
  )
  assert.deepEqual(
    Object.values(told.answers).filter((one) => one !== 'skip'),
    ['no', 'no'],
  )
  for (const [first, second] of [
    ['Karnofsky performance score ≥ 50', 'Karnofsky performance score ≥ 60'],
    ['Karnofsky performance score ≥ 50', 'Lansky performance score ≥ 50'],
    ['Platelets ≥ 50,000/µL', 'Platelets ≤ 50,000/µL'],
    ['Platelets ≥ 50,000/µL', 'Platelets > 50,000/µL'],
  ] as const)
    assert.equal(asked(first, second).ids.length, 3, `${first}, ${second}`)
})
