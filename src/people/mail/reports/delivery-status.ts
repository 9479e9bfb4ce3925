import { addressIn, readBlocks } from './fields.ts'
import { judgeFailure } from './judge-failure.ts'
import type { ReportKind } from './report.ts'

/** What a delivery status (RFC 3464) says of the recipients it names; of several, the worst. */
export function readDeliveryStatus(text: string): {
  readonly kind: ReportKind
  readonly recipients: readonly string[]
} {
  const blocks = readBlocks(text).filter((block) => block.has('action'))
  const kinds = blocks.map(kindOf)
  const kind = order.find((one) => kinds.includes(one)) ?? 'other'
  const recipients = blocks
    .flatMap((block) => [block.get('original-recipient'), block.get('final-recipient')])
    .map(addressIn)
  return { kind, recipients: recipients.filter((address) => address !== undefined) }
}

const order = ['hard', 'soft', 'delayed'] as const

function kindOf(block: ReadonlyMap<string, string>): ReportKind {
  const action = block.get('action')?.toLowerCase() ?? ''
  if (action.startsWith('failed'))
    return judgeFailure(block.get('status'), block.get('diagnostic-code') ?? '')
  return action.startsWith('delayed') ? 'delayed' : 'other'
}
