import { join } from 'node:path'
import { buildPlaces } from '../finder/places/build.ts'
import { madeFrom } from './made-from.ts'
import { madeOnce } from './made-once.ts'

/** The shipped places, built once for as long as they are made from the same. Read them, never write to them. */
export async function builtPlaces(): Promise<string> {
  const key = madeFrom({
    root: join(import.meta.dirname, '../..'),
    program: 'src/finder/places/build.ts',
    data: ['data/places/*.{gz,json,tsv}', 'package-lock.json'],
  })
  const folder = await madeOnce(`places-${key}`, async (made) =>
    buildPlaces(join(made, 'places.sqlite')),
  )
  return join(folder, 'places.sqlite')
}
