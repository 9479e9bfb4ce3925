import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drugNamed } from './shown-drugs.ts'

test('a medicine is told by the name on its box, not by that of the chemistry', () => {
  for (const language of ['en', 'fr'] as const)
    for (const written of ['MESNA', 'Mesna', 'Mesnex', 'Uromitexan'])
      assert.deepEqual(drugNamed(written, language), ['mesna'], `${written} ${language}`)
  assert.deepEqual(drugNamed('Acetylsalicylic acid', 'en'), ['aspirin'])
})
