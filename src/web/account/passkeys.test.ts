import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Hono } from 'hono'
import type { Browser } from 'playwright-core'
import { giveRole, makeAccount } from '../../people/accounts/accounts.ts'
import { signInUrl } from '../../people/accounts/sign-in.ts'
import { personById } from '../../people/records/persons.ts'
import {
  faultsOf,
  skipWithoutBrowser,
  type Visit,
  visitLocalhost,
  withAuthenticator,
} from '../../testing/chromium.ts'
import { address } from '../../testing/test-alerts.ts'
import { signedIn } from '../../testing/test-accounts.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { visitor } from '../../testing/visitor.ts'
import type { App } from '../shell/app.ts'
import { createSite } from '../site.ts'

// A passkey belongs to a name, so the site is visited as `localhost`, with Chromium's own authenticator.

suite('passkeys in a browser', { skip: skipWithoutBrowser }, () => {
  let opened: TestApp
  let app: App
  let site: Hono
  let visit: Visit
  let browser: Browser

  before(async () => {
    opened = await openTestApp()
    visit = await visitLocalhost((baseUrl) => {
      app = { ...opened, baseUrl, people: { ...opened.people, baseUrl } }
      return (site = createSite(app))
    })
    browser = visit.browser
  })
  after(async () => {
    await visit.close()
    await opened.close()
  })

  /** The link that a mail would bring. */
  async function linkFor(typed: string): Promise<string> {
    const { people } = app
    const given = { by: 'operator', now: app.now() } as const
    return people.records.write(async (tx) => {
      const asked = { address: address(typed), name: 'Anne', language: 'en' } as const
      const { accountId, personId } = await makeAccount(tx, people, asked, given)
      await giveRole(tx, people, { accountId, role: 'auditor', study: null, site: null }, given)
      const person = await personById(tx, people.records.keys, personId)
      return signInUrl(tx, people, { person: person ?? assert.fail() }, app.now())
    })
  }

  test('a passkey is added by who is signed in, signs in without a mail, and is taken away', async () => {
    const page = await browser.newPage()
    const { cdp, id } = await withAuthenticator(page)
    await page.goto(await linkFor('anne@example.org'))
    await page.getByRole('button', { name: 'Sign in now' }).click()
    await page.getByRole('heading', { name: 'Your account' }).waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await page.getByLabel('A name for it').fill('My phone')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('The passkey was added').waitFor()
    const row = page.getByRole('row', { name: /My phone/ })
    assert.match((await row.textContent()) ?? '', /Never/)
    const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })
    assert.equal(credentials.length, 1)
    assert.equal(credentials[0]?.rpId, 'localhost')

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await page.goto(`${app.baseUrl}/account?did=name`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByRole('heading', { name: 'Your account' }).waitFor()
    assert.match(page.url(), /\/account\?did=name$/)
    assert.match((await page.getByRole('table').last().textContent()) ?? '', /Passkey/)

    await page.getByRole('button', { name: 'Remove the passkey My phone' }).click()
    await page.getByText('The passkey was removed').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('That did not work').waitFor()
    await page.close()
  })

  test('a passkey whose counter went back is a copy, and signs nobody in', async () => {
    const page = await browser.newPage()
    const { cdp, id } = await withAuthenticator(page)
    await page.goto(await linkFor('paul@example.org'))
    await page.getByRole('button', { name: 'Sign in now' }).click()
    await page.getByLabel('A name for it').fill('Ward')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('The passkey was added').waitFor()
    const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })
    await app.people.records.write((tx) =>
      tx
        .updateTable('passkey')
        .set({ counter: (credentials[0]?.signCount ?? 0) + 50 })
        .execute(),
    )
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('That did not work').waitFor()
    await page.close()
  })

  test('what no browser of ours was asked to sign is refused, and a challenge is good once', async () => {
    const visit = visitor(site, app.baseUrl)
    const headers = { 'content-type': 'application/json', origin: app.baseUrl }
    const send = (path: string, sent: unknown, cookie = '') =>
      visit.send(path, { body: JSON.stringify(sent) }, { headers: { ...headers, cookie } })
    const { text } = await send('/sign-in/passkey/challenge', {})
    const asked = JSON.parse(text) as { challenge: string; allowCredentials?: unknown }
    assert.equal(asked.allowCredentials, undefined)
    const clientDataJSON = Buffer.from(
      JSON.stringify({ type: 'webauthn.get', challenge: asked.challenge, origin: app.baseUrl }),
    ).toString('base64url')
    const response = {
      id: 'A'.repeat(43),
      rawId: 'A'.repeat(43),
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON, authenticatorData: 'AA', signature: 'AA' },
    }
    const count = async () =>
      (await app.people.records.db.selectFrom('passkey_challenge').selectAll().execute()).length
    const before = await count()
    for (const wrong of [response, response, null, {}, { ...response, id: '' }, 'x'])
      assert.equal((await send('/sign-in/passkey', { response: wrong })).status, 422)
    assert.equal(await count(), before - 1)
    assert.equal((await send('/account/passkeys', { response })).status, 401)
    const { cookie } = await signedIn(app.people.records, [], 'anne@example.org', app.now())
    assert.equal((await send('/account/passkeys', { response }, cookie)).status, 422)
    const fresh = opened.clock
    opened.clock = new Date(fresh.getTime() + 16 * 60_000)
    const late = [
      await send('/account/passkeys/challenge', {}, cookie),
      await send('/account/passkeys', { response }, cookie),
    ]
    opened.clock = fresh
    for (const { text: told } of late)
      assert.deepEqual(JSON.parse(told), { to: '/sign-in?then=%2Faccount&again=yes' })
    const form = { 'content-type': 'text/plain', origin: app.baseUrl, cookie }
    for (const path of ['/account/passkeys', '/sign-in/passkey', '/account/passkeys/challenge'])
      assert.equal((await visit.send(path, { body: '{}' }, { headers: form })).status, 415)
    assert.equal(
      (await visit.post('/account/passkeys/nothing/removal', {}, { headers: { cookie } })).status,
      404,
    )
  })
})
