import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { readMailAddress } from './address.ts'
import { workedMs } from '../../testing/worked-ms.ts'

const accepted: Readonly<Record<string, { written: string; key?: string }>> = {
  'a+tag@c.org': { written: 'a+tag@c.org' },
  'é@exämple.org': { written: 'é@xn--exmple-cua.org' },
  'e\u0301@exämple.org': { written: 'é@xn--exmple-cua.org' },
  '用户@例え.jp': { written: '用户@xn--r8jz45g.jp' },
  'a@xn--exmple-cua.org': { written: 'a@xn--exmple-cua.org' },
  'A@EXAMPLE.org': { written: 'A@example.org', key: 'a@example.org' },
  'аdmin@b.org': { written: 'аdmin@b.org' },
  'a@ⓔxample.com': { written: 'a@example.com' },
  '  a@b.org\u3000': { written: 'a@b.org' },
  'a＠b．org': { written: 'a@b.org' },
  'first.last@mail.example.co.uk': { written: 'first.last@mail.example.co.uk' },
  "o'neil_{x}-1@b.org": { written: "o'neil_{x}-1@b.org" },
  'a@1.example': { written: 'a@1.example' },
  [`${'l'.repeat(64)}@b.org`]: { written: `${'l'.repeat(64)}@b.org` },
}

for (const [typed, { written, key }] of Object.entries(accepted))
  test(`${JSON.stringify(typed)} is an address`, () => {
    const address = readMailAddress(typed)
    assert.equal(address?.written, written)
    assert.equal(address?.key, key ?? written.toLowerCase())
    assert.equal(address?.domain, written.split('@')[1])
  })

const refused = [
  '',
  'a',
  '@b.org',
  'a@',
  'a@b',
  'a@@b.org',
  '.a@b.org',
  'a.@b.org',
  'a..b@c.org',
  '"a b"@c.org',
  'a b@c.org',
  'a@127.0.0.1',
  'a@[127.0.0.1]',
  'a@[IPv6:::1]',
  'a@2130706433',
  'a@0x7f.1',
  'a@example.0x7f',
  'a@example.123',
  'a@localhost',
  'a@x.localhost',
  'a@b.invalid',
  `${'l'.repeat(65)}@b.org`,
  `${'é'.repeat(33)}@b.org`,
  `a@${'b.'.repeat(126)}org`,
  `${'l'.repeat(64)}@${'b.'.repeat(94)}org`,
  `a@${'b'.repeat(64)}.org`,
  'a@b..org',
  'a@.b.org',
  'a@b.org.',
  'a@-b.org',
  'a@b-.org',
  'a@b_c.org',
  'a@b.org%0d%0aBcc:x@y',
  'a@b.org\r\nBcc: x@y',
  'a\r\n@b.org',
  'a@b.org,c@d.org',
  'a@b.org;c@d.org',
  'Name <a@b.org>',
  '<a@b.org>',
  'a(comment)@b.org',
  'a@b.org(comment)',
  'a@b.org\u200B',
  'a\u200Db@c.org',
  'a\u00ADb@c.org',
  'a@b\u00AD.org',
  'a\u3164@c.org',
  'a\u202Eb@c.org',
  'a\0@b.org',
  '\uD800@b.org',
  'javascript:x@b.org',
  'a@b.org/path',
  'a@b.org:25',
  'a@b.org?x',
  Array.from({ length: 1000 }, (_, number) => `a${number}@b.org`).join(' '),
]

for (const typed of refused)
  test(`${JSON.stringify(typed.slice(0, 60))} is no address`, () => {
    assert.equal(readMailAddress(typed), undefined)
  })

test('one domain written in its own script or in ASCII is one person', () => {
  assert.equal(readMailAddress('a@exämple.org')?.key, readMailAddress('a@XN--EXMPLE-CUA.org')?.key)
})

test('whatever is typed, an address that is read has one at sign, no space or control, and reads as itself', () => {
  const part = fc.oneof(anyText(), fc.string(), fc.emailAddress())
  const typed = fc.oneof(
    part,
    fc.tuple(part, part).map(([one, two]) => `${one}@${two}.org`),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const address = readMailAddress(text)
      if (!address) return
      assert.match(address.written, /^[^@\s\p{C},;:<>()"\\[\]]+@[a-z0-9.-]+\.[a-z][a-z0-9-]*$/u)
      assert.ok(Buffer.byteLength(address.written) <= 254)
      assert.deepEqual(readMailAddress(address.written), address)
      assert.equal(readMailAddress(address.key)?.key, address.key)
    }),
    { numRuns: sized(500, 5000) },
  )
})

test('ordinary addresses are read as they are', () => {
  const word = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,10}[a-z0-9]$/)
  const ordinary = fc.tuple(word, word, fc.constantFrom('org', 'fr', 'co.uk'))
  fc.assert(
    fc.property(ordinary, ([local, name, ending]) => {
      // Two hyphens in the third place belong to names in other scripts.
      fc.pre(name.slice(2, 4) !== '--')
      assert.equal(
        readMailAddress(`${local}@${name}.${ending}`)?.written,
        `${local}@${name}.${ending}`,
      )
    }),
  )
})

test('a hostile length takes no time', async () => {
  const worked = await workedMs(() => {
    for (const piece of ['a', 'a.', 'a@', '-', 'é', '\u0301'])
      readMailAddress(piece.repeat(200_000))
  })
  assert.ok(worked < 200, `${worked} ms`)
})
