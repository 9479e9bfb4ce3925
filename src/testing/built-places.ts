import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildPlaces } from '../finder/places/build.ts'
import { folderOf } from './fixture-keys.ts'
import { madeOnce } from './made-once.ts'

/**
 * The shipped places, built once for as long as they are made from the same, and beside them (`steps.json`) what was told
 * meanwhile. Read them, never write to them.
 */
export async function builtPlaces(): Promise<string> {
  const folder = await madeOnce(folderOf('places'), (made) => {
    const steps: string[] = []
    const onProgress = (done: number, total: number): void => void steps.push(`${done}/${total}`)
    buildPlaces(join(made, 'places.sqlite'), { onProgress })
    writeFileSync(join(made, 'steps.json'), JSON.stringify(steps))
  })
  return join(folder, 'places.sqlite')
}
