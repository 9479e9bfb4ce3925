import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../../testing/properties.ts'
import { isCut, plainText, registryText, safeUrl } from './registry-text.ts'

const html = (text: string): string => registryText(text).toString()

test('a fever of 38 stays 38', () => {
  assert.equal(html('Fever \\> 38 and \\< 39.5'), '<p>Fever &gt; 38 and &lt; 39.5</p>\n')
  assert.match(html('* temperature ≥ 38°C\n* weight ≥ 5 kg'), /≥ 38°C[^]*≥ 5 kg/)
})

test('a star between digits is a multiplication sign, not emphasis', () => {
  assert.equal(html('ANC 1.5*10*9/L'), '<p>ANC 1.5*10*9/L</p>\n')
  assert.equal(html('myocardial T2\\* of 8'), '<p>myocardial T2* of 8</p>\n')
})

test('a list that begins at 4 or skips a number keeps its numbers', () => {
  assert.match(html('4. four\n6. six'), /<li value="4">four[^]*<li value="6">six/)
})

test('a line that begins with "greater than" is not a quotation', () => {
  assert.match(html('> 18 years'), /<p>&gt; 18 years<\/p>/)
})

test('no HTML of the registry runs', () => {
  for (const text of [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<!-- comment --> <![CDATA[x]]>',
    'a\n\n<svg onload=alert(1)>\n\n* b',
  ])
    assert.doesNotMatch(html(text), /<(?!\/?(?:p|ul|ol|li|br|em|strong)\b)/)
})

test('text that was escaped twice is shown decoded once', () => {
  assert.equal(html('&lt;b&gt;'), '<p>&lt;b&gt;</p>\n')
})

test('a table is not made, and a link in it leads only to the web with its host in sight', () => {
  const shown = html('| a | [site](https://a.example/x) |\n|---|---|')
  assert.doesNotMatch(shown, /<table/)
  assert.match(
    shown,
    /<a href="https:\/\/a\.example\/x" rel="noopener noreferrer nofollow">site \(a\.example\)<\/a>/,
  )
})

test('a link that is not of the web is text', () => {
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#9;script:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'file:///etc/passwd',
  ])
    assert.doesNotMatch(html(`[click](${address})`), /<a /, address)
})

test('a link that hides its host behind a user name shows the real host and drops the name', () => {
  const shown = html('[registry](https://clinicaltrials.gov@evil.example/x)')
  assert.match(shown, /href="https:\/\/evil\.example\/x"[^>]*>registry \(evil\.example\)/)
  assert.equal(safeUrl('https://user:secret@host.example/')?.href, 'https://host.example/')
})

test('a text of 20 MB is cut and says so', () => {
  const text = 'word '.repeat(4_000_000)
  assert.ok(isCut(text))
  assert.ok(html(text).length < 200_000)
})

test('marks that turn the direction of text are taken away', () => {
  assert.equal(html('abc\u202Edef'), '<p>abcdef</p>\n')
  assert.equal(plainText('a\u202Eb \\> 1'), 'ab > 1')
})

test('every number of a text is shown, in its order', () => {
  const piece = fc.oneof(
    fc.integer({ min: 0, max: 999 }).map(String),
    fc.constantFrom(
      '*',
      ' * ',
      '\n',
      '\n\n',
      '\n* ',
      '\n- ',
      '_',
      '\\>',
      '<',
      '&',
      '[',
      '](',
      ')',
      ' mg ',
      '`',
      '#',
      '|',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const shown = html(text)
        .replace(/<li value="(\d+)">/g, ' $1 ')
        .replace(/<[^>]*>/g, '')
      const decoded = shown.replace(/&\w+;/g, '')
      assert.deepEqual(digits(decoded), digits(text))
    }),
  )
})

test('whatever a registry writes, only our own few elements come out', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 200 }), (text) => {
      assert.doesNotMatch(html(text), /<(?!\/?(?:p|ul|ol|li|br|em|strong|a)\b)/)
    }),
  )
})

function digits(text: string): string {
  return text.replace(/\D+/g, '')
}

test('HTML that a sponsor left in a text is shown as paragraphs and lists, and as words in a title', () => {
  const shown = html(
    '<p>Must have:</p><ul><li>Fever &gt; 38</li><li>Crohn&#x27;s disease</li></ul>',
  )
  assert.match(shown, /<p>Must have:<\/p>\s*<ul>\s*<li>Fever &gt; 38<\/li>\s*<li>Crohn/)
  assert.doesNotMatch(shown, /&lt;/)
  assert.doesNotMatch(
    html('<p onclick="x">a</p><a href="javascript:alert(1)">b</a>'),
    /onclick|href/,
  )
  assert.equal(
    plainText('Children &lt;5 with Crohn&#39;s <i>disease</i>'),
    "Children <5 with Crohn's disease",
  )
})
