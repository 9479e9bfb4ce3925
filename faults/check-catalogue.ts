import { readManifest } from '../src/finder/catalogue/model/manifest.ts'
import { openCatalogue } from '../src/finder/catalogue/open-catalogue.ts'
import { openVocabulary } from '../src/finder/vocabulary/vocabulary.ts'
import type { Findings } from './fault.ts'

const vocabulary = openVocabulary()

/** Opens a catalogue as a server does: it must be whole, answer a search, and have every list of changes. */
export async function checkCatalogue(folder: string, findings: Findings): Promise<boolean> {
  try {
    const catalogue = await openCatalogue(folder, { processes: 1, timeoutMs: 20_000, vocabulary })
    try {
      const problems = await catalogue.damage()
      for (const problem of problems) findings.add('the catalogue is damaged', problem)
      const [first] = catalogue.ids(0, 1)
      if (first) {
        const changes = catalogue.changeLists().map(({ name }) => catalogue.readChangeList(name))
        if ((await Promise.all(changes)).includes(undefined))
          findings.add('a list of changes is missing')
        const found = await catalogue.searchAmong(
          [first.nctId],
          [{ category: ['heart-and-vessels'], today: '2026-11-25' }],
        )
        findings.expect(found[0]?.length === 1, 'a search does not find what is there')
      }
      return problems.length === 0
    } finally {
      await catalogue.close()
    }
  } catch (error) {
    findings.add('the catalogue does not open', (error as Error).message)
    return false
  }
}

/** How many imports changed a catalogue; 0 where there is none. */
export function stateOf(folder: string): number {
  return readManifest(folder)?.number ?? 0
}
