import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** A file of a source that was named on the command line. */
export interface SourceFile {
  readonly path: string
  /** How messages name it: its path inside the source. */
  readonly place: string
  readonly bytes: number
  /** It is the source itself, not one of many in a folder. */
  readonly alone: boolean
  /** Why it is not read. */
  readonly reason?: string
}

/** The files of a source: itself, or all in a folder and its folders, in the order of their names. */
export async function filesOf(source: string): Promise<SourceFile[]> {
  const found = await stat(source)
  if (found.isDirectory()) return folderOf(source, '')
  return [{ path: source, place: basename(source), bytes: found.size, alone: true }]
}

async function folderOf(folder: string, place: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const files: SourceFile[] = []
  for (const entry of entries) {
    const [path, inner] = [join(folder, entry.name), place + entry.name]
    if (isNotData(entry.name)) continue
    try {
      if (entry.isDirectory()) files.push(...(await folderOf(path, `${inner}/`)))
      else files.push(await fileOf(entry, path, inner))
    } catch (error) {
      const reason = `It cannot be read: ${(error as Error).message}`
      files.push({ path, place: inner, bytes: 0, alone: false, reason })
    }
  }
  return files
}

async function fileOf(entry: Dirent, path: string, place: string): Promise<SourceFile> {
  if (entry.isFile()) return { path, place, bytes: (await stat(path)).size, alone: false }
  return { path, place, bytes: 0, alone: false, reason: 'It is a link or a device: not followed.' }
}

/** Texts that lie beside data and describe it, and hidden files, are passed over. */
export function isNotData(name: string): boolean {
  if (name.startsWith('__MACOSX')) return true
  return /(?:^|\/)\.[^/]*$|\.(?:md|txt|csv|tsv|ya?ml|html?|pdf|sha\d+|md5|sig|asc)$/i.test(name)
}

/** The registry names a file of one study by its id. */
export function holdsOneStudy(name: string): boolean {
  return /NCT\d{8}[^/]*\.(?:json|xml)(?:\.gz)?$/i.test(name)
}
