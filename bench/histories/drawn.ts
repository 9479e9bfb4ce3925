import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker, parentPort, workerData } from 'node:worker_threads'
import type { StudyVersion } from '../../src/study/protocol/versions.ts'
import { drawChild } from '../../src/testing/drawn-child.ts'
import { brokenLaws } from '../../src/testing/participant-laws.ts'

/** Histories of one version that are drawn: those of the seeds `from` to below `until`. */
interface Stretch {
  readonly name: string
  readonly from: number
  readonly until: number
}

/** A law that the history of a seed broke. */
interface Broken {
  readonly seed: number
  readonly law: string
}

const root = join(import.meta.dirname, '../..')
/** So many histories are asked for at a time. */
const stretchLength = 250

/** A version of the first study, by its name. Throws Error when there is none. */
export function versionNamed(name: string): StudyVersion {
  const path = join(root, `data/protocols/NCT02390596.${name}.json`)
  return { protocol: JSON.parse(readFileSync(path, 'utf8')) }
}

/** Holds histories of a version to the laws on every core; tells which were broken, in the order of their seeds. */
export async function brokenBy(
  { name, from, until }: Stretch,
  say: (done: number) => void,
): Promise<readonly Broken[]> {
  const broken: Broken[] = []
  let next = from
  let done = 0
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { name } })
    while (next < until) {
      const stretch = { name, from: next, until: Math.min(until, next + stretchLength) }
      next = stretch.until
      broken.push(...(await ask(worker, stretch)))
      done += stretch.until - stretch.from
      if (done % 10_000 < stretchLength) say(done)
    }
    await worker.terminate()
  }
  const many = Math.min(availableParallelism(), Math.ceil((until - from) / stretchLength))
  await Promise.all(Array.from({ length: many }, work))
  return broken.toSorted((one, other) => one.seed - other.seed)
}

function ask(worker: Worker, stretch: Stretch): Promise<readonly Broken[]> {
  return new Promise((resolve, reject) => {
    const onError = (fault: unknown): void => reject(fault)
    worker.once('error', onError)
    worker.once('message', (broken: readonly Broken[]) => {
      worker.off('error', onError)
      resolve(broken)
    })
    worker.postMessage(stretch)
  })
}

if (parentPort) {
  const port = parentPort
  const version = versionNamed((workerData as Pick<Stretch, 'name'>).name)
  port.on('message', ({ from, until }: Stretch) => {
    const broken: Broken[] = []
    for (let seed = from; seed < until; seed++)
      for (const law of brokenLaws(version, drawChild(seed), seed)) broken.push({ seed, law })
    port.postMessage(broken)
  })
}
