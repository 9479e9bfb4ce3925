import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { collectDrugFamilies } from './collect-drug-families.ts'
import { openDrugFamilies } from './drug-families.ts'
import { openDrugs } from './drugs.ts'
import { tokens } from './fold.ts'
import { listedRows } from './listed-names.ts'
import { collectMedicineNames, readMedicineNames } from './medicine-names.ts'

const families = openDrugFamilies()

function firstNames(name: string): readonly string[] | undefined {
  return families.byWords(tokens(name))?.families.map((one) => one.name)
}

test('the families that ship are those of the list beside them (else: node scripts/drug-families.ts)', () => {
  const file = new URL('../../../data/vocabulary/drug-families.tsv.gz', import.meta.url)
  const collected = collectDrugFamilies(openDrugs().all, listedRows('drug-names.tsv'))
  assert.ok(gunzipSync(readFileSync(file)).toString('utf8') === collected)
})

test('the names that ship ready to be found in texts are those of the families (else: node scripts/drug-families.ts)', () => {
  const collected = collectMedicineNames(families)
  const shipped = readMedicineNames()
  assert.deepEqual(shipped.tree.pack(), collected.tree.pack())
  assert.deepEqual(shipped.owners, collected.owners)
})

test('a salt, a form and a copy of a medicine are that medicine', () => {
  for (const [name, base] of [
    ['fluticasone furoate', 'Fluticasone'],
    ['trastuzumab-dkst', 'Trastuzumab'],
    ['Cabometyx', 'Cabozantinib'],
    ['AmBisome', 'Amphotericin B'],
    ['Novolog', 'Insulin aspart'],
  ] as const)
    assert.deepEqual(firstNames(name), [base], name)
})

test('a medicine that begins with the name of an element or of a kind is not that', () => {
  assert.deepEqual(firstNames('potassium chloride'), ['Potassium chloride'])
  assert.deepEqual(firstNames('insulin glargine'), ['Insulin glargine'])
})

test('a combination is found by what it is made of, in any order', () => {
  const [one, other] = ['sacubitril', 'valsartan'].map(
    (name) => families.byWords([name])?.families[0]?.index ?? -1,
  )
  assert.ok(one !== undefined && other !== undefined)
  const found = families.combinationOf([other, one])
  assert.deepEqual(new Set(found?.substances), new Set([one, other]))
  assert.equal(families.combinationOf([one, one]), undefined)
})

test('a word nobody listed is no medicine', () => {
  for (const name of ['', 'zzz', '=0,1', 'toString'])
    assert.equal(families.byWords([name]), undefined)
})
