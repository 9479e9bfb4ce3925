import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkOf, shownQuestion } from '../../testing/test-check.ts'

/** The question of a study's one rule in English, with what its answers leave open; nothing where the site asks. */
function asked(rule: string, list: 'Exclusion' | 'Inclusion'): string | undefined {
  const [ask] = checkOf(`${list} Criteria:\n\n* ${rule}`).study.asks.values()
  if (ask?.kind !== 'rule') return undefined
  const { isWide, isPart } = ask.rule
  return `${shownQuestion(ask, 'en')}${isWide ? ' [wider]' : ''}${isPart ? ' [in part]' : ''}`
}

test('a change of a measure is not asked as its level', () => {
  assert.equal(
    asked('Reversibility of FEV1 of at least 12% after salbutamol.', 'Inclusion'),
    undefined,
  )
  assert.equal(asked('Appendicular muscle mass index below 7 kg/m2', 'Inclusion'), undefined)
  assert.match(asked('FEV1 of at least 50% predicted', 'Inclusion') ?? '', /FEV1\): 50% or more/)
})

test('classes in a row are asked as all of them', () => {
  assert.match(
    asked(
      'Considered to be in NYHA class 2, 3, or 4 by the cardiologist of the zorb',
      'Inclusion',
    ) ?? '',
    /2 to 4\?/,
  )
})
