import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { crc32 } from 'node:zlib'
import { syncFolder, syncHandle, writeBytes } from '../../../base/durable-files.ts'
import { changeListFile, type KeptList } from '../model/changes.ts'
import { nctNumber } from '../model/nct-number.ts'

/**
 * Joins what the workers found changed into one list, durable before it is named anywhere. Of a study
 * that several of them imported, the last one's counts, as it does in the catalogue. The parts are gone after.
 */
export async function writeChangeList(
  folder: string,
  parts: readonly string[],
  { number, at }: { readonly number: number; readonly at: string },
): Promise<KeptList> {
  const files = parts.map((name) => join(folder, name))
  const digest = createHash('sha256').update(at)
  const last = new Map<number, number>()
  let line = 0
  for await (const text of linesOf(files)) {
    digest.update(text)
    last.set(studyOf(text), line++)
  }
  const name = `changes-${number}-${digest.digest('hex').slice(0, 8)}`
  const list = { name, number, at, studies: last.size }
  const checksum = await writeLines(changeListFile(folder, name), JSON.stringify(list), files, last)
  syncFolder(folder)
  for (const file of files) rmSync(file)
  return { ...list, checksum }
}

/** Lists are kept for thirty days after their import, and no more than the last thousand. */
export function listsToKeep(lists: readonly KeptList[], now: Temporal.Instant): KeptList[] {
  const oldest = now.subtract({ hours: 24 * keptDays })
  return lists
    .filter(({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), oldest) >= 0)
    .slice(-mostKept)
}

const keptDays = 30
const mostKept = 1000

/** Gives the checksum of what was written. */
async function writeLines(
  file: string,
  header: string,
  parts: readonly string[],
  last: ReadonlyMap<number, number>,
): Promise<number> {
  const handle = openSync(file, 'w')
  try {
    let buffered = `${header}\n`
    let checksum = 0
    const write = (): void => {
      checksum = crc32(buffered, checksum)
      writeBytes(handle, buffered)
      buffered = ''
    }
    let line = 0
    for await (const text of linesOf(parts)) {
      if (last.get(studyOf(text)) === line++) buffered += `${text}\n`
      if (buffered.length >= bufferLetters) write()
    }
    write()
    syncHandle(handle)
    return checksum
  } finally {
    closeSync(handle)
  }
}

const bufferLetters = 1 << 18

async function* linesOf(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files) yield* createInterface({ input: createReadStream(file) })
}

/** Every line begins with the study's id. */
function studyOf(line: string): number {
  const start = '{"nctId":"'.length
  return nctNumber(line.slice(start, start + 'NCT00000000'.length))
}
