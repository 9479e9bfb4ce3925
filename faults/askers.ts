import { setTimeout as wait } from 'node:timers/promises'
import type { Sink } from './sink.ts'

/** A link of a mail that asks somebody to confirm, with the number of who asked. */
export interface ConfirmLink {
  readonly number: number
  readonly path: string
}

/** What people do who ask for something, some at once, and what others do with the mails that come of it. */
export interface AskersParts {
  readonly sink: Sink
  /** What is in the address of a link that confirms. */
  readonly linkPart: string
  /** How many follow links at once. */
  readonly followers: number
  readonly ask: (number: number) => Promise<void>
  readonly follow: (link: ConfirmLink) => Promise<void>
}

/** Four people at once who ask again and again, and some who follow the links in their mails, each link once. */
export class Askers {
  readonly #parts: AskersParts
  #asked = 0
  #isOver = false

  constructor(parts: AskersParts) {
    this.#parts = parts
  }

  /** Goes on until told to end; whoever has begun then is answered first. */
  async run(): Promise<void> {
    const { ask, follow, followers } = this.#parts
    const links = this.#links()
    const asking = Array.from({ length: 4 }, () =>
      this.#whileOpen(async () => {
        await ask(this.#asked++)
        await wait(250)
      }),
    )
    const following = Array.from({ length: followers }, () =>
      this.#whileOpen(async () => {
        const link = links.next().value
        if (link) await follow(link)
        else await wait(100)
      }),
    )
    await Promise.all([...asking, ...following])
  }

  end(): void {
    this.#isOver = true
  }

  get asked(): number {
    return this.#asked
  }

  async #whileOpen(turn: () => Promise<void>): Promise<void> {
    while (!this.#isOver) await turn()
  }

  /** Undefined where no other mail has come yet. */
  *#links(): Generator<ConfirmLink | undefined, never> {
    const { sink, linkPart } = this.#parts
    let read = 0
    const seen = new Set<string>()
    for (;;) {
      const news = sink.deliveries().slice(read)
      for (const { to, links } of news) {
        read++
        const path = links.find((one) => one.includes(linkPart))
        if (path === undefined || seen.has(path)) continue
        seen.add(path)
        yield { number: Number(/^p(\d+)@/.exec(to)?.[1]), path }
      }
      yield undefined
    }
  }
}
