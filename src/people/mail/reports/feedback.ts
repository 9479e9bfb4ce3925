import { addressIn, readBlocks } from './fields.ts'
import type { ReportKind } from './report.ts'

/** What a feedback report (ARF, RFC 5965) says: mostly that somebody called a mail of ours spam. */
export function readFeedback(text: string): {
  readonly kind: ReportKind
  readonly recipients: readonly string[]
} {
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
