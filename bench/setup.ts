import { join } from 'node:path'

/** Where one scale of the bench is measured, and whom to tell. */
export interface BenchSetup {
  /** How many studies. */
  readonly studies: number
  /** The folder of this scale; everything large is in it. */
  readonly folder: string
  /** Studies to multiply: a file or a folder. */
  readonly source: string
  /** The day of the searches, `yyyy-MM-dd`. */
  readonly today: string
  readonly say: (text: string) => void
}

export const seed = 20261123

export function zipFile({ folder }: BenchSetup): string {
  return join(folder, 'studies.zip')
}

export function dataFolder({ folder }: BenchSetup): string {
  return join(folder, 'data')
}

export function catalogueFolder(setup: BenchSetup): string {
  return join(dataFolder(setup), 'catalogue')
}
