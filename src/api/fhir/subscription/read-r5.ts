import { z } from 'zod'
import type { FhirFault } from '../protocol/outcome.ts'
import { type HeldTerms, heldTerms, type AskedPlaces } from './asked-terms.ts'
import { seconds, shapeFault, text, unkept } from './shapes.ts'
import { wrongSubscription } from './subscription-fault.ts'

/** Reads a Subscription of R5. What is wrong is a fault that says what to do; an element that is not known is refused. */
export function readR5(body: unknown, topic: string, now: Date): HeldTerms | FhirFault {
  const read = shape.safeParse(body)
  if (!read.success) return shapeFault(read.error)
  const { data } = read
  if (data.topic.replace(/\|.*$/, '') !== topic)
    return wrongSubscription('topic', 'not-supported', `The one topic is ${topic}`)
  const filters = data.filterBy.map(({ filterParameter: name, modifier, comparator, value }) => ({
    name,
    value,
    ...(modifier !== undefined && { modifier }),
    ...(comparator !== undefined && { comparator }),
  }))
  const several = filters.findIndex(
    ({ comparator, value }) => comparator !== undefined && value.includes(','),
  )
  if (several >= 0)
    return wrongSubscription(
      `filterBy[${several}]`,
      'value',
      'With a comparator there is one value. Write the comparator into each value instead.',
    )
  return heldTerms(
    {
      filters,
      channel: data.channelType.code,
      endpoint: data.endpoint,
      headers: data.parameter.map(({ name, value }) => [name, value]),
      content: data.content,
      contentType: data.contentType,
      mostEvents: data.maxCount,
      heartbeatSeconds: data.heartbeatPeriod,
      timeoutSeconds: data.timeout,
      reason: data.reason,
      name: data.name,
      end: data.end,
    },
    places,
    now,
  )
}

const places: AskedPlaces = {
  channel: 'channelType',
  endpoint: 'endpoint',
  header: 'parameter',
  content: 'content',
  contentType: 'contentType',
  heartbeat: 'heartbeatPeriod',
  timeout: 'timeout',
  most: 'maxCount',
}

const filter = z.strictObject({
  resourceType: z
    .enum(['ResearchStudy', 'http://hl7.org/fhir/StructureDefinition/ResearchStudy'])
    .optional(),
  filterParameter: text(100),
  comparator: z.enum(['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb', 'ap']).optional(),
  modifier: z
    .string()
    .regex(/^[a-zA-Z-]{1,40}$/)
    .optional(),
  value: text(1000),
})

const shape = z.strictObject({
  ...unkept,
  resourceType: z.literal('Subscription'),
  name: text(200).optional(),
  status: z.enum(['requested', 'active']),
  topic: text(500),
  end: z.iso.datetime({ offset: true }).optional(),
  reason: text(500).optional(),
  filterBy: z.array(filter).max(20).default([]),
  channelType: z.object({ system: z.string().optional(), code: z.string() }),
  endpoint: z.string().optional(),
  parameter: z
    .array(z.strictObject({ name: z.string(), value: z.string() }))
    .max(20)
    .default([]),
  heartbeatPeriod: seconds.optional(),
  timeout: seconds.optional(),
  contentType: z.string().optional(),
  content: z.string().optional(),
  maxCount: seconds.optional(),
})
