import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { ListIncomplete, PieceDamaged, StudyDamaged } from '../../finder/catalogue/model/damage.ts'
import { CatalogueBusy, SearchTooSlow } from '../../finder/catalogue/model/catalogue.ts'
import { ReadersStarting } from '../../finder/matching/open-matcher.ts'
import { fairShare } from './fair-share.ts'
import { limitedBody } from './limited-body.ts'
import type { DoorManner } from './manner.ts'
import { packedReplies } from './packed-replies.ts'
import type { ApiParts } from './parts.ts'

/**
 * A door for programs, with what is the same for each address of both: any page may read its replies, errors too; a network asks so
 * often in a while; bodies end somewhere; replies are packed; what is not there and what failed is said in the door's language.
 */
export function openDoor(
  parts: Pick<ApiParts, 'trustProxy' | 'baseUrl' | 'now'>,
  manner: DoorManner,
  addRoutes: (door: Hono) => void,
): Hono {
  const door = new Hono()
  door.onError((error, c) => failed(error, c, manner))
  door.use(
    readableByAll(manner),
    plainHeaders,
    packedReplies,
    methodNotAllowed({
      app: door,
      onMethodNotAllowed: (c, allowed) => {
        c.header('Allow', allowed.join(', '))
        return manner.refuse(c, { status: 405, text: `Use one of: ${allowed.join(', ')}` })
      },
    }),
    fairShare(parts, manner),
    limitedBody(manner),
  )
  addRoutes(door)
  // What stands last answers what nothing before it did: a mounted door's own `notFound` is not asked by Hono.
  door.all('*', (c) => manner.refuse(c, { status: 404, text: 'There is nothing at this address.' }))
  return door
}

function readableByAll({ exposed, methods }: DoorManner): MiddlewareHandler {
  return cors({
    origin: '*',
    allowMethods: [...methods],
    exposeHeaders: [...exposed, 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
    maxAge: 86_400,
  })
}

/** Replies are data: no browser shall take them for a page, and no cache between may keep what was asked. */
const plainHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  c.header('Referrer-Policy', 'no-referrer')
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache')
}

function failed(error: Error, c: Context, manner: DoorManner): Response {
  if (error instanceof ReadersStarting)
    return away(c, manner, 10, 'What reads records is being started: ask again in ten seconds.')
  if (error instanceof CatalogueBusy)
    return away(c, manner, 2, 'The server is busy just now: ask again in two seconds.')
  if (error instanceof SearchTooSlow)
    return away(
      c,
      manner,
      10,
      'This question took too long to be answered exactly. Add what narrows it, as a condition, a place or a status; or do without a count (countTotal, _total=accurate) and without an order by fit.',
    )
  if ([ListIncomplete, StudyDamaged, PieceDamaged].some((kind) => error instanceof kind))
    return away(c, manner, 60, 'The catalogue cannot be read now.')
  return manner.refuse(c, {
    status: 500,
    text: 'This is our fault, not yours. Please try again in a minute.',
  })
}

function away(c: Context, manner: DoorManner, seconds: number, text: string): Response {
  c.header('Retry-After', String(seconds))
  return manner.refuse(c, { status: 503, text })
}
