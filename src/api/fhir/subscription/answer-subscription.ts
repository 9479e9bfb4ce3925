import { parseJson } from '../../../base/parse-json.ts'
import type { Context } from 'hono'
import { z } from 'zod'
import { isFromCrowd, Limiter, sourceOf } from '../../../door/limiter.ts'
import { allowedHostOf } from '../../../people/watches/model/allowed-hosts.ts'
import type { Watch } from '../../../people/watches/model/watch.ts'
import { endWatch, makeWatch, readWatch, watchEvents } from '../../../people/watches/make.ts'
import { isJsonBody } from '../answer/json-body.ts'
import type { RequestParts } from '../answer/request-parts.ts'
import { topicUrl } from '../conformance/subscription-topic.ts'
import { type FhirFault, faultOfOne } from '../protocol/outcome.ts'
import { contentTypeOf, sendFault, sendResource, written } from '../protocol/reply.ts'
import { isContent, type HeldTerms, mostEventsOf } from './asked-terms.ts'
import { noticeBundle, subscriptionStatus } from './notice-bundle.ts'
import { readR4 } from './read-r4.ts'
import { readR5 } from './read-r5.ts'
import { shownSubscription } from './shown-subscription.ts'
import { wrongSubscription } from './subscription-fault.ts'
import type { WatchBase } from '../../../people/watches/model/watch-base.ts'
import { watchWhere } from './watch-where.ts'

/** What one network may ask for in an hour, told or ended: each makes a receiver be called. */
const mostAnHour = 20
const mostBytes = 32 * 1024

/** Counts for both releases how often a network asks for subscriptions. */
export function subscriptionLimiter(): Limiter {
  return new Limiter(mostAnHour)
}

/**
 * `POST Subscription`: keeps it, and answers with the secret of its owner, this once. Throws as `Catalogue.select` does, and the
 * faults of the records.
 */
export async function answerCreate(
  c: Context,
  request: RequestParts,
  door: WatchBase,
  limiter: Limiter,
): Promise<Response> {
  c.header('Cache-Control', 'no-store')
  const { parts, release, format, called, base } = request
  if (!isJsonBody(c)) return sendFault(c, notJson)
  const body = await c.req.text()
  if (body.length > mostBytes) return sendFault(c, tooLarge)
  const topic = topicUrl(parts.baseUrl)
  const now = parts.now()
  const read = (release === 'R4' ? readR4 : readR5)(parsed(body), topic, now)
  if ('status' in read) return sendFault(c, read)
  const fault = await unservedOf(read, request, door)
  if (fault) return sendFault(c, fault)
  const source = sourceOf(c, parts)
  const wait = source ? limiter.secondsToWait(source.name, now, source.households) : 0
  if (wait > 0) {
    c.header('Retry-After', String(wait))
    return sendFault(c, tooOften)
  }
  const { terms, endsAt, address } = read
  const mail = address && {
    address,
    language: languageOf(c),
    isFromCrowd: isFromCrowd(c, parts, limiter),
  }
  const asked = {
    release,
    terms,
    ...(endsAt && { endsAt }),
    ...(source && { network: source.name }),
    ...(mail && { mail }),
  }
  const made = await makeWatch(door, asked, now)
  if (made.kind === 'tooMany') return sendFault(c, tooMany[made.of])
  const { watch, token } = made
  const resource = shownSubscription(watch, { topic, base, token })
  return c.body(written(resource, format), 201, {
    'Content-Type': contentTypeOf(format),
    Location: `${called}/Subscription/${watch.id}`,
  })
}

/** In which a stranger is asked; who is known is written to in their own language. */
function languageOf(c: Context): 'en' | 'fr' {
  return /^\s*fr\b/i.test(c.req.header('accept-language') ?? '') ? 'fr' : 'en'
}

function parsed(body: string): unknown {
  try {
    return parseJson(body)
  } catch {
    return undefined
  }
}

/** What reads well and is not served: a host that is not on the list, or a search that is not understood or too costly. */
async function unservedOf(
  { terms, address }: HeldTerms,
  { parts, release }: RequestParts,
  { allowed }: WatchBase,
): Promise<FhirFault | undefined> {
  if (!address && !allowedHostOf(allowed, terms.endpoint ?? ''))
    return wrongSubscription(
      release === 'R4' ? 'channel.endpoint' : 'endpoint',
      'not-supported',
      'Notifications are not sent to this host. Only hosts that the operator of this server lists are told, each by its scheme, name and port.',
      'Ask the operator to add it.',
    )
  const where = watchWhere(release, terms.filters)
  if ('status' in where) return where
  await parts.catalogue.select({ filter: where, sort: [], limit: 1, isCounted: false })
  return undefined
}

/** What is answered to who has the secret of a watch. */
type OwnerAnswer = (
  c: Context,
  request: RequestParts,
  watch: Watch,
  door: WatchBase,
) => Response | Promise<Response>

/** An answer about the watch that the address names, for who sends its secret along. Throws the faults of the records. */
export function forOwner(answer: OwnerAnswer) {
  return async (c: Context, request: RequestParts, door: WatchBase): Promise<Response> => {
    const watch = await ownWatch(c, door)
    if (!watch) return sendFault(c, notOwner)
    if (watch.release !== request.release) return sendFault(c, ofOtherRelease(watch))
    return answer(c, request, watch, door)
  }
}

/** `GET Subscription/…`. */
export function answerSubscription(
  c: Context,
  { parts, base, format }: RequestParts,
  watch: Watch,
): Response {
  const topic = topicUrl(parts.baseUrl)
  return sendResource(c, shownSubscription(watch, { topic, base }), format)
}

/** `DELETE Subscription/…`: nothing more is sent, and all of it is forgotten. Throws the faults of the records. */
export async function answerEnd(
  c: Context,
  { parts }: RequestParts,
  watch: Watch,
  { records }: WatchBase,
): Promise<Response> {
  await endWatch(records, watch.id, parts.now())
  return c.body(null, 204)
}

/** `GET` and `POST Subscription/…/$status`. */
export function answerStatus(
  c: Context,
  { parts, base, format }: RequestParts,
  watch: Watch,
): Response {
  const { content } = watch.terms
  const resource = subscriptionStatus(
    watch,
    { kind: 'query-status', events: [], content },
    parts.baseUrl,
  )
  const entry = [
    {
      fullUrl: `${base}/Subscription/${watch.id}/$status`,
      resource,
      search: { mode: 'match' },
    },
  ]
  return sendResource(c, { resourceType: 'Bundle', type: 'searchset', total: 1, entry }, format)
}

/** `GET` and `POST Subscription/…/$events`: events again. Throws the faults of the records. */
export async function answerEvents(
  c: Context,
  { parts, format }: RequestParts,
  watch: Watch,
  { records }: WatchBase,
): Promise<Response> {
  const given = await eventParameters(c)
  const from = given && numberIn(given['eventsSinceNumber'], 1)
  const to = given && numberIn(given['eventsUntilNumber'], watch.events)
  const content = given?.['content'] ?? watch.terms.content
  if (from === undefined || to === undefined || !isContent(content))
    return sendFault(c, wrongEvents)
  const most = mostEventsOf(content)
  const events = await watchEvents(records.db, watch.id, { from, to, most })
  const sources = { catalogue: parts.catalogue, baseUrl: parts.baseUrl, now: parts.now() }
  return sendResource(
    c,
    noticeBundle(watch, { kind: 'query-event', events, content }, sources),
    format,
  )
}

/** From the address, or from Parameters in the body; undefined where these are none. */
async function eventParameters(c: Context): Promise<Readonly<Record<string, string>> | undefined> {
  const body = c.req.method === 'POST' ? await c.req.text() : ''
  if (body.trim() === '') return c.req.query()
  const read = eventsShape.safeParse(body.length > mostBytes ? undefined : parsed(body))
  if (!read.success) return undefined
  return Object.fromEntries(
    read.data.parameter.map(({ name, ...value }) => [name, String(Object.values(value)[0])]),
  )
}

const eventsShape = z.object({
  resourceType: z.literal('Parameters'),
  parameter: z
    .array(
      z.strictObject({
        name: z.enum(['eventsSinceNumber', 'eventsUntilNumber', 'content']),
        valueInteger64: z.union([z.string(), z.number()]).optional(),
        valueString: z.string().optional(),
        valueCode: z.string().optional(),
      }),
    )
    .max(3)
    .default([]),
})

function numberIn(text: string | undefined, otherwise: number): number | undefined {
  if (text === undefined) return otherwise
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined
}

/** The watch that is named, where the secret that is sent along is its own. */
async function ownWatch(c: Context, { records }: WatchBase): Promise<Watch | undefined> {
  c.header('Cache-Control', 'no-store')
  const [, token] = /^Bearer +([\w-]{43})$/i.exec(c.req.header('authorization') ?? '') ?? []
  const id = c.req.param('id') ?? ''
  return token !== undefined && /^[\da-f-]{36}$/.test(id)
    ? readWatch(records, id, token)
    : undefined
}

const notOwner: FhirFault = {
  ...faultOfOne(
    401,
    'login',
    'There is no subscription of this id with this secret.',
    'Send the secret that came with the answer to its creation: Authorization: Bearer …',
  ),
  headers: { 'WWW-Authenticate': 'Bearer' },
}

/** What it says is written in the release that it was asked in. */
function ofOtherRelease({ id, release }: Watch): FhirFault {
  return faultOfOne(
    404,
    'not-found',
    `This subscription was made in ${release}.`,
    `Ask at /fhir/${release}/Subscription/${id}.`,
  )
}

const wrongEvents = faultOfOne(
  400,
  'value',
  'The parameters are eventsSinceNumber and eventsUntilNumber, whole numbers, and content: empty, id-only or full-resource.',
)
const notJson = faultOfOne(
  415,
  'not-supported',
  'The body must be application/fhir+json or application/json.',
)
const tooLarge = faultOfOne(413, 'too-long', `The subscription is larger than ${mostBytes} bytes.`)
const tooOften = faultOfOne(
  429,
  'throttled',
  'Too many subscriptions were asked for from your network within an hour.',
)
const tooMany = {
  network: faultOfOne(
    429,
    'throttled',
    'There are ten subscriptions from your network: end one first, by DELETE.',
  ),
  all: faultOfOne(503, 'transient', 'There are as many subscriptions as this server keeps.'),
} as const
