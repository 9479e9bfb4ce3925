import assert from 'node:assert/strict'
import { test } from 'node:test'
import { questionEn } from '../../words/en/questions.ts'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { selfCheckOf } from './self-check.ts'
import type { Question } from './question.ts'

const vocabulary = openVocabulary()

/** The questions of some exclusion criteria, by the text of their rule; `site` where the site asks. */
function askedOf(lines: string): Readonly<Record<string, string>> {
  const { study, groups } = selfCheckOf(
    {
      identificationModule: { nctId: 'NCT00000001' },
      eligibilityModule: { sex: 'ALL', eligibilityCriteria: `Exclusion Criteria:\n\n${lines}` },
    },
    { vocabulary, today: '2026-11-23' },
  )
  assert.ok(study)
  const all = (question: Question): readonly (readonly [string, string])[] => [
    [
      question.criterion.text,
      question.ask.kind === 'rule' ? questionEn(question.ask.rule, 'me', () => '') : 'site',
    ],
    ...question.children.flatMap(all),
  ]
  return Object.fromEntries(groups.flatMap(({ questions }) => questions.flatMap(all)))
}

test('the words over a list are said with each of its lines', () => {
  const asked = askedOf(
    '* History of any of the following conditions:\n  * Asthma\n* Any of the following within 6 months:\n  * Stroke\n* Uncontrolled illness, including:\n  * Heart failure',
  )
  assert.equal(asked['Asthma'], 'Have you ever had asthma?')
  assert.equal(asked['Stroke'], 'Have you had a stroke in the last 6 months?')
  assert.equal(asked['Heart failure'], 'Do you have heart failure?')
})

test('under words that say more than is read, the site asks; a title is no rule', () => {
  const asked = askedOf('* Unless treated, any of the following:\n  * Diabetes\n* Asthma:')
  assert.deepEqual(asked, {
    'Unless treated, any of the following:': 'site',
    Diabetes: 'site',
    'Asthma:': 'site',
  })
})
