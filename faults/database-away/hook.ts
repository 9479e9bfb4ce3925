import { createHmac } from 'node:crypto'
import { type Answer, answerOf, type Server } from '../server.ts'

/** The secret that a mail server signs its reports with. */
export const hookSecret = 'a secret of the faults'

const report = [
  'From: MAILER-DAEMON@mx.example.org',
  'Subject: Undelivered Mail',
  'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
  'MIME-Version: 1.0',
  '',
  '--r',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example.org',
  '',
  'Final-Recipient: rfc822; p1@example.org',
  'Action: failed',
  'Status: 5.1.1',
  '',
  '--r',
  'Content-Type: text/rfc822-headers',
  '',
  'Message-ID: <made-up@trialway.example>',
  '',
  '--r--',
  '',
].join('\r\n')

/** Hands in a mail that came back, as a mail server does. */
export function signReport({ url }: Server): Promise<Answer> {
  const time = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', hookSecret).update(`${time}.${report}`).digest('hex')
  return answerOf(`${url}/hooks/mail`, {
    method: 'POST',
    body: report,
    headers: {
      'content-type': 'message/rfc822',
      'x-trialway-time': time,
      'x-trialway-signature': signature,
    },
  })
}
