import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { anyText, fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import PostalMime from 'postal-mime'
import { onEachStore } from '../../../testing/test-records.ts'
import {
  morning,
  openTestServer,
  postTo,
  queueTo,
  sending,
  someLetter,
} from '../../../testing/test-mail.ts'
import type { Letter } from '../outbox/letter.ts'
import { streams, type Stream } from '../outbox/streams.ts'
import { MailRefused, openPost } from './open-post.ts'
import { sendDue } from './sender.ts'
import { listWritten, readWritten } from './written.ts'
import { composeMail } from './compose.ts'
import { openSigner } from './sign.ts'

const sender = { from: 'Trialway <alerts@trials.example.org>', host: 'trials.example.org' }
const alertLetter: Letter = {
  subject: 'Nouvelles études près de chez vous : une ligne assez longue pour être pliée, 日本語 🎉',
  text: 'Été = bien\n.\nFrom here\nhttps://trials.example.org/fr/studies/NCT02390596\n',
  html: '<p lang="fr">Été</p>',
  language: 'fr',
  stopUrl: `https://trials.example.org/alerts/stop/${'a1B2'.repeat(30)}`,
}
const mail = {
  id: 'one',
  to: 'ann@one.example',
  messageId: '<digest.1@trials.example.org>',
  createdAt: morning,
  stream: streams.alert,
}

test('a mail reads as it was written, in text and HTML', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText({ maxLength: 300 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
      async (raw, rawSubject) => {
        const text = raw.replace(/\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}|\uFEFF/gu, '').trim()
        const subject = rawSubject.replace(/[\p{Cc}\p{Z}]+/gu, ' ').trim()
        const letter = { ...someLetter, subject, text: `${text}\n--\nend`, html: `<p>${text}</p>` }
        const read = await PostalMime.parse(composeMail({ ...mail, letter }, sender))
        assert.equal(read.text?.trim(), letter.text.trim())
        assert.equal(read.html?.trim(), `<p>${text}</p>`)
        assert.equal((read.subject ?? '').replace(/\s+/g, ' '), subject)
      },
    ),
    { numRuns: sized(80, 1000) },
  )
})

test('a mail is the same, byte for byte, however often it is put together', () => {
  const once = composeMail({ ...mail, letter: alertLetter }, sender)
  assert.deepEqual(composeMail({ ...mail, letter: alertLetter }, sender), once)
  for (const line of once.toString().split('\r\n'))
    assert.ok(line.length <= 78 || line.startsWith('List-Unsubscribe: '), line)
  assert.ok(once.every((byte) => byte < 128))
})

test('an alert can be stopped in one click; a confirmation is no list', () => {
  const headersOf = (letter: Letter, stream: Stream = streams.alert) =>
    composeMail({ ...mail, letter, stream }, sender)
      .toString()
      .split('\r\n\r\n')[0] ?? ''
  const alert = headersOf(alertLetter)
  assert.equal(alert.match(/^List-Unsubscribe:/gm)?.length, 1)
  assert.ok(alert.includes(`List-Unsubscribe: <${alertLetter.stopUrl}>\r\n`))
  assert.match(alert, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
  assert.match(alert, /^List-Id: <alerts\.trials\.example\.org>$/m)
  assert.match(alert, /^Auto-Submitted: auto-generated$/m)
  assert.match(alert, /^Content-Language: fr$/m)
  assert.match(alert, /^Date: Wed, 25 Nov 2026 08:00:00 \+0000$/m)
  const confirmation = headersOf(someLetter, streams.confirmation)
  assert.doesNotMatch(confirmation, /^List-/m)
  assert.match(confirmation, /^Auto-Submitted: auto-generated$/m)
})

test('no header can be added by what is in a letter', () => {
  const stopUrl = 'https://x.example/\r\nBcc: all@x.example'
  assert.throws(() => composeMail({ ...mail, letter: { ...alertLetter, stopUrl } }, sender))
  const subject = 'x\r\nBcc: all@x.example'
  assert.throws(() => composeMail({ ...mail, letter: { ...alertLetter, subject } }, sender))
  assert.throws(() =>
    composeMail({ ...mail, messageId: '<a>\r\nBcc: b@c', letter: alertLetter }, sender),
  )
})

onEachStore(
  'what a mail server gets has a signature that holds, over both List-Unsubscribe headers',
  async (records, t) => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const sign = openSigner({ domain: 'trials.example.org', selector: 'mail', privateKey: pem })
    const server = await openTestServer(t)
    await queueTo(records, ['ann@one.example'], { letter: alertLetter })
    const post = postTo(server.port, { sign, bounceDomain: 'bounce.example.org' })
    await sendDue(records, post, sending())
    const [received] = server.received
    assert.match(received?.from ?? '', /^bounce\+[0-9a-f-]{36}@bounce\.example\.org$/)
    const record = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    const { results } = await dkimVerify(Buffer.from(received?.message ?? ''), {
      resolver: async (name: string) => {
        assert.equal(name, 'mail._domainkey.trials.example.org')
        return [[`v=DKIM1; k=rsa; p=${record}`]]
      },
    })
    assert.equal(results[0]?.status.result, 'pass')
    const signed = results[0]?.signingHeaders?.keys.toLowerCase() ?? ''
    for (const name of [
      'from',
      'to',
      'subject',
      'date',
      'message-id',
      'list-unsubscribe',
      'list-unsubscribe-post',
    ])
      assert.ok(signed.split(/[:,]\s*/).includes(name), `${name} is not in ${signed}`)
  },
)

test('a key that would leave mail unsigned is refused at the start', (t) => {
  const folder = newFolder(t)
  const { privateKey } = generateKeyPairSync('ed25519')
  const keyFile = join(folder, 'key.pem')
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const settings = {
    dataDir: folder,
    baseUrl: 'https://trials.example.org',
    mailFrom: sender.from,
    mailConnections: 1,
    smtpUrl: 'smtp://127.0.0.1',
  }
  const open = (file: string) => () =>
    openPost({ ...settings, dkim: { domain: 'example.org', selector: 'mail', keyFile: file } })
  assert.throws(
    open(keyFile),
    (error) => error instanceof MailRefused && /ed25519/.test(error.message),
  )
  assert.throws(open(join(folder, 'none.pem')), MailRefused)
})

onEachStore(
  'without a mail server, mails are files that only their owner can read',
  async (records, t) => {
    const folder = newFolder(t)
    const post = openPost({
      dataDir: folder,
      baseUrl: 'http://localhost:8080',
      mailFrom: 'Trialway <trialway@localhost>',
      mailConnections: 4,
    })
    const letter = { ...alertLetter, subject: 'Été' }
    const [first] = await queueTo(records, ['ann@one.example'], { letter })
    assert.equal((await sendDue(records, post, sending())).sent, 1)
    const inside = join(folder, 'mail')
    const names = await listWritten(inside)
    assert.deepEqual(names, [`20261125T080000000Z-${first?.id}.eml`])
    assert.equal(statSync(join(inside, names[0] ?? '')).mode & 0o777, 0o600)
    assert.deepEqual(readdirSync(inside), names)
    const written = await readWritten(inside, names[0] ?? '')
    assert.equal(written?.subject, 'Été')
    assert.equal(written?.to, 'ann@one.example')
    assert.match(written?.text ?? '', /^Été = bien/)
    assert.equal(written?.html.trim(), alertLetter.html)
    assert.ok(written?.headers.some(({ name }) => name === 'List-Unsubscribe'))
    for (const name of ['../records.sqlite', '.hidden.eml', 'none.eml', 'a/b.eml'])
      assert.equal(await readWritten(inside, name), undefined)
    assert.deepEqual(await listWritten(join(folder, 'nowhere')), [])
  },
)

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-mail-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}
