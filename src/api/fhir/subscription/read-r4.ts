import { z } from 'zod'
import type { WatchFilter } from '../../../people/watches/model/watch.ts'
import { backportGuide } from '../conformance/subscription-topic.ts'
import type { FhirFault } from '../protocol/outcome.ts'
import { type AskedPlaces, type AskedTerms, type HeldTerms, heldTerms } from './asked-terms.ts'
import { seconds, shapeFault, text, unkept } from './shapes.ts'
import { wrongSubscription } from './subscription-fault.ts'

/** Where the guide that brings topics to R4 defines its extensions and profiles. */
export const backport = `${backportGuide}/StructureDefinition`

/** Reads a Subscription of R4 as the Subscriptions R5 Backport guide writes it; else as `readR5`. */
export function readR4(body: unknown, topic: string, now: Date): HeldTerms | FhirFault {
  const read = shape.safeParse(body)
  if (!read.success) return shapeFault(read.error)
  const { criteria, _criteria, channel, reason, end } = read.data
  if (criteria.replace(/\|.*$/, '') !== topic)
    return wrongSubscription(
      'criteria',
      'not-supported',
      `The criteria must be the topic ${topic}`,
      'Subscriptions are those of the Subscriptions R5 Backport guide: the search stands in its extension backport-filter-criteria, as ResearchStudy?condition=asthma.',
    )
  const filters = filtersIn(_criteria?.extension[0]?.valueString)
  if (!filters)
    return wrongSubscription(
      'criteria.extension',
      'value',
      'The filter must be a search of studies, as ResearchStudy?condition=asthma&status=active.',
    )
  return heldTerms({ ...channelTerms(channel), filters, reason, name: undefined, end }, places, now)
}

function channelTerms(
  channel: z.infer<typeof shape>['channel'],
): Omit<AskedTerms, 'filters' | 'reason' | 'name' | 'end'> {
  const number = (name: string): number | undefined => {
    const found = channel.extension.find(({ url }) => url === `${backport}/${name}`)
    return found?.valueUnsignedInt ?? found?.valuePositiveInt
  }
  return {
    channel: channel.type,
    endpoint: channel.endpoint,
    headers: channel.header.map((line): readonly [string, string] => {
      const at = line.indexOf(':')
      return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1).trim()]
    }),
    content: channel._payload?.extension[0]?.valueCode,
    contentType: channel.payload,
    mostEvents: number('backport-max-count'),
    heartbeatSeconds: number('backport-heartbeat-period'),
    timeoutSeconds: number('backport-timeout'),
  }
}

const places: AskedPlaces = {
  channel: 'channel.type',
  endpoint: 'channel.endpoint',
  header: 'channel.header',
  content: 'channel.payload.extension',
  contentType: 'channel.payload',
  heartbeat: 'channel.extension',
  timeout: 'channel.extension',
  most: 'channel.extension',
}

/** `ResearchStudy?title:contains=a&date=ge2026` as filters; none is every study. */
function filtersIn(search: string | undefined): readonly WatchFilter[] | undefined {
  if (search === undefined) return []
  const [, query] = /^ResearchStudy(?:\?(.*))?$/.exec(search) ?? []
  if (!search.startsWith('ResearchStudy') || (query === undefined && search !== 'ResearchStudy'))
    return undefined
  return [...new URLSearchParams(query ?? '')].map(([given, value]) => {
    const [name = '', ...modifier] = given.split(':')
    return { name, value, ...(modifier.length > 0 && { modifier: modifier.join(':') }) }
  })
}

const filterExtension = z.strictObject({
  url: z.literal(`${backport}/backport-filter-criteria`),
  valueString: text(4000),
})

const contentExtension = z.strictObject({
  url: z.literal(`${backport}/backport-payload-content`),
  valueCode: z.string(),
})

const channelExtension = z
  .strictObject({
    url: z.enum([
      `${backport}/backport-heartbeat-period`,
      `${backport}/backport-timeout`,
      `${backport}/backport-max-count`,
    ]),
    valueUnsignedInt: seconds.optional(),
    valuePositiveInt: seconds.optional(),
  })
  .refine(({ url, valueUnsignedInt, valuePositiveInt }) =>
    url.endsWith('-count') ? valuePositiveInt !== undefined : valueUnsignedInt !== undefined,
  )

const shape = z.strictObject({
  ...unkept,
  resourceType: z.literal('Subscription'),
  status: z.enum(['requested', 'active']),
  end: z.iso.datetime({ offset: true }).optional(),
  reason: text(500),
  criteria: text(500),
  _criteria: z.strictObject({ extension: z.array(filterExtension).length(1) }).optional(),
  channel: z.strictObject({
    extension: z.array(channelExtension).max(3).default([]),
    type: z.string(),
    endpoint: z.string().optional(),
    payload: z.string().optional(),
    _payload: z.strictObject({ extension: z.array(contentExtension).length(1) }).optional(),
    header: z.array(z.string()).max(20).default([]),
  }),
})
