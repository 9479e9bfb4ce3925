import { Hono, type Context } from 'hono'
import { listWritten, readWritten } from '../../../people/mail/delivery/written.ts'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { pageOf } from '../../shell/page.ts'
import { mailPage, mailsPage } from './mail-pages.ts'
import { paths } from '../../shell/paths.ts'

/** So many are read for the list; older ones are still in the folder. */
const mostListed = 100

/**
 * `/dev/mail`: the mails that were written to files because there is no mail server. Only at the operator's own door,
 * and only where nobody but this machine is served: anywhere else there is no such page.
 */
export const devMailArea: SiteArea = {
  routes: devMailRoutes,
  door: 'operator',
  caching: 'no-store',
}

function devMailRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.devMails.pattern, (c) =>
    withFolder(c, app, async (folder) => {
      const names = await listWritten(folder)
      const mails = await Promise.all(
        names.slice(0, mostListed).map((name) => readWritten(folder, name)),
      )
      const found = mails.filter((mail) => mail !== undefined)
      return c.html(mailsPage(pageOf(c, app), found, names.length))
    }),
  )
  area.get(paths.devMail.pattern, (c) =>
    withFolder(c, app, async (folder) => {
      const mail = await readWritten(folder, c.req.param('name'))
      if (!mail) return c.notFound()
      c.header('Content-Security-Policy', pagePolicy)
      return c.html(mailPage(pageOf(c, app), mail))
    }),
  )
  area.get(paths.devMailHtml.pattern, (c) =>
    withFolder(c, app, async (folder) => {
      const mail = await readWritten(folder, c.req.param('name'))
      if (!mail) return c.notFound()
      c.header('Content-Security-Policy', letterPolicy)
      c.header('X-Frame-Options', 'SAMEORIGIN')
      return c.html(mail.html)
    }),
  )
  return area
}

async function withFolder(
  c: Context,
  { mail }: App,
  show: (folder: string) => Promise<Response>,
): Promise<Response> {
  if (mail.written === undefined) return c.notFound()
  return show(mail.written)
}

/** The page may frame the letter beside it and nothing else. */
const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"

/** A letter is only looked at: nothing in it runs, loads, sends or leads out of its frame. */
const letterPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; base-uri 'none'; sandbox"
