import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type Problem, type RawRecord, isProblem } from '../../registry/records.ts'
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts'
import { BrokenSource } from './broken-source.ts'
import type { ImportOptions, Source } from './import-options.ts'

/** The workers of one import: deals records out to them and counts what became of each. */
export class Crew {
  readonly #options: ImportOptions
  readonly #hands: Hand[]
  readonly counts = {
    read: 0,
    new: 0,
    changed: 0,
    unchanged: 0,
    older: 0,
    duplicate: 0,
    rejected: 0,
  }

  constructor(options: ImportOptions, number: number, today: string) {
    this.#options = options
    const { folder, placesFile, workers = 1, studiesASegment = usualSegment } = options
    this.#hands = Array.from({ length: workers }, (_, index) => {
      const name = `segment-${number}-${index + 1}`
      return new Hand({ folder, placesFile, studiesASegment, today, name }, (took) =>
        this.#note(took),
      )
    })
  }

  async read(source: Source): Promise<void> {
    let bytes: { read: number; total: number | undefined } = { read: 0, total: undefined }
    const records = source.records((read, total) => (bytes = { read, total }))
    for await (const found of records) {
      this.#options.signal?.throwIfAborted()
      this.counts.read++
      if (isProblem(found)) this.#reject(found)
      else await this.#handFor(found).give(found)
      if (this.counts.read % progressEvery === 0) this.#say(source, bytes)
    }
    this.#say(source, bytes)
    for (const hand of this.#hands) await hand.rest()
  }

  /**
   * Lets every worker finish. Gives the names of the segments written, those of folded studies first, and
   * of the files of what changed, in the order in which one hides another.
   */
  async finish(fold: readonly string[]): Promise<{
    readonly segments: readonly string[]
    readonly changes: readonly string[]
  }> {
    if (fold.length > 0) await this.#hands[0]?.fold(fold)
    const finished = await Promise.all(this.#hands.map((hand) => hand.finish()))
    return {
      segments: [
        ...finished.flatMap(({ folded }) => folded),
        ...finished.flatMap(({ segments }) => segments),
      ],
      changes: finished.flatMap(({ changes }) => changes ?? []),
    }
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.#hands.map((hand) => hand.dismiss()))
  }

  /** Versions of one study go to one worker, which keeps the newest. */
  #handFor(record: RawRecord): Hand {
    const index = idNear(record.bytes) % this.#hands.length
    return this.#hands[index] as Hand
  }

  #note({ outcomes, problems, warnings }: Took): void {
    for (const [outcome, count] of Object.entries(outcomes))
      this.counts[outcome as keyof Took['outcomes']] += count
    for (const problem of problems) this.#reject(problem)
    for (const warning of warnings) this.#options.onWarning?.(warning)
  }

  #reject(problem: Problem): void {
    if (problem.fatal === true) throw new BrokenSource(problem)
    this.counts.rejected++
    this.#options.onProblem?.(problem)
  }

  #say({ name }: Source, bytes: { read: number; total: number | undefined }): void {
    this.#options.onProgress?.({
      phase: 'reading',
      source: name,
      read: this.counts.read,
      bytesRead: bytes.read,
      bytesTotal: bytes.total,
    })
  }
}

const usualSegment = 25_000
const progressEvery = 100
const batchRecords = 128
const batchBytes = 4 * 1024 * 1024
const mostBatches = 4
/** Nearly all an import allocates is gone a moment later: a large nursery halves the collecting. */
const maxYoungGenerationSizeMb = 32

type Took = Extract<FromWorker, { kind: 'took' }>
type Finished = Extract<FromWorker, { kind: 'finished' }>

/** One worker and the batches on their way to it. */
class Hand {
  readonly #worker: Worker
  #batch: RawRecord[] = []
  #bytes = 0
  #underWay = 0
  #failure: unknown

  constructor(start: WorkerStart, took: (message: Took) => void) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: start,
      resourceLimits: { maxYoungGenerationSizeMb },
    })
    this.#worker.on('error', (error) => (this.#failure = error))
    this.#worker.on('message', (message: FromWorker) => {
      if (message.kind !== 'took') return
      this.#underWay--
      try {
        took(message)
      } catch (error) {
        this.#failure = error
      }
    })
  }

  async give(record: RawRecord): Promise<void> {
    this.#batch.push(record)
    this.#bytes += record.bytes.length
    if (this.#batch.length < batchRecords && this.#bytes < batchBytes) return
    this.#send()
    while (this.#underWay >= mostBatches) await this.#next()
  }

  /** Until everything given has been dealt with. */
  async rest(): Promise<void> {
    if (this.#batch.length > 0) this.#send()
    while (this.#underWay > 0) await this.#next()
    this.#check()
  }

  async fold(segments: readonly string[]): Promise<void> {
    this.#post({ kind: 'fold', segments })
    await this.#until('folded')
  }

  async finish(): Promise<Finished> {
    this.#post({ kind: 'finish' })
    return (await this.#until('finished')) as Finished
  }

  async dismiss(): Promise<void> {
    await this.#worker.terminate()
  }

  #send(): void {
    this.#underWay++
    this.#worker.postMessage({ kind: 'records', records: this.#batch } satisfies ToWorker, [
      ...new Set(this.#batch.flatMap(({ bytes }) => (ownsMemory(bytes) ? [bytes.buffer] : []))),
    ])
    this.#batch = []
    this.#bytes = 0
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message)
  }

  async #until(kind: FromWorker['kind']): Promise<FromWorker> {
    for (;;) {
      const message = await this.#next()
      if (message.kind === kind) return message
    }
  }

  async #next(): Promise<FromWorker> {
    this.#check()
    const [message] = (await once(this.#worker, 'message')) as [FromWorker]
    this.#check()
    return message
  }

  #check(): void {
    if (this.#failure) throw this.#failure
  }
}

/** Bytes in memory of their own are handed over, others copied. */
function ownsMemory({ byteLength, buffer }: Uint8Array): boolean {
  return byteLength === buffer.byteLength
}

/** The first NCT number in a record's first bytes, only to deal records out evenly; 0 where there is none. */
function idNear(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
  const at = head.indexOf('NCT')
  return at < 0 ? 0 : Number.parseInt(head.toString('latin1', at + 3, at + 11), 10) || 0
}
