import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { openTestApp, type TestApp } from '../testing/test-site.ts'
import { paths } from './shell/paths.ts'
import { createOperatorSite, createSite } from './site.ts'

let app: TestApp

before(async () => {
  app = await openTestApp()
})

after(() => app.close())

const patterns = new Set<string>(Object.values(paths).map(({ pattern }) => pattern))

test('both doors together answer every address of the table of paths, and no other', () => {
  const answered = [...answeredBy(createSite(app)), ...answeredBy(createOperatorSite(app))]
  assert.deepEqual([...new Set(answered)].toSorted(), [...patterns].toSorted())
})

test('what the operator’s door answers, the site does not, but for styles and what needs an operator’s account', () => {
  const everybody = answeredBy(createSite(app))
  const both = answeredBy(createOperatorSite(app)).filter((path) => everybody.includes(path))
  assert.deepEqual(
    [...new Set(both)],
    [paths.admin.pattern, paths.adminJson.pattern, paths.asset.pattern, paths.favicon.pattern],
  )
})

function answeredBy(site: Hono): readonly string[] {
  return site.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ path }) => path)
    .filter((path) => path !== '/en' && path !== '/fr' && !path.startsWith('/fr/'))
}

test('docs/routes.md lists every address of the table of paths, and no other', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/routes.md'), 'utf8')
  const listed = new Set([...page.matchAll(/^\| `([^`]+)`/gm)].map(([, path]) => path ?? ''))
  const written = [...patterns].map((pattern) => pattern.replace(/\{[^}]*\}/g, ''))
  assert.deepEqual([...listed].toSorted(), [...new Set(written)].toSorted())
})

test('an address is made of its pattern and one value for each name in it', () => {
  assert.equal(paths.check('NCT02390596'), '/studies/NCT02390596/check')
  assert.equal(paths.studyJson('NCT02390596'), '/studies/NCT02390596.json')
  assert.equal(paths.categoryAtom('heart-and-blood'), '/categories/heart-and-blood.atom')
  assert.equal(paths.alertDeletion('abc', '7'), '/alerts/abc/7/deletion')
})
