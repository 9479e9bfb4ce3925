import { createHash } from 'node:crypto'
import PostalMime, { type Email } from 'postal-mime'
import { readDeliveryStatus } from './delivery-status.ts'
import { readPlainBounce } from './plain-bounce.ts'
import type { Report } from './report.ts'
import { addressIn, readBlocks } from './fields.ts'

/** Reads a message that came back: a delivery status, a complaint, a bounce in plain words, or none of these. */
export async function readReport(bytes: Uint8Array): Promise<Report> {
  const mail = await parse(bytes)
  // Such a message can be made by hand: it must not keep us from the ones behind it.
  if (!mail) return { id: idOf({}, bytes), ...nothing, messageIds: [] }
  const parts = partsOf(mail)
  const everything = [mail.text ?? '', mail.html ?? '', ...parts.map(({ text }) => text)].join('\n')
  const verdict = judge(mail, parts)
  const mailId = mailIdIn(mail, everything)
  const written = Date.parse(mail.date ?? '')
  return {
    id: idOf(mail, bytes),
    ...verdict,
    messageIds: messageIdsIn(mail, everything),
    ...(mailId !== undefined && { mailId }),
    ...(Number.isFinite(written) && { writtenAt: new Date(written) }),
  }
}

/** `undefined` for what is nested too deep, or has too many headers, to be from a mail server. */
async function parse(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(bytes.subarray(0, mostBytes), {
      forceRfc822Attachments: true,
      attachmentEncoding: 'utf8',
      maxNestingDepth: 20,
    })
  } catch (error) {
    if (error instanceof Error && /nesting depth|header size/.test(error.message)) return undefined
    throw error
  }
}

interface Part {
  readonly type: string
  readonly text: string
}

function partsOf({ attachments }: Email): Part[] {
  return attachments.map(({ mimeType, content }) => ({
    type: mimeType.toLowerCase(),
    text: typeof content === 'string' ? content : new TextDecoder().decode(content),
  }))
}

function judge(mail: Email, parts: readonly Part[]): Pick<Report, 'kind' | 'recipients'> {
  const partOf = (type: RegExp) => parts.find((part) => type.test(part.type))
  const feedback = partOf(/^message\/feedback-report$/)
  if (feedback) return readFeedback(feedback.text)
  const status = partOf(/^message\/(?:global-)?delivery-status$/)
  if (status) return readDeliveryStatus(status.text)
  const isReceipt = partOf(/^message\/(?:global-)?disposition-notification$/) !== undefined
  if (isReceipt || !isFromServer(mail)) return nothing
  const failed = headerOf(mail, 'x-failed-recipients')
  const { kind, recipients } = readPlainBounce(mail.text ?? '')
  return { kind, recipients: failed === undefined ? recipients : failed.split(/\s*,\s*/) }
}

/** What a feedback report (ARF, RFC 5965) says: mostly that its reader called a mail of ours spam. */
function readFeedback(text: string): Pick<Report, 'kind' | 'recipients'> {
  const [fields] = readBlocks(text)
  const type = fields?.get('feedback-type')?.toLowerCase() ?? ''
  const recipient = addressIn(fields?.get('original-rcpt-to'))
  return {
    kind: complaints.has(type) ? 'complaint' : 'other',
    recipients: recipient === undefined ? [] : [recipient],
  }
}

/** Not `not-spam`, and not `auth-failure`, which is about who may send in our name. */
const complaints: ReadonlySet<string> = new Set(['abuse', 'fraud', 'opt-out', 'opt-out-list'])

const nothing = { kind: 'other', recipients: [] } as const

/** Servers return mail under these names; an absent person's own address is none of them. */
function isFromServer(mail: Email): boolean {
  const name = mail.from?.address?.split('@')[0] ?? ''
  return (
    /^(?:mailer-daemon|mail-daemon|postmaster|mdaemon)$/i.test(name) ||
    headerOf(mail, 'x-failed-recipients') !== undefined
  )
}

/** The address a report came to, or the one it says that the mail came from, names the mail (VERP). */
function mailIdIn(mail: Email, everything: string): string | undefined {
  const headers = mail.headers.map(({ value }) => value).join('\n')
  const found = verp.exec(headers) ?? verp.exec(everything)
  return found?.[1]?.toLowerCase()
}

const verp = /\bbounce\+([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i

function messageIdsIn(mail: Email, everything: string): string[] {
  const named = everything.matchAll(/^(?:original-)?message-id:\s*(<[^<>\s]{1,250}>)/gim)
  const answered = [mail.inReplyTo ?? '', mail.references ?? '']
    .join(' ')
    .matchAll(/<[^<>\s]{1,250}>/g)
  const all = [...[...named].map(([, id = '']) => id), ...[...answered].map(([id]) => id)]
  return [...new Set(all)].slice(0, mostIds)
}

/** A report that is read twice, from a mailbox and from a hook, has the same name both times. */
function idOf({ messageId }: Pick<Email, 'messageId'>, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(messageId ?? bytes)
  return `report/${hash.digest('hex').slice(0, 32)}`
}

function headerOf({ headers }: Email, key: string): string | undefined {
  return headers.find((header) => header.key === key)?.value
}

const mostBytes = 1_000_000
const mostIds = 20
