import type { Context } from 'hono'
import { type FhirFault, faultOfOne, outcomeResource } from './outcome.ts'
import { releases, type ServedResource } from './release.ts'
import type { FhirVersion } from '../xml/element-table.ts'
import { fhirXml } from '../xml/fhir-xml.ts'
import { type WireFormat, wireFormatOf } from './wire-format.ts'

/** The form of the answer to a request; undefined where none is taken that is served. */
export function formatOf(c: Context, form?: URLSearchParams): WireFormat | undefined {
  const given = (name: string): string | undefined => form?.get(name) ?? c.req.query(name)
  return wireFormatOf({
    accept: c.req.header('accept'),
    format: given('_format'),
    pretty: given('_pretty'),
    release: releaseIn(c.req.path),
  })
}

/** The name of a form in headers. */
export function contentTypeOf({ kind }: WireFormat): string {
  return `application/fhir+${kind}; charset=utf-8`
}

/** The release below whose address something is asked; R4 where it is below none. */
export function releaseIn(path: string): FhirVersion {
  return releases.find((release) => path.split('/').includes(release)) ?? 'R4'
}

/** A resource as text. */
export function written(resource: ServedResource, { kind, isPretty, release }: WireFormat): string {
  if (kind === 'xml') return fhirXml(resource, release)
  return isPretty ? JSON.stringify(resource, null, 2) : JSON.stringify(resource)
}

/** Answers with a resource. */
export function sendResource(
  c: Context,
  resource: ServedResource,
  format: WireFormat,
  status: 200 | FhirFault['status'] = 200,
): Response {
  return c.body(written(resource, format), status, { 'Content-Type': contentTypeOf(format) })
}

/** Answers that something cannot be answered, in the form that was asked for, or JSON where that is none. */
export function sendFault(c: Context, { status, issues, headers = {} }: FhirFault): Response {
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  const format = formatOf(c) ?? { kind: 'json', isPretty: false, release: releaseIn(c.req.path) }
  return sendResource(c, outcomeResource(issues), format, status)
}

/** What is said to who takes no form that is served. */
export const notAcceptable: FhirFault = faultOfOne(
  406,
  'not-supported',
  'This server answers in application/fhir+json and application/fhir+xml.',
  'Send one of them in Accept, or add _format=json. FHIR 4.0 is below /fhir/R4, 5.0 below /fhir/R5.',
)
