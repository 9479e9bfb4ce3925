import { renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPlaces } from '../src/finder/places/build.ts'
import { placesTrouble } from '../src/finder/places/checksum.ts'
import { placesVersion } from '../src/finder/places/schema.ts'
import { exampleStudy, lyon, paris } from '../src/testing/test-alerts.ts'

/** A study of a small registry of our own, as it is after a round of changes. */
export interface SmallStudy {
  readonly number: number
  readonly open: boolean
  /** The round in which it changed last; it is in the title, so that a mail tells which change it is about. */
  readonly round: number
}

export function nctOf(number: number): string {
  return `NCT0${String(7_000_000 + number)}`
}

const first = Temporal.PlainDate.from('2026-01-01')

/** Writes studies as the registry would publish them, one a line. */
export function writeStudies(file: string, studies: readonly SmallStudy[]): void {
  const lines = studies.map(({ number, open, round }) =>
    JSON.stringify(
      exampleStudy({
        nctId: nctOf(number),
        title: `Trial ${number} of round ${round}.`,
        status: open ? 'RECRUITING' : 'SUSPENDED',
        updated: first.add({ days: round }).toString(),
        sites: number % 2 === 0 ? [paris] : [lyon],
        criteria: `Inclusion: children. ${'Long text that makes the record as long as real ones are. '.repeat(20)}`,
      }),
    ),
  )
  writeFileSync(file, `${lines.join('\n')}\n`)
}

/** The file of towns, built once and kept for the next run. */
export function placesFile(): string {
  const file = join(tmpdir(), `trialway-faults-places-${placesVersion}.sqlite`)
  if (placesTrouble(file) === undefined) return file
  const draft = `${file}.${process.pid}`
  buildPlaces(draft)
  renameSync(draft, file)
  return file
}
