import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of data that may not ship with us, if one was given. */
export interface DataFolder {
  /** The text of a file, looked for in the folder and in those up to two below; undefined where it is not. */
  read(path: string): string | undefined
}

/** The data in `folder`; none where that is undefined. */
export function openDataFolder(folder: string | undefined): DataFolder {
  return {
    read(path) {
      if (folder === undefined) return undefined
      const patterns = [path, `*/${path}`, `*/*/${path}`]
      const found = patterns.flatMap((pattern) => globSync(pattern, { cwd: folder }))[0]
      return found === undefined ? undefined : readFileSync(join(folder, found), 'utf8')
    },
  }
}
