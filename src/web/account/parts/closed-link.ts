import type { Context } from 'hono'
import type { App } from '../../shell/app.ts'
import { pageOf } from '../../shell/page.ts'
import { messagePage } from '../../shell/parts/message-page.ts'
import { paths } from '../../shell/paths.ts'
import { tooOften } from '../../shell/site/guard.ts'
import type { Limiter } from '../../../door/limiter.ts'

/** Says of a mailed link that it was used, ran out, or was never made here; who tries many of the last kind is turned away. */
export async function closedLink(
  c: Context,
  app: App,
  guesses: Limiter,
  kind: keyof typeof statuses,
): Promise<Response> {
  const turnedAway = kind === 'unknown' ? await tooOften(c, app, guesses) : undefined
  if (turnedAway) return turnedAway
  const page = pageOf(c, app)
  const words = page.words.account.closed
  const said = messagePage(page, {
    title: words[kind],
    text: words[`${kind}Text`],
    ways: [{ path: paths.signIn(), text: words.again }],
  })
  return c.html(said, statuses[kind])
}

const statuses = { done: 410, expired: 410, unknown: 404 } as const
