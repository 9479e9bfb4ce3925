import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SmtpError, type Stage, smtpOutcomeOf } from './smtp-outcome.ts'
import type { SendOutcomeKind } from '../outbox/outcome.ts'

const rcpt = (response: string): SmtpError => ({ code: 'EENVELOPE', command: 'RCPT TO', response })
const from = (response: string): SmtpError => ({
  code: 'EENVELOPE',
  command: 'MAIL FROM',
  response,
})
const data = (response: string): SmtpError => ({ code: 'EMESSAGE', command: 'DATA', response })

const cases: readonly (readonly [SmtpError, Stage, SendOutcomeKind])[] = [
  [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, 'connect', 'relay-down'],
  [{ code: 'EDNS' }, 'connect', 'relay-down'],
  [{ code: 'ETLS' }, 'connect', 'relay-down'],
  [{ code: 'EAUTH', response: '535 5.7.8 No' }, 'connect', 'relay-down'],
  [{ code: 'ETIMEDOUT' }, 'connect', 'relay-down'],
  [{ code: 'EPROTOCOL', response: '421 4.3.2 Busy' }, 'connect', 'relay-down'],
  [{ code: 'ETIMEDOUT' }, 'envelope', 'timeout'],
  [{ code: 'ETIMEDOUT' }, 'letter', 'timeout'],
  [{ code: 'ECONNECTION' }, 'envelope', 'deferred'],
  [{ code: 'ECONNECTION' }, 'letter', 'uncertain'],
  [{ code: 'ESOCKET', originalCode: 'ECONNRESET' }, 'letter', 'uncertain'],
  [from('550 5.7.1 Sender refused'), 'envelope', 'relay-down'],
  [from('452 4.3.1 Disk full'), 'envelope', 'relay-down'],
  [from('552 5.3.4 Too big'), 'envelope', 'unavailable'],
  [rcpt('421 4.3.2 Closing'), 'envelope', 'deferred'],
  [rcpt('450 Try later'), 'envelope', 'greylisted'],
  [rcpt('451 4.7.1 Later'), 'envelope', 'greylisted'],
  [rcpt('451 4.3.0 You are greylisted'), 'envelope', 'greylisted'],
  [rcpt('450 4.2.0 Busy'), 'envelope', 'deferred'],
  [rcpt('452 4.2.2 Full'), 'envelope', 'deferred'],
  [rcpt('503 5.5.1 Bad sequence'), 'envelope', 'deferred'],
  ...['1.1', '1.2', '1.3', '1.6', '1.10', '2.1'].map(
    (code) => [rcpt(`550 5.${code} No`), 'envelope', 'no-mailbox'] as const,
  ),
  [rcpt('550-5.1.1 Not\n550 5.1.1 here'), 'envelope', 'no-mailbox'],
  [rcpt('550 No such user here'), 'envelope', 'no-mailbox'],
  [rcpt('550 5.1.0 Recipient unknown'), 'envelope', 'no-mailbox'],
  [rcpt('550 User unknown in our spam policy'), 'envelope', 'rejected'],
  [rcpt('550 Refused'), 'envelope', 'rejected'],
  [rcpt('550 5.1.8 Bad sender domain'), 'envelope', 'rejected'],
  [rcpt('550 5.7.1 User unknown'), 'envelope', 'rejected'],
  [rcpt('552 5.2.2 Full'), 'envelope', 'unavailable'],
  [data('554 5.7.1 Spam'), 'letter', 'rejected'],
  [data('451 4.3.0 Later'), 'letter', 'deferred'],
  [{ code: 'EPROTOCOL', response: 'garbage' }, 'envelope', 'deferred'],
]

for (const [error, stage, kind] of cases)
  test(`${error.response ?? error.originalCode ?? error.code} at ${error.command ?? stage} is ${kind}`, () => {
    assert.equal(smtpOutcomeOf(error, stage).kind, kind)
  })

test('an outcome keeps codes and never words', () => {
  const words = 'ann@one.example has no mailbox here'
  assert.deepEqual(smtpOutcomeOf(rcpt(`550 5.1.1 ${words}`), 'envelope'), {
    kind: 'no-mailbox',
    code: '550 5.1.1',
  })
  assert.deepEqual(smtpOutcomeOf({ code: 'ESOCKET', originalCode: 'ECONNRESET' }, 'letter'), {
    kind: 'uncertain',
    code: 'ECONNRESET',
  })
})
