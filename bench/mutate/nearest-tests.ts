import { dirname } from 'node:path'
import type { HouseFile } from '../../src/testing/house/read-house.ts'

/** The files that change with a file, and the tests among them, the nearest first. Paths are from `src`. */
export interface Reach {
  readonly affected: readonly string[]
  readonly tests: readonly string[]
}

/** More tests than this are not nearest. */
const mostTests = 30

/**
 * What imports `path`, whatever lies between. The tests of its own folder are nearest, then those with the fewest imports
 * between. Only tests of the same wing, which need no server and no database.
 */
export function reachOf(path: string, files: readonly HouseFile[]): Reach {
  const importers = new Map<string, string[]>()
  for (const file of files)
    for (const target of file.imports)
      importers.set(target, [...(importers.get(target) ?? []), file.path])
  const hops = new Map([[path, 0]])
  for (const [at, distance] of hops)
    for (const importer of importers.get(at) ?? [])
      if (!hops.has(importer)) hops.set(importer, distance + 1)
  const affected = [...hops.keys()]
  const far = (test: string): number =>
    (hops.get(test) ?? 0) + (dirname(test) === dirname(path) ? 0 : hops.size)
  const tests = affected
    .filter((one) => one.endsWith('.test.ts') && wingOf(one) === wingOf(path))
    .toSorted((a, b) => far(a) - far(b))
  return { affected, tests: tests.slice(0, mostTests) }
}

function wingOf(path: string): string {
  return path.split('/')[0] ?? ''
}
