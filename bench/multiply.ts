import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Stretch, WorkerStart } from './multiply-worker.ts'
import { type PackedFiles, ZipWriter } from './zip.ts'

export interface MultiplyOptions {
  /** A file or folder of studies. */
  readonly source: string
  /** The archive to write: one JSON file a study, as the registry's bulk download. */
  readonly file: string
  readonly studies: number
  readonly seed: number
  readonly workers?: number
  onProgress?(done: number): void
}

export interface Multiplied {
  readonly studies: number
  readonly zipBytes: number
  readonly jsonBytes: number
  readonly seconds: number
}

/** Studies a worker packs at a time. */
const stretch = 256

/** Multiplies the studies of a source into an archive of as many as asked for, in a fixed order. */
export async function multiply(options: MultiplyOptions): Promise<Multiplied> {
  const began = performance.now()
  const { source, seed, studies, file } = options
  const start: WorkerStart = { source, seed }
  const workers = Array.from({ length: options.workers ?? 2 }, () => {
    return new Worker(new URL('./multiply-worker.ts', import.meta.url), { workerData: start })
  })
  const zip = new ZipWriter(file)
  let jsonBytes = 0
  try {
    for await (const packed of packedInOrder(workers, studies)) {
      zip.add(packed)
      packed.numbers.forEach((number, at) => (jsonBytes += at % 4 === 3 ? number : 0))
      options.onProgress?.(packed.names.length)
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  const zipBytes = zip.close()
  return { studies, zipBytes, jsonBytes, seconds: (performance.now() - began) / 1000 }
}

/** Each worker has one stretch under way and one waiting; results come in the order of the studies. */
async function* packedInOrder(
  workers: readonly Worker[],
  studies: number,
): AsyncGenerator<PackedFiles, void> {
  const count = Math.ceil(studies / stretch)
  const asked: Promise<PackedFiles>[] = []
  const turns = workers.map(() => Promise.resolve())
  const ask = (number: number): void => {
    const which = number % workers.length
    const worker = workers[which]
    if (!worker) throw new Error('there is no worker')
    const from = number * stretch
    const task: Stretch = { from, to: Math.min(studies, from + stretch) }
    const answer = (turns[which] ?? Promise.resolve()).then(async () => {
      worker.postMessage(task)
      const [packed] = (await once(worker, 'message')) as [PackedFiles]
      return packed
    })
    turns[which] = answer.then(() => undefined)
    asked.push(answer)
  }
  let next = 0
  while (next < Math.min(count, workers.length * 2)) ask(next++)
  for (let number = 0; number < count; number++) {
    const packed = await asked.shift()
    if (next < count) ask(next++)
    if (packed) yield packed
  }
}
