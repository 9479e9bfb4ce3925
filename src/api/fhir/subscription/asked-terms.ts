import { isPlainEndpoint } from '../../../people/watches/model/allowed-hosts.ts'
import type { WatchFilter, WatchTerms } from '../../../people/watches/model/watch.ts'
import type { FhirFault } from '../protocol/outcome.ts'
import { wrongSubscription } from './subscription-fault.ts'

/** What either release says of a subscription, in one form, before it is looked at. */
export interface AskedTerms {
  readonly filters: readonly WatchFilter[]
  readonly endpoint: string | undefined
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly content: string | undefined
  readonly contentType: string | undefined
  readonly mostEvents: number | undefined
  readonly heartbeatSeconds: number | undefined
  readonly timeoutSeconds: number | undefined
  readonly reason: string | undefined
  readonly name: string | undefined
  readonly end: string | undefined
}

/** Where each part stands in the release that was spoken. */
export type AskedPlaces = Readonly<
  Record<
    'endpoint' | 'header' | 'content' | 'contentType' | 'heartbeat' | 'timeout' | 'most',
    string
  >
>

/** Terms that hold, and when they end. */
export interface HeldTerms {
  readonly terms: WatchTerms
  readonly endsAt?: Date
}

/** Holds what was asked to the limits of this server. A fault names what is wrong, and never a header's value. */
export function heldTerms(
  asked: AskedTerms,
  places: AskedPlaces,
  now: Date,
): HeldTerms | FhirFault {
  const { endpoint = '', content = 'id-only' } = asked
  if (!isPlainEndpoint(endpoint))
    return wrongSubscription(
      places.endpoint,
      'value',
      'The endpoint must be a web address without a name, a query or a fragment.',
      'What lets you in at your receiver belongs into a header.',
    )
  if (!isContent(content))
    return wrongSubscription(places.content, 'value', `The content is ${contents.join(', ')}.`)
  if (!/^application\/fhir\+json(?:\s*;.*)?$/i.test(asked.contentType ?? 'application/fhir+json'))
    return wrongSubscription(
      places.contentType,
      'not-supported',
      'Notifications are application/fhir+json.',
    )
  const numbers = numberFault(asked, places) ?? headerFault(asked.headers, places.header)
  if (numbers) return numbers
  const endsAt = asked.end === undefined ? undefined : new Date(asked.end)
  if (endsAt && !(endsAt.getTime() > now.getTime()))
    return wrongSubscription('end', 'value', 'The end must be a moment that is still to come.')
  const most = mostEventsOf(content)
  return {
    terms: {
      filters: asked.filters,
      endpoint,
      headers: asked.headers,
      content,
      mostEvents: Math.min(asked.mostEvents ?? most, most),
      timeoutSeconds: asked.timeoutSeconds ?? usualTimeout,
      ...(asked.heartbeatSeconds !== undefined && { heartbeatSeconds: asked.heartbeatSeconds }),
      ...(asked.reason !== undefined && { reason: asked.reason }),
      ...(asked.name !== undefined && { name: asked.name }),
    },
    ...(endsAt && { endsAt }),
  }
}

const contents = ['empty', 'id-only', 'full-resource'] as const

/** Whether a text says what a notice tells of each study. */
export function isContent(text: string): text is WatchTerms['content'] {
  return contents.some((known) => known === text)
}

/** Events in one message at most: fewer where it holds the studies whole. */
export function mostEventsOf(content: WatchTerms['content']): number {
  return content === 'full-resource' ? 10 : 100
}

const usualTimeout = 10

const ranges = [
  ['heartbeatSeconds', 'heartbeat', 60, 86_400, 'The period of a heartbeat'],
  ['timeoutSeconds', 'timeout', 1, 20, 'The time-out'],
  ['mostEvents', 'most', 1, 100, 'The number of events in a notification'],
] as const

function numberFault(asked: AskedTerms, places: AskedPlaces): FhirFault | undefined {
  for (const [name, place, least, most, text] of ranges) {
    const value = asked[name]
    if (value !== undefined && (value < least || value > most))
      return wrongSubscription(places[place], 'value', `${text} is from ${least} to ${most}.`)
  }
  return undefined
}

/** Headers by which a receiver knows who calls; nothing that changes how a request is read. */
const headerNames = ['Authorization', 'X-API-Key', 'X-Auth-Token', 'X-Access-Token'] as const
const mostHeaders = 4

function headerFault(headers: AskedTerms['headers'], at: string): FhirFault | undefined {
  const names = headers.map(([name]) => name.toLowerCase())
  const isKnown = (name: string): boolean =>
    headerNames.some((known) => known.toLowerCase() === name)
  if (names.length > mostHeaders || new Set(names).size < names.length || !names.every(isKnown))
    return wrongSubscription(
      at,
      'not-supported',
      `Headers may be ${headerNames.join(', ')}, each once.`,
    )
  if (headers.some(([, value]) => !/^[\x21-\x7e](?:[\x20-\x7e]{0,1998}[\x21-\x7e])?$/.test(value)))
    return wrongSubscription(
      at,
      'value',
      'The value of a header is one line of at most 2,000 plain letters, digits and signs.',
    )
  return undefined
}
