import { type MailAddress, readMailAddress } from '../../../people/records/address.ts'
import { isPlainEndpoint } from '../../../people/watches/model/allowed-hosts.ts'
import type { WatchFilter, WatchTerms } from '../../../people/watches/model/watch.ts'
import type { FhirFault } from '../protocol/outcome.ts'
import { wrongSubscription } from './subscription-fault.ts'

/** What either release says of a subscription, in one form, before it is looked at. */
export interface AskedTerms {
  readonly filters: readonly WatchFilter[]
  /** As it is named in the release. */
  readonly channel: string
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
    | 'channel'
    | 'endpoint'
    | 'header'
    | 'content'
    | 'contentType'
    | 'heartbeat'
    | 'timeout'
    | 'most',
    string
  >
>

/** Terms that hold, and when they end. */
export interface HeldTerms {
  readonly terms: WatchTerms
  /** Whom to mail, where the channel is e-mail. */
  readonly address?: MailAddress
  readonly endsAt?: Date
}

/** Holds what was asked to the limits of this server. A fault names what is wrong, and never a header's value. */
export function heldTerms(
  asked: AskedTerms,
  places: AskedPlaces,
  now: Date,
): HeldTerms | FhirFault {
  const { content = 'id-only' } = asked
  if (asked.channel !== 'rest-hook' && asked.channel !== 'email')
    return wrongSubscription(
      places.channel,
      'not-supported',
      'The channel must be rest-hook or email.',
    )
  if (!isContent(content))
    return wrongSubscription(places.content, 'value', `The content is ${contents.join(', ')}.`)
  const numbers = numberFault(asked, places)
  if (numbers) return numbers
  const way = asked.channel === 'email' ? mailWay(asked, places) : hookWay(asked, places, content)
  if ('status' in way) return way
  const endsAt = asked.end === undefined ? undefined : new Date(asked.end)
  if (endsAt && !(endsAt.getTime() > now.getTime()))
    return wrongSubscription('end', 'value', 'The end must be a moment that is still to come.')
  const { address, ...terms } = way
  return {
    ...(address && { address }),
    terms: {
      ...terms,
      filters: asked.filters,
      content,
      ...(asked.reason !== undefined && { reason: asked.reason }),
      ...(asked.name !== undefined && { name: asked.name }),
    },
    ...(endsAt && { endsAt }),
  }
}

/** How what is found gets to who wants it. */
type Way = Pick<
  WatchTerms,
  'endpoint' | 'mailAs' | 'headers' | 'mostEvents' | 'heartbeatSeconds' | 'timeoutSeconds'
> & { readonly address?: MailAddress }

function hookWay(
  asked: AskedTerms,
  places: AskedPlaces,
  content: WatchTerms['content'],
): Way | FhirFault {
  const { endpoint = '', headers } = asked
  if (!isPlainEndpoint(endpoint))
    return wrongSubscription(
      places.endpoint,
      'value',
      'The endpoint must be a web address without a name, a query or a fragment.',
      'What lets you in at your receiver belongs into a header.',
    )
  if (!/^application\/fhir\+json(?:\s*;.*)?$/i.test(asked.contentType ?? 'application/fhir+json'))
    return wrongSubscription(
      places.contentType,
      'not-supported',
      'Notifications are application/fhir+json.',
    )
  const fault = headerFault(headers, places.header)
  if (fault) return fault
  const most = mostEventsOf(content)
  return {
    endpoint,
    headers,
    mostEvents: Math.min(asked.mostEvents ?? most, most),
    timeoutSeconds: asked.timeoutSeconds ?? usualTimeout,
    ...(asked.heartbeatSeconds !== undefined && { heartbeatSeconds: asked.heartbeatSeconds }),
  }
}

/** What a mail cannot have is refused, so that nobody waits for it. A fault never repeats the address. */
function mailWay(asked: AskedTerms, places: AskedPlaces): Way | FhirFault {
  const address = mailAddressOf(asked.endpoint ?? '')
  if (!address)
    return wrongSubscription(
      places.endpoint,
      'value',
      'The endpoint must be mailto: and one address, with nothing behind it.',
    )
  const [mailAs = 'text/plain'] = (asked.contentType ?? 'text/plain').split(/\s*;/)
  if (mailAs !== 'text/plain' && mailAs !== 'text/html')
    return wrongSubscription(
      places.contentType,
      'not-supported',
      'A mail is text/plain and text/html, and holds no resources.',
    )
  for (const [given, place] of [
    [asked.headers.length > 0, places.header],
    [asked.heartbeatSeconds !== undefined, places.heartbeat],
    [asked.timeoutSeconds !== undefined, places.timeout],
  ] as const)
    if (given)
      return wrongSubscription(
        place,
        'not-supported',
        'A mail has no headers of yours, no heartbeat and no time-out.',
      )
  return {
    address,
    mailAs,
    headers: [],
    mostEvents: Math.min(asked.mostEvents ?? usualNamed, mostNamed),
    timeoutSeconds: usualTimeout,
  }
}

/** `mailto:anna@example.org`, with nothing that would add a header, a text or somebody else. */
function mailAddressOf(endpoint: string): MailAddress | undefined {
  const [, written] = /^mailto:([^?#,;\s]+)$/i.exec(endpoint) ?? []
  if (written === undefined) return undefined
  try {
    return readMailAddress(decodeURIComponent(written))
  } catch {
    return undefined
  }
}

/** Studies that a mail names, where nothing else is asked; and at most. */
const usualNamed = 20
const mostNamed = 100

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
