import assert from 'node:assert/strict'
import { test } from 'node:test'
import { abbreviationMeanings } from './abbreviations.ts'
import { openDrugs } from './drugs.ts'

const drugs = openDrugs()

/** Names of one medicine, as people type them. */
const equals: readonly (readonly string[])[] = [
  ['Ozempic', 'Wegovy', 'semaglutide', 'sémaglutide'],
  ['Herceptin', 'trastuzumab'],
  ['5-FU', 'fluorouracil', 'fluorouracile'],
  ['ASA', 'Aspirin', 'acetylsalicylic acid', 'acide acétylsalicylique'],
  ['ciclosporin', 'cyclosporine', 'Sandimmune'],
  ['salbutamol', 'albuterol', 'Ventolin'],
  ['G-CSF', 'filgrastim'],
  ['paracetamol', 'acetaminophen', 'Doliprane', 'Tylenol'],
  ['adrenaline', 'epinephrine'],
  ['anakinra', 'Kineret'],
  ['warfarin', 'Coumadin', 'warfarin sodium'],
]

test('every name of a medicine leads to the same one', () => {
  for (const names of equals) {
    const [first = new Set(), ...others] = names.map((name) => new Set(drugs.byName(name)))
    assert.ok(first.size > 0, names[0] ?? '')
    for (const [at, other] of others.entries())
      assert.ok(!first.isDisjointFrom(other), `${names[0]} and ${names[at + 1]}`)
  }
})

test('a word nobody listed is no medicine', () => {
  for (const name of ['', ' ', 'Kawasaki disease', 'toString'])
    assert.deepEqual(drugs.byName(name), [], name)
})

test('medicines are found in running text, everyday words and lower-case codes are not', () => {
  assert.deepEqual(named('on 5-FU and Ventolin, was given aspirin 80 mg/kg, then Remicade'), [
    '5-FU',
    'Ventolin',
    'aspirin',
    'Remicade',
  ])
  assert.deepEqual(named('sous Doliprane et amoxicilline'), ['Doliprane', 'amoxicilline'])
  assert.deepEqual(named('Today the act of selecting water, air and oxygen for all'), [])
  assert.deepEqual(named('asa matter of fact, mtx'), [])
})

test('a combination says what is in it', () => {
  const [kaftrio] = drugs.byName('Kaftrio')
  assert.deepEqual(kaftrio?.substances.toSorted(), ['elexacaftor', 'ivacaftor', 'tezacaftor'])
})

test('an abbreviation has all its meanings', () => {
  assert.equal(abbreviationMeanings('ADPKD')[0]?.term, 'Polycystic Kidney, Autosomal Dominant')
  assert.ok(abbreviationMeanings('RA').length > 1)
  assert.deepEqual(abbreviationMeanings('toString'), [])
})

function named(text: string): string[] {
  return drugs.inText(text).map(({ start, end }) => text.slice(start, end))
}

test('an abbreviation that means an illness, a value or a scale is no medicine in a text', () => {
  for (const text of [
    'PAH group 1, severe AS, cerebral palsy (CP)',
    'TG 310 mg/dL, CO 12 ppm',
    'RAS mutation, PV since 2010',
    'HHT with nosebleeds, NAC then surgery, CBD stones',
    'CC-90011 in an earlier study',
  ])
    assert.deepEqual(openDrugs().inText(text), [], text)
})

test('an abbreviation that is surely a medicine, or that is given, is one', () => {
  const namesIn = (text: string) =>
    openDrugs()
      .inText(text)
      .map(({ drugs }) => drugs.map(({ name }) => name).join('|'))
  assert.deepEqual(namesIn('5-FU, 6-MP and MTX'), [
    'Fluorouracil',
    'Mercaptopurine',
    'Methotrexate',
  ])
  assert.deepEqual(namesIn('MMF 1 g twice a day'), ['Mycophenolate mofetil'])
  assert.deepEqual(namesIn('NAC 600 mg, EPO 4000 UI'), ['Acetylcysteine', 'Erythropoietin'])
  assert.deepEqual(namesIn('sous EPO depuis mars'), ['Erythropoietin'])
})
