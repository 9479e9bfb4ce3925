import type { Config } from '../app/config/config.ts'
import { readSoundManifest } from '../finder/catalogue/model/manifest.ts'
import { catalogueFolder } from '../app/folders.ts'
import { Failure } from './outcome.ts'

/** The folder of the catalogue, for commands that cannot do without one. Throws `Failure` where there is none. */
export function neededCatalogue(config: Config): string {
  const folder = catalogueFolder(config)
  if (!readSoundManifest(folder))
    throw new Failure(
      'There is no catalogue yet. The first "npm start" makes one, or: npx trialway import FILE',
    )
  return folder
}
