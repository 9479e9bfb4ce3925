import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fhirDate, fhirUrl, markdownText, plainLine, plainLines, spokenWord } from './texts.ts'

test('escapes and HTML of the registry are undone in plain text, and stay words in markdown', () => {
  assert.equal(
    plainLine(' CD4 \\< 200 \\[cells\\] \n and <b>more</b>&nbsp;\\* '),
    'CD4 < 200 [cells] and more *',
  )
  assert.equal(plainLines('One\\.\r\n\r\n\r\n\r\n* Two\u00A0three \n'), 'One.\n\n* Two three')
  assert.equal(markdownText('Fever \\>38°C<br>again'), 'Fever \\>38°C\nagain')
})

test('what FHIR and XML cannot hold is left out, and what is blank is nothing', () => {
  assert.equal(plainLine('a\u0000b\u202Ec\uFEFF'), 'abc')
  assert.equal(plainLine('half \uD800'), 'half \uFFFD')
  for (const blank of [undefined, '', ' \u00A0\n', '\u0007'])
    assert.equal(plainLine(blank), undefined)
  assert.equal(plainLine('x'.repeat(1_100_000))?.length, 1_000_001)
})

test('dates as exact as they are, and only addresses of the web', () => {
  for (const date of ['2020', '2020-02', '2020-02-29']) assert.equal(fhirDate(date), date)
  for (const date of ['2021-02-29', 'May 2020', '2020-1', undefined])
    assert.equal(fhirDate(date), undefined)
  assert.equal(fhirUrl(' https://me:word@a.example/x?y=1 '), 'https://a.example/x?y=1')
  for (const address of ['javascript:alert(1)', 'www.a.example', 'https://a b', undefined])
    assert.equal(fhirUrl(address), undefined)
})

test('a word of the registry is said as people say it', () => {
  assert.equal(spokenWord('NON_RANDOMIZED'), 'Non-Randomized')
  assert.equal(spokenWord('SOMETHING_NEW'), 'Something New')
  assert.equal(spokenWord(undefined), undefined)
})

test('a text of nothing but blanks between words takes time that grows with its length alone', () => {
  const began = process.cpuUsage()
  assert.equal(markdownText(`a${' '.repeat(200_000)}b \nc`), `a${' '.repeat(200_000)}b\nc`)
  assert.ok(process.cpuUsage(began).user < 1_000_000)
})
