import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onceAText } from './once-a-text.ts'

test('a text is read once, as long as no more than so many others were asked for', () => {
  const asked: string[] = []
  const read = onceAText((text) => asked.push(text) && text.length, 2)
  assert.deepEqual(
    ['one', 'three', 'one', 'three'].map((text) => read(text)),
    [3, 5, 3, 5],
  )
  assert.deepEqual(asked, ['one', 'three'])
  for (const text of ['seven', 'eleven', 'thirteen', 'fourteen']) read(text)
  read('one')
  assert.deepEqual(asked.slice(2), ['seven', 'eleven', 'thirteen', 'fourteen', 'one'])
})

test('what is read with another vocabulary is read anew, and so is what nothing was found in', () => {
  let reads = 0
  const read = onceAText((text, vocabulary: object) => {
    reads++
    return Object.keys(vocabulary).includes(text) ? text : undefined
  })
  const [one, other] = [{ asthma: 1 }, {}]
  assert.equal(read('asthma', one), 'asthma')
  assert.equal(read('asthma', other), undefined)
  assert.equal(read('asthma', other), undefined)
  assert.equal(read('asthma', one), 'asthma')
  assert.equal(reads, 3)
})
