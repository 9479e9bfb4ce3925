import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import type { Records } from '../../records/model/records.ts'
import {
  isSuppressed,
  morning,
  outbox,
  queueTo,
  type QueuedMail,
} from '../../../testing/test-mail.ts'
import { takeMailbox } from './mailbox.ts'
import { releaseAddress } from '../outbox/suppression.ts'
import { sampleReport, type SampleMail } from '../../../testing/example-reports.ts'
import { readSigned } from './read-hook.ts'
import { readReport } from './read-report.ts'
import { takeReport } from './take-report.ts'

const mail: SampleMail = {
  mailId: '0b0e2d4e-7f10-4c9b-9a53-1c8d5f5a0001',
  messageId: '<digest.7@trials.example>',
  to: 'ann@there.example',
}

test('of 1,000 mixed messages that came back, none is taken for something else', async () => {
  const pick = seeded(20_261_125)
  const kinds = new Map<string, number>()
  for (let number = 0; number < 1000; number++) {
    const { message, kind } = sampleReport(mail, pick, number)
    const bytes = Buffer.from(pick(2) === 0 ? message : message.replaceAll('\n', '\r\n'))
    const report = await readReport(bytes)
    assert.equal(report.kind, kind, message)
    assert.ok(
      kind === 'other' ||
        report.mailId === mail.mailId ||
        report.messageIds.includes(mail.messageId),
      message,
    )
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  for (const kind of ['hard', 'soft', 'complaint', 'delayed', 'other'])
    assert.ok((kinds.get(kind) ?? 0) > 40, `${kind}: ${kinds.get(kind)}`)
})

test('no bytes, however odd, break the reader or are taken for a bounce', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      const { kind } = await readReport(bytes)
      assert.equal(kind, 'other')
    }),
    { numRuns: sized(150, 1000) },
  )
})

test('a message nested without end, or with headers without end, is no report', async () => {
  const open = (depth: number) =>
    `Content-Type: multipart/mixed; boundary="b${depth}"\n\n--b${depth}\n`
  const nested = Array.from({ length: 5000 }, (_, depth) => open(depth)).join('')
  const long = 'X-Header: and so on\n'.repeat(200_000)
  for (const text of [nested, long])
    assert.equal((await readReport(Buffer.from(text))).kind, 'other')
})

test('a report cut off at any byte never says worse than the whole', async () => {
  const pick = seeded(7)
  for (let number = 0; number < 40; number++) {
    const { message, kind } = sampleReport(mail, pick, number)
    const bytes = Buffer.from(message)
    const { kind: cut } = await readReport(bytes.subarray(0, pick(bytes.length)))
    assert.ok(
      cut === kind || (cut !== 'hard' && cut !== 'complaint') || kind === 'hard',
      `${kind} as ${cut}`,
    )
  }
})

const hard = (given: SampleMail, number = 1) =>
  Buffer.from(bounce(given, number, '5.1.1', '550 5.1.1 Nobody'))
const soft = (given: SampleMail, number: number) =>
  Buffer.from(bounce(given, number, '5.2.2', '552 5.2.2 Full'))

onEachStore(
  'a hard bounce suppresses, and what waits for that address is not sent',
  async (records) => {
    const [first, second] = await queueTo(records, ['ann@there.example', 'ann@there.example'])
    assert.equal(await takeReport(records, hard(sampleOf(first)), morning), 'hard')
    assert.equal(await isAnnSuppressed(records), true)
    const rows = await outbox(records)
    assert.equal(rows.get(second?.id ?? '')?.state, 'suppressed')
    assert.equal(rows.get(second?.id ?? '')?.letter_sealed, null)
    assert.equal((await queueTo(records, ['ann@there.example']))[0]?.queued, 'suppressed')
    const trail = await records.db.selectFrom('audit_event').selectAll().execute()
    assert.deepEqual(
      trail.map(({ action, actor }) => [action, actor]),
      [['address.suppressed', 'system']],
    )
  },
)

onEachStore('four soft bounces do not suppress, the fifth within 14 days does', async (records) => {
  const [first] = await queueTo(records, ['ann@there.example'])
  for (let number = 1; number <= 4; number++)
    assert.equal(await takeReport(records, soft(sampleOf(first), number), morning), 'soft')
  assert.equal(await isAnnSuppressed(records), false)
  const afterwards = new Date(morning.getTime() + 15 * 86_400_000)
  assert.equal(await takeReport(records, soft(sampleOf(first), 5), afterwards), 'soft')
  assert.equal(await isAnnSuppressed(records), false)
  assert.equal(await takeReport(records, soft(sampleOf(first), 6), morning), 'soft')
  assert.equal(await isAnnSuppressed(records), true)
})

onEachStore(
  'an old mailbox that is read in one go counts each bounce on its own day',
  async (records) => {
    const [first] = await queueTo(records, ['ann@there.example'])
    for (let number = 1; number <= 9; number++) {
      const date = new Date(morning.getTime() - number * 5 * 86_400_000).toUTCString()
      const old = `Date: ${date}\n${soft(sampleOf(first), number).toString()}`
      assert.equal(await takeReport(records, Buffer.from(old), morning), 'soft')
    }
    assert.equal(await isAnnSuppressed(records), false)
  },
)

onEachStore(
  'a released address is not suppressed again by a report that is read again',
  async (records) => {
    const [first] = await queueTo(records, ['ann@there.example'])
    assert.equal(await takeReport(records, hard(sampleOf(first)), morning), 'hard')
    const lookup = records.keys.lookupOf('ann@there.example')
    await records.write((tx) => releaseAddress(tx, lookup, morning))
    assert.equal(await takeReport(records, hard(sampleOf(first)), morning), 'known')
    assert.equal(await isAnnSuppressed(records), false)
  },
)

onEachStore('the same report twice counts once', async (records) => {
  const [first] = await queueTo(records, ['ann@there.example'])
  assert.equal(await takeReport(records, soft(sampleOf(first), 1), morning), 'soft')
  for (let time = 0; time < 6; time++)
    assert.equal(await takeReport(records, soft(sampleOf(first), 1), morning), 'known')
  assert.equal(await isAnnSuppressed(records), false)
})

onEachStore(
  'a report that names only an address counts as soft, whatever it says',
  async (records) => {
    await queueTo(records, ['ann@there.example'])
    assert.equal(await takeReport(records, hard(mail), morning), 'soft')
    assert.equal(await isAnnSuppressed(records), false)
    const stranger = { ...mail, to: 'who@else.example' }
    assert.equal(await takeReport(records, hard(stranger, 2), morning), 'unmatched')
  },
)

onEachStore(
  'a Maildir, an mbox and a single file are read, again without effect',
  async (records, t) => {
    const folder = newFolder(t)
    const mails = await queueTo(records, ['ann@a.example', 'ben@b.example', 'cat@c.example'])
    const [ann, ben, cat] = mails.map((one, index) => hard(sampleOf(one), index))
    for (const name of ['new', 'cur', 'tmp']) mkdirSync(join(folder, name))
    writeFileSync(join(folder, 'new', '1.host'), ann ?? '')
    writeFileSync(join(folder, 'tmp', '2.host'), 'half')
    const box = join(folder, 'box')
    const quoted = 'From: x@y.example\n\nFrom here to there, said >From.\n'
    writeFileSync(
      box,
      `From MAILER-DAEMON Wed Nov 25 09:00:00 2026\n${ben?.toString()}\nFrom x Wed Nov 25 09:00:00 2026\n${quoted}\n`,
    )
    const single = join(folder, 'one.eml')
    writeFileSync(single, cat ?? '')
    const take = async (path: string) => takeMailbox(records, path, new Date(), { restMs: 0 })
    const some = ({ hard: h, other, known }: Awaited<ReturnType<typeof take>>) => [h, other, known]
    assert.deepEqual(some(await take(folder)), [1, 0, 0])
    assert.deepEqual(some(await take(box)), [1, 1, 0])
    assert.deepEqual(some(await take(single)), [1, 0, 0])
    assert.deepEqual(some(await take(folder)), [0, 0, 1])
    assert.deepEqual(some(await take(box)), [0, 1, 1])
    const fresh = await takeMailbox(records, box, new Date())
    assert.deepEqual(some(fresh), [0, 0, 0], 'a program may still be writing to it')
    const seen = new Map<string, string>()
    const later = new Date(Date.now() + 60_000)
    assert.deepEqual(some(await takeMailbox(records, box, later, { seen })), [0, 1, 1])
    assert.deepEqual(some(await takeMailbox(records, box, later, { seen })), [0, 0, 0])
  },
)

test('a hook is believed only when it is signed, and was just now', () => {
  const body = Buffer.from('From: x\r\n\r\nhello')
  const secret = 'a secret of some length'
  const time = String(Math.floor(morning.getTime() / 1000))
  const sign = (text: string, at = time) =>
    createHmac('sha256', secret).update(`${at}.${text}`).digest('hex')
  const signature = sign(body.toString())
  const read = (headers: { time?: string; signature?: string }, bytes = body, now = morning) =>
    readSigned(bytes, { time: headers.time, signature: headers.signature }, secret, now).kind
  assert.equal(read({ time, signature }), 'signed')
  assert.equal(read({ time, signature: signature.toUpperCase() }), 'signed')
  assert.equal(read({ time, signature }, Buffer.from('From: x\r\n\r\nhullo')), 'unsigned')
  assert.equal(read({ time: String(Number(time) + 1), signature }), 'unsigned')
  assert.equal(read({ time }), 'unsigned')
  assert.equal(read({ signature }), 'unsigned')
  assert.equal(read({ time, signature: 'zz' }), 'unsigned')
  const later = (seconds: number) => new Date(morning.getTime() + seconds * 1000)
  assert.equal(read({ time, signature }, body, later(300)), 'signed')
  assert.equal(read({ time, signature }, body, later(301)), 'stale')
  assert.equal(read({ time, signature }, body, later(-301)), 'stale')
})

function isAnnSuppressed(records: Records): Promise<boolean> {
  return isSuppressed(records, 'ann@there.example')
}

function sampleOf(queued: QueuedMail | undefined): SampleMail {
  return { ...mail, mailId: queued?.id ?? '', messageId: queued?.messageId ?? '' }
}

function bounce(given: SampleMail, number: number, status: string, words: string): string {
  return `From: MAILER-DAEMON@mx.example\nTo: alerts@trials.example\nMessage-ID: <b${number}@mx.example>\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ${given.to}\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${words}\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: ${given.messageId}\n\n--b--\n`
}

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-bounces-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}

/** The same numbers every time (mulberry32). */
function seeded(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most
  }
}
