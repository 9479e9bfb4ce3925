import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { doors, guarded, rooms } from './rooms.ts'

const source = import.meta.dirname
const files = globSync('**/*.ts', { cwd: source }).filter((file) => !file.includes('web/browser/'))

for (const file of files) {
  test(`${file} imports only what its walls allow`, () => {
    for (const target of importsOf(file)) {
      if (target.startsWith('.')) assertMayImport(file, resolveImport(file, target))
      else assertMayName(file, target)
    }
  })
}

test('rooms point one way only', () => {
  const seen = new Set<string>()
  for (const [room, known] of Object.entries(rooms)) {
    for (const other of known)
      assert.ok(seen.has(other), `${room} knows ${other}, which is below it`)
    seen.add(room)
  }
})

test('the finder knows nothing of private data', () => {
  for (const [room, known] of Object.entries(rooms))
    if (room.startsWith('finder/')) assert.ok(known.every((other) => !other.startsWith('people/')))
})

function assertMayImport(file: string, target: string): void {
  const from = roomOf(file)
  const to = roomOf(target)
  if (from === to || from === '.' || from === 'app' || from === 'testing') return
  if (file.endsWith('.test.ts') && (to === 'testing' || to === 'app')) return
  const views = doors[from]
  if (views) {
    const mayView = views.some((wing) => to === wing || to.startsWith(`${wing}/`))
    assert.ok(mayView, `the door ${file} may not import ${target}`)
    return
  }
  assert.ok(from in rooms, `${from} is not in rooms.ts`)
  assert.ok(rooms[from]?.includes(to), `${file} may not import ${target}`)
}

function assertMayName(file: string, target: string): void {
  const name = Object.keys(guarded).find((key) => target === key || target.startsWith(`${key}/`))
  if (!name || file.endsWith('.test.ts') || file.startsWith('testing/')) return
  const places = guarded[name] ?? []
  assert.ok(
    places.some((place) => file.startsWith(place)),
    `${file} may not name ${target}`,
  )
}

/** Static, side-effect and dynamic imports with a literal path. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map(([, path]) => path ?? '')
}

function resolveImport(file: string, target: string): string {
  return relative(source, join(source, dirname(file), target))
}

/** `finder/catalogue/search/x.ts` is in the room `finder/catalogue`; `web/pages/x.ts` in the door `web`. */
function roomOf(file: string): string {
  const [first = '.', second = ''] = file.split('/')
  if (!file.includes('/')) return '.'
  return first === 'finder' || first === 'people' || first === 'study'
    ? `${first}/${second}`
    : first
}
