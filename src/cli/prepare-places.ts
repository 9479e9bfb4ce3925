import { existsSync } from 'node:fs'
import type { Config } from '../app/config/config.ts'
import { buildPlaces } from '../finder/places/build.ts'
import { placesFile } from '../app/folders.ts'
import type { Progress } from './progress.ts'

/** Builds the file of towns and postcodes if it is not there. */
export function preparePlaces(config: Config, progress: Progress): void {
  if (existsSync(placesFile(config))) return
  const onProgress = (done: number, total: number): void =>
    progress.show({ label: 'Towns and postcodes', done, total, unit: 'steps' })
  onProgress(0, 5)
  buildPlaces(placesFile(config), { onProgress })
}
