import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { fewStudies } from '../../../testing/few-studies.ts'

const titles = [
  'Haemorrhages after surgery',
  'Hemorrhage after surgery',
  'Hemoglobin in the young',
  'Heart and hemisphere',
  'Pros and cons of rest',
  'A pro and a con of rest',
  'Prostheses of the knee',
  'Oedema of the leg',
  'Edema of the leg',
  'Education of nurses',
  'HER2 positive tumours',
  'HER-2 negative tumor',
  'Hers and heritage',
  'Œsophage et œdème',
  'Time series',
  'A serious case',
  'Children of the world',
  'A child of the world',
  'Children with leukaemia',
  '川崎病の研究',
]
const few = fewStudies(
  titles.map((briefTitle) => ({ identificationModule: { nctId: '', briefTitle } })),
)
after(() => few.close())

function titlesFound(q: string): readonly string[] {
  return few.find({ q, pageSize: 1000 }).map((number) => titles[number - 1] ?? '')
}

test('a beginning finds words as they are written, and both spellings of those', () => {
  assert.deepEqual(titlesFound('haem*'), titles.slice(0, 3))
  assert.deepEqual(titlesFound('oede*'), [
    'Oedema of the leg',
    'Edema of the leg',
    'Œsophage et œdème',
  ])
  assert.deepEqual(titlesFound('edem*'), [
    'Oedema of the leg',
    'Edema of the leg',
    'Œsophage et œdème',
  ])
  assert.deepEqual(titlesFound('hemo*'), titles.slice(0, 3))
  assert.deepEqual(titlesFound('tumou*'), ['HER2 positive tumours', 'HER-2 negative tumor'])
})

test('a beginning longer than the singular finds the plural alone', () => {
  assert.deepEqual(titlesFound('pros*'), ['Pros and cons of rest', 'Prostheses of the knee'])
  assert.deepEqual(titlesFound('childr*'), ['Children of the world', 'Children with leukaemia'])
  assert.deepEqual(titlesFound('serie*'), ['Time series'])
  assert.deepEqual(titlesFound('prosthes*'), ['Prostheses of the knee'])
})

test('a beginning that holds a number finds it with or without a hyphen, and nothing else', () => {
  assert.deepEqual(titlesFound('her2*'), ['HER2 positive tumours', 'HER-2 negative tumor'])
  assert.deepEqual(titlesFound('川崎病*'), ['川崎病の研究'])
})

test('what a beginning finds does not hang on which studies are kept together', () => {
  const asked = ['leuc*', 'leuk*', 'naev*', 'nev*', 'haem*', 'oede*', 'pros*', 'child*', 'seri*']
  // Spellings that no list holds: only a record that is written so tells of them.
  const more = ['Leucocytes in the blood', 'Leukocytes in the blood', 'Naevus', 'Nevus of the skin']
  const records = [...titles, ...more].map((briefTitle) => ({
    identificationModule: { nctId: '', briefTitle },
  }))
  const together = fewStudies(records)
  assert.equal(together.search('leuc*').total, 2)
  assert.equal(together.search('naev*').total, 2)
  for (const segments of [2, 5, records.length]) {
    const dealt = fewStudies(records, segments)
    for (const q of asked)
      assert.deepEqual(
        dealt.find({ q, pageSize: 1000 }),
        together.find({ q, pageSize: 1000 }),
        `${q} in ${segments} segments`,
      )
    dealt.close()
  }
  together.close()
})

test('a beginning joins with other words, and is left out like one', () => {
  assert.deepEqual(titlesFound('haem* -surgery'), ['Hemoglobin in the young'])
  assert.deepEqual(titlesFound('hem* young'), ['Hemoglobin in the young'])
})

test('a study found by a beginning says where the word is', () => {
  assert.deepEqual(few.search('haem* young').hits[0]?.why, [
    { kind: 'field', words: 'young, haem*', field: 'title' },
  ])
})

test('no word that begins so is left out, however many there are', () => {
  const letters = 'abcdefghijklmnopqrst'.split('')
  const words = letters.flatMap((a) => letters.map((b) => `zorb${a}${b}k`))
  const many = fewStudies(
    words.map((word) => ({ identificationModule: { nctId: '', briefTitle: `About ${word}` } })),
  )
  assert.equal(many.search('zorb*').total, words.length)
  many.close()
})

test('a phrase is found word for word, small words too', () => {
  const texts = [
    'The quality of life of nurses',
    'Quality and life of nurses',
    'Life of quality',
    'Quality life',
  ]
  const phrases = fewStudies(
    texts.map((briefTitle) => ({ identificationModule: { nctId: '', briefTitle } })),
  )
  const found = (q: string) => phrases.find(q).map((number) => texts[number - 1])
  assert.deepEqual(found('"quality of life"'), [texts[0]])
  assert.deepEqual(found('"quality and life"'), [texts[1]])
  assert.deepEqual(found('"the quality"'), [texts[0]])
  assert.deepEqual(found('"life of"'), texts.slice(0, 3))
  assert.deepEqual(found('"quality life"'), [texts[3]])
  phrases.close()
})
