import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html, line } from './markup.ts'

const typed = 'One\n    "two" & three'
const escaped = 'One\n    &quot;two&quot; &amp; three'

test('a page is written without the indent of our files, and what it holds keeps its own', async () => {
  const page = html`
    <div>
      <pre>${typed}</pre>
    </div>
  `
  assert.equal((await page).toString(), `<div>\n<pre>${escaped}</pre>\n</div>\n`)
  assert.equal((await line`<b>${typed}</b>  ${1}`).toString(), `<b>${escaped}</b>  1`)
})

test('what stands in one line keeps a space between its words, and of blocks one line is left', async () => {
  const words = ['one', 'two'].map(
    (word) => html`
      <b>${word}</b>
    `,
  )
  assert.equal((await line`${words}`).toString(), '\n<b>one</b>\n\n<b>two</b>\n')
  const items = ['one', 'two'].map(
    (word) => html`
      <li>${word}</li>
    `,
  )
  assert.equal((await line`${items}`).toString(), '<li>one</li>\n<li>two</li>\n')
})
