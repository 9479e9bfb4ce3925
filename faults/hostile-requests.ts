import type { PageForm } from '../src/testing/page-forms.ts'
import { paths } from '../src/web/shell/paths.ts'
import type { Chance } from './chance.ts'
import { hostilePart, hostileValue, oddBodies } from './hostile-values.ts'

/** What this is about, by the beginning of an address. */
export const ofTheWay = /^(?:\/fr)?\/(?:studies\/[^/]+\/(?:connect|letter)|enquiries|desk)/

/** All its routes, from the table of routes. */
export const routes: readonly string[] = Object.values(paths)
  .map((path) => path.pattern)
  .filter((pattern) => ofTheWay.test(pattern))

/** A form as a page showed it, with the cookie of who saw it. */
export type HostileForm = PageForm & { readonly cookie: string }

/** What requests are drawn from. */
export interface Hostile {
  readonly chance: Chance
  /** Of strangers, a made-up one, and of people who are signed in. */
  readonly cookies: readonly string[]
  /** What fills the places of a pattern where it is to lead somewhere. */
  readonly known: Readonly<Record<string, readonly string[]>>
  readonly forms: readonly HostileForm[]
}

interface Drawn {
  readonly path: string
  readonly init: RequestInit
  /** Nobody who may read what was asked: not signed in, and without the person's own link. */
  readonly isStranger: boolean
}

/** Draws a request: a form of a page with something wrong in it, or any route. */
export function drawn(world: Hostile, baseUrl: string): Drawn {
  const { chance, forms, cookies } = world
  const form = chance.next() < 0.65 ? chance.pick(forms) : undefined
  const at = form ? form.action : addressOf(world, chance.pick(routes))
  const path = `${chance.next() < 0.2 && !at.startsWith('/fr') ? '/fr' : ''}${at}${queryOf(world, at)}`
  const method = form
    ? 'POST'
    : chance.pick([
        'GET',
        'GET',
        'GET',
        'POST',
        'POST',
        'HEAD',
        'PUT',
        'DELETE',
        'PATCH',
        'OPTIONS',
      ])
  const cookie = form && chance.next() < 0.8 ? form.cookie : chance.pick(cookies)
  const headers = new Headers({
    cookie,
    'x-forwarded-for': `20.${chance.whole(0, 255)}.${chance.whole(0, 255)}.7`,
  })
  if (chance.next() < 0.9) headers.set('origin', baseUrl)
  else headers.set('origin', chance.pick(['https://evil.example', 'null', '']))
  if (chance.next() < 0.1)
    headers.set('accept-language', chance.pick(['fr', '*', 'xx-'.repeat(300), ';q=', 'fr;q=2']))
  if (chance.next() < 0.05)
    headers.set('accept', chance.pick(['application/json', 'text/csv', '*/*;q=', 'x'.repeat(3000)]))
  const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(method)
  const body = hasBody ? bodyOf(world, form, headers) : undefined
  const isOwn = Object.values(world.known)
    .flat()
    .some((known) => known.length > 20 && path.includes(known))
  return {
    path,
    init: { method, headers, ...(body !== undefined && { body }) },
    isStranger: !isOwn && (cookie === '' || cookie === cookies[2]),
  }
}

function addressOf({ chance, known }: Hostile, pattern: string): string {
  return pattern.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, (_, name: string) => {
    const all = known[name] ?? []
    return all.length > 0 && chance.next() < 0.8 ? chance.pick(all) : hostilePart(chance)
  })
}

function queryOf({ chance }: Hostile, at: string): string {
  if (chance.next() < 0.5) return ''
  const names = [
    'site',
    'near',
    'age',
    'sex',
    'did',
    'tab',
    'find',
    'page',
    'study',
    'enquiry',
    'anyway',
    'mine',
    'day',
    'then',
    '__proto__',
    'q',
  ]
  const pairs = Array.from(
    { length: chance.whole(1, 3) },
    () => `${chance.pick(names)}=${hostilePart(chance)}`,
  )
  return `${at.includes('?') ? '&' : '?'}${pairs.join('&')}`
}

function bodyOf({ chance }: Hostile, form: HostileForm | undefined, headers: Headers): string {
  if (!form || chance.next() < 0.08) {
    const [type, body] = chance.pick(oddBodies)
    headers.set('content-type', type)
    return body
  }
  headers.set('content-type', 'application/x-www-form-urlencoded')
  const names = [...form.fields.keys()]
  const body = new URLSearchParams(form.filled.map(([name, value]) => [name, value]))
  for (let turn = chance.whole(1, 4); turn > 0; turn--) {
    const name =
      chance.next() < 0.1 || names.length === 0
        ? hostileValue(chance).slice(0, 50)
        : chance.pick(names)
    const choices = [...(form.fields.get(name) ?? [])]
    const value =
      choices.length > 0 && chance.next() < 0.5
        ? chance.pick(choices)
        : hostileValue(chance).toWellFormed()
    const how = chance.next()
    if (how < 0.1) body.delete(name)
    else if (how < 0.2) body.append(name, value)
    else body.set(name, value)
  }
  return body.toString()
}
