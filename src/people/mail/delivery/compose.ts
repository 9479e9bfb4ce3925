import { encodeWord, foldLines } from 'nodemailer/lib/mime-funcs'
import { encode, wrap } from 'nodemailer/lib/qp'
import type { Letter } from '../outbox/letter.ts'
import type { Stream } from '../outbox/streams.ts'
import type { OutgoingMail } from '../outbox/taken-mail.ts'

/** Who a mail comes from, and the host that its list is named after. */
export interface MailSender {
  /** As in `Trialway <alerts@example.org>`. */
  readonly from: string
  readonly host: string
}

/**
 * The mail as it goes over the line (RFC 5322): plain text and HTML, with every header that a good mass mail has.
 * Put together here, because the library's composer takes nine times as long (decision 0018, `bench/mail-composer.ts`).
 * Throws where a header would hold a line break.
 */
export function composeMail(mail: OutgoingMail, { from, host }: MailSender): Buffer {
  const { letter, stream } = mail
  const boundary = `=_${mail.id}`
  for (const text of [from, mail.to, mail.messageId, letter.subject, letter.stopUrl ?? ''])
    assertOneLine(text)
  const headers = [
    ['From', mailbox(from)],
    ['To', `<${mail.to}>`],
    ['Subject', inWords(letter.subject)],
    ['Date', dateOf(mail.createdAt)],
    ['Message-ID', mail.messageId],
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/alternative; boundary="${boundary}"`],
    ['Content-Language', letter.language],
    ['Auto-Submitted', 'auto-generated'],
    ['X-Auto-Response-Suppress', 'All'],
    ...listHeaders(stream, letter, host),
  ] as const
  return Buffer.from(
    [
      ...headers.map(([name, value]) => `${name}: ${value}`),
      '',
      `--${boundary}`,
      ...part('plain', letter.text),
      `--${boundary}`,
      ...part('html', letter.html),
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  )
}

function listHeaders(
  { list }: Stream,
  letter: Letter,
  host: string,
): (readonly [string, string])[] {
  return [
    ...(list === undefined ? [] : [['List-Id', `<${list}.${host}>`] as const]),
    ...(letter.stopUrl === undefined
      ? []
      : [
          ['List-Unsubscribe', `<${letter.stopUrl}>`] as const,
          ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'] as const,
        ]),
  ]
}

/** What would be two lines could be two headers. */
function assertOneLine(text: string): void {
  if (/[\r\n]/.test(text)) throw new Error('a header of a mail holds a line break')
}

/** As in `Trialway <alerts@example.org>`; only the name may need words of its own. */
function mailbox(text: string): string {
  const [, name = '', address = ''] = /^"?(.*?)"?\s*(<[^<>]*>)$/.exec(text) ?? []
  return isPlain(text) ? text : [inWords(name), address].filter(Boolean).join(' ')
}

/** Text with letters beyond ASCII becomes encoded words (RFC 2047), each in a line of its own. */
function inWords(text: string): string {
  return isPlain(text) ? foldLines(text, 66) : encodeWord(text, 'Q', 52).split(' ').join('\r\n ')
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}

function dateOf(moment: Date): string {
  return moment.toUTCString().replace(/GMT$/, '+0000')
}

function part(kind: 'plain' | 'html', text: string): string[] {
  const lines = text.trimEnd().replace(/\r?\n|\r/g, '\r\n')
  return [
    `Content-Type: text/${kind}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    // Some servers put a mark before a line that begins so, which would break the signature.
    wrap(encode(lines)).replace(/^From /gm, '=46rom '),
  ]
}
