import { Turns } from '../../../base/turns.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { openSegments } from '../segment/loaded.ts'
import type { Segment } from '../segment/segment.ts'
import { GatheredNames } from './gathered-names.ts'
import { lastingSegments } from './segments-to-fold.ts'

/**
 * Gathers the names of the segments that an import builds on and that will stay, while the workers read: the thread that deals
 * records out to them has time. What is damaged there is met again, and told, where the whole is looked over.
 */
export class NamesMeanwhile {
  readonly #folder: string
  readonly #files: readonly string[]
  readonly #vocabulary: Vocabulary
  #gathered: Promise<GatheredNames | undefined> | undefined
  #isStopped = false

  constructor(folder: string, files: readonly string[], vocabulary: Vocabulary) {
    this.#folder = folder
    this.#files = files
    this.#vocabulary = vocabulary
  }

  /** To be called as soon as it is certain that names will be written; more than once does no harm. */
  start(): void {
    this.#gathered ??= this.#gather().catch(() => undefined)
  }

  /** Waits for what was gathered and gives it away; undefined where nothing was. */
  async result(): Promise<GatheredNames | undefined> {
    return this.#gathered
  }

  /** Ends it without a result. */
  stop(): void {
    this.#isStopped = true
  }

  async #gather(): Promise<GatheredNames | undefined> {
    const opened = openSegments(this.#folder, this.#files)
    try {
      const lasting = lastingSegments(opened)
      const names = new GatheredNames(this.#vocabulary)
      const isDone = await this.#inTurns(stepsOf(names, lasting))
      return isDone && lasting.length > 0 ? names : undefined
    } finally {
      for (const segment of opened) segment.close()
    }
  }

  /** The workers' messages and their next records are seen to between two turns. */
  async #inTurns(steps: Iterable<undefined>): Promise<boolean> {
    const turns = new Turns()
    for (const _ of steps) {
      await turns.next()
      if (this.#isStopped) return false
    }
    return true
  }
}

function* stepsOf(names: GatheredNames, segments: readonly Segment[]): Generator<undefined> {
  for (const segment of segments) yield* names.add(segment)
  yield* names.prepare(segments)
}
