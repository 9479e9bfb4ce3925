import type { Context } from 'hono'
import { readFormBody } from '../../base/read-form.ts'
import { bodyLimitOf, usualLimit } from './area.ts'

/** More was sent than the area of the address takes, in bytes or in fields. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
}

/** Who sent a request hung up before it was here whole, or was too slow: nobody waits for the answer. */
export class SenderGone extends Error {
  override readonly name = 'SenderGone'
}

/**
 * What was sent, as far as the area of its address takes it. Throws `BodyTooLarge` where it is more, `SenderGone`
 * where it does not come to its end.
 */
export async function readBody(c: Context): Promise<Uint8Array> {
  const { bytes: most } = bodyLimitOf(c)
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunksOf(c)) {
    bytes += chunk.byteLength
    if (bytes > most) throw new BodyTooLarge()
    chunks.push(chunk)
  }
  const [only] = chunks
  return chunks.length === 1 && only ? only : Buffer.concat(chunks)
}

/**
 * The fields of a form without its files and without NUL; undefined for a body that is none. Throws as `readBody` does, and
 * `BodyTooLarge` where it has more fields than the area takes.
 */
export async function readForm(c: Context): Promise<URLSearchParams | undefined> {
  const body = await readBody(c)
  const most = bodyLimitOf(c).fields ?? usualLimit.fields
  const form = readFormBody(body, c.req.header('content-type') ?? '', most)
  if (form.kind === 'tooMany') throw new BodyTooLarge()
  if (form.kind === 'none') return undefined
  const typed = form.fields.filter(({ file }) => file === undefined)
  return new URLSearchParams(
    typed.map(({ name, value }) => [withoutNull(name), withoutNull(value)]),
  )
}

/** No field has a use for NUL, and PostgreSQL takes no text that holds one. */
function withoutNull(text: string): string {
  return text.replaceAll('\0', '')
}

/** Whatever keeps a body from coming is the sender's doing. */
async function* chunksOf(c: Context): AsyncGenerator<Uint8Array> {
  const reader = c.req.raw.body?.getReader()
  if (!reader) return
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new SenderGone()
    })
    if (done) return
    yield value
  }
}
