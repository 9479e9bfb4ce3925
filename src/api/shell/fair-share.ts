import type { MiddlewareHandler } from 'hono'
import { Limiter, sourceOf } from '../../door/limiter.ts'
import type { DoorManner } from './manner.ts'
import type { ApiParts } from './parts.ts'

/**
 * So many requests a minute for one network, and no more; this machine itself may ask without end. Every counted reply says in
 * `RateLimit` how many are left and in how many seconds all are back.
 */
export function fairShare(
  parts: Pick<ApiParts, 'trustProxy' | 'baseUrl' | 'now'>,
  manner: Pick<DoorManner, 'refuse'>,
): MiddlewareHandler {
  const limiter = new Limiter(mostAMinute, minuteMs)
  return async (c, next) => {
    const source = sourceOf(c, parts)
    if (source === undefined) return next()
    const { name, households } = source
    const now = parts.now()
    const seconds = limiter.secondsToWait(name, now, households)
    const standing = limiter.standing(name, now, households)
    c.header('RateLimit-Policy', `"minute";q=${standing.most};w=${minuteMs / 1000}`)
    c.header('RateLimit', `"minute";r=${standing.left};t=${standing.seconds}`)
    if (seconds === 0) return next()
    c.header('Retry-After', String(seconds))
    return manner.refuse(c, {
      status: 429,
      text: `Too many requests from your network: ${standing.most} a minute are answered. Wait ${seconds} seconds.`,
    })
  }
}

/** Ten a second is what bulk readers of the registry ask for; this is twice that. */
const mostAMinute = 1200
const minuteMs = 60_000
