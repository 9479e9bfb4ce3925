import type { Config } from '../app/config/config.ts'
import { buildPlaces } from '../finder/places/build.ts'
import { placesTrouble } from '../finder/places/checksum.ts'
import { existsSync } from 'node:fs'
import { placesFile } from '../app/folders.ts'
import { terminalWords } from '../words/terminal.ts'
import type { Progress } from './progress.ts'

/** Builds the file of towns and postcodes if it is not there, or not as it was written. */
export function preparePlaces(config: Config, progress: Progress): void {
  const file = placesFile(config)
  const trouble = placesTrouble(file)
  if (trouble === undefined) return
  if (existsSync(file)) progress.say(terminalWords.placesBuiltAgain(file, trouble))
  const onProgress = (done: number, total: number): void =>
    progress.show({ label: 'Towns and postcodes', done, total, unit: 'steps' })
  onProgress(0, 5)
  buildPlaces(file, { onProgress })
  progress.end()
}
