import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import type { SignedIn } from '../../../../testing/test-accounts.ts'
import { minutesOn, type ReadyChild, readyChild } from '../../../../testing/test-dose.ts'
import { openTestApp, type TestApp } from '../../../../testing/test-site.ts'
import { runNow, runStudy } from '../../../../testing/test-study.ts'
import { createSite } from '../../../site.ts'

let app: TestApp
let served: Hono
let child: ReadyChild

before(async () => {
  app = await openTestApp()
  app.clock = runNow
  child = await readyChild(app.people.records)
  app.clock = minutesOn(5)
  served = createSite(app)
})
after(() => app.close())

async function ask(who: SignedIn, path: string, body?: URLSearchParams | FormData) {
  const headers = new Headers({ origin: app.baseUrl, cookie: who.cookie })
  const sent = body ? { method: 'POST', body } : {}
  const response = await served.fetch(new Request(app.baseUrl + path, { headers, ...sent }), {
    incoming: { socket: { remoteAddress: '127.0.0.1' } },
  })
  const text = (await response.text()).replaceAll(/\s+/g, ' ')
  return { status: response.status, to: response.headers.get('location') ?? '', text }
}

function listForm(text: string, isFile = false): FormData {
  const form = new FormData()
  form.set('list', 'main')
  form.set('blind', 'yes')
  if (isFile) form.set('file', new File([text], 'list.csv'))
  else form.set('text', text)
  return form
}

const head = 'position,site,stratum,kit,arm\n'

test('the manager imports a list from a file; a bad line is named and nothing is imported', async () => {
  const path = `/desk/study/${runStudy}/allocation`
  const wrong = await ask(
    child.manager,
    path,
    listForm(`${head}1,09,,K-1,anakinra\n2,01,,K-2,placebo`),
  )
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Line 2: no site here has this number\./)
  assert.match((await ask(child.manager, path)).text, /No list is here yet/)
  const right = listForm(`${head}1,01,,K-1,placebo\n2,01,,K-2,anakinra`, true)
  const done = await ask(child.manager, path, right)
  assert.equal(done.status, 303, done.text.slice(0, 2000))
  const shown = await ask(child.manager, done.to.replace(app.baseUrl, ''))
  assert.match(shown.text, /Imported: 2 places\./)
  assert.match(shown.text, /0 of 2/)
  assert.ok(!shown.text.includes('placebo'))
})

test('a coordinator sees the kit, the pharmacist alone the arm, and once', async () => {
  const path = `/desk/participants/${child.id}/allocation`
  const page = await ask(child.coordinator, path)
  const fields = [...page.text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const form = new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value]))
  assert.equal((await ask(child.coordinator, path, form)).status, 303)
  const kit = await ask(child.coordinator, path)
  assert.match(kit.text, /Kit K-1/)
  assert.ok(!kit.text.includes('Show which arm'))
  const dose = await ask(child.coordinator, `/desk/participants/${child.id}/dose`)
  assert.match(dose.text, />\s*Kit K-1\s*<\/a>/)
  const none = new URLSearchParams()
  assert.equal((await ask(child.investigator, `${path}/arm`, none)).status, 404)
  const arm = await ask(child.pharmacist, `${path}/arm`, none)
  assert.equal(arm.status, 200)
  assert.match(arm.text, /Arm: placebo/)
  const again = await ask(child.pharmacist, path)
  assert.ok(!again.text.includes('placebo'), 'a reload does not show it')
  app.clock = minutesOn(30)
  assert.equal(
    (await ask(child.pharmacist, `${path}/arm`, none)).status,
    303,
    'proved too long ago',
  )
  app.clock = minutesOn(5)
  for (const who of [child.coordinator, child.manager, child.monitor, child.auditor])
    for (const other of [
      path,
      `/desk/participants/${child.id}`,
      `/desk/participants/${child.id}/history`,
    ])
      assert.ok(!(await ask(who, other)).text.includes('placebo'), other)
  assert.ok(!app.lines.join().includes('placebo'))
})

test('in an emergency an investigator writes why, sees the arm once and what to do; the sponsor sees that it was opened', async () => {
  const path = `/desk/participants/${child.id}/allocation`
  assert.match((await ask(child.coordinator, path)).text, /In an emergency an investigator/)
  assert.equal((await ask(child.coordinator, `${path}/emergency`)).status, 404)
  assert.match((await ask(child.investigator, path)).text, /Open it in an emergency/)
  app.clock = minutesOn(30)
  const proof = await ask(child.investigator, `${path}/emergency`)
  assert.equal(proof.status, 303, 'proved too long ago')
  app.clock = minutesOn(5)
  const page = await ask(child.investigator, `${path}/emergency`)
  assert.equal(page.status, 200)
  const [, form = ''] = /name="form" value="([^"]*)"/.exec(page.text) ?? []
  const send = (reason: string) =>
    ask(child.investigator, `${path}/emergency`, new URLSearchParams({ form, reason }))
  const empty = await send(' ')
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Write why\. Nothing was opened\./)
  const done = await send('Severe reaction')
  assert.equal(done.status, 200)
  assert.match(done.text, /Arm: placebo/)
  assert.match(done.text, /Record the event/)
  for (const who of [child.investigator, child.coordinator])
    assert.match((await ask(who, path)).text, /Opened in an emergency on/)
  const overview = await ask(child.manager, `/desk/study/${runStudy}`)
  assert.match(overview.text, /Treatments opened in an emergency/)
  const history = await ask(child.manager, `/fr/desk/participants/${child.id}/history`)
  assert.match(history.text, /Le bras a été ouvert en urgence/)
  assert.match(history.text, /Severe reaction/)
  for (const other of [path, `/desk/participants/${child.id}`, `/desk/study/${runStudy}`])
    assert.ok(!(await ask(child.manager, other)).text.includes('placebo'), other)
})
