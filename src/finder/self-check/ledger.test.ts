import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markedQuestion } from '../../testing/test-check.ts'

function out(rule: string): string | undefined {
  return markedQuestion(rule, 'Exclusion')
}

function asked(rule: string): string | undefined {
  return markedQuestion(rule, 'Inclusion')
}

test('what a rule but names beside its subject is not asked', () => {
  for (const rule of [
    'Zorblovir or other anti-CMV agents',
    'Comorbid disease that makes radiotherapy inadvisable',
    'Vasoconstrictor (nasal drops)',
    'Residence in an area with active dengue virus transmission',
    'Reckless behavior for HIV infection',
  ])
    assert.equal(out(rule), undefined, rule)
  for (const rule of [
    'A 24-hour ambulatory rhythm monitor at the first visit',
    'At least 6 weeks since irradiation of evaluable zorbles',
    'Zorbs Dutch well, confirmed by ability to read the consent form',
  ])
    assert.doesNotMatch(asked(rule) ?? '', /walk|measured|agree to take part/, rule)
})

test('the same word as the subject of the rule is asked', () => {
  assert.match(out('Zorbled blurgs of the retina with damage') ?? '', /eyes/)
  assert.match(asked('Measurable zorbles by RECIST') ?? '', /measured on a scan/)
  assert.match(asked('At least 6 weeks since prior zorbled radiotherapy') ?? '', /radiotherapy/)
})

test('an illness of another part of the body is not asked as one of the part that its name sounds of', () => {
  assert.doesNotMatch(out('Systemic sclerosis sine scleroderma of zorbs') ?? '', /brain/)
  assert.match(out('Zorbled multiple sclerosis of blurgs') ?? '', /sclerosis|brain/)
})

test('a bare process is not asked where words beside it are not held', () => {
  assert.equal(out('Nodular sclerosis, mixed zorbularity'), undefined)
  assert.equal(out('Zorbled vein occlusion'), undefined)
})

test('a number without a word of age is no age, and small letters are no illness', () => {
  assert.doesNotMatch(out('BMI > 40 or < 17') ?? '', /\bage\b/)
  assert.equal(out('Slimming aids'), undefined)
})

test('what only some are, or in some months, lets no answer tell', () => {
  assert.equal(asked('Certain forms of asthma'), 'Do you have asthma? [wider] [in part]')
  assert.match(out('Hay fever from May to July') ?? '', /\[wider\] \[in part\]$/)
})

test('a row of which one is not held is no rule that a no tells', () => {
  assert.match(asked('Patients with asthma, a kind of zorb, or blurg') ?? '', /in part|^$/)
})

test('words that pick one thing of two, or of the study, leave a yes open', () => {
  assert.match(out('Operation in the fellow eye within 2 months') ?? '', /\[wider\]$/)
  assert.match(asked('No other concurrent radiotherapy') ?? '', /\[wider\]$/)
  assert.match(
    asked('Is on a stable statin more than 3 weeks before screening') ?? '',
    /\[wider\] \[in part\]$/,
  )
})

test('who stopped a medicine, or only speaks a language, is not asked for more', () => {
  assert.equal(out('Withdrawal from zorbed warfarin for longer than 2 months'), undefined)
  assert.match(out('Unable to speak Dutch') ?? '', /\[in part\]$/)
  assert.doesNotMatch(asked('Able to speak and read Dutch') ?? '', /in part/)
})

test('what is said before a row may be said of each of it', () => {
  assert.match(
    out('Uncontrolled zorbled psychoses, depression, dementia') ?? '',
    /\[wider\] \[in part\]$/,
  )
})

test('a gloss says the same thing as the word: treated is not “despite”, by mouth no tablet, two are two', () => {
  assert.match(out('Hypothyroidism on treatment') ?? '', /being treated/)
  assert.match(asked('Able to take oral medications') ?? '', /medicines by mouth/)
  assert.match(out('Prebiotics or probiotics') ?? '', /prebiotics or probiotics/)
  assert.match(out('Participation in another intervention study') ?? '', /tests a treatment/)
  assert.doesNotMatch(out('Other mental or psychological illness') ?? '', /mental or mental/)
})

test('what a consent says of procedures leaves it to decide, and what somebody is known to be is the subject', () => {
  assert.equal(
    asked('Signed informed consent prior to any study-specific procedures'),
    'Would you agree to take part, and sign?',
  )
  assert.match(out('Known to be HIV positive or to zorb a related illness') ?? '', /HIV/)
  assert.match(asked('Plan to undergo a single-level zorbar fusion') ?? '', /operation/)
})
