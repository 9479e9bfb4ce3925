import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { createSite } from '../site.ts'

let app: TestApp

before(async () => {
  app = await openTestApp()
})

after(() => app.close())

const operator = {
  name: 'Fondation <Exemple>',
  address: '1 rue de l’Exemple, 75000 Paris',
  mail: 'contact@example.org',
  phone: '+33 1 00 00 00 00',
  director: 'Camille Exemple',
  host: 'Example Hosting, 2 rue de l’Exemple, 75000 Paris, +33 1 00 00 00 01',
}

test('who runs the site, who answers for it and who hosts it are said, in both languages', async () => {
  const site = createSite({ ...app, operator })
  for (const path of ['/about', '/fr/about']) {
    const page = await (await site.request(path)).text()
    assert.match(page, /Fondation &lt;Exemple&gt;/)
    assert.match(page, /<a href="mailto:contact@example\.org">contact@example\.org<\/a>/)
    for (const part of [operator.phone, operator.director, operator.host])
      assert.ok(page.includes(part), part)
    assert.doesNotMatch(page, /class="wrong"/)
  }
})

test('what nobody has set is shown as missing, not left out', async () => {
  const site = createSite({ ...app, operator: { name: 'Fondation Exemple' } })
  const page = await (await site.request('/about')).text()
  assert.equal(page.match(/Not given yet/g)?.length, 5)
  const home = await (await createSite({ ...app, operator: {} }).request('/en')).text()
  assert.match(home, /Its operator has not said so yet/)
})

test('every page names who runs the site, with the way to write to them', async () => {
  const site = createSite({ ...app, operator })
  const page = await (await site.request('/fr/help/search')).text()
  assert.match(page, /Fondation &lt;Exemple&gt;, 1 rue de l’Exemple, 75000 Paris\./)
  assert.match(page, /<a href="mailto:contact@example\.org">Nous écrire<\/a>/)
})
