import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

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

function isName(name: string): boolean {
  return /^[\w-][\w.-]*\.eml$/.test(name)
}

function nothingThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
