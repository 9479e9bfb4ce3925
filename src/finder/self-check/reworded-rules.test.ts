import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { wordsOf } from '../../words/words.ts'
import { allQuestions } from './questions.ts'
import { selfCheckOf } from './self-check.ts'

const vocabulary = openVocabulary()

test('what a rule says besides its first sentence is left out, and the site asks what adds to it', () => {
  assert.equal(asked('Asthma. Zorbled asthma is allowed'), 'Do you have asthma? wide')
  assert.equal(asked('Asthma. Zorbled quixes of the blurg'), 'Do you have asthma? part')
  assert.equal(
    asked('Must not be pregnant. Zorbled quixes of the blurg', 'Inclusion'),
    'Are you pregnant? turned part',
  )
})

test('a guideline, a stage, ages and words of kinds only narrow: a no tells the rule', () => {
  assert.equal(
    asked('Zorblic asthma according to the zorb of the quix', 'Inclusion'),
    'Do you have asthma (the study says how it is measured)? wide',
  )
  assert.equal(asked('Zorblic asthma'), 'Do you have asthma? wide')
  assert.equal(
    asked('Meets the DSM-IV criteria for depression', 'Inclusion'),
    'Do you have depression? wide',
  )
  assert.equal(
    asked('Adult men and women (18 to 65 years) with zorblic asthma', 'Inclusion'),
    'Do you have asthma? wide',
  )
  assert.equal(asked('Grade 3 or 4 diarrhea'), 'Do you have diarrhoea? wide')
})

test('words that turn a rule, or are of somebody else, are no words of kinds', () => {
  for (const text of [
    'Siblings with zorblic asthma',
    'Fear of zorblic asthma',
    'Healthy adults without zorblic asthma',
    'Maternal asthma',
  ])
    assert.doesNotMatch(asked(text, 'Inclusion'), /^Do you have asthma\? wide$/, text)
  assert.equal(asked('Zorblin-resistant blurgitis'), 'site')
})

test('an illness that has but the name of a wider one is asked of by that', () => {
  assert.equal(asked('Cocaine dependence'), 'Do you have cocaine-related disorders? wide')
})

test('what one is allergic to is not asked as what one takes, and a study that is this one is no other', () => {
  assert.equal(
    asked(
      'Known zorbled allergy to blurgs or to any of the following medications: aspirin, clopidogrel',
    ).includes('take'),
    false,
  )
  assert.equal(asked('Previous participation in this clinical trial'), 'site')
})

test('a medicine is called in French as French writes it', () => {
  const french = (text: string): string =>
    askedIn(`Exclusion Criteria:\n\n* ${text}`, 'fr').replaceAll(/\s/g, ' ')
  assert.equal(
    french('Known hypersensitivity to nystatin'),
    'Avez-vous une allergie à la nystatine ?',
  )
  assert.equal(french('Cisplatin'), 'Prenez-vous ou recevez-vous du cisplatine ?')
  assert.equal(french('Prednisone'), 'Prenez-vous ou recevez-vous de la prednisone ?')
  assert.equal(
    french('Serious reaction to any medicine'),
    'Avez-vous une mauvaise réaction grave à un médicament ?',
  )
})

test('patients who are not eligible, among what is asked for, are asked of the other way round', () => {
  assert.equal(
    asked('Patients with asthma are not eligible', 'Inclusion'),
    'Do you have asthma? turned',
  )
})

test('values that must be are asked, though words beside them were not read', () => {
  assert.match(asked('Platelets zorbled ≥ 20 x 10^9/L by blurg', 'Inclusion'), /wide$/)
  assert.match(asked('Bilirubin ≤ 1.5 x ULN (≤ 3 x ULN if blurged)', 'Inclusion'), /wide part$/)
  assert.equal(asked('Zorbled change of hemoglobin > 2 g/dL', 'Inclusion'), 'site')
})

test('lines under words that were not read are asked, and the site asks the rest, where these turn nothing', () => {
  assert.equal(lineUnder('Zorbled blurgs of the quix:'), 'Do you have asthma? wide part')
  assert.equal(lineUnder('Blurgs of the quix unless zorbled:'), 'site')
})

test('a line that may be less than a rule of its own decides nothing, or is left to the site', () => {
  for (const text of [
    'c) Leukemia in first relapse',
    'Cardiac arrest, or',
    'o Zorblic asthma',
    'ECOG performance status 0-2, alternatively Karnofsky 60-100 %',
    'Total bilirubin ≤ 3 mg/dL for zorblin and any value for blurgin',
    'Bilirubin ≤ 3 mg/dL as measured by zorbling and/or a positive blurg',
    'Various causes of zorbled blurg, including pulmonary fibrosis',
    'For women only - currently pregnant or breastfeeding',
    'Maximal tolerable angina and heart failure medication',
    'Catheterization is determined to be feasible by zorbling',
  ])
    assert.match(asked(text, 'Inclusion'), /wide part$|^site$/, text)
  for (const text of [
    'Asthma history or lung disease pre 9/11/01',
    'Abnormal liver function: ALT ≤ 2.5 × ULN',
    'Subjects in whom anticoagulation during the zorbling is contraindicated',
    'Lung disease, asthma, congenital abnormalities of the chest, and diaphragm',
  ])
    assert.match(asked(text), /wide part$|^site$/, text)
  for (const text of [
    'Women with hysterectomy or, if of childbearing potential, women are eligible if',
    '1* Family history of allergy is defined as one relative. Zorbled quixes',
    'Airflow obstruction is at least partially zorbled',
  ])
    assert.equal(asked(text, 'Inclusion'), 'site', text)
  assert.match(asked('No cardio respiratory diseases', 'Inclusion'), /turned wide part$/)
  assert.match(
    asked(
      'Previous diagnosis of heart failure with current NYHA class II-IV symptoms',
      'Inclusion',
    ),
    /wide$/,
  )
  assert.equal(asked('Women who intend to terminate the pregnancy'), 'site')
  assert.equal(asked('HFpEF of PH-HFpEF', 'Inclusion'), 'site')
  assert.equal(
    asked('Severe pulmonary regurgitation', 'Inclusion'),
    'Do you have a serious leaking pulmonary valve?',
  )
  assert.equal(asked('Asthma, or'), 'Do you have asthma?')
  assert.match(asked('Bilirubin ≤ 3 mg/dL by zorbling', 'Inclusion'), /wide$/)
})

function asked(text: string, kind: 'Inclusion' | 'Exclusion' = 'Exclusion'): string {
  return askedIn(`${kind} Criteria:\n\n* ${text}`)
}

function lineUnder(over: string): string {
  return askedIn(`Exclusion Criteria:\n\n* ${over}\n  * Asthma`)
}

function askedIn(eligibilityCriteria: string, language: 'en' | 'fr' = 'en'): string {
  const { groups } = selfCheckOf(
    { identificationModule: { nctId: 'NCT00000000' }, eligibilityModule: { eligibilityCriteria } },
    { vocabulary, today: '2026-01-01' },
  )
  const { ask } = allQuestions(groups).at(-1) ?? {}
  if (ask?.kind !== 'rule') return 'site'
  const { isTurned, isWide, isPart } = ask.rule
  const marks = [isTurned && 'turned', isWide && 'wide', isPart && 'part'].filter(Boolean)
  return [
    wordsOf(language).check.question(ask.rule, 'me', (_, called) => called ?? '?'),
    ...marks,
  ].join(' ')
}
