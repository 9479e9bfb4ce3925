import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { DoorManner } from './manner.ts'

/** Takes no longer body than the door says; what does not say how long it is is counted as it is read. */
export function limitedBody({
  mostBytes,
  refuse,
}: Pick<DoorManner, 'mostBytes' | 'refuse'>): MiddlewareHandler {
  return bodyLimit({
    maxSize: mostBytes,
    onError: (c) => {
      // What is left of the body is not read, so nothing else can come after it.
      c.header('Connection', 'close')
      return refuse(c, { status: 413, text: `The body is too large: at most ${mostBytes} bytes.` })
    },
  })
}
