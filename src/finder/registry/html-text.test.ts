import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decoded, markdownOfHtml, readableText } from './html-text.ts'

test('HTML is read as paragraphs and lists, nested as it is', () => {
  assert.equal(
    readableText(
      '<p>Inclusion Criteria:</p><ul><li>Aged 18\nyears</li><li><p>Diabetes with:</p><ul><li>HbA1c &gt;&#x2F;= 6.5%, or</li>' +
        '<li>eGFR &lt; 90 mL&#x2F;min</li></ul></li></ul><p>Exclusion <b>Criteria</b>:</p><ol><li>Asthma</li><li>Stroke</li></ol>',
    ),
    [
      'Inclusion Criteria:',
      '',
      '* Aged 18 years',
      '* Diabetes with:',
      '  * HbA1c >/= 6.5%, or',
      '  * eGFR < 90 mL/min',
      '',
      'Exclusion Criteria:',
      '',
      '1. Asthma',
      '2. Stroke',
    ].join('\n'),
  )
})

test('what only looks like HTML stays', () => {
  for (const text of [
    'p<0.05 and x > 3',
    'if a <b and c> d',
    'age < 5 or > 60',
    'AT&T, R&D; a & b',
    '<script>alert(1)</script>',
    '* one\n* two\n\nthree',
    '&unknown; &#0; &#xD800;',
  ])
    assert.equal(readableText(text), text)
})

test('a line break and raised numbers are read, and lines without paragraphs keep their ends', () => {
  assert.equal(readableText('One<br/>two<br>three'), 'One\ntwo\nthree')
  assert.equal(readableText('10<sup>9</sup>/L\nand more'), '10^9/L\nand more')
  assert.equal(readableText('<span class="x" style=\'a\'>Fever</span>'), 'Fever')
  assert.equal(decoded('Crohn&#x27;s &amp;lt; &eacute;t&eacute;'), "Crohn's &lt; été")
  assert.equal(markdownOfHtml('<p>a &lt; b</p>'), 'a &lt; b')
})

test('much or broken HTML is read in good time', () => {
  const began = performance.now()
  readableText('<li>'.repeat(50_000))
  readableText('<a '.repeat(50_000))
  readableText(`<a ${'x="y" '.repeat(50_000)}`)
  assert.ok(performance.now() - began < 5000)
})
