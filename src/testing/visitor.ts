import type { Hono } from 'hono'
import { assertValid } from './valid-html.ts'

/** Where a request of a test comes from, and what else it says. */
export interface Sender {
  readonly from?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly text: string
  readonly headers: Headers
  /** Where a redirect leads, as a path. */
  readonly to: string
}

/** Visits a site as a browser would: forms say which page they come from, and every page is checked to be valid. */
export function visitor(site: Hono, baseUrl: string) {
  async function ask(path: string, init: RequestInit, sender: Sender): Promise<Answer> {
    const answer = await raw(path, init, sender)
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false
    if (isPage && answer.text !== '')
      await assertValid(answer.text, `${init.method ?? 'GET'} ${path}`)
    return answer
  }
  async function raw(path: string, init: RequestInit, { from, headers }: Sender): Promise<Answer> {
    const request = new Request(baseUrl + path, init)
    for (const [name, value] of Object.entries(headers ?? {})) request.headers.set(name, value)
    const env = from === undefined ? {} : { incoming: { socket: { remoteAddress: from } } }
    const response = await site.fetch(request, env)
    const text = await response.text()
    const to = response.headers.get('location') ?? ''
    return { status: response.status, text, headers: response.headers, to }
  }
  return {
    get: (path: string, sender: Sender = {}) => ask(path, {}, sender),
    /** What is no page of ours, such as the letter in a mail. */
    raw: (path: string, sender: Sender = {}) => raw(path, {}, sender),
    head: (path: string, sender: Sender = {}) => ask(path, { method: 'HEAD' }, sender),
    post: (path: string, form: Form, sender: Sender = {}) =>
      ask(
        path,
        { method: 'POST', body: paramsOf(form) },
        { from: '127.0.0.1', ...sender, headers: { origin: baseUrl, ...sender.headers } },
      ),
    /** A POST as it is, without what a browser adds. */
    send: (path: string, init: RequestInit, sender: Sender = {}) =>
      ask(path, { method: 'POST', ...init }, sender),
  }
}

export type Visitor = ReturnType<typeof visitor>

export type Form = Readonly<Record<string, string | readonly string[]>>

export function paramsOf(form: Form): URLSearchParams {
  return new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((each) => [name, each]),
    ),
  )
}

/** A form filled in as most people would. */
export const usualForm = {
  q: 'kawasaki',
  category: '',
  near: 'Paris',
  within: '25km',
  age: '2 years',
  sex: '',
  event: ['posted', 'recruiting', 'site'],
  often: 'daily',
  language: 'en',
  email: 'Camille.Canary-4711@example.org',
  website: '',
} as const

/** The form of a page that asks whether all this was asked for, as it is: everything ticked. */
export function confirmForm(text: string): { readonly shown: string; readonly alert: string[] } {
  const [, shown = ''] = /name="shown"\s+value="([^"]*)"/.exec(text) ?? []
  const ids = [...text.matchAll(/name="alert"\s+value="([^"]+)"/g)]
  return { shown, alert: ids.map(([, id = '']) => id) }
}
