import { constants, copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openVocabulary } from '../../src/finder/vocabulary/vocabulary.ts'
import { buildPlaces } from '../../src/finder/places/build.ts'
import { placesTrouble } from '../../src/finder/places/checksum.ts'
import { dataFolder, type BenchSetup, zipFile } from '../setup.ts'
import { measureMultiply } from '../measure-multiply.ts'
import { runCommand } from '../program.ts'
import { writeDay } from './day-of-changes.ts'
import type { Plan } from './plan.ts'
import { readSubjects, type Subjects } from './subjects.ts'

/** What everything is measured on: a data folder whose last import nobody was matched to. */
export interface Prepared {
  readonly dataDir: string
  readonly subjects: Subjects
  /** What the day's import says it changed. */
  readonly changed: number
  readonly added: number
}

/** Copies or makes the catalogue, notes what people may ask for, and imports the day. */
export async function prepare(plan: Plan, say: (text: string) => void): Promise<Prepared> {
  const setup = setupOf(plan, say)
  const dataDir = dataFolder(setup)
  await makeCatalogue(plan, setup)
  say('reading what people may ask for')
  const subjects = await readSubjects({
    catalogueFolder: join(dataDir, 'catalogue'),
    placesFile: join(dataDir, 'places.sqlite'),
    vocabulary: openVocabulary(),
    today: setup.today,
    source: plan.source,
    searches: Math.max(500, Math.ceil(plan.subscriptions * 0.3)),
    studies: Math.max(500, Math.ceil(plan.subscriptions / 50)),
  })
  const file = join(setup.folder, 'day.zip')
  await writeDay({ ...plan, file, day: setup.today })
  say('importing the day')
  const ran = await runCommand(dataDir, ['import', file, '--json', '--quiet'])
  const { imports } = JSON.parse(ran.output) as {
    imports: { changed: number; new: number }[]
  }
  const { changed = 0, new: added = 0 } = imports.at(-1) ?? {}
  return { dataDir, subjects, changed, added }
}

function setupOf({ studies, folder, source }: Plan, say: (text: string) => void): BenchSetup {
  const today = new Date().toISOString().slice(0, 10)
  return { studies, folder: join(folder, String(studies)), source, today, say }
}

async function makeCatalogue(plan: Plan, setup: BenchSetup): Promise<void> {
  const dataDir = dataFolder(setup)
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  if (plan.data !== undefined) {
    setup.say('copying the catalogue')
    copyCatalogue(plan.data, dataDir)
    return
  }
  await measureMultiply(setup)
  setup.say('importing all studies')
  const places = join(dirname(setup.folder), 'places.sqlite')
  if (placesTrouble(places) !== undefined) buildPlaces(places)
  copyFileSync(places, join(dataDir, 'places.sqlite'))
  await runCommand(dataDir, ['import', zipFile(setup), '--json', '--quiet'])
}

function copyCatalogue(from: string, to: string): void {
  const options = { recursive: true, mode: constants.COPYFILE_FICLONE }
  cpSync(join(from, 'catalogue'), join(to, 'catalogue'), options)
  copyFileSync(join(from, 'places.sqlite'), join(to, 'places.sqlite'), constants.COPYFILE_FICLONE)
}
