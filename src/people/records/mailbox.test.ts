import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMailAddress } from './address.ts'
import { mailboxOf } from './mailbox.ts'

function mailbox(text: string): string {
  const address = readMailAddress(text)
  return address ? mailboxOf(address) : ''
}

test('one mailbox is counted as one, however its address is written', () => {
  const spellings: Readonly<Record<string, readonly string[]>> = {
    'ann@example.org': [
      'ann@example.org',
      'Ann+a@Example.ORG',
      'ANN+a+b@example.org',
      'ann+@example.org',
    ],
    'annlee@gmail.com': [
      'annlee@gmail.com',
      'ann.lee@gmail.com',
      'a.n.n.l.e.e@gmail.com',
      'Ann.Lee+news@googlemail.com',
      'annlee@GoogleMail.com',
    ],
    'ann@xn--exmple-cua.org': ['ann@exämple.org', 'ann+x@xn--exmple-cua.org', 'ann@EXÄMPLE.org'],
    'é@example.org': ['é@example.org', 'É+1@example.org', 'e\u0301@example.org'],
  }
  for (const [one, written] of Object.entries(spellings))
    for (const text of written) assert.equal(mailbox(text), one, text)
})

test('mailboxes that may belong to two people are counted as two', () => {
  const different = [
    'ann.lee@example.org',
    'annlee@example.org',
    'ann-lee@example.org',
    'ann@gmail.com',
    'ann@gmail.com.example.org',
    'ann@example.com',
    '+ann@example.org',
    '+ben@example.org',
  ]
  assert.equal(new Set(different.map(mailbox)).size, different.length)
})
