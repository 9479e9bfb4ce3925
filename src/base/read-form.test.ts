import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../testing/properties.ts'
import { sized } from '../testing/sized.ts'
import { workedMs } from '../testing/worked-ms.ts'
import { readFormBody, type SentField, type SentForm } from './read-form.ts'

const encoded = 'application/x-www-form-urlencoded'
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function fieldsOf(form: SentForm): readonly SentField[] {
  assert.equal(form.kind, 'form')
  return form.kind === 'form' ? form.fields : []
}

test('a form as browsers write it, in ASCII, is read as URLSearchParams reads it', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'a',
      '=',
      '&',
      '&&',
      '+',
      '%',
      '%4',
      '%41',
      '%e9',
      '%C3%A9',
      '%00',
      '%ED%A0%80',
    ),
    fc.string({ unit: 'binary-ascii', maxLength: 4 }),
    fc.string({ unit: 'grapheme', maxLength: 4 }).map(encodeURIComponent),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const body = bytes(pieces.join(''))
      const fields = fieldsOf(readFormBody(body, encoded, 1000))
      assert.deepEqual(
        fields.map(({ name, value }) => [name, value]),
        // The `&` in front keeps a `?` at the beginning, which is none of an address here.
        [...new URLSearchParams(`&${utf8.decode(body)}`)],
      )
    }),
    { numRuns: sized(500, 20_000) },
  )
})

test('a form in parts is read as FormData writes it', async () => {
  const text = anyText({ maxLength: 12 })
  const name = fc.constantFrom('note', 'a"b', 'c\r\nd', 'é', '')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, text), { maxLength: 5 }), async (pairs) => {
      const form = new FormData()
      for (const [key, value] of pairs) form.append(key, value)
      form.append('file', new Blob([new Uint8Array([0, 255, 13, 10, 45, 45])]), 'a.txt')
      const sent = new Response(form)
      const type = sent.headers.get('content-type') ?? ''
      const body = new Uint8Array(await sent.arrayBuffer())
      const again = await new Response(body, { headers: { 'content-type': type } }).formData()
      const fields = fieldsOf(readFormBody(body, type, 100))
      const expected = [...again].map(([key, value]) => [
        key,
        typeof value === 'string' ? value : '',
      ])
      assert.deepEqual(
        fields.map((field) => [field.name, field.value]),
        expected,
      )
      assert.deepEqual([...(fields.at(-1)?.file ?? [])], [0, 255, 13, 10, 45, 45])
    }),
    { numRuns: sized(40, 3000) },
  )
})

test('a form with more fields than it may have is not read', () => {
  assert.equal(readFormBody(bytes('a&b&c'), encoded, 2).kind, 'tooMany')
  assert.equal(readFormBody(bytes('a&b'), encoded, 2).kind, 'form')
  const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'
  const parts = bytes(`${part.repeat(3)}--x--\r\n`)
  assert.equal(readFormBody(parts, 'multipart/form-data; boundary=x', 2).kind, 'tooMany')
  assert.equal(readFormBody(parts, 'multipart/form-data; boundary="x"', 3).kind, 'form')
})

test('what is no form is told apart', () => {
  for (const [body, type] of [
    ['a=b', 'text/plain'],
    ['a=b', ''],
    ['a=b', 'application/x-www-form-urlencoded-not'],
    ['a=b', 'multipart/form-data'],
    ['a=b', 'multipart/form-data; boundary='],
    ['--y\r\nnot a form', 'multipart/form-data; boundary=x'],
    ['--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', 'multipart/form-data; boundary=x'],
    ['--x\r\n\r\n\r\nb\r\n--x--', 'multipart/form-data; boundary=x'],
    ['--x', 'multipart/form-data; boundary=x'],
  ] as const)
    assert.equal(readFormBody(bytes(body), type, 10).kind, 'none', `${type} ${body}`)
  assert.deepEqual(
    fieldsOf(readFormBody(bytes('--x--\r\n'), 'multipart/form-data; boundary=x', 1)),
    [],
  )
})

test('the time to read a form grows with its length alone', async () => {
  const worst: readonly (readonly [string, string])[] = [
    ['a&', encoded],
    ['a=b&', encoded],
    ['%', encoded],
    ['%41', encoded],
    ['+', encoded],
    ['a', encoded],
    ['--x\r\n', 'multipart/form-data; boundary=x'],
    ['\r\n--', 'multipart/form-data; boundary=x'],
  ]
  for (const [text, type] of worst) {
    const body = new Uint8Array(Buffer.alloc(256 * 1024, text))
    // A machine that is ten times as slow would still pass; what is quadratic takes seconds.
    const worked = await workedMs(() => readFormBody(body, type, 2_000_000))
    assert.ok(worked < 300, `${text}: ${worked} ms`)
  }
})
