import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDrugClasses } from './drug-classes.ts'
import { openDrugs } from './drugs.ts'

const classes = openDrugClasses()

test('every medicine of a class is one that is known, and every wider class is there', () => {
  const names = new Set(classes.all.map(({ name }) => name))
  for (const { name, members, wider } of classes.all) {
    for (const one of wider) assert.ok(names.has(one.name), `${name} is in ${one.name}`)
    for (const one of members)
      if (!one.name.endsWith(' *')) assert.ok(openDrugs().byName(one.name).length > 0, one.name)
  }
})

test('a medicine is in its class and in the wider ones', () => {
  const { sure } = classes.ofDrug('warfarin')
  for (const one of ['vitamin K antagonists', 'oral anticoagulants', 'anticoagulants'])
    assert.ok(sure.has(one), one)
  assert.ok(classes.ofDrug('adalimumab').sure.has('anti-TNF'))
  assert.ok(classes.ofDrug('insulin glargine').sure.has('insulins'))
  assert.ok(classes.ofDrug('hydrochlorothiazide + lisinopril').sure.has('ACE inhibitors'))
  assert.ok(classes.ofDrug('insulin degludec + liraglutide').sure.has('GLP-1 receptor agonists'))
})

test('what some count in and some do not is only perhaps in', () => {
  const aspirin = classes.ofDrug('acetylsalicylic acid')
  assert.ok(aspirin.sure.has('antiplatelets'))
  assert.ok(!aspirin.sure.has('NSAIDs') && aspirin.perhaps.has('NSAIDs'))
  const prednisone = classes.ofDrug('prednisone')
  assert.ok(prednisone.sure.has('corticosteroids') && prednisone.perhaps.has('immunosuppressants'))
  assert.equal(classes.ofDrug('nothing that is sold').sure.size, 0)
})

test('classes are found in texts of both languages, abbreviations only in capitals', () => {
  const named = (text: string) => classes.inText(text).map(({ drugClass }) => drugClass)
  assert.deepEqual(named('Use of systemic corticosteroids or ACE inhibitors'), [
    'systemic corticosteroids',
    'ACE inhibitors',
  ])
  assert.deepEqual(named('Traitement par AVK ou antiagrégants plaquettaires'), [
    'vitamin K antagonists',
    'antiplatelets',
  ])
  assert.deepEqual(named('treated with an ARB'), ['angiotensin receptor blockers'])
  assert.deepEqual(named('the arb of the tree, a lama'), [])
})

test('what a medicine is directed at is a class, however rules and notes say it', () => {
  const named = (text: string) => classes.inText(text).map(({ drugClass }) => drugClass)
  for (const text of [
    'Previously exposed to BCMA-targeting agents',
    'no earlier anti-BCMA treatment',
    'traitement dirigé contre BCMA',
  ])
    assert.deepEqual(named(text), ['BCMA-directed medicines'], text)
  assert.deepEqual(named('prior PD-1/PD-L1 inhibitors'), ['PD-1 and PD-L1 inhibitors'])
  assert.deepEqual(named('renin-angiotensin system inhibitors'), ['RAS inhibitors'])
  // A marker of a tumour is no medicine.
  assert.deepEqual(named('PD-L1 expression of 1 % or more, EGFR mutation, HER2 negative'), [])
})

test('antibodies, cells and small molecules are in the class of their target, by brand and in French', () => {
  const classesOf = (text: string) =>
    openDrugs()
      .inText(text)
      .flatMap(({ drugs }) =>
        drugs.flatMap(({ name }) => [...classes.ofDrug(name.toLowerCase()).sure]),
      )
  const targets: readonly (readonly [string, string])[] = [
    ['Blenrep', 'BCMA-directed medicines'],
    ['bélantamab', 'BCMA-directed medicines'],
    ['cilta-cel', 'BCMA-directed medicines'],
    ['linvoseltamab', 'BCMA-directed medicines'],
    ['cilta-cel', 'CAR-T cells'],
    ['Darzalex', 'anti-CD38'],
    ['Opdivo', 'immune checkpoint inhibitors'],
    ['Ibrance', 'CDK4/6 inhibitors'],
    ['glofitamab', 'anti-CD20'],
    ['Forxiga', 'SGLT2 inhibitors'],
    ['Ozempic', 'GLP-1 receptor agonists'],
  ]
  for (const [written, target] of targets)
    assert.ok(classesOf(written).includes(target), `${written} ${target}`)
})

test('classes share medicines where some are surely in both', () => {
  assert.ok(classes.share('CAR-T cells', 'BCMA-directed medicines'))
  assert.ok(!classes.share('CAR-T cells', 'anti-CD38'))
})
