/**
 * `npm run mutate -- [--files GLOB]... [--only SUBJECT]... [--n 600] [--seed S] [--jobs 2] [--out FILE]`
 * Changes one thing of the code at a time, in memory, and runs the nearest tests: they should fail. Prints survivors by
 * file and line, and the share that was noticed. Writes `docs/mutation.md` when neither files nor a subject are given. Exits 1 where too
 * little is noticed.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readHouse } from '../../src/testing/house/read-house.ts'
import { hashOf } from '../random.ts'
import { type Mutant, mutated } from './mutants.ts'
import { openClock, orderOf, planOf, readTarget, type Target } from './plan.ts'
import { mutationPage } from './report.ts'
import { type Fate, lineOf, scoreOf, type Tested } from './results.ts'
import { type Subject, subjectsOf, wantedShare } from './subjects.ts'
import { openTester, type Tester } from './tester.ts'

interface Drawn {
  readonly subject: string
  readonly target: Omit<Target, 'ms'>
  readonly mutant: Mutant
}

const { values } = parseArgs({
  options: {
    files: { type: 'string', multiple: true },
    only: { type: 'string', multiple: true },
    n: { type: 'string', default: '600' },
    seed: { type: 'string', default: '20261129' },
    jobs: { type: 'string', default: '2' },
    out: { type: 'string' },
  },
})
const [n, seed] = [Number(values.n), Number(values.seed)]
const jobs = Math.min(2, Number(values.jobs))
if (![n, seed, jobs].every((one) => Number.isInteger(one) && one > 0)) {
  console.error('--n, --seed and --jobs are whole numbers above 0.')
  process.exit(2)
}
const names = subjectsOf(undefined).map(({ name }) => name)
if (values.only?.some((one) => !names.includes(one))) {
  console.error(`--only is one of: ${names.join(', ')}.`)
  process.exit(2)
}
const testers = Array.from({ length: jobs }, openTester)
const all = gather()
const drawn = draw(all)
const plans = new Map<string, Promise<Target>>()
/** By file and test: how many of the file's mutants it noticed so far. */
const noticed = new Map<string, Map<string, number>>()
const clock = openClock(openTester(), (line) => console.error(line))
const tested = await testAll(drawn)
finish()
process.exit()

function gather(): Drawn[] {
  const house = readHouse()
  const isWanted = ({ name }: Subject): boolean => values.only?.includes(name) ?? true
  return subjectsOf(values.files)
    .filter(isWanted)
    .flatMap(({ name, files }) =>
      files.flatMap((path) => {
        const target = readTarget(path, house)
        return target.mutants.map((mutant) => ({ subject: name, target, mutant }))
      }),
    )
}

/** So many of them, by the seed; in the order of their files. */
function draw(some: readonly Drawn[]): Drawn[] {
  const places = some.map((_, at) => at).toSorted((a, b) => hashOf(seed, a) - hashOf(seed, b))
  const kept = new Set(places.slice(0, n))
  return some.filter((_, at) => kept.has(at))
}

async function testAll(some: readonly Drawn[]): Promise<Tested[]> {
  const found: Tested[] = []
  const left = [...some.entries()]
  const work = async (tester: Tester): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [at, one] = next
      found[at] = {
        subject: one.subject,
        path: one.target.path,
        mutant: one.mutant,
        fate: await fateOf(one, tester),
      }
      const done = found[at]
      if (done?.fate === 'survived') console.log(lineOf(done))
      if (at % 50 === 49) console.error(`${at + 1} of ${some.length}`)
    }
  }
  await Promise.all(testers.map(work))
  return found
}

async function fateOf({ target, mutant }: Drawn, tester: Tester): Promise<Fate> {
  const { path, text } = target
  const plan = plans.getOrInsertComputed(path, () => planOf(target, clock))
  const { affected, ...timed } = await plan
  const counts = noticed.getOrInsertComputed(path, () => new Map<string, number>())
  const { tests, limitsMs } = orderOf(timed, counts)
  const answer = await tester.ask({ path, text: mutated(text, mutant), affected, tests }, limitsMs)
  if (!answer) return 'ran too long'
  if (answer.failed !== undefined) counts.set(answer.failed, (counts.get(answer.failed) ?? 0) + 1)
  return answer.failed === undefined ? 'survived' : 'failed a test'
}

function finish(): void {
  const bySubject = [...Map.groupBy(tested, ({ subject }) => subject)]
  for (const [name, some] of bySubject) {
    const { tested: count, noticed, share } = scoreOf(some)
    console.log(`${name}: ${noticed} of ${count} noticed, ${(100 * share).toFixed(1)} %`)
  }
  console.log(`${drawn.length} of ${all.length} mutants, seed ${seed}`)
  const out =
    values.out ??
    (values.files || values.only ? undefined : join(import.meta.dirname, '../../docs/mutation.md'))
  if (out !== undefined)
    writeFileSync(out, mutationPage(tested, { all: all.length, drawn: drawn.length, seed }))
  process.exitCode = bySubject.every(([, some]) => scoreOf(some).share >= wantedShare) ? 0 : 1
}
