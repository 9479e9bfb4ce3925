import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frenchGeneric } from './french-generics.ts'

test('a generic name is written as French writes it: accents where an "e" ends a syllable, "-in" as « -ine »', () => {
  const names: Readonly<Record<string, string>> = {
    irinotecan: 'irinotécan',
    phenobarbital: 'phénobarbital',
    ketoconazole: 'kétoconazole',
    omeprazole: 'oméprazole',
    medroxyprogesterone: 'médroxyprogestérone',
    dolutegravir: 'dolutégravir',
    theophylline: 'théophylline',
    lidocaine: 'lidocaïne',
    tretinoin: 'trétinoïne',
    neomycin: 'néomycine',
    ketoprofen: 'kétoprofène',
    raloxifene: 'raloxifène',
  }
  for (const [english, french] of Object.entries(names))
    assert.equal(frenchGeneric(english), french)
})

test('an "e" that ends no syllable, a trade name and a name of several words stay', () => {
  for (const name of [
    'melphalan',
    'prednisone',
    'mexiletine',
    'gemcitabine',
    'pembrolizumab',
    'estramustine',
    'Femara',
    'magnesium sulfate',
    'grapefruit',
  ])
    assert.equal(frenchGeneric(name), name === 'mexiletine' ? 'mexilétine' : name)
})
