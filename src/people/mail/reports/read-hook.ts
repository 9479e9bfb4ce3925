import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a mail server handed in by HTTP, once it is known to come from who has the secret. */
export type SignedReport =
  | { readonly kind: 'signed'; readonly message: Uint8Array }
  | { readonly kind: 'unsigned' }
  /** Signed, but not in the last five minutes: an attacker may be repeating it. */
  | { readonly kind: 'stale' }

/**
 * Checks `X-Trialway-Time` (seconds since 1970) and `X-Trialway-Signature` (hex of HMAC-SHA256 over the time,
 * a full stop and the body) of a message that was handed in.
 */
export function readSigned(
  body: Uint8Array,
  headers: { readonly time: string | undefined; readonly signature: string | undefined },
  secret: string,
  now: Date,
): SignedReport {
  const { time = '', signature = '' } = headers
  if (!/^\d{1,12}$/.test(time) || !/^[0-9a-f]{64}$/i.test(signature)) return { kind: 'unsigned' }
  const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest()
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) return { kind: 'unsigned' }
  const isFresh = Math.abs(now.getTime() / 1000 - Number(time)) <= freshSeconds
  return isFresh ? { kind: 'signed', message: body } : { kind: 'stale' }
}

const freshSeconds = 300
