import { setTimeout as wait } from 'node:timers/promises'
import type { Said } from '../child.ts'
import type { Findings } from '../fault.ts'
import { nctOf } from '../studies.ts'
import type { SeveralServers, ThroughProxy } from './several.ts'

/** What was answered for, in the words of the checker of records, and how often it was not at once. */
export interface Journal {
  readonly said: Said[]
  /** Answers that never came, or in which the proxy says that a server is gone. */
  unsure: number
  /** 503: later. */
  refused: number
}

interface Around {
  readonly several: SeveralServers
  readonly journal: Journal
  readonly findings: Findings
}

/** Somebody who asks for an alert at home, and confirms it elsewhere by the link in the mail. */
export class Household {
  readonly #number: number
  readonly #around: Around

  constructor(number: number, around: Around) {
    this.#number = number
    this.#around = around
  }

  async visit(): Promise<void> {
    const { several, journal, findings } = this.#around
    const form = new URLSearchParams({
      study: nctOf(0),
      event: 'recruiting',
      often: 'daily',
      language: 'en',
      email: `p${this.#number}@example.org`,
    })
    await this.#persist(() => several.post('/alerts', form, this.#number))
    journal.said.push({ kind: 'requested', number: this.#number })
    const path = await this.#link()
    if (path === undefined) return findings.add('no link came', String(this.#number))
    await this.#persist(() => this.#confirm(path))
    journal.said.push({ kind: 'confirmed', number: this.#number })
  }

  async #confirm(path: string): Promise<ThroughProxy> {
    const { several } = this.#around
    const elsewhere = this.#number + 101
    const page = await several.get(path, elsewhere)
    const shown = /name="shown" value="([^"]*)"/.exec(page.text)?.[1] ?? ''
    // Pressed before, and it was not known whether that is kept: the page says that it is.
    if (page.status !== 200 || shown === '') return page
    const form = new URLSearchParams({ shown })
    for (const id of shown.split(' ')) form.append('alert', id)
    return several.post(path, form, elsewhere)
  }

  async #link(): Promise<string | undefined> {
    const { sink } = this.#around.several
    for (let tries = 0; tries < 600; tries++) {
      const mail = sink.deliveries().find(({ to }) => to === `p${this.#number}@example.org`)
      const path = mail?.links.find((link) => link.includes('/alerts/confirm/'))
      if (path !== undefined) return path
      await wait(200)
    }
    return undefined
  }

  /** Until it is answered for: again where the line broke, and where a page says "later". */
  async #persist(attempt: () => Promise<ThroughProxy>): Promise<void> {
    const { journal, findings } = this.#around
    for (let tries = 0; tries < 300; tries++) {
      const { status } = await attempt()
      if ([200, 303].includes(status)) return
      if (status === 503) journal.refused++
      else if ([0, 502, 504].includes(status)) journal.unsure++
      else return findings.add('a strange answer', String(status))
      await wait(200)
    }
    findings.add('somebody was never answered for')
  }
}
