import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { unwrapped } from './markdown.ts'

test('wrapped lines are joined, blank lines part paragraphs', () => {
  assert.equal(
    unwrapped('\r\n        One\r\n        two.\r\n\r\n        Three\r\n    '),
    'One two.\n\nThree',
  )
})

test('numbered lists keep their numbers, and nest as far as the number is wide', () => {
  const text = `
        Inclusion:

          9. Nine

         10. Ten, which is
             long

               -  part

               -  part

             A paragraph under ten.

         11. Eleven

        After.`
  assert.equal(
    unwrapped(text),
    'Inclusion:\n\n9. Nine\n10. Ten, which is long\n\n    * part\n    * part\n\n    A paragraph under ten.\n11. Eleven\n\nAfter.',
  )
})

test('marks of markdown in the words are escaped', () => {
  assert.equal(
    unwrapped('a < b > c [d] e_f 10^6 ~1 g\\h R&D 2*3'),
    'a \\< b \\> c \\[d\\] e\\_f 10\\^6 \\~1 g\\\\h R\\&D 2\\*3',
  )
  assert.equal(unwrapped('  -  1. Not a list in a list'), '* 1\\. Not a list in a list')
})

test('a dash at the start of a wrapped line is no bullet', () => {
  assert.equal(unwrapped('      Ages 18\n      - 65 years'), 'Ages 18 - 65 years')
})

test('a text without words is absent', () => {
  for (const text of ['', '\n   \n']) assert.equal(unwrapped(text), undefined)
})

test('property: no word is lost, whatever the layout', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  const block = fc
    .tuple(
      fc.nat(30),
      fc.constantFrom('', '-  ', '1. ', '• '),
      fc.array(word, { minLength: 1, maxLength: 8 }),
    )
    .map(([indent, marker, words]) => ({
      words,
      line: ' '.repeat(indent) + marker + words.join(' '),
    }))
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
      const markdown = unwrapped(blocks.map((one) => one.line).join('\n\n')) ?? ''
      assert.deepEqual(
        markdown.match(/[a-z]+/g),
        blocks.flatMap((one) => one.words),
      )
    }),
  )
})
