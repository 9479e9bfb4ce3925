import type { Room } from '../../rooms.ts'
import type { HouseFile } from './read-house.ts'

/** Where a file is: its room, and its folder in that room (`.` is the root). */
export interface RoomFolder {
  readonly room: string
  readonly folder: string
}

/** An import that the walls do not allow. */
export interface Breach {
  readonly kind: 'room' | 'floor' | 'face'
  readonly from: string
  readonly to: string
}

type Rooms = Readonly<Record<string, Room>>

/** All imports of one file that break a wall. Tests may import `testing` and `app` besides. */
export function breachesOf({ path, imports }: HouseFile, rooms: Rooms): readonly Breach[] {
  const from = placeOf(path, rooms)
  if (from === undefined) return path.includes('/') ? [{ kind: 'room', from: path, to: path }] : []
  if (from.room === 'testing') return []
  return imports.flatMap((to) => {
    const kind = breach(path, from, to, rooms)
    return kind ? [{ kind, from: path, to }] : []
  })
}

/** Undefined for a file in no room: `main.ts`, and folders that nobody named. */
export function placeOf(path: string, rooms: Rooms): RoomFolder | undefined {
  if (path.startsWith('testing/')) return { room: 'testing', folder: '.' }
  const room = Object.keys(rooms).find((name) => path.startsWith(`${name}/`))
  if (room === undefined) return undefined
  const folder = path.slice(room.length + 1).replace(/\/?[^/]*$/, '')
  return { room, folder: folder === '' ? '.' : folder }
}

function breach(
  path: string,
  from: RoomFolder,
  target: string,
  rooms: Rooms,
): Breach['kind'] | undefined {
  const isTest = path.endsWith('.test.ts')
  const to = placeOf(target, rooms)
  if (to?.room === 'testing') return isTest ? undefined : 'room'
  const room = rooms[from.room]
  if (!to || !room) return 'room'
  if (to.room === from.room)
    return isTest || isBelow(room, from.folder, to.folder) ? undefined : 'floor'
  if (isTest && to.room === 'app') return undefined
  if (!room.uses.some((used) => matches(used, to.room))) return 'room'
  return isTest || isFace(rooms[to.room], target.slice(to.room.length + 1), to.folder)
    ? undefined
    : 'face'
}

/** A folder may import from itself and from those named before it. */
function isBelow({ floors }: Room, from: string, to: string): boolean {
  const [own, other] = [floors.indexOf(from), floors.indexOf(to)]
  return own >= 0 && other >= 0 && other <= own
}

function isFace(room: Room | undefined, file: string, folder: string): boolean {
  return room?.face.some((part) => part === folder || part === file) ?? false
}

/** `finder/*` means every room of that wing. */
export function matches(used: string, room: string): boolean {
  return used.endsWith('/*') ? room.startsWith(used.slice(0, -1)) : used === room
}
