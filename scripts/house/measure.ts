import { dirname } from 'node:path'
import { rooms } from '../../src/rooms.ts'
import { circlesOf } from '../../src/testing/house/circles.ts'
import { type Exported, exportsOf, namesWithTwoMeanings } from '../../src/testing/house/exports.ts'
import { type HouseFile, isProduct, readHouse } from '../../src/testing/house/read-house.ts'
import { type Breach, breachesOf } from '../../src/testing/house/walls.ts'

/** The house in numbers, and behind each number the places it counts. */
export interface HouseMeasures {
  readonly files: number
  /** Lines a file, of what ships. */
  readonly medianLines: number
  readonly ninetiethLines: number
  /** Each must be empty. */
  readonly offences: Readonly<Record<Offence, readonly string[]>>
  /** Files of under 25 lines that only one other uses: worth a look, not forbidden. */
  readonly small: readonly string[]
}

export type Offence =
  | 'fileCircles'
  | 'folderCircles'
  | 'upward'
  | 'pastFace'
  | 'docstrings'
  | 'throws'
  | 'names'

/** Reads all of `src` and counts. */
export function measureHouse(): HouseMeasures {
  const all = readHouse()
  const product = all.filter(isProduct)
  const lines = product.map(({ text }) => text.split('\n').length - 1).toSorted((a, b) => a - b)
  const exported = product.flatMap(exportsOf)
  const breaches = all.flatMap((file) => breachesOf(file, rooms))
  return {
    files: product.length,
    medianLines: lines[Math.floor(lines.length / 2)] ?? 0,
    ninetiethLines: lines[Math.floor(lines.length * 0.9)] ?? 0,
    offences: {
      fileCircles: circlesOf(filesGraph(all)).map((circle) => circle.join(' ')),
      folderCircles: circlesOf(foldersGraph(product)).map((circle) => circle.join(' ')),
      upward: breaches.filter(({ kind }) => kind !== 'face').map(arrow),
      pastFace: breaches.filter(({ kind }) => kind === 'face').map(arrow),
      docstrings: exported.filter(({ hasDocstring }) => !hasDocstring).map(place),
      throws: exported.filter(({ throwsUnsaid }) => throwsUnsaid).map(place),
      names: namesWithTwoMeanings(exported).map(({ name, paths }) => `${name}: ${paths.join(' ')}`),
    },
    small: smallFiles(product),
  }
}

function filesGraph(files: readonly HouseFile[]): ReadonlyMap<string, readonly string[]> {
  return new Map(files.map(({ path, imports }) => [path, imports]))
}

/** Folders by the imports of their files; what a folder takes of itself is no arrow. */
function foldersGraph(files: readonly HouseFile[]): ReadonlyMap<string, readonly string[]> {
  const folders = Map.groupBy(files, ({ path }) => dirname(path))
  return new Map(
    [...folders].map(([folder, those]) => {
      const targets = those.flatMap(({ imports }) => imports.map((path) => dirname(path)))
      return [folder, [...new Set(targets)].filter((target) => target !== folder)]
    }),
  )
}

function smallFiles(files: readonly HouseFile[]): readonly string[] {
  return files
    .filter(({ text }) => text.split('\n').length - 1 < 25)
    .flatMap(({ path }) => {
      const users = files.filter(({ imports }) => imports.includes(path))
      return users.length === 1 ? [`${path} <- ${users[0]?.path}`] : []
    })
}

function arrow({ from, to }: Breach): string {
  return `${from} -> ${to}`
}

function place({ path, line, name }: Exported): string {
  return `${path}:${line} ${name}`
}
