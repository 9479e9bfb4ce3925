import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import {
  minutesOn,
  type ReadyChild,
  readyChild,
  testTemperature,
} from '../../../../testing/test-dose.ts'
import { openTestApp, type TestApp } from '../../../../testing/test-site.ts'
import { runNow, screenedChild } from '../../../../testing/test-study.ts'
import { assertValid } from '../../../../testing/valid-html.ts'
import { createSite } from '../../../site.ts'

async function opened(areDosesConfirmed = false, facts?: ReturnType<typeof screenedChild>) {
  const app = await openTestApp()
  app.clock = runNow
  const child = await readyChild(app.people.records, {
    areDosesConfirmed,
    ...(facts && { facts }),
  })
  return { app, child, served: createSite(app) }
}

let app: TestApp
let served: Hono
let child: ReadyChild
let two: { readonly app: TestApp; readonly served: Hono; readonly child: ReadyChild }

before(async () => {
  ;({ app, served, child } = await opened())
  two = await opened(true)
})
after(async () => {
  await app.close()
  await two.app.close()
})

async function ask(
  site: Hono,
  at: TestApp,
  who: { readonly cookie: string },
  path: string,
  fields?: Readonly<Record<string, string>>,
) {
  const headers = new Headers({ origin: at.baseUrl, cookie: who.cookie })
  const sent = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}
  const response = await site.fetch(new Request(at.baseUrl + path, { headers, ...sent }), {
    incoming: { socket: { remoteAddress: '127.0.0.1' } },
  })
  const whole = await response.text()
  if (whole !== '') await assertValid(whole, path)
  return {
    status: response.status,
    to: (response.headers.get('location') ?? '').replace(at.baseUrl, ''),
    text: whole.replaceAll(/\s+/g, ' ').replaceAll('&nbsp;', ' '),
  }
}

function hidden(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
}

test('the page shows the dose in milligrams and millilitres, in both languages, with every step', async () => {
  const path = `/desk/participants/${child.id}/dose`
  const english = await ask(served, app, child.coordinator, path)
  assert.equal(english.status, 200)
  assert.match(english.text, /28 mg<\/b> <span class="dose-unit">milligrams/)
  assert.match(english.text, /0\.1867 mL<\/b> <span class="dose-unit">millilitres/)
  assert.match(english.text, /2 mg\/kg × 14\.0 kg = 28 mg/)
  const french = await ask(served, app, child.coordinator, `/fr${path}`)
  assert.match(french.text, /0,1867 mL<\/b> <span class="dose-unit">millilitres/)
  assert.ok(!english.text.includes('Léa Martin'))
  const reader = await ask(served, app, child.monitor, path)
  assert.ok(!reader.text.includes('name="amount"'))
})

test('what is wrong stands at its field, and nothing is recorded; then the dose is, and the page says exactly what', async () => {
  const path = `/desk/participants/${child.id}/dose`
  app.clock = minutesOn(5)
  const page = await ask(served, app, child.coordinator, path)
  const form = { ...hidden(page.text), number: '01-001', amount: '28', unit: 'mg', when: 'now' }
  const wrong = async (more: Record<string, string>): Promise<string> => {
    const answer = await ask(served, app, child.coordinator, path, { ...form, ...more })
    assert.equal(answer.status, 422)
    assert.match(answer.text, /class="error-summary"/)
    return answer.text
  }
  assert.match(
    await wrong({ number: '01-004' }),
    /This page is that of 01-001, you typed 01-004\. Nothing was recorded\./,
  )
  assert.match(await wrong({ amount: '0.1867' }), /Did you type millilitres\?/)
  assert.match(await wrong({ amount: '280' }), /ten times/)
  assert.match(await wrong({ amount: '30' }), /write why/)
  assert.match(await wrong({ unit: 'mL', amount: '0.2' }), /0\.2 mL of 150 mg\/mL is 30 mg/)
  const hostile = await wrong({ number: '<script>alert(1)</script>', lot: '"><b>' })
  assert.ok(!hostile.includes('<script>alert'))
  const done = await ask(served, app, child.coordinator, path, { ...form, lot: 'K 77' })
  assert.equal(done.status, 303)
  const shown = await ask(served, app, child.coordinator, done.to)
  assert.match(shown.text, /Dose 1: 28 mg/)
  assert.match(shown.text, /recorded by coordinator/)
  assert.match(shown.text, /lot K 77/)
  const again = await ask(served, app, child.coordinator, path, form)
  assert.equal(again.to, done.to, 'sent twice is one dose')
  const { state } = await child.caseAt(minutesOn(6))
  assert.equal(state.dosesGiven.length, 1)
})

test('the next day the dose is held for its temperature, and an investigator alone records what happened', async () => {
  const path = `/desk/participants/${child.id}/dose`
  app.clock = minutesOn(24 * 60 + 10)
  const held = await ask(served, app, child.coordinator, path)
  assert.match(held.text, /Give nothing\./)
  assert.match(held.text, /dose 2, J2, due since [^<]*</, 'its time has passed')
  const same = `/desk/participants/${child.id}/dose-all-the-same`
  const proof = await ask(served, app, child.investigator, same)
  assert.equal(proof.status, 303, 'proved a day ago')
  app.clock = minutesOn(10)
  assert.equal((await ask(served, app, child.coordinator, same)).status, 404)
  const page = await ask(served, app, child.investigator, same)
  assert.match(page.text, /For an investigator alone/)
  const form = { ...hidden(page.text), number: '01-001', amount: '99', unit: 'mg', when: 'now' }
  const without = await ask(served, app, child.investigator, same, form)
  assert.equal(without.status, 422)
  const reason = 'the syringe of another child'
  const done = await ask(served, app, child.investigator, same, { ...form, reason })
  assert.equal(done.status, 303)
  const shown = await ask(served, app, child.investigator, done.to)
  assert.match(shown.text, /above the highest of the protocol/)
})

test('who was faster is told with what was typed, and locked data are closed', async () => {
  const path = `/desk/participants/${child.id}/dose`
  app.clock = minutesOn(30)
  const page = await ask(served, app, child.coordinator, path)
  const form = { ...hidden(page.text), number: '01-001', amount: '31.5', unit: 'mg', when: 'now' }
  await child.record([testTemperature('37.0', '2026-11-26T10:25+01:00')], minutesOn(30))
  const changed = await ask(served, app, child.coordinator, path, form)
  assert.equal(changed.status, 409)
  assert.match(changed.text, /Somebody else recorded something/)
  assert.match(changed.text, /value="31\.5"/)
})

test('one prepares, another sees it large and confirms with the number', async () => {
  const path = `/desk/participants/${two.child.id}/dose`
  two.app.clock = minutesOn(5)
  const of = (who: 'coordinator' | 'pharmacist', at: string, fields?: Record<string, string>) =>
    ask(two.served, two.app, two.child[who], at, fields)
  const page = await of('pharmacist', path)
  assert.match(page.text, /Prepare the dose/)
  const form = { ...hidden(page.text), number: '01-001', amount: '28', unit: 'mg', when: 'now' }
  const prepared = await of('pharmacist', path, form)
  assert.equal(prepared.status, 303)
  assert.match((await of('pharmacist', prepared.to)).text, /Another person must confirm it/)
  assert.match((await of('coordinator', path)).text, /waits for a second person/)
  const order = await of('coordinator', prepared.to)
  assert.match(order.text, /28 mg/)
  assert.match(order.text, /0\.1867 mL/)
  assert.match(order.text, /Prepared by pharmacist/)
  const wrong = await of('coordinator', prepared.to, { ...hidden(order.text), number: '01-002' })
  assert.equal(wrong.status, 422)
  const done = await of('coordinator', prepared.to, { ...hidden(order.text), number: '01-001' })
  assert.equal(done.status, 303)
  const shown = await of('coordinator', done.to)
  assert.match(shown.text, /prepared by pharmacist, confirmed by coordinator/)
  assert.match((await of('pharmacist', prepared.to)).text, /Confirmed\. The dose is recorded\./)
  assert.equal((await of('coordinator', `${path}/none`)).status, 404)
})

test('of several possible doses each stands on the page, and one is chosen with a reason', async () => {
  const path = `/desk/participants/${two.child.id}/dose`
  const day = 24 * 60
  const at = '2026-11-27T09:50+01:00'
  const weight = { item: 'bodyWeight', value: '14.5', unit: 'kg', at }
  const heat = testTemperature('37.0', '2026-11-27T10:00+01:00')
  await two.child.record([weight, heat], minutesOn(day + 10))
  two.app.clock = minutesOn(day + 15)
  const of = (fields?: Record<string, string>) =>
    ask(two.served, two.app, two.child.coordinator, path, fields)
  const page = await of()
  assert.match(page.text, /28 mg/)
  assert.match(page.text, /29 mg/)
  assert.match(page.text, /A person chooses one and says why/)
  const form = { ...hidden(page.text), number: '01-001', amount: '29', unit: 'mg', when: 'now' }
  const without = await of(form)
  assert.match(without.text, /Several doses are possible: 28 mg or 29 mg/)
  const noKey = { ...form, form: '' }
  assert.equal((await of({ ...noKey, reason: 'weighed today' })).status, 303)
})

test('a dose that nobody can measure is shown near to it and exactly, in both languages, and says who chooses', async () => {
  const pounds = screenedChild().map((fact) =>
    fact.item === 'bodyWeight' ? { ...fact, value: '31', unit: '[lb_av]' } : fact,
  )
  const third = await opened(false, pounds)
  try {
    const path = `/desk/participants/${third.child.id}/dose`
    const by = (
      who: ReadyChild['coordinator'],
      at: string,
      fields?: Readonly<Record<string, string>>,
    ) => ask(third.served, third.app, who, at, fields)
    const english = await by(third.child.coordinator, path)
    assert.match(english.text, /about<\/span> <b class="dose-number">28\.12 mg/)
    assert.match(english.text, /Worked out exactly, it is 28\.12272694 mg\. No rounding is set/)
    assert.match(english.text, /31 lb \(≈ 14\.06 kg\) on 24 November 2026/)
    const french = await by(third.child.coordinator, `/fr${path}`)
    assert.match(french.text, /environ<\/span> <b class="dose-number">28,12 mg/)
    assert.match(french.text, /Le calcul exact donne 28,12272694 mg/)
    const screening = await by(
      third.child.coordinator,
      `/desk/participants/${third.child.id}/screening`,
    )
    assert.match(screening.text, /≈ 14\.06 kg/)
    assert.doesNotMatch(screening.text, /14\.0613/)
    const sent = { number: '01-001', amount: '28.1', unit: 'mg', when: 'now', reason: 'rounded' }
    const refused = await by(third.child.coordinator, path, { ...hidden(english.text), ...sent })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /An investigator chooses the amount, records it and writes why/)
  } finally {
    await third.app.close()
  }
})
