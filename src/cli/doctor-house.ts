import type { Config } from '../app/config/config.ts'
import { CatalogueOfOtherVersion, readSoundManifest } from '../finder/catalogue/model/manifest.ts'
import { CatalogueDamaged } from '../finder/catalogue/model/damage.ts'
import { openCatalogue } from '../finder/catalogue/open-catalogue.ts'
import { openPlaces } from '../finder/places/places.ts'
import { catalogueFolder, dayOf, placesFile } from '../app/folders.ts'
import { existsSync } from 'node:fs'
import type { Check } from './doctor-machine.ts'

/** Whether towns can be found. */
export function places(config: Config): Check {
  const name = 'Places'
  const file = placesFile(config)
  if (!existsSync(file)) return notYet(name)
  try {
    const opened = openPlaces(file)
    const [paris] = opened.find('Paris')
    opened.close()
    if (paris) return { name, state: 'good', text: 'Towns and postcodes can be found.' }
    return { name, state: 'wrong', text: 'Paris cannot be found.', todo: rebuild(file) }
  } catch (error) {
    return { name, state: 'wrong', text: reason(error), todo: rebuild(file) }
  }
}

/** Whether the catalogue opens, and a study in it can be found and read. */
export async function catalogue(config: Config, now: Date): Promise<Check> {
  const name = 'Catalogue'
  const folder = catalogueFolder(config)
  const todo =
    'Import again all your records: npx trialway import FILE. That mends what they hold, and names what they do not.'
  try {
    if (!readSoundManifest(folder)) return notYet(name)
    const opened = await openCatalogue(folder, {
      processes: 1,
      timeoutMs: 10_000,
      start: 'cold',
    })
    try {
      const { studies, imported, processedTo } = opened.summary()
      const { hits } = await opened.search({ today: dayOf(now), pageSize: 1 })
      const damage = await opened.damage()
      if (damage.length > 0) return { name, state: 'wrong', text: listed(damage), todo }
      const isWhole = hits[0] !== undefined && opened.study(hits[0].nctId) !== undefined
      const text = `${studies.toLocaleString('en')} studies, imported ${imported}, records up to ${processedTo}.`
      return isWhole ? { name, state: 'good', text } : { name, state: 'wrong', text, todo }
    } finally {
      await opened.close()
    }
  } catch (error) {
    // Its message says all: where the catalogue is, and what to do.
    if (error instanceof CatalogueOfOtherVersion || error instanceof CatalogueDamaged)
      return { name, state: 'wrong', text: error.message }
    return { name, state: 'wrong', text: `${folder}: ${reason(error)}`, todo }
  }
}

function listed(damage: readonly string[]): string {
  const more = damage.length > mostListed ? [`and ${damage.length - mostListed} more`] : []
  return [...damage.slice(0, mostListed), ...more].join('; ')
}

const mostListed = 100

function notYet(name: string): Check {
  return { name, state: 'note', text: 'Not there yet. The first start makes it: npm start' }
}

function rebuild(file: string): string {
  return `Start again, or import: ${file} is then built anew.`
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
