import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { fewStudies } from '../../../testing/few-studies.ts'

function about(title: string, mesh: string) {
  return {
    identificationModule: { nctId: '', briefTitle: title },
    conditionsModule: { conditions: [title] },
    derived: { conditionBrowseModule: { meshes: [{ term: mesh }] } },
  }
}

const studies = fewStudies([
  about('Ankylosing spondylitis', 'Spondylitis, Ankylosing'), // 1
  about('Aortic stenosis', 'Aortic Valve Stenosis'), // 2
  about('Multiple sclerosis', 'Multiple Sclerosis'), // 3
  about('Asthma', 'Asthma'), // 4
  about('Cystic fibrosis', 'Cystic Fibrosis'), // 5
  about('Heart attack', 'Myocardial Infarction'), // 6
  about('Anorexia nervosa', 'Anorexia Nervosa'), // 7
  about('Loss of appetite', 'Anorexia'), // 8
  about('Lungs of preterm infants', 'Bronchopulmonary Dysplasia'), // 9
  about('Borderline personality', 'Borderline Personality Disorder'), // 10
])
after(() => studies.close())

test('an abbreviation of several illnesses is taken for the likeliest, and the others are told', () => {
  const { hits, understood } = studies.search('my dad has AS')
  assert.deepEqual(
    hits.map(({ nctId }) => nctId),
    ['NCT00000001'],
  )
  const [choice] = understood.choices
  assert.equal(choice?.words, 'AS')
  assert.equal(choice.term, 'Spondylitis, Ankylosing')
  assert.ok(choice.others.includes('Aortic Valve Stenosis'))
})

test('it may stand alone, among keywords, and in small letters where it is no word', () => {
  for (const [text, id] of [
    ['MS', 3],
    ['ms', 3],
    ['i have ms', 3],
    ['CF', 5],
    ['my son has cf, please help', 5],
    ['MI', 6],
  ] as const) {
    assert.deepEqual(studies.find(text), [id], text)
    assert.equal(studies.search(text).understood.choices.length, 1, text)
  }
  assert.equal(studies.search('MS asthma').understood.choices.length, 1)
})

test('other words may decide which illness an abbreviation is', () => {
  for (const [text, id] of [
    ['my dad has aortic stenosis (AS)', 2],
    ['my dad has AS, his valve is narrow', 2],
    ['ankylosing spondylitis AS', 1],
  ] as const) {
    assert.deepEqual(studies.find(text), [id], text)
    assert.deepEqual(studies.search(text).understood.choices, [], text)
  }
})

test('a word that is no abbreviation has no choice', () => {
  for (const text of [
    'my dad has asthma as a child',
    'MY DAD HAS ASTHMA AS A CHILD',
    'I live in Detroit MI and have asthma',
    'all asthma',
    'no MS, but asthma',
  ]) {
    assert.deepEqual(studies.find(text), [4], text)
    assert.deepEqual(studies.search(text).understood.choices, [], text)
  }
})

test('a word that people say for one kind of what it means is taken for that kind, and the others are told', () => {
  const { hits, understood } = studies.search('my daughter is anorexic')
  assert.deepEqual(
    hits.map(({ nctId }) => nctId),
    ['NCT00000007'],
  )
  assert.deepEqual(understood.choices[0]?.others, ['Anorexia'])
  assert.deepEqual(studies.find('anorexia'), [7])
  assert.deepEqual(studies.find('spondylitis'), [1])
})

test('what something else is said to cause is not taken for that kind', () => {
  for (const text of ['anorexia in cancer', 'tuberculous spondylitis', 'neonatal polycythemia'])
    assert.deepEqual(studies.search(text).understood.choices, [], text)
  assert.deepEqual(studies.find('loss of appetite, anorexia from chemotherapy'), [8])
})

test('of a newborn an abbreviation is what children are born with or have from birth', () => {
  assert.deepEqual(studies.find('my sister has BPD'), [10])
  assert.deepEqual(studies.find('BPD in our newborn in the NICU'), [9])
})
