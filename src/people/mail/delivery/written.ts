import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import type { Reader, Records } from '../../records/model/records.ts'
import { writtenFolder } from './file-post.ts'

/** A mail that was written to a file, as its reader would get it. */
export interface WrittenMail {
  readonly name: string
  readonly subject: string
  readonly to: string
  readonly date: string
  readonly text: string
  readonly html: string
  readonly headers: readonly { readonly name: string; readonly value: string }[]
}

/** Names of the mails in a folder, newest first. */
export async function listWritten(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(nothingThere)
  return names.filter(isName).toSorted().toReversed()
}

/** One of them; `undefined` when there is none of that name. */
export async function readWritten(folder: string, name: string): Promise<WrittenMail | undefined> {
  if (!isName(name)) return undefined
  const bytes = await readFile(join(folder, name)).catch(() => undefined)
  if (bytes === undefined) return undefined
  const mail = await PostalMime.parse(bytes)
  return {
    name,
    subject: mail.subject ?? '',
    to: mail.to?.map(({ address }) => address ?? '').join(', ') ?? '',
    date: mail.date ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
  }
}

/**
 * Removes files, drafts too, of mails that are no longer in the outbox, as after their person was erased. Answers how many.
 * Throws what the file system throws.
 */
export async function removeStrayMails(records: Pick<Records, 'db' | 'dataDir'>): Promise<number> {
  const folder = writtenFolder(records)
  const names = await readdir(folder).catch(nothingThere)
  const kept = await mailsAmong(
    records.db,
    names.flatMap((name) => mailIdIn(name) ?? []),
  )
  const stray = names.filter((name) => {
    const id = mailIdIn(name)
    return id !== undefined && !kept.has(id)
  })
  for (const name of stray) await rm(join(folder, name), { force: true })
  return stray.length
}

/** As `openFilePost` names them, and what a killed process left of one. */
function mailIdIn(name: string): string | undefined {
  return /^\d{8}T\d{9}Z-([\da-f-]{36})\.eml/.exec(name)?.[1]
}

async function mailsAmong(db: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('mail').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}

function isName(name: string): boolean {
  return /^[\w-][\w.-]*\.eml$/.test(name)
}

function nothingThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
