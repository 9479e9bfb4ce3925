import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../testing/properties.ts'
import { repairSpelling } from './repair-spelling.ts'

for (const [damaged, right] of [
  ['HÃ©matologie', 'Hématologie'],
  ['UniversitÃ© Catholique de Louvain', 'Université Catholique de Louvain'],
  ['Ã‰cole', 'École'],
  ['Ãœniversitesi, Ä°stanbul, EskiÅŸehir', 'Üniversitesi, İstanbul, Eskişehir'],
  ['Plzeň, KlinikÃ¡ nemocnice Å tefÃ¡nika', 'Plzeň, Kliniká nemocnice Å tefánika'],
  ['Childrenâ€™s', 'Children’s'],
  ['37Â°C', '37°C'],
] as const)
  test(`${damaged} is read as ${right}`, () => assert.equal(repairSpelling(damaged), right))

for (const right of [
  'SÃO PAULO',
  'Ålborg',
  'Årsta',
  '“Å”',
  'Bicêtre ≥ 38 °C',
  'Ä–Ö',
  'Universität',
  'Âge',
  'W\ufffdrttemberg',
])
  test(`${right} is left as it is`, () => assert.equal(repairSpelling(right), right))

test('property: names spelt right are never changed, and damaged ones come back', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyzéèêëàâîïôöùûüçñáíóúãõåäøæÉÇÖÜ '.split('')
  const name = fc
    .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 30 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(name, (right) => {
      assert.equal(repairSpelling(right), right)
      const damaged = Buffer.from(right).toString('latin1')
      assert.equal(repairSpelling(damaged), right)
    }),
  )
})
