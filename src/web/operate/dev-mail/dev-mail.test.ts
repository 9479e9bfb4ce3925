import { randomUUID } from 'node:crypto'
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { answered } from '../../../testing/test-alerts.ts'
import { usualForm, visitor, type Visitor } from '../../../testing/visitor.ts'
import { openFilePost } from '../../../people/mail/delivery/file-post.ts'
import { sendDue } from '../../../people/mail/delivery/sender.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { createOperatorSite, createSite } from '../../site.ts'

let app: TestApp
let visit: Visitor
let everybody: Visitor
let folder: string

before(async () => {
  app = await openTestApp()
  everybody = visitor(createSite(app), app.baseUrl)
  visit = visitor(createOperatorSite(app), app.baseUrl)
  folder = app.mail.written ?? ''
})
after(() => app.close())

/** Writes what waits in the outbox to files, as the server does where no mail server is set. */
async function written(): Promise<void> {
  const post = openFilePost(folder, { from: 'trialway@example.org', host: 'trialway.example' })
  await sendDue(app.people.records, post, {
    holder: 'test',
    now: app.now,
    random: () => 0.5,
    newId: randomUUID,
    pace: { perSecond: 0, perSecondPerDomain: 0 },
  })
}

test('before the first mail the page says that there is none', async () => {
  assert.match((await visit.get('/dev/mail')).text, /No mail has been written yet/)
})

test('a mail that somebody was sent can be read, and its letter runs nothing', async () => {
  await everybody.post('/alerts', usualForm)
  await answered(app.people.records)
  await written()
  const list = await visit.get('/fr/dev/mail')
  assert.match(list.text, /Please confirm your alert/)
  const [, path = ''] = /href="(\/fr\/dev\/mail\/[^"]+)"/.exec(list.text) ?? []
  const mail = await visit.get(path)
  assert.match(mail.text, /<iframe[^>]*\ssandbox\b/s)
  assert.match(mail.text, /\/alerts\/confirm\//)
  assert.match(mail.headers.get('content-security-policy') ?? '', /frame-src 'self'/)
  const letter = await visit.raw(`${path}/html`)
  const policy = letter.headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /; sandbox$/)
  assert.equal(letter.headers.get('x-frame-options'), 'SAMEORIGIN')
})

test('what is in a mail is shown as text', async () => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'zz-hostile.eml'),
    'From: a@example.org\r\nTo: b@example.org\r\nSubject: <script>alert(1)</script>\r\nX-Odd: "><img src=x>\r\n\r\n<script>alert(2)</script>\r\n',
  )
  for (const path of ['/dev/mail', '/dev/mail/zz-hostile.eml'])
    assert.doesNotMatch((await visit.get(path)).text, /<script>alert|<img src=x/)
})

test('no name leads out of the folder', async () => {
  for (const name of ['..%2f..%2fpackage.json', '..%2fx.eml', 'none.eml', '.eml'])
    assert.equal((await visit.get(`/dev/mail/${name}`)).status, 404, name)
})

test('where mail is sent there is no such page, and for everybody never', async () => {
  const sending = visitor(createOperatorSite({ ...app, mail: {} }), app.baseUrl)
  assert.equal((await sending.get('/dev/mail')).status, 404)
  for (const path of ['/dev/mail', '/dev/mail/zz-hostile.eml'])
    assert.equal((await everybody.get(path, { from: '127.0.0.1' })).status, 404)
})
