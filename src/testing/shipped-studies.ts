import { openCatalogue } from '../finder/catalogue/open-catalogue.ts'
import type { StoredStudy } from '../finder/catalogue/model/stored.ts'
import { exampleData } from './example-catalogue.ts'

/** Every study that ships, or one of so many, one after the other, as the catalogue keeps it. Throws where one cannot be read. */
export async function* shippedStudies(oneOf = 1): AsyncGenerator<StoredStudy> {
  const catalogue = await openCatalogue((await exampleData()).catalogue, {
    processes: 1,
    timeoutMs: 5000,
  })
  try {
    const ids = catalogue.ids(0, catalogue.summary().studies)
    for (const { nctId } of ids.filter((_, at) => at % oneOf === 0)) {
      const stored = catalogue.study(nctId)
      if (!stored) throw new Error(`${nctId} cannot be read`)
      yield stored
    }
  } finally {
    await catalogue.close()
  }
}
