import type { CustomFetchOptions } from 'openid-client'
import { InstitutionFault } from './faults.ts'

/** Fetches what an institution says, in full: at most a megabyte, and until a moment. Throws `InstitutionFault`, and as `fetch` does. */
export async function boundedFetch(
  url: string,
  { signal, ...options }: CustomFetchOptions,
  until: AbortSignal,
): Promise<Response> {
  const ends = signal ? AbortSignal.any([signal, until]) : until
  const answer = await fetch(url, { ...options, signal: ends } as RequestInit)
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    length += part.length
    if (length > mostBytes) throw new InstitutionFault('ANSWER_TOO_LONG')
    parts.push(part)
  }
  const { status, headers } = answer
  return new Response(length === 0 ? null : Buffer.concat(parts), { status, headers })
}

const mostBytes = 1024 * 1024
