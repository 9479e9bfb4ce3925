import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { said, taken } from '../../../testing/said-in-notes.ts'
import { readNote } from './read-note.ts'

const vocabulary = openVocabulary()
const man = '60-year-old man. '

test('the words that touch a treatment tell how it stands', () => {
  const wanted: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    'present now': [
      ['On warfarin since 2019.', 'warfarin'],
      ['Metformin was restarted last week.', 'metformin'],
      ['Switched from carbimazole to propylthiouracil.', 'propylthiouracil'],
      ['Warfarin was swapped for apixaban in March.', 'apixaban'],
      ['The GP put her on citalopram in March.', 'citalopram'],
      ['Halfway through a course of nitrofurantoin.', 'nitrofurantoin'],
      ['Prednisolone being weaned, now 5 mg.', 'prednisolone'],
      ['Insulin once daily.', 'insulin'],
      ['He still has the Exelon patch.', 'exelon'],
      ['Started sertraline three weeks ago.', 'sertraline'],
    ],
    'present history': [
      ['Warfarin was swapped for apixaban in March.', 'warfarin'],
      ['Statin and ramipril stopped.', 'statin'],
      ['Sacubitril/valsartan held for AKI.', 'sacubitril'],
      ['Clopidogrel paused for the biopsy.', 'clopidogrel'],
      ['The ropinirole you stopped in spring.', 'ropinirole'],
      ['He ran out of his metformin two months ago.', 'metformin'],
      ['Was intubated for four days.', 'intubated'],
      ['He had six cycles of R-CHOP in 2020.', 'r-chop'],
      ['Has been off prednisolone for a year.', 'prednisolone'],
      ['Stopped taking her statin.', 'statin'],
      ['Finished her chemo in March.', 'chemo'],
      ['Varices banded in May, no rebleed.', 'banded'],
    ],
    'present history failed': [
      ['Otezla gave me such bad nausea that I came off it.', 'otezla'],
      ['Humira stopped working after two years.', 'humira'],
      ['Prednisolone helped only briefly.', 'prednisolone'],
      ['Sertraline did nothing.', 'sertraline'],
      ['Methotrexate disagreed with her.', 'methotrexate'],
      ['He did not get on with the CPAP mask.', 'cpap'],
    ],
    'absent now refused': [
      ['Rituximab discussed; she declines.', 'rituximab'],
      ['Surgery was offered but he declined.', 'surgery'],
      ['Valproate is not an option at her age.', 'valproate'],
      ['Radioiodine is out of the question.', 'radioiodine'],
      ['Ciprofloxacin to be avoided.', 'ciprofloxacin'],
      ["He won't hear of home oxygen.", 'home oxygen'],
      ['Fluoxetine not started.', 'fluoxetine'],
      ['Would prefer to avoid surgery.', 'surgery'],
      ['Outside window for tPA, not given.', 'tpa'],
    ],
    'possible now planned': [
      ['Will swap to Depo-Provera.', 'depo-provera'],
      ['Efgartigimod applied for.', 'efgartigimod'],
      ['Ocrelizumab first infusion 3 October.', 'ocrelizumab'],
      ['Eylea injection left eye, number 5, next week.', 'eylea'],
      ['Thrombectomy team called.', 'thrombectomy'],
      ['We could try ketamine.', 'ketamine'],
      ['He may need dialysis.', 'dialysis'],
      ['On the waiting list for hip replacement.', 'hip replacement'],
      ['LLETZ under local anaesthetic offered for the 24th.', 'lletz'],
    ],
    'absent now': [['Not currently on anticoagulation.', 'anticoagulation']],
    'mentioned now': [['Tingling in both feet from bortezomib.', 'bortezomib']],
  }
  for (const [state, rows] of Object.entries(wanted))
    for (const [note, name] of rows)
      assert.equal(taken(readNote(man + note, { vocabulary }), name), state, note)
})

test('an age is read in every wording, and no other number is one', () => {
  for (const [note, months] of [
    ['Leo is four and a half and has a cough.', 54],
    ['Zara, who is 15, attended with both parents.', 180],
    ['About my husband Ted, he is 76 and has gout.', 912],
    ['A man of seventy with gout.', 840],
    ['A teenager of 15 with acne.', 180],
    ['Grandmother of four, 84 yrs, gout.', 1008],
    ['M17. Wheeze. ITU once aged 9.', 204],
    ['Our little boy (3) has a cough.', 36],
    ['Ava is three. She has eczema.', 36],
    ['Just celebrated her 90th birthday.', 1080],
    ['Farmer aged 54 with a cough.', 648],
    ['Creatinine is 88. A man with gout.', undefined],
    ['Appendicectomy aged 9. Asthma.', undefined],
    ['Measles aged 5, now well.', undefined],
    ['She is two and a half weeks post op.', undefined],
    ['He is nearly 7.', undefined],
    ['She is 12 weeks pregnant.', undefined],
  ] as const) {
    const { age } = readNote(note, { vocabulary })
    assert.equal(age && Math.round(age.minDays / 30.4375), months, note)
  }
  assert.equal(readNote('10/7 old baby with jaundice.', { vocabulary }).age?.value, 10)
})

test('values of before are told from those of now, and each has its unit', () => {
  for (const [note, values] of [
    ['CR 2.1 MG/DL (BASELINE 1.3).', 'creatinine 2.1 mg/dL, creatinine 1.3 mg/dL before'],
    ['Hb 6.9 g/dL, usual 7.8.', 'hemoglobin 6.9 g/dL, hemoglobin 7.8 g/dL before'],
    ['HbA1c down from 9.1 to 7.4 %.', 'hba1c 9.1 % before, hba1c 7.4 %'],
    [
      'Creatinine has gone up from 88 to 140 umol/L.',
      'creatinine 88 umol/L before, creatinine 140 umol/L',
    ],
    ['PEF 210 L/min (best 480).', 'peakFlow 210 L/min, peakFlow 480 L/min before'],
    ['On arrival HR 140. 30 min later HR 110.', 'heartRate 140 /min before, heartRate 110 /min'],
    ['HR 72 lying, 118 upright.', 'heartRate 72 /min, heartRate 118 /min'],
    [
      'IOP 17 mmHg right, 16 mmHg left.',
      'intraocular pressure 17 mm[Hg], intraocular pressure 16 mm[Hg]',
    ],
    ['Edinburgh score 17. Wells 0. Gleason 3+4=7.', 'epds 17 1, wells 0 1, gleason 7 1'],
    ['He weighs 12 stone 4.', ''],
    ['Apgar 7 at 1 min.', 'apgar 7 1'],
    ['Transferrin sat 8%.', 'transferrin saturation 8 %'],
    ['Bili 12.', ''],
  ] as const) {
    const { measures } = readNote(man + note, { vocabulary })
    const read = measures.map(
      ({ what, value, unit, earlier }) => `${what} ${value} ${unit}${earlier ? ' before' : ''}`,
    )
    assert.equal(read.join(', '), values, note)
  }
})

test('a name in other words, or before an answer that is awaited, is no finding', () => {
  const all = (note: string) =>
    readNote(man + note, { vocabulary }).findings.map(({ term, presence }) => `${presence} ${term}`)
  for (const note of [
    'Antibodies against GAD and IA-2 are positive.',
    'Antibodies against IA-2 and GAD are positive.',
    'Anti-GAD antibodies negative. GAD65 antibodies 40 U/mL.',
    'Ejection fraction 60 %. Body mass index 31. Loss of muscle mass.',
    'Training in the conclusion of a selection.',
  ])
    assert.deepEqual(
      all(note).filter((one) => !/Positive|Muscle/.test(one)),
      [],
      note,
    )
  assert.deepEqual(all('Has GAD.'), ['present Generalized Anxiety Disorder'])
  assert.deepEqual(all('CT to rule out pneumonia: no result yet.'), ['possible Pneumonia'])
  assert.deepEqual(all('Pneumonia: no.'), ['absent Pneumonia'])
})

test('complaints in everyday words are read, each as it is said', () => {
  for (const [note, term, state] of [
    ["Can't get his words out.", 'Aphasia', 'present now patient'],
    ['Hands puffy, shuffles.', 'Edema', 'present now patient'],
    ['He freezes in doorways.', 'Freezing of Gait', 'present now patient'],
    ['Itchy all over.', 'Pruritus', 'present now patient'],
    ["Can't concentrate, tearful.", 'Tearfulness', 'present now patient'],
    ['No fever, cough or rash.', 'Exanthema', 'absent now patient'],
    ['Does not have fever, cough or rash.', 'Exanthema', 'absent now patient'],
    ['No plan to end her life.', 'Suicidal Ideation', 'absent now patient'],
    ['No infections.', 'Infections', 'absent now patient'],
    ['Headache is over now.', 'Headache', 'present history patient'],
    ['Fell twice last week.', 'Falls', 'present now patient'],
    ['Topiramate gave her kidney stones.', 'Nephrolithiasis', 'present history patient'],
    ['Had PET with first baby, now 20 weeks.', 'Pre-Eclampsia', 'present history patient'],
    [
      'Acute splenic sequestration at 14 months.',
      'Splenic Sequestration',
      'present history patient',
    ],
    ['My dad has psoriasis but I have no joint pain.', 'Arthralgia', 'absent now patient'],
    [
      'Grandad had a PE after a hip operation, clot.',
      'Pulmonary Embolism',
      'present history family',
    ],
    ['HIV, hepatitis B and syphilis tests all negative.', 'HIV Infections', 'absent now patient'],
    ['RSV swab positive.', 'Respiratory Syncytial Virus Infections', 'present now patient'],
    ['He worries about Lyme disease.', 'Lyme Disease', 'possible now patient'],
    ['Coil fitted in 2019. Cranial nerves normal.', 'Seizures', undefined],
    ['Being followed by cardiology.', 'Delusions', undefined],
    ['Poorly controlled.', 'Feeling Unwell', undefined],
    ['SBP 120.', 'Spontaneous Bacterial Peritonitis', undefined],
  ] as const)
    assert.equal(said(readNote(man + note, { vocabulary }), term), state, note)
  const { allergies } = readNote(`${man}Amoxicillin brought her out in hives.`, { vocabulary })
  assert.equal(allergies[0]?.name, 'amoxicillin')
})

test('a medicine that another took the place of is no longer taken, and what cured an illness neither', () => {
  const of = (note: string, name: string): string | undefined => {
    const found = readNote(note, { vocabulary }).treatments.find((one) => one.name === name)
    return found && `${found.presence} ${found.when}`
  }
  const replaced = 'Takes lisinopril, which I have replaced with losartan.'
  assert.equal(of(replaced, 'lisinopril'), 'present history')
  assert.equal(of(replaced, 'losartan'), 'present now')
  const french = 'Épilepsie sous valproate remplacé en mars par lamotrigine.'
  assert.equal(of(french, 'valproate'), 'present history')
  assert.equal(of(french, 'lamotrigine'), 'present now')
  assert.equal(of('Hépatite C guérie en 2017 par sofosbuvir.', 'sofosbuvir'), 'present history')
})

test('an age in days or weeks of life, the illness beside an ex-smoker, and what is not used', () => {
  const infant = readNote('Enfant né à terme, 3 semaines de vie, ictère prolongé.', { vocabulary })
  assert.equal(infant.age?.value, 3)
  assert.equal(infant.age?.unit, 'week')
  const [copd] = readNote('74M, ex-smoker 40 pack-years, COPD GOLD 3.', { vocabulary }).findings
  assert.equal(copd?.when, 'now')
  const [drugs] = readNote("He doesn't smoke or use any illicit drugs.", { vocabulary }).findings
  assert.equal(drugs?.presence, 'absent')
})
