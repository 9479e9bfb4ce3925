import { setTimeout as wait } from 'node:timers/promises'
import { Askers, type ConfirmLink } from './askers.ts'
import type { Chance } from './chance.ts'
import type { Said } from './child.ts'
import type { Findings } from './fault.ts'
import type { Answer, Form, Server } from './server.ts'
import type { Sink } from './sink.ts'
import { nctOf } from './studies.ts'

/** People who ask a site by its form, confirm by the link in their mail, write a note, and some of them take it back. */
export class Seekers {
  /** What was answered for, in the words of the checker of enquiries; an enquiry is named by its owner's link. */
  readonly journal: Said[] = []
  refusals = 0
  slowestMs = 0
  /** Who does so, until told to end. */
  readonly crowd: Askers
  readonly #parts: SeekerParts

  constructor(parts: SeekerParts) {
    this.#parts = parts
    this.crowd = new Askers({
      sink: parts.sink,
      linkPart: '/enquiries/confirm/',
      followers: 3,
      ask: (number) => this.#ask(number),
      follow: (link) => this.#follow(link),
    })
  }

  async #ask(number: number): Promise<void> {
    const path = `/studies/${nctOf(0)}/connect`
    const page = await this.#persist(() => this.#parts.server.get(path))
    const key = /name="key" value="([^"]*)"/.exec(page.text)?.[1] ?? ''
    const to = /<form method="post" action="([^"]*connect[^"]*)"/.exec(page.text)?.[1] ?? path
    const form: Form = { ...typedEnquiry, key, email: `p${number}@example.org` }
    const sent = await this.#persist(() => this.#parts.server.post(to, form, number))
    if (this.#isTaken(sent)) this.journal.push({ kind: 'asked', number, form: key })
  }

  async #follow({ number, path }: ConfirmLink): Promise<void> {
    const { server, chance } = this.#parts
    let own = ''
    await this.#persist(async () => {
      const page = await server.get(path)
      if (page.status !== 200) return page
      // Pressed before, and it was not known whether that is kept: the page leads to the enquiry.
      const done = /href="(\/enquiries\/[\w-]{40,60})"/.exec(page.text)?.[1]
      const answer = done === undefined ? await server.post(path, {}, number) : page
      own = (done ?? answer.to).replace(/\?.*/, '')
      return answer
    })
    const link = /^\/enquiries\/([\w-]{40,60})$/.exec(own)?.[1]
    if (link === undefined) return this.#parts.findings.add('a confirmation without its page', own)
    this.journal.push({ kind: 'confirmed', number, link })
    if (chance.next() < 0.4) {
      const noted = await this.#persist(() =>
        server.post(`${own}/note`, { text: `note ${number}` }, number),
      )
      if (this.#isTaken(noted)) this.journal.push({ kind: 'noted', link })
    }
    if (chance.next() < 0.2) {
      this.journal.push({ kind: 'withdrawing', link })
      const gone = await this.#persist(() => server.post(`${own}/withdrawal`, {}, number))
      // Where it was kept and not said, the second press finds nothing any more.
      if (gone.status === 200 || gone.status === 404) this.journal.push({ kind: 'withdrawn', link })
    }
  }

  #isTaken({ status, to }: Answer): boolean {
    return this.#parts.findings.expect(status === 303, 'a strange answer', `${status} ${to}`)
  }

  /** Until it is answered for; 503 means later. */
  async #persist(attempt: () => Promise<Answer>): Promise<Answer> {
    for (let tries = 1; ; tries++) {
      const answer = await attempt()
      if (answer.status !== 503 || tries > 600) return answer
      this.refusals++
      this.slowestMs = Math.max(this.slowestMs, Math.round(answer.ms))
      await wait(100)
    }
  }
}

interface SeekerParts {
  readonly server: Server
  readonly sink: Sink
  readonly findings: Findings
  readonly chance: Chance
}

/** What somebody types into the form to a site, but for the number of the form and the address. */
export const typedEnquiry = {
  asker: 'parent',
  name: 'Somebody',
  phone: '',
  when: 'email',
  message: 'A question.',
  language: 'en',
  consent: 'yes',
  website: '',
  send: 'yes',
}
