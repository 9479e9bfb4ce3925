import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type RecordProblem, type RawRecord, isProblem } from '../../registry/records.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts'
import { importName } from '../model/manifest.ts'
import type { ImportOptions, Source } from './import-options.ts'

/** The number of an import, its day, and what it builds on. */
interface Begun extends Pick<WorkerStart, 'today' | 'segments'> {
  readonly number: number
}

/** The workers of one import: deals records out to them and counts the outcome of each. */
export class ImportWorkers {
  readonly #options: ImportOptions
  /** The first is there at once: it reads what it works with before it is known what it builds on. */
  readonly #workers: ImportWorker[]
  #start: ((index: number) => WorkerStart) | undefined
  /** The studies of the first records, which all went to the first worker: their other versions go there too. */
  readonly #first = new Set<number>()
  readonly counts = {
    read: 0,
    new: 0,
    changed: 0,
    unchanged: 0,
    older: 0,
    duplicate: 0,
    rejected: 0,
    broken: 0,
  }

  /** Studies that were read again because what was kept of them is damaged. */
  readonly mended = new Set<string>()

  constructor(options: ImportOptions) {
    this.#options = options
    this.#workers = [this.#hire()]
  }

  /** The checksum of a whole file, by the worker that is there; to be asked before `begin`, one file at a time. */
  async checksumOf(file: string): Promise<number | undefined> {
    return this.#workers[0]?.checksumOf(file)
  }

  /** To be called once, before the first source is read. */
  begin({ number, today, segments }: Begun): void {
    const { folder, placesFile, studiesASegment = usualSegment } = this.#options
    const importedAs = importName(number, this.#options.now())
    this.#start = (index) => {
      const name = `segment-${importedAs}-${index + 1}`
      return { folder, placesFile, studiesASegment, today, name, segments }
    }
    this.#workers[0]?.begin(this.#start(0))
  }

  /** Reads a source; true where all of it could be read to its end, whatever became of single records. */
  async read(source: Source): Promise<boolean> {
    const brokenBefore = this.counts.broken
    let bytes: { read: number; total: number | undefined } = { read: 0, total: undefined }
    const records = source.records((read, total) => (bytes = { read, total }))
    for await (const found of records) {
      this.#options.signal?.throwIfAborted()
      this.counts.read++
      if (isProblem(found)) this.#reject(found)
      else await this.#workerFor(found).send(found)
      if (this.counts.read % progressEvery === 0) this.#say(source, bytes)
    }
    this.#say(source, bytes)
    for (const worker of this.#workers) await worker.drain()
    return this.counts.broken === brokenBefore
  }

  /**
   * Lets every worker finish. Gives the names of the segments written, those of merged studies first, and
   * of the files of what changed, in the order in which one hides another.
   */
  async finish(merged: readonly string[]): Promise<{
    readonly segments: readonly string[]
    readonly changes: readonly string[]
  }> {
    if (merged.length > 0) await this.#workers[0]?.merge(merged)
    const finished = await Promise.all(this.#workers.map((worker) => worker.finish()))
    return {
      segments: [
        ...finished.flatMap(({ merged }) => merged),
        ...finished.flatMap(({ segments }) => segments),
      ],
      changes: finished.flatMap(({ changes }) => changes ?? []),
    }
  }

  async terminate(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }

  /**
   * Versions of one study go to one worker, which keeps the newest. Few records go to the first alone: to start and finish
   * another takes longer than they do.
   */
  #workerFor(record: RawRecord): ImportWorker {
    const { workers = 1, recordsOfOneWorker = fewRecords } = this.#options
    const id = idOf(record)
    if (this.#first.size < recordsOfOneWorker) this.#first.add(id)
    else
      for (let index = this.#workers.length; index < workers; index++) {
        const worker = this.#hire()
        if (this.#start) worker.begin(this.#start(index))
        this.#workers.push(worker)
      }
    const index = this.#first.has(id) ? 0 : id % this.#workers.length
    return this.#workers[index] as ImportWorker
  }

  #hire(): ImportWorker {
    return new ImportWorker((imported) => this.#note(imported))
  }

  #note({ outcomes, problems, warnings, conflicts, mended }: Imported): void {
    for (const nctId of mended) this.mended.add(nctId)
    for (const [outcome, count] of Object.entries(outcomes))
      this.counts[outcome as keyof Imported['outcomes']] += count
    for (const problem of problems) this.#reject(problem)
    for (const warning of warnings) this.#options.onWarning?.(warning)
    for (const conflict of conflicts) this.#options.onConflict?.(conflict)
  }

  #reject(problem: RecordProblem): void {
    this.counts.rejected++
    if (problem.fatal === true) this.counts.broken++
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
const fewRecords = 5_000
const progressEvery = 100
const batchRecords = 128
const batchBytes = 4 * 1024 * 1024
const mostBatches = 4
/** Nearly all an import allocates is gone a moment later: a large nursery halves the collecting. */
const maxYoungGenerationSizeMb = 32
/** Far more than a worker needs; the lower this is, the sooner garbage is collected, and by four gigabytes it is left lying. */
const maxOldGenerationSizeMb = 1536

type Imported = Extract<FromWorker, { kind: 'imported' }>
type Finished = Extract<FromWorker, { kind: 'finished' }>

/** One worker and the batches on their way to it. */
class ImportWorker {
  readonly #worker: Worker
  #batch: RawRecord[] = []
  #bytes = 0
  #underWay = 0
  #failure: unknown

  constructor(imported: (message: Imported) => void) {
    this.#worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb, maxOldGenerationSizeMb },
    })
    this.#worker.on('error', (error) => (this.#failure = error))
    this.#worker.on('message', (message: FromWorker) => {
      if (message.kind !== 'imported') return
      this.#underWay--
      try {
        imported(message)
      } catch (error) {
        this.#failure = error
      }
    })
  }

  async checksumOf(file: string): Promise<number | undefined> {
    this.#post({ kind: 'checksum', file })
    const { checksum } = (await this.#until('checked')) as Extract<FromWorker, { kind: 'checked' }>
    return checksum
  }

  begin(start: WorkerStart): void {
    this.#post({ kind: 'begin', start })
  }

  async send(record: RawRecord): Promise<void> {
    this.#batch.push(record)
    this.#bytes += record.bytes.length
    if (this.#batch.length < batchRecords && this.#bytes < batchBytes) return
    this.#sendBatch()
    while (this.#underWay >= mostBatches) await this.#next()
  }

  /** Resolves when everything sent has been imported. */
  async drain(): Promise<void> {
    if (this.#batch.length > 0) this.#sendBatch()
    while (this.#underWay > 0) await this.#next()
    this.#check()
  }

  async merge(segments: readonly string[]): Promise<void> {
    this.#post({ kind: 'merge', segments })
    await this.#until('merged')
  }

  async finish(): Promise<Finished> {
    this.#post({ kind: 'finish' })
    return (await this.#until('finished')) as Finished
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate()
  }

  /** In one piece of memory, which is handed over: pieces of their own would each be garbage here and there. */
  #sendBatch(): void {
    this.#underWay++
    const whole = new Uint8Array(this.#bytes)
    let at = 0
    const records = this.#batch.map(({ bytes, ...record }): RawRecord => {
      whole.set(bytes, at)
      return { ...record, bytes: whole.subarray(at, (at += bytes.length)) }
    })
    this.#worker.postMessage({ kind: 'records', records } satisfies ToWorker, [whole.buffer])
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

/** The number where a record names its study, only to deal records out; 0 where there is none. */
function idOf({ bytes, format }: RawRecord): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const named = text.indexOf(format === 'json' ? '"nctId"' : '<nct_id>')
  const at = named < 0 ? -1 : text.indexOf('NCT', named)
  return at < 0 ? 0 : Number.parseInt(text.toString('latin1', at + 3, at + 11), 10) || 0
}
