import { join } from 'node:path'
import { categories } from '../../vocabulary/categories.ts'
import { studyFlag } from '../segment/columns.ts'
import type { CountedSegment } from '../segment/loaded.ts'
import type { CatalogueSummary, StudyCount } from '../model/summary.ts'

/** What is worked out over the whole catalogue once its segments are written. */
export interface Overview {
  readonly summary: Omit<CatalogueSummary, 'generation' | 'imported'>
  readonly categories: Readonly<Record<string, StudyCount>>
}

/** Counts studies, countries and categories over the segments; only the version of a study that counts is counted. */
export function overviewOf(loaded: readonly CountedSegment[]): Overview {
  const counts = categories.map(() => ({ all: 0, recruiting: 0 }))
  const countries = new Set<string>()
  let studies = 0
  let recruiting = 0
  for (const { columns, alive, segment } of loaded) {
    for (let doc = 0; doc < alive.length; doc++) {
      if (alive[doc] === 0) continue
      const open = (columns.flags[doc] ?? 0) & studyFlag.open ? 1 : 0
      studies++
      recruiting += open
      for (let bits = columns.categories[doc] ?? 0; bits !== 0; bits &= bits - 1) {
        const count = counts[31 - Math.clz32(bits & -bits)]
        if (count) {
          count.all++
          count.recruiting += open
        }
      }
    }
    for (const code of segment.countries) countries.add(code)
  }
  return {
    summary: { studies, recruiting, countries: countries.size, ...processedBetween(loaded) },
    categories: Object.fromEntries(
      categories.map(({ slug }, index) => [slug, counts[index] ?? { all: 0, recruiting: 0 }]),
    ),
  }
}

function processedBetween(
  loaded: readonly CountedSegment[],
): Pick<CatalogueSummary, 'processedFrom' | 'processedTo'> {
  const serving = loaded.filter(({ alive }) => alive.includes(1))
  const from = serving
    .map(({ segment }) => segment.processed.from)
    .filter(Boolean)
    .toSorted()[0]
  const to = serving
    .map(({ segment }) => segment.processed.to)
    .filter(Boolean)
    .toSorted()
    .at(-1)
  return { ...(from && { processedFrom: from }), ...(to && { processedTo: to }) }
}

/** The file beside the segments in which a state of the catalogue keeps its names. */
export function namesFile(folder: string, importedAs: string): { name: string; path: string } {
  const name = `names-${importedAs}.sqlite`
  return { name, path: join(folder, name) }
}
