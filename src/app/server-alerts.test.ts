import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { openLog } from './log.ts'
import { openMetrics } from './metrics.ts'
import { confirmLinkOf } from '../testing/test-alerts.ts'
import { serve } from './server.ts'
import { paramsOf, usualForm } from '../testing/visitor.ts'
import { openTestApp } from '../testing/test-site.ts'
import { createSite } from '../web/site.ts'

test('an alert goes through the door, and neither address, wish nor link is in a log or a metric', async (t) => {
  const app = await openTestApp()
  const lines: string[] = []
  const metrics = openMetrics(() => undefined)
  const running = await serve(
    {
      site: createSite(app),
      readiness: () => ({}),
      version: () => ({}),
      config: { baseUrl: app.baseUrl, trustProxy: false, metricsPublic: true },
      log: openLog({ level: 'info', stream: { write: (line) => lines.push(line) } }),
      metrics,
    },
    { host: '127.0.0.1', port: 0 },
  )
  t.after(async () => {
    await running.close(100)
    await app.close()
  })
  const address = `http://127.0.0.1:${running.port}`
  const send = (
    path: string,
    body: URLSearchParams | string,
    headers: Readonly<Record<string, string>> = {},
  ) =>
    fetch(address + path, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { origin: address, ...headers },
    })

  assert.equal((await send('/alerts', paramsOf({ ...usualForm, q: 'canary' }))).status, 303)
  const link = await confirmLinkOf(app.people.records, usualForm.email)
  const confirm = `/alerts/confirm/${link}`
  const [, id = ''] =
    /name="alert"\s+value="([^"]+)"/.exec(await (await fetch(address + confirm)).text()) ?? []
  const confirmed = await send(confirm, paramsOf({ alert: id, shown: id }))
  const manage = (confirmed.headers.get('location') ?? '').split('?')[0] ?? ''
  assert.equal((await fetch(`${address}${manage}?did=confirmed`)).status, 200)
  assert.equal((await fetch(`${address}${manage}/${id}`)).status, 200)
  await fetch(`${address}/alerts/new?q=canary&near=Paris&email=${usualForm.email}`)
  assert.equal((await send('/alerts', paramsOf({ email: 'canary@@canary' }))).status, 422)
  assert.equal((await send('/alerts', 'a'.repeat(70_000))).status, 413)
  assert.equal((await fetch(`${address}/admin.json`)).status, 401)

  const time = String(Math.floor(app.clock.getTime() / 1000))
  const report = `Subject: canary ${'a'.repeat(100_000)}`
  const signature = createHmac('sha256', app.mail.hookSecret ?? '')
    .update(`${time}.${report}`)
    .digest('hex')
  const taken = await send('/hooks/mail', report, {
    'content-type': 'message/rfc822',
    'x-trialway-time': time,
    'x-trialway-signature': signature,
  })
  assert.equal(taken.status, 200, 'a report may be longer than a form')
  assert.equal((await send('/hooks/mail', 'a'.repeat(300_000))).status, 413)

  const said = lines.join('') + app.lines.join('') + (await metrics.text())
  assert.doesNotMatch(said, /canary|example\.org|paris/i)
  for (const secret of [link, manage.split('/').at(-1) ?? '', id]) assert.ok(!said.includes(secret))
  assert.match(said, /"route":"\/alerts\/confirm\/:link","status":303/)
  assert.match(said, /"route":"\/alerts\/new","status":200/)
  assert.match(said, /"route":"\/alerts\/:link\/:id","status":200/)
})
