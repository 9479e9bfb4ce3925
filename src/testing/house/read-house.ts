import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** A file of the product or of its tests, and what it names. */
export interface HouseFile {
  /** From `src`, with slashes: `finder/catalogue/open-catalogue.ts`. */
  readonly path: string
  readonly text: string
  /** The files of ours that it imports, from `src`; types, side effects and `import()` included. */
  readonly imports: readonly string[]
  /** Packages and parts of Node that it imports. */
  readonly packages: readonly string[]
}

const source = join(import.meta.dirname, '../..')

/** Every TypeScript file under `src`, but those for the browser, which import nothing of ours. */
export function readHouse(): readonly HouseFile[] {
  return globSync('**/*.ts', { cwd: source })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('web/browser/'))
    .toSorted()
    .map(readFile)
}

/** True for what ships: neither a test nor what only tests use. */
export function isProduct({ path }: Pick<HouseFile, 'path'>): boolean {
  return !path.endsWith('.test.ts') && !path.startsWith('testing/')
}

function readFile(path: string): HouseFile {
  const text = readFileSync(join(source, path), 'utf8')
  const named = [
    ...text.matchAll(/^(?:import|export|\}).*?from '([^'\n]+)'|\bimport\(?\s?'([^'\n]+)'/gm),
  ]
  const targets = named.map(([, from, alone]) => from ?? alone ?? '')
  return {
    path,
    text,
    imports: targets.filter(isOurs).map((target) => resolved(path, target)),
    packages: targets.filter((target) => !isOurs(target)),
  }
}

function isOurs(target: string): boolean {
  return target.startsWith('.')
}

function resolved(from: string, target: string): string {
  return relative(source, join(source, dirname(from), target)).replaceAll('\\', '/')
}
