import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import { type Expression, parseExpression } from './expression.ts'

function shape(expression: Expression | undefined): string {
  if (!expression) return '-'
  switch (expression.kind) {
    case 'words':
      return expression.words.join(' ')
    case 'phrase':
      return `"${expression.text}"`
    case 'prefix':
      return `${expression.prefix}*`
    case 'not':
      return `not(${shape(expression.part)})`
    case 'all':
    case 'any':
      return `${expression.kind}(${expression.parts.map(shape).join(', ')})`
  }
}

const read = (text: string) => {
  const { expression, asWords } = parseExpression(text)
  return `${asWords ? 'as words: ' : ''}${shape(expression)}`
}

test('words side by side stay together', () => {
  assert.equal(read('heart attack'), 'heart attack')
  assert.equal(read('  Sjögren   syndrome '), 'Sjögren syndrome')
})

test('NOT binds before AND, and AND before OR', () => {
  assert.equal(read('a OR b c'), 'any(a, b c)')
  assert.equal(read('a b OR NOT c d'), 'any(a b, all(not(c), d))')
  assert.equal(read('(a OR b) AND c'), 'all(any(a, b), c)')
  assert.equal(read('cancer -breast'), 'all(cancer, not(breast))')
  assert.equal(read('a NOT NOT b'), 'a b')
})

test('phrases, prefixes and hyphens are told apart', () => {
  assert.equal(read('"heart failure" cardi*'), 'all("heart failure", cardi*)')
  assert.equal(read('“heart failure”'), '"heart failure"')
  assert.equal(read('PD-1'), 'PD-1')
  assert.equal(read('-lung'), 'all(not(lung))')
})

test('what is no expression is searched as words, and says so', () => {
  for (const text of ['"unclosed', 'a OR OR b', '(a', 'a)', 'a OR', '()', 'NOT', 'a NOT'])
    assert.match(read(text), /^as words/, text)
  assert.equal(read('a OR OR b'), 'as words: a b')
})

test('an empty box asks for nothing', () => {
  for (const text of ['', '   ', '\u3000\u00a0', '*', '"', '""', '---', '👩🏽‍⚕️'])
    assert.equal(parseExpression(text).expression, undefined, JSON.stringify(text))
})

test('an expression too deep or too long is taken as words', () => {
  assert.match(read(`${'('.repeat(2000)}a${')'.repeat(2000)}`), /^as words/)
  assert.match(read(Array.from({ length: 500 }, (_, i) => `w${i}`).join(' OR ')), /^as words/)
  assert.match(read(Array.from({ length: 200 }, (_, i) => `abc${i}*`).join(' ')), /^as words/)
})

test('no text at all makes the reader of expressions throw', () => {
  const symbol = fc.constantFrom(
    'a',
    'b',
    '"',
    '(',
    ')',
    ' ',
    'OR',
    'AND',
    'NOT',
    '-',
    '*',
    '\0',
    '\ud800',
    '“',
    'é',
    '|',
  )
  const text = fc.oneof(
    anyText(),
    fc.array(symbol, { maxLength: 60 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (typed) => void parseExpression(typed)),
    { numRuns: sized(500, 5000) },
  )
})
