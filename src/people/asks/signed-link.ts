import { createHash, timingSafeEqual } from 'node:crypto'
import type { Keys } from '../records/model/keys.ts'

/** A link that lets in who holds it: a body for one purpose, such as `alerts.manage`, with what proves that we made it. */
export function signLink(keys: Keys, purpose: string, body: Buffer): string {
  return Buffer.concat([body, keys.sign(purpose, body.toString('base64url'))]).toString('base64url')
}

/** The body of a link for a purpose, of so many bytes; undefined for one that was made up, changed or is for something else. */
export function bodyOfLink(
  keys: Keys,
  purpose: string,
  { link, bytes: length }: { readonly link: string; readonly bytes: number },
): Buffer | undefined {
  if (!/^[\w-]{40,60}$/.test(link)) return undefined
  const bytes = Buffer.from(link, 'base64url')
  // What decodes to the same bytes but is written otherwise was not made here.
  if (bytes.length !== length + macBytes || bytes.toString('base64url') !== link) return undefined
  const body = bytes.subarray(0, length)
  const mac = keys.sign(purpose, body.toString('base64url'))
  return timingSafeEqual(mac, bytes.subarray(length)) ? body : undefined
}

const macBytes = 16

/** The hash by which a link that is kept nowhere is found again. */
export function linkHash(link: string): string {
  return createHash('sha256').update(link).digest('base64url')
}
