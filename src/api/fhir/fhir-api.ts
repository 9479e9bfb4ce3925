import type { Context, Hono } from 'hono'
import type { DoorManner, DoorRefusal } from '../shell/manner.ts'
import { openDoor } from '../shell/open-door.ts'
import type { ApiParts } from '../shell/parts.ts'
import { WaitingRoom } from '../../door/waiting-room.ts'
import { faultOfOne, type IssueCode, outcomeResource } from './protocol/outcome.ts'
import { releases } from './protocol/release.ts'
import { contentTypeOf, releaseIn, sendFault, written } from './protocol/reply.ts'
import { wireFormatOf } from './protocol/wire-format.ts'
import { releaseApi, sendHello } from './release-api.ts'
import { subscriptionLimiter } from './subscription/answer-subscription.ts'
import type { WatchBase } from '../../people/watches/model/watch-base.ts'

/**
 * Studies as FHIR: mounted at `/fhir`, with each release under its own name. Nothing can be written but, where `watches` are kept,
 * subscriptions.
 */
export function createFhirApi(parts: ApiParts, watches?: WatchBase): Hono {
  const room = new WaitingRoom(mostLargeRecords)
  const shared = { room, watches, limiter: subscriptionLimiter() }
  return openDoor(parts, manner, (door) => {
    for (const release of releases) {
      // The base with a slash at its end is the base.
      door.get(`/${release}/`, (c) => sendHello(c))
      door.route(`/${release}`, releaseApi(parts, release, shared))
    }
  })
}

/** Each may hold ten megabytes until it is answered, twice. */
const mostLargeRecords = 6

const manner: DoorManner = {
  exposed: ['ETag', 'Last-Modified', 'Location', 'Content-Location'],
  methods: ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'],
  mostBytes: 10 * 1024 * 1024,
  refuse: (c, refusal) => sendFault(c, faultOfRefusal(c, refusal)),
}

/** What was asked, as far as it decides the form of a refusal. */
export interface RefusedAddress {
  readonly path: string
  readonly accept: string | undefined
  /** The value of `_format`. */
  readonly format: string | undefined
}

/** A refusal that was decided before this door was asked, as the OperationOutcome that its programs read. */
export function fhirRefusal(
  { status, text }: { readonly status: number; readonly text: string },
  { path, accept, format }: RefusedAddress,
): { readonly type: string; readonly body: string } {
  const release = releaseIn(path)
  const asked = wireFormatOf({ accept, format, pretty: undefined, release })
  const form = asked ?? { kind: 'json', isPretty: false, release }
  const code = gateCodes[status] ?? 'invalid'
  const outcome = outcomeResource([{ severity: 'error', code, text }])
  return { type: contentTypeOf(form), body: written(outcome, form) }
}

const gateCodes: Readonly<Record<number, IssueCode>> = { 405: 'not-supported', 414: 'too-long' }

function faultOfRefusal(c: Context, { status, text }: DoorRefusal) {
  if (status === 404) return faultOfOne(404, codeOfMissing(c), missingText)
  if (status === 405) return faultOfOne(405, 'not-supported', wrongMethodText(c), text)
  return faultOfOne(status, codes[status], text)
}

const codes = {
  413: 'too-long',
  429: 'throttled',
  500: 'exception',
  503: 'transient',
} as const satisfies Readonly<Record<number, IssueCode>>

/** Subscriptions are never listed, and changed by ending one and making another. */
function wrongMethodText(c: Context): string {
  return /^\/fhir\/R[45]\/Subscription(?:\/|$)/.test(c.req.path)
    ? 'A subscription is made here by POST, and read and ended by its id.'
    : 'Studies can be read here and not written.'
}

const missingText =
  'This is not served here. What is served is in the CapabilityStatement, at /fhir/R4/metadata and /fhir/R5/metadata.'

/** A name of a type that is not served is no unknown thing, but one that we do not do. */
function codeOfMissing(c: Context): IssueCode {
  return /^\/fhir\/R[45]\/[A-Z]\w*\b/.test(c.req.path) ? 'not-supported' : 'not-found'
}
