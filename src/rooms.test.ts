import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guarded } from './guarded-packages.ts'
import { rooms } from './rooms.ts'
import { circlesOf } from './testing/house/circles.ts'
import { isProduct, readHouse } from './testing/house/read-house.ts'
import { breachesOf, matches, placeOf } from './testing/house/walls.ts'

const files = readHouse()

test('a file imports only rooms that its room uses, floors below its own, and the face of other rooms', () => {
  const breaches = files.flatMap((file) => breachesOf(file, rooms))
  assert.deepEqual(
    breaches.map(({ kind, from, to }) => `${kind}: ${from} -> ${to}`),
    [],
  )
})

test('rooms point one way only', () => {
  const seen: string[] = []
  for (const [name, { uses }] of Object.entries(rooms)) {
    for (const used of uses.filter((one) => !one.startsWith('study/')))
      assert.ok(
        seen.some((room) => matches(used, room)),
        `${name} uses ${used}, which is not below it`,
      )
    seen.push(name)
  }
})

test('the finder knows nothing of private data, and no door knows a door', () => {
  for (const [name, { uses }] of Object.entries(rooms)) {
    if (name.startsWith('finder/'))
      assert.ok(uses.every((used) => !used.startsWith('people/') && !used.startsWith('study/')))
    if (isDoor(name)) assert.ok(uses.every((used) => !isDoor(used)))
  }
})

/** What is under both doors for programs is none. */
function isDoor(room: string): boolean {
  return /^(?:web|cli|api\/.+)$/.test(room) && room !== 'api/shell'
}

test('every floor that is named is there, once', () => {
  const folders = new Set(
    files.flatMap(({ path }) => {
      const place = placeOf(path, rooms)
      return place ? [`${place.room}: ${place.folder}`] : []
    }),
  )
  for (const [name, { floors }] of Object.entries(rooms)) {
    assert.equal(new Set(floors).size, floors.length, name)
    for (const floor of floors) assert.ok(folders.has(`${name}: ${floor}`), `${name}: ${floor}`)
  }
})

test('no files import one another in a circle, types included', () => {
  const graph = new Map(files.map(({ path, imports }) => [path, imports]))
  assert.deepEqual(circlesOf(graph), [])
})

test('what a package can do is asked of it in few places', () => {
  for (const { path, packages } of files.filter(isProduct))
    for (const name of packages) {
      const key = Object.keys(guarded).find((one) => name === one || name.startsWith(`${one}/`))
      const places = key === undefined ? [''] : (guarded[key] ?? [])
      assert.ok(
        places.some((place) => path.startsWith(place)),
        `${path} may not name ${name}`,
      )
    }
})
