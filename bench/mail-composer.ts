/**
 * `node bench/mail-composer.ts [mails]`: what a mail costs with our composer and with nodemailer's, beside the whole
 * cost of sending it. The reason for decision 0018; `bench/alerts` measures the rest.
 */
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import MailComposer from 'nodemailer/lib/mail-composer'
import { digestLetter } from '../src/people/alerts/digest/letter.ts'
import { composeMail } from '../src/people/mail/delivery/compose.ts'
import { sendDue } from '../src/people/mail/delivery/sender.ts'
import { openSigner } from '../src/people/mail/delivery/sign.ts'
import { openSmtpPost } from '../src/people/mail/delivery/smtp-post.ts'
import type { Letter } from '../src/people/mail/outbox/letter.ts'
import { queueLetters } from '../src/people/mail/outbox/queue.ts'
import { streams } from '../src/people/mail/outbox/streams.ts'
import type { OutgoingMail } from '../src/people/mail/outbox/taken-mail.ts'
import { readMailAddress } from '../src/people/records/address.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import { findOrMakePerson } from '../src/people/records/persons.ts'
import type { Records } from '../src/people/records/model/records.ts'

const mails = Number(process.argv[2] ?? 4000)
const rounds = 5
const sender = { from: 'Trialway <alerts@trialway.example.org>', host: 'trialway.example.org' }
const letter = exampleDigest()
const mail: OutgoingMail = {
  id: randomUUID(),
  to: 'ann@one.example',
  messageId: `<${randomUUID()}@trialway.example.org>`,
  createdAt: new Date(),
  stream: streams.alert,
  letter,
}
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const sign = openSigner({
  domain: 'trialway.example.org',
  selector: 'mail',
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
})
const message = composeMail(mail, sender)

// In turns, so that a slow minute of the machine is in all of them.
const found = { ours: [] as number[], theirs: [] as number[], signing: [] as number[] }
const whole: number[] = []
const signed: number[] = []
for (let round = 0; round <= rounds; round++) {
  const ours = await microseconds(mails, async () => void composeMail(mail, sender))
  const theirs = await microseconds(mails, () => composedByNodemailer(mail))
  const signing = await microseconds(500, () => sign(message))
  const sent = await sendingMicroseconds(false)
  const sentSigned = await sendingMicroseconds(true)
  // The first warms up.
  if (round === 0) continue
  found.ours.push(ours)
  found.theirs.push(theirs)
  found.signing.push(signing)
  whole.push(sent)
  signed.push(sentSigned)
}
const [ours, theirs, signing, sending, sendingSigned] = [
  found.ours,
  found.theirs,
  found.signing,
  whole,
  signed,
].map(median) as [number, number, number, number, number]
const more = theirs - ours
const share = (of: number): string => `${((100 * more) / of).toFixed(1)} %`
for (const [name, value] of [
  ['bytes of the mail', message.length],
  ['our composer, µs of processor time', ours],
  ["nodemailer's composer", theirs],
  ['a DKIM signature', signing],
  ['sending it from the queue with our composer, unsigned', sending],
  ['sending it from the queue with our composer, signed', sendingSigned],
] as const)
  process.stdout.write(`${name.padEnd(62)}${Math.round(value)}\n`)
process.stdout.write(
  `nodemailer's adds ${share(sending)} unsigned, ${share(sendingSigned)} signed\n`,
)

/** Processor time for one call, which other programs on the machine change less than the clock on the wall. */
async function microseconds(times: number, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  for (let time = 0; time < times; time++) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / times
}

/** The same mail, put together by the library: the same headers, parts and encoding. */
function composedByNodemailer({
  letter: of,
  to,
  messageId,
  createdAt,
}: OutgoingMail): Promise<Buffer> {
  const composer = new MailComposer({
    from: sender.from,
    to,
    subject: of.subject,
    date: createdAt,
    messageId,
    text: of.text,
    html: of.html,
    textEncoding: 'quoted-printable',
    headers: {
      'Content-Language': of.language,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `<alerts.${sender.host}>`,
      'List-Unsubscribe': `<${of.stopUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  })
  return new Promise((resolve, reject) =>
    composer.compile().build((error, built) => (error ? reject(error) : resolve(built))),
  )
}

/** Processor time of this process for one mail, from the queue in SQLite to a mail server in another process. */
async function sendingMicroseconds(isSigned: boolean): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'trialway-composer-'))
  const records = await openRecords({ dataDir })
  const server = fork(join(import.meta.dirname, '../src/testing/children/smtp-server.ts'))
  try {
    const [port] = (await once(server, 'message')) as [number]
    await fill(records)
    const post = openSmtpPost({
      host: '127.0.0.1',
      port,
      secure: false,
      requireTLS: false,
      sender,
      connections: 4,
      ...(isSigned && { sign }),
    })
    const before = process.cpuUsage()
    const { sent } = await sendDue(records, post, {
      holder: 'bench',
      now: () => new Date(),
      random: Math.random,
      newId: randomUUID,
      pace: { perSecond: 0, perSecondPerDomain: 0 },
      lingerMs: 0,
    })
    if (sent !== mails) throw new Error(`${sent} of ${mails} were sent`)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / mails
  } finally {
    server.kill()
    await records.close()
    rmSync(dataDir, { recursive: true })
  }
}

async function fill(records: Records): Promise<void> {
  await records.writeLightly(async (tx) => {
    const queued = []
    const now = new Date()
    for (let number = 0; number < mails; number++) {
      const address = readMailAddress(`person${number}@domain${number % 50}.example`)
      if (!address) throw new Error('no address')
      const given = { language: 'en' as const, now, newId: () => randomUUID() }
      const person = await findOrMakePerson(tx, records.keys, address, given)
      const id = randomUUID()
      const messageId = `<${id}@trialway.example.org>`
      const { domain } = address
      queued.push({ id, person, domain, stream: streams.alert, messageId, letter, now })
    }
    await queueLetters(tx, records.keys, queued)
  })
}

/** As long as a digest is on average. */
function exampleDigest(): Letter {
  const base = 'https://trialway.example.org'
  const studies = Array.from({ length: 4 }, (_, index) => ({
    title: `A study of ${['anakinra', 'infliximab', 'ciclosporin', 'étanercept'][index]} in children with Kawasaki disease who did not respond`,
    url: `${base}/studies/NCT0239059${index}`,
    status: 'Open: looks for people',
    isOffer: false,
    isStale: false,
    events: 3,
    nearest: { name: 'Hôpital Necker', distance: '12 km', from: 'Paris' },
    because: ['Kawasaki disease within 50 km of Paris'],
  }))
  return digestLetter({
    language: 'en',
    studies,
    total: studies.length,
    moreUrl: `${base}/alerts/news/${'a1B2'.repeat(20)}`,
    manageUrl: `${base}/alerts/${'a1B2'.repeat(20)}`,
    stopUrl: `${base}/alerts/stop/${'a1B2'.repeat(20)}`,
  })
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
