import { setTimeout as wait } from 'node:timers/promises'
import { formWith, typedInto } from '../src/testing/page-forms.ts'
import type { Chance } from './chance.ts'
import type { Said } from './child.ts'
import type { Findings } from './fault.ts'
import { type Answer, answerOf } from './server.ts'

/** What people who record are given. */
interface RecordersParts {
  readonly url: string
  /** The `cookie` header of each, who is signed in. */
  readonly cookies: readonly string[]
  readonly participants: readonly string[]
  readonly chance: Chance
  readonly findings: Findings
}

/**
 * People at the desk, each with a browser: they open the form of a reading, fill it in and send it; where no answer comes they send
 * the same form again until one does, and where somebody was faster they send it as the page then shows it.
 */
export class Recorders {
  /** Each form that was sent, and each that was answered for, by its key. */
  readonly journal: Said[] = []
  /** Forms sent again because no answer came, because somebody was faster, and out of impatience. */
  readonly again = { unanswered: 0, changed: 0, twice: 0 }
  readonly #parts: RecordersParts
  #number = 0
  #isOver = false

  constructor(parts: RecordersParts) {
    this.#parts = parts
  }

  /** Goes on until told to end; whoever has begun then is answered first. */
  async run(): Promise<void> {
    await Promise.all(
      this.#parts.cookies.map(async (cookie, index) => {
        while (!this.#isOver) {
          await this.#record(cookie, index)
          await wait(this.#parts.chance.next() * 300)
        }
      }),
    )
  }

  end(): void {
    this.#isOver = true
  }

  /** How many forms were answered for. */
  get recorded(): number {
    return this.journal.filter(({ kind }) => kind === 'recorded').length
  }

  async #record(cookie: string, client: number): Promise<void> {
    const { participants, findings, chance } = this.#parts
    const number = this.#number++
    const id = participants[client % participants.length] ?? ''
    const path = `/desk/participants/${id}/record?item=temperature`
    const page = await this.#persist(() => this.#get(path, cookie))
    if (!findings.expect(page.status === 200, 'no form', String(page.status))) return
    const body = typedInto(formWith(page.text, 'form', 'v-temperature'), readingOf(number))
    const form = body.get('form') ?? ''
    this.journal.push({ kind: 'sending', form })
    for (;;) {
      const answer = await this.#persist(() => this.#post(path, cookie, body))
      if (answer.status === 303) break
      const shown = answer.status === 409 ? formWith(answer.text, 'form', 'seen') : undefined
      const now = new Map(shown?.filled)
      if (!findings.expect(now.get('form') === form, 'a strange answer', `${answer.status}`)) return
      body.set('seen', now.get('seen') ?? '')
      this.again.changed++
    }
    this.journal.push({ kind: 'recorded', form })
    if (chance.next() >= 0.1) return
    this.again.twice++
    const twice = await this.#persist(() => this.#post(path, cookie, body))
    findings.expect(twice.status === 303, 'what was sent twice is answered otherwise')
  }

  #get(path: string, cookie: string): Promise<Answer> {
    return answerOf(this.#parts.url + path, { headers: { cookie } })
  }

  #post(path: string, cookie: string, body: URLSearchParams): Promise<Answer> {
    const { url } = this.#parts
    const headers = { cookie, origin: url }
    return answerOf(url + path, { method: 'POST', redirect: 'manual', headers, body })
  }

  /** Until there is an answer, however long the server is away; 503 means later. */
  async #persist(attempt: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const answer = await attempt()
      if (answer.status !== 0 && answer.status !== 503) return answer
      this.again.unanswered++
      await wait(300 + this.#parts.chance.next() * 700)
    }
  }
}

/** A reading of a minute of its own. */
function readingOf(number: number): Readonly<Record<string, string>> {
  const at = Temporal.PlainDateTime.from('2026-11-02T00:00').add({ minutes: number })
  return {
    day: at.toPlainDate().toString(),
    time: at.toPlainTime().toString({ smallestUnit: 'minute' }),
    'v-temperature': `${36 + (number % 40) / 10}`,
    'u-temperature': 'Cel',
    's-temperature': 'axillary',
  }
}
