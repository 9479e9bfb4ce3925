import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildPlaces } from '../finder/places/build.ts'
import { madeFrom } from './made-from.ts'
import { madeOnce } from './made-once.ts'

/**
 * The shipped places, built once for as long as they are made from the same, and beside them (`steps.json`) what was told
 * meanwhile. Read them, never write to them.
 */
export async function builtPlaces(): Promise<string> {
  const key = madeFrom({
    root: join(import.meta.dirname, '../..'),
    program: 'src/testing/built-places.ts',
    data: ['data/places/*.{gz,json,tsv}', 'package-lock.json'],
  })
  const folder = await madeOnce(`places-${key}`, (made) => {
    const steps: string[] = []
    const onProgress = (done: number, total: number): void => void steps.push(`${done}/${total}`)
    buildPlaces(join(made, 'places.sqlite'), { onProgress })
    writeFileSync(join(made, 'steps.json'), JSON.stringify(steps))
  })
  return join(folder, 'places.sqlite')
}
