import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openTestApp, type TestApp } from '../testing/test-site.ts'
import { createSite } from './site.ts'

let app: TestApp

before(async () => {
  app = await openTestApp()
})

after(() => app.close())

test('every address of the site is in docs/routes.md', () => {
  const documented = readFileSync(join(import.meta.dirname, '../../docs/routes.md'), 'utf8')
  const paths = createSite(app)
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ path }) => path.replace(/\{[^}]*\}/g, ''))
    .filter((path) => path !== '/en' && path !== '/fr' && !path.startsWith('/fr/'))
  for (const path of new Set(paths)) assert.ok(documented.includes(`\`${path}\``), path)
})
