import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config/config.ts'

/** The folder of the catalogue in a data folder. */
export function catalogueFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'catalogue')
}

/** The towns and postcodes, built once. */
export function placesFile({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'places.sqlite')
}

/** Records fetched from a registry's API and not yet imported. */
export function spoolFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'fetching')
}

/** There while a server runs: where its operator's door is. */
export function operatorFile({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'operator.json')
}

/** There where everybody in the records is made up: every page says so. */
export function demonstrationMark({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'demonstration.txt')
}

/** There while a first start is not finished, so that one that was stopped begins again. */
export function firstStartMark({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'first-start.unfinished')
}

/**
 * The registry records that come with Trialway, by the number in front of their names: what has the same
 * number is imported together, and an older reading first, so that changes show.
 */
export function snapshotSources(folder = shippedSnapshot): readonly (readonly string[])[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d+-/.test(name)) : []
  const groups = Object.groupBy(names.toSorted(), (name) => String(Number.parseInt(name, 10)))
  return Object.values(groups).map((group = []) => group.map((name) => join(folder, name)))
}

const shippedSnapshot = join(import.meta.dirname, '../../data/snapshot')

/** The day of a moment, `yyyy-MM-dd`, in the operator's own time zone. */
export function dayOf(moment: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
