import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drugNamed } from './shown-drugs.ts'

test('a medicine is told by the name on its box, not by that of the chemistry', () => {
  for (const language of ['en', 'fr'] as const)
    for (const written of ['MESNA', 'Mesna', 'Mesnex', 'Uromitexan'])
      assert.deepEqual(drugNamed(written, language), ['mesna'], `${written} ${language}`)
  assert.deepEqual(drugNamed('Acetylsalicylic acid', 'en'), ['aspirin'])
})

test('an abbreviation or a code is told as it is written, unless the record spells it out', () => {
  for (const written of ['ALA', 'CPM', 'DCI', 'MTX', '5-FU', 'RAS', 'CC-96191', 'CP-690', 'TG-C'])
    assert.equal(drugNamed(written, 'en'), undefined, written)
  assert.deepEqual(drugNamed('MTX', 'en', ['Methotrexate sodium']), ['methotrexate'])
  assert.deepEqual(drugNamed('5-FU', 'fr', ['Adrucil', 'fluorouracil']), ['fluorouracile'])
  // What it is spelt out as is another medicine than the list has for these letters.
  assert.equal(drugNamed('CPM', 'en', ['chlorpheniramine']), undefined)
})

test('a medicine that stands in a longer name is not what is tried', () => {
  const longer = [
    'Hydrogen Peroxide',
    'Tyrosine kinase inhibitor',
    'Nicotinamide Riboside',
    'Silver nitrate',
    'arginine butyrate',
    'RAS blocker tapering',
    'Cashew sublingual immunotherapy',
    'D-serine',
  ]
  for (const written of longer) assert.equal(drugNamed(written, 'en'), undefined, written)
  assert.deepEqual(drugNamed('Valsartan-hydrochlorothiazide', 'en'), [
    'valsartan',
    'hydrochlorothiazide',
  ])
  for (const written of ['Furosemide bolus', 'Furosemide - Lasix', 'Furosemide for children'])
    assert.deepEqual(drugNamed(written, 'en'), ['furosemide'], written)
})

test('a medicine is not told as one form of it, nor as its mirror image', () => {
  assert.deepEqual(drugNamed('Menthol', 'en'), ['menthol'])
  assert.deepEqual(drugNamed('asparaginase', 'en'), ['asparaginase'])
  for (const written of ['Atropine', 'Atropine sulfate', 'AtroPen'])
    assert.deepEqual(drugNamed(written, 'fr'), ['atropine'], written)
  assert.deepEqual(drugNamed('Hyosyne', 'en'), ['hyoscyamine'])
})
