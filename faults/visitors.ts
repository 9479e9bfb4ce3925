import { setTimeout as wait } from 'node:timers/promises'
import type { Said } from './child.ts'
import type { Findings } from './fault.ts'
import type { Answer, Server } from './server.ts'
import type { Sink } from './sink.ts'

/** People who ask for alerts and confirm them by the link in their mail; who is refused tries again, as the page says. */
export class Visitors {
  /** What was answered for, in the words of the checker of records. */
  readonly journal: Said[] = []
  readonly refusals = { away: 0, unsure: 0, busy: 0 }
  readonly slowestMs = { answered: 0, refused: 0 }
  readonly #server: Server
  readonly #sink: Sink
  readonly #findings: Findings
  #number = 0
  #isOver = false

  constructor(server: Server, sink: Sink, findings: Findings) {
    this.#server = server
    this.#sink = sink
    this.#findings = findings
  }

  /** Goes on until told to end; whoever has begun then is answered first. */
  async run(): Promise<void> {
    const asking = Array.from({ length: 4 }, () => this.#whileOpen(() => this.#askOnce()))
    const links = this.#links()
    const confirming = Array.from({ length: 2 }, () =>
      this.#whileOpen(async () => {
        const link = links.next()
        if (link) await this.#confirm(link)
        else await wait(100)
      }),
    )
    await Promise.all([...asking, ...confirming])
  }

  end(): void {
    this.#isOver = true
  }

  get asked(): number {
    return this.#number
  }

  async #whileOpen(turn: () => Promise<void>): Promise<void> {
    while (!this.#isOver) await turn()
  }

  async #askOnce(): Promise<void> {
    const number = this.#number++
    await this.#persist(async () => {
      const answer = await this.#server.ask(number)
      if (answer.isTaken) this.journal.push({ kind: 'requested', number })
      return answer
    })
    await wait(250)
  }

  /** Links of mails that came, each once. */
  #links(): { next(): { readonly number: number; readonly path: string } | undefined } {
    let read = 0
    const seen = new Set<string>()
    return {
      next: () => {
        for (const { to, links } of this.#sink.deliveries().slice(read)) {
          read++
          const confirm = links.find((path) => path.includes('/alerts/confirm/'))
          const number = Number(/^p(\d+)@/.exec(to)?.[1])
          if (confirm === undefined || seen.has(confirm)) continue
          seen.add(confirm)
          return { number, path: confirm }
        }
        return undefined
      },
    }
  }

  async #confirm({ number, path }: { number: number; path: string }): Promise<void> {
    await this.#persist(async () => {
      const page = await this.#server.get(path)
      const shown = /name="shown" value="([^"]*)"/.exec(page.text)?.[1] ?? ''
      if (page.status !== 200) return page
      // Pressed before, and it was not known whether that is kept: the page says that it is.
      if (shown === '') {
        this.journal.push({ kind: 'confirmed', number })
        return page
      }
      const form = new URLSearchParams({ shown })
      for (const id of shown.split(' ')) form.append('alert', id)
      const pressed = await this.#server.post(path, form)
      if (pressed.status === 303) this.journal.push({ kind: 'confirmed', number })
      return pressed
    })
    await wait(50)
  }

  /** Until it is answered for; 503 means later. */
  async #persist(attempt: () => Promise<Answer>): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      const answer = await attempt()
      const { status, ms } = answer
      const kind = status === 503 ? 'refused' : 'answered'
      this.slowestMs[kind] = Math.max(this.slowestMs[kind], Math.round(ms))
      if (status !== 503) {
        this.#findings.expect([200, 303].includes(status), 'a strange answer', String(status))
        return
      }
      this.refusals[kindOf(answer)]++
      this.#findings.expect(answer.retryAfter !== undefined, 'a 503 without Retry-After')
      await wait(100)
    }
    this.#findings.add('somebody was never answered for')
  }
}

function kindOf({ text }: Answer): 'away' | 'unsure' | 'busy' {
  if (text.includes('We do not know')) return 'unsure'
  return text.includes('are away') ? 'away' : 'busy'
}
