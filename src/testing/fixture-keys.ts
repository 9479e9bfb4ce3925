import { join } from 'node:path'
import { madeFrom } from './made-from.ts'

/** What the things are built from that are made once for all tests. */
const fixtures = {
  places: { program: 'src/testing/built-places.ts', data: ['data/places/*.{gz,json,tsv}'] },
  'big-towns': { program: 'src/testing/big-towns.ts', data: ['data/places/*.{gz,json,tsv}'] },
  fixture: {
    program: 'src/testing/fixture-catalogue.ts',
    data: ['data/vocabulary/*', 'data/places/*.{gz,json,tsv}'],
  },
  example: {
    program: 'src/testing/example-catalogue.ts',
    data: ['data/*/**/*.{gz,json,ndjson,tsv,xml}'],
  },
} as const

export type Fixture = keyof typeof fixtures

/** A name for the folder of a fixture: another one where what it is made from is another. */
export function folderOf(fixture: Fixture): string {
  return process.env[variableOf(fixture)] ?? nameOf(fixture)
}

/** Lets the processes of a run of tests know the names, so that not each reads the code and the data for them. */
export function shareFolders(): void {
  for (const fixture of Object.keys(fixtures) as Fixture[])
    process.env[variableOf(fixture)] = nameOf(fixture)
}

function nameOf(fixture: Fixture): string {
  const { program, data } = fixtures[fixture]
  const root = join(import.meta.dirname, '../..')
  return `${fixture}-${madeFrom({ root, program, data: [...data, 'package-lock.json'] })}`
}

const variableOf = (fixture: Fixture): string =>
  `TRIALWAY_TESTS_${fixture.toUpperCase().replaceAll('-', '_')}`
