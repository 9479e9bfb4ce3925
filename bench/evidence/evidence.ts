import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DataFolder } from './data-folder.ts'

/** One check: what is checked, the value that is published or was worked out, ours, and where the first comes from. */
export interface Row {
  readonly what: string
  /** As printed in the source, to its digits. */
  readonly published: string
  /** Ours, printed alike; undefined where the file it needs is not here. */
  readonly found: string | undefined
  readonly source: string
}

/** The checks of one file of `checks/`. */
export interface Section {
  readonly title: string
  readonly note?: string
  readonly rows: readonly Row[]
}

/** What a row says in the end. */
export type RowState = 'equal' | 'differs' | 'not run'

/** Whether ours is what is published. */
export function stateOf({ published, found }: Row): RowState {
  if (found === undefined) return 'not run'
  return found === published ? 'equal' : 'differs'
}

/** Runs the files of `checks/`, all but those named, in the order of their names. Throws when one has no `section`. */
export async function gather(
  data: DataFolder,
  but: readonly string[] = [],
): Promise<readonly Section[]> {
  const folder = join(import.meta.dirname, 'checks')
  const sections: Section[] = []
  for (const file of globSync('*.ts', { cwd: folder }).toSorted()) {
    if (but.includes(file)) continue
    const { section }: { section?: (data: DataFolder) => Section | Promise<Section> } =
      await import(pathToFileURL(join(folder, file)).href)
    if (!section) throw new Error(`${basename(file)} exports no section`)
    sections.push(await section(data))
  }
  return sections
}
