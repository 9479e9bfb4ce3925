import { createReadStream } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A file with one message or, in the mbox form, many. */
export interface MailFile {
  readonly path: string
  readonly bytes: number
  readonly changedAt: Date
}

/** The files of a mailbox: an mbox or a message itself, a Maildir's `new` and `cur`, or the messages in a folder. */
export async function filesIn(path: string): Promise<readonly MailFile[]> {
  const found = await stat(path)
  if (!found.isDirectory()) return [{ path, bytes: found.size, changedAt: found.mtime }]
  const names = await readdir(path)
  const folders = ['new', 'cur'].filter((name) => names.includes(name))
  const paths =
    folders.length > 0
      ? (await Promise.all(folders.map((folder) => pathsIn(join(path, folder))))).flat()
      : (await pathsIn(path)).filter((file) => file.endsWith('.eml'))
  return (await Promise.all(paths.map(fileAt))).flat()
}

async function pathsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return names
    .filter((name) => !name.startsWith('.'))
    .toSorted()
    .map((name) => join(folder, name))
}

/** A reader of the mailbox may move a file from `new` to `cur` at any moment. */
async function fileAt(path: string): Promise<MailFile[]> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() === true ? [{ path, bytes: found.size, changedAt: found.mtime }] : []
}

/** The messages in a file, one after the other; of a huge one only the beginning. */
export async function* messagesIn({ path }: MailFile): AsyncGenerator<Uint8Array> {
  if (!(await isMbox(path))) {
    const bytes = await readFile(path).catch(() => undefined)
    if (bytes) yield bytes.subarray(0, mostBytes)
    return
  }
  let lines: string[] = []
  let length = 0
  let isAfterGap = true
  // Latin-1 keeps every byte as it is.
  const input = createReadStream(path, { encoding: 'latin1' })
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (isAfterGap && separator.test(line)) {
      if (lines.length > 0) yield bytesOf(lines)
      lines = []
      length = 0
    } else if (length < mostBytes) {
      lines.push(line.replace(/^>(>*From )/, '$1'))
      length += line.length
    }
    isAfterGap = line === ''
  }
  if (lines.length > 0) yield bytesOf(lines)
}

/** As in `From MAILER-DAEMON Wed Nov 25 09:00:00 2026`. */
const separator = /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) /

async function isMbox(path: string): Promise<boolean> {
  await using file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(5), 0, 5, 0)
  return buffer.toString('latin1') === 'From '
}

function bytesOf(lines: readonly string[]): Uint8Array {
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1')
}

const mostBytes = 1_000_000
