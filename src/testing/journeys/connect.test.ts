import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import PostalMime from 'postal-mime'
import type { Page } from 'playwright-core'
import { askTakers } from '../../app/ask-takers.ts'
import { answerAsks } from '../../people/asks/asks.ts'
import { checkAudit } from '../../people/audit/verify.ts'
import { keepPromises } from '../../people/enquiries/promise/keep.ts'
import { sendDue } from '../../people/mail/delivery/sender.ts'
import type { Records } from '../../people/records/model/records.ts'
import { carried } from '../../people/records/model/transfer.ts'
import { createSite } from '../../web/site.ts'
import { skipWithoutBrowser, visitLocalhost, withAuthenticator } from '../chromium.ts'
import { testCatalogue } from '../test-alerts.ts'
import { claimedStudy } from '../test-claims.ts'
import { openTestServer, postTo, sending, type TestServer } from '../test-mail.ts'
import { onOneStore } from '../test-records.ts'
import { openTestApp } from '../test-site.ts'

const canary = 'Zqxfieber seit Dienstag'

if (skipWithoutBrowser === false)
  onOneStore(
    'from a parent’s check to the site’s answer and back: written, claimed, signed in by passkey, invited, escalated, withdrawn',
    async (records, t) => {
      const world = await openWorld(records, t)
      const { parent, site, mails, move } = world

      await parent.goto(`${world.address}/fr/studies/NCT02390596/check?who=child&age=8mo&sex=male`)
      await parent.getByRole('button', { name: 'Voir le résultat' }).first().click()
      await parent
        .getByRole('button', { name: /^Écrire à/ })
        .first()
        .click()
      if ((await parent.getByLabel('Votre message').count()) === 0)
        await parent
          .getByRole('button', { name: /^Écrire à ce centre/ })
          .first()
          .click()
      await write(parent, 'mere@example.org', canary)
      await parent.goto(
        (await mails.linkTo('mere@example.org', /\/fr\/enquiries\/confirm\/\S+/)) ?? '',
      )
      await parent.getByRole('button', { name: 'Oui, il est de moi. Envoyer' }).click()
      await parent
        .getByRole('heading', { name: /Votre message/ })
        .first()
        .waitFor()
      const own = parent.url()

      // The registry's contact is told that somebody waits, claims the listing, and takes a passkey.
      // The mail is in the language of the site's country; she reads English.
      const claim = await mails.linkTo('nurse@example.org', /\/fr\/claims\/new\?\S+/)
      await site.goto(claim.replace('/fr/', '/'))
      await site.getByLabel(/e-mail/i).fill('nurse@example.org')
      await site.getByRole('button', { name: 'Send me the link' }).click()
      await site.goto(await mails.linkTo('nurse@example.org', /\/claims\/[\w-]{43}/))
      await site.getByRole('button', { name: 'Yes, I answer for it' }).click()
      await site.goto(`${world.address}/account`)
      await site.getByLabel('A name for it').fill('Ward')
      await site.getByRole('button', { name: 'Add a passkey' }).click()
      await site.getByText('The passkey was added').waitFor()
      await site.getByRole('button', { name: 'Sign out' }).click()
      await site.goto(`${world.address}/desk`)
      await site.getByRole('button', { name: 'Sign in with a passkey' }).click()
      await site.getByRole('link', { name: /8 months/ }).click()
      await site.getByText(canary).waitFor()
      await site.getByRole('radio', { name: 'Invited to screening' }).check()
      await site.getByRole('button', { name: 'Save and tell them' }).click()
      await site.getByText('Saved.').waitFor()

      move(24)
      await mails.go()
      await parent.goto(own)
      assert.match(await parent.getByRole('main').innerText(), /invit|examen/i)

      // Nobody answers the next one.
      await parent.goto(`${world.address}/fr/studies/NCT02390596/connect?age=2y`)
      if ((await parent.getByLabel('Votre message').count()) === 0)
        await parent
          .getByRole('link', { name: /^Écrire à ce centre/ })
          .first()
          .click()
      await write(parent, 'pere@example.org', 'Bonjour')
      await parent.goto(await mails.linkTo('pere@example.org', /\/fr\/enquiries\/confirm\/\S+/))
      await parent.getByRole('button', { name: 'Oui, il est de moi. Envoyer' }).click()
      const before = mails.to('nurse@example.org').length
      for (let day = 0; day < 6; day++) {
        move(24)
        await mails.go()
      }
      assert.ok(mails.to('nurse@example.org').length > before, 'the site is reminded')
      assert.ok(mails.to('pere@example.org').length >= 3, 'who asked is told that it is late')

      await parent.goto(own)
      await parent.getByText('Retirer ma demande').click()
      await parent.getByRole('button', { name: 'Retirer et effacer' }).click()
      await parent.getByRole('heading', { name: 'Retirée et effacée' }).waitFor()
      const left = await records.db.selectFrom('enquiry').select('id').execute()
      assert.equal(left.length, 1)
      for (const table of carried) {
        const rows = await records.db.selectFrom(table).selectAll().execute()
        assert.doesNotMatch(JSON.stringify(rows), /Zqxfieber|mere@example/)
      }
      assert.ok(!mails.all().some((text) => /Zqxfieber|Kawasaki|8 mois/.test(text)))
      assert.doesNotMatch(world.log(), /Zqxfieber|example\.org/)
      assert.equal((await checkAudit(records)).isWhole, true)
    },
  )

async function write(page: Page, email: string, message: string): Promise<void> {
  await page.getByLabel('Un parent ou tuteur').check()
  await page.getByLabel('Votre message').fill(message)
  await page.getByLabel('Votre adresse électronique').fill(email)
  await page.getByRole('checkbox', { name: 'Je suis d’accord' }).check()
  await page.getByRole('button', { name: 'Envoyer mon message' }).click()
  await page.getByRole('heading', { name: /messagerie/ }).waitFor()
}

/** The site by the name `localhost`, a mail server, a parent without JavaScript and somebody with an authenticator. */
async function openWorld(records: Records, t: TestContext) {
  const opened = await openTestApp()
  const smtp = await openTestServer(t)
  const catalogue = await (
    await testCatalogue(t)
  ).take([claimedStudy({ central: [] })], opened.now().toISOString())
  const peopleAt = (baseUrl: string) => ({ ...opened.people, records, baseUrl })
  const visit = await visitLocalhost((baseUrl) =>
    createSite({ ...opened, catalogue, people: peopleAt(baseUrl), baseUrl }),
  )
  const { browser, address } = visit
  const people = peopleAt(address)
  t.after(async () => {
    await visit.close()
    await opened.close()
  })
  const parent = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const site = await browser.newPage()
  await withAuthenticator(site)
  const studyOf = (id: string) => catalogue.study(id)?.study.protocolSection
  const go = async (): Promise<void> => {
    const now = opened.clock
    await answerAsks(people, askTakers, now)
    await keepPromises(people, now, { studyOf })
    await sendDue(records, postTo(smtp.port), sending({ now: () => now }))
  }
  return {
    address,
    parent,
    site,
    mails: { ...(await inbox(smtp, go)), go },
    log: () => opened.lines.join('\n'),
    move: (hours: number) => (opened.clock = new Date(opened.clock.getTime() + hours * 3_600_000)),
  }
}

async function inbox(smtp: TestServer, go: () => Promise<void>) {
  const of = (to: string) => smtp.received.filter((mail) => mail.to === to)
  return {
    to: of,
    all: () => smtp.received.map(({ message }) => message),
    /** The last address of ours of this kind that was mailed to somebody. */
    linkTo: async (to: string, kind: RegExp): Promise<string> => {
      await go()
      for (const { message } of of(to).toReversed()) {
        const { text = '' } = await PostalMime.parse(message)
        const found = new RegExp(`http://localhost:\\d+${kind.source}`).exec(text)
        if (found) return found[0]
      }
      throw new Error(`no such link was mailed to ${to}`)
    },
  }
}
