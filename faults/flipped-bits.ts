import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { importStudies } from '../src/finder/catalogue/import/import-studies.ts'
import { openVocabulary } from '../src/finder/vocabulary/vocabulary.ts'
import { readRecords } from '../src/finder/registry/read-records.ts'
import { isProblem, type RawRecord } from '../src/finder/registry/records.ts'
import { snapshotFolder } from '../bench/read-snapshot.ts'
import { type Chance, chanceOf } from './chance.ts'
import { answersIn, answersOf, type Answers, differences, idsIn } from './catalogue-answers.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'
import { unusedPort } from '../src/testing/ports.ts'
import { type Server, startServer } from './server.ts'
import { placesFile } from './studies.ts'

/** Bits of a catalogue change by themselves. */
export const flippedBits: Fault = {
  id: 'F37',
  title: 'Flipped bits in the catalogue',
  how: 'A catalogue of sixty real studies, made by two imports. One bit at a random place is flipped (the file by its size or by chance), half of the times before the catalogue is opened and half while it serves, and everything is asked: every study, searches of every kind, the lists of changes. Most is asked of the engine in this process, opened anew for each flip so that nothing is remembered; a share of both halves is asked of the real server: pages, .json, suggestions, categories.',
  expected:
    'Every answer is the same as before the flip (all of them as the newest state gives them, or all as the state before), or it is refused, or it says that it is not complete. Nothing wrong is served, no process ends.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const world = await makeWorld(setup)
    const counts = { same: 0, refused: 0, wrong: 0 }
    const chance = chanceOf(setup.seed, 'flipped bits')
    for (let flip = 0; flip < setup.times(120, 4900); flip++)
      await beforeOpening(world, chance, findings, counts)
    for (let flip = 0; flip < setup.times(100, 4000); flip++)
      await whileOpen(world, chance, findings, counts)
    const server = await servedFlips(world, setup, chance, findings, counts)
    const tries = counts.same + counts.refused + counts.wrong
    return {
      tries,
      fired: tries,
      corrupt: counts.wrong,
      notes: [
        `${tries} flips: all answers as before ${counts.same}, something refused or said to be incomplete ${counts.refused}, wrong content served ${counts.wrong}.`,
        `${server.starts} of them before the start of the real server, which refused to start ${server.refusedStarts} times and said what to import; ${server.serving} while it served.`,
      ],
      failures: findings.failures,
    }
  },
}

interface World {
  /** A copy that is flipped and mended again. */
  readonly dataDir: string
  readonly folder: string
  readonly files: readonly string[]
  readonly ids: readonly string[]
  /** Of the newest state and of the one before. */
  readonly sound: readonly Answers[]
}

type Counts = Record<'same' | 'refused' | 'wrong', number>

const vocabulary = openVocabulary()
const today = '2026-11-23'

async function makeWorld({ folder }: FaultSetup): Promise<World> {
  const dataDir = join(folder, 'data')
  const catalogue = join(dataDir, 'catalogue')
  cpSync(placesFile(), join(dataDir, 'places.sqlite'))
  const records: RawRecord[] = []
  for await (const one of readRecords(snapshotFolder())) {
    if (!isProblem(one)) records.push(one)
    if (records.length === 60) break
  }
  const halves = [records.slice(0, 50), records.slice(45)]
  for (const half of halves) {
    await importStudies({
      folder: catalogue,
      placesFile: placesFile(),
      vocabulary,
      now: () => Temporal.Instant.from(`${today}T08:00:00Z`),
      // Given to worker threads, which take the memory with them.
      sources: [{ name: 'half', records: () => copiesOf(half) }],
    })
  }
  const files = readdirSync(catalogue)
  const ids = await idsIn(catalogue)
  const sound = [await answersOf(catalogue, vocabulary, ids)]
  await withoutNewest(catalogue, async () => {
    sound.push(await answersOf(catalogue, vocabulary, ids))
  })
  return { dataDir, folder: catalogue, files, ids, sound }
}

/** As if the newest state were gone, so that the one before serves. */
async function withoutNewest(folder: string, work: () => Promise<void>): Promise<void> {
  const newest = join(folder, 'current.json')
  const kept = readFileSync(newest)
  rmSync(newest)
  await work()
  writeFileSync(newest, kept)
}

async function* copiesOf(records: readonly RawRecord[]): AsyncGenerator<RawRecord> {
  for (const record of records) yield { ...record, bytes: new Uint8Array(record.bytes) }
}

/** A flipped bit, and how to flip it back. */
interface Flip {
  readonly about: string
  readonly back: () => void
}

function flipOne({ folder, files }: World, chance: Chance): Flip {
  const sizes = files.map((name) => statSync(join(folder, name)).size)
  const name = chance.next() < 0.5 ? chance.pick(files) : bySize(files, sizes, chance)
  const file = join(folder, name)
  const bytes = readFileSync(file)
  const at = chance.whole(0, bytes.length - 1)
  const bit = chance.whole(0, 7)
  const was = bytes[at] as number
  bytes[at] = was ^ (1 << bit)
  writeInPlace(file, bytes)
  return {
    about: `bit ${bit} of byte ${at} of ${name}`,
    back: () => {
      bytes[at] = was
      writeInPlace(file, bytes)
    },
  }
}

/** As a fault of the disk would: no new file, and whoever has it open sees it. */
function writeInPlace(file: string, bytes: Uint8Array): void {
  writeFileSync(file, bytes, { flag: 'r+' })
}

function bySize(files: readonly string[], sizes: readonly number[], chance: Chance): string {
  let left = chance.whole(
    0,
    sizes.reduce((sum, size) => sum + size, 0),
  )
  return files.find((_, index) => (left -= sizes[index] as number) <= 0) ?? (files[0] as string)
}

async function beforeOpening(
  world: World,
  chance: Chance,
  findings: Findings,
  counts: Counts,
): Promise<void> {
  const flip = flipOne(world, chance)
  try {
    judge(world, await answersOf(world.folder, vocabulary, world.ids), flip, findings, counts)
  } finally {
    flip.back()
  }
}

async function whileOpen(
  world: World,
  chance: Chance,
  findings: Findings,
  counts: Counts,
): Promise<void> {
  let flip: Flip | undefined
  try {
    const strike = (): void => void (flip = flipOne(world, chance))
    const answers = await answersOf(world.folder, vocabulary, world.ids, strike)
    if (flip) judge(world, answers, flip, findings, counts)
  } finally {
    flip?.back()
  }
}

/** All answers must be of one state; what was refused is of any. */
function judge(
  { sound }: Pick<World, 'sound'>,
  answers: Answers,
  { about }: Flip,
  findings: Findings,
  counts: Counts,
): void {
  // The lists of changes are read beside the engine, which may have had to go back by a state.
  const lists = answers['lists']
  const isList = sound.some((one) => one['lists'] === lists)
  const found = sound.map((one) =>
    differences(isList ? { ...one, lists: lists ?? '' } : one, answers),
  )
  const best = found.toSorted((a, b) => a.wrong.length - b.wrong.length)[0]
  if (!best || best.wrong.length > 0) {
    counts.wrong++
    findings.add('wrong content served', `${about}: ${best?.wrong.slice(0, 3).join(', ')}`)
  } else if (best.refused > 0 || best !== found[0]) counts.refused++
  else counts.same++
}

interface Served {
  readonly starts: number
  readonly refusedStarts: number
  readonly serving: number
}

async function servedFlips(
  world: World,
  setup: FaultSetup,
  chance: Chance,
  findings: Findings,
  counts: Counts,
): Promise<Served> {
  const [starts, serving] = [setup.times(4, 100), setup.times(60, 1000)]
  const port = await unusedPort()
  let server = await startServer({ dataDir: world.dataDir, port })
  const sound = [await answersIn(server, world.ids)]
  for (let flip = 0; flip < serving; flip++) {
    const struck = flipOne(world, chance)
    judge({ sound }, await answersIn(server, some(world.ids, chance)), struck, findings, counts)
    struck.back()
  }
  await stop(server, findings)
  sound.push(await soundBefore(world, port))
  let refusedStarts = 0
  for (let flip = 0; flip < starts; flip++) {
    const struck = flipOne(world, chance)
    const started = await startServer({ dataDir: world.dataDir, port }).catch(String)
    if (typeof started === 'string') {
      refusedStarts++
      counts.refused++
      const isSaid = /trialway import FILE/.test(started)
      findings.expect(isSaid, 'a start is refused without the way out', started.slice(0, 300))
    } else {
      server = started
      judge({ sound }, await answersIn(server, world.ids), struck, findings, counts)
      await stop(server, findings)
    }
    struck.back()
  }
  return { starts, refusedStarts, serving }
}

/** What the state before answers: it serves where the newest is gone. */
async function soundBefore({ dataDir, folder, ids }: World, port: number): Promise<Answers> {
  let answers: Answers = {}
  if (!existsSync(join(folder, 'earlier.json'))) return answers
  await withoutNewest(folder, async () => {
    const server = await startServer({ dataDir, port })
    answers = await answersIn(server, ids)
    server.child.kill('SIGTERM')
    await server.child.ended
  })
  return answers
}

async function stop(server: Server, findings: Findings): Promise<void> {
  const isAlive = (await server.get('/healthz')).status === 200
  findings.expect(isAlive, 'the server is gone', server.child.complaints())
  server.child.kill('SIGTERM')
  await server.child.ended
}

function some(ids: readonly string[], chance: Chance): readonly string[] {
  return Array.from({ length: 12 }, () => chance.pick(ids))
}
