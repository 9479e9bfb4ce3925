import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { visitor } from '../../../testing/visitor.ts'
import { createSite } from '../../site.ts'

let app: TestApp

before(async () => {
  app = await openTestApp()
})
after(() => app.close())

const pages = ['/en', '/fr', '/search', '/studies/NCT02390596', '/alerts/new', '/no-such-page']

test('where people are made up, every page says so before all else', async () => {
  const made = visitor(createSite({ ...app, isDemonstration: true }), app.baseUrl)
  const real = visitor(createSite(app), app.baseUrl)
  for (const path of pages) {
    const { text } = await made.get(path)
    assert.match(text, /Demonstration: the people are made up|les personnes sont inventées/, path)
    assert.doesNotMatch((await real.get(path)).text, /class="demonstration"/, path)
  }
})
