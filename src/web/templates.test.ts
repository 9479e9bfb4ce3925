import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const web = import.meta.dirname
const sources = globSync('**/*.ts', { cwd: web }).filter((name) => !name.endsWith('.test.ts'))

for (const name of sources) {
  const text = readFileSync(join(web, name), 'utf8')
  if (!text.includes('html`')) continue

  test(`${name} puts every value of an attribute in quotes`, () => {
    assert.doesNotMatch(text, /[\w-]=\$\{/)
  })

  test(`${name} writes our own addresses by link() alone`, () => {
    assert.doesNotMatch(text, /(?:href|action)="\/(?!\/)/)
  })
}

for (const name of sources) {
  const text = readFileSync(join(web, name), 'utf8')
  if (!/\blink(?:In)?\(|\.(?:get|post|use)\(/.test(text)) continue

  test(`${name} takes the path of a link and the pattern of a route from the table of paths`, () => {
    assert.doesNotMatch(text, /\blink(?:In)?\((?:[^()'`]|\([^()]*\))*['`]\//)
    assert.doesNotMatch(text, /\.(?:get|post|use)\(\s*['`]\//)
  })
}

test('unescaped HTML is written in few places, each a renderer of our own', () => {
  const users = sources.filter((name) =>
    /import \{[^}]*\braw\b[^}]*\} from 'hono\/html'/.test(readFileSync(join(web, name), 'utf8')),
  )
  assert.deepEqual(
    users.filter((name) => !allowed.has(name)),
    [],
  )
})

/** Output of our own renderers: constant JSON, escaped JSON, and the registry's markdown with HTML off. */
const allowed = new Set([
  'shell/assets/assets.ts',
  'listing/check/own-rule.ts',
  'listing/parts/registry-text.ts',
  'listing/parts/script-json.ts',
  'listing/sections/eligibility.ts',
])
