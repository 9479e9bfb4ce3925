import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ApiFault } from '../read/api-fault.ts'

/** A refusal as the registry's API writes it: plain text, which clients read with patterns of their own. */
export function plainFault(c: Context, status: ContentfulStatusCode, text: string): Response {
  return c.body(text, status, { 'Content-Type': 'text/plain; charset=UTF-8' })
}

/** The refusal of a request that asks wrongly. */
export function refusedAsked(c: Context, { status, text }: ApiFault): Response {
  return plainFault(c, status, text)
}
