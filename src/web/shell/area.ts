import type { Context, Hono } from 'hono'
import type { App } from './app.ts'

/** A part of the site: its routes, and beside them what they need that the rest of the site does not. */
export interface SiteArea {
  /** Called once for a site; the same routes answer in every language. */
  readonly routes: (app: App) => Hono
  /** Where it is answered: to everybody where nothing is said, at the operator's own door, or at both. */
  readonly door?: 'operator' | 'both'
  /** Under what its routes are mounted: English at the root and French under `/fr` where nothing is said. */
  readonly prefixes?: readonly string[]
  /** A pattern of addresses that are treated as its own even where it has no route: `/alerts/*`. */
  readonly owns?: string
  /** What it takes at most in a request; the usual limit where nothing is said. */
  readonly bodyLimit?: BodyLimit
  /** `nowhere`: kept by no cache and listed by no search engine, whatever the answer is. */
  readonly privacy?: 'nowhere'
  /** `origin`: its forms tell our own server where they were, without the address of the page. */
  readonly referrer?: 'origin'
  /** `records`: while they are away, its addresses say so at once, whatever was asked. */
  readonly needs?: 'records'
  /** `json`: programs alone ask here, and are told in JSON what could not be done. */
  readonly speaks?: 'json'
  /** The `Cache-Control` of its answers; one that an answer says itself stays. */
  readonly caching?: string
}

/** How much may be sent, and what is answered to more. */
export interface BodyLimit {
  readonly bytes: number
  /** Fields or parts of a form, counted before any is read; the usual number where nothing is said. */
  readonly fields?: number
  /** The answer to more bytes or more fields, with status 413. */
  readonly tooLarge: (c: Context, app: App) => Response | Promise<Response>
}

/** Large enough for every form of questions; an area that takes records says so itself. */
export const usualLimit: BodyLimit & { readonly fields: number } = {
  bytes: 64 * 1024,
  fields: 500,
  tooLarge: (c) => c.text('What was sent is too large.', 413),
}

/** Where pages are that have an English and a French address. */
export const inBothLanguages: readonly string[] = ['/', '/fr']

/** The area that a request is for; undefined for an address that belongs to none. */
export function areaOf(c: Context): SiteArea | undefined {
  return areas.get(c.req.raw)
}

/** What may be sent to the address of a request. */
export function bodyLimitOf(c: Context): BodyLimit {
  return areaOf(c)?.bodyLimit ?? usualLimit
}

/** Says which area a request is for. */
export function setArea(c: Context, area: SiteArea): void {
  areas.set(c.req.raw, area)
}

const areas = new WeakMap<Request, SiteArea>()
