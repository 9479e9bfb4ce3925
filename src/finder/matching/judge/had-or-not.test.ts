import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

function verdictOf(note: string, text: string, kind: 'inclusion' | 'exclusion') {
  const patient = readNote(note, { vocabulary })
  return judgeCriterion(text, kind, patient, { vocabulary, mode: 'self-check' }).verdict
}

test('a medicine that was never had has not failed, and one that is refused is not accepted', () => {
  const note = 'Polyarthrite rhumatoïde, n’a jamais reçu de méthotrexate.'
  const asked = 'Inadequate response to methotrexate for at least 12 weeks'
  assert.equal(verdictOf(note, asked, 'inclusion'), 'not met')
  assert.notEqual(verdictOf('Methotrexate was never enough.', asked, 'inclusion'), 'not met')
  assert.notEqual(verdictOf('Not on methotrexate.', asked, 'inclusion'), 'not met')
  const reacted = 'N’a jamais eu de réaction au méthotrexate.'
  assert.notEqual(verdictOf(reacted, asked, 'inclusion'), 'not met')
  assert.equal(verdictOf('He declined insulin.', 'Willing to take insulin', 'inclusion'), 'not met')
})

test('what was stopped some weeks ago is held against the window that an exclusion gives', () => {
  const asked = 'Treatment with a biologic agent within 8 weeks before screening'
  for (const [note, verdict] of [
    ['Crohn’s disease, infliximab stopped 3 weeks ago.', 'not met'],
    ['Crohn’s disease, infliximab stopped two years ago.', 'met'],
    ['Crohn’s disease, infliximab stopped 8 weeks ago.', 'unknown'],
    ['Crohn’s disease, infliximab stopped.', 'unknown'],
    ['Crohn’s disease, infliximab started 6 months ago, stopped last week.', 'unknown'],
    ['Crohn’s disease, infliximab stopped a year ago and resumed.', 'unknown'],
    ['Crohn, infliximab arrêté il y a un an, repris il y a 2 mois.', 'unknown'],
  ] as const)
    assert.equal(verdictOf(note, asked, 'exclusion'), verdict, note)
})

test('an amount or a use says abuse though the word is not written, and what is over does not', () => {
  for (const [note, asked] of [
    ['He drinks a bottle of whisky a day.', 'Alcohol abuse or dependence'],
    ['Boit une bouteille de vin par jour.', 'Alcohol or drug abuse within the last year'],
    ['He injects heroin.', 'Active substance abuse'],
  ] as const)
    assert.equal(verdictOf(note, asked, 'exclusion'), 'not met', note)
  for (const [note, asked] of [
    ['He drinks a glass of wine a day.', 'Alcohol abuse or dependence'],
    ['Former heroin use, ten years ago.', 'Active substance abuse'],
    ['His brother injects heroin.', 'Active substance abuse'],
    ['Insulin glargine 12 units a day.', 'Alcohol abuse or dependence'],
    ['Lantus 20 units per day.', 'Alcohol or drug abuse'],
    ['Drinks 8 glasses a day of water.', 'Alcohol abuse or dependence'],
    ['Boit 8 verres d’eau par jour.', 'Alcohol abuse or dependence'],
    ['Drank a bottle of wine per day in his twenties.', 'Alcohol abuse or dependence'],
    ['Uses fentanyl patches.', 'Drug abuse'],
  ] as const)
    assert.notEqual(verdictOf(note, asked, 'exclusion'), 'not met', note)
})

test('oxygen at home, an insulin-dependent diabetes and metastases of the brain go by several names', () => {
  for (const [note, asked] of [
    ['COPD, home oxygen 2 L/min.', 'Requires long-term oxygen therapy'],
    ['BPCO sous oxygène à domicile.', 'Requires long-term oxygen therapy'],
    ['Type 1 diabetes on an insulin pump.', 'Insulin-dependent diabetes'],
    ['Brain metastases of a melanoma.', 'Known central nervous system metastases'],
    ['Radiothérapie pelvienne il y a deux ans.', 'Prior pelvic radiotherapy'],
  ] as const)
    assert.equal(verdictOf(note, asked, 'exclusion'), 'not met', note)
  const note = 'A 70-year-old man with COPD.'
  assert.notEqual(verdictOf(note, 'Requires long-term oxygen therapy', 'exclusion'), 'not met')
})

test('the age of a child who is nursed is not that of the mother, and weeks of an adult are no age', () => {
  const ageOf = (note: string) => readNote(note, { vocabulary }).age?.value
  assert.equal(ageOf('Allaite son enfant de 2 mois, femme de 30 ans, psoriasis.'), 30)
  assert.equal(ageOf('4 previous caesareans; woman, 37 weeks, cephalic.'), undefined)
  assert.equal(ageOf('Baby girl, 9 weeks old.'), 9)
})

test('a verb after a comma is of the treatment behind it, and what is followed by another is over', () => {
  const states = (note: string) =>
    readNote(note, { vocabulary }).treatments.map(({ name, presence, when }) => [
      name,
      presence === 'present' ? when : presence,
    ])
  assert.deepEqual(states('Levodopa, refused deep brain stimulation.'), [
    ['levodopa', 'now'],
    ['deep brain stimulation', 'absent'],
  ])
  assert.deepEqual(states('Aspirin 75 mg, stopped clopidogrel.'), [
    ['aspirin', 'now'],
    ['clopidogrel', 'history'],
  ])
  assert.deepEqual(states('Aspirin, stopped.'), [['aspirin', 'history']])
  assert.deepEqual(states('Imatinib puis dasatinib.'), [
    ['imatinib', 'history'],
    ['dasatinib', 'now'],
  ])
})

test('the nervous system is not anxiety, and who does not drink does not drink', () => {
  const terms = (note: string) =>
    readNote(note, { vocabulary }).findings.map(({ term, presence }) => `${term} ${presence}`)
  assert.deepEqual(terms('The central nervous system was normal.'), [])
  assert.deepEqual(terms('Ne boit pas d’alcool.'), ['Alcohol Drinking absent'])
})

test('a state of years ago or of birth is none of now, in French too', () => {
  for (const [note, asked] of [
    ['Intubé à la naissance.', 'Mechanical ventilation'],
    ['En réanimation en 2010.', 'Admitted to intensive care'],
    ['En fauteuil roulant après l’opération, remarche.', 'Wheelchair bound'],
  ] as const)
    assert.notEqual(verdictOf(note, asked, 'exclusion'), 'not met', note)
  assert.equal(
    verdictOf('Intubé, en réanimation.', 'Mechanical ventilation', 'exclusion'),
    'not met',
  )
})
