import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const find = (pattern: string): string[] => globSync(pattern, { cwd: root }).toSorted()

test('every package we depend on is listed with its reason, and no other', () => {
  const packages = ['package.json', 'clients/package.json'].map(
    (file) => JSON.parse(read(file)) as Packages,
  )
  const rows = read('docs/dependencies.md').matchAll(/^\| (`.*?`) \|/gm)
  const listed = [...rows].flatMap(([, names = '']) => names.replaceAll('`', '').split(', '))
  const used = packages.flatMap(({ dependencies = {}, devDependencies }) =>
    Object.keys({ ...dependencies, ...devDependencies }),
  )
  assert.deepEqual([...new Set(listed)].toSorted(), [...new Set(used)].toSorted())
})

test('every decision has its three parts and stands in the list of decisions', () => {
  const files = find('docs/decisions/0*.md').map((path) => basename(path))
  const links = read('docs/decisions/README.md').matchAll(/\]\((\d{4}-[\w-]+\.md)\)/g)
  assert.deepEqual(
    [...links].map(([, file]) => file),
    files,
  )
  const parts = /## Context\n[^]+## Decision\n[^]+## Consequences\n/
  for (const file of files) assert.match(read(`docs/decisions/${file}`), parts)
})

test('no link between documents is broken', () => {
  for (const document of [...find('*.md'), ...find('docs/**/*.md')])
    for (const [, target = ''] of read(document).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      if (/^https?:/.test(target)) continue
      assert.ok(existsSync(join(root, dirname(document), target)), `${document} links to ${target}`)
    }
})

test('every file that a contributor is told to copy or to change is there', () => {
  for (const document of ['CONTRIBUTING.md', 'src/README.md'])
    for (const [, path = ''] of read(document).matchAll(/`((?:src|docs)\/[\w./-]+)`/g))
      assert.ok(existsSync(join(root, path)), `${document} names ${path}`)
})

test('what a room says of itself has at most 30 lines', () => {
  for (const file of find('src/**/README.md'))
    assert.ok(read(file).split('\n').length <= 31, `${file} is too long`)
})

interface Packages {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
