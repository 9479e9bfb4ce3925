import { setTimeout as wait } from 'node:timers/promises'
import { Askers, type ConfirmLink } from './askers.ts'
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
  /** Who does so, until told to end. */
  readonly crowd: Askers
  readonly #server: Server
  readonly #findings: Findings

  constructor(server: Server, sink: Sink, findings: Findings) {
    this.#server = server
    this.#findings = findings
    this.crowd = new Askers({
      sink,
      linkPart: '/alerts/confirm/',
      followers: 2,
      ask: (number) => this.#ask(number),
      follow: (link) => this.#confirm(link),
    })
  }

  async #ask(number: number): Promise<void> {
    await this.#persist(async () => {
      const answer = await this.#server.ask(number)
      if (answer.isTaken) this.journal.push({ kind: 'requested', number })
      return answer
    })
  }

  async #confirm({ number, path }: ConfirmLink): Promise<void> {
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
