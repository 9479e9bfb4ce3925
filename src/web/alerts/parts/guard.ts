import type { Context, MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import type { App } from '../../shell/app.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { sourceOf, type Limiter } from '../../shell/site/limiter.ts'

/** Only forms of our own pages are taken: what another site sends in a reader's name is turned away. */
export function ownForms({ baseUrl }: Pick<App, 'baseUrl'>): MiddlewareHandler {
  const ours = new URL(baseUrl).origin
  return csrf({ origin: (origin, c) => origin === ours || origin === new URL(c.req.url).origin })
}

/** The fields of a form; undefined for a body that is none. */
export async function readForm(c: Context): Promise<URLSearchParams | undefined> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    return undefined
  try {
    const sent = [...(await c.req.formData()).entries()]
    return new URLSearchParams(sent.flatMap(([name, value]) => textOnly(name, value)))
  } catch {
    // A body whose parts do not end as they begin is no form.
    return undefined
  }
}

function textOnly(name: string, value: unknown): [string, string][] {
  return typeof value === 'string' ? [[name, value]] : []
}

/** Whether a source asked so often within the hour that its mail goes after that of others. */
export function isFromCrowd(c: Context, app: App, limiter: Limiter): boolean {
  const source = sourceOf(c, app)
  if (source === undefined) return false
  return limiter.countOf(source.name, app.now()) > soonAnHour * source.households
}

/** So many mails an hour that one household asks for go at once, if any do. */
const soonAnHour = 2

/** The page for a source that asks too often; undefined while it may. */
export function tooOften(
  c: Context,
  app: App,
  limiter: Limiter,
): Response | Promise<Response> | undefined {
  const source = sourceOf(c, app)
  if (source === undefined) return undefined
  const seconds = limiter.secondsToWait(source.name, app.now(), source.households)
  if (seconds === 0) return undefined
  c.header('Retry-After', String(seconds))
  return faultPage(c, app, 'often')
}
