import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Files of tests that run in one process, one after the other. */
export interface TestGroup {
  readonly name: string
  readonly files: readonly string[]
}

/**
 * Shares out files of tests, each to one group: those of a room together, a few to a group, and each of those that take
 * long by itself. What takes long comes first, so that no processor waits for it at the end.
 */
export function groupsOf(files: readonly string[]): readonly TestGroup[] {
  const alone = takeLong.filter((file) => files.includes(file))
  const others = files.filter((file) => !alone.includes(file)).toSorted()
  const rooms = [...Map.groupBy(others, (file) => roomOf(file))]
  const largestFirst = rooms.toSorted(([, one], [, other]) => other.length - one.length)
  return [
    ...alone.map((file) => ({ name: nameOf(file), files: [file] })),
    ...largestFirst.flatMap(([room, all]) => inParts(nameOf(room), all)),
  ]
}

/** A program that runs files, each as a suite of its own: what fails is told with its file, and hooks end with their file. */
export function programOf(
  files: readonly { readonly name: string; readonly path: string }[],
): string {
  const tests = files.map(({ name, path }) => {
    const [title, address] = [name, pathToFileURL(path).href].map((text) => JSON.stringify(text))
    return `await suite(${title}, { timeout: 900_000 }, async () => {
  await import(${address})
})\nleft--\n`
  })
  const kept = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'kept-open.ts')).href)
  return `import { suite } from 'node:test'
import { beginGroup, endGroup } from ${kept}
beginGroup()
let left = ${files.length}
// A file that ends the process has not run those after it.
process.on('exit', () => { if (left > 0) process.exitCode = 1 })
${tests.join('')}await endGroup()
`
}

function inParts(name: string, files: readonly string[]): TestGroup[] {
  const count = Math.ceil(files.length / mostInGroup)
  const most = Math.ceil(files.length / count)
  return Array.from({ length: count }, (_, number) => ({
    name: `${name}-${number + 1}`,
    files: files.slice(number * most, (number + 1) * most),
  }))
}

const mostInGroup = 12

/** A room of `src`, or `bench`. */
const roomOf = (file: string): string => {
  const [top = '', room = ''] = file.split('/')
  return top === 'src' && !room.endsWith('.ts') ? `${top}/${room}` : top
}

const nameOf = (path: string): string => path.replaceAll(/[^\w]+/g, '-')

/** Files that take long, the longest first. One that is missing here costs nothing but a wait at the end. */
export const takeLong: readonly string[] = [
  'src/testing/journeys/study.test.ts',
  'src/people/alerts/run.test.ts',
  'src/testing/journeys/connect.test.ts',
  'src/finder/catalogue/import/change-list.test.ts',
  'bench/worst/worst.test.ts',
  'src/testing/journeys/tell-me-when.test.ts',
  'src/app/several-servers.test.ts',
  'bench/evidence/evidence.test.ts',
  'src/people/alerts/match/match-list.test.ts',
  'src/people/mail/delivery/sender.test.ts',
  'src/people/records/migrations.test.ts',
  'src/study/conduct/record/give-dose.test.ts',
  'src/cli/serve.test.ts',
  'src/finder/catalogue/damage.test.ts',
  'src/api/shell/open-door.test.ts',
  'src/finder/catalogue/import/import-studies.test.ts',
  'src/testing/journeys/journeys.test.ts',
  'src/finder/matching/open-matcher.test.ts',
  'src/finder/catalogue/select/select.test.ts',
  'src/api/fhir/found-as-shown.test.ts',
  'src/cli/cli.test.ts',
  'src/web/desk/participants/review-journey.test.ts',
  'src/cli/demo-study.test.ts',
  'src/api/fhir/r5/definitions.test.ts',
  'src/finder/catalogue/open-catalogue.test.ts',
  'src/study/conduct/today/outlook-year.test.ts',
]
