import { absences, notices, qmailReasons, reasons } from './example-report-words.ts'

/** Messages that come back, in the shapes of many servers and in several languages, each with what it is. */
export interface SampleReport {
  readonly message: string
  readonly kind: 'hard' | 'soft' | 'complaint' | 'delayed' | 'other'
}

/** What a sample is about. */
export interface SampleMail {
  readonly mailId: string
  readonly messageId: string
  readonly to: string
}

/** Whole number below `most`. */
type Pick = (most: number) => number

/** One sample; `pick` decides which. */
export function sampleReport(mail: SampleMail, pick: Pick, number: number): SampleReport {
  const shape = shapes[pick(shapes.length)] ?? postfix
  return shape(mail, pick, number)
}

function postfix(mail: SampleMail, pick: Pick, number: number): SampleReport {
  const reason = of(reasons, pick)
  return {
    kind: reason.kind,
    message: deliveryStatus(mail, number, {
      from: 'MAILER-DAEMON@mx.example (Mail Delivery System)',
      subject: 'Undelivered Mail Returned to Sender',
      notice: of(notices, pick),
      fields: `Final-Recipient: rfc822; ${mail.to}\nOriginal-Recipient: rfc822;${mail.to}\nAction: failed\nStatus: ${reason.status}\nRemote-MTA: dns; mx.there.example\nDiagnostic-Code: smtp; ${reason.words}`,
      returned: pick(2) === 0 ? 'message/rfc822' : 'text/rfc822-headers',
      byVerp: pick(2) === 0,
    }),
  }
}

function exim(mail: SampleMail, pick: Pick, number: number): SampleReport {
  const reason = of(
    reasons.filter(({ status }) => status.startsWith('5')),
    pick,
  )
  return {
    kind: reason.kind,
    message: deliveryStatus(mail, number, {
      from: 'Mail Delivery System <Mailer-Daemon@exim.example>',
      subject: 'Mail delivery failed: returning message to sender',
      notice: `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its recipients.\n\n  ${mail.to}\n    host mx.there.example [192.0.2.7]`,
      fields: `Action: failed\nFinal-Recipient: rfc822;${mail.to}\nStatus: 5.0.0\nRemote-MTA: dns; mx.there.example\nDiagnostic-Code: smtp; ${reason.words}`,
      extra: `X-Failed-Recipients: ${mail.to}\n`,
      returned: 'message/rfc822',
      byVerp: pick(2) === 0,
    }),
  }
}

function exchange(mail: SampleMail, pick: Pick, number: number): SampleReport {
  const reason = of(reasons, pick)
  return {
    kind: reason.kind,
    message: deliveryStatus(mail, number, {
      from: 'postmaster@there.example',
      subject: of(['Undeliverable: news', 'Non remis : nouvelles', 'Unzustellbar: Neues'], pick),
      notice: of(notices, pick),
      fields: `Final-Recipient: rfc822;${mail.to}\nAction: failed\nStatus: ${reason.status}\nDiagnostic-Code: smtp;${reason.words}\nX-Display-Name: ${mail.to}`,
      extra: 'X-MS-Exchange-Message-Is-Ndr:\nContent-Language: fr-FR\n',
      returned: 'message/rfc822',
      byVerp: pick(2) === 0,
    }),
  }
}

function gmail(mail: SampleMail, pick: Pick, number: number): SampleReport {
  const reason = of(reasons, pick)
  return {
    kind: reason.kind,
    message: deliveryStatus(mail, number, {
      from: 'Mail Delivery Subsystem <mailer-daemon@big.example>',
      subject: 'Delivery Status Notification (Failure)',
      notice: `** Address not found **\n\nYour message wasn't delivered to ${mail.to}.`,
      fields: `Final-Recipient: rfc822; ${mail.to}\nAction: failed\nStatus: ${reason.status}\nDiagnostic-Code: smtp; ${reason.words.replaceAll('\n', '\n ')}\nLast-Attempt-Date: Wed, 25 Nov 2026 01:00:00 -0800 (PST)`,
      extra: `X-Failed-Recipients: ${mail.to}\nIn-Reply-To: ${mail.messageId}\nReferences: ${mail.messageId}\n`,
      returned: 'message/rfc822',
      byVerp: false,
    }),
  }
}

function qmail(mail: SampleMail, pick: Pick, number: number): SampleReport {
  const { kind, words } = of(qmailReasons, pick)
  return {
    kind,
    message: `${head(mail, number, 'MAILER-DAEMON@qmail.example', 'failure notice', false)}\nHi. This is the qmail-send program at qmail.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<${mail.to}>:\n${words}\n\n--- Below this line is a copy of the message.\n\n${original(mail)}`,
  }
}

function delayed(mail: SampleMail, pick: Pick, number: number): SampleReport {
  const isPlain = pick(3) === 0
  const words = of(
    [
      'Your message has not been delivered yet. Delivery is delayed; we will keep trying for 3 days.',
      'La remise de votre message est retardée. Aucune action de votre part.',
      'Die Zustellung ist verzögert. Es wird weiterhin versucht, sie zuzustellen.',
    ],
    pick,
  )
  if (isPlain)
    return {
      kind: 'delayed',
      message: `${head(mail, number, 'Mailer-Daemon@exim.example', 'Warning: message delayed 24 hours', false)}\n${words}\n  ${mail.to}\n\n------ This is a copy of the message, including all the headers. ------\n\n${original(mail)}`,
    }
  return {
    kind: 'delayed',
    message: deliveryStatus(mail, number, {
      from: 'MAILER-DAEMON@mx.example',
      subject: 'Delayed Mail (still being retried)',
      notice: words,
      fields: `Final-Recipient: rfc822; ${mail.to}\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: smtp; 450 4.1.1 no such user, for now\nWill-Retry-Until: Sat, 28 Nov 2026 09:00:00 +0000`,
      returned: 'text/rfc822-headers',
      byVerp: pick(2) === 0,
    }),
  }
}

function delivered(mail: SampleMail, pick: Pick, number: number): SampleReport {
  return {
    kind: 'other',
    message: deliveryStatus(mail, number, {
      from: 'MAILER-DAEMON@mx.example',
      subject: 'Successful Mail Delivery Report',
      notice: 'Your message was delivered.',
      fields: `Final-Recipient: rfc822; ${mail.to}\nAction: ${of(['delivered', 'relayed', 'expanded'], pick)}\nStatus: 2.0.0`,
      returned: 'text/rfc822-headers',
      byVerp: true,
    }),
  }
}

function complaint(mail: SampleMail, pick: Pick, number: number): SampleReport {
  const [type, kind] = of(
    [
      ['abuse', 'complaint'],
      ['abuse', 'complaint'],
      ['fraud', 'complaint'],
      ['opt-out', 'complaint'],
      ['not-spam', 'other'],
      ['auth-failure', 'other'],
    ] as const,
    pick,
  )
  const recipient = pick(2) === 0 ? `Original-Rcpt-To: <${mail.to}>\n` : ''
  return {
    kind,
    message: `${head(mail, number, 'staff@provider.example', 'complaint about message', pick(2) === 0)}MIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report;\n boundary="part_${number}"\n\n--part_${number}\nContent-Type: text/plain; charset="US-ASCII"\n\nThis is an email abuse report for a message received.\n\n--part_${number}\nContent-Type: message/feedback-report\n\nFeedback-Type: ${type}\nUser-Agent: SomeGenerator/1.0\nVersion: 1\nOriginal-Mail-From: <bounce+${mail.mailId}@bounce.example>\n${recipient}\n--part_${number}\nContent-Type: message/rfc822\n\n${original(mail)}\n--part_${number}--\n`,
  }
}

function absence(mail: SampleMail, pick: Pick, number: number): SampleReport {
  return {
    kind: 'other',
    message: `${head(mail, number, `Ann <${mail.to}>`, of(['Automatic reply: news', 'Absent', 'Re: news'], pick), pick(2) === 0)}In-Reply-To: ${mail.messageId}\nX-Auto-Response-Suppress: All\nContent-Type: text/plain; charset=utf-8\n\n${of(absences, pick)}\n`,
  }
}

function receipt(mail: SampleMail, _pick: Pick, number: number): SampleReport {
  return {
    kind: 'other',
    message: `${head(mail, number, 'postmaster@there.example', 'Read: news', true)}MIME-Version: 1.0\nContent-Type: multipart/report; report-type=disposition-notification; boundary="r${number}"\n\n--r${number}\nContent-Type: text/plain\n\nYour message was displayed, or deleted. This is no guarantee; it could not be delivered to a person.\n--r${number}\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;${mail.to}\nOriginal-Message-ID: ${mail.messageId}\nDisposition: automatic-action/MDN-sent-automatically; deleted\n\n--r${number}--\n`,
  }
}

const shapes = [
  postfix,
  postfix,
  exim,
  exim,
  exchange,
  gmail,
  gmail,
  qmail,
  delayed,
  delivered,
  complaint,
  complaint,
  absence,
  receipt,
]

interface Status {
  readonly from: string
  readonly subject: string
  readonly notice: string
  readonly fields: string
  readonly extra?: string
  readonly returned: 'message/rfc822' | 'text/rfc822-headers'
  readonly byVerp: boolean
}

function deliveryStatus(mail: SampleMail, number: number, status: Status): string {
  const { from, subject, notice, fields, extra = '', returned, byVerp } = status
  const edge = `==edge_${number}`
  return `${head(mail, number, from, subject, byVerp)}${extra}MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status;\n\tboundary="${edge}"\n\n--${edge}\nContent-Type: text/plain; charset=utf-8\n\n${notice}\n--${edge}\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\nArrival-Date: Wed, 25 Nov 2026 08:00:00 +0000\n\n${fields}\n\n--${edge}\nContent-Type: ${returned}\n\n${original(mail, returned === 'message/rfc822')}\n--${edge}--\n`
}

function head(
  mail: SampleMail,
  number: number,
  from: string,
  subject: string,
  byVerp: boolean,
): string {
  const to = byVerp ? `bounce+${mail.mailId}@bounce.example` : 'alerts@trials.example'
  return `Return-Path: <>\nDelivered-To: ${to}\nFrom: ${from}\nTo: ${to}\nSubject: ${subject}\nDate: Wed, 25 Nov 2026 09:00:00 +0000\nMessage-ID: <report-${number}@mx.example>\nAuto-Submitted: auto-replied\n`
}

function original(mail: SampleMail, isWhole = true): string {
  return `Return-Path: <alerts@trials.example>\nFrom: Trialway <alerts@trials.example>\nTo: ${mail.to}\nSubject: News\nMessage-ID: ${mail.messageId}\nContent-Type: text/plain; charset=utf-8\n${isWhole ? '\nA study near you. The user is unknown to us.\n' : ''}`
}

function of<T>(all: readonly T[], pick: Pick): T {
  const one = all[pick(all.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}
