import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOf } from '../words.ts'
import { frenchSpaces, withFrenchSpaces } from './french-spaces.ts'

test('no sign of a French sentence can begin a line', () => {
  assert.equal(frenchSpaces('Qui paie ?'), 'Qui paie\u202F?')
  assert.equal(
    frenchSpaces('Dites « oui » : c’est tout !'),
    'Dites «\u202Foui\u202F»\u00A0: c’est tout\u202F!',
  )
  assert.equal(frenchSpaces('à 25 km, 50 %, 8 mois'), 'à 25\u00A0km, 50\u00A0%, 8 mois')
  assert.equal(frenchSpaces('https://a.example/?q=b'), 'https://a.example/?q=b')
})

test('what functions say is spaced as well, and what they say twice stays the same', () => {
  const words = withFrenchSpaces({ ask: (name: string) => `« ${name} » ?`, list: ['a !'] })
  assert.equal(words.ask('x'), '«\u202Fx\u202F»\u202F?')
  assert.equal(frenchSpaces(words.ask('x')), words.ask('x'))
  assert.deepEqual(words.list, ['a\u202F!'])
})

test('no French word of the pages has a plain space where none may break', () => {
  const texts = JSON.stringify(wordsOf('fr'))
  assert.doesNotMatch(texts, / [;!?»]|« | :(?= |")/)
})
