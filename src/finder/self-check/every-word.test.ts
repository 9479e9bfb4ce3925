import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markedQuestion, decidingQuestion } from '../../testing/test-check.ts'

function out(rule: string): string {
  return markedQuestion(rule, 'Exclusion') ?? 'site'
}

function asked(rule: string): string {
  return markedQuestion(rule, 'Inclusion') ?? 'site'
}

test('simple rules are told by both answers', () => {
  for (const rule of [
    'Pregnant or breast-feeding',
    'Known HIV infection',
    'History of stroke',
    'Currently taking warfarin (Coumadin)',
    'Allergy to penicillin',
    'Radiotherapy within 6 weeks prior to enrollment',
    'Cirrhosis of the liver, confirmed by biopsy',
    'Significant kidney disease in the opinion of the investigator',
    'Platelet count < 75 x 10^9/L',
    'Asthma or epilepsy at screening',
    '3. Uncontrolled hypertension',
  ])
    assert.doesNotMatch(out(rule), /\[|site/, rule)
  for (const rule of [
    '18 years of age or older',
    'Renal: creatinine no greater than 1.4 mg/dL',
    'Has given written informed consent',
    'At least 5 weeks since prior chemotherapy',
    'Able to comply with the study visits and follow-up',
  ])
    assert.doesNotMatch(asked(rule), /\[|site/, rule)
})

test('a word that is not held, before what is asked or in what is said of it, leaves the yes open', () => {
  for (const rule of [
    'Grade 2 or 3 diarrhea',
    'Zorblic epilepsy',
    'Epilepsy requiring three quixes',
    'Asthma (blurg score below 60)',
    'Diabetes. Those with zorbs are eligible',
  ])
    assert.match(out(rule), /\? \[wider\]$/, rule)
})

test('a word that is not held elsewhere lets no answer tell', () => {
  for (const rule of ['Epilepsy that zorbs, or a blurged quix', 'Stroke risk in zorbing relatives'])
    assert.match(out(rule), /\[wider\] \[in part\]$|site/, rule)
  assert.match(out('Poorly controlled hypertension (diastolic above 110 mmHg,'), /in part|site/)
})

test('a form that is narrower than its plain name leaves the yes open', () => {
  assert.match(out('Endometrial carcinoma'), /\[wider\]$/)
  assert.doesNotMatch(out('Squamous cell carcinoma'), /\[/)
  assert.match(out('Hepatocellular carcinoma'), /hepatocellular/)
  assert.doesNotMatch(out('Bowel incontinence'), /urine/)
})

test('what a rule says in passing is not asked where no answer tells', () => {
  for (const rule of [
    'Zorbing blurgs with and without asthma',
    'Zorbing blurgs because of diabetes',
    'Quixes of non-HIV zorbs in blurgs',
    'Zorbvirus or HIV vaccination of blurgs',
  ])
    assert.doesNotMatch(out(rule), /asthma|diabetes|HIV|infection/, rule)
})

test('what one undergoes, bears or understands is no visit', () => {
  assert.doesNotMatch(asked('Able to safely undergo zorbic injections'), /visits/)
  assert.match(asked('Understands the zorb and will comply with the protocol'), /\[in part\]|site/)
  assert.match(
    out('Any reason that the investigator thinks makes the patient unsuitable'),
    /in part/,
  )
})

test('a medicine outside of a study is no study: a no leaves it open', () => {
  assert.match(out('In another clinical trial or treated with an investigational drug'), /in part/)
})

test('an answer that a second state, rule or study could turn stays open, and nothing is asked of nothing', () => {
  assert.match(out('Ongoing or severe asthma'), /\[wider\] \[in part\]$/)
  assert.match(out('Concomitant administration of another antitumor therapy'), /wider|Are you/)
  assert.doesNotMatch(out('Previous or concomitant medications'), /medicine/)
  assert.doesNotMatch(out('Extensive zorbic component in lesion'), /ingredient/)
  assert.doesNotMatch(
    out('Allergic reaction to eczema or antifungal medication'),
    /allergy to eczema/,
  )
  assert.match(asked('Resectable disease'), /\[wider\]/)
  assert.match(out('Relative of the investigator'), /\[wider\]|site/)
  assert.match(out('Genitourinary disease'), /genital|\[/)
  assert.doesNotMatch(out('Hypoglycemic coma'), /against/)
  assert.doesNotMatch(out('Refusal to participate in the study at any time'), /visits/)
  assert.doesNotMatch(out('Use of certain medications'), /medicine/)
  assert.doesNotMatch(out('Zorbestrol acetate'), /acetate\?/)
  assert.doesNotMatch(asked('Under 13 years of age at time of diagnosis'), /\? \[wider\]$|\?$/)
  assert.doesNotMatch(out('Chemoprophylactic therapy for an infection'), /\? \[wider\]$|\?$/)
  assert.doesNotMatch(out('Zorbs, unless in complete remission'), /remission/)
  assert.match(out('Persistent vomiting or diarrhea'), /\[wider\]/)
  assert.match(out('Seizures at zorb onset'), /\[wider\] \[in part\]$/)
  assert.match(asked('No prior cisplatin At least 4 weeks since blurg'), /in part/)
  assert.match(out('Received any research drug, or in another clinical trial'), /in part/)
  assert.doesNotMatch(out('Zorbic cancer-susceptibility syndromes'), /had, cancer/)
  assert.doesNotMatch(asked('Nonpregnant zorbs 2. 21 years of age or older'), /you \?/)
  assert.doesNotMatch(out('Leptomeningeal germ cell tumor'), /testic/)
})

test('any of a kind is any in French, too, and the letter of a name is not lost', () => {
  assert.match(decidingQuestion('Allergy to antifungals', 'Exclusion')[1] ?? '', /à un médicament/)
  assert.match(decidingQuestion('Hemophilia A', 'Exclusion')[1] ?? '', /hémophilie A/)
})
