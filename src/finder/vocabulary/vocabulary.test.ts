import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../testing/properties.ts'
import { tokens } from './fold.ts'
import { openVocabulary } from './vocabulary.ts'
import type { Writer } from './concept.ts'

const vocabulary = openVocabulary()

/** What people say, and the MeSH term it means. */
const meanings: Readonly<Record<string, string>> = {
  'heart attack': 'Myocardial Infarction',
  kawasaki: 'Mucocutaneous Lymph Node Syndrome',
  'Kawasaki disease': 'Mucocutaneous Lymph Node Syndrome',
  "Kawasaki's Disease": 'Mucocutaneous Lymph Node Syndrome',
  'maladie de Kawasaki': 'Mucocutaneous Lymph Node Syndrome',
  'maladie kawasaki': 'Mucocutaneous Lymph Node Syndrome',
  'Abdomen, Acute': 'Abdomen, Acute',
  'acute abdomen': 'Abdomen, Acute',
  'acute abdomens': 'Abdomen, Acute',
  'Injury, Abdominal': 'Abdominal Injuries',
  'Leukemia, Myeloid, Acute': 'Leukemia, Myeloid, Acute',
  'acute myeloid leukaemia': 'Leukemia, Myeloid, Acute',
  'type 2 diabetes': 'Diabetes Mellitus, Type 2',
  diabetes: 'Diabetes Mellitus',
  diabète: 'Diabetes Mellitus',
  'high blood pressure': 'Hypertension',
  crohn: 'Crohn Disease',
  alzheimer: 'Alzheimer Disease',
  parkinson: 'Parkinson Disease',
  copd: 'Pulmonary Disease, Chronic Obstructive',
  aids: 'Acquired Immunodeficiency Syndrome',
  als: 'Amyotrophic Lateral Sclerosis',
  cirrhosis: 'Liver Cirrhosis',
  aphasia: 'Aphasia',
  AVC: 'Stroke',
}

test('a disease is known by any of its names', () => {
  for (const [name, term] of Object.entries(meanings))
    assert.equal(vocabulary.byName(name)?.term, term, name)
})

test('a name nobody listed means nothing', () => {
  for (const name of ['', ' ', 'anakinra', 'the', 'toString'])
    assert.equal(vocabulary.byName(name), undefined)
})

test('every term and entry term is found by its own name', () => {
  for (const concept of vocabulary.concepts) {
    assert.equal(vocabulary.byName(concept.term), concept, concept.term)
    for (const name of concept.entryTerms) assert.ok(vocabulary.byName(name), name)
  }
})

test('tree numbers are valid, indexes dense and no term is cut', () => {
  vocabulary.concepts.forEach((concept, index) => {
    assert.equal(concept.index, index)
    assert.ok(concept.trees.length > 0, concept.term)
    for (const tree of concept.trees) assert.match(tree, /^[A-Z]\d\d(?:\.\d{3})*$/)
    assert.ok(!concept.term.includes('|'))
  })
})

test('names are found in a text, the longest first', () => {
  assert.deepEqual(found('Anakinra and Kawasaki Disease in children'), ['Kawasaki Disease'])
  assert.deepEqual(found('acute coronary syndrome or heart attack'), [
    'acute coronary syndrome',
    'heart attack',
  ])
  assert.deepEqual(found('HIV-positive women with Cervical Cancer'), ['HIV', 'Cervical Cancer'])
})

test('everyday words are no diseases', () => {
  assert.deepEqual(found('Hope and power for all parents who will drive with hearing aids'), [])
  assert.deepEqual(found('A cat scan map of the best medical care in West Newcastle'), [])
})

test('abbreviations count in capitals only', () => {
  assert.deepEqual(found('all adults with ALL'), ['ALL'])
  assert.deepEqual(found('Hearing aids for people with AIDS'), ['AIDS'])
  assert.deepEqual(found('A STUDY OF ALL ADULTS'), [])
  assert.deepEqual(found('ALL'), ['ALL'])
})

test('a seeker may write abbreviations small, and French words', () => {
  assert.deepEqual(found('als in adults', 'seeker'), ['als'])
  assert.deepEqual(found('als in adults'), [])
  assert.deepEqual(found('aids', 'seeker'), ['aids'])
  assert.deepEqual(found('help with hearing aids', 'seeker'), [])
  assert.deepEqual(found("traitement de l'asthme et du rhume", 'seeker'), ['asthme', 'rhume'])
})

test('words and text give the same names where no capitals are needed', () => {
  const text = 'heart attack, shock and breast cancer after Kawasaki disease'
  const byText = vocabulary.conceptsInText(text).map(({ concept }) => concept.term)
  const byWords = vocabulary.conceptsIn(tokens(text)).map(({ concept }) => concept.term)
  assert.deepEqual(byWords, byText)
})

test('names never overlap and lie within the text', () => {
  const words = fc.constantFrom(
    ...[...vocabulary.words()].slice(0, 400),
    'and',
    'of',
    'ALL',
    'β',
    '(',
  )
  fc.assert(
    fc.property(fc.array(words), (parts) => {
      const text = parts.join(' ')
      let last = 0
      for (const { start, end } of vocabulary.conceptsInText(text)) {
        assert.ok(start >= last && end > start && end <= text.length)
        last = end
      }
    }),
  )
})

test('a disease lies below everything it is a kind of', () => {
  const kawasaki = vocabulary.byName('kawasaki')
  const vasculitis = vocabulary.byName('vasculitis')
  assert.ok(kawasaki && vasculitis)
  const above = vocabulary.ancestors(kawasaki)
  assert.ok(above.includes(vasculitis))
  assert.ok(above.some(({ term }) => term === 'Cardiovascular Diseases'))
  assert.ok(!above.includes(kawasaki))
  assert.ok(vocabulary.narrower(vasculitis).includes(kawasaki))
  assert.ok(!vocabulary.narrower(kawasaki).includes(vasculitis))
})

test('broader and narrower agree for every concept', () => {
  for (const concept of vocabulary.concepts.filter(({ index }) => index % 50 === 0))
    for (const above of vocabulary.ancestors(concept))
      assert.ok(vocabulary.narrower(above).includes(concept), `${concept.term} < ${above.term}`)
})

test('the tree is walked one step at a time', () => {
  assert.equal(vocabulary.byTree('C14')?.term, 'Cardiovascular Diseases')
  assert.equal(vocabulary.byTree('C14.907.940.560')?.term, 'Mucocutaneous Lymph Node Syndrome')
  assert.equal(vocabulary.byTree('C99'), undefined)
  const numbers = new Set(vocabulary.concepts.flatMap(({ trees }) => trees))
  assert.equal([...numbers].filter((number) => /^(?:C\d\d|F01|F03)$/.test(number)).length, 25)
  const children = vocabulary.children('C14').map(({ term }) => term)
  assert.ok(children.includes('Vascular Diseases'))
  assert.ok(!children.includes('Vasculitis'))
  assert.deepEqual(children, [...children].sort())
})

test('a cut tree number was put together again', () => {
  assert.equal(vocabulary.byTree('C18.452.394.750')?.term, 'Diabetes Mellitus')
})

test('the words of names help with misspellings', () => {
  assert.ok(vocabulary.words().has('kawasaki'))
  assert.ok(vocabulary.words().has('leukemia'))
})

function found(text: string, writer?: Writer): string[] {
  return vocabulary.conceptsInText(text, writer).map(({ start, end }) => text.slice(start, end))
}
