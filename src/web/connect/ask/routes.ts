import { Hono } from 'hono'
import type { App } from '../../shell/app.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import type { Limiter } from '../../../door/limiter.ts'
import { cameWith } from './came.ts'
import { look } from './look.ts'
import { send } from './send.ts'

/** `/studies/:id/connect`: the form by GET or with the answers of a check by POST, and what it sends by POST. */
export function connectAskRoutes(app: App, requests: Limiter): Hono {
  const area = new Hono()
  area.get(paths.connect.pattern, async (c) => {
    const came = await cameWith(c, app, undefined)
    return came instanceof Response ? came : look(c, app, came)
  })
  area.post(paths.connect.pattern, async (c) => {
    const form = await readForm(c)
    if (!form) return faultPage(c, app, 'form')
    const came = await cameWith(c, app, form)
    if (came instanceof Response) return came
    return form.has('send') ? send(c, app, requests, came) : look(c, app, came)
  })
  return area
}
