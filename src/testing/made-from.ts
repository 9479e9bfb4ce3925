import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** What a thing is built from, under `root`. */
interface Sources {
  readonly root: string
  /** The file that builds it. What that loads, workers included, is followed. */
  readonly program: string
  /** Patterns of the other files that are read while it is built. */
  readonly data: readonly string[]
}

/**
 * Sixteen hexadecimal digits that change with the code and the data that a thing is built from, and
 * with nothing else: not with a comment, an empty line, an indent, a type of another file or the time of a file.
 */
export function madeFrom({ root, program, data }: Sources): string {
  const parts = new Map<string, string | Buffer>()
  addProgram(join(root, program), parts)
  for (const file of globSync([...data], { cwd: root }))
    parts.set(join(root, file), readFileSync(join(root, file)))
  const hash = createHash('sha256')
  for (const [file, content] of [...parts].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    hash.update(`${relative(root, file)} ${content.length}\n`).update(content)
  return hash.digest('hex').slice(0, 16)
}

function addProgram(file: string, parts: Map<string, string | Buffer>): void {
  if (parts.has(file)) return
  const code = codeOf(readFileSync(file, 'utf8'))
  parts.set(file, code)
  for (const [, from, alone] of code.matchAll(loaded))
    addProgram(join(dirname(file), from ?? alone ?? ''), parts)
}

/** Files of ours that are imported for more than types, or named for a worker or a process. */
const loaded =
  /\b(?:import|export)\s(?!type\b)[^'"`;]*?\sfrom\s'(\.[^'\n]+)'|(?:\bimport\s|\bimport\(|\bnew URL\()'(\.[^'\n]+\.ts)'/g

/** Without comments that have lines of their own, and without indents. */
function codeOf(text: string): string {
  return text
    .replaceAll(/^[ \t]*\/\*[^]*?\*\/[ \t]*$/gm, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
    .join('\n')
}
