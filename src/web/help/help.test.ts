import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listFields, textFields } from '../../finder/question/asked.ts'
import { en } from '../../words/en/en.ts'
import { fr } from '../../words/fr/fr.ts'

test('the help lists every name an address of a search may hold', () => {
  for (const { help } of [en, fr]) {
    const listed = help.address.rows.flatMap(([names = '']) => names.split(', '))
    assert.deepEqual(
      [...textFields, ...listFields].filter((name) => !listed.includes(name)),
      [],
    )
  }
})
