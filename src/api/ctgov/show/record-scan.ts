import { setTimeout as wait } from 'node:timers/promises'
import type { Catalogue } from '../../../finder/catalogue/model/catalogue.ts'
import { branches } from '../../../finder/registry/pieces/branches.ts'
import { valuesAt } from '../../../finder/registry/pieces/pieces.ts'
import { servedRecord } from './served-record.ts'

/** What no index tells, read from all records. */
export interface RecordScan {
  /** The bytes of each record as JSON, with its number. */
  readonly sizes: readonly { readonly nctId: string; readonly bytes: number }[]
  /** For each list of objects, by its path: how many studies have so many elements of it. */
  readonly lists: ReadonlyMap<string, ReadonlyMap<number, number>>
}

/**
 * Reads all records when it is first asked, in turns between which others are answered, and remembers what it read for as long
 * as the catalogue stays as it is: a second for a few thousand studies, minutes for the whole registry. Throws `StudyDamaged`.
 */
export function recordScanner(catalogue: Catalogue): () => Promise<RecordScan> {
  let known: { readonly generation: string; readonly scan: Promise<RecordScan> } | undefined
  return () => {
    const { generation } = catalogue.summary()
    if (known?.generation === generation) return known.scan
    const scan = scanned(catalogue)
    known = { generation, scan }
    scan.catch(() => {
      if (known?.scan === scan) known = undefined
    })
    return scan
  }
}

const listPaths = branches.flatMap(({ path }) => (path.endsWith('[]') ? path : []))

async function scanned(catalogue: Catalogue): Promise<RecordScan> {
  const sizes: { nctId: string; bytes: number }[] = []
  const lists = new Map(listPaths.map((path) => [path, new Map<number, number>()]))
  let until = performance.now() + mostMs
  for (let from = 0; ; from += atOnce) {
    const ids = catalogue.ids(from, atOnce)
    for (const { nctId } of ids) {
      const stored = catalogue.study(nctId)
      if (!stored) continue
      const record = servedRecord(stored)
      sizes.push({ nctId, bytes: Buffer.byteLength(JSON.stringify(record)) })
      for (const [path, counts] of lists) {
        const count = elementsAt(record, path)
        counts.set(count, (counts.get(count) ?? 0) + 1)
      }
      if (performance.now() < until) continue
      await wait(pauseMs)
      until = performance.now() + mostMs
    }
    if (ids.length < atOnce) return { sizes, lists }
  }
}

/** What is empty is no element. */
function elementsAt(record: object, path: string): number {
  let count = 0
  for (const one of valuesAt(record, { path }))
    if (typeof one === 'object' && one !== null && Object.keys(one).length > 0) count++
  return count
}

const atOnce = 1000
/** A turn, and so much for others before the next. */
const mostMs = 10
const pauseMs = 15
