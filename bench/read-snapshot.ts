import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseRecord } from '../src/finder/registry/parse-record.ts'
import { readRecords } from '../src/finder/registry/read-records.ts'
import { isProblem } from '../src/finder/registry/records.ts'
import type { Study } from '../src/finder/registry/study.ts'

const shipped = join(import.meta.dirname, '../data/snapshot')

/** The records that come with Trialway, in their present versions. */
export function snapshotFolder(): string {
  const current = join(shipped, '2-current')
  return existsSync(current) ? current : shipped
}

/** The studies of a source, one of each id, in their order there; at most so many. */
export async function readSnapshot(source: string, most = Infinity): Promise<Study[]> {
  const studies = new Map<string, Study>()
  for await (const found of readRecords(source)) {
    const read = isProblem(found) ? found : parseRecord(found)
    if (isProblem(read)) throw new Error(`${read.place}: ${read.reason}`)
    studies.set(read.study.protocolSection.identificationModule.nctId, read.study)
    if (studies.size >= most) break
  }
  return [...studies.values()]
}
