import { Hono, type Context } from 'hono'
import { readSigned } from '../../../people/mail/reports/read-hook.ts'
import { takeReport } from '../../../people/mail/reports/take-report.ts'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { paths } from '../../shell/paths.ts'
import { readBody } from '../../shell/read-body.ts'

/** A mail that came back carries the one that was sent. */
const longestReport = 256 * 1024

/**
 * `POST /hooks/mail`: a mail server hands in what came back (a bounce or a complaint), signed with the
 * operator's secret. Where there is no secret there is no such address.
 */
export const hooksArea: SiteArea = {
  routes: hookRoutes,
  prefixes: ['/'],
  speaks: 'json',
  bodyLimit: {
    bytes: longestReport,
    tooLarge: (c) => c.json({ problem: 'A report has at most 256 kB.' }, 413),
  },
}

function hookRoutes(app: App): Hono {
  const area = new Hono()
  const { hookSecret } = app.mail
  if (hookSecret === undefined) return area
  area.post(paths.mailHook.pattern, async (c) => {
    if (!isReport(c)) return c.json({ problem: 'Send the message as message/rfc822.' }, 415)
    return take(c, app, hookSecret)
  })
  return area
}

async function take(c: Context, app: App, secret: string): Promise<Response> {
  const body = await readBody(c)
  const headers = {
    time: c.req.header('x-trialway-time'),
    signature: c.req.header('x-trialway-signature'),
  }
  const read = readSigned(body, headers, secret, app.now())
  if (read.kind !== 'signed') {
    const problem = read.kind === 'stale' ? 'The time is not now.' : 'The signature does not fit.'
    return c.json({ problem }, 401)
  }
  const outcome = await takeReport(app.people.records, read.message, app.now())
  return c.json({ outcome })
}

function isReport(c: Context): boolean {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  return ['message/rfc822', 'multipart/report', 'application/octet-stream'].includes(type)
}
