import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import { answered } from '../../../testing/test-alerts.ts'
import { usualForm, visitor, type Visitor } from '../../../testing/visitor.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { createSite } from '../../site.ts'

let app: TestApp
let visit: Visitor

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite(app), app.baseUrl)
  await visit.post('/alerts', usualForm)
  await answered(app.people.records)
})
after(() => app.close())

const boundary = 'report-1'

/** What a mail server sends back when there is no such mailbox. */
function bounceOf(messageId: string): string {
  return [
    'From: MAILER-DAEMON@mx.example.org',
    'Subject: Undelivered Mail',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    'MIME-Version: 1.0',
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    `Final-Recipient: rfc822; ${usualForm.email}`,
    'Action: failed',
    'Status: 5.1.1',
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '',
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

function signed(body: string, secret = 'a secret of the tests', at = app.clock): RequestInit {
  const time = String(Math.floor(at.getTime() / 1000))
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
  return {
    body,
    headers: {
      'content-type': 'message/rfc822',
      'x-trialway-time': time,
      'x-trialway-signature': signature,
    },
  }
}

async function suppressions(): Promise<number> {
  const rows = await app.people.records.db.selectFrom('suppression').selectAll().execute()
  return rows.length
}

test('a report without the right signature, or an old one, changes nothing', async () => {
  const body = bounceOf('<x@trialway.example>')
  const old = new Date(app.clock.getTime() - 3_600_000)
  const unsigned = { body, headers: { 'content-type': 'message/rfc822' } }
  for (const init of [unsigned, signed(body, 'guessed'), signed(body, undefined, old)])
    assert.equal((await visit.send('/hooks/mail', init)).status, 401)
  assert.equal(await suppressions(), 0)
})

test('what is too long or no message is refused', async () => {
  assert.equal((await visit.send('/hooks/mail', signed('a'.repeat(300_000)))).status, 413)
  const json = { headers: { 'content-type': 'application/json' } }
  assert.equal((await visit.send('/hooks/mail', signed('{}'), json)).status, 415)
})

test('a mailbox that is not there is never written to again', async () => {
  const mail = await app.people.records.db
    .selectFrom('mail')
    .select('message_id')
    .executeTakeFirstOrThrow()
  const answer = await visit.send('/hooks/mail', signed(bounceOf(mail.message_id)))
  assert.equal(answer.status, 200)
  assert.doesNotMatch(answer.text, /@/)
  assert.equal(await suppressions(), 1)
  assert.equal((await visit.send('/hooks/mail', signed(bounceOf(mail.message_id)))).status, 200)
  assert.equal(await suppressions(), 1)
})

test('a signed message that is no report is taken and means nothing', async () => {
  for (const body of [
    '',
    'hello',
    '\0\0\0',
    'Content-Type: multipart/report; boundary=x\r\n\r\n--y',
  ])
    assert.equal((await visit.send('/hooks/mail', signed(body))).status, 200, body)
})

test('where the operator set no secret there is no such address', async () => {
  const closed = visitor(createSite({ ...app, mail: {} }), app.baseUrl)
  assert.equal((await closed.send('/hooks/mail', signed('x'))).status, 404)
})
