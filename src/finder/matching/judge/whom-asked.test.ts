import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertJudged } from '../../../testing/judged-lines.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import type { Study } from '../../registry/study.ts'
import { readNote } from '../note/read-note.ts'
import { judgeStudy } from './judge-study.ts'

test('contraception is asked of a man wherever a rule names men or nobody’s sex, and a rule for women is not', () =>
  assertJudged(
    'A 41-year-old man with Crohn disease.',
    `i unknown : Fertile men and women must use two forms of birth control
     i unknown : Women who can bear children and male volunteers, with their partners, must use condoms
     i unknown : Participants of reproductive potential must agree to use effective contraception
     i unknown : Men whose partner is a woman of childbearing potential must use contraception
     i unknown : Women must use contraception during the study. Sexually active men must use a condom for 90 days.
     e unknown : Unwilling to use birth control
     e unknown : Patients of childbearing age without contraception
     i not applicable : Men, or women who are not pregnant
     e unknown : Women who may bear children and also fertile men without birth control for months after the last dose of the study
     e unknown : Nursing women, and patients who refuse to use contraception
     e unknown : Women of childbearing age or male partners of women of childbearing age without contraception
     i not applicable : Females of childbearing potential must use contraception with their male partners
     i not applicable : WOCBP must have a negative pregnancy test
     e not applicable : Pregnant or nursing`,
  ))

test('contraception at large is asked of a woman of any age, and of childbearing not from 60', () =>
  assertJudged(
    'A 67-year-old woman with ulcerative colitis.',
    `i unknown : All subjects must use effective contraception
     i not applicable : Patients of childbearing potential must use effective contraception
     i not applicable : Males must use a condom with partners who are women of childbearing potential`,
  ))

test('of several groups of people one is enough, and another sex is only where no part lets this one in', () => {
  assertJudged(
    'A 61-year-old postmenopausal woman with breast cancer.',
    `i met : Men, premenopausal women on goserelin or post-menopausal women
     i not applicable : Men with breast cancer must use a condom
     i not met : Premenopausal women`,
  )
  assertJudged(
    'A 30-year-old woman with breast cancer. Premenopausal.',
    `i unknown : Men ≥ 21 years, post-menopausal women or premenopausal women with ovarian suppression`,
  )
})

test('a will to take part meets what is asked of taking part, and no other promise', () =>
  assertJudged(
    'A 52-year-old woman with psoriasis who is willing to participate.',
    `i met : Willing to participate and to sign the informed consent form
     i met : Able and willing to comply with the study procedures
     i met : Likely to comply with study visits and restrictions and to understand the diary
     i met : Informed consent given in person or by telephone, or by a surrogate decision maker
     i unknown : Agrees to stop methotrexate four weeks before the first visit
     i unknown : Agrees to avoid sunlight
     i unknown : Willing to have skin biopsies
     i unknown : Willing to keep to a gluten-free diet
     i unknown : Agrees not to take part in any other trial
     i unknown : Agrees to the storage of samples
     i unknown : Mother agrees to enrol her newborn`,
  ))

test('what is asked of controls and relatives says nothing of who is ill', () =>
  assertJudged(
    'A 29-year-old man with multiple sclerosis.',
    `i unknown : Age-matched controls without any neurological disease
     i unknown : Healthy controls had no disease of the brain
     i unknown : Siblings without multiple sclerosis
     e unknown : Controls: epilepsy
     i not met : Healthy volunteers aged 18 to 45 years`,
  ))

const vocabulary = openVocabulary()

function overall(eligibilityCriteria: string) {
  const patient = readNote('A 29-year-old man with multiple sclerosis.', { vocabulary })
  const study = {
    protocolSection: {
      identificationModule: { nctId: 'NCT00000001' },
      eligibilityModule: { eligibilityCriteria, sex: 'ALL' },
    },
  } as Study
  return judgeStudy(study, patient, { vocabulary, today: '2026-11-30', mode: 'self-check' })
    ?.overall
}

test('a rule for the healthy keeps nobody out of a study that takes people with an illness too', () => {
  const healthy = '* Healthy adults aged 18 to 60 years\n'
  assert.equal(overall(`Inclusion Criteria:\n\n${healthy}`), 'probably not')
  assert.equal(
    overall(`Inclusion Criteria:\n\n* Diagnosis of multiple sclerosis\n${healthy}`),
    'the site must tell',
  )
})
