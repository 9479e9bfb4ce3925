import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { Config } from '../app/config/config.ts'
import { readSoundManifest } from '../finder/catalogue/model/manifest.ts'
import { catalogueFolder, firstStartMark, placesFile, snapshotSources } from '../app/folders.ts'
import { importSources } from './import-sources.ts'
import { takeImportLock } from './import-lock.ts'
import { importReport } from './import-report.ts'
import { isNothingRead, rejectionsInWords } from './import-summary.ts'
import { Failure } from './outcome.ts'
import { fileSource } from './sources.ts'
import { preparePlaces } from './prepare-places.ts'
import { withThousands, timeInWords, type Progress } from './progress.ts'
import type { Terminal } from './terminal.ts'

/** True until the places and a whole catalogue have been built in the data folder. */
export function isFirstStart(config: Config): boolean {
  return (
    !hasCatalogue(config) || existsSync(firstStartMark(config)) || !existsSync(placesFile(config))
  )
}

function hasCatalogue(config: Config): boolean {
  return readSoundManifest(catalogueFolder(config)) !== undefined
}

/**
 * Builds the places file, then a catalogue from the records that come with Trialway. Throws `Failure` where none came
 * with it, none can be read, or another import is running.
 */
export async function firstStart(
  terminal: Terminal,
  config: Config,
  progress: Progress,
): Promise<void> {
  const began = performance.now()
  progress.say('First start: this takes a minute or two, once.')
  mkdirSync(config.dataDir, { recursive: true })
  const lock = takeImportLock(config.dataDir, terminal.now())
  try {
    preparePlaces(config, progress)
    if (!hasCatalogue(config) || existsSync(firstStartMark(config)))
      await importSnapshot(terminal, config, progress)
  } finally {
    progress.end()
    lock.release()
  }
  progress.say(`Ready after ${timeInWords((performance.now() - began) / 1000)}.`)
}

async function importSnapshot(
  terminal: Terminal,
  config: Config,
  progress: Progress,
): Promise<void> {
  const sources = snapshotSources()
  if (sources.length === 0)
    throw new Failure(
      'There is no catalogue yet, and no records in data/snapshot to make one from. Import your own: npx trialway import FILE',
    )
  writeFileSync(firstStartMark(config), '')
  const groups = sources.map((group) => group.map((path) => fileSource(path, terminal.signal)))
  const report = importReport(undefined)
  const imports = await importSources(groups, { terminal, config, progress, ...report })
  const rejected = rejectionsInWords({ imports, ...report.found(), seconds: 0 }, undefined)
  if (isNothingRead(imports)) throw new Failure(rejected.trimEnd())
  rmSync(firstStartMark(config))
  if (rejected !== '') progress.say(rejected.trimEnd())
  const studies = imports.at(-1)?.studies ?? 0
  progress.say(`${withThousands(studies)} studies are in the catalogue.`)
}
