/**
 * `npm run bench:answers -- --before DIR`: asks another checkout of Trialway and this one the same questions over one
 * catalogue of several segments with replaced studies, and compares the answers as text, all of them. Ends with 1 where one
 * differs, and says which.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { buildPlaces } from '../../src/finder/places/build.ts'
import { placesTrouble } from '../../src/finder/places/checksum.ts'
import { writeChanged } from '../change-studies.ts'
import { multiply } from '../multiply.ts'
import { ended, endWithUs } from '../processes.ts'
import { snapshotFolder } from '../read-snapshot.ts'
import { seed } from '../setup.ts'
import { type Questions, questionsOf } from './questions.ts'

const usage = `npm run bench:answers -- --before DIR [options]
  --before DIR       a checkout of the version to compare with, its packages installed
  --studies 12000    how many studies
  --searches 12000   how many saved searches
  --own              each version makes a catalogue of its own: for where the format of a segment has changed
  --folder DIR       for archives and catalogues (default: in the temporary folder); what is there is used again
`
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => process.exit(130))

const options = readOptions()
const sides = { before: options.before, after: resolve(import.meta.dirname, '../..') }
const source = snapshotFolder()
await makeReady()
// This version draws the questions, so from a catalogue that it can read.
const data = join(folderOf('after'), 'data')
const questions = await questionsOf({
  catalogueFolder: join(data, 'catalogue'),
  placesFile: join(data, 'places.sqlite'),
  source,
  searches: options.searches,
})
const asked = join(options.folder, 'questions.json')
writeFileSync(asked, JSON.stringify(questions))
const answers = { before: await answersOf('before'), after: await answersOf('after') }
process.exitCode = report(questions, answers.before, answers.after)

async function makeReady(): Promise<void> {
  const { folder, studies } = options
  const file = join(folder, 'studies.zip')
  const places = join(folder, 'places.sqlite')
  mkdirSync(folder, { recursive: true })
  if (placesTrouble(places) !== undefined) buildPlaces(places)
  if (!existsSync(file)) await multiply({ source, file, studies, seed })
  for (const round of [1, 2]) {
    const changed = Math.ceil(studies / (10 * round))
    const of = { source, file: join(folder, `changed-${round}.zip`), studies, changed, round }
    if (!existsSync(of.file)) await writeChanged(of)
  }
  for (const mark of options.own ? (['before', 'after'] as const) : (['before'] as const)) {
    if (existsSync(join(folder, mark, 'data/catalogue/current.json'))) continue
    say(`making a catalogue with ${sides[mark]}`)
    mkdirSync(join(folder, mark), { recursive: true })
    await runSide(mark, ['make', join(folder, mark), String(studies)])
  }
}

/** Where the catalogue is that a version is asked about. */
function folderOf(mark: 'before' | 'after'): string {
  return join(options.folder, options.own ? mark : 'before')
}

async function answersOf(mark: 'before' | 'after'): Promise<readonly string[]> {
  const file = join(options.folder, `answers-${mark}.ndjson`)
  const began = performance.now()
  const said = await runSide(mark, ['ask', folderOf(mark), asked, file])
  say(`${mark}: ${Math.round(performance.now() - began)} ms ${said.trim()}`)
  return readFileSync(file, 'utf8').trimEnd().split('\n')
}

async function runSide(mark: 'before' | 'after', args: readonly string[]): Promise<string> {
  const program = join(import.meta.dirname, 'side.ts')
  const quiet = '--disable-warning=ExperimentalWarning'
  const child = spawn(process.execPath, [quiet, program, sides[mark], ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  endWithUs(child, 'SIGTERM')
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await ended(child)
  if (code !== 0) throw new Error(`${args[0]} of ${sides[mark]} ended with ${code}`)
  return output
}

/** Says what differs, at most ten of them; 1 where anything does. */
function report(
  { queries, similar, among }: Questions,
  before: readonly string[],
  after: readonly string[],
): number {
  const all: readonly unknown[] = [...queries, ...similar, ...among.queries]
  const differing = all.flatMap((_, at) => (before[at] === after[at] ? [] : [at]))
  const counted = `${queries.length} queries, ${similar.length} similar, ${among.queries.length} among ${among.studies.length}`
  if (before.length !== all.length || after.length !== all.length)
    say(`${all.length} questions, ${before.length} and ${after.length} answers`)
  for (const at of differing.slice(0, 10)) {
    say(`another answer to ${JSON.stringify(all[at])}`)
    const [old = '', now = ''] = [before[at], after[at]]
    const from = Math.max(0, firstDifference(old, now) - 60)
    say(`  before: …${old.slice(from, from + 300)}`)
    say(`  after:  …${now.slice(from, from + 300)}`)
  }
  say(`${counted}: ${differing.length} differ`)
  return differing.length > 0 || after.length !== all.length ? 1 : 0
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      before: { type: 'string' },
      studies: { type: 'string', default: '12000' },
      searches: { type: 'string', default: '12000' },
      own: { type: 'boolean', default: false },
      folder: { type: 'string', default: join(tmpdir(), 'trialway-answers') },
    },
  })
  const [studies, searches] = [Number(values.studies), Number(values.searches)]
  if (values.before === undefined || !Number.isInteger(studies) || !Number.isInteger(searches)) {
    process.stderr.write(usage)
    process.exit(2)
  }
  const { own } = values
  return { before: resolve(values.before), studies, searches, own, folder: resolve(values.folder) }
}

function say(text: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)
}
