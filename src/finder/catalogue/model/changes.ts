import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { PieceDamaged } from './damage.ts'
import type { ChangedField } from './stored.ts'

/** One import's list of changes, by name and place in the row of imports. */
export interface ChangeListName {
  /** "changes-12" and a suffix of its own, so that catalogues built anew never share a name. */
  readonly name: string
  readonly number: number
  /** When the import finished, as an ISO instant. */
  readonly at: string
  /** The import filled a new catalogue with older and newer records: what changed between them is history, not news. */
  readonly filling?: true
}

/** A list that is kept: how many studies it tells of, and a checksum (CRC-32) of its file. */
export interface KeptList extends ChangeListName {
  readonly studies: number
  readonly checksum: number
}

/** What one import changed, kept beside the catalogue for as long as alerts may need it. */
export interface ChangeList extends ChangeListName {
  readonly changes: readonly StudyChange[]
}

/** What an import changed in one study, with what a question about place, age and sex needs of its new version. */
export interface StudyChange {
  readonly nctId: string
  readonly kind: 'new' | 'changed'
  /** Names this version of the record: its last update day and 12 hex digits of its content hash. */
  readonly version: string
  readonly statusBefore?: string
  readonly status?: string
  /** Registry dates, as written. */
  readonly firstPosted?: string
  readonly verified?: string
  /** Empty for a new study. */
  readonly fields: readonly ChangedField[]
  /** Age limits in days, both inclusive, as the search has them; absent where there is none. */
  readonly minDays?: number
  readonly maxDays?: number
  readonly sex: 'ALL' | 'FEMALE' | 'MALE'
  /** A point for each site, in hundredths of a degree and parts of them as the search has it; null where unknown. */
  readonly sites: readonly (readonly [number, number] | null)[]
  /** The area of each site, as `FR/11/94` (`AreaPath`), null where unknown; absent in lists written before there were any. */
  readonly areas?: readonly (string | null)[]
  /** Places in `sites` that came, or began to take people, with this version. */
  readonly newSites: readonly number[]
  /** Places in `sites` that nobody can join although the study takes people; absent where there is none. */
  readonly closedSites?: readonly number[]
}

/** Where a folder keeps the list of a name: a first line about the list, then one study a line. */
export function changeListFile(folder: string, name: string): string {
  return join(folder, `${name}.ndjson`)
}

/**
 * A list whole; undefined when it has been removed since it was named. Throws `PieceDamaged` when its file is not as it was
 * written.
 */
export async function readChanges(folder: string, list: KeptList): Promise<ChangeList | undefined> {
  const { name, number, at, studies } = list
  const file = changeListFile(folder, name)
  if (!existsSync(file)) return undefined
  const bytes = await readFile(file)
  if (crc32(bytes) !== list.checksum) throw new PieceDamaged(file, 'it is not as it was written')
  const changes: StudyChange[] = []
  let isHeader = true
  for await (const line of createInterface({ input: Readable.from(piecesOf(bytes)) })) {
    if (!isHeader) changes.push(JSON.parse(line) as StudyChange)
    isHeader = false
  }
  if (changes.length !== studies)
    throw new Error(`${file} holds ${changes.length} of ${studies} changes`)
  return { name, number, at, changes }
}

/** Read some at a time, so that others get their turn. */
function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}
